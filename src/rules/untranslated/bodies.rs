//! Bodies, offices and halls whose names stayed in the original's language.

use std::sync::LazyLock;

use crate::rule::Draft;
use crate::rules::walk::Walk;
use crate::scales::Level;
use crate::text::keys::Keys;
use crate::text::words::{Gap, Shape};

/// What such bodies are in other languages, with the English word. Words that English news prints as they are (Bundestag,
/// Guardia Civil) are left out.
const KINDS: &[(&str, &str)] = &[
    ("Alcaldía", "city hall"),
    ("Amtsgericht", "district court"),
    ("Ayuntamiento", "city council"),
    ("Bakanlığı", "ministry"),
    ("Başkanlığı", "directorate"),
    ("Başsavcılığı", "chief prosecutor's office"),
    ("Belediyesi", "municipality"),
    ("Bundesamt", "federal office"),
    ("Caddesi", "street"),
    ("Comune", "municipality"),
    ("Cumhuriyet", "republic"),
    ("Câmara", "chamber"),
    ("Derneği", "association"),
    ("Emniyet", "police"),
    ("Feuerwehr", "fire brigade"),
    ("Fiscalía", "prosecutor's office"),
    ("Fundacja", "foundation"),
    ("Gazetesi", "newspaper"),
    ("Gobernación", "governor's office"),
    ("Hastanesi", "hospital"),
    ("Hochschule", "college"),
    ("Jandarma", "gendarmerie"),
    ("Kaymakamlığı", "district governor's office"),
    ("Komenda", "headquarters"),
    ("Krajský", "regional"),
    ("Krankenhaus", "hospital"),
    ("Landesamt", "state office"),
    ("Landgericht", "regional court"),
    ("Mahallesi", "district"),
    ("Mairie", "town hall"),
    ("Městský", "municipal"),
    ("Ministerio", "ministry"),
    ("Ministerium", "ministry"),
    ("Ministero", "ministry"),
    ("Ministerstvo", "ministry"),
    ("Ministerstwo", "ministry"),
    ("Ministerul", "ministry"),
    ("Ministère", "ministry"),
    ("Ministério", "ministry"),
    ("Mosteiro", "monastery"),
    ("Müdürlüğü", "directorate"),
    ("Nejvyšší", "supreme"),
    ("Oberlandesgericht", "higher regional court"),
    ("Odası", "chamber"),
    ("Okresní", "district"),
    ("Partisi", "party"),
    ("Policie", "police"),
    ("Prefeitura", "city hall"),
    ("Prefettura", "prefecture"),
    ("Primăria", "city hall"),
    ("Procura", "prosecutor's office"),
    ("Prokuratura", "prosecutor's office"),
    ("Préfecture", "prefecture"),
    ("Questura", "police headquarters"),
    ("Rendőrség", "police"),
    ("Saray", "palace"),
    ("Sarayı", "palace"),
    ("Savcılığı", "prosecutor's office"),
    ("Secretaría", "secretariat"),
    ("Sokak", "street"),
    ("Spółka", "company"),
    ("Staatsanwaltschaft", "prosecutor's office"),
    ("Stadthalle", "town hall"),
    ("Stowarzyszenie", "association"),
    ("Univerzita", "university"),
    ("Università", "university"),
    ("Universidad", "university"),
    ("Universidade", "university"),
    ("Universitatea", "university"),
    ("Universität", "university"),
    ("Université", "university"),
    ("Uniwersytet", "university"),
    ("Urząd", "office"),
    ("Vakfı", "foundation"),
    ("Valiliği", "governor's office"),
    ("Vereinshaus", "clubhouse"),
    ("Związek", "union"),
    ("Úřad", "office"),
    ("Üniversitesi", "university"),
];

/// The words of the table.
pub(in crate::rules) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(kind, _)| *kind)
}

/// The name around a word of the table, when no bracket explains it: its last word, and the finding.
pub(super) fn named(walk: &Walk<'_>, segment: usize, at: usize) -> Option<(usize, Draft)> {
    let capital = |at: usize| walk.word(at).is_some_and(|word| word.is_capital());
    let joined = |at: usize| walk.word(at).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Hyphen));
    if !capital(at) || walk.word(at)?.shape != Shape::Capital {
        return None;
    }
    // The table is asked for the first capitalised word of a name, so that the whole name is one finding.
    if at > 0 && capital(at - 1) && joined(at) {
        return None;
    }
    let mut last = at;
    while last < at + 6 && capital(last + 1) && joined(last + 1) {
        last += 1;
    }
    static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys::of(kinds()));
    let mut known = (at..=last).filter(|at| KEYS.has(walk.reading.keys[*at]));
    let (word, english) = known.find_map(|at| KINDS.iter().find(|(kind, _)| *kind == walk.raw(at)))?;
    let first = if at < last && walk.is(at, &["the", "a", "an"]) { at + 1 } else { at };
    let range = walk.bytes(first, last);
    let after = walk.after(range.end).trim_start();
    if after.starts_with(['(', '[', '@', '/']) || walk.text[..range.start].trim_end().ends_with(['(', '[', '@', '/']) {
        return None;
    }
    let message = format!("\"{}\" seems left in the original's language: translate it", &walk.text[range.clone()]);
    let evidence = format!("{word}: {english}");
    let mut draft = Draft::new(segment, range, message, evidence);
    draft.level = Some(Level::Hint);
    Some((last, draft))
}
