//! Places are those of the file as it is on disk, through every format and encoding.

mod desk;

use copydesk::check;
use copydesk::glossary::compile::Glossary;
use copydesk::glossary::read;
use copydesk::settings::Settings;

const ROW: &[u8] = b"write,avoid\nwas held,was pinned\n";

/// The bytes on disk that a house row finds in a file.
fn found(name: &str, bytes: &[u8]) -> Vec<Vec<u8>> {
    let glossary = Glossary::of(read::read("house.csv", ROW, 1).expect("a glossary").entries);
    let report = check::check(vec![desk::input(name, bytes)], &glossary, &Settings::default());
    report
        .findings()
        .filter(|finding| finding.rule == "forbidden-term")
        .map(|finding| {
            let span = finding.place.input.on_disk(finding.place.span);
            bytes[span.start..span.end].to_vec()
        })
        .collect()
}

#[test]
fn plain_text_with_every_kind_of_line_end_and_mark() {
    let text = "Caf\u{e9} e\u{301} 😀: he was pinned.\r\nShe, too, was pinned\rand it was pinned.\n";
    let places = found("a.txt", text.as_bytes());
    assert_eq!(places, vec![b"was pinned".to_vec(); 3]);
    let bom = [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat();
    assert_eq!(found("a.txt", &bom), places);
}

#[test]
fn other_encodings() {
    let text = "Ein Caf\u{e9}: he was pinned.";
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let wanted: Vec<u8> = "was pinned".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(found("a.txt", &wide), vec![wanted]);
    let western: Vec<u8> =
        "Mont\u{e9} en \u{e9}t\u{e9}, le caf\u{e9}: he was pinned.".chars().map(|c| c as u8).collect();
    assert_eq!(found("a.txt", &western), vec![b"was pinned".to_vec()]);
}

#[test]
fn markup_and_entities() {
    let page = b"<article><p>Caf&eacute; &amp; bar: he <b>was</b>\r\n pinned. She was&nbsp;pinned.</p></article>";
    assert_eq!(found("a.html", page), vec![b"was</b>\r\n pinned".to_vec(), b"was&nbsp;pinned".to_vec()]);
    let notes = b"# Head\n\n> He *was*\n> pinned &amp; she [was pinned](http://x.org/was_pinned).\n";
    assert_eq!(found("a.md", notes), vec![b"was*\n> pinned".to_vec(), b"was pinned".to_vec()]);
}
