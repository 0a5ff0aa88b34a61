//! Markdown (CommonMark with tables, front matter and strikethrough): paragraphs, headings, items and cells.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::document::input::Input;
use crate::document::prose::{Escape, Prose};
use crate::document::segment::{Role, Segment};
use crate::document::stet;
use crate::formats::{Format, Pages, published};
use crate::text::span::Span;

/// Markdown.
pub const FORMAT: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdown", "mkd"],
    about: "Markdown; code, front matter and link targets left out",
    read,
};

/// Stands in prose for inline code and pictures: no word, no white space.
const CODE: &str = "\u{fffc}";

struct Reader<'a> {
    input: &'a Input,
    pages: Pages,
    open: Option<(Role, Prose, Range<usize>)>,
    roles: Vec<(Role, Range<usize>)>,
    hidden: usize,
    /// True inside front matter.
    front: bool,
}

fn read(input: &Input) -> Pages {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader { input, pages: Pages::default(), open: None, roles: Vec::new(), hidden: 0, front: false };
    for (event, range) in Parser::new_ext(&input.text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close();
    reader.pages
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Html(html) | Event::InlineHtml(html) => self.comment(&html, range),
            Event::Text(text) if self.front => {
                self.pages.day = self.pages.day.or_else(|| published::front_matter(&text))
            }
            _ if self.hidden > 0 => {}
            Event::Text(text) => self.push(&text, range),
            Event::SoftBreak | Event::HardBreak => self.push(" ", range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.push(CODE, range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let role = match tag {
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::Image { .. } => {
                if matches!(tag, Tag::Image { .. }) && self.hidden == 0 {
                    self.push(CODE, range);
                }
                self.hidden += 1;
                self.front = matches!(tag, Tag::MetadataBlock(_));
                return;
            }
            Tag::Heading { level: HeadingLevel::H1, .. } if self.pages.segments.is_empty() => Role::Title,
            Tag::Heading { .. } => Role::Heading,
            Tag::Item => Role::Item,
            Tag::TableCell => Role::Cell,
            Tag::Paragraph => self.roles.last().map_or(Role::Body, |(role, _)| *role),
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => Role::Body,
            _ => return,
        };
        self.close();
        self.roles.push((role, range));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::Image => {
                self.hidden = self.hidden.saturating_sub(1);
                self.front = false;
            }
            TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition => {
                self.close();
                self.roles.pop();
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let input = self.input.text.as_str();
        let (_, prose, whole) = self.open.get_or_insert_with(|| {
            let (role, whole) = self.roles.last().cloned().unwrap_or((Role::Body, range.clone()));
            (role, Prose::new(Escape::Markdown), whole)
        });
        whole.end = whole.end.max(range.end);
        prose.push(text, Span::new(range.start, range.end), input);
    }

    fn close(&mut self) {
        let Some((role, prose, whole)) = self.open.take() else { return };
        if !prose.text().chars().all(|c| c.is_whitespace() || CODE.contains(c)) {
            let whole = Span::new(whole.start, whole.end);
            self.pages.segments.push(Segment { role, translation: prose.trimmed(), original: None, whole });
        }
    }

    fn comment(&mut self, html: &str, range: Range<usize>) {
        let Some(at) = html.find("<!--") else { return };
        let Some(end) = html[at..].find("-->") else { return };
        if let Some(rules) = stet::parse(&html[at + 4..at + end]) {
            let start = range.start + at;
            self.pages.comments.push((Span::new(start, start + end + 3), rules));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_items_cells_and_their_places() {
        let text = "---\ntitle: x\n---\n# Head *line*\n\nOne **bold** word\nand `code` &amp; more.\n\n- item one\n- item two\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n";
        let (input, _) = Input::read("a.md", text.as_bytes()).expect("text");
        let segments = read(&input).segments;
        let texts: Vec<&str> = segments.iter().map(|s| s.translation.text()).collect();
        assert_eq!(
            texts,
            ["Head line", "One bold word and \u{fffc} & more.", "item one", "item two", "a", "b", "c", "d"]
        );
        let prose = &segments[1].translation;
        let at = prose.text().find("bold word and").expect("there");
        let span = prose.span(at..at + "bold word and".len());
        assert_eq!(&input.text[span.start..span.end], "bold** word\nand");
        assert_eq!(segments[0].role, Role::Title);
    }

    #[test]
    fn a_picture_parts_what_stands_around_it() {
        let text = "See the map ![map](m.png).\n\n![alone](a.png)\n";
        let (input, _) = Input::read("a.md", text.as_bytes()).expect("text");
        let segments = read(&input).segments;
        assert_eq!(segments.len(), 1);
        assert_eq!(segments[0].translation.text(), "See the map \u{fffc}.");
    }

    #[test]
    fn stet_comments_are_found() {
        let text = "<!-- copydesk: stet leftover -->\n\nShare on Facebook\n";
        let (input, _) = Input::read("a.md", text.as_bytes()).expect("text");
        assert_eq!(read(&input).comments[0].1, ["leftover"]);
    }
}
