//! Running text that knows where each byte came from: the only way from prose back to the file.

use std::ops::Range;

use crate::text::span::Span;

/// How a replacement must be written in the file's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// As it is.
    Plain,
    /// `&`, `<` and `>` as entities.
    Html,
    /// Markdown's own signs with a backslash.
    Markdown,
}

/// One change of a file: these bytes of the decoded text become that text (already escaped).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to take out (empty: insert there).
    pub span: Span,
    /// What to put in.
    pub with: String,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    /// First byte in the prose.
    at: usize,
    /// Bytes in the prose.
    len: usize,
    /// The bytes of the input that gave it.
    span: Span,
    /// True when prose and input hold the same bytes here; false for an entity or a folded line end.
    same: bool,
}

/// A paragraph as a reader reads it: entities decoded, tags gone. Offsets into it are plain `Range<usize>` bytes.
#[derive(Debug, Clone)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    escape: Escape,
}

impl Prose {
    /// Empty prose of a format, to be filled with [`Prose::push`].
    #[must_use]
    pub fn new(escape: Escape) -> Self {
        Prose { text: String::new(), pieces: Vec::new(), escape }
    }

    /// Adds text that came from `span` of the input. Where `text` is not the input's own bytes (an entity, a folded
    /// line end), `same` is worked out from the lengths and the input's text.
    pub fn push(&mut self, text: &str, span: Span, input: &str) {
        if text.is_empty() {
            return;
        }
        let same = input.get(span.start..span.end) == Some(text);
        if let Some(last) = self.pieces.last_mut()
            && same
            && last.same
            && last.span.end == span.start
        {
            last.len += text.len();
            last.span.end = span.end;
            self.text.push_str(text);
            return;
        }
        self.pieces.push(Piece { at: self.text.len(), len: text.len(), span, same });
        self.text.push_str(text);
    }

    /// The text as a reader reads it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How replacements are written in the format.
    #[must_use]
    pub fn escape(&self) -> Escape {
        self.escape
    }

