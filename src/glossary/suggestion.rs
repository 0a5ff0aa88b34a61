//! What to write instead: a row's `write`, with slots filled, inflected, cased and with the right article.

use std::ops::Range;

use crate::english;
use crate::english::article;
use crate::english::case;
use crate::english::inflect::{self, Form};
use crate::english::lemma;
use crate::glossary::agreement::{self, Printed};
use crate::glossary::bound;
use crate::glossary::capitals;
use crate::glossary::cases;
use crate::glossary::classes::{self, Class};
use crate::glossary::compile::Glossary;
use crate::glossary::entry::{Entry, Inflect, Kind};
use crate::glossary::loss;
use crate::glossary::matching::{self, Line, Slot, Taken};
use crate::glossary::pattern::{self, Pattern};
use crate::glossary::scan::Hit;
use crate::glossary::store::Row;
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::words::{Gap, Shape};

/// One thing to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The bytes of the prose that it replaces (an article before the hit may be taken in).
    pub range: Range<usize>,
    /// The text; empty: take the words out.
    pub text: String,
    /// True where it may not fit as it stands, or would take a number, a name, a day or a "not" out of the story: for an
    /// editor to choose.
    pub unsure: bool,
}

impl Suggestion {
    /// A text that fits.
    #[must_use]
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Suggestion { range, text: text.into(), unsure: false }
    }
}

