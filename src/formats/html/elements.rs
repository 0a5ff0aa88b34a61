//! What the elements of a page are, and what their attributes say of them.

/// Elements whose whole content is no prose of the article.
pub(super) const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg", "math",
    "iframe", "object", "head", "textarea", "pre", "code", "audio", "video", "canvas", "dialog", "menu",
];
/// Those of them that hold whole articles on some sites.
pub(super) const DOUBTFUL: &[&str] = &["form", "aside", "dialog", "nav", "footer", "button", "menu"];
/// Elements that a head may hold; any other ends it, for `</head>` may be left out.
pub(super) const OF_HEAD: &[&str] =
    &["base", "basefont", "bgsound", "link", "meta", "noscript", "object", "script", "style", "template", "title"];
/// Elements that end a paragraph where they open and close.
pub(super) const BLOCKS: &[&str] = &[
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
pub(super) const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Deeper nesting is read as if it were flat.
pub(super) const DEPTH: usize = 512;

/// Names that pages give, as `id` or as one of the words of `class`, to what stands beside an article or under it.
const BESIDE: &[&str] = &[
    "addtoany_share_save_container",
    "author-box",
    "breadcrumb",
    "breadcrumbs",
    "cat-links",
    "comment-list",
    "comment-respond",
    "commentlist",
    "comments",
    "comments-area",
    "cookie-notice",
    "disqus_thread",
    "fb-comments",
    "jp-relatedposts",
    "most-popular",
    "most-read",
    "nav-links",
    "newsletter-signup",
    "post-navigation",
    "related-articles",
    "related-posts",
    "relatedposts",
    "respond",
    "screen-reader-text",
    "share-buttons",
    "sharedaddy",
    "sidebar",
    "skip-link",
    "social-share",
    "tags-links",
    "widget-area",
];

/// What an element's attributes say of it.
#[derive(Default, Clone, Copy)]
pub(super) struct Marks {
    /// A reader of the article does not see it, or need not.
    pub(super) hidden: bool,
    /// It says that it is the article.
    pub(super) article: bool,
}

impl Marks {
    /// Takes in one attribute: its name in lower case, its value decoded.
    pub(super) fn note(&mut self, name: &[u8], value: &str) {
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
            b"id" | b"class" => {
                self.hidden |= value.split_ascii_whitespace().any(|word| BESIDE.contains(&word));
            }
            b"itemprop" => self.article |= value == "articlebody",
            _ => {}
        }
    }
}
