//! Whole names: their words, and the best alignment of the words of two names.

use crate::names::compare::Relation;
use crate::names::english;
use crate::names::word::{self, Company, WordJudgement, word};
use crate::text::fold::{bare, fold};

/// One word of a whole name.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// The word as written.
    pub(crate) text: String,
    /// Whether one spelling may lack it (al, de, bin).
    particle: bool,
    /// Whether it is one letter.
    initial: bool,
}

/// The words of a name, split at spaces, hyphens and stops.
pub(crate) fn tokens(name: &str) -> Vec<Token> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '.' | ','))
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric() && c != '\''))
        .filter(|part| part.chars().any(char::is_alphanumeric))
        .map(|part| {
            let folded = fold(part);
            Token { text: part.to_string(), particle: english::is_skipped(&folded), initial: part.chars().count() == 1 }
        })
        .collect()
}

/// All letters of a name, folded, without spaces and signs.
pub(crate) fn joined(tokens: &[Token]) -> String {
    tokens.iter().map(|t| bare(&t.text)).collect()
}

/// The best alignment of the words of two names.
pub(crate) struct Path {
    /// 0 the same; the line between one name and two is 1.3.
    pub(crate) cost: f64,
    /// The pair of words furthest apart, and their judgement.
    pub(crate) worst: Option<(String, String, WordJudgement)>,
    /// How many words (particles aside) one of the names lacks.
    pub(crate) skipped: usize,
}

/// The cheapest monotone alignment of two token lists; up to three tokens may stand for one written together.
pub(crate) fn path(ta: &[Token], tb: &[Token]) -> Path {
    let (n, m) = (ta.len(), tb.len());
    #[derive(Clone)]
    struct Cell {
        sum: f64,
        worst: f64,
        judged: Option<(String, String, WordJudgement)>,
        matched: usize,
        skipped_a: usize,
        skipped_b: usize,
    }
    let mut cells: Vec<Option<Cell>> = vec![None; (n + 1) * (m + 1)];
    cells[0] = Some(Cell { sum: 0.0, worst: 0.0, judged: None, matched: 0, skipped_a: 0, skipped_b: 0 });
    for i in 0..=n {
        for j in 0..=m {
            let Some(here) = cells[i * (m + 1) + j].clone() else { continue };
            let mut put = |i: usize, j: usize, cell: Cell| {
                let slot = &mut cells[i * (m + 1) + j];
                if slot.as_ref().is_none_or(|old| cell.sum < old.sum) {
                    *slot = Some(cell);
                }
            };
            for (di, dj) in [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)] {
                if i + di > n || j + dj > m {
                    continue;
                }
                let (x, y) = (&ta[i..i + di], &tb[j..j + dj]);
                let mut judged = if di == 1 && dj == 1 && (x[0].initial || y[0].initial) {
                    let first = |t: &Token| fold(&t.text).chars().next();
                    WordJudgement::plain(if first(&x[0]) == first(&y[0]) { 0.15 } else { 2.0 }, Relation::Same)
                } else {
                    let text = |t: &[Token]| t.iter().map(|t| t.text.as_str()).collect::<String>();
                    word(&text(x), &text(y), if di + dj > 2 { Company::Joined } else { Company::InName })
                };
                if di + dj > 2 {
                    judged.apart += 0.05;
                }
                if di == 2 && dj == 2 && x.iter().zip(y).any(|(x, y)| word::two_given(&x.text, &y.text)) {
                    judged.apart += 0.6;
                }
                let mut cell = here.clone();
                cell.sum += judged.apart;
                cell.matched += 1;
                if judged.apart > cell.worst {
                    cell.worst = judged.apart;
                    cell.judged = Some((spaced(x), spaced(y), judged));
                }
                put(i + di, j + dj, cell);
            }
            if i < n {
                let mut cell = here.clone();
                cell.sum += skip(&ta[i]);
                cell.skipped_a += !ta[i].particle as usize;
                put(i + 1, j, cell);
            }
            if j < m {
                let mut cell = here.clone();
                cell.sum += skip(&tb[j]);
                cell.skipped_b += !tb[j].particle as usize;
                put(i, j + 1, cell);
            }
        }
    }
    match cells.pop().flatten() {
        Some(cell) => {
            let average = cell.sum / (cell.matched.max(1) as f64);
            let mut cost = cell.worst.max(average);
            if cell.skipped_a > 0 && cell.skipped_b > 0 {
                cost = cost.max(2.0);
            }
            if cell.matched == 0 {
                cost = 3.0;
            }
            Path { cost, worst: cell.judged, skipped: cell.skipped_a + cell.skipped_b }
        }
        None => Path { cost: 3.0, worst: None, skipped: 0 },
    }
}

/// The words of a stretch with spaces between.
fn spaced(tokens: &[Token]) -> String {
    tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// What it costs that one name lacks a word.
fn skip(token: &Token) -> f64 {
    let folded = fold(&token.text);
    if token.particle {
        0.1
    } else if token.initial {
        0.2
    } else if ["vich", "vitch", "vic", "vna", "wicz", "witsch", "evna"].iter().any(|end| folded.ends_with(end)) {
        0.35
    } else {
        0.6
    }
}
