//! Acronyms of a country's own bodies, parties and taxes that an article nowhere explains.

use crate::rule::{Context, Draft};
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};
use crate::text::languages;

/// Where an acronym is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// In any article: English has no such letters.
    Anywhere,
    /// Only where the original is known or taken to be in its language.
    AtHome,
}

/// The acronym, what it stands for, its language (ISO 639-1), and where it is told.
const ACRONYMS: &[(&str, &str, &str, Told)] = &[
    ("AEMET", "weather service", "es", Told::Anywhere),
    ("ANAF", "tax authority", "ro", Told::Anywhere),
    ("BDDK", "banking watchdog", "tr", Told::Anywhere),
    ("BGH", "Federal Court of Justice", "de", Told::Anywhere),
    ("BOE", "official gazette", "es", Told::AtHome),
    ("BTW", "VAT", "nl", Told::AtHome),
    ("BVerfG", "Federal Constitutional Court", "de", Told::Anywhere),
    ("BaWü", "Baden-Württemberg", "de", Told::Anywhere),
    ("CCOO", "Workers' Commissions", "es", Told::Anywhere),
    ("CGPJ", "judges' council", "es", Told::Anywhere),
    ("CJ", "county council", "ro", Told::AtHome),
    ("CNMV", "securities regulator", "es", Told::Anywhere),
    ("DBR", "State Bureau of Investigation", "uk", Told::AtHome),
    ("DGT", "traffic authority", "es", Told::Anywhere),
    ("DSNS", "State Emergency Service", "uk", Told::Anywhere),
    ("DTP", "road accident", "ru", Told::AtHome),
    ("GDDKiA", "roads authority", "pl", Told::Anywhere),
    ("GUS", "statistics office", "pl", Told::AtHome),
    ("GroKo", "grand coalition", "de", Told::Anywhere),
    ("HSYK", "judges' council", "tr", Told::Anywhere),
    ("IPN", "Institute of National Remembrance", "pl", Told::Anywhere),
    ("IRPEF", "income tax", "it", Told::Anywhere),
    ("IRPF", "income tax", "es", Told::Anywhere),
    ("ISU", "emergency inspectorate", "ro", Told::AtHome),
    ("KDV", "VAT", "tr", Told::Anywhere),
    ("KKTC", "Northern Cyprus", "tr", Told::Anywhere),
    ("KNF", "Financial Supervision Authority", "pl", Told::Anywhere),
    ("KO", "Civic Coalition", "pl", Told::AtHome),
    ("KPRM", "prime minister's office", "pl", Told::Anywhere),
    ("KRNAP", "Krkonoše National Park", "cs", Told::Anywhere),
    ("KRRiT", "broadcasting council", "pl", Told::Anywhere),
    ("MCHS", "Emergencies Ministry", "ru", Told::Anywhere),
    ("MON", "defence ministry", "pl", Told::AtHome),
    ("MSWiA", "interior ministry", "pl", Told::Anywhere),
    ("MVD", "interior ministry", "ru", Told::AtHome),
    ("MİT", "National Intelligence Organization", "tr", Told::Anywhere),
    ("NCBR", "National Centre for Research and Development", "pl", Told::Anywhere),
    ("NFZ", "National Health Fund", "pl", Told::Anywhere),
    ("NIK", "Supreme Audit Office", "pl", Told::Anywhere),
    ("NKÚ", "Supreme Audit Office", "cs", Told::Anywhere),
    ("NPÚ", "National Heritage Institute", "cs", Told::Anywhere),
    ("NRW", "North Rhine-Westphalia", "de", Told::Anywhere),
    ("NVWA", "food safety authority", "nl", Told::Anywhere),
    ("OM", "Public Prosecution Service", "nl", Told::AtHome),
    ("PKW", "National Electoral Commission", "pl", Told::AtHome),
    ("PiS", "Law and Justice", "pl", Told::Anywhere),
    ("SGK", "Social Security Institution", "tr", Told::Anywhere),
    ("SŽDC", "railway administration", "cs", Told::Anywhere),
    ("TBMM", "Turkish parliament", "tr", Told::Anywhere),
    ("TCMB", "Turkish central bank", "tr", Told::Anywhere),
    ("TSK", "Turkish armed forces", "tr", Told::AtHome),
    ("TÜFE", "consumer price index", "tr", Told::Anywhere),
    ("TÜİK", "Turkish Statistical Institute", "tr", Told::Anywhere),
    ("UOKiK", "competition authority", "pl", Told::Anywhere),
    ("UPU", "emergency unit", "ro", Told::AtHome),
    ("VID", "State Revenue Service", "lv", Told::Anywhere),
    ("VRK", "Central Electoral Commission", "lt", Told::Anywhere),
    ("VTEK", "Chief Official Ethics Commission", "lt", Told::Anywhere),
    ("YSK", "Supreme Election Council", "tr", Told::Anywhere),
    ("YÖK", "Council of Higher Education", "tr", Told::Anywhere),
    ("ZUS", "Social Insurance Institution", "pl", Told::Anywhere),
    ("ÖTV", "special consumption tax", "tr", Told::Anywhere),
    ("ÚOHS", "competition authority", "cs", Told::Anywhere),
    ("ÚVN", "Military University Hospital", "cs", Told::Anywhere),
    ("ČNB", "Czech National Bank", "cs", Told::Anywhere),
    ("ČOI", "Czech Trade Inspection Authority", "cs", Told::Anywhere),
    ("ČSSZ", "Czech Social Security Administration", "cs", Told::Anywhere),
    ("ČSÚ", "Czech Statistical Office", "cs", Told::Anywhere),
    ("ČTÚ", "Czech Telecommunication Office", "cs", Told::Anywhere),
    ("ŘSD", "roads directorate", "cs", Told::Anywhere),
];

/// The acronyms of the table.
pub(in crate::rules) fn all() -> impl Iterator<Item = &'static str> {
    ACRONYMS.iter().map(|(letters, ..)| *letters)
}

/// The finding for an acronym of the table that the article does not explain by a bracket or by the name in full.
pub(super) fn unexplained(context: &Context<'_>, walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let raw = walk.raw(at);
    let (_, meaning, language, told) = ACRONYMS.iter().find(|(letters, ..)| *letters == raw)?;
    if *told == Told::AtHome && !at_home(context, language) {
        return None;
    }
    let explains = |text: &str| {
        text.contains(meaning) || text.match_indices(raw).any(|(at, _)| bracketed(text, at, at + raw.len()))
    };
    if context.paragraphs().any(|(_, text, _)| explains(text)) {
        return None;
    }
    let message = format!("readers may not know \"{raw}\": write {meaning}");
    let evidence = format!("{} acronym that the article does not explain", languages::name(language));
    let mut draft = Draft::new(segment, walk.bytes(at, at), message, evidence).write(*meaning, Safety::Choice);
    draft.level = Some(Level::Hint);
    Some(draft)
}

/// True when the user named the language as the original's, or the article shows it.
fn at_home(context: &Context<'_>, language: &str) -> bool {
    let origin = context.origin;
    origin.languages.iter().any(|named| named == language)
        || origin.guess.as_ref().is_some_and(|guess| guess.language == language)
}

/// True when a bracket opens right before or after the bytes, or closes after them.
fn bracketed(text: &str, start: usize, end: usize) -> bool {
    text[..start].ends_with('(') || text[end..].starts_with([')', '/']) || text[end..].starts_with(" (")
}
