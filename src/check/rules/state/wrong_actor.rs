//! Steps taken by somebody who may not take them.

use crate::check::prelude::*;
use crate::document::shared::Correction;
use crate::site::Acting;
use crate::workflow::{By, Party, Transition};

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let steps = facts.judged_steps(entry).into_iter();
    let corrections = entry.common.correction.items().iter();
    let corrected = corrections.filter_map(|it| corrected_by_other(facts, entry, it));
    steps.filter_map(|step| refused(facts, entry, &step)).chain(corrected).collect()
}

/// Keys by which a record names people whose text it is as well.
const AUTHORS: [&str; 4] = ["owner", "host", "proposer", "secretary"];

/// What was wrong in a text is put right by those whose text it is: a member of the body, or whom the record names for it.
fn corrected_by_other(facts: &Facts, entry: &Entry, correction: &Correction) -> Option<Diagnostic> {
    let site = facts.site;
    let (date, actor) = (*correction.date.get()?, site.find(correction.by.get()?)?);
    let bodies = bodies_behind(site, entry);
    let is_unclear = bodies.is_empty() || bodies.iter().any(|it| site.has_no_roster(it) || site.has_unclear_roster(it));
    let speaks_for =
        |body: &&Entry| body.at == actor.at || (actor.kind() == Kind::Person && site.is_member(actor, body, date));
    let is_author = AUTHORS.iter().any(|key| site.targets(entry, key).any(|author| author.at == actor.at));
    if is_unclear || is_author || entry.at == actor.at || bodies.iter().any(speaks_for) {
        return None;
    }
    let names = list(bodies.iter().map(|body| name(body)), "or");
    let message = format!("{} corrected {} on {date}, and is no member of {names}", name(actor), name(entry));
    let help = format!("let a member of {names} look at it, and write in `by` who that was");
    Some(facts.at(entry, correction.by.span(), message).about("correction").help(help))
}

/// The bodies whose text `entry` is: its group, else that of the site; of a contract also who signed it and who decided on it.
fn bodies_behind<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a Entry> {
    if entry.kind() == Kind::Group {
        return std::iter::once(entry).chain(site.target(entry, "parent")).collect();
    }
    let own = site.target(entry, "group").or_else(|| site.own_group());
    let decided = site.targets(entry, "contract.decision").filter_map(|decision| site.target(decision, "group"));
    let signed = site.targets(entry, "contract.signed_by");
    own.into_iter().chain(decided).chain(signed).filter(|it| it.kind() == Kind::Group).collect()
}

fn refused(facts: &Facts, entry: &Entry, step: &JudgedStep) -> Option<Diagnostic> {
    let transition = step.transition?;
    let by = step.event.by.get()?;
    let actor = facts.site.find(by)?;
    match facts.site.may_act(&transition.by, entry, actor, step.date) {
        Acting::Refused => {}
        Acting::Allowed => {
            return named_by_change(facts, entry, step, actor)
                .or_else(|| after_its_contract(facts, entry, step, actor));
        }
        Acting::Unknown => return None,
    }
    if actor.kind() == Kind::Group && is_of_unknown_group(facts, entry, &transition.by) {
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

/// Whether one of the parties is the group of `entry`, and nobody says which that is: any group may be it.
fn is_of_unknown_group(facts: &Facts, entry: &Entry, by: &By) -> bool {
    let By::Parties(parties) = by else { return false };
    parties.iter().any(|party| match party {
        Party::Body(body) => body.of_record && body.group_type.is_none() && facts.site.body(body, entry).is_none(),
        Party::Field(_) | Party::Role { .. } => false,
    })
}

/// The first step of a change by somebody whom only that change names for it, in place of others or beside them.
fn named_by_change(facts: &Facts, entry: &Entry, step: &JudgedStep, actor: &Entry) -> Option<Diagnostic> {
    let By::Parties(parties) = &step.transition?.by else { return None };
    let pair = facts.pair(entry)?;
    // Who takes work over says so by a step that leaves it where it is.
    let moves = step.from != Some(step.to);
    let is_first = moves && pair.steps.added.first().is_some_and(|event| std::ptr::eq(*event, step.event));
    let change = facts.change().filter(|_| is_first)?;
    let acts_as = |site: &Site, entry: &Entry, actor: &Entry, party: &Party| {
        site.may_act(&By::Parties(vec![party.clone()]), entry, actor, step.date) == Acting::Allowed
    };
    let was_able = |party: &Party| change.before(actor).is_some_and(|it| acts_as(change.base, pair.before, it, party));
    let is_named_now = |party: &Party| match party {
        Party::Field(field) => change.base.targets(pair.before, field).next().is_some() && !was_able(party),
        Party::Body(_) | Party::Role { .. } => false,
    };
    let mut able = parties.iter().filter(|party| acts_as(facts.site, entry, actor, party)).peekable();
    let Some(Party::Field(field)) = able.peek().copied() else { return None };
    if !able.all(is_named_now) {
        return None;
    }
    let message = format!(
        "{} took the step to `{}` on {}, and only this change names them in `{field}`",
        name(actor),
        step.to,
        step.date
    );
    let help =
        format!("let whom `{field}` named before take the step, or propose another `{field}` in a change of its own");
    let finding = facts.at(entry, step.event.by.span(), message).help(help);
    Some(finding.concerning(&entry.path, step_key(step.at)))
}

/// A step that `actor` takes for a contractor all of whose contracts over the work had ended by then. Where somebody else could
/// take it too, it is theirs.
fn after_its_contract(facts: &Facts, entry: &Entry, step: &JudgedStep, actor: &Entry) -> Option<Diagnostic> {
    let (site, transition) = (facts.site, step.transition?);
    let By::Parties(parties) = &transition.by else { return None };
    let acts_as = |party: &&Party| {
        let alone = By::Parties(vec![(*party).clone()]);
        site.may_act(&alone, entry, actor, step.date) == Acting::Allowed
    };
    let contractor = site.target(entry, "contract").filter(|it| it.kind() == Kind::Contractor)?;
    let names_contractor = |party: &&Party| matches!(party, Party::Field(field) if *field == "contract");
    if !parties.iter().filter(acts_as).all(|party| names_contractor(&party)) || !contractor_is_readable(contractor) {
        return None;
    }
    let over = site.contracts_over(entry).filter(|(whose, _)| whose.at == contractor.at);
    let ends: Option<Vec<(Date, &At<Contract>)>> = over.map(|(_, it)| Some((it.last_day()?, it))).collect();
    let (ended, contract) = ends?.into_iter().max_by_key(|(day, _)| *day).filter(|(day, _)| *day < step.date)?;
    let message = format!(
        "{} took the step to `{}` on {}, and its contract `{}` over this work ended on {ended}",
        name(actor),
        step.to,
        step.date,
        contract.id.text()
    );
    let help = format!(
        "write the day on which it was handed over; where the contract went on, say so in `{}`",
        contractor.path
    );
    let finding = facts.at(entry, step.event.by.span(), message).help(help);
    let finding = finding.label(&contractor.path, contract.last_day_span(), "the last day of the contract");
    Some(finding.concerning(&entry.path, step_key(step.at)).cited(transition.clause.as_ref()))
}

/// Whether all contracts of the contractor, and what they cover, could be read and are known.
fn contractor_is_readable(contractor: &Entry) -> bool {
    let contracts = contractor.contractor().map(|it| &it.contract);
    let is_known = |it: &At<Contract>| it.sows.get().is_some_and(|sows| sows.unreadable.is_empty());
    contracts.is_some_and(|it| it.get().is_some() && it.is_complete() && it.items().iter().all(is_known))
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
