//! A day of the calendar: read as `2026-11-24` and as news prints it, compared, counted from 1970.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// A day that the calendar has; none for others.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let last = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=last).contains(&day).then_some(Day { year, month, day })
    }

    /// Reads `2026-11-24` and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 10 || !text.is_ascii() || &text[4..5] != "-" || &text[7..8] != "-" {
            return None;
        }
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok());
        let (year, month, day) = (number(&text[..4])??, number(&text[5..7])??, number(&text[8..])??);
        Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// Reads what begins with a day, such as `2026-11-24T08:00:00Z`.
    #[must_use]
    pub fn stamp(text: &str) -> Option<Self> {
        let goes_on = |c: char| c.is_ascii_digit();
        text.get(..10).and_then(Day::parse).filter(|_| !text[10..].starts_with(goes_on))
    }

    /// The first whole date of a text as news prints it (`3 May 2021`, `May 3, 2021`, `3.5.2021`, `2021-05-03`), with the
    /// bytes where it stands.
    #[must_use]
    pub fn written(text: &str) -> Option<(Self, std::ops::Range<usize>)> {
        let figures = text.bytes().map(|byte| byte.is_ascii_digit());
        let longest = figures.scan(0, |run, figure| {
            *run = if figure { *run + 1 } else { 0 };
            Some(*run)
        });
        // Without a year of four figures there is no whole date.
        if longest.max().unwrap_or(0) < 4 {
            return None;
        }
        let parts: Vec<(usize, &str)> = text
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .filter(|part| !part.is_empty())
            .map(|part| (part.as_ptr() as usize - text.as_ptr() as usize, part))
            .collect();
        (0..parts.len()).find_map(|at| {
            let end = |last: usize| parts[last].0 + parts[last].1.len();
            if let Some(day) = Day::parse(parts[at].1) {
                return Some((day, parts[at].0..end(at)));
            }
            let [(_, a), (_, b), (_, c)] = *parts.get(at..at + 3)? else { return None };
            let dotted = || text[parts[at].0..end(at + 2)] == format!("{a}.{b}.{c}");
            let named = match (month(a), month(b)) {
                (_, Some(month)) => Day::new(year(c)?, month, ordinal(a)?),
                (Some(month), _) => Day::new(year(c)?, month, ordinal(b)?),
                _ if dotted() => Day::new(year(c)?, ordinal(b)?, ordinal(a)?),
                _ => None,
            };
            named.map(|day| (day, parts[at].0..end(at + 2)))
        })
    }

    /// The day so many days after 1 January 1970. After Howard Hinnant, "chrono-compatible low-level date algorithms".
    #[must_use]
    pub fn since_1970(days: u64) -> Self {
        let z = days + 719_468;
        let (era, day_of_era) = (z / 146_097, z % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Day { year: (year_of_era + era * 400 + u64::from(month <= 2)) as u16, month: month as u8, day: day as u8 }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The month that an English word names: `May`, `Sept`.
fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let named = |name: &&str| **name == word || word.len() >= 3 && name.starts_with(&word) && word.len() <= 4;
    MONTHS.iter().position(named).map(|at| at as u8 + 1)
}

/// `3`, `03`, `3rd`.
fn ordinal(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().ok()
}

/// A year of four digits.
fn year(word: &str) -> Option<u16> {
    (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_wrong_ones_refused() {
        assert_eq!(Day::parse("2024-02-29").map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
        for wrong in ["2023-02-29", "2024-13-01", "2024-00-10", "24-02-29", "2024-2-29", "+024-02-29", "2024-02-2x", ""]
        {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Day::stamp("2021-05-03T10:00:00+02:00"), Day::new(2021, 5, 3));
        assert!(Day::parse("2021-05-03") < Day::parse("2021-10-01"));
        assert_eq!(Day::since_1970(19_782).to_string(), "2024-02-29");
    }

    #[test]
    fn dates_of_news_are_found() {
        for text in ["MINSK, 3 May 2021 — It", "On May 3rd, 2021", "(2021-05-03)", "den 3.5.2021", "03 May 2021"] {
            let (day, place) = Day::written(text).expect(text);
            assert_eq!(day.to_string(), "2021-05-03", "{}", &text[place]);
        }
        assert_eq!(Day::written("3 May, 14:05").map(|(day, _)| day), None);
    }
}
