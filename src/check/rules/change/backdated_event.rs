//! New events that are dated before events that were on record already.

use crate::change::Backdated;
use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, _: &Change, pair: &Pair) -> Vec<Diagnostic> {
    pair.steps.backdated.iter().filter_map(|it| finding(facts, pair, it)).collect()
}

fn finding(facts: &Facts, pair: &Pair, backdated: &Backdated) -> Option<Diagnostic> {
    let (event, latest) = (backdated.step, backdated.latest);
    let (date, day) = (event.date.get()?, latest.date.get()?);
    let message = format!(
        "the new event of {} to `{}` is dated {date}, before the one to `{}` on {day} that was there already",
        name(pair.after),
        event.to.text(),
        latest.to.text()
    );
    let help = "write as `date` the day on which it is added, and say in `note` when it happened";
    let finding = facts.at(pair.after, event.date.span(), message).help(help);
    let finding = finding.label(&pair.after.path, latest.date.span(), "this was on record before");
    Some(concerning_event(pair, event, finding))
}
