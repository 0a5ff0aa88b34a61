//! A row's own sentences: each `bad` one must be found by its row, each `good` one must not.

use std::sync::Arc;

use crate::document::input::Input;
use crate::formats;
use crate::glossary::compile::Glossary;
use crate::glossary::origin::Origin;
use crate::glossary::read::RowProblem;
use crate::glossary::scan::{self, Story};
use crate::text::reading::Reading;

/// Rows whose own sentences fail, in the glossary's order.
#[must_use]
pub fn failures(glossary: &Glossary) -> Vec<RowProblem> {
    let mut problems = Vec::new();
    for (index, row) in glossary.rows.iter().enumerate() {
        let story = Story { origin: Origin::given(row.entry.from.clone()), ..Story::default() };
        let mut check = |column: &str, sentences: &[String], wanted: bool| {
            for sentence in sentences {
                if finds(glossary, index, sentence, &story) != wanted {
                    let message = if wanted {
                        format!("the row does not find its own bad sentence \"{sentence}\"")
                    } else {
                        format!("the row is found in its own good sentence \"{sentence}\"")
                    };
                    let (file, line) = (Arc::clone(&row.entry.place.file), row.entry.place.line);
                    problems.push(RowProblem { file, line, column: column.to_owned(), message, refused: true });
                }
            }
        };
        check("bad", &row.entry.bad, true);
        check("good", &row.entry.good, false);
    }
    problems
}

fn finds(glossary: &Glossary, row: usize, sentence: &str, story: &Story<'_>) -> bool {
    let Ok((input, _)) = Input::read("row.txt", sentence.as_bytes()) else { return false };
    let (document, _) = formats::document(input, &[]);
    document.segments.iter().any(|segment| {
        let text = segment.translation.text();
        scan::candidates(glossary, text, &Reading::of(text), segment.role, story)
            .iter()
            .any(|hit| hit.row == row && !hit.allowed)
    })
}
