//! Steps taken by somebody who may not take them.

use crate::check::prelude::*;
use crate::site::Acting;
use crate::workflow::{By, Party, Transition};

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
    if !is_refused {
        return None;
    }
    let parties = transition.by.title();
    let message = format!("{} took the step to `{}` on {}, which is for {parties}", name(actor), step.to, step.date);
    let help = match unlisted(facts, entry, transition) {
        Some(body) if actor.kind() == Kind::Person => format!(
            "write `by = \"{}\"` where it acted; `{}` lists no members, so nobody else is known to speak for it: add them, \
             or `external = true` where it keeps its own record",
            body.id.key, body.path
        ),
        _ => help_for(actor, &parties),
    };
    let finding = facts.at(entry, step.event.by.span(), message).help(help);
    let finding = finding.concerning(&entry.path, step_key(step.at));
    Some(finding.cited(transition.clause.as_ref()))
}

fn help_for(actor: &Entry, parties: &str) -> String {
    if actor.kind() == Kind::Person {
        "write in `by` who took it; members count from the day on which the page of their group lists them".to_owned()
    } else {
        format!("write in `by` who took it: {parties}")
    }
}

/// The first body that could take the step and lists no members.
fn unlisted<'a>(facts: &Facts<'a>, entry: &'a Entry, transition: &Transition) -> Option<&'a Entry> {
    let By::Parties(parties) = &transition.by else { return None };
    parties.iter().find_map(|party| match party {
        Party::Body(body) => facts.site.body(body, entry).filter(|group| facts.site.has_no_roster(group)),
        Party::Role { .. } | Party::Field(_) => None,
    })
}
