//! What may stand in what, and which data categories each dialect knows (ISO 30042 and the published dialect schemas).

use crate::glossary::tbx::tree::{Element, TBX};

/// Content models: element, then its content in order. `*` any number, `+` at least one, `?` at most one, `|` a choice,
/// `#` text. `AUX` and `LINK` are the groups of [`AUX`] and [`LINK`], `INLINE` text with the elements of [`INLINE`].
pub(super) type Models = &'static [(&'static str, &'static str)];

pub(super) const AUX: &str = "admin|adminGrp|descrip|descripGrp|note|ref|transacGrp|xref";
pub(super) const LINK: &str = "admin|adminGrp|note|ref|transacGrp|xref";
pub(super) const INLINE: &str = "hi|foreign|bpt|ept|ph|sc|ec";

/// Elements of both versions.
pub(super) const SHARED: Models = &[
    ("fileDesc", "titleStmt|publicationStmt* sourceDesc+"),
    ("titleStmt", "title note*"),
    ("title", "#"),
    ("publicationStmt", "p+"),
    ("sourceDesc", "p+"),
    ("encodingDesc", "p+"),
    ("revisionDesc", "change+"),
    ("change", "p+"),
    ("p", "INLINE"),
    ("refObject", "itemSet|itemGrp|item+"),
    ("itemSet", "itemGrp|item+"),
    ("itemGrp", "item LINK*"),
    ("item", "INLINE"),
    ("term", "# hi*"),
    ("termNote", "INLINE"),
    ("termNoteGrp", "termNote LINK*"),
    ("admin", "INLINE"),
    ("adminGrp", "admin adminNote|note|ref|xref*"),
    ("adminNote", "#"),
    ("descrip", "INLINE"),
    ("descripGrp", "descrip descripNote|admin|adminGrp|transacGrp|note|ref|xref*"),
    ("descripNote", "#"),
    ("transac", "#"),
    ("transacGrp", "transac transacNote|date|note|ref|xref*"),
    ("transacNote", "#"),
    ("date", "#"),
    ("note", "INLINE"),
    ("ref", "#"),
    ("xref", "#"),
    ("hi", "#"),
    ("foreign", "INLINE"),
    ("bpt", "#"),
    ("ept", "#"),
    ("ph", "#"),
    ("sc", "#"),
    ("ec", "#"),
];

/// Elements of version 3.
pub(super) const VERSION_3: Models = &[
    ("tbx", "tbxHeader text"),
    ("tbxHeader", "fileDesc encodingDesc? revisionDesc?"),
    ("text", "body? back?"),
    ("body", "conceptEntry+"),
    ("back", "refObjectSec*"),
    ("refObjectSec", "refObject+"),
    ("conceptEntry", "AUX* langSec+"),
    ("langSec", "AUX* termSec+"),
    ("termSec", "term termNote|termNoteGrp* AUX*"),
];

/// Elements of version 2.
pub(super) const VERSION_2: Models = &[
    ("martif", "martifHeader text"),
    ("martifHeader", "fileDesc encodingDesc? revisionDesc?"),
    ("text", "body back?"),
    ("body", "termEntry+"),
    ("back", "refObjectList*"),
    ("refObjectList", "refObject+"),
    ("termEntry", "AUX* langSet+"),
    ("langSet", "AUX* tig|ntig+"),
    ("tig", "term termNote* AUX*"),
    ("ntig", "termGrp AUX*"),
    ("termGrp", "term termNote|termNoteGrp* termCompList*"),
    ("termCompList", "AUX* termComp|termCompGrp+"),
    ("termCompGrp", "termComp termNote|termNoteGrp* LINK*"),
    ("termComp", "#"),
];

/// Elements that must say their data category in `type`.
pub(super) const TYPED: &[&str] = &[
    "admin",
    "adminNote",
    "descrip",
    "descripNote",
    "ref",
    "refObjectList",
    "refObjectSec",
    "termCompList",
    "termNote",
    "transac",
    "transacNote",
    "xref",
];

