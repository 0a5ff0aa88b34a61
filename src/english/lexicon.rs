//! The list of words with the classes they inflect in, and the irregular forms.

use std::sync::OnceLock;

use super::inflect::Form;
use super::lemma::Class;
use crate::text::table::Table;

/// `word TAB codes`, most usual class first. Codes: `n` noun, `u` noun without plural, `i` noun with the same
/// plural, `p` plural noun, `v` verb, `d` verb that doubles its last letter, `l` verb that doubles it in British
/// spelling only, `j` adjective without endings, `c` adjective with -er and -est, `C` the same with doubling, `k` adjective
/// that has them but is better with "more" and "most", `r` adverb.
static LEXICON: Table = Table::new(include_str!("tables/lexicon.tsv"));

/// `word TAB class TAB forms`, alternatives between slashes, best first.
static IRREGULAR: Table = Table::new(include_str!("tables/irregular.tsv"));

/// The class codes of a lower-case word in its dictionary form, most usual first; empty when it is not listed.
pub(crate) fn codes(word: &str) -> &'static str {
    LEXICON.get(word).unwrap_or("")
}

/// Every listed word with its codes, in byte order.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    LEXICON.rows().filter_map(|row| row.split_once('\t'))
}

/// The irregular forms of `word` in `class`, one field a form (verb: past, participle, -ing, third person;
/// noun: plural; adjective: comparative, superlative). Fields at the end may be missing: they are regular.
pub(crate) fn irregular(word: &str, class: Class) -> Option<std::str::Split<'static, char>> {
    let code = match class {
        Class::Verb => "\tv",
        Class::Noun => "\tn",
        Class::Adjective => "\tj",
        Class::Adverb => return None,
    };
    let mut key = String::with_capacity(word.len() + 2);
    key.push_str(word);
    key.push_str(code);
    IRREGULAR.get(&key).map(|fields| fields.split('\t'))
}

/// The irregular readings of a form: lemma, class, form.
pub(crate) fn irregular_readings(form: &str) -> &'static [(&'static str, &'static str, Class, Form)] {
    static BY_FORM: OnceLock<Vec<(&'static str, &'static str, Class, Form)>> = OnceLock::new();
    let rows = BY_FORM.get_or_init(by_form);
    let start = rows.partition_point(|row| row.0 < form);
    let end = start + rows[start..].iter().take_while(|row| row.0 == form).count();
    &rows[start..end]
}

fn by_form() -> Vec<(&'static str, &'static str, Class, Form)> {
    let mut rows = Vec::with_capacity(1600);
    for line in IRREGULAR.rows() {
        let mut fields = line.split('\t');
        let (Some(lemma), Some(code)) = (fields.next(), fields.next()) else {
            continue;
        };
        let (class, forms): (Class, &[Form]) = match code {
            "v" => (Class::Verb, &[Form::Past, Form::Participle, Form::Ing, Form::ThirdPerson]),
            "n" => (Class::Noun, &[Form::Plural]),
            _ => (Class::Adjective, &[Form::Comparative, Form::Superlative]),
        };
        for (field, &form) in fields.zip(forms) {
            for word in field.split('/').filter(|word| !word.is_empty()) {
                rows.push((word, lemma, class, form));
            }
        }
    }
    rows.sort_by_key(|row| row.0);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_row_is_found() {
        for table in [&LEXICON, &IRREGULAR] {
            let rows: Vec<_> = table.rows().collect();
            assert!(rows.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        }
        for (word, list) in all() {
            assert_eq!(codes(word), list, "{word}");
            assert!(list.chars().all(|code| "nuipvdljcCkr".contains(code)), "{word}");
        }
        assert!(irregular("go", Class::Verb).is_some() && irregular("go", Class::Noun).is_none());
        assert_eq!(irregular_readings("went")[0].1, "go");
    }
}
