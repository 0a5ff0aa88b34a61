//! What always holds: no text breaks anything, fixes come to rest and make nothing worse, order and threads change nothing.

mod desk;

use copydesk::check;
use copydesk::document::input::Input;
use copydesk::fix::{self, File};
use copydesk::formats::{self, FORMATS};
use copydesk::scales::Safety;
use copydesk::settings::Settings;
use proptest::prelude::*;

fn findings(files: &[(&str, &[u8])]) -> Vec<String> {
    let inputs = files.iter().map(|(name, bytes)| desk::input(name, bytes)).collect();
    let report = check::check(inputs, &desk::built_in(), &Settings { preview: true, ..Settings::default() });
    report.findings().map(|f| format!("{} {:?} {} {}", f.place.input.name, f.place.span, f.rule, f.message)).collect()
}

#[test]
fn fixing_twice_is_fixing_once_and_makes_no_new_finding() {
    for least in [Safety::Sure, Safety::Likely] {
        let files = vec![File { name: "seed.txt".to_owned(), bytes: desk::seed() }];
        let glossary = desk::built_in();
        let settings = Settings::default();
        let before = desk::report("seed.txt", &files[0].bytes);
        let once = fix::fix(files, &glossary, &settings, least);
        assert!(once.applied() > 0);
        let twice = fix::fix(once.files.clone(), &glossary, &settings, least);
        assert_eq!(once.files, twice.files);
        assert_eq!(twice.applied(), 0);
        let known: Vec<(&str, &str)> = before.findings().map(|f| (f.rule, f.place.text())).collect();
        for finding in once.rest.findings() {
            let found = (finding.rule, finding.place.text());
            assert!(known.contains(&found), "a fix made a new finding: {found:?}");
        }
    }
}

#[test]
fn threads_and_order_of_files_change_nothing() {
    let seed = desk::seed();
    let other = b"The minister was pinned on Monday.\n\nShare on Facebook\n".to_vec();
    let usual = b"On Monday the critic Anna Golubchenko left the town by train.".to_vec();
    let odd = b"On Monday the critic Anna Goloebtsjenko left the town by train.".to_vec();
    let mut files: Vec<(&str, &[u8])> =
        vec![("a.txt", &seed), ("b.txt", &other), ("c.txt", &usual), ("d.txt", &odd), ("e.txt", &usual)];
    let sorted = |files: &[(&str, &[u8])]| {
        let mut found = findings(files);
        found.sort();
        found
    };
    let one = sorted(&files);
    assert!(one.iter().any(|found| found.starts_with("d.txt") && found.contains("name-across")), "{one:?}");
    for _ in 0..files.len() {
        files.rotate_left(1);
        assert_eq!(one, sorted(&files));
    }
    files.swap(1, 3);
    assert_eq!(one, sorted(&files));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert_eq!(one, pool.install(|| sorted(&files)));
}

#[test]
fn a_file_without_fixes_keeps_every_byte() {
    for bytes in [
        b"\xef\xbb\xbfAll is well.\r\n".to_vec(),
        b"caf\xe9 in M\xfcnchen, na\xefve\r".to_vec(),
        b"\xff\xfeH\0e\0 \0l\0e\0f\0t\0.\0".to_vec(),
    ] {
        let files = vec![File { name: "a.txt".to_owned(), bytes: bytes.clone() }];
        let fixed = fix::fix(files, &desk::built_in(), &Settings::default(), Safety::Likely);
        assert_eq!(fixed.files[0].bytes, bytes);
    }
}

#[test]
fn endless_words_names_and_brackets_take_linear_time() {
    let letter = |number: u32, place: u32| char::from(b'a' + (number / 26_u32.pow(place) % 26) as u8);
    let names = (0..60_000).map(|n| format!("K{}a{}o{}{}v ", letter(n, 0), letter(n, 1), letter(n, 2), letter(n, 3)));
    let started = std::time::Instant::now();
    for text in [
        "a".repeat(200_000),
        "a.".repeat(100_000),
        "Alexander ".repeat(30_000),
        format!("a{}", "\u{301}".repeat(100_000)),
        "[".repeat(100_000),
        "won 3:2 ".repeat(100_000),
        names.collect(),
    ] {
        findings(&[("a.txt", text.as_bytes())]);
    }
    // Quadratic time would need minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Any text in any format: no panic, and every place lies on character bounds of the text.
    #[test]
    fn any_text_is_survived(text in "([a-zA-Z’'“”\"«».,:;!?<>&#*_\\[\\]()\\-\r\n\té😀\u{301}\u{ad} 0-9]|was pinned|&amp;|<p>|</p>|<b>|Share on Facebook|\n\n){0,120}") {
        for format in FORMATS {
            let name = format!("a.{}", format.extensions[0]);
            let (input, _) = Input::read(&name, text.as_bytes()).expect("text without NUL");
            let (document, _) = formats::document(input, &[]);
            for segment in &document.segments {
                let length = segment.translation.text().len();
                let span = segment.translation.span(0..length);
                prop_assert!(document.input.text.get(span.start..span.end).is_some());
            }
            let report = check::check(vec![desk::input(&name, text.as_bytes())], &copydesk::glossary::compile::Glossary::default(), &Settings { preview: true, ..Settings::default() });
            for finding in report.findings() {
                let span = finding.place.span;
                prop_assert!(finding.place.input.text.get(span.start..span.end).is_some());
                for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
                    prop_assert!(finding.place.input.text.get(edit.span.start..edit.span.end).is_some());
                }
            }
        }
    }

    /// Any names, also of letters of which nothing is left when they are folded: no panic.
    #[test]
    fn any_names_are_survived(text in "((Then |Today |Mr |Sergej )?[ABKÉŽ][aeovzłé\u{345}\u{301}ʰß’'-]{0,6}( left\\. | |, |\n\n)){0,40}") {
        findings(&[("a.txt", text.as_bytes())]);
    }

    /// Any bytes: read or refused, never a panic.
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok((input, _)) = Input::read("a.txt", &bytes) {
            let end = input.text.len();
            prop_assert!(input.home.disk(&input.text, end) <= bytes.len());
        }
    }
}