/// The suggestions for a hit, best first; empty when the row has nothing to write.
#[must_use]
pub fn suggestions(glossary: &Glossary, text: &str, reading: &Reading, hit: &Hit) -> Vec<Suggestion> {
    let (row, pattern) = glossary.pattern(hit.pattern);
    let entry = &row.entry;
    if entry.kind == Kind::Leftover {
        return vec![Suggestion::new(hit.range.clone(), "")];
    }
    if entry.write.is_empty() {
        return vec![deletion(text, reading, hit)];
    }
    let found: Vec<String> = reading.words[hit.words.clone()].iter().map(|word| fold::lower(word.of(text))).collect();
    let fitting = cases::fitting(&entry.write, pattern, &found);
    let mut all: Vec<Suggestion> = Vec::with_capacity(fitting.len());
    for one in fitting.into_iter().filter_map(|write| form(glossary, text, reading, hit, write)) {
        // Two forms filled from one phrase may come out alike.
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// One of a row's `write` forms in the place of a hit, inflected and cased to fit; none when it cannot be filled.
#[must_use]
pub fn form(glossary: &Glossary, text: &str, reading: &Reading, hit: &Hit, write: &str) -> Option<Suggestion> {
    let (row, pattern) = glossary.pattern(hit.pattern);
    let line = Line::of(text, reading, reading.near(&hit.words));
    let taken = matching::captures(pattern, &line, hit.words.clone(), false).unwrap_or_default();
    whole(row, pattern, write, &line, &taken, hit)
}

fn whole(row: &Row, pattern: &Pattern, write: &str, line: &Line<'_>, taken: &[Taken], hit: &Hit) -> Option<Suggestion> {
    let (entry, text) = (&row.entry, line.text);
    let Printed { text: mut filled, unsure } = fill(entry, pattern, write, line, taken, &hit.words)?;
    let unsure = unsure || loss::loses(line, hit.words.clone(), taken, &filled);
    if entry.kind == Kind::Person && hit.words.len() == 1 {
        // A surname alone is answered with a surname alone.
        filled = filled.rsplit(' ').next().unwrap_or(&filled).to_owned();
    }
    if has_determiner_before(line, hit.words.start) {
        filled = without_article(filled);
    }
    filled = capitals::fitting(row, &filled, line, taken, hit);
    filled = with_articles(&filled);
    let mut range = hit.range.clone();
    if let Some(before) = hit.words.start.checked_sub(1).filter(|before| *before >= line.range().start)
        && line.words[hit.words.start].gap == Gap::Space
    {
        let word = line.words[before].of(text);
        if matches!(word, "a" | "an" | "A" | "An")
            && let Some(first) = filled.split_whitespace().next()
        {
            let right = article::article_for(first);
            if !word.eq_ignore_ascii_case(right) {
                let right = if word.starts_with('A') { right.replacen('a', "A", 1) } else { right.to_owned() };
                range.start = line.words[before].start as usize;
                filled = format!("{right} {filled}");
            }
        }
    }
    possessive(text, line, hit, &mut range, &mut filled);
    one_stop(text, line, hit, &mut range, &mut filled);
    if line.words[hit.words.start].gap == Gap::Joined && filled.starts_with(char::is_alphanumeric) {
        // What takes the place of a clitic is a word of its own.
        filled.insert(0, ' ');
    }
    Some(Suggestion { range, text: filled, unsure })
}

/// True where a determiner or a possessive stands directly before a word, or before the adjective that stands there.
fn has_determiner_before(line: &Line<'_>, at: usize) -> bool {
    let before = |at: usize| (at > line.range().start && line.words[at].gap == Gap::Space).then(|| at - 1);
    let determines =
        |at: usize| line.words[at].shape == Shape::Possessive || DETERMINERS.contains(&line.key(at).as_str());
    let describes = |at: usize| {
        let readings = lemma::readings(&line.key(at));
        !readings.is_empty() && readings.iter().all(|reading| reading.class == lemma::Class::Adjective)
    };
    before(at).is_some_and(|one| determines(one) || describes(one) && before(one).is_some_and(determines))
}

/// Words after which no article stands; "that" may be a conjunction.
const DETERMINERS: [&str; 18] = [
    "the", "a", "an", "this", "these", "those", "my", "your", "his", "its", "our", "their", "each", "every", "any",
    "some", "no", "another",
];

/// A text without the article with which it begins.
fn without_article(text: String) -> String {
    let article = ["the ", "a ", "an "]
        .into_iter()
        .find(|article| text.get(..article.len()).is_some_and(|start| start.eq_ignore_ascii_case(article)));
    article.map_or_else(|| text.clone(), |article| text[article.len()..].to_owned())
}

/// True where a sentence ends before a word, also behind an abbreviation, where only a small word's capital tells it.
fn ends_sentence(line: &Line<'_>, at: usize) -> bool {
    at == line.range().end || {
        let word = line.words[at].of(line.text);
        line.words[at].shape == Shape::Capital && english::classes::is_function_word(&fold::lower(word))
    }
}

/// The full stop that ends a sentence stands once where an abbreviation ends it, and stays where one is replaced.
fn one_stop(text: &str, line: &Line<'_>, hit: &Hit, range: &mut Range<usize>, filled: &mut String) {
    let after = &text[range.end..];
    if filled.ends_with('.') && after.starts_with('.') && !after.starts_with("..") {
        range.end += 1;
    } else if text[range.clone()].ends_with('.')
        && !filled.ends_with('.')
        && ends_sentence(line, hit.words.end)
        && after.trim_start_matches(['"', '”', '’', ')', '\'']).chars().next().is_none_or(char::is_whitespace)
        && !after.starts_with('.')
    {
        filled.push('.');
    }
}

/// Carries a possessive over: `kids'` becomes `children's`, `child's` in the plural `kids'`.
fn possessive(text: &str, line: &Line<'_>, hit: &Hit, range: &mut Range<usize>, filled: &mut String) {
    let found = &text[hit.range.clone()];
    let (found_s, filled_s) = (found.ends_with('s'), filled.ends_with('s') && is_plural(filled));
    let mut after = text[hit.range.end..].chars();
    let mark = after.next().filter(|c| matches!(c, '\'' | '’'));
    if let Some(mark) = mark
        && found_s
        && !filled.ends_with('s')
        && !after.next().is_some_and(char::is_alphanumeric)
    {
        range.end = hit.range.end + mark.len_utf8();
        filled.push(mark);
        filled.push('s');
    } else if let Some(mark) = mark
        && !found_s
        && filled_s
        && let Some(next) = line.words.get(hit.words.end).filter(|next| next.shape == Shape::Possessive)
    {
        range.end = next.end as usize;
        filled.push(mark);
    }
}

/// True when the last word is a plural and no singular: the boss's, the bosses'.
fn is_plural(text: &str) -> bool {
    let last = text.rsplit([' ', '-']).next().unwrap_or(text);
    let readings = lemma::readings(&fold::lower(last));
    let has = |form: Form| readings.iter().any(|reading| reading.form == form);
    has(Form::Plural) && !has(Form::Singular)
}

/// Fills the slots of a `write` cell; none when one of them has nothing in the words found.
fn fill(
    entry: &Entry,
    pattern: &Pattern,
    write: &str,
    line: &Line<'_>,
    taken: &[Taken],
    found: &Range<usize>,
) -> Option<Printed> {
    let write = &with_groups(write, taken)?;
    let slots = slots_of(write);
    if slots.is_empty() {
        return Some(head_inflected(entry, write, line, taken));
    }
    let named = |name: &str| slots.iter().any(|(_, slot)| *slot == name);
    let mut used = vec![false; taken.len()];
    let mut out = String::with_capacity(write.len());
    let mut at = 0;
    let mut unsure = false;
    for (range, name) in &slots {
        out.push_str(&write[at..range.start]);
        at = range.end;
        let (base, form) = parts_of(name);
        let same = taken.iter().enumerate().position(|(at, t)| !used[at] && is_same(t, name));
        if let Some(index) = same {
            used[index] = true;
            out.push_str(&text_of(line, &taken[index].words));
            continue;
        }
        if form.is_none()
            && let Some(class) = classes::named(base, None)
        {
            // A class that `avoid` holds and that took no word leaves nothing; one word of a list cannot be made up.
            let found = taken.iter().filter(|one| one.slot == Slot::Class(class.clone())).count();
            if class.members().is_some() || pattern.classes(&class) <= found {
                return None;
            }
            continue;
        }
        let lemma = base.split('/').next().unwrap_or(base);
        let free = taken
            .iter()
            .enumerate()
            .find(|(at, t)| !used[*at] && matches!(&t.slot, Slot::Lemma(name, ..) if !named(name)));
        let phrase = write[at..].starts_with(' ');
        let printed = match (form, free) {
            (Some(form), _) => Printed { text: inflect::inflect(lemma, form), unsure: false },
            (None, Some((index, free))) if !is_head(free) => {
                used[index] = true;
                agreement::printed(lemma, free, line, phrase)?
            }
            // The head of a form without slots need not be its verb: "carried fruit".
            (None, free) => agreement::printed_for_any(base, found.clone(), line, phrase)
                .or_else(|| agreement::printed(lemma, free?.1, line, phrase))?,
        };
        unsure |= printed.unsure;
        out.push_str(&printed.text);
    }
    out.push_str(&write[at..]);
    let filled = out
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" 's", "'s")
        .replace(" ’s", "’s")
        .replace(" ,", ",");
    Some(Printed { text: filled, unsure })
}

/// True where what a pattern finds can fill a slot of `write`.
pub(super) fn can_fill(pattern: &Pattern, name: &str) -> bool {
    let (base, form) = parts_of(name);
    match classes::named(base, None) {
        Some(class) => pattern.classes(&class) > 0,
        None => form.is_some() || agreement::can_fill(pattern, base),
    }
}

/// The alternatives of a `write` cell replaced by the ones that were found; none when one of them is bound to words that
/// were not.
fn with_groups(write: &str, taken: &[Taken]) -> Option<String> {
    let found: Vec<(usize, usize)> = taken
        .iter()
        .filter_map(|t| if let Slot::Group(size, which) = t.slot { Some((size, which)) } else { None })
        .collect();
    let groups = bound::groups(write);
    let sizes: Vec<usize> = found.iter().map(|(size, _)| *size).collect();
    let mut out = String::with_capacity(write.len());
    let mut at = 0;
    for (group, partner) in groups.iter().zip(bound::partners(&groups, &sizes)) {
        out.push_str(&write[at..group.range.start]);
        out.push_str(group.options().nth(found[partner?].1)?);
        at = group.range.end;
    }
    out.push_str(&write[at..]);
    Some(out)
}

fn is_same(taken: &Taken, name: &str) -> bool {
    match &taken.slot {
        Slot::Lemma(own, ..) => own == name,
        Slot::Class(class) => {
            let (base, form) = parts_of(name);
            match (class, classes::named(base, form)) {
                (Class::List(a, _), Some(Class::List(b, _))) => *a == b,
                (class, Some(other)) => *class == other,
                _ => false,
            }
        }
        Slot::Group(..) => false,
    }
}

fn text_of(line: &Line<'_>, words: &Range<usize>) -> String {
    let (first, last) = (&line.words[words.start], &line.words[words.end - 1]);
    line.text[first.start as usize..last.end as usize].to_owned()
}

/// The slots of a `write` cell: their bytes, brackets included, and their text.
pub(super) fn slots_of(write: &str) -> Vec<(Range<usize>, &str)> {
    let mut slots = Vec::new();
    let mut from = 0;
    while let Some(open) = write[from..].find('<') {
        let open = from + open;
        let Some(close) = write[open..].find('>') else { break };
        slots.push((open..open + close + 1, &write[open + 1..open + close]));
        from = open + close + 1;
    }
    slots
}

/// The word or class of a slot, and the form that its suffix asks for.
fn parts_of(slot: &str) -> (&str, Option<Form>) {
    slot.split_once(':').map_or((slot, None), |(base, form)| (base, pattern::form_named(form)))
}

/// True for the head word of a form without slots.
fn is_head(taken: &Taken) -> bool {
    matches!(&taken.slot, Slot::Lemma(name, ..) if name.is_empty())
}

/// A plain `write` in the form in which the head word of a plain `avoid` was found.
fn head_inflected(entry: &Entry, write: &str, line: &Line<'_>, taken: &[Taken]) -> Printed {
    let as_it_is = || {
        // "They do not": an auxiliary, whose verb comes later.
        let auxiliary = |one: &Taken| matches!(&one.slot, Slot::Lemma(_, own, _) if inflect::is_auxiliary(own));
        let denied = |one: &Taken| one.words.end < line.range().end && line.key(one.words.end) == "not";
        Printed { text: write.to_owned(), unsure: taken.iter().any(|one| auxiliary(one) && denied(one)) }
    };
    let Some(head) = taken.iter().find(|one| is_head(one)) else {
        return as_it_is();
    };
    let begins_with_be = write.strip_prefix("be ");
    let Some(found) = found_head(entry, head, line, begins_with_be.is_some()) else { return as_it_is() };
    if let Some(rest) = begins_with_be {
        let be = agreement::printed("be", &found, line, true);
        return be.map_or_else(
            || Printed { text: write.to_owned(), unsure: true },
            |be| Printed { text: format!("{} {rest}", be.text), ..be },
        );
    }
    let Slot::Lemma(_, _, forms) = &found.slot else { return as_it_is() };
    let forms = agreement::by_sentence(forms, line, head.words.start);
    match agreement::in_context(&forms, line, head.words.start) {
        None | Some(Form::Base | Form::Singular | Form::Positive) => as_it_is(),
        Some(form) => Printed { text: inflect::inflect(write, form), ..as_it_is() },
    }
}

/// The head with the forms that the row's class of words has; none where the row's own words are in that form already
/// (`avoid` and `write` both plural), unless a dictionary form is asked for all the same.
fn found_head(entry: &Entry, head: &Taken, line: &Line<'_>, dictionary: bool) -> Option<Taken> {
    let word = line.key(head.words.start);
    let as_written = entry.avoid.iter().any(|cell| cell.split([' ', '-']).any(|part| fold::lower(part) == word));
    let Slot::Lemma(_, lemma, forms) = &head.slot else { return None };
    if as_written && !(dictionary && *lemma == word) {
        return None;
    }
    let wanted = |form: &Form| match entry.inflect {
        Inflect::Noun => matches!(form, Form::Singular | Form::Plural),
        Inflect::Verb => !matches!(form, Form::Singular | Form::Plural),
        _ => true,
    };
    let forms: Vec<Form> = forms.iter().copied().filter(wanted).collect();
    Some(Taken { slot: Slot::Lemma(String::new(), lemma.clone(), forms), words: head.words.clone() })
}

/// `a` and `an` inside a suggestion, set right for the word that follows.
fn with_articles(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if !words.iter().any(|word| matches!(*word, "a" | "an")) {
        return text.to_owned();
    }
    let mut out: Vec<&str> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1);
        out.push(match (*word, next) {
            ("a" | "an", Some(next)) => article::article_for(next),
            (word, _) => word,
        });
    }
    out.join(" ")
}

