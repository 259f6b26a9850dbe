//! Duties that somebody should have and nobody has, the last word included.

use crate::check::prelude::*;
use crate::site::{DutyToday, GroupDuties};

pub(crate) const FIND: Find = each!(duties, find);

fn find(facts: &Facts, group: &GroupDuties) -> Vec<Diagnostic> {
    // A duty that does not say which one it is may be any.
    let has_nameless = group.group.group().is_some_and(|page| page.duty.items().iter().any(|it| it.area.is_missing()));
    if has_nameless || group.group.is_unreadable("duty.area") {
        return without_lead(facts, group).into_iter().collect();
    }
    let asked = group.duties.iter().filter(|duty| duty.rule.is_some() && duty.is_vacant());
    asked.map(|duty| vacant(facts, group.group, duty)).chain(without_lead(facts, group)).collect()
}

fn vacant(facts: &Facts, group: &Entry, duty: &DutyToday) -> Diagnostic {
    let duty_of = duty_name(duty, group);
    if let Some(gap) = stated_gap(group, duty) {
        let message = format!("nobody is known to have {duty_of}{}", unknown_because(gap));
        let finding = facts.at(group, gap.span, message).about(duty.area).help(help_on(duty)).at_level(Level::Warning);
        return citing_group_for(facts, group, "duty-vacant", "duties", finding);
    }
    let message = match duty.written.and_then(|it| it.holders.unknown()) {
        Some(gap) => format!("nobody is known to have {duty_of}{}", unknown_because(gap)),
        None => format!("nobody has {duty_of}"),
    };
    let help = help_on(duty);
    let finding = facts.at(group, duty.span().or(name_span(group)), message).about(duty.area).help(help);
    citing_group_for(facts, group, "duty-vacant", "duties", finding)
}

/// What to do about a vacant duty.
fn help_on(duty: &DutyToday) -> String {
    match duty.written {
        Some(_) => "name who has it in `holders`, or say in `not_applicable` why the group needs nobody".to_owned(),
        None => format!(
            "add a `[[duty]]` table with `area = \"{}\"` and `holders`, or `not_applicable` with the reason why the \
            group needs nobody",
            duty.area
        ),
    }
}

/// Where the group's page says that its duties are not known, or nothing of them and that its members are not.
fn stated_gap<'a>(group: &'a Entry, duty: &DutyToday) -> Option<&'a Unknown> {
    let page = group.group().filter(|_| duty.written.is_none())?;
    let of_members = || page.member.unknown().filter(|_| page.duty.is_missing());
    page.duty.unknown().or_else(of_members)
}

/// The role that settles what is left open is a duty as well. Where the profile asks how many people have it, another rule
/// counts them.
fn without_lead(facts: &Facts, group: &GroupDuties) -> Option<Diagnostic> {
    let role = group.asked.final_say.as_deref()?;
    let is_counted = group.asked.role(role).is_some_and(|rule| rule.min.is_some());
    let is_stated_gap = group.group.group().is_some_and(|page| page.member.unknown().is_some());
    let is_unclear = facts.site.has_unclear_roles(group.group);
    if is_counted || is_stated_gap || is_unclear || !group.leads.is_empty() {
        return None;
    }
    let message = format!("{} has no {role} on record, so nobody has the final say", name(group.group));
    let help = format!("add a `[[member]]` table with `role = \"{role}\"` and the first day as `from`");
    let finding = facts.at(group.group, name_span(group.group), message).about(role).help(help);
    Some(citing_group_for(facts, group.group, "duty-vacant", "final_say", finding))
}

/// Where the page speaks of the group as a whole.
fn name_span(group: &Entry) -> Option<Span> {
    group.group()?.name.span()
}
