//! The tables made from other tables: how each is made, and the proof that the stored ones are up to date.
//!
//! After a change of a source table, run `COPYDESK_MAKE_TABLES=1 cargo test --lib names::made` and keep what it writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::names::press::{self, Kind};
use crate::names::printed;
use crate::names::scheme::{SCHEMES, Scheme, Side};
use crate::names::skeleton;
use crate::names::table;
use crate::text::fold::{bare, fold, is_apostrophe};

type Rows = BTreeMap<String, Vec<String>>;

/// A stored table: `head` names what it holds, then one row a key in byte order.
fn lines(head: &str, rows: impl IntoIterator<Item = (String, Vec<String>)>) -> String {
    let mut out = format!("# {head}. Made from the other tables, see src/names/made.rs\n");
    for (key, cells) in rows {
        let _ = writeln!(out, "{key}\t{}", cells.join("\t"));
    }
    out
}

fn places() -> impl Iterator<Item = Vec<&'static str>> {
    table::rows(include_str!("tables/exonyms.tsv")).chain(table::rows(include_str!("tables/places.tsv")))
}

fn exonyms() -> String {
    let mut rows = Rows::new();
    for row in places().chain(table::rows(include_str!("tables/regions.tsv"))) {
        rows.entry(fold(row[0])).or_default().extend(row[..4].iter().map(|cell| (*cell).to_owned()));
    }
    for (form, cells) in towns() {
        rows.entry(form).or_insert(cells);
    }
    lines("Foreign names of places, folded: for each entry the name with its accents, English, languages, flag", rows)
}

/// The names of East Slavic towns as presses other than the English write them, folded, with the cells of their row.
///
/// A Ukrainian or Belarusian name of a town in another land is none that English prints, whatever the scheme.
fn towns() -> Rows {
    const WORDS: [&str; 2] = [include_str!("tables/surnames_common.tsv"), include_str!("tables/common_words.tsv")];
    const NAMES: [&str; 4] = [
        include_str!("tables/cities.tsv"),
        include_str!("tables/given_common.tsv"),
        include_str!("tables/given_world.tsv"),
        include_str!("tables/press_except.tsv"),
    ];
    let mut printed: BTreeSet<String> = NAMES.into_iter().flat_map(table::rows).map(|row| fold(row[0])).collect();
    printed.extend(WORDS.into_iter().flat_map(str::lines).map(str::to_owned));
    printed.extend(table::rows(include_str!("tables/towns.tsv")).map(|row| fold(row[0])));
    let mut rows = BTreeMap::<String, (String, &str, BTreeSet<&str>)>::new();
    for row in table::rows(include_str!("tables/towns.tsv")) {
        let (english, land) = (row[0], row[1]);
        for scheme in SCHEMES.iter() {
            let Some(name) = slavic_cell(scheme.language).map(|cell| row[cell + 1]).filter(|name| *name != "-") else {
                continue;
            };
            let Some(form) =
                name.split_inclusive([' ', '-']).map(|part| capital(scheme, part)).collect::<Option<String>>()
            else {
                continue;
            };
            if printed::english_scheme(scheme.name) && (scheme.language == "ru" || scheme.language == land) {
                printed.insert(fold(&form));
                continue;
            }
            let press = scheme.name.split('-').nth(1).filter(|press| press.len() == 2 && *press != "en");
            // a plural of the land's name keeps its y (Osypovychy)
            let plural = form.strip_suffix('i').map(|stem| format!("{stem}y"));
            for form in plural.into_iter().chain([form]) {
                let entry = rows.entry(fold(&form)).or_insert_with(|| (form, english, BTreeSet::new()));
                entry.2.insert(press.unwrap_or(scheme.language));
            }
        }
    }
    rows.retain(|folded, _| folded.chars().count() >= 5 && !printed.contains(folded));
    let cells = |(form, english, presses): (String, &str, BTreeSet<&str>)| {
        vec![form, english.to_owned(), Vec::from_iter(presses).join(" "), "yes".to_owned()]
    };
    rows.into_iter().map(|(folded, row)| (folded, cells(row))).collect()
}

