//! Rows to a term base: TBX-Basic, version 3, style `dca`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use crate::glossary::columns::{self, CONCEPT, DOMAIN, TERMS};
use crate::glossary::entry::{Entry, Inflect, Kind, Status};
use crate::glossary::pattern::{self, Item};
use crate::glossary::write;
use crate::scales::Level;

/// Terms that one pattern may be spelled out into.
const SPELLED: usize = 24;

/// What a term base could not hold: column, and the lines of the rows that lost it.
pub type Lost = BTreeMap<String, Vec<u64>>;

/// Writes rows as concepts and says what was lost on the way.
///
/// # Errors
/// When the writer fails.
pub fn write(entries: &[Entry], out: &mut dyn Write) -> io::Result<Lost> {
    let mut lost = Lost::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    out.write_all(HEAD.as_bytes())?;
    for (at, entry) in entries.iter().enumerate() {
        if let Some(why) = no_term(entry) {
            lost.entry(format!("the whole row ({why})")).or_default().push(entry.place.line);
            continue;
        }
        let mut id = kept(entry, CONCEPT).filter(|id| is_id(id)).map_or_else(|| format!("c{}", at + 1), str::to_owned);
        while !used.insert(id.clone()) {
            id.push('x');
        }
        concept(entry, &id, &mut lost, out)?;
    }
    out.write_all(FOOT.as_bytes())?;
    Ok(lost)
}

/// Why a row is no concept of a term base, where it would say more, or the opposite, of what the row says.
fn no_term(entry: &Entry) -> Option<&'static str> {
    match (entry.kind, entry.level) {
        (Kind::Keep, _) => Some("kind keep"),
        (Kind::Leftover, _) => Some("kind leftover"),
        (_, Some(Level::Off)) => Some("level off"),
        _ => (!entry.in_force()).then_some("not in force"),
    }
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>A house glossary, written by copydesk</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"#;
const FOOT: &str = "    </body>\n  </text>\n</tbx>\n";

fn concept(entry: &Entry, id: &str, lost: &mut Lost, out: &mut dyn Write) -> io::Result<()> {
    let mut lose = |column: &str| lost.entry(column.to_owned()).or_default().push(entry.place.line);
    let speech = match entry.inflect {
        Inflect::Noun => Some("noun"),
        Inflect::Verb => Some("verb"),
        Inflect::Adjective => Some("adjective"),
        Inflect::Auto | Inflect::None => None,
    };
    let unwritten = entry.safety == Some(crate::scales::Safety::Choice) && entry.write.is_empty();
    for column in columns::COLUMNS {
        let held = match column.name {
            "write" | "avoid" | "note" | "link" | "original" | CONCEPT | DOMAIN | TERMS => true,
            "inflect" => entry.inflect != Inflect::None,
            "status" => entry.status == Status::Preferred,
            "from" => entry.from.len() < 2 || kept(entry, TERMS).is_some(),
            "safety" => unwritten,
            _ => false,
        };
        if !held && !write::cell(entry, column.name).is_empty() {
            lose(column.name);
        }
    }
    for (name, _) in entry.other.iter().filter(|(name, _)| columns::find(name).is_none()) {
        lose(name);
    }
    let mut write: Vec<String> = Vec::new();
    for form in &entry.write {
        match spelled_out(form) {
            Some(terms) => write.extend(terms),
            None => lose("write (a pattern)"),
        }
    }
    let mut avoid: Vec<String> = Vec::new();
    for form in &entry.avoid {
        match spelled_out(form) {
            Some(terms) => avoid.extend(terms),
            None => lose("avoid (a pattern)"),
        }
    }
    let others = originals(entry);
    if write.is_empty() && avoid.is_empty() {
        lose("the whole row (nothing that is a term)");
        return Ok(());
    }
    writeln!(out, "      <conceptEntry id=\"{}\">", escaped(id))?;
    if let Some(domain) = kept(entry, DOMAIN) {
        writeln!(out, "        <descrip type=\"subjectField\">{}</descrip>", escaped(domain))?;
    }
    if !entry.link.is_empty() {
        let link = escaped(&entry.link);
        writeln!(out, "        <xref type=\"externalCrossReference\" target=\"{link}\">{link}</xref>")?;
    }
    if !entry.note.is_empty() {
        writeln!(out, "        <note>{}</note>", escaped(&entry.note))?;
    }
    writeln!(out, "        <langSec xml:lang=\"en\">")?;
    let statuses = write
        .iter()
        .enumerate()
        .map(|(at, term)| (term, if at == 0 { "preferredTerm-admn-sts" } else { "admittedTerm-admn-sts" }));
    for (term, status) in statuses.chain(avoid.iter().map(|term| (term, "deprecatedTerm-admn-sts"))) {
        writeln!(out, "          <termSec>\n            <term>{}</term>", escaped(term))?;
        if let Some(speech) = speech {
            writeln!(out, "            <termNote type=\"partOfSpeech\">{speech}</termNote>")?;
        }
        writeln!(out, "            <termNote type=\"administrativeStatus\">{status}</termNote>\n          </termSec>")?;
    }
    writeln!(out, "        </langSec>")?;
    for (language, terms) in others {
        writeln!(out, "        <langSec xml:lang=\"{}\">", escaped(&language))?;
        for term in terms {
            writeln!(out, "          <termSec>\n            <term>{}</term>\n          </termSec>", escaped(&term))?;
        }
        writeln!(out, "        </langSec>")?;
    }
    writeln!(out, "      </conceptEntry>")
}

