//! How fast the stages of a check are, each on the seed article: `cargo bench`.

use std::collections::BTreeSet;

use copydesk::check;
use copydesk::document::input::Input;
use copydesk::document::segment::Document;
use copydesk::formats;
use copydesk::glossary::compile::Glossary;
use copydesk::glossary::ready;
use copydesk::glossary::scan;
use copydesk::names::cluster;
use copydesk::names::link::Scope;
use copydesk::names::spelling::Spelling;
use copydesk::settings::Settings;
use copydesk::text::reading::Reading;
use copydesk::text::words;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn seed() -> Vec<u8> {
    std::fs::read("fixtures/articles/seed.txt").expect("the seed article")
}

fn input() -> Input {
    Input::read("seed.txt", &seed()).expect("text").0
}

fn document() -> Document {
    formats::document(input(), &[]).0
}

fn read(document: &Document) -> Vec<Reading> {
    document.segments.iter().map(|segment| Reading::of(segment.translation.text())).collect()
}

/// Bytes to words.
#[divan::bench]
fn split_into_words(bencher: Bencher<'_, '_>) {
    let input = input();
    bencher.counter(BytesCount::of_str(&input.text)).bench(|| words::words(black_box(&input.text)));
}

/// Words, sentences and quotations.
#[divan::bench]
fn read_segments(bencher: Bencher<'_, '_>) {
    let document = document();
    bencher.counter(BytesCount::of_str(&document.input.text)).bench(|| read(black_box(&document)));
}

/// All built-in rows found in text that has been read.
#[divan::bench]
fn scan_for_all_packs(bencher: Bencher<'_, '_>) {
    let (document, glossary) = (document(), ready::built_in());
    let readings = read(&document);
    bencher
        .counter(BytesCount::of_str(&document.input.text))
        .bench(|| scan::scan(&glossary, black_box(&document), &readings, scan::Story::default()));
}

/// Decoding, reading, scanning and all stable rules.
#[divan::bench]
fn whole_check(bencher: Bencher<'_, '_>) {
    let (bytes, glossary, settings) = (seed(), ready::built_in(), Settings::default());
    bencher
        .counter(BytesCount::new(bytes.len()))
        .with_inputs(|| vec![Input::read("seed.txt", &bytes).expect("text").0])
        .bench_values(|inputs| check::check(inputs, &glossary, &settings));
}

/// What a run does before it reads a text.
#[divan::bench]
fn load_all_packs() -> Glossary {
    ready::built_in()
}

/// Twenty thousand house rows, from their file's bytes.
#[divan::bench]
fn compile_twenty_thousand_rows(bencher: Bencher<'_, '_>) {
    let mut file = "write,avoid,kind\n".to_owned();
    for row in 0..10_000 {
        file.push_str(&format!(
            "Ivan Petrov{row},Iwan Petrow{row},person\nmerger no {row},fusion of company {row},term\n"
        ));
    }
    bencher.counter(BytesCount::of_str(&file)).bench(|| {
        let rows = copydesk::glossary::read::read("house.csv", black_box(&file).as_bytes(), 1).expect("a glossary");
        Glossary::of(rows.entries)
    });
}

/// So many distinct names of people, of given names and surnames that are met, every fourth with a slip of one letter;
/// the same on every run.
fn people(count: usize) -> Vec<Spelling> {
    let words = |table: &'static str| -> Vec<&str> {
        let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
        rows.filter_map(|row| row.split('\t').next()).filter(|word| word.is_ascii() && word.len() > 3).collect()
    };
    let given = words(include_str!("../src/names/tables/given_world.tsv"));
    let surnames = words(include_str!("../src/names/tables/surnames_common.tsv"));
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut pick = |length: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % length
    };
    let mut names = BTreeSet::new();
    while names.len() < count {
        let name = format!("{} {}", given[pick(given.len())], surnames[pick(surnames.len())]);
        if pick(4) == 0 {
            let at = name.len() - 2;
            names.insert(format!("{}{}", &name[..at], &name[at + 1..]));
        }
        names.insert(name);
    }
    names.iter().take(count).enumerate().map(|(at, name)| Spelling::new(name, 1, at)).collect()
}

/// The distinct names of an archive to clusters.
#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn cluster_names(bencher: Bencher<'_, '_>, count: usize) {
    let list = people(count);
    bencher.counter(ItemsCount::new(count)).bench(|| cluster::cluster(black_box(&list), Scope::Archive));
}
