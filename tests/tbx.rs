//! TBX term bases: constraints refused by name, terms read as rows, the published sample sets where they are at hand.

use std::fs;
use std::path::{Path, PathBuf};

use copydesk::glossary::entry::{Entry, Inflect};
use copydesk::glossary::open;
use copydesk::glossary::read::Rows;
use copydesk::glossary::tbx;
use copydesk::scales::Safety;

/// A term base of version 3 with this body.
fn version_3(kind: &str, style: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tbx SYSTEM \"http://example.org/never-fetched.dtd\">\n\
         <tbx type=\"{kind}\" style=\"{style}\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" \
         xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">\
         <tbxHeader><fileDesc><sourceDesc><p>own</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n{body}\n</body></text></tbx>"
    )
}

fn read(text: &str) -> Result<Rows, String> {
    open::read("base.tbx", text.as_bytes(), 1)
}

fn entries(text: &str) -> Vec<Entry> {
    read(text).expect("a term base").entries
}

const CONCEPT: &str = r#"<conceptEntry id="c1">
<descrip type="subjectField">courts</descrip><note>first &amp; last</note>
<langSec xml:lang="en-GB">
<descripGrp><descrip type="definition">kept by the
   police</descrip></descripGrp>
<termSec><term>held</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
<termSec><term>detained</term><termNote type="partOfSpeech">verb</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>pinned d&#xF3;wn</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
<termSec><term>fixed</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
</langSec>
<langSec xml:lang="nl"><termSec><term>vastgezet</term></termSec></langSec>
<langSec xml:lang="de-AT"><termSec><term>festgesetzt</term></termSec></langSec>
</conceptEntry>"#;

#[test]
fn a_concept_becomes_a_row() {
    let rows = entries(&version_3("TBX-Basic", "dca", CONCEPT));
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(row.write, ["detained", "held"]);
    assert_eq!(row.avoid, ["pinned d\u{f3}wn", "fixed"]);
    assert_eq!(
        (&row.from[..], &row.original[..]),
        (&["nl".to_owned(), "de".to_owned()][..], &["vastgezet".to_owned(), "festgesetzt".to_owned()][..])
    );
    assert_eq!(row.inflect, Inflect::Verb);
    assert_eq!(row.note, "kept by the police / first & last");
    assert!(row.other.contains(&("domain".to_owned(), "courts".to_owned())));
    assert!(row.other.contains(&("concept".to_owned(), "c1".to_owned())));
    assert_eq!(row.place.line, 5);
}

#[test]
fn data_categories_as_elements_say_the_same() {
    let body = r#"<conceptEntry id="c1"><min:subjectField>courts</min:subjectField><langSec xml:lang="en">
<termSec><term>detained</term><min:partOfSpeech>verb</min:partOfSpeech></termSec>
<termSec><term>pinned</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
<descripGrp><basic:context>He was pinned.</basic:context><basic:source>desk</basic:source></descripGrp></termSec></langSec></conceptEntry>"#;
    let rows = entries(&version_3("TBX-Basic", "dct", body));
    assert_eq!((&rows[0].write[..], &rows[0].avoid[..]), (&["detained".to_owned()][..], &["pinned".to_owned()][..]));
    for (kind, style, wanted) in [
        ("TBX-Min", "dct", "unknown element <context>: no data category of TBX-Min"),
        ("TBX-Core", "dct", "<subjectField> is of another namespace; TBX-Core has no such elements"),
        ("TBX-Basic", "dca", "<subjectField> belongs to the style dct, and the file says dca"),
    ] {
        let message = read(&version_3(kind, style, body)).expect_err("refused");
        assert!(message.contains(wanted), "{message}");
    }
    let message = read(&version_3("TBX-Basic", "dct", CONCEPT)).expect_err("refused");
    assert!(message.contains("<descrip> belongs to the style dca, and the file says dct"), "{message}");
}

