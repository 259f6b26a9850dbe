//! Requests and pledges that rest on a plan under which nothing is left to do.

use crate::check::prelude::*;
use crate::fields::look;

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let rests_on_plan = matches!(entry.kind(), Kind::Proposal | Kind::Pledge) && facts.site.is_open_matter(entry);
    rests_on_plan.then_some(())?;
    let plan = facts.site.target(entry, "plan")?;
    let (why, help) = flaw(facts, plan.roadmap()?)?;
    let message = format!("{} rests on the plan {}, {why}", name(entry), name(plan));
    let span = look::field(entry.record.as_value(), "plan").and_then(|plan| plan.span());
    Some(facts.at(entry, span, message).help(help))
}

/// Why nobody can act on the plan, and what to type; `None` when somebody can.
fn flaw(facts: &Facts, plan: &Roadmap) -> Option<(String, &'static str)> {
    let today = facts.site.today;
    if let Some(to) = plan.to.get().filter(|to| **to < today) {
        let why = format!("which ended on {to}, {} ago", days(days_between(*to, today)));
        return Some((why, "name the plan of today in `plan`, or add the event that ends the matter"));
    }
    match plan.progress() {
        None if !plan.goal.is_complete() => None,
        None => Some(("which has no goals".to_owned(), "add a `[[goal]]` to the plan for what is asked for")),
        Some(progress) if progress.done == progress.total && plan.goal.is_complete() => Some((
            format!("which has nothing left to do: {}", progress.said()),
            "add the event that ends the matter, or a `[[goal]]` to the plan for what is still asked for",
        )),
        Some(_) => None,
    }
}