/// The original's words by language; `und` where the row does not say which.
fn originals(entry: &Entry) -> Vec<(String, Vec<String>)> {
    let mut by_language: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |language: &str, term: &str| match by_language.iter_mut().find(|(own, _)| own == language) {
        Some((_, terms)) => terms.push(term.to_owned()),
        None => by_language.push((language.to_owned(), vec![term.to_owned()])),
    };
    match (kept(entry, TERMS), &entry.from[..]) {
        (Some(terms), _) => {
            for term in columns::split_alternatives(terms) {
                let (language, term) = term.split_once(':').unwrap_or(("und", &term));
                add(language.trim(), term.trim());
            }
        }
        (None, [language]) => entry.original.iter().for_each(|term| add(language, term)),
        (None, _) => entry.original.iter().for_each(|term| add("und", term)),
    }
    by_language
}

/// A form as plain terms: alternatives and optional words spelled out; none when it has slots or gaps, or too many.
fn spelled_out(form: &str) -> Option<Vec<String>> {
    if !form.contains(['(', ')', '[', ']', '<', '>', '\u{2026}', '|']) {
        return Some(vec![form.to_owned()]);
    }
    let items = pattern::parse(form).ok()?.items;
    let mut terms = spell(&items)?;
    terms.retain(|term| !term.is_empty());
    terms.dedup();
    (!terms.is_empty()).then_some(terms)
}

fn spell(items: &[Item]) -> Option<Vec<String>> {
    let mut all = vec![String::new()];
    for item in items {
        let next = match item {
            Item::Word(word) => vec![word.clone()],
            Item::Any(forms) => forms.iter().map(|form| spell(form)).collect::<Option<Vec<_>>>()?.concat(),
            _ => return None,
        };
        all = all
            .iter()
            .flat_map(|start| next.iter().map(move |end| format!("{start} {end}").trim().to_owned()))
            .collect();
        if all.len() > SPELLED {
            return None;
        }
    }
    Some(all)
}

fn kept<'a>(entry: &'a Entry, name: &str) -> Option<&'a str> {
    entry.other.iter().find(|(own, value)| own == name && !value.is_empty()).map(|(_, value)| value.as_str())
}

/// True for what XML takes as an id.
fn is_id(text: &str) -> bool {
    let good = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    text.starts_with(|c: char| c.is_alphabetic() || c == '_') && text.chars().all(good)
}

/// The five characters of XML escaped, characters that XML cannot hold taken out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}
