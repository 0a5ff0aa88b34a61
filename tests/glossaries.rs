//! The built-in glossaries: every row loads, finds its own bad sentence and not its good one, and stands in order.

use copydesk::glossary::compile::Glossary;
use copydesk::glossary::entry::Entry;
use copydesk::glossary::packs::{self, PACKS};
use copydesk::glossary::read;
use copydesk::glossary::ready;
use copydesk::glossary::row_test;

#[test]
fn every_row_loads_and_proves_itself() {
    let rows = packs::built_in();
    let mut problems: Vec<String> = rows.problems.iter().map(ToString::to_string).collect();
    let glossary = Glossary::of(rows.entries);
    problems.extend(glossary.problems.iter().map(ToString::to_string));
    problems.extend(row_test::failures(&glossary).iter().map(ToString::to_string));
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn the_program_holds_what_the_files_say() {
    let compiled = Glossary::of(packs::built_in().entries.into_iter().map(Entry::for_checks));
    assert!(compiled.to_bytes().expect("bytes") == ready::built_in().to_bytes().expect("bytes"));
}

#[test]
fn every_row_has_its_sentences_its_reason_and_no_twin() {
    for pack in PACKS {
        let rows = read::read(pack.file, pack.text.as_bytes(), 0).expect("a glossary");
        let mut seen = std::collections::HashSet::new();
        for entry in &rows.entries {
            assert!(!entry.bad.is_empty() && !entry.good.is_empty(), "{}: bad or good is missing", entry.address());
            assert!(!entry.note.is_empty(), "{}: the note is missing", entry.address());
            let says = (&entry.avoid, &entry.when, &entry.unless);
            assert!(seen.insert(says), "{}: the row stands twice", entry.address());
        }
    }
}
