//! Strays: a word that no table knows, one slip or one case ending away from another name of the text.

use std::cell::OnceCell;
use std::cmp::{Ordering, Reverse};

use crate::english::lemma;
use crate::english::numerals::times;
use crate::names::desk::{self, Certainty, Clash, House, Kind, Place, places};
use crate::names::given::Kinship;
use crate::names::mention::Mention;
use crate::names::spelling::{self, Spelling};
use crate::names::word::unlike;
use crate::names::{chinese, ending, english, gender, given, place, press, sound};
use crate::text::fold::{fold, lower};
use crate::text::nearness;

/// Endings of a German place name and of what is named after it (Göttingen, Göttinger).
const AFTER_PLACES: &[&str] = &["en", "er", "ern", "ers"];

/// Endings of words derived from a person's surname.
const AFTER_PEOPLE: &[&str] = &["s", "an", "ans", "ism", "ist", "ite", "ic", "esque", "son", "er"];

/// Signs inside a name.
const JOINTS: [char; 3] = ['-', '\'', '’'];

/// Letters of the shortest name that is looked at.
const SHORTEST: usize = 4;

/// Letters of a name that two slips leave recognisable.
const LONG: usize = 8;

/// A spelling with its letters folded, without signs.
struct Name<'a> {
    letters: String,
    spelling: &'a Spelling,
    unknown: OnceCell<bool>,
}

/// Finds names one slip or one case ending away from another name of the text that is met as often or more. The odd one
/// is known to no table; it stands without another name beside it, or beside one that stands beside the other too. Pairs
/// of genders are passed over, and so are words derived from one another.
pub(crate) fn strays(list: &[Spelling], mentions: &[Mention], house: House<'_>, out: &mut Vec<Clash>) {
    let mut names: Vec<Name<'_>> = list.iter().filter_map(Name::of).collect();
    names.sort_by_key(|name| (Reverse(name.spelling.count), name.spelling.first));
    for odd in &names {
        let meant = names.iter().find_map(|main| Some((main.spelling, main.is_meant_by(odd)?)));
        let Some((main, certainty)) = meant else { continue };
        let odd = odd.spelling;
        // what is meant may itself be told, as a name that lost its accents
        let corrected = out.iter().find(|told| told.odd == main.form).map(|told| told.write.clone());
        let write = house(&main.form).or(corrected).unwrap_or_else(|| main.form.clone());
        let places = places(mentions, &odd.form);
        let told = |place: &Place| out.iter().flat_map(|told| &told.places).any(|other| other.start == place.start);
        if write == odd.form || places.iter().all(told) {
            continue;
        }
        let count = if main.count == odd.count { "is met as often".to_owned() } else { times(main.count) };
        out.push(Clash {
            kind: Kind::Variant,
            certainty,
            odd: odd.form.clone(),
            places,
            message: desk::message(certainty, &odd.form, &main.form, &write),
            evidence: format!("nearly the same letters; {} {count}", main.form),
            write,
        });
    }
}

impl<'a> Name<'a> {
    /// A spelling that is one word of small letters behind a capital, alone or as a double name, with a case ending behind
    /// an apostrophe or without; with no letters but those of ASCII when folded, and [`SHORTEST`] of them.
    fn of(spelling: &'a Spelling) -> Option<Self> {
        let small = |part: &str| part.chars().skip(1).all(char::is_lowercase);
        let name = spelling.form.split(['\'', '’']).next()?;
        let fits = spelling.form.starts_with(char::is_uppercase)
            && name.split('-').all(|part| part.chars().count() >= SHORTEST)
            && spelling.form.split(JOINTS).all(small);
        let letters = fits.then(|| fold(&spelling.form).replace(JOINTS, ""))?;
        (letters.is_ascii() && letters.len() >= SHORTEST).then(|| Name { letters, spelling, unknown: OnceCell::new() })
    }

