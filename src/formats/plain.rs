//! Plain text: a line is a paragraph, unless the text is hard-wrapped.

use crate::document::input::Input;
use crate::document::prose::{Escape, Prose};
use crate::document::segment::{Role, Segment};
use crate::formats::{Format, Pages};
use crate::text::span::Span;

/// Plain text.
pub const FORMAT: Format = Format {
    name: "plain",
    extensions: &["txt", "text"],
    about: "plain text, a paragraph a line or hard-wrapped",
    read,
};

fn read(input: &Input) -> Pages {
    let text = input.text.as_str();
    let mut pages = Pages::default();
    let mut blocks: Vec<Vec<Span>> = vec![Vec::with_capacity(input.lines.count())];
    for line in 1..=input.lines.count() {
        let range = input.lines.range(text, line);
        if text[range.clone()].trim().is_empty() {
            blocks.push(Vec::new());
        } else if let Some(block) = blocks.last_mut() {
            block.push(Span::new(range.start, range.end));
        }
    }
    blocks.retain(|block| !block.is_empty());
    let wrapped = is_wrapped(text, &blocks);
    for block in &blocks {
        let step = if wrapped { block.len() } else { 1 };
        for lines in block.chunks(step) {
            push(&mut pages, text, lines);
        }
    }
    if let Some(first) = pages.segments.first_mut()
        && is_heading(first.translation.text())
    {
        first.role = Role::Title;
    }
    pages
}

fn push(pages: &mut Pages, text: &str, lines: &[Span]) {
    let mut prose = Prose::new(Escape::Plain);
    let mut end = 0;
    for line in lines {
        if !prose.text().is_empty() {
            prose.push(" ", Span::new(end, line.start), text);
        }
        prose.push(&text[line.start..line.end], *line, text);
        end = line.end;
    }
    let after = &text[end..];
    let line_end = if after.starts_with("\r\n") { 2 } else { usize::from(!after.is_empty()) };
    let prose = prose.trimmed();
    let role = if is_heading(prose.text()) { Role::Heading } else { Role::Body };
    pages.segments.push(Segment {
        role,
        translation: prose,
        original: None,
        whole: Span::new(lines[0].start, end + line_end),
    });
}

/// A short line without a closing full stop.
fn is_heading(line: &str) -> bool {
    line.len() <= 120 && !line.ends_with(['.', '!', '?', ':', ';', ',', '”', '"', '…', '»'])
}

/// True when lines were broken to a width: nearly every line inside a block is so long that the next line's first word
/// would not have fitted.
fn is_wrapped(text: &str, blocks: &[Vec<Span>]) -> bool {
    /// Line ends inside blocks that prove something.
    const FEW: usize = 3;
    if blocks.iter().map(|block| block.len() - 1).sum::<usize>() < FEW {
        return false;
    }
    let width = blocks.iter().flatten().map(|line| text[line.start..line.end].chars().count()).max().unwrap_or(0);
    let (mut inner, mut full) = (0, 0);
    for block in blocks {
        for pair in block.windows(2) {
            let length = text[pair[0].start..pair[0].end].chars().count();
            let next =
                text[pair[1].start..pair[1].end].split_whitespace().next().map_or(0, |word| word.chars().count());
            inner += 1;
            full += usize::from(length + 1 + next > width);
        }
    }
    (30..=160).contains(&width) && inner >= FEW && full * 20 >= inner * 17
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let (input, _) = Input::read("a.txt", text.as_bytes()).expect("text");
        read(&input).segments.into_iter().map(|s| s.translation.text().to_owned()).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(paragraphs("Title\r\n\r\n One.\r\nTwo.\r\n"), ["Title", "One.", "Two."]);
    }

    #[test]
    fn hard_wrapped_text_is_joined() {
        let text = "The president of the country said on Monday that\nhe would not take part in the talks that are being\nheld in the capital, where thousands of people had\ngathered to hear what he would say about it to\nthem.\n\nNext one.\n";
        let found = paragraphs(text);
        assert_eq!(found.len(), 2);
        assert!(found[0].contains("Monday that he would"));
    }
}