#[test]
fn version_2_with_both_kinds_of_term_groups() {
    let text = r#"<?xml version='1.0'?><martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>own</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="e1"><langSet xml:lang="EN"><tig><term>ferry</term></tig>
<ntig><termGrp><term>catamaran</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet>
<langSet xml:lang="fi"><tig><term>lautta</term></tig></langSet></termEntry></body></text></martif>"#;
    let rows = entries(text);
    assert_eq!(
        (rows[0].write[0].as_str(), rows[0].avoid[0].as_str(), rows[0].original[0].as_str()),
        ("ferry", "catamaran", "lautta")
    );
    let turkish = "<?xml version='1.0' encoding=\"windows-1254\"?><martif type=\"TBX\" xml:lang=\"en\"><martifHeader><fileDesc><sourceDesc><p>x</p>\
        </sourceDesc></fileDesc></martifHeader><text><body><termEntry><langSet xml:lang=\"en\"><tig><term>\u{1}</term></tig></langSet></termEntry></body></text></martif>";
    let bytes: Vec<u8> = turkish.bytes().map(|byte| if byte == 1 { 0xFE } else { byte }).collect();
    assert_eq!(open::read("t.tbx", &bytes, 1).expect("a term base").entries[0].write, ["\u{15f}"]);
}

#[test]
fn terms_that_are_only_deprecated_are_never_taken_out_unasked() {
    let body = r#"<conceptEntry id="c"><langSec xml:lang="en"><termSec><term>pinned</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry>"#;
    assert_eq!(entries(&version_3("TBX-Min", "dca", body))[0].safety, Some(Safety::Choice));
}

#[test]
fn every_constraint_is_named_with_its_line() {
    let basic = |body: &str| version_3("TBX-Basic", "dca", body);
    let term = "<termSec><term>a</term></termSec>";
    let cases = [
        ("<html><body/></html>".to_owned(), "base.tbx:1: the root element is <html>"),
        (version_3("TBX-Basic", "dxx", CONCEPT), "neither dca nor dct"),
        (version_3("Basic", "dca", CONCEPT), "names no dialect"),
        (basic(CONCEPT).replace("xmlns=\"urn", "xmlns=\"x"), "not in the namespace"),
        (basic(CONCEPT).replacen(" xml:lang=\"en\"", "", 1), "<tbx> has no xml:lang"),
        (basic(CONCEPT).replace(" xml:lang=\"nl\"", ""), ":15: <langSec> has no xml:lang"),
        (basic(&CONCEPT.replace("id=\"c1\"", "")), ":5: <conceptEntry> has no id"),
        (basic(&CONCEPT.repeat(2)), "the id \"c1\" is used twice, first in line 5"),
        (
            basic("<conceptEntry id=\"c\"><langSec xml:lang=\"en\"></langSec></conceptEntry>"),
            "<langSec> has no <termSec>",
        ),
        (basic("<conceptEntry id=\"c\"><note>n</note></conceptEntry>"), "<conceptEntry> has no <langSec>"),
        (
            basic("<conceptEntry id=\"c\"><langSec xml:lang=\"en\"><termSec></termSec></langSec></conceptEntry>"),
            "<termSec> has no <term>",
        ),
        (
            basic(&format!(
                "<conceptEntry id=\"c\"><langSec xml:lang=\"en\">{term}</langSec><note>late</note></conceptEntry>"
            )),
            "<note> stands too late in <conceptEntry>",
        ),
        (
            basic(&format!(
                "<conceptEntry id=\"c\"><termSec/><langSec xml:lang=\"en\">{term}</langSec></conceptEntry>"
            )),
            "<termSec> may not stand in <conceptEntry>",
        ),
        (basic(&CONCEPT.replace("note>", "remark>")), "unknown element <remark>"),
        (
            basic(&CONCEPT.replace("subjectField", "colour")),
            "\"colour\" is no data category of TBX-Basic for <descrip>",
        ),
        (
            basic(&CONCEPT.replace(">verb<", ">Zeitwort<")),
            "\"Zeitwort\" is no value of partOfSpeech; it has adjective, noun",
        ),
        (
            basic(&CONCEPT.replace("type=\"definition\"", "type=\"context\"")),
            "context may not stand at the level of <langSec>",
        ),
        (basic(&CONCEPT.replace("</term>", "</trm>")), ":10: not well-formed XML"),
        (basic(CONCEPT).replace("</tbx>", ""), "not well-formed XML: <tbx> of line 3 is never closed"),
        (
            basic(&CONCEPT.replace("&amp;", "&company;")),
            "the entity &company; is not expanded; write the character itself",
        ),
        (
            basic(&CONCEPT.replace("<note>", "<note>&bomb;"))
                .replace("SYSTEM \"http://example.org/never-fetched.dtd\"", "[<!ENTITY bomb \"x\">]"),
            "&bomb; is not expanded",
        ),
        (
            basic(&format!(
                "{}{}",
                "<conceptEntry id=\"c\"><note>".to_owned() + &"<foreign>".repeat(100),
                "</foreign>".repeat(100) + "</note></conceptEntry>"
            )),
            "deep",
        ),
        ("".to_owned(), "there is no element"),
    ];
    let unnamed: Vec<String> = cases
        .iter()
        .filter_map(|(text, wanted)| match read(text) {
            Ok(_) => Some(format!("wanted {wanted}: read")),
            Err(message) => (!message.contains(wanted)).then(|| format!("wanted {wanted}: {message}")),
        })
        .collect();
    assert!(unnamed.is_empty(), "{}", unnamed.join("\n"));
}

