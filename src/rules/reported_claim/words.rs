//! Word lists of claims told as conditions: what is claimed, what makes a condition a true one, and the idioms behind it.

use crate::rules::words::Words;

/// Participles of what happens to people and money: reports claim such things, speculation seldom does.
pub(super) static EVENTS: Words = Words::named("reported-claim events");
/// Crimes and harm, of which nobody says that they ought to have been done.
pub(super) const HARM: &[&str] = &[
    "abused",
    "attacked",
    "beaten",
    "bribed",
    "died",
    "fled",
    "injured",
    "kidnapped",
    "killed",
    "murdered",
    "raped",
    "robbed",
    "shot",
    "stabbed",
    "stolen",
    "threatened",
    "wounded",
];
/// Words that make a conditional a true one, or a future seen from the past.
pub(super) static CONDITIONS: Words = Words::named("reported-claim conditions");
/// Conditions that are none beside "should have been killed".
pub(super) const SOFT_OF_DUTY: &[&str] = &["with", "by", "so", "under", "then", "when", "who", "one"];
/// Conditions that are none where the sentence names the one who claims it.
pub(super) const SOFT_OF_CLAIM: &[&str] =
    &["with", "by", "one", "who", "also", "when", "where", "not", "no", "so", "until", "but", "because", "once"];
/// Words that name a claim.
pub(super) const CLAIM: &[&str] =
    &["alleged", "alleges", "alleging", "allegedly", "allegation", "allegations", "accusation", "accusations"];

/// Words that name hearsay.
pub(super) const RUMOUR: &[&str] = &["rumour", "rumours", "rumoured", "rumor", "rumors", "rumored"];
/// Participles that speak of wishes and reckonings even where a source is named.
pub(super) static RECKONED: Words = Words::named("reported-claim reckoned");
/// What "would have" carries over, by language.
pub(super) const WOULD: &[(&str, &str)] = &[
    ("nl", "zou … hebben"),
    ("fr", "aurait …"),
    ("es", "habría …"),
    ("it", "avrebbe …"),
    ("pt", "teria …"),
    ("ro", "ar fi …"),
    ("ca", "hauria …"),
];
/// What "should have" carries over.
pub(super) const SHOULD: &[(&str, &str)] =
    &[("de", "soll … haben"), ("da", "skulle have …"), ("sv", "ska ha …"), ("nb", "skal ha …")];

/// Verbs of hearsay in originals: Dutch, German, French, Spanish, Italian, Portuguese.
pub(super) const CLAIMS: &[&str] = &[
    "zou",
    "zouden",
    "soll",
    "sollen",
    "aurait",
    "auraient",
    "serait",
    "seraient",
    "habría",
    "habrían",
    "avrebbe",
    "avrebbero",
    "sarebbe",
    "sarebbero",
    "teria",
    "teriam",
];
/// Verbs of hearsay that also set a duty: German, Dutch, Danish, Norwegian, Swedish.
pub(super) const DUTIES: &[&str] = &["soll", "sollen", "zou", "zouden", "skal", "skulle", "ska"];
