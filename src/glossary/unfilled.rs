//! Where a row's `write` does not fit what its `avoid` finds: alternatives that `avoid` does not have, optional words, and
//! phrases found for which there is nothing to write.

use crate::glossary::bound::{self, Group};
use crate::glossary::cases;
use crate::glossary::entry::Kind;
use crate::glossary::pattern::{Item, Pattern};
use crate::glossary::remark::{Remark, Weight};
use crate::glossary::store::Row;
use crate::glossary::suggestion;

/// Says which brackets of a row's `write` are printed otherwise than meant.
pub(super) fn unfilled(row: &Row, remarks: &mut Vec<Remark>) {
    let entry = &row.entry;
    if entry.avoid.is_empty() || entry.kind == Kind::Keep {
        return;
    }
    let mut faults = Vec::new();
    let mut say = |message| remarks.push(Remark::of(entry, "write", Weight::Warning, message));
    let avoided: Vec<(&String, &Pattern)> = entry.avoid.iter().zip(&row.forms).collect();
    let sizes: Vec<Vec<usize>> = avoided.iter().map(|(_, pattern)| sizes(&pattern.items)).collect();
    let mut served = vec![entry.write.is_empty(); avoided.len()];
    for write in &entry.write {
        if write.contains('[') {
            say(format!("\"{write}\" is printed with its brackets; write what the house prints, other forms after |"));
        }
        let fills = |name: &str| avoided.iter().any(|(_, pattern)| suggestion::can_fill(pattern, name));
        for (_, name) in suggestion::slots_of(write).into_iter().filter(|(_, name)| !fills(name)) {
            faults.push(format!(
                "\"<{name}>\" has nothing in avoid to fill it, so that \"{write}\" is never suggested; put <{name}> into \
                 avoid, or write the word"
            ));
        }
        let groups = bound::groups(write);
        let lost: Vec<Option<&str>> = sizes.iter().map(|sizes| first_lost(&groups, sizes)).collect();
        if let Some(Some(group)) = lost.iter().min_by_key(|lost| lost.is_some()) {
            say(format!(
                "\"({group})\" has no alternatives in avoid that are as many, so that \"{write}\" is never suggested; \
                 give avoid as many, or write one form for each after |"
            ));
            served.fill(true);
        }
        served.iter_mut().zip(&lost).for_each(|(served, lost)| *served |= lost.is_none());
    }
    for ((form, _), _) in avoided.iter().zip(&served).filter(|(_, served)| !**served) {
        say(format!(
            "nothing to write for \"{form}\": the (a|b) in write are found in other forms of avoid; add a form without, \
             or make it a row of its own"
        ));
    }
    for (form, pattern) in avoided.iter().filter(|_| entry.write.len() > 1) {
        let open = cases::unanswered(&entry.write, pattern);
        if !open.is_empty() {
            let (these, others) = (open.join("\", \""), entry.write.join("|"));
            say(format!(
                "nothing to write for \"{these}\" in \"{form}\": \"{others}\" speaks of the others; put the same (a|b) \
                 into write, or add a form"
            ));
        }
    }
    remarks.extend(faults.into_iter().map(|message| Remark::of(entry, "write", Weight::Error, message)));
}

/// The first of these alternatives that has no partner among those of a form to avoid.
fn first_lost<'w>(groups: &[Group<'w>], sizes: &[usize]) -> Option<&'w str> {
    let partners = bound::partners(groups, sizes);
    groups.iter().zip(partners).find(|(_, partner)| partner.is_none()).map(|(group, _)| group.inside)
}

/// How many alternatives there are in each pair of brackets, in the order in which they open.
fn sizes(items: &[Item]) -> Vec<usize> {
    let mut sizes = Vec::new();
    for item in items {
        if let Item::Any(forms) = item {
            sizes.push(forms.len());
            sizes.extend(forms.iter().flat_map(|form| self::sizes(form)));
        }
    }
    sizes
}