/// One part of a Cyrillic name in a scheme, with a capital and the blank or hyphen behind it; none when a letter has no rule.
fn capital(scheme: &Scheme, part: &str) -> Option<String> {
    let bare = part.trim_end_matches([' ', '-']);
    let latin = scheme.romanise(&bare.chars().collect::<Vec<_>>())?;
    let mut letters = latin.chars();
    let first = letters.next()?.to_uppercase();
    Some(format!("{first}{}{}", letters.as_str(), &part[bare.len()..]))
}

fn map() -> String {
    let mut rows = Rows::new();
    for row in table::rows(include_str!("tables/cities.tsv")) {
        rows.insert(fold(row[0]), vec!["town".into()]);
    }
    for row in places() {
        rows.insert(fold(row[1]), vec!["english".into()]);
    }
    for row in table::rows(include_str!("tables/towns.tsv")) {
        rows.entry(fold(row[0])).or_insert_with(|| vec!["town".into()]);
    }
    lines("Places as English maps show them, folded; english: a country or large city that has names elsewhere", rows)
}

#[derive(Default)]
struct Given {
    gender: Option<&'static str>,
    /// spelling, East Slavic, translation
    groups: [Vec<usize>; 3],
}

fn given() -> String {
    let mut names = BTreeMap::<String, Given>::new();
    let common = table::rows(include_str!("tables/given_common.tsv"));
    for row in common.chain(table::rows(include_str!("tables/given_world.tsv"))) {
        let gender = &mut names.entry(fold(row[0])).or_default().gender;
        *gender = Some(if gender.is_none_or(|old| old == row[1]) { row[1] } else { "u" });
    }
    let mut add = |name: String, group: usize, place: usize, gender: Option<&'static str>| {
        let given = names.entry(name).or_default();
        given.gender = given.gender.or(gender);
        if !given.groups[group].contains(&place) {
            given.groups[group].push(place);
        }
    };
    for (n, row) in table::rows(include_str!("tables/given.tsv")).enumerate() {
        for form in row[2].split(' ') {
            add(fold(form), if row[0] == "spelling" { 0 } else { 2 }, n, Some(row[1]));
        }
    }
    for (n, row) in table::rows(include_str!("tables/given_slavic.tsv")).enumerate() {
        for scheme in SCHEMES.iter() {
            let Some(cell) = slavic_cell(scheme.language) else { continue };
            if let Some(latin) = scheme.romanise(&row[cell].chars().collect::<Vec<_>>()) {
                add(bare(&latin), 1, n, Some(row[0]));
            }
        }
        for form in row[4].split(' ') {
            add(fold(form), 1, n, None);
        }
    }
    let rows = names.into_iter().map(|(name, given)| {
        let numbers = |list: &Vec<usize>| list.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
        let mut cells = vec![given.gender.unwrap_or("").to_owned()];
        cells.extend(given.groups.iter().map(numbers));
        (name, cells)
    });
    lines("Given names, folded: gender, then the groups of spellings, East Slavic versions and translations", rows)
}

/// The cell of `given_slavic.tsv` that holds a name in a language.
fn slavic_cell(language: &str) -> Option<usize> {
    ["ru", "uk", "be"].iter().position(|known| *known == language).map(|at| at + 1)
}

