//! Saved web pages: the article's own blocks, with entities decoded; menus, scripts, code and attributes left out.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as GumSpan, Tokenizer};

use crate::document::input::Input;
use crate::document::prose::{Escape, Prose};
use crate::document::segment::{Role, Segment};
use crate::document::stet;
use crate::formats::published::{Published, Stamp};
use crate::formats::{Format, Pages};
use crate::text::span::Span;

/// HTML.
pub const FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm", "xhtml"],
    about: "saved web pages: the article's own blocks",
    read,
};

/// Elements whose whole content is no prose of the article.
const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg", "math",
    "iframe", "object", "head", "textarea", "pre", "code", "audio", "video", "canvas", "dialog", "menu",
];
/// Those of them that hold whole articles on some sites.
const DOUBTFUL: &[&str] = &["form", "aside", "dialog", "nav", "footer", "button", "menu"];
/// Elements that a head may hold; any other ends it, for `</head>` may be left out.
const OF_HEAD: &[&str] =
    &["base", "basefont", "bgsound", "link", "meta", "noscript", "object", "script", "style", "template", "title"];
/// Elements that end a paragraph where they open and close.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements without an end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Deeper nesting is read as if it were flat.
const DEPTH: usize = 512;

struct Element {
    name: String,
    /// Index of the node in `Page::parents`.
    node: usize,
    shown: Shown,
}

/// Whether a reader sees what an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Yes,
    /// Held by something that is rarely the article: read only when the page has next to no other text, as where one
    /// form or one wrapper hidden behind a dialog holds it all.
    Doubtful,
    Never,
}

struct Block {
    role: Role,
    prose: Prose,
    /// Node it stands in.
    node: usize,
    /// Bytes of its text that are link text.
    linked: usize,
    shown: Shown,
}

#[derive(Default)]
struct Page {
    /// Parent node of each node.
    parents: Vec<usize>,
    /// Nodes that say that they are the article.
    articles: Vec<usize>,
    stack: Vec<Element>,
    blocks: Vec<Block>,
    open: Option<Block>,
    comments: Vec<(Span, Vec<String>)>,
    breaks: usize,
}

enum Piece {
    Open(String),
    Name(Vec<u8>),
    Value(String),
    Opened(bool),
    End(String),
    Text(usize, usize),
    Comment(String, usize, usize),
}

fn read(input: &Input) -> Pages {
    let text = input.text.as_str();
    let mut page = Page { parents: vec![0], ..Page::default() };
    let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut emitter = CallbackEmitter::new(move |event: CallbackEvent<'_>, span: GumSpan<usize>| match event {
        CallbackEvent::OpenStartTag { name } => Some(Piece::Open(string(name))),
        CallbackEvent::AttributeName { name } => Some(Piece::Name(name.to_vec())),
        CallbackEvent::AttributeValue { value } => Some(Piece::Value(string(value))),
        CallbackEvent::CloseStartTag { self_closing } => Some(Piece::Opened(self_closing)),
        CallbackEvent::EndTag { name } => Some(Piece::End(string(name))),
        CallbackEvent::String { .. } => Some(Piece::Text(span.start, span.end)),
        CallbackEvent::Comment { value } => Some(Piece::Comment(string(value), span.start, span.end)),
        _ => None,
    });
    emitter.naively_switch_states(true);
    let (mut tag, mut attribute, mut marks) = (String::new(), Vec::new(), Marks::default());
    let (mut stamp, mut published) = (Stamp::default(), Published::default());
    let mut last_end = 0;
    for piece in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match piece {
            Piece::Open(name) => (tag, marks, stamp) = (name, Marks::default(), Stamp::default()),
            Piece::Name(name) => {
                stamp.note(&name, "");
                marks.hidden |= name == b"hidden";
                attribute = name;
            }
            Piece::Value(value) => {
                marks.note(&attribute, &value);
                stamp.note(&attribute, &value);
            }
            Piece::Opened(true) if matches!(tag.as_str(), "svg" | "math") => {}
            Piece::Opened(_) => {
                published.meet(&tag, &stamp);
                page.start(std::mem::take(&mut tag), marks);
            }
            Piece::End(name) => page.end(&name),
            Piece::Text(start, end) => {
                let start = start.max(last_end).min(text.len());
                let end = end.clamp(start, text.len());
                last_end = end;
                if text.is_char_boundary(start) && text.is_char_boundary(end) {
                    page.text(text, start, end);
                }
            }
            Piece::Comment(value, start, end) => {
                if let Some(rules) = stet::parse(&value) {
                    page.comments.push((Span::new(start, end.max(start)), rules));
                }
            }
        }
    }
    page.close();
    Pages { day: published.day(text), ..page.pages() }
}