    /// True when there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Takes white space off both ends.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        let end = self.text.trim_end().len();
        let start = self.text.len() - self.text.trim_start().len();
        if start == 0 && end == self.text.len() {
            return self;
        }
        if start >= end {
            return Prose::new(self.escape);
        }
        let mut kept = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            let from = piece.at.max(start);
            let to = (piece.at + piece.len).min(end);
            if from >= to {
                continue;
            }
            let span = if piece.same {
                Span::new(piece.span.start + (from - piece.at), piece.span.start + (to - piece.at))
            } else {
                piece.span
            };
            kept.push(Piece { at: from - start, len: to - from, span, same: piece.same });
        }
        self.text = self.text[start..end].to_owned();
        self.pieces = kept;
        self
    }

    /// The input's bytes of a range of the prose, from its first to its last character (markup between included).
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.input_of(range.start, Edge::Start);
        let end = if range.is_empty() { start } else { self.input_of(range.end, Edge::End) };
        Span::new(start, end.max(start))
    }

    /// The edits that put `with` in place of a range. Where markup lies inside the range, words that stay the same at
    /// either end are left where they are, and the others are put in word for word; where there are not enough words, all
    /// go into the run that markup surrounds. None when the range cuts an entity in two, or when markup would be left
    /// with nothing in it.
    #[must_use]
    pub fn replace(&self, range: Range<usize>, with: &str) -> Option<Vec<Edit>> {
        let edits = self.replace_whole(range.clone(), with)?;
        if edits.len() < 2 {
            return Some(edits);
        }
        let (head, tail) = same_ends(&self.text[range.clone()], with);
        if head + tail >= range.len() {
            return Some(edits);
        }
        // A line that ends among these words ends a line of a list or of a quotation, whose next line has marks of its own.
        let parted = range.start + head..range.end - tail;
        let folded = |piece: &Piece| !piece.same && self.text[piece.at..piece.at + piece.len].trim().is_empty();
        if self.pieces.iter().any(|p| p.at < parted.end && p.at + p.len > parted.start && folded(p)) {
            return None;
        }
        self.replace_parted(parted, &with[head..with.len() - tail])
    }

    /// The edits of a range through which markup goes.
    fn replace_parted(&self, range: Range<usize>, with: &str) -> Option<Vec<Edit>> {
        let edits = self.replace_whole(range.clone(), with)?;
        if edits.len() < 2 || range.len() == self.text.len() {
            return Some(edits);
        }
        // Each run of the range, and whether it is all that stands between two pieces of markup.
        let mut runs: Vec<(Range<usize>, bool)> = Vec::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            let (from, to) = (piece.at.max(range.start), (piece.at + piece.len).min(range.end));
            if from >= to {
                continue;
            }
            let next = self.pieces.get(at + 1).map(|next| next.span.start);
            let last = at.checked_sub(1).map(|before| self.pieces[before].span.end);
            let ends = to == piece.at + piece.len && next != Some(piece.span.end);
            let begins = from == piece.at && last != Some(piece.span.start);
            match runs.last_mut().filter(|_| last == Some(piece.span.start)) {
                Some((run, whole)) => (run.end, *whole) = (to, *whole && ends),
                None if last == Some(piece.span.start) || !begins => runs.push((from..to, false)),
                None => runs.push((from..to, next == Some(piece.span.end) || ends)),
            }
        }
        let words: Vec<&str> = with.split(' ').filter(|word| !word.is_empty()).collect();
        if let Some(parts) = self.dealt_out(&runs, &words) {
            let edits = runs.iter().zip(&parts).map(|((run, _), part)| self.replace_whole(run.clone(), part));
            return Some(edits.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect());
        }
        let mut surrounded = runs.iter().filter(|(_, whole)| *whole);
        let takes_all = surrounded.next().map_or(0, |one| runs.iter().position(|run| run == one).unwrap_or(0));
        if surrounded.next().is_some() || words.is_empty() && runs.iter().any(|(_, whole)| *whole) {
            return None;
        }
        let edits = runs
            .iter()
            .enumerate()
            .map(|(at, (run, _))| self.replace_whole(run.clone(), if at == takes_all { with } else { "" }));
        Some(edits.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
    }

    /// New words for each run: as many as stood there, the rest for the last; none where a run would be left empty, or
    /// where runs part a word.
    fn dealt_out(&self, runs: &[(Range<usize>, bool)], words: &[&str]) -> Option<Vec<String>> {
        let mut left = words;
        let mut parts = Vec::with_capacity(runs.len());
        for (at, (run, _)) in runs.iter().enumerate() {
            let old = &self.text[run.clone()];
            let last = at + 1 == runs.len();
            let apart = last || old.ends_with(' ') || self.text[run.end..].starts_with(' ');
            let here = if last { left.len() } else { old.split_whitespace().count() };
            if !apart || here > left.len() || here == 0 && !old.trim().is_empty() {
                return None;
            }
            let (own, rest) = left.split_at(here);
            left = rest;
            let lead = &old[..old.len() - old.trim_start().len()];
            let trail = if old.trim().is_empty() { "" } else { &old[old.trim_end().len()..] };
            parts.push(format!("{lead}{}{trail}", own.join(" ")));
        }
        Some(parts)
    }

    fn replace_whole(&self, range: Range<usize>, with: &str) -> Option<Vec<Edit>> {
        let escaped = escape(with, self.escape);
        if range.is_empty() {
            let at = self.input_of(range.start, Edge::Start);
            return Some(vec![Edit { span: Span::new(at, at), with: escaped }]);
        }
        let mut runs: Vec<Span> = Vec::new();
        for piece in &self.pieces {
            let from = piece.at.max(range.start);
            let to = (piece.at + piece.len).min(range.end);
            if from >= to {
                continue;
            }
            let span = if piece.same {
                Span::new(piece.span.start + (from - piece.at), piece.span.start + (to - piece.at))
            } else if from == piece.at && to == piece.at + piece.len {
                piece.span
            } else {
                return None;
            };
            match runs.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => runs.push(span),
            }
        }
        let mut with = Some(escaped);
        let edits: Vec<Edit> =
            runs.into_iter().map(|span| Edit { span, with: with.take().unwrap_or_default() }).collect();
        (!edits.is_empty()).then_some(edits)
    }

    fn input_of(&self, at: usize, edge: Edge) -> usize {
        let index = match edge {
            Edge::Start => self.pieces.partition_point(|piece| piece.at + piece.len <= at),
            Edge::End => self.pieces.partition_point(|piece| piece.at + piece.len < at),
        };
        let Some(piece) = self.pieces.get(index) else {
            return self.pieces.last().map_or(0, |piece| piece.span.end);
        };
        match (piece.same, edge) {
            (true, _) => piece.span.start + (at - piece.at),
            (false, Edge::Start) => piece.span.start,
            (false, Edge::End) => piece.span.end,
        }
    }
}

/// How many bytes of whole words two texts share at their beginning and, after those, at their end.
fn same_ends(old: &str, new: &str) -> (usize, usize) {
    let (mut head, mut tail) = (0, 0);
    for (at, _) in old.match_indices(' ') {
        if new.get(..=at) != Some(&old[..=at]) {
            break;
        }
        head = at + 1;
    }
    for (at, _) in old[head..].rmatch_indices(' ') {
        let end = &old[head + at..];
        if !new[head..].ends_with(end) {
            break;
        }
        tail = end.len();
    }
    (head, tail)
}