    /// How sure it is that `odd` is a slip for this name, if it may be one.
    fn is_meant_by(&self, odd: &Name<'_>) -> Option<Certainty> {
        if !self.is_near(odd) {
            return None;
        }
        let (one, other) = (self.spelling, odd.spelling);
        let shared = meet(&one.before, &other.before) || meet(&one.after, &other.after);
        let alone = other.before.is_empty() && other.after.is_empty();
        let ending = self.has_ending(odd);
        let oblique = ending::is_oblique(&self.letters, &odd.letters);
        let fits = (shared || alone)
            && (ending || self.is_proven(odd, shared))
            && match one.count.cmp(&other.count) {
                Ordering::Greater => true,
                Ordering::Equal => {
                    oblique || !ending::is_oblique(&odd.letters, &self.letters) && self.rank() > odd.rank()
                }
                Ordering::Less => press::is_press(&one.form) || place::is_english(&one.form),
            }
            && (odd.is_unknown() || self.is_known_slip(odd, shared))
            && !self.is_common()
            && !self.is_kin(odd, shared);
        let proven = shared || self.letters.len().min(odd.letters.len()) >= LONG;
        let sure = || one.count != other.count || oblique || proven && !self.is_unknown() && odd.is_unknown();
        fits.then(|| if sure() { Certainty::Warning } else { Certainty::Question })
    }

    /// Whether two names of like length begin or end alike: what is cheap to ask.
    fn is_near(&self, odd: &Name<'_>) -> bool {
        let (a, b) = (self.letters.as_bytes(), odd.letters.as_bytes());
        a != b
            && a.len().abs_diff(b.len()) <= 3
            && (a[0] == b[0] || a[a.len() - 2..] == b[b.len() - 2..])
            && !unlike(&self.letters, &odd.letters)
    }

    /// Whether `odd` is this name with a case ending of another language.
    fn has_ending(&self, odd: &Name<'_>) -> bool {
        ending::is_declined(&self.letters, &odd.letters, self.is_soft())
    }

    /// Whether the name ends in a soft consonant of Polish.
    fn is_soft(&self) -> bool {
        self.spelling.form.ends_with(['ś', 'ć', 'ń', 'ź'])
    }

    /// Whether so few letters differ that chance does not explain it; more may when the names stand beside one other.
    fn is_proven(&self, odd: &Name<'_>, shared: bool) -> bool {
        let (a, b) = (self.letters.as_str(), odd.letters.as_str());
        let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
        let sound = || sound::distance(a, b);
        let edits = if short >= LONG { nearness::edits(&plain(a), &plain(b)) } else { nearness::edits(a, b) };
        let begin_alike = a.as_bytes()[0] == b.as_bytes()[0];
        if !begin_alike && edits > 2 {
            return false;
        }
        // well-formed names of the Chinese differ by one letter, and two brothers' by one syllable
        let weak = || (self.spelling.count < 3 || a.len() < 6) && !press::is_press(a);
        if (edits > 1 || !shared && weak()) && chinese::is_pinyin(a) && chinese::is_pinyin(b) {
            return false;
        }
        if !begin_alike {
            let often = self.spelling.count >= 3 && short > 5;
            return long > SHORTEST && sound() < 0.35 || (shared || often) && edits == 1;
        }
        if given::kinship(&self.spelling.form, &odd.spelling.form) == Some(Kinship::Spelling) {
            return true;
        }
        // many words are like a short place name
        if (long < 6 || edits > 1 && short < LONG) && place::on_the_map(a) {
            return false;
        }
        let often = self.spelling.count >= 3 && odd.spelling.count == 1;
        let room = if shared || often { 0.2 } else { 0.12 } * short as f64;
        match edits {
            0 | 1 => long > SHORTEST || shared,
            2 => short >= LONG || (shared && short > SHORTEST || short > 5) && sound() < room,
            edits => edits == 3 && (shared || often) && short >= LONG && sound() < room,
        }
    }

