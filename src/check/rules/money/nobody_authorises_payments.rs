//! Money on its way through a role that nobody has.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::document::sow::CostStatus;
use crate::workflow::Party;

/// From which state on somebody will have to be paid. Whoever holds the record once it is accepted sees to it.
const PAID_FROM: [(Kind, Means); 2] = [(Kind::Sow, Means::Approved), (Kind::Bounty, Means::UnderWay)];

/// One finding for each role, at the first record that will need it.
pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    if facts.site.has_unclear_group() {
        return Vec::new();
    }
    let mut waiting: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for (kind, from) in PAID_FROM {
        for entry in facts.site.of_kind(kind).filter(|entry| is_owed(facts, entry, from)) {
            if let Some(role) = vacant(facts, entry) {
                waiting.entry(role).or_default().push(entry);
            }
        }
    }
    waiting.into_iter().map(|(role, entries)| finding(facts, &role, &entries)).collect()
}

/// Whether the record is on its way to a payment.
fn is_owed(facts: &Facts, entry: &Entry, from: Means) -> bool {
    let status = entry.sow().and_then(|sow| sow.cost.get()?.status.get());
    let is_free = entry.sow().is_some() && matches!(status, None | Some(CostStatus::None));
    !is_free && !facts.site.is_over(entry) && entry.has_reached(from)
}

/// The role that comes first for accepted work by the profile, when nobody has it, neither as a term nor as a duty.
fn vacant(facts: &Facts, entry: &Entry) -> Option<String> {
    let workflow = facts.site.profile.kind(entry.kind())?;
    let party = workflow.state_that(Means::Accepted)?.holders.first()?;
    let Party::Role { role, .. } = party else { return None };
    let groups = facts.site.of_kind(Kind::Group).filter_map(|group| group.group());
    let mut duties = groups.flat_map(|group| group.duty.items());
    let has_duty =
        duties.any(|duty| duty.area.text().trim().eq_ignore_ascii_case(role) && !duty.holders.items().is_empty());
    let is_vacant = facts.site.party(party, entry, facts.site.today).is_empty() && !has_duty;
    is_vacant.then(|| role.clone())
}

fn finding(facts: &Facts, role: &str, entries: &[&Entry]) -> Diagnostic {
    let first = entries[0];
    let state = first.status.as_ref().map_or("", |status| &status.state);
    let others = match entries.len() - 1 {
        0 => String::new(),
        more => format!("; {} on the way to one too", count(more, "more record is", "more records are")),
    };
    let message = format!(
        "{} is in `{state}` and on the way to a payment, which needs a {role}, and nobody is {role}{others}",
        name(first)
    );
    let span = first.status.as_ref().and_then(|status| status.steps.last()).map(|step| step.span);
    let help = format!(
        "add to the page below `groups/` of the group whose {role} authorises payments a `[[member]]` table with `role = \"{role}\"`"
    );
    facts.at(first, span, message).for_several(role).help(help)
}
