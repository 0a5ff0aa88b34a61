//! Alternatives in a `write` cell, `(leaders|figures)`: each is bound to the first group of `avoid` that has as many
//! alternatives and is not bound yet, and prints the one in the place of the one that was found.

use std::ops::Range;

/// A group of alternatives in a `write` cell.
#[derive(Debug)]
pub(super) struct Group<'w> {
    /// Its bytes in the cell, brackets included.
    pub(super) range: Range<usize>,
    /// What stands in the brackets.
    pub(super) inside: &'w str,
}

impl<'w> Group<'w> {
    /// What can be printed for it, in the order in which it is written.
    pub(super) fn options(&self) -> impl Iterator<Item = &'w str> {
        self.inside.split('|').map(str::trim)
    }
}

/// The groups of a `write` cell; brackets with one thing in them are text.
pub(super) fn groups(write: &str) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut from = 0;
    while let Some(open) = write[from..].find('(').map(|at| from + at) {
        let Some(close) = write[open..].find(')').map(|at| open + at) else { break };
        from = close + 1;
        let inside = &write[open + 1..close];
        if inside.contains('|') {
            groups.push(Group { range: open..from, inside });
        }
    }
    groups
}

/// For each group of a `write` cell the place of its partner among those of `avoid`, given by how many alternatives these
/// have; none where no partner is left.
pub(super) fn partners(groups: &[Group<'_>], sizes: &[usize]) -> Vec<Option<usize>> {
    let mut bound = vec![false; sizes.len()];
    let mut partner = |group: &Group<'_>| {
        let size = group.options().count();
        let at = (0..sizes.len()).find(|at| !bound[*at] && sizes[*at] == size)?;
        bound[at] = true;
        Some(at)
    };
    groups.iter().map(&mut partner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_a_partner_of_its_own() {
        let groups = groups("(a|b) of (two|three) (kinds) or (c|d)");
        assert_eq!(groups.iter().map(|group| group.inside).collect::<Vec<_>>(), ["a|b", "two|three", "c|d"]);
        assert_eq!(partners(&groups, &[3, 2, 2]), [Some(1), Some(2), None]);
    }
}
