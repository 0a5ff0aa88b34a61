//! Rows that stand for a family of phrases: which of the forms to write speak of the phrase that was found.
//!
//! A row may avoid `(years|months) of prison` and write `years in prison|months in prison`. Where months were found, "years in
//! prison" is no suggestion but an error.

use crate::english::classes;
use crate::english::lemma;
use crate::glossary::pattern::{Item, Pattern};
use crate::text::fold;
use crate::text::words;

/// Words that say nothing of the case, beside prepositions.
const ARTICLES: &[&str] = &["a", "an", "the", "this", "that", "these", "those"];

/// The forms to write that speak of no other case than what was found, those first that hold most of its own words;
/// all, as they stand, when each speaks of another case. `found` are the look-up forms of the words found.
#[must_use]
pub fn fitting<'w>(write: &'w [String], pattern: &Pattern, found: &[String]) -> Vec<&'w str> {
    let all = || write.iter().map(String::as_str);
    if write.len() < 2 {
        return all().collect();
    }
    let groups = groups(&pattern.items);
    let mut fit: Vec<(usize, &str)> = Vec::new();
    for form in all() {
        let said = look_up(form);
        let mut own = 0;
        let fits = groups.iter().all(|group| {
            let taken: Vec<&Case> = group.iter().filter(|option| holds(found, option)).collect();
            own += taken.iter().filter(|option| holds(&said, option)).count();
            taken.is_empty() || !group.iter().any(|option| is_another(option, &taken) && holds(&said, option))
        });
        if fits {
            fit.push((own, form));
        }
    }
    if fit.is_empty() {
        return all().collect();
    }
    fit.sort_by_key(|(own, _)| std::cmp::Reverse(*own));
    fit.into_iter().map(|(_, form)| form).collect()
}

/// Words in brackets of a form to avoid for which every form to write speaks of another case.
#[must_use]
pub fn unanswered(write: &[String], pattern: &Pattern) -> Vec<String> {
    let said: Vec<Vec<String>> = write.iter().map(|form| look_up(form)).collect();
    let mut open = Vec::new();
    for group in groups(&pattern.items) {
        for option in &group {
            let other = |said: &Vec<String>| {
                !holds(said, option) && group.iter().any(|one| is_another(one, &[option]) && holds(said, one))
            };
            if !said.is_empty() && said.iter().all(other) {
                open.push(option.join(" "));
            }
        }
    }
    open
}

/// One alternative in brackets: its words in look-up form.
type Case = Vec<String>;

/// The alternatives in brackets, at any depth, that are plain words which can tell one case from another.
fn groups(items: &[Item]) -> Vec<Vec<Case>> {
    let mut out = Vec::new();
    for item in items {
        let Item::Any(forms) = item else { continue };
        let plain = |form: &Vec<Item>| -> Option<Case> {
            form.iter().map(|item| if let Item::Word(word) = item { Some(word.clone()) } else { None }).collect()
        };
        let telling = |option: &Case| option.iter().any(|word| tells(word));
        out.push(forms.iter().filter_map(plain).filter(telling).collect());
        forms.iter().for_each(|form| out.extend(groups(form)));
    }
    out.retain(|group| group.len() > 1);
    out
}

fn tells(word: &str) -> bool {
    !classes::is_preposition(word) && !ARTICLES.contains(&word)
}

/// Whether an alternative is another case than those found: none of them, nor another form of the same word.
fn is_another(option: &Case, taken: &[&Case]) -> bool {
    taken
        .iter()
        .all(|one| *one != option && !(one.len() == option.len() && one.iter().zip(option).all(|(a, b)| same(a, b))))
}

/// Whether two words can be forms of one.
pub(super) fn same(one: &str, other: &str) -> bool {
    one == other || {
        let of_other = lemma::readings(other);
        lemma::readings(one).iter().any(|a| of_other.iter().any(|b| a.lemma == b.lemma))
    }
}

fn holds(words: &[String], option: &Case) -> bool {
    words.windows(option.len().max(1)).any(|window| window == option.as_slice())
}

/// The words of a form to write, slots and brackets left out.
fn look_up(form: &str) -> Vec<String> {
    let mut plain = String::with_capacity(form.len());
    let mut depth = 0_usize;
    for c in form.chars() {
        match c {
            '<' | '(' => depth += 1,
            '>' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    words::words(&plain).iter().map(|word| fold::lower(word.of(&plain))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::pattern;

    fn fit(write: &str, avoid: &str, found: &str) -> Vec<String> {
        let write: Vec<String> = write.split('|').map(str::to_owned).collect();
        let pattern = pattern::parse(avoid).expect("a pattern");
        fitting(&write, &pattern, &look_up(found)).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_form_for_another_case_is_not_offered() {
        let (write, avoid) = ("years in prison|months in prison", "(years|months) of (prison|jail)");
        assert_eq!(fit(write, avoid, "months of prison"), ["months in prison"]);
        assert_eq!(fit("marry him|marry her", "marry with (him|her|them)", "marry with her"), ["marry her"]);
        let (write, avoid) = ("fighter jet|combat aircraft", "(battle|fight) (plane|jet|jets|aircraft)");
        assert_eq!(fit(write, avoid, "battle jets"), ["fighter jet"]);
        assert_eq!(fit(write, avoid, "battle plane"), ["fighter jet", "combat aircraft"], "none fits, all are offered");
    }

    #[test]
    fn prepositions_and_optional_words_tell_no_case() {
        let (write, avoid) = ("at the scene|in the area", "(at|in) the place");
        assert_eq!(fit(write, avoid, "at the place"), ["at the scene", "in the area"]);
        let (write, avoid) = ("prison|penal colony", "strict regime [penal|correctional] colony");
        assert_eq!(fit(write, avoid, "strict regime colony"), ["prison", "penal colony"]);
    }

    #[test]
    fn the_form_with_the_words_found_comes_first() {
        assert_eq!(fit("was held|were held", "(was|were) realized", "were realized"), ["were held", "was held"]);
    }

    #[test]
    fn cases_without_an_answer() {
        let write = ["in the morning".to_owned(), "in the evening".to_owned()];
        let pattern = pattern::parse("in (morning|evening|afternoon)").expect("a pattern");
        assert_eq!(unanswered(&write, &pattern), ["afternoon"]);
    }
}
