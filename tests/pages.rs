//! Rule pages: every bad block is found as its findings block says, every good block is not.

use copydesk::check;
use copydesk::document::input::Input;
use copydesk::glossary::compile::Glossary;
use copydesk::glossary::packs;
use copydesk::glossary::read;
use copydesk::rule::Rule;
use copydesk::rules::RULES;
use copydesk::settings::Settings;

/// The blocks of a page: the word after the fence, and the text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, Vec<&str>)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind.trim().to_owned(), Vec::new())),
            (Some((kind, lines)), Some(_)) => {
                blocks.push((kind.clone(), lines.join("\n")));
                open = None;
            }
            (Some((_, lines)), None) => lines.push(line),
            (None, None) => {}
        }
    }
    blocks
}

/// What a rule finds in a text, as `was -> becomes`; `house` is a glossary's text, each paragraph of `elsewhere` another
/// file of the check.
fn found(rule: &Rule, text: &str, house: &str, elsewhere: &str) -> Vec<String> {
    let mut entries = packs::built_in().entries;
    if !house.is_empty() {
        entries.extend(read::read("house.csv", house.as_bytes(), 1).expect("the page's glossary").entries);
    }
    let glossary = Glossary::of(entries);
    assert!(glossary.problems.is_empty(), "{}: {:?}", rule.name, glossary.problems);
    let settings = Settings { only: vec![rule.name.to_owned()], ..Settings::default() };
    let files = std::iter::once(text).chain(elsewhere.split("\n\n"));
    let inputs = files.map(|text| Input::read("page.txt", text.as_bytes()).expect("text").0).collect();
    let report = check::check(inputs, &glossary, &settings);
    report.pages[0]
        .findings
        .iter()
        .map(|finding| {
            let becomes = finding.fixes.first().map_or("?", |fix| fix.text.as_str());
            format!("{} -> {becomes}", finding.place.text()).trim_end().to_owned()
        })
        .collect()
}

#[test]
fn every_page_is_true() {
    let mut faults = Vec::new();
    for rule in RULES {
        let (mut bad, mut house, mut elsewhere) = (None, String::new(), String::new());
        let (mut pairs, mut goods) = (0, 0);
        for (kind, text) in blocks(rule.page) {
            match kind.as_str() {
                "glossary" => house = text,
                "elsewhere" => elsewhere = text,
                "bad" => bad = Some(text),
                "findings" => {
                    let bad = bad.take().unwrap_or_else(|| panic!("{}: findings without a bad block", rule.name));
                    let wanted: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
                    let found = found(rule, &bad, &house, &elsewhere);
                    if found != wanted {
                        faults.push(format!("{}: in\n{bad}\nwanted {wanted:#?}\nfound {found:#?}", rule.name));
                    }
                    pairs += 1;
                }
                "good" => {
                    let found = found(rule, &text, &house, &elsewhere);
                    if !found.is_empty() {
                        faults.push(format!("{}: found {found:?} in the good block\n{text}", rule.name));
                    }
                    goods += 1;
                }
                _ => {}
            }
        }
        if pairs == 0 || goods == 0 {
            faults.push(format!("{}: the page needs a bad block with findings and a good block", rule.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_page_has_its_parts_and_its_name() {
    for rule in RULES {
        assert!(rule.page.starts_with(&format!("# {}\n", rule.name)), "{}: the page's head", rule.name);
        for part in ["## Why it matters", "## Examples", "## Fix safety", "## Measured"] {
            assert!(rule.page.contains(part), "{}: no part {part}", rule.name);
        }
    }
}