    /// What speaks for a name beside one that is met as often: the tables know it, it is introduced, it is met first.
    fn rank(&self) -> (bool, bool, Reverse<usize>) {
        (!self.is_unknown(), !self.spelling.before.is_empty(), Reverse(self.spelling.first))
    }

    /// Whether no table knows the name, nor the place whose inhabitants it may be.
    fn is_unknown(&self) -> bool {
        let form = &self.spelling.form;
        let inhabits = |end| self.letters.strip_suffix(end).is_some_and(place::on_the_map);
        *self.unknown.get_or_init(|| {
            !(given::established(form)
                || given::known(form)
                || place::on_the_map(form)
                || place::foreign(form).next().is_some()
                || press::is_press(form)
                || english::is_people(&self.letters)
                || ["n", "an", "ian", "i", "ese"].into_iter().any(inhabits)
                || self.is_word())
        })
    }

    /// Whether a name that the tables know is still a slip for this one: the same given name otherwise written, without
    /// the surname that stands behind this one; a common surname or an English word where this one is met more often.
    fn is_known_slip(&self, odd: &Name<'_>, shared: bool) -> bool {
        let (one, other) = (self.spelling, odd.spelling);
        if given::known(&other.form) {
            let alone = one.before.is_empty() && one.after.is_empty() && one.count > other.count;
            return given::kinship(&one.form, &other.form) == Some(Kinship::Spelling)
                && (alone || !one.after.is_empty());
        }
        one.count > other.count
            && !place::on_the_map(&other.form)
            && place::foreign(&other.form).next().is_none()
            && if odd.is_word() {
                one.count >= 3 && other.body == other.count && self.letters.len() > SHORTEST
            } else {
                given::surname(&other.form) && (shared || self.letters.len() > SHORTEST)
            }
    }

    /// Whether the name is a word of English in lower case.
    fn is_word(&self) -> bool {
        let lower = lower(&self.spelling.form);
        english::is_common(&lower) || lemma::known(&lower)
    }

    /// Whether what stands in the text more often is no name that could be misspelt so: an English word, a people.
    fn is_common(&self) -> bool {
        let form = &self.spelling.form;
        english::is_people(&self.letters)
            || self.letters == "europe"
            || !given::established(form) && !place::on_the_map(form) && self.is_word()
    }

    /// Whether two names are two by their form: of a man and a woman, or one derived from the other. Few words are derived
    /// from a person's surname, and behind a given name the plural is none; what stands behind a name is not derived itself.
    fn is_kin(&self, odd: &Name<'_>, shared: bool) -> bool {
        let (a, b) = (self.letters.as_str(), odd.letters.as_str());
        let stems =
            |word: &str| AFTER_PLACES.iter().filter_map(|end| word.strip_suffix(end).map(str::len)).collect::<Vec<_>>();
        let after_people = |word: &str| AFTER_PEOPLE.iter().any(|end| word.ends_with(end));
        let derived = if b.len() < a.len() && !self.spelling.before.is_empty() {
            !self.is_person() && after_people(a)
        } else if self.is_person() {
            after_people(b) && !(shared && b.strip_suffix('s') == Some(a))
        } else {
            let genitive = !a.ends_with(['a', 'e']) && b.strip_suffix('n') == Some(a);
            !(genitive || self.is_soft() && self.has_ending(odd))
        };
        derived && english::derived(a, b)
            || gender::pair(&self.spelling.form, &odd.spelling.form).is_some()
            || stems(a).iter().any(|length| stems(b).contains(length) && a[..*length] == b[..*length])
    }

    /// Whether the name stands behind a given name.
    fn is_person(&self) -> bool {
        self.spelling.before.iter().any(|word| given::known(word))
    }
}

/// Whether two lists of neighbours have one name, in whatever spelling or as an initial.
fn meet(a: &[String], b: &[String]) -> bool {
    let initial = |a: &str, b: &str| a.len() == 1 && b.starts_with(a);
    let same = |a: &str, b: &str| initial(a, b) || initial(b, a) || spelling::akin(a, b);
    a.iter().any(|word| b.iter().any(|other| same(word, other)))
}