/// East Slavic given names as presses other than the English write them, each with what English prints; names that other
/// countries bear are left out.
fn given_foreign() -> String {
    const ENGLISH: &[&str] = &["ru-en-press", "ru-en-press-e", "uk-en-press", "uk-en-national", "be-icao"];
    let other: BTreeSet<String> = table::rows(include_str!("tables/given_common.tsv"))
        .chain(table::rows(include_str!("tables/given_world.tsv")))
        .map(|row| fold(row[0]))
        .chain(table::rows(include_str!("tables/given.tsv")).flat_map(|row| row[2].split(' ').map(fold)))
        .collect();
    let mut printed = BTreeSet::new();
    let mut rows = Rows::new();
    for row in table::rows(include_str!("tables/given_slavic.tsv")) {
        printed.extend(row[4].split(' ').map(bare));
        for scheme in SCHEMES.iter() {
            let Some(cell) = slavic_cell(scheme.language) else { continue };
            let Some(latin) = scheme.romanise(&row[cell].chars().collect::<Vec<_>>()) else { continue };
            if ENGLISH.contains(&scheme.name) {
                printed.insert(bare(&latin));
            } else if cell == 1 && latin.is_ascii() && latin.chars().count() >= 4 {
                let write = row[4].split(' ').next().unwrap_or("").to_owned();
                rows.entry(bare(&latin)).or_insert_with(|| vec![write, scheme.label.to_owned()]);
            }
        }
    }
    // the Slavs of other countries bear names in -slav
    let slav = |form: &str| form.ends_with("slav") || form.ends_with("slaw");
    rows.retain(|form, _| !printed.contains(form) && !other.contains(form) && !slav(form));
    // names of Frenchmen and Slovaks, too, but not before a Russian surname
    for (form, write) in [("dimitri", "Dmitry"), ("michail", "Mikhail"), ("alexej", "Alexei")] {
        rows.insert(form.into(), vec![write.into(), "a form of several presses".into()]);
    }
    lines("Russian given names as other presses write them, folded: what English prints, the form", rows)
}

fn press_forms() -> String {
    let mut rows = BTreeMap::<String, [Vec<String>; 2]>::new();
    for (n, known) in press::known().enumerate() {
        rows.entry(fold(known.surname())).or_default()[0].push(n.to_string());
        let forms = press::forms(known);
        let other = known.also.iter().chain(&known.sister).map(|form| (*form).to_owned());
        for form in other.chain(forms.iter().map(|(form, _)| form.clone())).map(|form| fold(&form)) {
            let cell = match forms.iter().find(|(latin, _)| fold(latin) == form) {
                Some((_, scheme)) => format!("{n}:{scheme}"),
                None => n.to_string(),
            };
            let cells = &mut rows.entry(form).or_default()[1];
            if !cells.contains(&cell) {
                cells.push(cell);
            }
        }
    }
    let rows = rows.into_iter().map(|(form, cells)| (form, cells.map(|list| list.join(" ")).to_vec()));
    lines("Surnames and bodies, folded: rows of press.tsv printed so; rows also met so, each with its scheme", rows)
}

fn press_keys() -> String {
    let mut rows = BTreeMap::<String, Vec<String>>::new();
    for (n, known) in press::known().enumerate() {
        if known.kind != Kind::Body && known.press.contains(' ') {
            for key in skeleton::keys(known.surname()).into_iter().filter(|key| key.contains(|c| c != '.')) {
                rows.entry(key).or_default().push(n.to_string());
            }
        }
    }
    lines(
        "Keys of the surnames of well-known people: rows of press.tsv",
        rows.into_iter().map(|(key, list)| (key, vec![list.join(" ")])),
    )
}

static SCHEME_TABLES: [&str; 6] = [
    include_str!("tables/schemes_ru.tsv"),
    include_str!("tables/schemes_uk.tsv"),
    include_str!("tables/schemes_be.tsv"),
    include_str!("tables/schemes_bg.tsv"),
    include_str!("tables/schemes_sr.tsv"),
    include_str!("tables/schemes_mk.tsv"),
];