/// What an element's attributes say of it.
#[derive(Default, Clone, Copy)]
struct Marks {
    hidden: bool,
    article: bool,
}

impl Marks {
    fn note(&mut self, name: &[u8], value: &str) {
        let value = value.trim().to_ascii_lowercase();
        match name {
            b"aria-hidden" => self.hidden |= value == "true",
            b"style" => self.hidden |= value.replace(' ', "").contains("display:none"),
            b"role" => {
                self.hidden |= matches!(
                    value.as_str(),
                    "navigation" | "banner" | "contentinfo" | "search" | "complementary" | "dialog" | "menu"
                );
                self.article |= matches!(value.as_str(), "main" | "article");
            }
            b"itemprop" => self.article |= value == "articlebody",
            _ => {}
        }
    }
}

impl Page {
    fn start(&mut self, name: String, marks: Marks) {
        if name == "br" {
            self.breaks += 1;
            if self.breaks >= 2 {
                self.close();
            }
            return;
        }
        if BLOCKS.contains(&name.as_str()) {
            self.close();
        }
        if self.stack.last().is_some_and(|top| top.name == "head") && !OF_HEAD.contains(&name.as_str()) {
            self.stack.pop();
        }
        if VOID.contains(&name.as_str()) || self.stack.len() >= DEPTH {
            return;
        }
        // `<p>` and `<li>` may lack their end tags: a new one ends the open one.
        if matches!(name.as_str(), "p" | "li") && self.stack.last().is_some_and(|top| top.name == name) {
            self.stack.pop();
        }
        let parent = self.node();
        let node = self.parents.len();
        self.parents.push(parent);
        if marks.article || matches!(name.as_str(), "article" | "main") {
            self.articles.push(node);
        }
        // A `<header>` outside the article is the page's.
        let page_header = name == "header" && !self.stack.iter().any(|e| matches!(e.name.as_str(), "article" | "main"));
        let doubtful = marks.hidden || page_header || DOUBTFUL.contains(&name.as_str());
        let own = match HIDDEN.contains(&name.as_str()) {
            _ if doubtful => Shown::Doubtful,
            true => Shown::Never,
            false => Shown::Yes,
        };
        let shown = self.shown().max(own);
        self.stack.push(Element { name, node, shown });
    }

