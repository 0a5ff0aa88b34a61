//! XML to a small tree with lines: well-formed or refused, depth bounded, entities never expanded.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

/// The namespace of version 3.
pub(super) const TBX: &str = "urn:iso:std:iso:30042:ed-2";
/// Elements within elements at most.
const DEPTH: usize = 64;

/// One element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without prefix.
    pub(super) name: String,
    /// Its namespace; empty when it has none.
    pub(super) space: String,
    /// Attributes with the prefixes as written.
    pub(super) attributes: Vec<(String, String)>,
    /// Elements and texts in order.
    pub(super) content: Vec<Node>,
    /// Line of its start tag, from 1.
    pub(super) line: u64,
}

/// What an element may hold.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The elements within it.
    pub(super) fn children(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All text within it, white space run together.
    pub(super) fn text(&self) -> String {
        let mut raw = String::new();
        self.gather(&mut raw);
        raw.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn gather(&self, into: &mut String) {
        for node in &self.content {
            match node {
                Node::Text(text) => into.push_str(text),
                Node::Element(element) => element.gather(into),
            }
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.content.last_mut() {
            Some(Node::Text(last)) => last.push_str(text),
            _ => self.content.push(Node::Text(text.to_owned())),
        }
    }
}

/// The root element of a text.
///
/// # Errors
/// The line, from 1, and what is not well-formed there.
pub(super) fn parse(text: &str) -> Result<Element, (u64, String)> {
    let mut reader = NsReader::from_str(text);
    let (mut open, mut root) = (Vec::<Element>::new(), None::<Element>);
    let (mut line, mut counted) = (1_u64, 0_usize);
    loop {
        let (resolved, event) = match reader.read_resolved_event() {
            Ok(read) => read,
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(text.len()).min(text.len());
                let before = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() as u64;
                let inside =
                    open.last().map_or(String::new(), |last| format!(" (in <{}> of line {})", last.name, last.line));
                return Err((before + 1, format!("not well-formed XML: {error}{inside}")));
            }
        };
        let space = match resolved {
            ResolveResult::Bound(space) => Some(space.as_ref().to_owned()),
            ResolveResult::Unbound => Some(String::new()),
            ResolveResult::Unknown(_) => None,
        };
        let here = line;
        match event {
            Event::Start(start) => {
                if open.len() >= DEPTH {
                    return Err((here, format!("elements lie more than {DEPTH} deep; no term base needs that")));
                }
                open.push(element(&start, space, here)?);
            }
            Event::Empty(start) => close(element(&start, space, here)?, &mut open, &mut root)?,
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    close(element, &mut open, &mut root)?;
                }
            }
            Event::Text(text) => add(&text.xml10_content(), &mut open, here)?,
            Event::CData(text) => add(&text.xml10_content(), &mut open, here)?,
            Event::GeneralRef(entity) => {
                let name = entity.xml10_content().into_owned();
                let text = match name.as_str() {
                    "lt" => "<".to_owned(),
                    "gt" => ">".to_owned(),
                    "amp" => "&".to_owned(),
                    "apos" => "'".to_owned(),
                    "quot" => "\"".to_owned(),
                    _ => match entity.resolve_char_ref() {
                        Ok(Some(c)) => c.to_string(),
                        _ => {
                            return Err((
                                here,
                                format!("the entity &{name}; is not expanded; write the character itself"),
                            ));
                        }
                    },
                };
                add(&text, &mut open, here)?;
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        let now = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len());
        line += text.as_bytes()[counted..now].iter().filter(|byte| **byte == b'\n').count() as u64;
        counted = now;
    }
    if let Some(last) = open.last() {
        return Err((line, format!("not well-formed XML: <{}> of line {} is never closed", last.name, last.line)));
    }
    root.ok_or_else(|| (1, "not well-formed XML: there is no element".to_owned()))
}

fn element(start: &BytesStart<'_>, space: Option<String>, line: u64) -> Result<Element, (u64, String)> {
    let name = start.local_name().as_ref().to_owned();
    let Some(space) = space else {
        return Err((line, format!("the prefix of <{}> is not declared", start.name().as_ref())));
    };
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| (line, format!("not well-formed XML: in <{name}>: {error}")))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| (line, format!("the value of {} in <{name}>: {error}", attribute.key.as_ref())))?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name, space, attributes, content: Vec::new(), line })
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>) -> Result<(), (u64, String)> {
    match open.last_mut() {
        Some(parent) => parent.content.push(Node::Element(element)),
        None if root.is_some() => {
            return Err((element.line, format!("not well-formed XML: a second root element <{}>", element.name)));
        }
        None => *root = Some(element),
    }
    Ok(())
}

fn add(text: &str, open: &mut [Element], line: u64) -> Result<(), (u64, String)> {
    match open.last_mut() {
        Some(parent) => parent.push_text(text),
        None if text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() => {}
        None => return Err((line, "not well-formed XML: text outside the root element".to_owned())),
    }
    Ok(())
}
