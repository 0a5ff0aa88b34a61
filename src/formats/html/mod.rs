//! Saved web pages: the article's own blocks, with entities decoded; menus, scripts, code and attributes left out.

mod decode;
mod elements;
mod page;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as GumSpan, Tokenizer};

use crate::document::input::Input;
use crate::document::stet;
use crate::formats::html::elements::Marks;
use crate::formats::html::page::Page;
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
    let mut page = Page::new();
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
    Pages { day: published.day(text), ..page.pages() }
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
    fn what_readers_wrote_under_an_article_is_no_part_of_it() {
        let body = "A long enough paragraph of running text that any reader would call the article itself.";
        let page = format!(
            "<main><article class='post'><h1>Head</h1><p>{body}</p><div class='sharedaddy sd-sharing'>Share this</div></article>\
             <div id=comments class=comments-area><article><p>{body} First!</p></article></div></main>"
        );
        assert_eq!(texts(&page), ["Head", body]);
        let forum = format!("<div id=comments><p>{body}</p></div>");
        assert_eq!(texts(&forum), [body], "when there is nothing else, it is read");
    }

    #[test]
    fn fragments_and_broken_markup_are_read() {
        assert_eq!(texts("<p>One<p>Two</b> <li>Three"), ["One", "Two", "Three"]);
        assert_eq!(texts("no markup at all"), ["no markup at all"]);
        let deep = "<div>".repeat(100_000) + "deep";
        assert_eq!(texts(&deep), ["deep"]);
    }
}
