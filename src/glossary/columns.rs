//! The one table of what a glossary row may hold: each column's name, other names, meaning and reader.

use crate::glossary::entry::{Case, Entry, Inflect, Kind, Needs, Status};
use crate::glossary::pattern;
use crate::scales::{Level, Safety};
use crate::text::day::Day;

/// One column.
pub struct Column {
    /// Its name in the header row.
    pub name: &'static str,
    /// Other names that are taken for it.
    pub aliases: &'static [&'static str],
    /// What it means, for help texts.
    pub about: &'static str,
    /// Reads a cell into the row; the error says what is wrong and what to write.
    pub read: fn(&mut Entry, &str) -> Result<(), String>,
}

/// All columns, in the order in which copydesk writes them.
pub const COLUMNS: &[Column] = &[
    Column {
        name: "write",
        aliases: &["preferred"],
        about: "what the house prints, best first",
        read: |e, c| {
            e.write = split_alternatives(c);
            e.write.iter().try_for_each(|form| pattern::slots_hold(form))
        },
    },
    Column {
        name: "avoid",
        aliases: &["forbidden"],
        about: "forms not to print; may be patterns",
        read: |e, c| list(&mut e.avoid, c),
    },
    Column {
        name: "kind",
        aliases: &[],
        about: "term, person, place, body, phrase, false-friend, leftover, keep",
        read: |e, c| named(&mut e.kind, c, Kind::NAMES),
    },
    Column {
        name: "from",
        aliases: &["language"],
        about: "languages of the original for which the row holds",
        read: languages,
    },
    Column {
        name: "original",
        aliases: &["source_form"],
        about: "the original's word or idiom",
        read: |e, c| list(&mut e.original, c),
    },
    Column {
        name: "when",
        aliases: &[],
        about: "one of these must be in the same sentence",
        read: |e, c| list(&mut e.when, c),
    },
    Column {
        name: "unless",
        aliases: &["except"],
        about: "none of these may be in the same sentence",
        read: |e, c| list(&mut e.unless, c),
    },
    Column { name: "needs", aliases: &[], about: "from, quote (outside quotations), N/WORDS", read: needs },
    Column {
        name: "case",
        aliases: &["case_policy"],
        about: "as-is, sentence (default), exact, any",
        read: |e, c| {
            let names =
                [("sentence", Case::Sentence), ("as-is", Case::AsIs), ("exact", Case::Exact), ("any", Case::Any)];
            named(&mut e.case, c, &names)
        },
    },
    Column {
        name: "inflect",
        aliases: &[],
        about: "noun, verb, adjective, none; default from the word",
        read: |e, c| {
            let names = [
                ("auto", Inflect::Auto),
                ("none", Inflect::None),
                ("noun", Inflect::Noun),
                ("verb", Inflect::Verb),
                ("adjective", Inflect::Adjective),
            ];
            named(&mut e.inflect, c, &names)
        },
    },
    Column {
        name: "first",
        aliases: &["first_mention"],
        about: "the form at first mention",
        read: |e, c| text(&mut e.first, c),
    },
    Column {
        name: "level",
        aliases: &["severity"],
        about: "error, warning, hint, off",
        read: |e, c| {
            e.level = Some(
                Level::from_name(&c.to_lowercase())
                    .ok_or_else(|| unknown(c, Level::ALL.map(Level::name).into_iter()))?,
            );
            Ok(())
        },
    },
    Column {
        name: "safety",
        aliases: &[],
        about: "sure, likely, choice",
        read: |e, c| {
            e.safety = Some(
                Safety::from_name(&c.to_lowercase())
                    .ok_or_else(|| unknown(c, Safety::ALL.map(Safety::name).into_iter()))?,
            );
            Ok(())
        },
    },
    Column {
        name: "since",
        aliases: &["valid_from"],
        about: "first day on which the row holds",
        read: |e, c| date(&mut e.since, c),
    },
    Column {
        name: "until",
        aliases: &["valid_until"],
        about: "last day on which the row holds",
        read: |e, c| date(&mut e.until, c),
    },
    Column {
        name: "status",
        aliases: &[],
        about: "preferred, admitted, deprecated, draft, archived",
        read: |e, c| named(&mut e.status, c, Status::NAMES),
    },
    Column { name: "note", aliases: &["why"], about: "shown with the finding", read: |e, c| text(&mut e.note, c) },
    Column {
        name: "link",
        aliases: &["source_url"],
        about: "where the house says so",
        read: |e, c| text(&mut e.link, c),
    },
    Column {
        name: "bad",
        aliases: &[],
        about: "a sentence in which the row must be found",
        read: |e, c| list(&mut e.bad, c),
    },
    Column { name: "good", aliases: &[], about: "a sentence in which it must not", read: |e, c| list(&mut e.good, c) },
    Column {
        name: "human",
        aliases: &[],
        about: "measured hits per million words of human English",
        read: |e, c| text(&mut e.human, c),
    },
    Column {
        name: "machine",
        aliases: &[],
        about: "measured hits per million words of machine English",
        read: |e, c| text(&mut e.machine, c),
    },
    Column {
        name: CONCEPT,
        aliases: &["id"],
        about: "the concept's id in a term base",
        read: |e, c| other(e, CONCEPT, c),
    },
    Column { name: DOMAIN, aliases: &["subject"], about: "the subject field", read: |e, c| other(e, DOMAIN, c) },
    Column {
        name: TERMS,
        aliases: &[],
        about: "terms of several languages, es:término | fr:terme",
        read: |e, c| other(e, TERMS, c),
    },
];