#[test]
fn what_is_written_is_read_again() {
    let table = "write,avoid,from,original,inflect,note,link,concept,domain,terms\n\
        detained|held,pinned|put (fast|stuck),nl,vastgezet,verb,why <so>,https://example.org/?a=1&b=2,c7,courts,\n\
        ferry,catamaran,fi sv,lautta|färja,noun,,,,,fi:lautta | sv:färja\n";
    let rows = open::read("g.csv", table.as_bytes(), 1).expect("a glossary").entries;
    let mut bytes = Vec::new();
    let lost = tbx::write::write(&rows, &mut bytes).expect("written");
    assert!(lost.is_empty(), "{lost:?}");
    let again = open::read("g.tbx", &bytes, 1).expect("a term base").entries;
    let shape = |entry: &Entry| {
        (
            entry.write.clone(),
            entry.from.clone(),
            entry.original.clone(),
            entry.inflect,
            entry.note.clone(),
            entry.link.clone(),
        )
    };
    assert_eq!(again.iter().map(shape).collect::<Vec<_>>(), rows.iter().map(shape).collect::<Vec<_>>());
    assert_eq!(again[0].avoid, ["pinned", "put fast", "put stuck"]);
    assert_eq!(again[0].other, rows[0].other);
    assert_eq!(again[1].other.last(), rows[1].other.last());
    let slots =
        open::read("g.csv", b"write,avoid,when\n<be> detained,<be> pinned,police\n", 1).expect("a glossary").entries;
    let lost = tbx::write::write(&slots, &mut Vec::new()).expect("written");
    assert_eq!(
        lost.keys().map(String::as_str).collect::<Vec<_>>(),
        ["avoid (a pattern)", "the whole row (nothing that is a term)", "when", "write (a pattern)"]
    );
}

/// The sample sets: `COPYDESK_DATA`, or `shared/data` beside the project.
fn samples() -> Option<PathBuf> {
    let data = std::env::var_os("COPYDESK_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    Some(data.join("samples")).filter(|folder| folder.is_dir())
}

fn term_bases(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            term_bases(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "tbx") {
            into.push(path);
        }
    }
}

#[test]
fn conformance_over_the_published_sample_sets() {
    let Some(samples) = samples() else {
        eprintln!("skipped: no sample sets; set COPYDESK_DATA to the folder that holds samples/");
        return;
    };
    let mut files = Vec::new();
    term_bases(&samples, &mut files);
    files.sort();
    let (mut good, mut bad, mut wrong) = ((0, 0), (0, 0), Vec::new());
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let outcome = open::read(&name, &fs::read(&path).expect("read"), 1);
        let faulty = name.contains("bad") || name.contains("poorly");
        let count = if faulty { &mut bad } else { &mut good };
        count.1 += 1;
        match outcome {
            Ok(rows) if !faulty && !rows.entries.is_empty() && !rows.problems.iter().any(|p| p.refused) => count.0 += 1,
            Err(message) if faulty && message.starts_with(&format!("{name}:")) => count.0 += 1,
            Ok(rows) => wrong.push(format!("{name}: read, {} rows", rows.entries.len())),
            Err(message) => wrong.push(message),
        }
    }
    eprintln!("term bases: {} of {} good ones read, {} of {} bad ones refused", good.0, good.1, bad.0, bad.1);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
