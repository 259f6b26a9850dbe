//! Steps taken by somebody who may not take them.

use crate::check::prelude::*;
use crate::site::Acting;
use crate::workflow::{By, Party};

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let steps = facts.site.judged_steps(entry).into_iter();
    steps.filter_map(|step| refused(facts, entry, &step)).collect()
}

fn refused(facts: &Facts, entry: &Entry, step: &JudgedStep) -> Option<Diagnostic> {
    let transition = step.transition?;
    let by = step.event.by.get()?;
    let actor = facts.site.find(by)?;
    let is_refused = facts.site.may_act(&transition.by, entry, actor, step.date) == Acting::Refused;
    if !is_refused || has_empty_chair(facts, entry, step) {
        return None;
    }
    let parties = transition.by.title();
    let message = format!("{} took the step to `{}` on {}, which is for {parties}", name(actor), step.to, step.date);
    let help = match actor.kind() {
        Kind::Person => {
            "write in `by` who took it; members count from the day on which the page of their group lists them"
                .to_owned()
        }
        _ => format!("write in `by` who took it: {parties}"),
    };
    let finding = facts.at(entry, step.event.by.span(), message).help(help);
    let finding = finding.concerning(&entry.path, step_key(step.at));
    Some(finding.cited(transition.clause.as_ref()))
}

/// Whether the step is also open to a body or a role behind which the site knows nobody: it may have been them.
fn has_empty_chair(facts: &Facts, entry: &Entry, step: &JudgedStep) -> bool {
    let Some(By::Parties(parties)) = step.transition.map(|transition| &transition.by) else { return false };
    let is_empty = |party: &Party| match party {
        Party::Body(_) | Party::Role { .. } => facts.site.party(party, entry, step.date).is_empty(),
        Party::Field(_) => false,
    };
    parties.iter().any(is_empty)
}
