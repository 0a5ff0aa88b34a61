//! Spellings: the words of a text's names, each with how often, where and beside whom it stands.

use rustc_hash::FxHashMap;

use crate::names::given;
use crate::names::mention::{Mention, Setting};
use crate::text::fold::fold;
use crate::text::nearness;

/// One spelling of a name, with how often and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The word or name as written.
    pub form: String,
    /// How often it stands in running text and headlines together.
    pub count: usize,
    /// How often it stands in running text.
    pub body: usize,
    /// Where it stands first, in bytes of the text (or any number that orders the places of an archive).
    pub first: usize,
    /// The words of names that stand before it, folded, without doubles, in the order of the alphabet.
    pub before: Vec<String>,
    /// The words of names that stand behind it.
    pub after: Vec<String>,
}

impl Spelling {
    /// A spelling without neighbours, as an archive counts whole names.
    pub fn new(form: &str, count: usize, first: usize) -> Spelling {
        Spelling { form: form.to_string(), count, body: count, first, before: Vec::new(), after: Vec::new() }
    }
}

/// Whether two names that stand beside others, folded, are one: equal, versions of one given name, or nearly alike.
pub(crate) fn akin(a: &str, b: &str) -> bool {
    a == b || given::kinship(a, b).is_some() || nearness::jaro_winkler(a, b) > 0.9
}

/// The words of all names in a text as spellings: common words, initials and particles are left out, words of lines in
/// capitals are counted only when the body has them too.
pub fn spellings(mentions: &[Mention]) -> Vec<Spelling> {
    let mut order: Vec<Spelling> = Vec::new();
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for body in [true, false] {
        for mention in mentions.iter().filter(|m| matches!(m.setting, Setting::Body | Setting::Headline) == body) {
            for (n, word) in mention.words.iter().enumerate() {
                let counts = |text: &str| text.chars().nth(1).is_some() && text.chars().any(char::is_uppercase);
                if word.common || !counts(word.text) {
                    continue;
                }
                let place = match seen.get(word.text) {
                    Some(place) => *place,
                    None if !body && mention.setting == Setting::Capitals => continue,
                    None => {
                        order.push(Spelling::new(word.text, 0, word.start));
                        seen.insert(word.text, order.len() - 1);
                        order.len() - 1
                    }
                };
                let spelling = &mut order[place];
                spelling.count += 1;
                spelling.body += (mention.setting == Setting::Body) as usize;
                spelling.first = spelling.first.min(word.start);
                let near = |n: Option<usize>| n.and_then(|n| mention.words.get(n)).filter(|w| body && !w.common);
                let before = near(n.checked_sub(1));
                for (list, word) in [(&mut spelling.before, before), (&mut spelling.after, near(Some(n + 1)))] {
                    if let Some(word) = word.map(|word| fold(word.text)).filter(|word| !list.contains(word)) {
                        list.push(word);
                    }
                }
            }
        }
    }
    for spelling in &mut order {
        spelling.before.sort_unstable();
        spelling.after.sort_unstable();
    }
    order
}
