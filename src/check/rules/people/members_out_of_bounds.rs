//! Groups with fewer or more members than agreed, or with an even number where an odd one is.

use crate::check::prelude::*;
use crate::check::rules::terms::{asked_groups, current, with_clause};
use crate::workflow::GroupRequirements;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    asked_groups(facts).filter_map(|(entry, group, asked)| of_group(facts, entry, group, asked)).collect()
}

fn of_group(facts: &Facts, entry: &Entry, group: &Group, asked: &GroupRequirements) -> Option<Diagnostic> {
    let members = current(group, facts.site.today).len();
    // A group that lists nobody keeps its members elsewhere.
    if group.member.items().is_empty() || is_unread(entry, "member") {
        return None;
    }
    let too_few = asked.min_members.filter(|min| members < *min as usize);
    let too_many = asked.max_members.filter(|max| members > *max as usize);
    let is_even = asked.odd_members == Some(true) && members.is_multiple_of(2);
    let least = too_few.map(|min| ("min_members", format!("at least {min} are agreed")));
    let most = too_many.map(|max| ("max_members", format!("at most {max} are agreed")));
    let odd = is_even.then(|| ("odd_members", "an odd number is agreed".to_owned()));
    let wrong: Vec<(&str, String)> = [least, most, odd].into_iter().flatten().collect();
    let (key, _) = *wrong.first()?;
    let said = list(wrong.iter().map(|(_, said)| said.clone()), "and");
    let message = format!("{} has {}, and {said}", name(entry), count(members, "member", "members"));
    let help = "add the `[[member]]` tables that are missing, or the last day of a term that ended as `to`; if it is \
        so, look for somebody, or let a seat go";
    Some(with_clause(facts, group, key, facts.at(entry, group.name.span(), message).help(help)))
}
