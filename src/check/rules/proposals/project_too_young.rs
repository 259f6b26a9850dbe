//! Proposals to bring in work that was begun only recently.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_proposal);

fn of_proposal(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let wanted = facts.site.profile.requirements.days("project_age_days")?;
    let proposal = entry.proposal()?;
    let proposed = *entry.events().first()?.date.get()?;
    let finding = match &proposal.started {
        Field::Stated(started) => {
            let age = days_between(started.value, proposed);
            if age >= wanted {
                return None;
            }
            let old_enough = days_after(started.value, wanted);
            let message = format!(
                "{} was proposed on {proposed}, {} after the work on it was begun; {} are asked for",
                name(entry),
                days(age),
                days(wanted)
            );
            let help = format!("propose it again from {old_enough} on, or correct `started`");
            facts.at(entry, proposal.started.span(), message).help(help)
        }
        Field::Absent if !is_unread(entry, "started") && !facts.site.is_over(entry) => {
            let message = format!("nothing says how old the work is that {} brings in", name(entry));
            facts.at(entry, proposal.title.span(), message).help("add `started` with the day of its first commit")
        }
        Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => return None,
    };
    Some(finding.cited(facts.site.profile.clause_of("project_age_days")))
}
