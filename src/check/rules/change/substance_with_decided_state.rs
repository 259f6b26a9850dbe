//! Records whose content changes together with the decision on it.

use crate::check::prelude::*;
use crate::workflow::{Evidence, Guard};

use super::approvals_older_than_text::{agreed_before, altered};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.pairs().iter().filter_map(|pair| of_pair(facts, pair)).collect()
}

fn of_pair(facts: &Facts, pair: &Pair) -> Option<Diagnostic> {
    let entered = entered(facts, pair)?;
    if !agreed_before(facts, pair).is_empty() && facts.is_told("approvals-older-than-text", &pair.after.path) {
        return None;
    }
    let (what, span) = altered(pair, pair.substance(entered.fields)?);
    let message = format!(
        "{} becomes `{}`, and {what} changes with it: what was decided on is not what stands there",
        name(pair.after),
        entered.state
    );
    let finding = facts
        .at(pair.after, span.or(entered.span), message)
        .help("propose the content first and the step in a change of its own, or the other way round");
    Some(finding.label(&pair.after.path, entered.span.filter(|_| span.is_some()), "the step"))
}

/// A state that somebody decided on.
struct Entered<'a> {
    state: &'a str,
    span: Option<Span>,
    /// The fields that the step fills in.
    fields: Vec<&'a str>,
}

fn entered<'a>(facts: &Facts<'a>, pair: &Pair<'a>) -> Option<Entered<'a>> {
    if let (Some(before), Some(after)) = (pair.before.decision(), pair.after.decision()) {
        let outcome = after.outcome.get().filter(|_| before.outcome.get().is_none())?;
        return Some(Entered { state: outcome.as_str(), span: after.outcome.span(), fields: Vec::new() });
    }
    let added = &pair.steps.added;
    let workflow = facts.site.profile.kind(pair.after.kind())?;
    let steps = taken(facts.site, pair.after).into_iter();
    let mut steps = steps.filter(|step| added.iter().any(|event| std::ptr::eq(*event, step.event)));
    steps.find_map(|step| {
        let needs: &[Evidence] = step.transition.map_or(&[], |transition| &transition.needs);
        let state = workflow.state(step.to)?;
        if state.phase != Phase::Done && !needs.iter().any(|need| asks_for_agreement(&need.guard)) {
            return None;
        }
        let mut fields: Vec<&str> = state.fields.iter().map(String::as_str).collect();
        needs.iter().for_each(|need| gather_fields(&need.guard, &mut fields));
        Some(Entered { state: &state.name, span: step.event.to.span(), fields })
    })
}

fn asks_for_agreement(guard: &Guard) -> bool {
    match guard {
        Guard::Decision { .. } | Guard::Approvals { .. } => true,
        Guard::Unless { needs, .. } | Guard::Any { needs } => needs.iter().any(|need| asks_for_agreement(&need.guard)),
        Guard::Section { .. }
        | Guard::Field { .. }
        | Guard::Link { .. }
        | Guard::Elapsed { .. }
        | Guard::Count { .. }
        | Guard::AllMet { .. }
        | Guard::Before { .. }
        | Guard::State { .. } => false,
    }
}