/// A term base's id for the row.
pub const CONCEPT: &str = "concept";
/// The subject field.
pub const DOMAIN: &str = "domain";
/// The terms of a row for several languages, each with its language.
pub const TERMS: &str = "terms";

/// The column of that name or other name; case and surrounding space do not count.
#[must_use]
pub fn find(header: &str) -> Option<&'static Column> {
    let name = header.trim().to_lowercase().replace([' ', '_'], "-");
    let name = name.as_str();
    COLUMNS
        .iter()
        .find(|column| column.name == name || column.aliases.iter().any(|alias| alias.replace('_', "-") == name))
}

fn list(into: &mut Vec<String>, cell: &str) -> Result<(), String> {
    into.extend(split_alternatives(cell));
    Ok(())
}

/// The parts of a cell between `|`, brackets respected: `(a|b) c|d` has two. Empty parts are left out.
#[must_use]
pub fn split_alternatives(cell: &str) -> Vec<String> {
    if !cell.contains('|') {
        return Some(cell.trim()).filter(|part| !part.is_empty()).map(str::to_owned).into_iter().collect();
    }
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (at, c) in cell.char_indices() {
        match c {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' => depth = (depth - 1).max(0),
            '|' if depth == 0 => {
                parts.push(&cell[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&cell[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn text(into: &mut String, cell: &str) -> Result<(), String> {
    cell.clone_into(into);
    Ok(())
}

/// A column that plays no part in checks: kept for the term base it came from.
fn other(entry: &mut Entry, name: &str, cell: &str) -> Result<(), String> {
    entry.other.push((name.to_owned(), cell.to_owned()));
    Ok(())
}

fn named<T: Copy>(into: &mut T, cell: &str, names: &[(&str, T)]) -> Result<(), String> {
    let lower = cell.to_lowercase();
    let found = names.iter().find(|(name, _)| *name == lower);
    *into = found.ok_or_else(|| unknown(cell, names.iter().map(|(name, _)| *name)))?.1;
    Ok(())
}

fn unknown<'a>(cell: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    format!("\"{cell}\" is none of {}", names.join(", "))
}

fn languages(entry: &mut Entry, cell: &str) -> Result<(), String> {
    for code in cell.split([' ', ',', '|', ';']).filter(|code| !code.is_empty()) {
        let good = (2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphabetic());
        if !good {
            return Err(format!("\"{code}\" is no language code; write two letters such as nl or uk"));
        }
        entry.from.push(code.to_ascii_lowercase());
    }
    Ok(())
}

fn needs(entry: &mut Entry, cell: &str) -> Result<(), String> {
    let mut needs = Needs::default();
    for word in cell.split_whitespace() {
        match word {
            "from" => needs.from = true,
            "quote" => needs.quote = true,
            rate => {
                let parsed = rate.split_once('/').and_then(|(n, w)| Some((n.parse().ok()?, w.parse().ok()?)));
                match parsed {
                    Some((n, w)) if n > 0 && w > 0 => needs.rate = Some((n, w)),
                    _ => return Err(format!("\"{word}\" is none of from, quote, or a rate such as 3/500")),
                }
            }
        }
    }
    entry.needs = needs;
    Ok(())
}

fn date(into: &mut Option<Day>, cell: &str) -> Result<(), String> {
    *into = Some(Day::parse(cell).ok_or_else(|| format!("\"{cell}\" is no date; write it as 2026-11-24"))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_single_and_found_in_any_writing() {
        for (at, column) in COLUMNS.iter().enumerate() {
            assert_eq!(find(&column.name.to_uppercase()).map(|c| c.name), Some(column.name));
            assert!(COLUMNS[at + 1..].iter().all(|other| other.name != column.name));
        }
        assert_eq!(find("First Mention").map(|c| c.name), Some("first"));
        assert!(find("colour").is_none());
    }

    #[test]
    fn bars_inside_brackets_do_not_part() {
        assert_eq!(split_alternatives("(a|b) c|d | [e|f] g|"), ["(a|b) c", "d", "[e|f] g"]);
    }

    #[test]
    fn wrong_cells_say_what_to_write() {
        let mut entry = Entry::default();
        assert!(needs(&mut entry, "3/0").is_err());
        assert!(date(&mut None, "2026-13-01").expect_err("no month 13").contains("2026-11-24"));
        assert!(languages(&mut entry, "dutch").is_err());
        let write = |cell: &str| (find("write").expect("a column").read)(&mut Entry::default(), cell);
        assert!(write("<take").expect_err("open").contains("> is missing"));
        assert!(write("<take> <a|one> look").expect_err("no slot").contains("<a|one>"));
        assert!(write("<be> detained|<weekday> (a|b)").is_ok());
    }
}
