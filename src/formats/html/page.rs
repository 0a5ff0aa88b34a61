//! A page as it is read: the blocks of text, where each stands, and which of them are the article.

use crate::document::prose::{Escape, Prose};
use crate::document::segment::{Role, Segment};
use crate::formats::Pages;
use crate::formats::html::decode::push_decoded;
use crate::formats::html::elements::{BLOCKS, DEPTH, DOUBTFUL, HIDDEN, Marks, OF_HEAD, VOID};
use crate::text::span::Span;

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

/// What has been read of a page so far.
#[derive(Default)]
pub(super) struct Page {
    /// Parent node of each node; the page itself is its own.
    parents: Vec<usize>,
    /// Nodes that say that they are the article.
    articles: Vec<usize>,
    stack: Vec<Element>,
    blocks: Vec<Block>,
    open: Option<Block>,
    /// Stet comments, with the rules that they name.
    pub(super) comments: Vec<(Span, Vec<String>)>,
    /// Line breaks since the last text.
    breaks: usize,
}

impl Page {
    /// A page of which nothing has been read.
    pub(super) fn new() -> Page {
        Page { parents: vec![0], ..Page::default() }
    }

    /// An element opens.
    pub(super) fn start(&mut self, name: String, marks: Marks) {
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

    /// An element ends, and with it all that stands open inside it.
    pub(super) fn end(&mut self, name: &str) {
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

    /// Raw text, `start..end` in bytes of the input.
    pub(super) fn text(&mut self, input: &str, start: usize, end: usize) {
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
    pub(super) fn pages(mut self) -> Pages {
        self.close();
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