#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

fn escape(text: &str, how: Escape) -> String {
    match how {
        Escape::Plain => text.to_owned(),
        Escape::Html => text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
        Escape::Markdown => {
            let mut out = String::with_capacity(text.len());
            for c in text.chars() {
                if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '|') {
                    out.push('\\');
                }
                out.push(c);
            }
            out
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> (String, Prose) {
        let input = "<p>A<b>B</b> &amp; C</p>".to_owned();
        let mut prose = Prose::new(Escape::Html);
        prose.push("A", Span::new(3, 4), &input);
        prose.push("B", Span::new(7, 8), &input);
        prose.push(" ", Span::new(12, 13), &input);
        prose.push("&", Span::new(13, 18), &input);
        prose.push(" C", Span::new(18, 20), &input);
        (input, prose)
    }

    #[test]
    fn places_go_through_tags_and_entities() {
        let (input, prose) = sample();
        assert_eq!(prose.text(), "AB & C");
        let span = prose.span(3..4);
        assert_eq!(&input[span.start..span.end], "&amp;");
        let span = prose.span(5..6);
        assert_eq!(&input[span.start..span.end], "C");
    }

    #[test]
    fn edits_leave_tags_alone_and_are_escaped() {
        let (mut input, prose) = sample();
        assert_eq!(prose.replace(0..4, "x<y"), None, "the tag would be left with nothing in it");
        let edits = prose.replace(1..4, "x<y").expect("can be replaced");
        for edit in edits.iter().rev() {
            input.replace_range(edit.span.start..edit.span.end, &edit.with);
        }
        assert_eq!(input, "<p>A<b>x&lt;y</b> C</p>");
    }

    /// Markdown with `**` only, some of its words replaced.
    fn mended(input: &str, old: &str, new: &str) -> Option<String> {
        let (mut prose, mut at) = (Prose::new(Escape::Plain), 0);
        for part in input.split("**") {
            prose.push(part, Span::new(at, at + part.len()), input);
            at += part.len() + 2;
        }
        let start = prose.text().find(old).expect("it stands there");
        let mut mended = input.to_owned();
        for edit in prose.replace(start..start + old.len(), new)?.iter().rev() {
            mended.replace_range(edit.span.start..edit.span.end, &edit.with);
        }
        Some(mended)
    }

    #[test]
    fn markup_keeps_words_in_it() {
        let mended = |input, old, new| mended(input, old, new).unwrap_or_else(|| "nothing".to_owned());
        assert_eq!(mended("Once an **client** came", "an client", "a user"), "Once a **user** came");
        assert_eq!(mended("Once an **client** came", "an client", "a paying user"), "Once a **paying user** came");
        assert_eq!(mended("The big **alien** fell", "big alien", "jet"), "The **jet** fell");
        assert_eq!(mended("The **big** alien fell", "big alien", "jet"), "The **jet** fell");
        assert_eq!(mended("The **big** **alien** fell", "big alien", "jet"), "nothing");
        assert_eq!(
            mended("The **big** **alien** fell", "big alien", "old jet plane"),
            "The **old** **jet plane** fell"
        );
        assert_eq!(mended("A **very** big jet", " very", ""), "nothing");
        assert_eq!(mended("It was **pinned down** by", "was pinned down by", "was held by"), "It was **held** by");
    }

    #[test]
    fn words_that_stay_are_not_moved_through_markup() {
        let mut input = "was **pinned** today".to_owned();
        let mut prose = Prose::new(Escape::Markdown);
        prose.push("was ", Span::new(0, 4), &input);
        prose.push("pinned", Span::new(6, 12), &input);
        prose.push(" today", Span::new(14, 20), &input);
        let edits = prose.replace(0..10, "was detained").expect("can be replaced");
        for edit in edits.iter().rev() {
            input.replace_range(edit.span.start..edit.span.end, &edit.with);
        }
        assert_eq!(input, "was **detained** today");
        assert_eq!(same_ends("the man said", "the woman said"), (4, 5));
        assert_eq!(same_ends("same", "same"), (0, 0));
        assert_eq!(same_ends("a b c", "a b"), (2, 0));
    }

    #[test]
    fn trimming_keeps_places() {
        let input = "  Minsk \n";
        let mut prose = Prose::new(Escape::Plain);
        prose.push(input, Span::new(0, input.len()), input);
        let prose = prose.trimmed();
        assert_eq!(prose.text(), "Minsk");
        assert_eq!(prose.span(0..5), Span::new(2, 7));
    }
}
