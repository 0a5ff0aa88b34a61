//! Word lists of the comma splice: what opens a second sentence, and what makes a comma right.

use crate::rules::words::Words;

/// Pronouns that open a second sentence.
pub(super) static PRONOUNS: Words = Words::named("comma-splice pronouns");

/// Adverbs that may open it, though they look like conjunctions.
pub(super) static LINKS: Words = Words::named("comma-splice links");

/// A pronoun and its verb written as one.
pub(super) const CONTRACTIONS: [&str; 16] = [
    "they're", "we're", "you're", "he'll", "she'll", "it'll", "they'll", "we'll", "i'll", "they've", "we've", "i've",
    "i'm", "he'd", "she'd", "they'd",
];

/// Verbs of saying and thinking: "…, he says" and "he had stressed, …" are no second sentence.
pub(super) static SAYING: Words = Words::named("comma-splice saying");

/// Words that open a clause which needs a comma and a main clause after it.
pub(super) static SUBORDINATORS: Words = Words::named("comma-splice subordinators");

/// Words that open a phrase which does.
pub(super) static OPENERS: Words = Words::named("comma-splice openers");

/// A stretch with one of these may lean on what follows the comma.
pub(super) static LEANING: Words = Words::named("comma-splice leaning");

/// Those of them, and of the subordinators, that may open a mere phrase at the end of a clause.
pub(super) static TRAILING: Words = Words::named("comma-splice trailing");

/// Words that start a clause of their own inside a sentence: a verb must stand before them, and mostly after them.
pub(super) static CLAUSES: Words = Words::named("comma-splice clauses");

/// Adverbs that may stand between the pronoun and its verb.
pub(super) static ADVERBS: Words = Words::named("comma-splice adverbs");

/// Negations: "not a crisis, a chance" and its like.
pub(super) static NEGATIONS: Words = Words::named("comma-splice negations");
