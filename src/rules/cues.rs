//! Cues: the words by which rules notice that there is something to look at, found for all rules in one pass.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::rule::{Cue, Cues};
use crate::rules::{
    adverb_before_object, comma_splice, date_format, missing_comma, missing_hyphen, mixed_form, untranslated,
};
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::words::Shape;

/// Gives each name a bit of its own; names for which no bit is left do not compile.
macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "read as numbers only")]
        enum Bit { $($name),* }
        $($(#[$doc])* pub(super) const $name: Cue = Cue(1 << Bit::$name as u32);)*
    };
}

cues! {
    /// A figure, by its shape.
    FIGURE,
    /// An adverb of manner, by its ending, or of time.
    ADVERB,
    ARTICLE,
    CAN,
    CENTURY,
    /// A common noun that names write with a capital.
    COMMON,
    /// A word that opens a compound.
    COMPOUND,
    /// A number from ten to twenty in words.
    COUNT,
    /// A finite verb that is no participle and no noun.
    FINITE,
    /// An acronym of another country's body.
    FOREIGN_ACRONYM,
    /// What a body is in another language.
    FOREIGN_BODY,
    /// A short word of another language.
    FOREIGN_SMALL,
    HONORIFIC,
    IT,
    /// A word by which a clause leans on another.
    LEANING,
    MODAL,
    MONTH,
    /// An office or kin that "of" follows.
    OFFICE,
    ON,
    PERCENT,
    /// A word with a British and an American spelling.
    SPELLING,
    /// A word with which a tense may be another language's.
    TENSE,
    /// A verb that takes an object.
    TRANSITIVE,
    /// The United States, abbreviated.
    US,
    WE,
    WITH,
}

/// The cues of listed words, by the hashes of their look-up forms.
static LISTED: LazyLock<FxHashMap<u64, Cue>> = LazyLock::new(|| {
    let mut listed = FxHashMap::default();
    let mut add = |cue: Cue, keys: &mut dyn Iterator<Item = u64>| {
        keys.for_each(|key| *listed.entry(key).or_default() |= cue);
    };
    let few: [(Cue, &[&str]); 14] = [
        (ADVERB, &["yesterday", "today", "again", "tomorrow", "on"]),
        (ARTICLE, &["a", "an", "the"]),
        (CAN, &["can"]),
        (CENTURY, &["century", "centuries"]),
        (HONORIFIC, &["mr", "mrs", "ms"]),
        (IT, &["it"]),
        (MODAL, &["would", "should"]),
        (MONTH, &date_format::MONTHS),
        (ON, &["on"]),
        (PERCENT, &["percent", "per"]),
        (TENSE, &["has", "have", "hasn't", "haven't", "since", "is", "are"]),
        (US, &["us", "u.s."]),
        (WE, &["we"]),
        (WITH, &["with"]),
    ];
    for (cue, words) in few {
        add(cue, &mut words.iter().map(|word| fold::key_hash(word)));
    }
    let lists =
        [(OFFICE, &missing_comma::OFFICES), (COMMON, &mixed_form::COMMON), (FINITE, &comma_splice::noun::FINITE)];
    for (cue, words) in lists.into_iter().chain(comma_splice::noun::LEANS.map(|list| (LEANING, list))) {
        add(cue, &mut words.iter().map(fold::key_hash));
    }
    add(COMPOUND, &mut missing_hyphen::first_words().map(fold::key_hash));
    add(COUNT, &mut mixed_form::figures::counts());
    add(FOREIGN_ACRONYM, &mut untranslated::acronyms::all().map(fold::key_hash));
    add(FOREIGN_BODY, &mut untranslated::bodies::kinds().map(fold::key_hash));
    add(FOREIGN_SMALL, &mut untranslated::small::words().iter().map(|word| fold::key_hash(word)));
    add(SPELLING, &mut mixed_form::spelling::spelled());
    add(TRANSITIVE, &mut adverb_before_object::phrase::verbs().iter().map(|word| fold::key_hash(word)));
    listed
});

/// The cues of a paragraph.
pub fn cues(text: &str, reading: &Reading) -> Cues {
    let listed = &*LISTED;
    Cues::of(reading.words.iter().zip(&reading.keys).map(|(word, key)| {
        let mut cue = listed.get(key).copied().unwrap_or_default();
        match word.shape {
            Shape::Number => cue |= FIGURE,
            Shape::Lower if text.as_bytes()[word.range()].ends_with(b"ly") => cue |= ADVERB,
            _ => {}
        }
        cue
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_call_the_rules_that_list_them_in_any_case() {
        let text = "The 25 plants hadn’t run badly since 2019.";
        let reading = Reading::of(text);
        let cues = cues(text, &reading);
        let places = |cue| cues.places(0..reading.words.len(), cue).collect::<Vec<_>>();
        assert_eq!((places(ARTICLE), places(FIGURE), places(ADVERB)), (vec![0], vec![1, 7], vec![5]));
        assert_eq!((places(TENSE), places(TENSE.or(ARTICLE))), (vec![6], vec![0, 6]));
        assert!(cues.any(FIGURE) && !cues.any(MONTH) && places(MONTH).is_empty() && !cues.at(99, FIGURE));
    }
}
