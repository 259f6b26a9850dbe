//! Meetings that were led by somebody whose role that is not.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let host = meeting.host.get().filter(|_| meeting.cancelled.is_missing())?;
    let (host, date) = (facts.site.find(host)?, entry.id.date()?);
    let group = facts.site.target(entry, "group")?;
    let asked = facts.site.asked_of(group)?;
    let holders: Vec<&Entry> =
        asked.hosts.iter().flat_map(|role| facts.site.role_holders(role, Some(group), date)).collect();
    // Where nobody had the role, its absence is another finding.
    if holders.is_empty() || facts.site.has_unclear_roles(group) || host.is_one_of(&holders) {
        return None;
    }
    let roles = list(asked.hosts.iter().cloned(), "or");
    let (leads, is, it_is) = match date > facts.site.today {
        true => ("is to lead", "is", "then it is"),
        false => ("led", "was", "on that day it was"),
    };
    let message = format!("{} {leads} {} and {is} not {roles} of {} on that day", name(host), name(entry), name(group));
    let help = format!(
        "correct `host`, or add the term with its days to `{}`; {it_is} {}",
        group.path,
        list(holders.into_iter().map(name), "or")
    );
    Some(citing_group(facts, group.group()?, "hosts", facts.at(entry, meeting.host.span(), message).help(help)))
}
