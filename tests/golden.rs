//! Golden reports of the seed article in every output, and of the same article as every format.

mod desk;

use copydesk::fix::{self, File};
use copydesk::output::{Look, OUTPUTS};
use copydesk::scales::Safety;
use copydesk::settings::Settings;

#[test]
fn the_seed_article_in_every_output() {
    let report = desk::report("seed.txt", &desk::seed());
    for output in OUTPUTS {
        let mut bytes = Vec::new();
        (output.write)(&report, Look { width: 100, colour: false }, &mut bytes).expect("written");
        desk::golden(&format!("tests/golden/seed.{}", output.name), &String::from_utf8(bytes).expect("UTF-8"));
    }
}

#[test]
fn the_seed_article_mended() {
    let files = vec![File { name: "seed.txt".to_owned(), bytes: desk::seed() }];
    let fixed = fix::fix(files, &desk::built_in(), &Settings::default(), Safety::Likely);
    desk::golden("tests/golden/seed.fixed.txt", &String::from_utf8(fixed.files[0].bytes.clone()).expect("UTF-8"));
}
