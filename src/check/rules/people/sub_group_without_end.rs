//! Sub-groups that belong to no group, or that nothing ends.

use crate::check::prelude::*;
use crate::document::group::GroupType;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    group.r#type.get().filter(|it| **it == GroupType::SubGroup)?;
    let wants = [
        (gap(&group.parent, None), "which group it belongs to", "`parent = \"…\"`"),
        (gap(&group.dissolves_when, None), "when it ends", "`dissolves_when = \"…\"`"),
    ];
    let missing: Vec<_> = wants.into_iter().filter_map(|(gap, what, key)| Some((gap?.level, what, key))).collect();
    let level = missing.iter().map(|(level, _, _)| *level).max()?;
    let what = list(missing.iter().map(|(_, what, _)| (*what).to_owned()), "and");
    let keys = list(missing.iter().map(|(_, _, key)| (*key).to_owned()), "and");
    let message = format!("the sub-group {} does not say {what}", name(entry));
    Some(facts.at(entry, group.r#type.span(), message).at_level(level).help(format!("add {keys}")))
}
