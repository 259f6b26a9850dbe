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
    let next = barred(facts, pair, event);
    let barred = next.as_ref().map_or_else(String::new, |next| {
        format!("; the workflow does not allow the one to `{}` on {} after it", next.to, next.date)
    });
    let message = format!(
        "the new event of {} to `{}` is dated {date}, before the one to `{}` on {day} that was there already{barred}",
        name(pair.after),
        event.to.text(),
        latest.to.text()
    );
    let help = "write as `date` the day on which it is added, and say in `note` when it happened";
    let finding = facts.at(pair.after, event.date.span(), message).help(help);
    let finding = finding.label(&pair.after.path, latest.date.span(), "this was on record before");
    let next = next.filter(|next| !std::ptr::eq(next.event, latest));
    let span = next.and_then(|next| next.event.to.span());
    let finding = finding.label(&pair.after.path, span, "this step was on record, and cannot follow it");
    Some(concerning_event(pair, event, finding))
}

/// The step right after `event` that was on record and cannot be taken from where `event` leads; `None` where it can.
fn barred<'a>(facts: &Facts<'a>, pair: &Pair<'a>, event: &At<Event>) -> Option<JudgedStep<'a>> {
    let workflow = facts.site.workflow_of(pair.after)?;
    let is_after = |step: &JudgedStep| step.before.is_some_and(|before| std::ptr::eq(before, event));
    let is_old = |step: &JudgedStep| !pair.steps.added.iter().any(|it| std::ptr::eq(*it, step.event));
    let mut steps = facts.judged_steps(pair.after).into_iter();
    steps.find(|step| is_after(step) && is_old(step) && !step.is_legal(workflow))
}
