//! Requests and pledges that rest on a plan under which nothing is left to do.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let rests_on_plan = matches!(entry.kind(), Kind::Proposal | Kind::Pledge) && facts.site.is_open_matter(entry);
    let entry_of_plan = facts.site.target(entry, "plan").filter(|_| rests_on_plan)?;
    let (plan, today) = (entry_of_plan.roadmap()?, facts.site.today);
    let ended = plan.to.get().filter(|to| **to < today);
    let (why, help) = match (ended, plan.progress()) {
        (Some(to), _) => (
            format!("which ended on {to}, {} ago", days(days_between(*to, today))),
            "name the plan of today in `plan`, or add the event that ends the matter",
        ),
        (None, _) if !plan.goal.is_complete() => return None,
        (None, None) => ("which has no goals".to_owned(), "add a `[[goal]]` to the plan for what is asked for"),
        (None, Some(progress)) if progress.done < progress.total => return None,
        (None, Some(progress)) => (
            format!("which has nothing left to do: {}", progress.said()),
            "add the event that ends the matter, or a `[[goal]]` to the plan for what is still asked for",
        ),
    };
    let message = format!("{} rests on the plan {}, {why}", name(entry), name(entry_of_plan));
    Some(facts.at(entry, key_span(entry, "plan"), message).help(help))
}
