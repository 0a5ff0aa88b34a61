//! For people at a terminal: the line, the mark under it, what to write, and why.

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Severity, Renderer, Snippet};

use crate::check::Report;
use crate::output::{Look, Output};
use crate::rule::Finding;
use crate::scales::{Level, Safety};
use crate::text::span::Span;

/// For people.
pub const OUTPUT: Output =
    Output { name: "pretty", about: "for reading: the line, the mark under it, what to write, why", write };

fn write(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width).decor_style(DecorStyle::Unicode);
    for finding in report.findings() {
        writeln!(out, "{}\n", renderer.render(&[group(finding)]))?;
    }
    let mut confirmed = report.confirmed().peekable();
    let any = confirmed.peek().is_some();
    for one in confirmed {
        let place = &one.place;
        let position = place.input.position(place.span.start);
        let (file, message, row) = (&place.input.name, &one.message, &one.evidence);
        writeln!(out, "{file}:{}:{}: {message} ({row})", position.line, position.column)?;
    }
    if any {
        writeln!(out)?;
    }
    writeln!(out, "{}", summary(report))
}

fn group(finding: &Finding) -> Group<'_> {
    let place = &finding.place;
    let (text, line) = lines_of(finding);
    let span = place.span.start - line.start..(place.span.end - line.start).min(text.len());
    let severity = match finding.level {
        Level::Error => Severity::ERROR,
        Level::Warning => Severity::WARNING,
        Level::Hint | Level::Confirmed | Level::Off => Severity::INFO.with_name("hint"),
    };
    let mut snippet = Snippet::source(text)
        .path(place.input.name.as_str())
        .line_start(place.input.position(line.start).line)
        .annotation(AnnotationKind::Primary.span(span));
    for related in finding.related.iter().filter(|related| related.place.input.name == place.input.name) {
        let span = related.place.span;
        if line.start <= span.start && span.end <= line.end {
            snippet = snippet.annotation(
                AnnotationKind::Context
                    .span(span.start - line.start..span.end - line.start)
                    .label(related.message.as_str()),
            );
        }
    }
    let mut group = severity.primary_title(finding.message.as_str()).id(finding.rule).element(snippet);
    if !finding.evidence.is_empty() {
        group = group.element(Severity::NOTE.with_name("why").message(finding.evidence.as_str()));
    }
    if finding.fixes.first().is_some_and(|fix| fix.safety == Safety::Choice) {
        group = group.element(Severity::NOTE.with_name("fix").message("yours to choose; never made without a yes"));
    }
    group
}

/// The whole lines in which a finding lies, and their bytes.
fn lines_of(finding: &Finding) -> (&str, Span) {
    let input = &finding.place.input;
    let first = input.position(finding.place.span.start).line;
    let last = input.position(finding.place.span.end).line;
    let (start, end) = (input.lines.range(&input.text, first).start, input.lines.range(&input.text, last).end);
    let end = end.max(finding.place.span.end);
    (&input.text[start..end], Span::new(start, end))
}

fn summary(report: &Report) -> String {
    let words: usize = report.pages.iter().map(|page| page.words).sum();
    let of = |level: Level| report.findings().filter(|finding| finding.level == level).count();
    let count = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let levels = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Hint, "hint")];
    let found: Vec<String> =
        levels.iter().filter(|(level, _)| of(*level) > 0).map(|(level, name)| count(of(*level), name)).collect();
    let sure = report.findings().filter(|finding| matches!(finding.fix(Safety::Sure), Ok(Some(_)))).count();
    let mut line = if found.is_empty() { "nothing found".to_owned() } else { found.join(", ") };
    line.push_str(&format!(" in {}, {}", count(report.pages.len(), "file"), count(words, "word")));
    if sure > 0 {
        line.push_str(&format!("; {sure} can be mended with copydesk fix"));
    }
    line
}