/// Takes the words out, with one space, with the brackets or the two commas around them; at the start of a sentence the next
/// word gets its capital, and an article before them is set right for it.
fn deletion(text: &str, reading: &Reading, hit: &Hit) -> Suggestion {
    let sentence = reading.sentence_of(hit.words.start);
    let mut range = hit.range.clone();
    let (before, after) = (&text[..range.start], &text[range.end..]);
    if before.ends_with('(') && after.starts_with(')') {
        range = range.start - 1..range.end + 1;
    } else if before.trim_end().ends_with(',') && after.starts_with(',') {
        range = before.trim_end().len() - 1..range.end + 1;
    }
    if hit.words.start > sentence.start
        && hit.words.end < sentence.end
        && let (article, next) = (reading.words[hit.words.start - 1], reading.words[hit.words.end])
        && matches!(article.of(text), "a" | "an" | "A" | "An")
        && text[article.end as usize..range.start].trim().is_empty()
        && text[range.end..next.start as usize].trim().is_empty()
    {
        let right = article::article_for(next.of(text));
        let text = if article.of(text).starts_with('A') { case::capitalised(right) } else { right.to_owned() };
        return Suggestion::new(article.start as usize..range.end, text);
    }
    if hit.words.start == sentence.start {
        if let Some(next) = reading.words.get(hit.words.end).filter(|_| hit.words.end < sentence.end) {
            // The next word opens the sentence now: it is part of the place, with the mark that opens before it.
            let between = &text[range.end..next.start as usize];
            let mark = between
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '-' | '–' | '—'));
            range.end = next.end as usize;
            return Suggestion::new(range, format!("{mark}{}", case::capitalised(next.of(text))));
        }
        return Suggestion::new(range, "");
    }
    // A comma before them closes nothing when the sentence ends behind them.
    let before = text[..range.start].trim_end();
    range.start = match before.strip_suffix(',') {
        Some(before) if text[range.end..].starts_with(['.', '!', '?']) => before.len(),
        _ if text[..range.start].ends_with(' ') => range.start - 1,
        _ => range.start,
    };
    Suggestion::new(range, "")
}
