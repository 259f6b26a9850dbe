//! Work that is delivered or accepted while acceptance criteria are open.

use crate::check::prelude::*;
use crate::document::sow::Acceptance;
use crate::workflow::Guard;

/// Within so many days the group looks at what was handed over.
const DAYS_TO_LOOK: i64 = 14;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let status = entry.status.as_ref()?;
    // While the work is only delivered, the group is just looking at the criteria, for which it has some time.
    let waits = status.since.map_or(0, |since| days_between(since, facts.site.today));
    if status.means == Some(Means::Delivered) && waits <= DAYS_TO_LOOK {
        return None;
    }
    let levels = [(Means::Delivered, Level::Warning), (Means::Accepted, Level::Error), (Means::Done, Level::Error)];
    let (_, level) = levels.into_iter().find(|(means, _)| status.means == Some(*means))?;
    let is_open = |it: &&At<Acceptance>| !it.met.is_true() && !it.met.is_unreadable();
    let open: Vec<&At<Acceptance>> = sow.acceptance.items().iter().filter(is_open).collect();
    let first = open.first().filter(|_| !is_asked_by_workflow(facts, entry))?;
    let ids = quoted(open.iter().map(|it| it.id.text()), "and");
    let (criteria, are) = if open.len() == 1 { ("criterion", "is") } else { ("criteria", "are") };
    let message = format!("{} is `{}`, and its {criteria} {ids} {are} open", name(entry), status.state);
    let help = format!(
        "set `met = true` with `evidence`, take the record back to `{}`, or let the group change the criteria by a decision",
        facts.site.state_that(Kind::Sow, Means::UnderWay)
    );
    let finding = facts.at(entry, first.id.span(), message).at_level(level).help(help);
    let step = status.steps.last().map(|step| step.span);
    Some(finding.label(&entry.path, step, format!("`{}` since here", status.state)))
}

/// Whether a step that was taken asks for every criterion to be met: then the step itself is wrong.
fn is_asked_by_workflow(facts: &Facts, entry: &Entry) -> bool {
    let asks = |guard: &Guard| matches!(guard, Guard::AllMet { field } if field == "acceptance");
    let transitions = facts.site.judged_steps(entry).into_iter().filter_map(|step| step.transition);
    transitions.into_iter().any(|transition| transition.needs.iter().any(|need| asks(&need.guard)))
}
