//! What a reader would miss if the words found gave way to a suggestion: a number, a name, a day, or the word "not".

use crate::english::classes::Classes;
use crate::glossary::classes::{Class, is_number_word};
use crate::glossary::matching::{Line, Slot, Taken};
use crate::text::fold;
use crate::text::words::{self, Shape};

/// Words that deny something; those that end in n't too.
const DENIALS: [&str; 14] = [
    "no", "not", "never", "nothing", "none", "nobody", "nor", "neither", "without", "cannot", "nowhere", "little",
    "few", "hardly",
];

/// True when the found words hold what the text in their place does not: a number, name or day that a class took, another
/// number, or a negation.
pub(super) fn loses(line: &Line<'_>, found: std::ops::Range<usize>, taken: &[Taken], text: &str) -> bool {
    let said: Vec<String> = words::words(text).iter().map(|word| fold::lower(word.of(text))).collect();
    let kept = |at: usize| said.contains(&line.key(at));
    let facts = taken.iter().filter(|one| matches!(&one.slot, Slot::Class(class) if is_fact(class)));
    let lost = facts.flat_map(|one| one.words.clone()).any(|at| !kept(at) && line.words[at].shape != Shape::Possessive);
    let denies = |word: &str| DENIALS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t");
    let denied = found
        .clone()
        .any(|at| matches!(line.key(at).as_str(), "no" | "not" | "cannot") || line.key(at).ends_with("n't"));
    // One form to write for several numbers in brackets: "(eighties|nineties)" is not "1980s".
    let other_number = || {
        let chosen = taken.iter().filter(|one| matches!(one.slot, Slot::Group(..))).map(|one| one.words.start);
        let of_found: Vec<String> =
            chosen.filter(|at| found.contains(at)).map(|at| line.key(at)).filter(|word| is_number(word)).collect();
        said.iter().any(|word| is_number(word)) && of_found.iter().any(|number| !said.contains(number))
    };
    lost || denied && !said.iter().any(|word| denies(word)) || other_number()
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(word)
}

/// True for classes whose words say who, how many or when.
fn is_fact(class: &Class) -> bool {
    match class {
        Class::Person | Class::Name | Class::Number | Class::Year => true,
        Class::Grammar(wanted) => {
            [Classes::WEEKDAY, Classes::MONTH].iter().any(|one| !wanted.is_empty() && wanted.without(*one).is_empty())
        }
        _ => false,
    }
}
