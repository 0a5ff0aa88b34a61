//! Quotation marks and the stretches they enclose.

use std::ops::Range;

/// One quotation mark found in prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// First byte of the mark.
    pub at: usize,
    /// The mark.
    pub sign: char,
    /// What it does here.
    pub side: Side,
}

/// Whether a mark opens or closes, by its neighbours where the sign does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Opens a quotation.
    Open,
    /// Closes one.
    Close,
}

/// The bytes with which double quotation marks begin in UTF-8.
pub(crate) const FIRST_BYTES: [u8; 3] = [b'"', 0xc2, 0xe2];

/// The double quotation marks and guillemets of a paragraph, in order. Single marks are left out: in English
/// they are apostrophes far more often.
#[must_use]
pub fn marks(text: &str) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| FIRST_BYTES.contains(byte)) {
        let sign = text[at..].chars().next().filter(|c| matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″'));
        let Some(sign) = sign else { continue };
        let before = text[..at].chars().next_back();
        let after = text[at + sign.len_utf8()..].chars().next();
        let after_space = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '-' | '–' | '—' | '‘'));
        let before_space =
            after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']'));
        let open = out.last().is_some_and(|mark| mark.side == Side::Open);
        let side = match sign {
            '„' | '‟' => Side::Open,
            '“' => {
                // German „…“ closes with the sign that opens in English.
                if open && out.last().is_some_and(|m| m.sign == '„') && !after_space {
                    Side::Close
                } else {
                    Side::Open
                }
            }
            '”' => {
                if after_space && !before_space && !open {
                    Side::Open
                } else {
                    Side::Close
                }
            }
            '«' => {
                if open && !after_space {
                    Side::Close
                } else {
                    Side::Open
                }
            }
            '»' => {
                if open || !after_space {
                    Side::Close
                } else {
                    Side::Open
                }
            }
            _ if after_space && !before_space => Side::Open,
            _ if before_space && !after_space => Side::Close,
            _ if open => Side::Close,
            _ => Side::Open,
        };
        out.push(Mark { at, sign, side });
    }
    out
}

/// The byte ranges between an opening mark and its closing one, marks left out. A quotation that is opened and
/// never closed runs to the end of the paragraph (as English sets running quotations).
#[must_use]
pub fn quotations(text: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut opened: Option<usize> = None;
    for mark in marks {
        match (mark.side, opened) {
            (Side::Open, None) => opened = Some(mark.at + mark.sign.len_utf8()),
            (Side::Close, Some(start)) => {
                out.push(start..mark.at);
                opened = None;
            }
            _ => {}
        }
    }
    if let Some(start) = opened {
        out.push(start..text.len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text, &marks(text)).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn pairs_of_every_press() {
        assert_eq!(quoted("He said “no” and \"yes\", „nein“ or «non»."), ["no", "yes", "nein", "non"]);
        assert_eq!(quoted("“It runs on"), ["It runs on"]);
        assert_eq!(quoted("we will stay\", she said. \"Then...\" and \"...so\"."), ["Then...", "...so"]);
        assert!(quoted("no marks, the '90s").is_empty());
    }
}
