//! Possessives turned into English without the name's own ending (Klem's for Klema's), or with the plural's apostrophe.

use crate::english::numerals::times;
use crate::names::desk::{Certainty, Clash, Kind, Place, places};
use crate::names::given;
use crate::names::mention::{Mention, NameWord, Possessive};
use crate::names::spelling::Spelling;
use crate::text::fold::fold;

/// Finds surnames that lost their last vowel before an English possessive: Slavic languages drop it there. The short form
/// stands alone and only as a possessive, and the full one behind a given name.
pub(crate) fn stems(list: &[Spelling], mentions: &[Mention], out: &mut Vec<Clash>) {
    let full: Vec<(String, &Spelling)> = list
        .iter()
        .filter(|s| s.count >= 3 && !s.before.is_empty() && !given::known(&s.form))
        .map(|s| (fold(&s.form), s))
        .collect();
    for short in list.iter().filter(|s| s.form.chars().count() >= 4 && s.before.is_empty() && s.after.is_empty()) {
        let stem = fold(&short.form);
        let full = full.iter().find(|(folded, full)| {
            full.count > short.count && folded.strip_prefix(&stem).is_some_and(|end| matches!(end, "a" | "o" | "e"))
        });
        let Some((_, full)) = full else { continue };
        let alone = |mention: &Mention, word: &NameWord| {
            mention.words.len() == 1 && mention.title.is_none() && word.possessive == Possessive::S
        };
        let mut standing = mentions.iter().flat_map(|m| m.words.iter().map(move |w| (m, w)));
        if !standing.by_ref().filter(|(_, word)| word.text == short.form).all(|(mention, word)| alone(mention, word)) {
            continue;
        }
        out.push(Clash {
            kind: Kind::Variant,
            certainty: Certainty::Warning,
            odd: short.form.clone(),
            places: places(mentions, &short.form),
            write: full.form.clone(),
            message: format!("\"{}\" is \"{}\" elsewhere; write {}", short.form, full.form, full.form),
            evidence: format!("a possessive without the name's own ending; {} {}", full.form, times(full.count)),
        });
    }
}

/// Finds one person's name with the apostrophe of a plural (Albert Einsteins' for Albert Einstein's).
pub(crate) fn plurals(list: &[Spelling], mentions: &[Mention], out: &mut Vec<Clash>) {
    let count = |form: &str| list.iter().find(|s| s.form == form).map_or(0, |s| s.count);
    for mention in mentions {
        let [.., given, word] = mention.words.as_slice() else { continue };
        let Possessive::Bare(mark) = word.possessive else { continue };
        let Some(single) = word.text.strip_suffix('s').filter(|single| !single.ends_with('s')) else { continue };
        if !given::known(given.text) || count(single) == 0 || count(word.text) > 1 {
            continue;
        }
        let mark_text = if mark == 1 { "'" } else { "’" };
        let (odd, write) = (format!("{}{mark_text}", word.text), format!("{single}{mark_text}s"));
        out.push(Clash {
            kind: Kind::Variant,
            certainty: Certainty::Warning,
            places: vec![Place { start: word.start, end: word.end + mark, quoted: mention.quoted }],
            message: format!("\"{odd}\" has the apostrophe of a plural; write {write}"),
            evidence: format!("one person; {single} {}", times(count(single))),
            odd,
            write,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::names::desk::clashes;
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String)> {
        clashes(&mentions(text), &|_| None).into_iter().map(|c| (c.odd, c.write)).collect()
    }

    #[test]
    fn possessives_that_lost_the_ending_or_gained_a_plural() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let text = "Vít Klema spoke. Then Klema left, and Klema slept. Today Klem's lawyer came.";
        assert_eq!(told(text), [pair("Klem", "Klema")]);
        let text = "Paula Smith met Paula Brown. Then Paula left for Paul's house.";
        assert_eq!(told(text), []);
        let text = "Martin Kessler wrote. Later Martin Kesslers' work was read.";
        assert_eq!(told(text), [pair("Kesslers'", "Kessler's")]);
        assert_eq!(told("Kessler wrote. The Kesslers' house was sold."), []);
    }
}
