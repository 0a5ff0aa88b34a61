//! The day of a story, where its file says so: meta tags and times of a page, front matter, a dateline.

use crate::document::segment::{Role, Segment};
use crate::text::day::Day;

/// Names by which pages and front matter give the day of publication, in small letters.
const NAMES: &[&str] = &[
    "article:published_time",
    "article:published",
    "date",
    "datepublished",
    "date_published",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "pubdate",
    "publication_date",
    "publish_date",
    "publishdate",
    "published",
    "published_at",
    "sailthru.date",
];
/// Paragraphs at the head of a story that may hold its date.
const HEAD: usize = 5;
/// Words of a line that says nothing but when a story was published: "Published on 3 May 2021, 14:05".
const SHORT: usize = 9;

/// What a page's tags say of its day: what it calls published, else its first time.
#[derive(Debug, Default)]
pub(super) struct Published {
    named: Option<Day>,
    time: Option<Day>,
}

/// The attributes of one tag that may give a day.
#[derive(Debug, Default)]
pub(super) struct Stamp {
    named: bool,
    content: Option<Day>,
    datetime: Option<Day>,
}

impl Stamp {
    /// Takes note of an attribute.
    pub(super) fn note(&mut self, attribute: &[u8], value: &str) {
        match attribute {
            b"property" | b"name" | b"itemprop" => self.named |= is_name(value),
            b"pubdate" => self.named = true,
            b"content" => self.content = read(value),
            b"datetime" => self.datetime = read(value),
            _ => {}
        }
    }
}

impl Published {
    /// Takes note of a tag.
    pub(super) fn meet(&mut self, tag: &str, stamp: &Stamp) {
        let given = stamp.content.or(stamp.datetime);
        if stamp.named {
            self.named = self.named.or(given);
        } else if tag == "time" {
            self.time = self.time.or(stamp.datetime);
        }
    }

    /// The page's day; `text` is its source, which may hold the day in its linked data.
    pub(super) fn day(&self, text: &str) -> Option<Day> {
        self.named.or_else(|| linked(text)).or(self.time)
    }
}

/// `"datePublished": "2021-05-03T…"` of a page's linked data (schema.org).
fn linked(text: &str) -> Option<Day> {
    const KEY: &str = "\"datePublished\"";
    let value = text[text.find(KEY)? + KEY.len()..].trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    Day::stamp(value)
}

/// The day of front matter, `date: 2021-05-03` or `date = 2021-05-03`.
pub(super) fn front_matter(text: &str) -> Option<Day> {
    text.lines().find_map(|line| {
        let (name, value) = line.split_once([':', '='])?;
        is_name(name.trim_matches(['"', ' '])).then(|| read(value.trim_matches(['"', '\'', ' '])))?
    })
}

fn is_name(name: &str) -> bool {
    NAMES.contains(&name.trim().to_ascii_lowercase().as_str())
}

fn read(value: &str) -> Option<Day> {
    Day::stamp(value.trim()).or_else(|| Day::written(value).map(|(day, _)| day))
}

/// The day that the head of a story gives: a short line with little but a date, or a dateline, "MINSK, 3 May 2021 —".
pub(super) fn dateline(segments: &[Segment]) -> Option<Day> {
    let head = segments.iter().filter(|segment| segment.role != Role::Title).take(HEAD);
    head.map(|segment| segment.translation.text()).find_map(|text| {
        let start = &text[..text.floor_char_boundary(80)];
        let (day, place) = Day::written(start)?;
        let before = &start[..place.start];
        let places = || before.split([' ', ',', '(']).filter(|word| !word.is_empty());
        let place_only = places().count() <= 4 && places().all(|word| word.starts_with(char::is_uppercase));
        let after = text[place.end..].trim_start_matches([',', '.', ')']).trim_start();
        let opens = place_only && after.starts_with(['—', '–', '-', '(', '/']);
        let alone = !text.trim_end().ends_with(['.', '!', '?', '"', '”']) && text.split_whitespace().count() <= SHORT;
        (opens || alone).then_some(day)
    })
}

#[cfg(test)]
mod tests {
    use crate::document::input::Input;
    use crate::formats;

    fn day(name: &str, text: &str) -> String {
        let (input, _) = Input::read(name, text.as_bytes()).expect("text");
        formats::document(input, &[]).0.day.map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn pages_say_when_they_were_published() {
        let story = "<p>The ferry sank on 9 May 1999 and nobody was hurt, the harbour said.</p>";
        for head in [
            "<meta property=\"article:published_time\" content=\"2021-05-03T10:00:00Z\">",
            "<meta content='3 May 2021' name='DC.date'>",
            "<script type=\"application/ld+json\">{\"datePublished\" : \"2021-05-03T10:00\"}</script>",
            "<time datetime=\"2020-01-01\">x</time><time itemprop=\"datePublished\" datetime=\"2021-05-03\">x</time>",
            "<time datetime=\"2021-05-03\">Monday</time>",
        ] {
            assert_eq!(day("a.html", &format!("{head}{story}")), "2021-05-03", "{head}");
        }
        assert_eq!(day("a.html", story), "");
        assert_eq!(day("a.html", &format!("<meta name=description content='2021-05-03'>{story}")), "");
    }

    #[test]
    fn front_matter_and_datelines_too() {
        assert_eq!(day("a.md", "---\ntitle: x\ndate: 2021-05-03 10:00\n---\n# Ferry\n\nIt sank.\n"), "2021-05-03");
        assert_eq!(day("a.md", "+++\ndate = \"2021-05-03\"\n+++\n\nIt sank.\n"), "2021-05-03");
        for head in [
            "MINSK, 3 May 2021 — The ferry sank.",
            "KYIV, Ukraine, May 3, 2021 (Reuters) - It sank.",
            "Published on 3 May 2021, 14:05",
            "03.05.2021 10:15",
        ] {
            assert_eq!(day("a.txt", &format!("A ferry has sunk\n\n{head}\n\nMore of it.\n")), "2021-05-03", "{head}");
        }
        assert_eq!(
            day("a.txt", "A ferry has sunk\n\nOn 3 May 2021, the ferry sank.\n\nIt was built in May 1999.\n"),
            ""
        );
    }
}
