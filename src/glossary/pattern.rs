//! The pattern language of a glossary's cells, parsed: words, `<lemma>` and `<class>` slots, `(a|b)`, `[a]`, `…`.

use crate::english::inflect::Form;
use crate::english::lemma;
use crate::glossary::classes::{self, Class};
use crate::text::fold;
use crate::text::words;

/// One element of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// One word as written, in look-up form (see [`fold::lower`]).
    Word(String),
    /// A form of one of several lemmas.
    Lemma {
        /// The slot's text, by which a suggestion refers to it.
        name: String,
        /// The lemmas.
        lemmas: Vec<String>,
        /// Which of their forms.
        forms: Forms,
    },
    /// A class of words, one word or a run of them.
    Class(Class),
    /// One of several sequences; an empty one makes the element optional.
    Any(Vec<Vec<Item>>),
    /// Up to four words, whatever they are.
    Gap,
    /// Anything up to the end of the line.
    Rest,
    /// No word, but a colon between two words or at the end.
    Colon,
}

/// Which forms of a lemma count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forms {
    /// All, and the lemma as it is.
    All,
    /// All that are words of their own, and the lemma as it is: "does", not "doesn't".
    Whole,
    /// Those of one class of words that are words of their own, and the lemma as it is.
    Of(lemma::Class),
    /// This one.
    One(Form),
}

impl Forms {
    /// True when a form counts.
    #[must_use]
    pub fn take(self, form: Form) -> bool {
        match self {
            Forms::All | Forms::Whole => true,
            Forms::Of(class) => form.class() == class,
            Forms::One(only) => form == only,
        }
    }

    /// True when contractions count: "isn't", "'re".
    #[must_use]
    pub fn take_contractions(self) -> bool {
        matches!(self, Forms::All | Forms::One(_))
    }

    /// True when the lemma as it is counts, whether or not it is one of its own forms.
    #[must_use]
    pub fn take_lemma(self) -> bool {
        !matches!(self, Forms::One(_))
    }
}

/// A parsed pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// Its elements.
    pub items: Vec<Item>,
}

/// Words a gap may hold at most.
pub const GAP: usize = 4;
/// Elements a pattern may have at most, alternatives included.
const LONGEST: usize = 400;

/// Slots side by side that take several words each, at most: more would ask too much of a long list or table.
const RUNS: usize = 2;
/// Bytes a pattern may have at most.
const LONGEST_FORM: usize = 4096;

/// Parses a pattern.
///
/// # Errors
/// Says what is wrong, at which character of the pattern.
pub fn parse(text: &str) -> Result<Pattern, String> {
    if text.len() > LONGEST_FORM {
        return Err(format!(
            "a form of {} bytes, more than {LONGEST_FORM}; make it several, with | between",
            text.len()
        ));
    }
    let mut parser = Parser { text, at: 0, items: 0 };
    let items = parser.sequence(None)?;
    if parser.at < text.len() {
        return Err(parser.fault("a bracket is closed that was not opened"));
    }
    let solid = |item: &Item| !matches!(item, Item::Gap | Item::Rest | Item::Colon) && !is_optional(item);
    if !items.iter().any(solid) {
        return Err(format!("\"{text}\" can match nothing at all; add a word that must be there"));
    }
    if matches!(items.first(), Some(Item::Gap)) || matches!(items.last(), Some(Item::Gap)) {
        return Err(format!("\"{text}\" begins or ends with …; a gap must stand between words"));
    }
    if let Some(at) = items.iter().position(|item| *item == Item::Rest)
        && at + 1 < items.len()
    {
        return Err(format!("\"{text}\": …… takes the rest of the line and must stand last"));
    }
    let run = |item: &Item| matches!(item, Item::Class(class) if class.is_run());
    if items.windows(RUNS + 1).any(|items| items.iter().all(run)) {
        return Err(format!(
            "\"{text}\": more than {RUNS} of <number>, <name>, <person> in a row; each takes several words already"
        ));
    }
    Ok(Pattern { items })
}

/// Refuses a form to avoid that holds a sign which a match would not ask for: `$5` would be found in every 5.
///
/// # Errors
/// Names the sign.
pub fn no_sign(text: &str) -> Result<(), String> {
    let sign = |c: &char| "$€£¥%+#@*=^~°§\\".contains(*c);
    let dot = text
        .split([' ', '(', '|', '['])
        .any(|word| word.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)));
    match text.chars().find(sign).or(dot.then_some('.')) {
        Some(sign) => Err(format!(
            "\"{text}\": only words are looked for, and {sign} is none; \"{}\" would be found without it",
            text.replace(sign, "")
        )),
        None => Ok(()),
    }
}

