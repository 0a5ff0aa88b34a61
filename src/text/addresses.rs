//! Web addresses, e-mail addresses, handles, tags and paths in running prose: their words are not the story's.

use std::ops::Range;

/// Bytes of the longest address that is looked through on either side of a place.
const LONGEST: usize = 300;

/// True when a range of the text begins or ends in an address. Time does not depend on the length of the text.
#[must_use]
pub fn holds(text: &str, range: &Range<usize>) -> bool {
    let first = token(text, range.start);
    is_address(&text[first.clone()]) || range.end > first.end && is_address(&text[token(text, range.end - 1)])
}

/// The bytes between white space around a byte of the text.
fn token(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let near = |at: usize| text.is_char_boundary(at);
    let least = (at.saturating_sub(LONGEST)..=at).find(|at| near(*at)).unwrap_or(at);
    let most = (at..=text.len().min(at + LONGEST)).rev().find(|at| near(*at)).unwrap_or(text.len());
    let start = bytes[least..at].iter().rposition(u8::is_ascii_whitespace).map_or(least, |space| least + space + 1);
    let end = bytes[at..most].iter().position(u8::is_ascii_whitespace).map_or(most, |space| at + space);
    start..end
}

/// True for a web address, an e-mail address, a handle, a tag or a path, quotation marks and punctuation around it aside.
fn is_address(token: &str) -> bool {
    if !token.bytes().any(|byte| matches!(byte, b'@' | b'#' | b'/' | b'\\' | b'.')) {
        return false;
    }
    let token = token.trim_start_matches(|c: char| "([{<\"'“‘«„*_".contains(c));
    let token = token.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '\\'));
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let tag = token.strip_prefix(['@', '#']).is_some_and(|rest| rest.starts_with(letter));
    let mail = token.split_once('@').is_some_and(|(name, host)| name.ends_with(letter) && host.starts_with(letter));
    let path = ["/", "~/", "./", "../"]
        .iter()
        .any(|root| token.strip_prefix(root).is_some_and(|rest| rest.starts_with(letter)))
        || token.as_bytes().get(1..3) == Some(b":\\");
    tag || mail || path || token.contains("://") || token.starts_with("www.") || has_host(token)
}

/// True for `example.org/story` and `court-news.example.org`: a host with dots, before a path or with a hyphen.
fn has_host(token: &str) -> bool {
    let (host, path) = token.split_once('/').map_or((token, None), |(host, path)| (host, Some(path)));
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    let host_like = (2..=6).contains(&end.len())
        && end.bytes().all(|byte| byte.is_ascii_lowercase())
        && name.len() > 1
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    host_like && (path.is_some() || name.contains('-') && !name.contains(|c: char| c.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_words() {
        for token in [
            "https://x.org/client?client=1,",
            "client@x.org.",
            "(@client)",
            "“#client”",
            "/home/client/x.txt",
            "C:\\client",
            "www.client.example",
            "example.org/client",
            "the-client.org",
        ] {
            let at = token.find("client").expect("client");
            assert!(holds(&format!("see {token} now"), &(4 + at..4 + at + 6)), "{token}");
        }
        for token in [
            "and/or",
            "client.",
            "U.S.",
            "client/user",
            "24/7",
            "ex-client",
            "client.Then",
            "km/h",
            "(client)",
            "#",
            "1.5",
        ] {
            assert!(!holds(token, &(0..token.len())), "{token}");
        }
    }

    #[test]
    fn long_texts_without_spaces_are_survived() {
        let text = "é@".repeat(1000);
        assert!(holds(&text, &(1000..1002)));
    }
}