fn schemes() -> String {
    let mut rows = Rows::new();
    let mut names = Vec::new();
    for text in SCHEME_TABLES {
        let list: Vec<Vec<&str>> = table::rows(text).collect();
        for (column, name) in table::header(text).into_iter().enumerate().skip(2) {
            let mut rules: Vec<&Vec<&str>> =
                list.iter().filter(|row| row.get(column).is_some_and(|cell| *cell != "-")).collect();
            let weight = |context: &str| {
                let (left, right) = context.split_once('_').unwrap_or(("", ""));
                [left, right].iter().filter(|side| !matches!(**side, "" | "-")).count()
            };
            // longer clusters and rules with a context come before plain letters
            rules.sort_by_key(|row| std::cmp::Reverse((row[0].chars().count(), weight(row[1]))));
            let cells = rules.iter().map(|row| format!("{} {} {}", row[0], row[1], row[column])).collect();
            rows.insert(name.to_owned(), cells);
            names.push(name);
        }
    }
    let order: Vec<&str> = SCHEMES.iter().map(|scheme| scheme.name).collect();
    assert_eq!(order, names, "scheme_labels.tsv has the order of the scheme tables");
    lines("Rules of the schemes in the order they are tried: Cyrillic, context, Latin", rows)
}

fn inverse() -> String {
    type Entry = (String, String, String, u64);
    let mut out = String::from(
        "# Letter groups of all schemes turned round: language, Latin, Cyrillic, what stands before, schemes as bits. Made from the other tables, see src/names/made.rs\n",
    );
    let mut languages: Vec<(&str, Vec<Entry>)> = Vec::new();
    for (n, scheme) in SCHEMES.iter().enumerate() {
        if languages.last().is_none_or(|(language, _)| *language != scheme.language) {
            languages.push((scheme.language, Vec::new()));
        }
        let Some((_, entries)) = languages.last_mut() else { continue };
        for rule in scheme.rules() {
            let latin: String = rule.latin.iter().map(|c| if is_apostrophe(*c) { '\'' } else { *c }).collect();
            if latin.is_empty() {
                continue;
            }
            let cyrillic: String = rule.cyrillic.iter().collect();
            let left = match &rule.left {
                Side::Any => "-".to_owned(),
                Side::Edge => "^".to_owned(),
                Side::OneOf(set) => set.iter().collect(),
            };
            match entries.iter_mut().find(|entry| entry.0 == latin && entry.1 == cyrillic && entry.2 == left) {
                Some(entry) => entry.3 |= 1 << n,
                None => entries.push((latin, cyrillic, left, 1 << n)),
            }
        }
    }
    for (language, entries) in languages {
        for (latin, cyrillic, left, schemes) in entries {
            let _ = writeln!(out, "{language}\t{latin}\t{cyrillic}\t{left}\t{schemes:x}");
        }
    }
    out
}

#[test]
fn stored_tables_are_what_their_sources_make() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/names/tables/made");
    // a table may be made from another made table: after a change make them until nothing changes
    let write = std::env::var_os("COPYDESK_MAKE_TABLES").is_some();
    for (name, stored, make) in [
        ("exonyms.tsv", include_str!("tables/made/exonyms.tsv"), exonyms as fn() -> String),
        ("map.tsv", include_str!("tables/made/map.tsv"), map),
        ("given.tsv", include_str!("tables/made/given.tsv"), given),
        ("given_foreign.tsv", include_str!("tables/made/given_foreign.tsv"), given_foreign),
        ("press_forms.tsv", include_str!("tables/made/press_forms.tsv"), press_forms),
        ("press_keys.tsv", include_str!("tables/made/press_keys.tsv"), press_keys),
        ("schemes.tsv", include_str!("tables/made/schemes.tsv"), schemes),
        ("inverse.tsv", include_str!("tables/made/inverse.tsv"), inverse),
    ] {
        let made = make();
        if write {
            std::fs::write(folder.join(name), &made).unwrap();
        } else {
            let differs = made.lines().zip(stored.lines()).find(|(new, old)| new != old);
            assert!(made == stored, "{name} is out of date, first at {differs:?}");
        }
    }
}
