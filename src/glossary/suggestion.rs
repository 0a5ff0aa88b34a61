//! What to write instead: a row's `write`, with slots filled, inflected, cased and with the right article.

use std::ops::Range;

use crate::english::article;
use crate::english::case;
use crate::english::inflect::{self, Form};
use crate::glossary::bound;
use crate::glossary::cases;
use crate::glossary::classes::{self, Class};
use crate::glossary::compile::Glossary;
use crate::glossary::entry::{Case, Entry, Inflect, Kind};
use crate::glossary::matching::{self, Line, Slot, Taken};
use crate::glossary::pattern;
use crate::glossary::scan::Hit;
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
}

/// The suggestions for a hit, best first; empty when the row has nothing to write.
#[must_use]
pub fn suggestions(glossary: &Glossary, text: &str, reading: &Reading, hit: &Hit) -> Vec<Suggestion> {
    let (row, pattern) = glossary.pattern(hit.pattern);
    let entry = &row.entry;
    if entry.kind == Kind::Leftover {
        return vec![Suggestion { range: hit.range.clone(), text: String::new() }];
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
    whole(&row.entry, write, text, &line, &taken, hit)
}

fn whole(entry: &Entry, write: &str, text: &str, line: &Line<'_>, taken: &[Taken], hit: &Hit) -> Option<Suggestion> {
    let found = &text[hit.range.clone()];
    let mut filled = fill(entry, write, line, taken)?;
    if entry.kind == Kind::Person && hit.words.len() == 1 {
        // A surname alone is answered with a surname alone.
        filled = filled.rsplit(' ').next().unwrap_or(&filled).to_owned();
    }
    if entry.kind.is_name() {
        filled = name_case(entry, filled, found, hit.words.start == line.range().start);
    } else if matches!(entry.case, Case::Sentence | Case::Any) {
        filled = case::match_case(&filled, found);
    }
    filled = with_articles(&filled);
    let mut range = hit.range.clone();
    if hit.words.start > line.range().start && line.words[hit.words.start].gap == Gap::Space {
        let before = hit.words.start - 1;
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
    Some(Suggestion { range, text: filled })
}

/// A name's own capitals, but for a line in capitals and a small first letter where a sentence starts.
fn name_case(entry: &Entry, write: String, found: &str, opens: bool) -> String {
    let capitals = found.chars().filter(|c| c.is_uppercase()).count();
    if capitals > 3 && !found.contains(char::is_lowercase) && !entry.avoid.iter().any(|form| form == found) {
        write.to_uppercase()
    } else if opens && found.starts_with(char::is_uppercase) {
        case::capitalised(&write)
    } else {
        write
    }
}

/// Carries a possessive over: `kids'` becomes `children's`, `child's` in the plural `kids'`.
fn possessive(text: &str, line: &Line<'_>, hit: &Hit, range: &mut Range<usize>, filled: &mut String) {
    let found = &text[hit.range.clone()];
    let (found_s, filled_s) = (found.ends_with('s'), filled.ends_with('s'));
    let mut after = text[hit.range.end..].chars();
    let mark = after.next().filter(|c| matches!(c, '\'' | '’'));
    if let Some(mark) = mark
        && found_s
        && !filled_s
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

/// Fills the slots of a `write` cell.
fn fill(entry: &Entry, write: &str, line: &Line<'_>, taken: &[Taken]) -> Option<String> {
    let write = &with_groups(write, taken)?;
    let slots = slots_of(write);
    if slots.is_empty() {
        return Some(head_inflected(entry, write, line, taken));
    }
    let named = |name: &str| slots.iter().any(|(_, slot)| *slot == name);
    let mut used = vec![false; taken.len()];
    let mut out = String::with_capacity(write.len());
    let mut at = 0;
    for (range, name) in &slots {
        out.push_str(&write[at..range.start]);
        at = range.end;
        let (base, form) = name.split_once(':').map_or((*name, None), |(base, form)| (base, pattern::form_named(form)));
        let same = taken.iter().enumerate().position(|(at, t)| !used[at] && is_same(t, name));
        if let Some(index) = same {
            used[index] = true;
            out.push_str(&text_of(line, &taken[index].words));
            continue;
        }
        if form.is_none()
            && let Some(class) = classes::named(base, None)
        {
            // A class that may be empty leaves nothing; one word of a list cannot be made up.
            if class.members().is_some() {
                return None;
            }
            continue;
        }
        let lemma = base.split('/').next().unwrap_or(base);
        let free = taken
            .iter()
            .enumerate()
            .find(|(at, t)| !used[*at] && matches!(&t.slot, Slot::Lemma(name, ..) if !named(name)));
        let form = form.or_else(|| {
            let (index, slot) = free?;
            used[index] = true;
            form_in_context(slot, line)
        });
        out.push_str(&inflect::inflect(lemma, form.unwrap_or(Form::Base)));
    }
    out.push_str(&write[at..]);
    let filled = out
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" 's", "'s")
        .replace(" ’s", "’s")
        .replace(" ,", ",");
    Some(filled)
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
            let (base, form) =
                name.split_once(':').map_or((name, None), |(base, form)| (base, pattern::form_named(form)));
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
fn slots_of(write: &str) -> Vec<(Range<usize>, &str)> {
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

/// A plain `write` in the form in which the head word of a plain `avoid` was found.
fn head_inflected(entry: &Entry, write: &str, line: &Line<'_>, taken: &[Taken]) -> String {
    let head = taken.iter().find(|t| matches!(&t.slot, Slot::Lemma(name, ..) if name.is_empty()));
    let Some(form) = head.and_then(|head| form_of_head(entry, head, line)) else { return write.to_owned() };
    match form {
        Form::Base | Form::Singular | Form::Positive => write.to_owned(),
        form => inflect::inflect(write, form),
    }
}

/// The form of the head, unless the row's own words are already in that form (`avoid` and `write` both plural).
fn form_of_head(entry: &Entry, head: &Taken, line: &Line<'_>) -> Option<Form> {
    let word = line.key(head.words.start);
    let as_written = entry.avoid.iter().any(|cell| cell.split([' ', '-']).any(|part| fold::lower(part) == word));
    if as_written {
        return None;
    }
    let Slot::Lemma(_, lemma, forms) = &head.slot else { return None };
    let wanted = |form: &Form| match entry.inflect {
        Inflect::Noun => matches!(form, Form::Singular | Form::Plural),
        Inflect::Verb => !matches!(form, Form::Singular | Form::Plural),
        _ => true,
    };
    let forms: Vec<Form> = forms.iter().copied().filter(wanted).collect();
    form_in_context(&Taken { slot: Slot::Lemma(String::new(), lemma.clone(), forms), words: head.words.clone() }, line)
}

/// The one form a word has where it stands: a past form after `have` or `be` is a participle, else the past.
fn form_in_context(taken: &Taken, line: &Line<'_>) -> Option<Form> {
    let Slot::Lemma(_, _, forms) = &taken.slot else { return None };
    let both = forms.contains(&Form::Past) && forms.contains(&Form::Participle);
    if both {
        let from = taken.words.start.saturating_sub(3).max(line.range().start);
        let auxiliary = (from..taken.words.start).any(|at| {
            matches!(
                line.key(at).as_str(),
                "have"
                    | "has"
                    | "had"
                    | "having"
                    | "be"
                    | "been"
                    | "being"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "am"
                    | "get"
                    | "got"
                    | "'ve"
                    | "hasn't"
                    | "haven't"
                    | "hadn't"
                    | "wasn't"
                    | "weren't"
            )
        });
        return Some(if auxiliary { Form::Participle } else { Form::Past });
    }
    forms.first().copied()
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
        return Suggestion { range: article.start as usize..range.end, text };
    }
    if hit.words.start == sentence.start {
        if let Some(next) = reading.words.get(hit.words.end).filter(|_| hit.words.end < sentence.end) {
            // The next word opens the sentence now: it is part of the place, with the mark that opens before it.
            let between = &text[range.end..next.start as usize];
            let mark = between
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '-' | '–' | '—'));
            range.end = next.end as usize;
            return Suggestion { range, text: format!("{mark}{}", case::capitalised(next.of(text))) };
        }
        return Suggestion { range, text: String::new() };
    }
    // A comma before them closes nothing when the sentence ends behind them.
    let before = text[..range.start].trim_end();
    range.start = match before.strip_suffix(',') {
        Some(before) if text[range.end..].starts_with(['.', '!', '?']) => before.len(),
        _ if text[..range.start].ends_with(' ') => range.start - 1,
        _ => range.start,
    };
    Suggestion { range, text: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::segment::Role;
    use crate::glossary::read;
    use crate::glossary::scan::{self, Story};

    /// What a glossary's first hit in a text is answered with.
    fn written(cells: &str, text: &str) -> Vec<String> {
        let glossary = Glossary::of(read::read("g.csv", cells.as_bytes(), 1).expect("a glossary").entries);
        let reading = Reading::of(text);
        let hits = scan::candidates(&glossary, text, &reading, Role::Body, &Story::default());
        suggestions(&glossary, text, &reading, &hits[0]).into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn what_cannot_be_filled_is_not_suggested() {
        let cells = "write,avoid\nunder <poss> plan|under the plan,according to (<poss>|the) plan\n";
        assert_eq!(written(cells, "All went according to the plan."), ["under the plan"]);
        assert_eq!(written(cells, "All went according to their plan."), ["under their plan", "under the plan"]);
    }

    #[test]
    fn alternatives_are_carried_over_in_any_order_and_nothing_is_offered_twice() {
        let cells = "write,avoid\n(father|mother) of (two|three|two),(double|triple|twofold) (father|mother)\n";
        assert_eq!(written(cells, "The triple mother slept."), ["mother of three"]);
        let cells = "write,avoid\n<poss> burns|<poss> (burns|wounds),<poss> obtained (burns|wounds)\n";
        assert_eq!(written(cells, "He died of his obtained burns."), ["his burns"]);
    }

    #[test]
    fn what_is_taken_out_leaves_a_sentence() {
        let out = |text: &str, words: &str| {
            let cells = format!("write,avoid\n,{words}\n");
            let glossary = Glossary::of(read::read("g.csv", cells.as_bytes(), 1).expect("a glossary").entries);
            let reading = Reading::of(text);
            let hits = scan::candidates(&glossary, text, &reading, Role::Body, &Story::default());
            let one = suggestions(&glossary, text, &reading, &hits[0]).remove(0);
            format!("{}{}{}", &text[..one.range.start], one.text, &text[one.range.end..])
        };
        assert_eq!(out("A very old man slept.", "very"), "An old man slept.");
        assert_eq!(out("He saw an extremely big dog.", "extremely"), "He saw a big dog.");
        assert_eq!(out("He, frankly, came.", "frankly"), "He came.");
        assert_eq!(out("It was (frankly) big.", "frankly"), "It was big.");
        assert_eq!(out("(Frankly) big.", "frankly"), "Big.");
        assert_eq!(out("Frankly, he came.", "frankly"), "He came.");
        assert_eq!(out("He came, frankly.", "frankly"), "He came.");
    }

    #[test]
    fn alternatives_bound_to_words_that_were_not_found_are_not_suggested() {
        let cells =
            "write,avoid\ngetaway (car|van|lorry)|getaway (car|van),(car|van|lorry) of flight|flight (car|van)\n";
        assert_eq!(written(cells, "They left in the flight van."), ["getaway van"]);
        let cells = "write,avoid\ngetaway (car|van|lorry),(car|van|lorry) of flight|flight car\n";
        assert_eq!(written(cells, "They left in the flight car."), [""; 0]);
    }
}
