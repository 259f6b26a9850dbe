//! Decisions on the authority of a duty, or of the lead, by somebody who did not have it on the day.

use crate::check::prelude::*;
use crate::document::decision::VoteValue;
use crate::site::{Voter, is_same};

/// By these a group says who has which duty.
const OF_DUTIES: [&str; 5] = ["duty", "duty.area", "duty.holders", "duty.from", "duty.until"];

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let group = facts.site.target(entry, "group");
    let group = group.filter(|it| !it.is_unreadable_at(&OF_DUTIES) && !facts.site.has_unclear_roles(it));
    let (Some(group), Some(decided), Some(_)) = (group, decision.decided.get(), decision.settled()) else {
        return Vec::new();
    };
    let area = decision.by_duty.get();
    if let Some(finding) = area.and_then(|area| unclear(facts, entry, decision, group, area)) {
        return vec![finding];
    }
    let role = facts.site.asked_of(group).and_then(|asked| asked.final_say.as_deref());
    let role = role.filter(|_| facts.site.mode(entry) == Some(Mode::Lead));
    let leads = |voter: &Voter| {
        let leads = facts.site.final_say(group, voter.date.unwrap_or(*decided));
        facts.site.voter(voter).is_some_and(|person| person.is_one_of(&leads))
    };
    // Where the lead decides, the votes of the others say what they think.
    let role = role.filter(|_| !signers(entry).into_iter().any(leads));
    let of_voter = |voter: &Voter| {
        let (person, day) = (facts.site.voter(voter)?, voter.date.unwrap_or(*decided));
        match (area, role) {
            _ if leads(voter) => None,
            (Some(area), _) => without_duty(facts, entry, voter, group, area, person, day),
            (None, Some(role)) => Some(without_lead(facts, entry, voter, group, role, person, day)),
            (None, None) => None,
        }
    };
    signers(entry).into_iter().filter_map(of_voter).collect()
}

/// A duty that the group does not have, or by which nobody decided.
fn unclear(facts: &Facts, entry: &Entry, decision: &Decision, group: &Entry, area: &str) -> Option<Diagnostic> {
    let areas = areas(group);
    let decided = format!("{} was decided by the duty `{area}`", name(entry));
    let (message, help) = if !areas.iter().any(|known| is_same(known, area)) {
        let help = match areas.is_empty() {
            true => format!("add the `[[duty]]` table to `{}`", group.path),
            false => format!("write in `by_duty` one that it has: {}", quoted(areas, "or")),
        };
        (format!("{decided}, which {} does not have", name(group)), help)
    } else if signers(entry).is_empty() && !entry.is_unreadable_at(&["vote", "vote.person", "vote.value"]) {
        let help = "add `[[vote]]` with the `person`, `value = \"yes\"`, `date` and `link` of the sign-off";
        (format!("{decided}, and nobody is named who did"), help.to_owned())
    } else {
        return None;
    };
    Some(facts.at(entry, decision.by_duty.span(), message).help(help))
}

fn without_duty(
    facts: &Facts,
    entry: &Entry,
    voter: &Voter,
    group: &Entry,
    area: &str,
    person: &Entry,
    day: Date,
) -> Option<Diagnostic> {
    let has = |person: &&Entry| facts.site.has_duty(person, group, area, day);
    if has(&person) {
        return None;
    }
    let had = list(facts.site.of_kind(Kind::Person).filter(has).map(name), "and");
    let had = if had.is_empty() { "nobody" } else { &had };
    let (who, of) = (name(person), name(group));
    let message = format!("{who} decided by the duty `{area}` of {of} on {day} without having it; {had} had it");
    let help =
        format!("let somebody who has the duty sign it off, or correct the dates of the duty in `{}`", group.path);
    Some(facts.at(entry, voter.name_span, message).help(help))
}

/// What the lead decides alone is decided by who leads on that day.
fn without_lead(
    facts: &Facts,
    entry: &Entry,
    voter: &Voter,
    group: &Entry,
    role: &str,
    person: &Entry,
    day: Date,
) -> Diagnostic {
    let message = format!("{} decided as {role} of {} on {day}, and was not", name(person), name(group));
    let help = match list(facts.site.final_say(group, day).into_iter().map(name), "or") {
        nobody if nobody.is_empty() => format!("add the term of the {role} to `{}`", group.path),
        whom => format!("this is for {whom} to decide; or correct `mode` or the terms in `{}`", group.path),
    };
    let finding = facts.at(entry, voter.name_span, message).help(help);
    group.group().map_or(finding.clone(), |it| citing_group(facts, it, "final_say", finding))
}

/// Those who decided: a second vote of the same person adds nothing.
fn signers(entry: &Entry) -> Vec<&Voter> {
    let voters = entry.tally().map_or(&[][..], |tally| &tally.voters);
    let decides = |voter: &&Voter| voter.is_last_word() && matches!(voter.value, VoteValue::Yes | VoteValue::No);
    voters.iter().filter(decides).collect()
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
