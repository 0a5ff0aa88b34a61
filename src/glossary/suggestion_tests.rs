//! Tests of what is suggested.

use super::compile::Glossary;
use super::suggestion::{Suggestion, suggestions};
use crate::document::segment::Role;
use crate::glossary::read;
use crate::glossary::scan::{self, Story};
use crate::text::reading::Reading;

/// What a glossary's first hit in a text is answered with.
fn written(cells: &str, text: &str) -> Vec<String> {
    offered(cells, text).into_iter().map(|one| one.text).collect()
}

/// The same, with their places; nothing where nothing is found.
fn offered(cells: &str, text: &str) -> Vec<Suggestion> {
    let glossary = Glossary::of(read::read("g.csv", cells.as_bytes(), 1).expect("a glossary").entries);
    let reading = Reading::of(text);
    let hits = scan::candidates(&glossary, text, &reading, Role::Body, &Story::default());
    hits.first().map(|hit| suggestions(&glossary, text, &reading, hit)).unwrap_or_default()
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
fn alternatives_bound_to_words_that_were_not_found_are_not_suggested() {
    let cells = "write,avoid\ngetaway (car|van|lorry)|getaway (car|van),(car|van|lorry) of flight|flight (car|van)\n";
    assert_eq!(written(cells, "They left in the flight van."), ["getaway van"]);
    let cells = "write,avoid\ngetaway (car|van|lorry),(car|van|lorry) of flight|flight car\n";
    assert_eq!(written(cells, "They left in the flight car."), [""; 0]);
}

/// The text with what is offered first for the first hit.
fn mended(row: &str, text: &str) -> String {
    let Some(first) = offered(&format!("write,avoid\n{row}\n"), text).into_iter().next() else {
        return text.to_owned();
    };
    format!("{}{}{}", &text[..first.range.start], first.text, &text[first.range.end..])
}

fn unsure(row: &str, text: &str) -> bool {
    offered(&format!("write,avoid\n{row}\n"), text)[0].unsure
}

#[test]
fn a_slot_that_nothing_fills_is_not_offered() {
    assert_eq!(
        written("write,avoid\nafter <poss> <noun>,behind the <noun> there\n", "Behind the house there."),
        [""; 0]
    );
    assert_eq!(
        mended("after the <adj> <noun>,behind the [<adj>] <noun> there", "He sat behind the house there."),
        "He sat after the house."
    );
    assert_eq!(mended("<bear> fruit,(carry|carries|carried) fruit", "It carried fruit."), "It bore fruit.");
}

#[test]
fn numbers_names_days_and_denials_are_not_taken_out_unasked() {
    assert!(unsure("<sentence> to,<condemn> to <number> years", "He was condemned to 12 years in prison."));
    assert!(!unsure("<sentence> to <number> years,<condemn> to <number> years", "He was condemned to 12 years."));
    assert!(unsure("told reporters,said on <weekday> to reporters", "He said on Monday to reporters."));
    assert!(unsure("there is a plan,there is no speech of a plan", "There is no speech of a plan."));
    assert!(unsure("world number one,number (one|two) of the world", "The number two of the world lost."));
}

#[test]
fn contractions_keep_their_denial() {
    assert_eq!(mended("perform,do", "He doesn't know."), "He doesn't know.");
    assert_eq!(mended("may,can", "He can't come."), "He can't come.");
    assert_eq!(mended("<may>,<can>", "He can't come."), "He may not come.");
    assert_eq!(mended("<be> held,<be> pinned", "He wasn't pinned."), "He wasn't held.");
    assert_eq!(mended("don't know,don't have idea", "They don't have idea."), "They don't know.");
    assert_eq!(mended("hold,have", "He's had it."), "He's held it.");
    assert!(unsure("perform,do", "They do not know."));
}

#[test]
fn what_a_row_prints_is_left_alone_in_all_its_forms() {
    for (row, stands) in [
        ("asylum seeker,seeker", "The asylum seekers came."),
        ("<do> harm,<harm>", "It did harm to us."),
        ("<be> on strike,<strike>", "They are on strike."),
        ("\"COVID-19\",Covid", "Two COVID-19s came."),
    ] {
        assert_eq!(mended(row, stands), stands);
    }
    assert_eq!(mended("asylum seeker,seeker", "Two seekers came."), "Two asylum seekers came.");
}

#[test]
fn verbs_agree_with_what_stands_before_them() {
    let row = "<be> born,<see> the light";
    assert_eq!(mended(row, "They saw the light."), "They were born.");
    assert_eq!(mended(row, "The girl saw the light."), "The girl was born.");
    assert_eq!(mended(row, "I see the light."), "I am born.");
    assert!(unsure(row, "The girls in Spain saw the light."));
    assert_eq!(mended("<be> cancelled,<fall> out", "Games did not fall out."), "Games did not fall out.");
    assert_eq!(mended("<be> in use,<come> to use", "They come to use here."), "They are in use here.");
    assert_eq!(mended("be among,belong to", "I belong to them."), "I am among them.");
    assert_eq!(mended("<be> on strike,<strike>", "He strikes in May."), "He is on strike in May.");
    assert_eq!(mended("<go> by bike,<cycle>", "He cycles."), "He goes by bike.");
    assert_eq!(mended("<can> see,<view>", "He views it."), "He can see it.");
    assert_eq!(mended("<can> see,<view>", "He viewed it."), "He could see it.");
}

#[test]
fn capitals_are_those_of_the_place() {
    let row = "foreign minister,Minister of the Outside";
    assert_eq!(mended(row, "The Minister of the Outside left."), "The foreign minister left.");
    assert_eq!(mended(row, "It was Minister of the Outside Ana Vale."), "It was Foreign Minister Ana Vale.");
    assert_eq!(mended("the Netherlands,Holland", "He lives in Holland."), "He lives in the Netherlands.");
    assert_eq!(mended("the Netherlands,Holland", "Holland won."), "The Netherlands won.");
    assert_eq!(mended("lawmaker,MP", "Two MPs met."), "Two lawmakers met.");
    assert_eq!(mended("artificial intelligence,AI", "An AI tool."), "An artificial intelligence tool.");
    assert_eq!(mended("at noon on <weekday>,<weekday> noon", "It began Friday noon."), "It began at noon on Friday.");
    assert_eq!(mended("the 18th century,XVIII century", "In XVIII century."), "In the 18th century.");
    assert_eq!(offered("write,avoid,case\nthe Netherlands,Holland,exact\n", "Holland won.")[0].text, "The Netherlands");
    assert_eq!(offered("write,avoid,kind\nTurku,Åbo,place\n", "HE SPOKE IN ÅBO")[0].text, "TURKU");
}

#[test]
fn articles_and_stops_stand_once() {
    let row = "the war,operation";
    assert_eq!(mended(row, "The operation goes on."), "The war goes on.");
    assert_eq!(mended(row, "This new operation."), "This new war.");
    assert_eq!(mended(row, "He said that operation ended."), "He said that the war ended.");
    assert_eq!(mended("an alien,stranger", "He saw a stranger."), "He saw an alien.");
    assert_eq!(mended("the United States,USA", "He left the USA."), "He left the United States.");
    assert_eq!(mended("EU man,boss", "It was plan a: boss."), "It was plan a: EU man.");
    assert_eq!(mended("U.S.,America", "He left America."), "He left U.S.");
    assert_eq!(mended("America,U.S.", "He is in U.S."), "He is in America.");
}

#[test]
fn plurals_and_possessives() {
    assert_eq!(mended("Frenchman,Gaul", "Two Gauls."), "Two Frenchmen.");
    assert_eq!(mended("police,cop", "The cops came."), "The police came.");
    assert_eq!(mended("attorney general,head prosecutor", "Two head prosecutors."), "Two attorneys general.");
    assert_eq!(mended("governor-elect,new governor", "New governors."), "Governors-elect.");
    assert_eq!(mended("boss,big chief", "The big chief's car."), "The boss's car.");
    assert_eq!(mended("boss,big chief", "The big chiefs' cars."), "The bosses' cars.");
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
