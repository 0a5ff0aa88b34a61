//! Words in no list that are English all the same: borrowed phrases, brands, learned compounds, species.

use crate::english::{lemma, rare};
use crate::names::given;
use crate::rules::walk::Walk;
use crate::rules::words::Words;

/// Words of fixed phrases that English took over whole.
const BORROWED: &[&str] = &[
    "vitro",
    "vivo",
    "utero",
    "situ",
    "masse",
    "gilets",
    "jaunes",
    "risque",
    "facto",
    "jure",
    "noir",
    "nouveau",
    "haute",
    "beau",
    "belle",
    "demi",
    "prix",
    "mortem",
    "bono",
    "rata",
    "capita",
    "annum",
    "quo",
    "vadis",
    "crème",
    "fraîche",
    "brûlée",
    "papier",
    "mâché",
    "alma",
    "mater",
    "avant",
    "garde",
    "rouge",
    "déjà",
    "mano",
    "dolce",
    "vita",
    "bossa",
    "nova",
    "compos",
    "mentis",
    "priori",
    "posteriori",
    "fait",
    "accompli",
    "foie",
    "gras",
    "savoir",
    "faire",
    "laissez",
    "joie",
    "vivre",
    "raison",
    "force",
    "grâce",
    "coeur",
    "fleur",
    "voyage",
    "appétit",
    "carte",
    "blanche",
    "célèbre",
    "brulee",
    "cordon",
    "bleu",
    "entendre",
    "terrible",
    "esprit",
    "femme",
    "fatale",
    "folie",
    "grandeur",
    "idée",
    "sais",
    "quoi",
    "scène",
    "nouvelle",
    "vague",
    "noblesse",
    "oblige",
    "clef",
    "sang",
    "froid",
    "erythematosus",
    "mellitus",
    "coli",
    "sapiens",
    "erectus",
    "officio",
    "delicti",
    "corpus",
    "habeas",
    "amicus",
    "curiae",
    "decisis",
    "operandi",
    "passu",
    "facie",
    "nauseam",
    "infinitum",
    "franca",
    "dramatis",
    "personae",
    "materiel",
    "chakra",
    "chakras",
    "borealis",
    "australis",
    "padre",
    "madre",
    "familia",
    "amigo",
    "amigos",
    "gracias",
    "adios",
    "hasta",
    "luego",
    "mañana",
    "caliente",
    "picante",
    "pollo",
    "queso",
    "tapas",
    "gusto",
    "tempo",
    "allegro",
    "andante",
    "molto",
    "forte",
    "crescendo",
    "bambino",
    "bella",
    "ciao",
    "signora",
    "signor",
    "monsieur",
    "madame",
    "mademoiselle",
    "herr",
    "frau",
    "fräulein",
    "kaiser",
    "reich",
    "wunderbar",
    "verboten",
    // Brands that many write small.
    "facebook",
    "instagram",
    "pinterest",
    "whatsapp",
    "youtube",
    "tiktok",
    "linkedin",
    "snapchat",
    "spotify",
    "airbnb",
    "ebay",
    "xbox",
    "playstation",
    "iphone",
    "paypal",
    "netflix",
];

/// True for a word glued from two English ones, and for parts of phrases that English borrowed.
pub(super) fn shaped_english(word: &str) -> bool {
    let glued = || {
        (3..word.len().saturating_sub(1)).filter(|&at| word.is_char_boundary(at)).any(|at| {
            let (first, last) = word.split_at(at);
            (last.len() > 2 || matches!(last, "in" | "to" | "of" | "at" | "on" | "by" | "is"))
                && lemma::known(first)
                && lemma::known(last)
        })
    };
    let prefixed = || {
        PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.len() > 3 && rare::known(rest)))
    };
    let learned = || ENDINGS.iter().any(|end| word.strip_suffix(end).is_some_and(|stem| stem.len() > 2));
    borrowed(word) || word.contains(|c: char| c.is_ascii_digit()) || learned() || glued() || prefixed()
}

/// True for a long word that one slip of a hand parts from an English one: a letter doubled or not, two letters exchanged.
/// A machine leaves words and invents them, but it does not slip so.
pub(super) fn slipped(word: &str) -> bool {
    if !word.is_ascii() || word.len() < SLIP {
        return false;
    }
    let letters = word.as_bytes();
    let known = |letters: Vec<u8>| String::from_utf8(letters).is_ok_and(|word| rare::known(&word));
    (1..letters.len() - 1).any(|at| {
        let (head, tail) = letters.split_at(at);
        let exchanged = at + 2 < letters.len() && tail[0] != tail[1];
        head.ends_with(&tail[..1]) && known([head, &tail[1..]].concat())
            || known([head, &tail[..1], tail].concat())
            || exchanged && known([head, &[tail[1], tail[0]], &tail[2..]].concat())
    })
}

/// True for a word of a phrase that English took over whole.
pub(super) fn borrowed(word: &str) -> bool {
    BORROWED.contains(&word)
}

/// Letters from which on a word is told from its neighbours: shorter ones have too many.
const SLIP: usize = 8;

/// Endings of learned words and of the names of medicines and beasts, which no list has all of.
const ENDINGS: &[&str] = &[
    "plasty", "ectomy", "scopy", "genesis", "genetics", "saur", "saurs", "mab", "tinib", "ciclib", "buvir", "grelor",
    "prazole", "mycin", "cillin", "statin",
];

/// First parts of learned words that are made day by day.
static PREFIXES: Words = Words::named("untranslated prefixes");

/// The second word of the name of a species: "L. reuteri", "Escherichia albertii".
pub(super) fn is_species(walk: &Walk<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| walk.word(at)).filter(|word| word.is_capital()) else {
        return false;
    };
    let name = before.of(walk.text);
    let gap = &walk.text[before.end as usize..walk.reading.words[at].start as usize];
    let latin =
        |word: &str| ["us", "is", "um", "ae", "ii", "ensis", "oides", "ia", "ea"].iter().any(|end| word.ends_with(end));
    let genus = latin(name) || name.ends_with('a') && !given::known(name);
    let species = latin(walk.raw(at)) || walk.raw(at).ends_with('i');
    name.len() == 1 && gap == ". " || gap == " " && genus && species && !rare::known(&name.to_lowercase())
}
