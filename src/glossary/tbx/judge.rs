//! The constraints of TBX: root, nesting, order, data categories and their values, languages, ids.

use rustc_hash::FxHashMap;

use crate::glossary::tbx::model::{self, Category, Module};
use crate::glossary::tbx::tree::{Element, Node, TBX};

/// What is wrong with a term base, and what is only worth knowing; each with its line.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) faults: Vec<(u64, String)>,
    pub(super) notes: Vec<(u64, String)>,
}

/// A part of a content model: which elements, how many.
struct Part {
    names: Vec<&'static str>,
    least: usize,
    most: usize,
}

/// What one element may hold.
struct Content {
    text: bool,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    /// Version 2: the structure is judged, data categories are the file's own.
    Version2,
    Core,
    Min,
    Basic,
    /// A private dialect of version 3.
    Private,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Dca,
    Dct,
}

struct Judge<'a> {
    dialect: Dialect,
    style: Style,
    models: FxHashMap<&'static str, Content>,
    ids: FxHashMap<&'a str, u64>,
    judged: Judged,
    /// How many terms are empty, and the line of the first.
    empty: (usize, u64),
}

/// Judges a tree.
pub(super) fn judge(root: &Element) -> Judged {
    let mut judged = Judged::default();
    let fault = |message: String| Judged { faults: vec![(root.line, message)], notes: Vec::new() };
    let kind = root.attribute("type").unwrap_or_default();
    let (dialect, style, models) = match root.name.as_str() {
        "martif" => (Dialect::Version2, Style::Dca, model::VERSION_2),
        "tbx" => {
            if root.space != TBX {
                return fault(format!("the root element <tbx> is not in the namespace {TBX}"));
            }
            let dialect = match kind {
                "TBX-Core" => Dialect::Core,
                "TBX-Min" => Dialect::Min,
                "TBX-Basic" => Dialect::Basic,
                private if private.len() > 4 && private.starts_with("TBX-") => Dialect::Private,
                other => {
                    return fault(format!("the root element's type \"{other}\" names no dialect; write TBX-Basic"));
                }
            };
            let style = match root.attribute("style") {
                Some("dca") => Style::Dca,
                Some("dct") => Style::Dct,
                other => {
                    return fault(format!(
                        "the root element's style \"{}\" is neither dca nor dct",
                        other.unwrap_or_default()
                    ));
                }
            };
            (dialect, style, model::VERSION_3)
        }
        other => return fault(format!("the root element is <{other}>; a term base begins with <tbx> or <martif>")),
    };
    if kind.is_empty() {
        judged.faults.push((root.line, format!("<{}> has no type", root.name)));
    }
    if dialect == Dialect::Private {
        judged.notes.push((root.line, format!("{kind} is a private dialect; its data categories are not judged")));
    }
    let models = models.iter().chain(model::SHARED).map(|(name, text)| (*name, content(text))).collect();
    let mut judge = Judge { dialect, style, models, ids: FxHashMap::default(), judged, empty: (0, 0) };
    judge.element(root, "");
    if judge.empty.0 > 0 {
        let message = format!("{} terms, of which this is the first, are empty; left out", judge.empty.0);
        judge.judged.notes.push((judge.empty.1, message));
    }
    judge.judged.faults.sort_by_key(|fault| fault.0);
    judge.judged
}

fn content(text: &'static str) -> Content {
    let mut content = Content { text: false, parts: Vec::new() };
    for part in text.split(' ') {
        let (names, least, most) = match part.as_bytes()[part.len() - 1] {
            b'*' => (&part[..part.len() - 1], 0, usize::MAX),
            b'+' => (&part[..part.len() - 1], 1, usize::MAX),
            b'?' => (&part[..part.len() - 1], 0, 1),
            _ => (part, 1, 1),
        };
        let (names, least, most) = match names {
            "#" => {
                content.text = true;
                continue;
            }
            "INLINE" => {
                content.text = true;
                (model::INLINE, 0, usize::MAX)
            }
            "AUX" => (model::AUX, least, most),
            "LINK" => (model::LINK, least, most),
            names => (names, least, most),
        };
        content.parts.push(Part { names: names.split('|').collect(), least, most });
    }
    content
}

