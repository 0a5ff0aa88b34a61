//! Where a row's `write` does not fit what its `avoid` finds: alternatives that `avoid` does not have, optional words, and
//! phrases found for which there is nothing to write.

use crate::glossary::cases;
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
    if entry.write.len() < 2 {
        return;
    }
    for (form, pattern) in entry.avoid.iter().zip(row.forms.iter()) {
        let open = cases::unanswered(&entry.write, pattern);
        if !open.is_empty() {
            let (these, others) = (open.join("\", \""), entry.write.join("|"));
            say(format!(
                "nothing to write for \"{these}\" in \"{form}\": \"{others}\" speaks of the others; put the same (a|b) \
                 into write, or add a form"
            ));
        }
    }
}

/// The insides of the alternatives of a `write` cell.
fn groups_of(write: &str) -> Vec<&str> {
    let insides = write.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    insides.map(|(inside, _)| inside).filter(|inside| inside.contains('|')).collect()
}

/// The first of these alternatives that has no partner among those that the ones before it left.
fn lost<'a>(groups: &[&'a str], items: &[Item]) -> Option<&'a str> {
    let mut sizes = Vec::new();
    count(items, &mut sizes);
    let mut alone = |group: &&str| {
        let partner = sizes.iter().position(|size| *size == group.split('|').count());
        partner.map(|at| sizes.remove(at)).is_none()
    };
    groups.iter().find(|group| alone(group)).copied()
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
