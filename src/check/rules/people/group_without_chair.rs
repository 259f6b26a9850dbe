//! Groups that have no chair where one is asked for.

use crate::check::prelude::*;
use crate::check::rules::terms::runs_on;
use crate::document::group::Role;

pub const FIND: Find = each!(group, of_group);

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    let (today, group_type) = (facts.site.today, group.r#type.get()?);
    let rule = facts.site.profile.group(group_type.as_str())?.role("chair")?;
    let is_chair = |term: &Member| term.role.get() == Some(&Role::Chair) && runs_on(term, today);
    let is_there = group.member.items().iter().any(|term| is_chair(term));
    if rule.min.is_none_or(|min| min == 0) || is_there || is_unread(entry, "member") || is_unread(entry, "role") {
        return None;
    }
    let message = format!("{} has no chair on record", name(entry));
    let help = "add a `[[member]]` table with `role = \"chair\"` and the first day as `from`";
    let finding = facts.at(entry, group.name.span(), message).help(help);
    Some(citing_for(facts, "group-without-chair", &format!("group.{group_type}.roles"), finding))
}