impl<'a> Judge<'a> {
    fn fault(&mut self, line: u64, message: String) {
        self.judged.faults.push((line, message));
    }

    /// `level` is the nearest of concept, language and term section above it; empty outside the body.
    fn element(&mut self, element: &'a Element, level: &'a str) {
        let name = model::stands_for(element);
        self.attributes(element, name);
        let level = match name {
            "conceptEntry" | "langSec" | "termSec" => name,
            _ => level,
        };
        if !level.is_empty() {
            self.category(element, name, level);
        }
        self.nesting(element, name);
        for child in element.children() {
            self.element(child, level);
        }
    }

    fn attributes(&mut self, element: &'a Element, name: &str) {
        let (line, foreign) = (element.line, element.name != name);
        if let Some(id) = element.attribute("id")
            && let Some(first) = self.ids.insert(id, line)
        {
            self.fault(line, format!("the id \"{id}\" is used twice, first in line {first}"));
        }
        if !foreign && model::TYPED.contains(&name) && !is_dct(element) {
            match element.attribute("type") {
                None => self.fault(line, format!("<{name}> has no type; it must name a data category")),
                Some("") => self.fault(line, format!("the type of <{name}> is empty; it must name a data category")),
                Some(_) => {}
            }
        }
        let mut required = Vec::new();
        if matches!(name, "tbx" | "martif" | "langSec" | "langSet") {
            required.push("xml:lang");
        }
        if name == "conceptEntry" {
            required.push("id");
        }
        if name == "xref" {
            required.push("target");
        }
        for attribute in required {
            if element.attribute(attribute).is_none_or(|value| value.trim().is_empty()) {
                self.fault(line, format!("<{}> has no {attribute}", element.name));
            }
        }
    }

    /// The data category, its level and its value, where the dialect says what they may be.
    fn category(&mut self, element: &Element, name: &str, level: &str) {
        let line = element.line;
        if is_dct(element) {
            let own = element.name.as_str();
            match (self.style, self.dialect) {
                (_, Dialect::Core) => {
                    return self.fault(line, format!("<{own}> is of another namespace; TBX-Core has no such elements"));
                }
                (Style::Dca, _) => {
                    return self.fault(line, format!("<{own}> belongs to the style dct, and the file says dca"));
                }
                (Style::Dct, Dialect::Private) => return,
                (Style::Dct, _) => match model::category_named(own).filter(|c| c.module.space() == element.space) {
                    Some(known) if self.knows(known) => {}
                    _ => {
                        let dialect = self.dialect_name();
                        return self.fault(line, format!("unknown element <{own}>: no data category of {dialect}"));
                    }
                },
            }
        } else if !model::TYPED.contains(&name) {
            return;
        } else if self.style == Style::Dct && self.dialect != Dialect::Core {
            return self.fault(line, format!("<{name}> belongs to the style dca, and the file says dct"));
        }
        if !matches!(self.dialect, Dialect::Min | Dialect::Basic) {
            return;
        }
        let category = model::category_of(element);
        if category.is_empty() {
            return;
        }
        let Some(known) = model::category_named(category).filter(|c| c.element == name && self.knows(c)) else {
            let allowed: Vec<&str> = model::CATEGORIES
                .iter()
                .filter(|c| c.element == name && self.knows(c) && c.name != "usageStatus")
                .map(|c| c.name)
                .collect();
            let allowed = if allowed.is_empty() { "none".to_owned() } else { allowed.join(", ") };
            let dialect = self.dialect_name();
            return self.fault(
                line,
                format!("\"{category}\" is no data category of {dialect} for <{name}>; it has {allowed}"),
            );
        };
        if !known.levels.split(' ').any(|allowed| allowed == level) {
            let levels = known.levels.replace(' ', ", ");
            self.fault(line, format!("{category} may not stand at the level of <{level}>; it belongs in {levels}"));
        }
        let value = element.text();
        if !known.values.is_empty() && !known.values.split(' ').any(|allowed| allowed == value) {
            let values = known.values.replace(' ', ", ");
            self.fault(line, format!("\"{value}\" is no value of {category}; it has {values}"));
        }
    }