    fn end(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.close();
        }
        if let Some(at) = self.stack.iter().rposition(|element| element.name == name) {
            self.stack.truncate(at);
        }
    }

    fn node(&self) -> usize {
        self.stack.last().map_or(0, |element| element.node)
    }

    fn shown(&self) -> Shown {
        self.stack.last().map_or(Shown::Yes, |element| element.shown)
    }

    fn text(&mut self, input: &str, start: usize, end: usize) {
        let shown = self.shown();
        if shown == Shown::Never {
            return;
        }
        let raw = &input[start..end];
        if self.open.is_none() && raw.trim().is_empty() {
            return;
        }
        let (role, node) = (self.role(), self.block_node());
        let linked = self.stack.iter().any(|element| element.name == "a");
        let broke = std::mem::take(&mut self.breaks) > 0;
        // Hidden words inside a paragraph are no part of it.
        if self.open.as_ref().is_some_and(|open| open.shown != shown) {
            if shown == Shown::Doubtful {
                return;
            }
            self.close();
        }
        let fresh = || Block { role, prose: Prose::new(Escape::Html), node, linked: 0, shown };
        let block = self.open.get_or_insert_with(fresh);
        if broke && !block.prose.text().is_empty() && !block.prose.text().ends_with(' ') {
            block.prose.push(" ", Span::new(start, start), input);
        }
        let before = block.prose.text().len();
        push_decoded(&mut block.prose, input, start, end);
        if linked {
            block.linked += block.prose.text().len() - before;
        }
    }

    fn role(&self) -> Role {
        for element in self.stack.iter().rev() {
            match element.name.as_str() {
                "h1" => return Role::Title,
                "h2" | "h3" | "h4" | "h5" | "h6" => return Role::Heading,
                "li" | "dd" | "dt" => return Role::Item,
                "figcaption" => return Role::Caption,
                "td" | "th" => return Role::Cell,
                "p" | "div" | "article" | "section" => return Role::Body,
                _ => {}
            }
        }
        Role::Body
    }

    /// The node of the innermost element that is no inline markup.
    fn block_node(&self) -> usize {
        self.stack
            .iter()
            .rev()
            .find(|element| BLOCKS.contains(&element.name.as_str()))
            .map_or(0, |element| element.node)
    }

    fn close(&mut self) {
        self.breaks = 0;
        if let Some(block) = self.open.take()
            && !block.prose.is_blank()
        {
            self.blocks.push(Block { prose: block.prose.trimmed(), ..block });
        }
    }

    /// The blocks of the article: those inside the container that holds most running text.
    fn pages(mut self) -> Pages {
        let shown =
            |shown: Shown| self.blocks.iter().filter(|block| block.shown == shown).map(Block::running).sum::<usize>();
        if shown(Shown::Doubtful) <= shown(Shown::Yes) * 4 {
            self.blocks.retain(|block| block.shown == Shown::Yes);
        }
        let container = self.container();
        let mut pages = Pages { comments: self.comments, ..Pages::default() };
        for block in self.blocks {
            let inside = ancestors(&self.parents, block.node).any(|node| node == container);
            let links_only = block.linked * 2 > block.prose.text().len() && block.role != Role::Title;
            if (inside || block.role == Role::Title) && !links_only {
                let whole = block.prose.span(0..block.prose.text().len());
                pages.segments.push(Segment { role: block.role, translation: block.prose, original: None, whole });
            }
        }
        pages
    }

    fn container(&self) -> usize {
        let mut weight = vec![0_usize; self.parents.len()];
        let mut total = 0;
        for block in &self.blocks {
            let text = block.running();
            if text == 0 {
                continue;
            }
            total += text;
            // A paragraph is no container of itself.
            for node in ancestors(&self.parents, self.parents[block.node]) {
                weight[node] += text;
            }
        }
        if total == 0 {
            return 0;
        }
        // What says that it is the article, when it holds most of the text; else the smallest node that does.
        let declared = self
            .articles
            .iter()
            .copied()
            .filter(|node| weight[*node] * 2 > total)
            .max_by_key(|node| (weight[*node], *node));
        declared.unwrap_or_else(|| {
            (0..weight.len()).rev().filter(|node| weight[*node] * 10 >= total * 7).max_by_key(|node| *node).unwrap_or(0)
        })
    }
}

impl Block {
    /// Bytes of its text that are no link text; none for a line too short to be running text.
    fn running(&self) -> usize {
        let text = self.prose.text().len().saturating_sub(self.linked);
        if text < 40 { 0 } else { text }
    }
}

fn ancestors(parents: &[usize], node: usize) -> impl Iterator<Item = usize> {
    let mut next = Some(node);
    std::iter::from_fn(move || {
        let node = next?;
        next = (node != 0).then(|| parents[node]);
        Some(node)
    })
}

/// Adds a stretch of raw page text: white space folded, entities decoded, every byte's place kept.
fn push_decoded(prose: &mut Prose, input: &str, start: usize, end: usize) {
    let bytes = input.as_bytes();
    let mut at = start;
    let mut plain = start;
    while at < end {
        match bytes[at] {
            b'&' => {
                prose.push(&input[plain..at], Span::new(plain, at), input);
                let close = entity_end(bytes, at, end);
                prose.push(&decoded(&input[at..close]), Span::new(at, close), input);
                (at, plain) = (close, close);
            }
            byte if byte.is_ascii_whitespace() => {
                prose.push(&input[plain..at], Span::new(plain, at), input);
                let from = at;
                while at < end && bytes[at].is_ascii_whitespace() {
                    at += 1;
                }
                if !prose.text().ends_with(' ') && !prose.text().is_empty() {
                    prose.push(" ", Span::new(from, at), input);
                }
                plain = at;
            }
            _ => at += 1,
        }
    }
    prose.push(&input[plain..end], Span::new(plain, end), input);
}

