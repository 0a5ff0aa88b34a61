//! The word lists of the rules, one row a list in `words.tsv`.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::text::table::Table;

static LISTS: Table = Table::new(include_str!("words.tsv"));

/// A list of words by its name in the table; read when it is first asked.
pub(super) struct Words {
    name: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

impl Words {
    /// The list of that name: the rule's, then its own.
    pub(super) const fn named(name: &'static str) -> Self {
        Words { name, set: OnceLock::new() }
    }

    /// The words in the order of the table.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        LISTS.get(self.name).unwrap_or_default().split('|')
    }

    /// True for one of the words, written as in the table.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.iter().collect()).contains(word)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn named(path: &Path, names: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(path).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                named(&path, names);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("a file");
                let calls = text.split(concat!("Words::", "named(\"")).skip(1);
                names.extend(calls.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_list_has_its_row_and_every_row_its_list() {
        let mut names = BTreeSet::new();
        named(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules"), &mut names);
        let rows: BTreeSet<String> =
            LISTS.rows().filter_map(|row| row.split_once('\t')).map(|(name, _)| name.to_owned()).collect();
        assert_eq!(names.difference(&rows).collect::<Vec<_>>(), [""; 0], "without a row");
        let unused: Vec<_> = rows.difference(&names).collect();
        assert_eq!(unused, [""; 0], "without a list");
    }
}