    fn knows(&self, category: &Category) -> bool {
        match self.dialect {
            Dialect::Min => category.module == Module::Min,
            Dialect::Core => false,
            Dialect::Basic | Dialect::Private | Dialect::Version2 => true,
        }
    }

    fn dialect_name(&self) -> &'static str {
        match self.dialect {
            Dialect::Core => "TBX-Core",
            Dialect::Min => "TBX-Min",
            Dialect::Basic => "TBX-Basic",
            Dialect::Private | Dialect::Version2 => "TBX",
        }
    }

    /// Which elements it holds, in which order; whether it may hold text.
    fn nesting(&mut self, element: &Element, name: &str) {
        let Some(content) = self.models.get(name) else {
            if !(is_dct(element) && self.dialect != Dialect::Core) {
                self.fault(element.line, format!("unknown element <{}>", element.name));
            }
            return;
        };
        let mut faults = Vec::new();
        if !content.text
            && let Some(text) = element.content.iter().find_map(|node| match node {
                Node::Text(text) if !text.trim().is_empty() => Some(text.trim()),
                _ => None,
            })
        {
            let start: String = text.chars().take(30).collect();
            let within = content.parts.first().and_then(|part| part.names.first()).unwrap_or(&"p");
            faults
                .push((element.line, format!("<{name}> may not hold text (\"{start}\"); it must stand in <{within}>")));
        }
        let (mut at, mut seen) = (0, 0);
        for child in element.children() {
            let own = model::stands_for(child);
            let fits = |part: &Part| part.names.contains(&own);
            let next = (at..content.parts.len())
                .find(|part| fits(&content.parts[*part]) && (*part > at || seen < content.parts[*part].most));
            match next {
                Some(next) => {
                    for (skipped, part) in content.parts.iter().enumerate().take(next).skip(at) {
                        let had = if skipped == at { seen } else { 0 };
                        let late = element.children().any(|c| part.names.contains(&model::stands_for(c)));
                        if had < part.least && !late {
                            faults.push((element.line, format!("<{name}> has no <{}>", part.names.join("> or <"))));
                        }
                    }
                    if next > at {
                        (at, seen) = (next, 0);
                    }
                    seen += 1;
                }
                None if !self.models.contains_key(own) && !is_dct(child) => {} // said at the element itself
                None if content.parts.iter().any(|part| fits(part) && part.most == 1) => {
                    let first = content.parts.iter().position(fits).unwrap_or(0);
                    let message = if element.children().filter(|c| model::stands_for(c) == own).count() > 1 {
                        format!("only one <{}> may stand in <{name}>", child.name)
                    } else if first == 0 {
                        format!("<{}> must come first in <{name}>", child.name)
                    } else {
                        format!("<{}> stands too late in <{name}>", child.name)
                    };
                    faults.push((child.line, message));
                }
                None if content.parts.iter().any(fits) => {
                    faults.push((child.line, format!("<{}> stands too late in <{name}>", child.name)));
                }
                None => faults.push((child.line, format!("<{}> may not stand in <{name}>", child.name))),
            }
        }
        for (index, part) in content.parts.iter().enumerate().skip(at) {
            let had = if index == at { seen } else { 0 };
            let early = element.children().any(|child| part.names.contains(&model::stands_for(child)));
            if had < part.least && !early {
                faults.push((element.line, format!("<{name}> has no <{}>", part.names.join("> or <"))));
            }
        }
        if name == "term" && element.text().is_empty() {
            self.empty = (self.empty.0 + 1, if self.empty.0 == 0 { element.line } else { self.empty.1 });
        }
        self.judged.faults.extend(faults);
    }
}

fn is_dct(element: &Element) -> bool {
    !element.space.is_empty() && element.space != TBX
}