fn entity_end(bytes: &[u8], at: usize, end: usize) -> usize {
    let name = bytes[at + 1..end].iter().take(40).take_while(|b| b.is_ascii_alphanumeric() || **b == b'#').count();
    let close = at + 1 + name;
    if name > 0 && close < end && bytes[close] == b';' { close + 1 } else { close }
}

/// The text of one entity as a browser shows it.
fn decoded(entity: &str) -> String {
    let mut out = String::new();
    for token in Tokenizer::new(entity).flatten() {
        if let html5gum::Token::String(text) = token {
            out.push_str(&String::from_utf8_lossy(&text));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &str) -> Vec<String> {
        let (input, _) = Input::read("a.html", page.as_bytes()).expect("text");
        read(&input).segments.iter().map(|s| s.translation.text().to_owned()).collect()
    }

    #[test]
    fn the_article_and_nothing_else() {
        let body =
            "A long enough paragraph of running text that any reader would call the article itself, and more of it.";
        let page = format!(
            "<html><head><title>t</title><style>p {{}}</style></head><body><nav><a href=x>Home</a></nav><div id=side><p><a href=y>A link to another story of today</a></p></div><div class=content><h1>Head&shy;line</h1><p>{body}</p><p>Second &lsquo;para&rsquo;&#160;with <b>bold</b>\r\n text &amp; more.</p><script>var x = '<p>no</p>';</script></div><footer>All rights</footer></body></html>"
        );
        let found = texts(&page);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[2], "Second ‘para’\u{a0}with bold text & more.");
    }

    #[test]
    fn places_are_those_of_the_file() {
        let page = "<p>Fish &amp; chips in <i>Minsk</i>&#44; caf\u{e9} &lt;b&gt; <br>end</p>";
        let (input, _) = Input::read("a.html", page.as_bytes()).expect("text");
        let segments = read(&input).segments;
        let prose = &segments[0].translation;
        assert_eq!(prose.text(), "Fish & chips in Minsk, café <b> end");
        for (word, raw) in
            [("Minsk", "Minsk"), ("&", "&amp;"), (",", "&#44;"), ("café", "café"), ("<", "&lt;"), ("end", "end")]
        {
            let at = prose.text().find(word).expect("in the prose");
            let span = prose.span(at..at + word.len());
            assert_eq!(&input.text[span.start..span.end], raw);
        }
    }

    #[test]
    fn an_article_is_never_lost_to_what_should_have_been_closed() {
        let body = "A long enough paragraph of running text that any reader would call the article itself.";
        for page in [
            format!("<html><head><title>t</title><meta charset=utf-8><body><p>{body}</p></body></html>"),
            format!("<html><head><title>t</title><p>{body}</p>"),
            format!("<body><form id=page action=x><div><p>{body}</p></div></form></body>"),
            format!("<body><div id=app aria-hidden=true><p>{body}</p></div><div role=dialog>Accept</div></body>"),
            format!("<body style='display: none'><p>{body}</p></body>"),
            format!("<body><svg/><p>{body}</p></body>"),
            format!("<body><nav><a href=x>Home</a><p>{body}</p></body>"),
        ] {
            assert_eq!(texts(&page).last().map(String::as_str), Some(body), "{page}");
        }
        let comment = format!("<body><div><p>{body}</p></div><form><p>{body}</p></form></body>");
        assert_eq!(texts(&comment), [body]);
    }

    #[test]
    fn fragments_and_broken_markup_are_read() {
        assert_eq!(texts("<p>One<p>Two</b> <li>Three"), ["One", "Two", "Three"]);
        assert_eq!(texts("no markup at all"), ["no markup at all"]);
        let deep = "<div>".repeat(100_000) + "deep";
        assert_eq!(texts(&deep), ["deep"]);
    }
}
