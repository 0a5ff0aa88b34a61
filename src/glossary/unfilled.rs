//! What a `write` cell asks for and its row cannot give: alternatives that `avoid` does not have, and optional words.

use crate::glossary::entry::Kind;
use crate::glossary::pattern::Item;
use crate::glossary::remark::{Remark, Weight};
use crate::glossary::store::Row;

/// Says which brackets of a row's `write` are printed otherwise than meant.
pub(super) fn unfilled(row: &Row, remarks: &mut Vec<Remark>) {
    let entry = &row.entry;
    if entry.avoid.is_empty() || entry.kind == Kind::Keep {
        return;
    }
    let mut say = |message| remarks.push(Remark::of(entry, "write", Weight::Warning, message));
    for write in &entry.write {
        if write.contains('[') {
            say(format!("\"{write}\" is printed with its brackets; write what the house prints, other forms after |"));
        }
        let groups = groups_of(write);
        let lost = row.forms.iter().map(|form| lost(&groups, &form.items)).min_by_key(|lost| lost.is_some()).flatten();
        if let Some(group) = lost {
            let (first, _) = group.split_once('|').unwrap_or((group, ""));
            let first = first.trim();
            say(format!(
                "\"({group})\" has no alternatives in avoid that are as many: \"{first}\" is always printed; give avoid \
                 as many, or write \"{first}\" alone"
            ));
        }
    }
}

/// The insides of the alternatives of a `write` cell.
fn groups_of(write: &str) -> Vec<&str> {
    let insides = write.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    insides.map(|(inside, _)| inside).filter(|inside| inside.contains('|')).collect()
}

/// The first of these alternatives that has no partner, each looked for behind the last one's.
fn lost<'a>(groups: &[&'a str], items: &[Item]) -> Option<&'a str> {
    let mut sizes = Vec::new();
    count(items, &mut sizes);
    let mut sizes = sizes.into_iter();
    groups.iter().copied().find(|group| !sizes.any(|size| size == group.split('|').count()))
}

/// How many alternatives there are in each pair of brackets, in the order in which they open.
fn count(items: &[Item], sizes: &mut Vec<usize>) {
    for item in items {
        if let Item::Any(forms) = item {
            sizes.push(forms.len());
            forms.iter().for_each(|form| count(form, sizes));
        }
    }
}
