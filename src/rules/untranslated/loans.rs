//! Words in no list that are English all the same: borrowed phrases, brands, learned compounds, species.

use crate::english::{lemma, rare};
use crate::names::given;
use crate::rules::walk::Walk;

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
    borrowed(word) || word.contains(|c: char| c.is_ascii_digit()) || glued() || prefixed()
}

/// True for a word of a phrase that English took over whole.
pub(super) fn borrowed(word: &str) -> bool {
    BORROWED.contains(&word)
}

/// First parts of learned words that are made day by day.
const PREFIXES: &[&str] = &[
    "proto", "pseudo", "meta", "para", "quasi", "ortho", "immuno", "cardio", "gastro", "osteo", "chemo", "magneto",
    "techno", "ethno", "retro", "xeno", "petro", "neo", "omni", "peri", "endo", "exo", "onco", "haemo", "hemo", "cyto",
    "phyto", "zoo", "geo", "astro", "bio", "meso", "paleo", "palaeo", "methane", "ethane", "fluoro", "chloro",
];

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
    name.len() == 1 && gap == ". " || gap == " " && genus && latin(walk.raw(at)) && !rare::known(&name.to_lowercase())
}