/// True when the element can match no word.
#[must_use]
pub fn is_optional(item: &Item) -> bool {
    matches!(item, Item::Any(forms) if forms.iter().any(Vec::is_empty))
}

impl Pattern {
    /// The most words that it can take; `usize::MAX` where it takes the rest of a line.
    #[must_use]
    pub fn longest(&self) -> usize {
        fn of(items: &[Item]) -> usize {
            items.iter().map(one).fold(0, usize::saturating_add)
        }
        fn one(item: &Item) -> usize {
            match item {
                Item::Word(_) | Item::Lemma { .. } => 1,
                Item::Class(class) => {
                    if class.is_run() {
                        classes::LONGEST_RUN
                    } else {
                        1
                    }
                }
                Item::Any(forms) => forms.iter().map(|form| of(form)).max().unwrap_or(0),
                Item::Gap => GAP,
                Item::Rest => usize::MAX,
                Item::Colon => 0,
            }
        }
        of(&self.items)
    }

    /// How many slots of a class it has.
    #[must_use]
    pub fn classes(&self, class: &Class) -> usize {
        fn of(items: &[Item], class: &Class) -> usize {
            let count = |item: &Item| match item {
                Item::Class(Class::List(own, _)) => usize::from(matches!(class, Class::List(list, _) if list == own)),
                Item::Class(own) => usize::from(own == class),
                Item::Any(forms) => forms.iter().map(|form| of(form, class)).sum(),
                _ => 0,
            };
            items.iter().map(count).sum()
        }
        of(&self.items, class)
    }

    /// True when the pattern has a slot; its other words are then taken exactly as written.
    #[must_use]
    pub fn has_slot(&self) -> bool {
        fn any(items: &[Item]) -> bool {
            items.iter().any(|item| match item {
                Item::Lemma { .. } | Item::Class(_) => true,
                Item::Any(forms) => forms.iter().any(|form| any(form)),
                _ => false,
            })
        }
        any(&self.items)
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    items: usize,
}

impl Parser<'_> {
    fn fault(&self, message: &str) -> String {
        let column = self.text[..self.at.min(self.text.len())].chars().count() + 1;
        format!("\"{}\", character {column}: {message}", self.text)
    }

    fn sequence(&mut self, close: Option<char>) -> Result<Vec<Item>, String> {
        let mut items = Vec::new();
        while let Some(c) = self.text[self.at..].chars().next() {
            self.items += 1;
            if self.items > LONGEST {
                return Err(self.fault("the pattern is too long"));
            }
            match c {
                _ if c.is_whitespace() => self.at += c.len_utf8(),
                ')' | ']' if close == Some(c) => return Ok(items),
                '|' if close.is_some() => return Ok(items),
                ')' | ']' | '>' | '|' => return Err(self.fault(&format!("unexpected {c}"))),
                '(' => items.push(Item::Any(self.alternatives(')')?)),
                '[' => {
                    let mut forms = self.alternatives(']')?;
                    forms.push(Vec::new());
                    items.push(Item::Any(forms));
                }
                '<' => items.push(self.slot()?),
                '…' => {
                    let rest = &self.text[self.at..];
                    let long = rest.starts_with("……");
                    self.at += if long { 6 } else { 3 };
                    items.push(if long { Item::Rest } else { Item::Gap });
                }
                _ => self.words(&mut items),
            }
        }
        match close {
            Some(close) => Err(self.fault(&format!("{close} is missing"))),
            None => Ok(items),
        }
    }

    fn alternatives(&mut self, close: char) -> Result<Vec<Vec<Item>>, String> {
        let mut forms = Vec::new();
        self.at += 1;
        loop {
            let form = self.sequence(Some(close))?;
            if form.contains(&Item::Rest) {
                return Err(self.fault("…… cannot stand in brackets"));
            }
            forms.push(form);
            let ended = self.text[self.at..].starts_with(close);
            self.at += 1;
            if ended {
                break;
            }
        }
        if forms.iter().any(Vec::is_empty) {
            return Err(self.fault("an alternative is empty; put optional words in [ ]"));
        }
        Ok(forms)
    }

