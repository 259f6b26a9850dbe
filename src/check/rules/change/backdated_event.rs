//! New events that are dated before events that were on record already.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.pairs().iter().flat_map(|pair| of_pair(facts, pair)).collect()
}

fn of_pair(facts: &Facts, pair: &Pair) -> Vec<Diagnostic> {
    let backdated = pair.steps.backdated.iter();
    backdated
        .filter_map(|it| {
            let (event, latest) = (it.step, it.latest);
            let (date, day) = (event.date.get()?, latest.date.get()?);
            let message = format!(
                "the new event of {} to `{}` is dated {date}, before the one to `{}` on {day} that was there already",
                name(pair.after),
                event.to.text(),
                latest.to.text()
            );
            let finding = facts
                .at(pair.after, event.date.span(), message)
                .help("date it with the day on which it is added, and say in `note` when it happened");
            Some(finding.label(&pair.after.path, latest.date.span(), "this was on record before"))
        })
        .collect()
}