/// Which dialect brings a data category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Module {
    Min,
    Basic,
}

impl Module {
    /// The namespace of its elements in the style `dct`.
    pub(super) fn space(self) -> &'static str {
        match self {
            Module::Min => "http://www.tbxinfo.net/ns/min",
            Module::Basic => "http://www.tbxinfo.net/ns/basic",
        }
    }
}

/// One data category of the public dialects.
#[derive(Debug)]
pub(super) struct Category {
    pub(super) name: &'static str,
    /// The element that carries it in the style `dca`.
    pub(super) element: &'static str,
    pub(super) module: Module,
    /// Levels at which it may stand, space-separated.
    pub(super) levels: &'static str,
    /// Its picklist, space-separated; empty: any text.
    pub(super) values: &'static str,
}

const fn category(
    name: &'static str,
    element: &'static str,
    module: Module,
    levels: &'static str,
    values: &'static str,
) -> Category {
    Category { name, element, module, levels, values }
}

/// The data categories of TBX-Min and TBX-Basic. `usageStatus` and `creation` are names of earlier editions, still met.
pub(super) const CATEGORIES: &[Category] = &[
    category(
        "administrativeStatus",
        "termNote",
        Module::Min,
        "termSec",
        "preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts",
    ),
    category(
        "usageStatus",
        "termNote",
        Module::Min,
        "termSec",
        "preferred admitted notRecommended deprecated obsolete",
    ),
    category("partOfSpeech", "termNote", Module::Min, "termSec", "adjective noun other verb adverb"),
    category("customerSubset", "admin", Module::Min, "conceptEntry termSec", ""),
    category("subjectField", "descrip", Module::Min, "conceptEntry", ""),
    category("externalCrossReference", "xref", Module::Min, "conceptEntry langSec termSec", ""),
    category("projectSubset", "admin", Module::Basic, "conceptEntry termSec", ""),
    category("source", "admin", Module::Basic, "conceptEntry langSec termSec", ""),
    category("context", "descrip", Module::Basic, "termSec", ""),
    category("definition", "descrip", Module::Basic, "conceptEntry langSec", ""),
    category("crossReference", "ref", Module::Basic, "conceptEntry termSec", ""),
    category("geographicalUsage", "termNote", Module::Basic, "termSec", ""),
    category("grammaticalGender", "termNote", Module::Basic, "termSec", "masculine feminine neuter other"),
    category(
        "termLocation",
        "termNote",
        Module::Basic,
        "termSec",
        "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem progressBar \
         pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType",
    ),
    category(
        "termType",
        "termNote",
        Module::Basic,
        "termSec",
        "fullForm acronym abbreviation shortForm variant phrase",
    ),
    category(
        "transactionType",
        "transac",
        Module::Basic,
        "conceptEntry langSec termSec",
        "origination modification creation",
    ),
    category("responsibility", "transacNote", Module::Basic, "conceptEntry langSec termSec", ""),
    category("xGraphic", "xref", Module::Basic, "conceptEntry langSec", ""),
];

/// The data category of that name.
pub(super) fn category_named(name: &str) -> Option<&'static Category> {
    CATEGORIES.iter().find(|category| category.name == name)
}

/// The element whose place an element takes in the content models: in the style `dct` that of its data category (the
/// one it names in `metatype`, for categories of private dialects), else its own name.
pub(super) fn stands_for(element: &Element) -> &str {
    if element.space.is_empty() || element.space == TBX {
        return &element.name;
    }
    match category_named(&element.name) {
        Some(category) => category.element,
        None => element.attribute("metatype").unwrap_or(&element.name),
    }
}

/// The data category of an element: its `type`, or in the style `dct` its name.
pub(super) fn category_of(element: &Element) -> &str {
    if element.space.is_empty() || element.space == TBX {
        element.attribute("type").unwrap_or_default()
    } else {
        &element.name
    }
}