/// Letters with one sound in one way: k for c and q, f for ph, v for w, i for y.
fn plain(letters: &str) -> String {
    letters.replace("ck", "k").replace("ph", "f").replace(['c', 'q'], "k").replace('w', "v").replace('y', "i")
}

#[cfg(test)]
mod tests {
    use crate::names::desk::{Certainty, clashes};
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String, Certainty)> {
        clashes(&mentions(text), &|_| None).into_iter().map(|c| (c.odd, c.write, c.certainty)).collect()
    }

    #[test]
    fn a_slip_or_an_ending_beside_the_name() {
        for (text, odd, write, certainty) in [
            ("Timo Harvela won. Then Harvela slept, and Halvela left.", "Halvela", "Harvela", Certainty::Warning),
            ("Lech Wolaś won. Then Wolaś left Wolasia’s house.", "Wolasia", "Wolaś", Certainty::Warning),
            ("The city of Nurmo grew. Trains leave for Nurmon daily.", "Nurmon", "Nurmo", Certainty::Question),
            ("Hassan Rouhani spoke. Then Ruhani left, and Ruhani slept.", "Ruhani", "Rouhani", Certainty::Warning),
            ("Peter Žida won. Then Žida left Zhida.", "Zhida", "Žida", Certainty::Warning),
            ("Peter Žida won. Then Zhida left.", "Zhida", "Žida", Certainty::Question),
            (
                "Valdas Renkunskas won. Then V. Renkunsco left, said Renkunskas.",
                "Renkunsco",
                "Renkunskas",
                Certainty::Warning,
            ),
            ("Timo Harvela won. Then Halvela left.", "Halvela", "Harvela", Certainty::Question),
            ("Anna Rettori won. Then Rettori left, and Rettor slept.", "Rettor", "Rettori", Certainty::Warning),
            ("Trains left Harvela. Then Harvely slept.", "Harvely", "Harvela", Certainty::Warning),
            ("Oleg Samoil won. Then Oleg Samoil met Oleg Samoils.", "Samoils", "Samoil", Certainty::Warning),
            ("Kaisa Lahdonen won. Then Lahdonen left Lahdose.", "Lahdose", "Lahdonen", Certainty::Warning),
        ] {
            assert_eq!(told(text), [(odd.to_owned(), write.to_owned(), certainty)], "{text}");
        }
    }

    #[test]
    fn names_of_which_hardly_a_letter_is_left_when_folded() {
        assert_eq!(told("Then A\u{345}\u{345}\u{345} left. Today B\u{345}\u{345}\u{345} slept, and Harvela woke."), []);
    }

    #[test]
    fn what_is_meant_may_have_lost_its_accents() {
        let text = "José Zaldúa won. Then Zaldua left, and Zaldua met Zaldia.";
        let told: Vec<_> = told(text).into_iter().map(|(odd, write, _)| (odd, write)).collect();
        assert_eq!(told, ["Zaldua", "Zaldia"].map(|odd| (odd.to_owned(), "Zaldúa".to_owned())));
    }

    #[test]
    fn two_names() {
        for text in [
            "Jan Hobola met Petr Hobolka. Then Hobola left.",
            "Anna Harvel won. Then Harvel met Ms Harvelova.",
            "Jan Konvalina won. Then Konvalina left, and Ms Konvalinová slept.",
            "Shoppers of Göttingen met. In Göttingen the Göttinger choir sang.",
            "French farmers left France. Then France slept.",
            "The people of Malawi met. Then Malawian farmers left Malaysia, and Malaysia slept.",
            "Oleg Samoil won. Then Samoil met the Samoils.",
            "Lin Zheng won. Then Lin Zhengyu left. The Kunming team met Chunming.",
            "Li Shunxi left Hanzhou. Then Hanzhou slept, and Henzhou too.",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