    fn slot(&mut self) -> Result<Item, String> {
        let rest = &self.text[self.at + 1..];
        let Some(end) = rest.find('>') else { return Err(self.fault("> is missing")) };
        let name = rest[..end].trim();
        let (base, form) = match name.split_once(':') {
            Some((base, form)) => (
                base,
                Some(form_named(form).ok_or_else(|| {
                    self.fault(&format!("\"{form}\" is none of base, s, ing, past, part, sg, pl, er, est"))
                })?),
            ),
            None => (name, None),
        };
        if base.is_empty() {
            return Err(self.fault("the slot is empty; write <be> or <person>"));
        }
        let item = match classes::named(base, form) {
            Some(class) => Item::Class(class),
            None => {
                let lemmas: Vec<String> = base.split('/').map(fold::lower).collect();
                if lemmas.iter().any(|lemma| {
                    lemma.is_empty() || lemma.contains(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
                }) {
                    return Err(self.fault(&format!("<{name}> is neither a class nor a word")));
                }
                Item::Lemma { name: name.to_owned(), lemmas, forms: form.map_or(Forms::All, Forms::One) }
            }
        };
        self.at += end + 2;
        Ok(item)
    }

    fn words(&mut self, items: &mut Vec<Item>) {
        let rest = &self.text[self.at..];
        let end = rest.find(['(', ')', '[', ']', '<', '>', '|', '…']).unwrap_or(rest.len());
        let chunk = &rest[..end];
        for part in chunk.split_whitespace() {
            if part == ":" {
                items.push(Item::Colon);
                continue;
            }
            // The ending 's is a word of its own in running text, so it may be one in a pattern.
            if matches!(part, "'s" | "’s") {
                items.push(Item::Word("'s".to_owned()));
                continue;
            }
            items.extend(words::words(part).iter().map(|word| Item::Word(fold::lower(word.of(part)))));
            if part.ends_with(':') {
                items.push(Item::Colon);
            }
        }
        self.at += end;
    }
}

/// Looks at the slots of a cell that is printed: each must be one that a pattern can have.
///
/// # Errors
/// Says what is wrong with the first that is not.
pub fn slots_hold(cell: &str) -> Result<(), String> {
    let mut rest = cell;
    while let Some(open) = rest.find('<') {
        let Some(close) = rest[open..].find('>').map(|at| open + at) else {
            return Err(format!("> is missing in \"{cell}\"; write a slot as <be>"));
        };
        let slot = &rest[open..=close];
        parse(slot).map_err(|_| format!("\"{slot}\" is neither a class nor a word; write a slot as <be>"))?;
        rest = &rest[close + 1..];
    }
    Ok(())
}

/// The form a slot's suffix names.
#[must_use]
pub fn form_named(name: &str) -> Option<Form> {
    Some(match name {
        "base" => Form::Base,
        "s" => Form::ThirdPerson,
        "ing" => Form::Ing,
        "past" => Form::Past,
        "part" => Form::Participle,
        "sg" => Form::Singular,
        "pl" => Form::Plural,
        "er" => Form::Comparative,
        "est" => Form::Superlative,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_construct_is_read() {
        let pattern = parse("<be> (pinned|held fast) [by the] … <person>").expect("good");
        assert_eq!(pattern.items.len(), 5);
        assert!(pattern.has_slot());
        assert_eq!(parse("short-time work").expect("good").items.len(), 3);
        assert!(!parse("Kiev").expect("good").has_slot());
    }

    #[test]
    fn a_pattern_is_as_long_as_its_longest_reading() {
        let longest = |text: &str| parse(text).expect("a pattern").longest();
        assert_eq!(longest("the (zeppelin|big dirigible) [of]"), 4);
        assert_eq!(longest("the … dirigible"), 2 + GAP);
        assert_eq!(longest("<name>"), classes::LONGEST_RUN);
        assert_eq!(longest("read also ……"), usize::MAX);
    }

    #[test]
    fn faults_say_where() {
        for (text, what) in [
            ("a (b", ") is missing"),
            ("a b)", "unexpected"),
            ("<be", "> is missing"),
            ("[a]", "nothing at all"),
            ("… a", "between words"),
            ("<be:pasta>", "none of base"),
            ("a (b||c)", "empty"),
            ("a …… b", "stand last"),
            ("<number> <number> <number> a", "in a row"),
        ] {
            let fault = parse(text).expect_err(text);
            assert!(fault.contains(what), "{text}: {fault}");
        }
    }
}
