//! Decisions on the authority of a duty, or of the lead, by somebody who did not have it on the day.

use crate::check::prelude::*;
use crate::document::decision::VoteValue;
use crate::site::{Voter, is_same};

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let group = decision.group.get().and_then(|group| facts.site.find(group));
    let group = group.filter(|group| !group.is_unreadable("duty") && !group.is_unreadable("member"));
    let (Some(group), Some(decided)) = (group, decision.decided.get()) else { return Vec::new() };
    if !matches!(decision.outcome.get(), Some(Outcome::Accepted | Outcome::Rejected)) {
        return Vec::new();
    }
    match decision.by_duty.get() {
        Some(area) => by_duty(facts, entry, decision, group, area, *decided),
        None => by_lead(facts, entry, group, *decided),
    }
}

fn by_duty(
    facts: &Facts,
    entry: &Entry,
    decision: &Decision,
    group: &Entry,
    area: &str,
    decided: Date,
) -> Vec<Diagnostic> {
    let areas = areas(group);
    let span = decision.by_duty.span();
    if !areas.iter().any(|known| is_same(known, area)) {
        let message = format!("{} was decided by the duty `{area}`, which {} does not have", name(entry), name(group));
        let help = match areas.is_empty() {
            true => format!("add the `[[duty]]` table to `{}`", group.path),
            false => format!("its duties are {}", quoted(areas, "and")),
        };
        return vec![facts.at(entry, span, message).help(help)];
    }
    let signers = signers(facts, entry);
    if signers.is_empty() && !entry.is_unreadable("vote") {
        let message = format!("{} was decided by the duty `{area}`, and nobody is named who did", name(entry));
        let help = "add `[[vote]]` with the `person`, `value = \"yes\"`, `date` and `link` of the sign-off";
        return vec![facts.at(entry, span, message).help(help)];
    }
    let may =
        |person: &Entry, day: Date| facts.site.has_duty(person, group, area, day) || leads(facts, group, person, day);
    let had_it = |day: Date| {
        let had = facts.site.of_kind(Kind::Person).filter(|person| facts.site.has_duty(person, group, area, day));
        match list(had.map(name), "and") {
            none if none.is_empty() => "nobody had it".to_owned(),
            some => format!("{some} had it"),
        }
    };
    let refused = signers.iter().filter_map(|voter| {
        let (person, day) = (facts.site.voter(voter)?, voter.date.unwrap_or(decided));
        (!may(person, day)).then(|| {
            let message = format!(
                "{} decided by the duty `{area}` of {} on {day} without having it; {}",
                name(person),
                name(group),
                had_it(day)
            );
            let help = format!(
                "let somebody who has the duty sign it off, or correct the dates of the duty in `{}`",
                group.path
            );
            facts.at(entry, voter.name_span, message).help(help)
        })
    });
    refused.collect()
}

/// What the lead decides alone is decided by who leads on that day.
fn by_lead(facts: &Facts, entry: &Entry, group: &Entry, decided: Date) -> Vec<Diagnostic> {
    let is_lead = facts.site.tally(entry).and_then(|tally| tally.mode) == Some(Mode::Lead);
    let role = facts.site.asked_of(group).and_then(|asked| asked.final_say.as_deref());
    let (true, Some(role)) = (is_lead, role) else { return Vec::new() };
    let refused = signers(facts, entry).into_iter().filter_map(|voter| {
        let (person, day) = (facts.site.voter(voter)?, voter.date.unwrap_or(decided));
        (!leads(facts, group, person, day)).then(|| {
            let message = format!("{} decided as {role} of {} on {day}, and was not", name(person), name(group));
            let whom = list(facts.site.final_say(group, day).into_iter().map(name), "or");
            let help = match whom.is_empty() {
                true => format!("add the term of the {role} to `{}`", group.path),
                false => format!("this is for {whom} to decide; or correct `mode` or the terms in `{}`", group.path),
            };
            let key = asked_of(facts.site, group).map_or_else(String::new, |(key, _)| format!("{key}.final_say"));
            citing(facts, &key, facts.at(entry, voter.name_span, message).help(help))
        })
    });
    refused.collect()
}

/// Those who decided: a second vote of the same person adds nothing.
fn signers<'a>(facts: &Facts<'a>, entry: &Entry) -> Vec<&'a Voter> {
    let voters = facts.site.tally(entry).map_or(&[][..], |tally| &tally.voters);
    let decides = |voter: &&Voter| !voter.is_repeated && matches!(voter.value, VoteValue::Yes | VoteValue::No);
    voters.iter().filter(decides).collect()
}

fn leads(facts: &Facts, group: &Entry, person: &Entry, day: Date) -> bool {
    person.is_one_of(&facts.site.final_say(group, day))
}

/// The areas of the group's duties, past ones included, each once.
fn areas(group: &Entry) -> Vec<&str> {
    let mut areas: Vec<&str> = Vec::new();
    for duty in group.group().map_or(&[][..], |it| it.duty.items()) {
        if !areas.iter().any(|known| is_same(known, duty.area.text())) {
            areas.push(duty.area.text());
        }
    }
    areas
}
