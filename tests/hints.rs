//! Hints are told in company, or where somebody asked for them.

mod desk;

use copydesk::check;
use copydesk::glossary::compile::Glossary;
use copydesk::glossary::{packs, read};
use copydesk::scales::Level;
use copydesk::settings::Settings;

/// The rules that speak in a story, with the rows of a house.
fn rules(text: &str, house: &str, settings: &Settings) -> Vec<&'static str> {
    let house = read::read("house.csv", house.as_bytes(), 1).expect("a glossary");
    let glossary = Glossary::of(packs::built_in().entries.into_iter().chain(house.entries));
    let report = check::check(vec![desk::input("story.md", text.as_bytes())], &glossary, settings);
    report.findings().map(|finding| finding.rule).collect()
}

const LONE: &str = "The farmers used landbouwplastic for years.";

#[test]
fn a_hint_speaks_in_company_only() {
    let (none, settings) = ("write,avoid\n", Settings::default());
    assert_eq!(rules(LONE, none, &settings), [""; 0]);
    let twice = format!("{LONE} The mayor was rescrifying the region.");
    assert_eq!(rules(&twice, none, &settings), [""; 0], "hints of one rule are no company to each other");
    let warned = format!("{LONE} The union wants peace in the frame of a talk.");
    assert_eq!(rules(&warned, none, &settings), ["untranslated", "literal-phrase"]);
    let other_hint = format!("{LONE} They met after a five year plan.");
    assert_eq!(rules(&other_hint, none, &settings), ["untranslated", "missing-hyphen"]);
    let stet = format!("<!-- copydesk: stet spacing -->\n\n{LONE}\n");
    assert_eq!(rules(&stet, none, &settings), ["unused-stet"], "a stet is no company");
}

#[test]
fn a_hint_that_was_asked_for_speaks_alone() {
    let none = "write,avoid\n";
    let only = Settings { only: vec!["untranslated".to_owned()], ..Settings::default() };
    assert_eq!(rules(LONE, none, &only), ["untranslated"]);
    let mut set = Settings::default();
    set.levels.insert("untranslated".to_owned(), Level::Hint);
    assert_eq!(rules(LONE, none, &set), ["untranslated"]);
    let row = "write,avoid,kind,level\nplastic sheet,landbouwplastic,phrase,hint\n";
    assert_eq!(rules(LONE, row, &Settings::default()), ["literal-phrase"]);
}
