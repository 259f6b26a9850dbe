//! People whose employer matters on a day, and is not on record.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::check::rules::terms::{asked_groups, current};
use crate::site::Standing;

/// Where it matters for whom somebody works.
struct Matter<'a> {
    person: &'a Entry,
    date: Date,
    /// `who votes in the decision DEC-0002`.
    what: String,
    at: &'a Entry,
    span: Span,
}

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut open: BTreeMap<usize, Vec<Matter>> = BTreeMap::new();
    for matter in seats(facts).into_iter().chain(votes(facts)).chain(approvals(facts)) {
        if facts.site.affiliations(matter.person, matter.date).next().is_none()
            && !is_unread(matter.person, "affiliation")
        {
            open.entry(matter.person.at).or_default().push(matter);
        }
    }
    open.into_values().filter_map(|matters| finding(facts, &matters)).collect()
}

fn finding(facts: &Facts, matters: &[Matter]) -> Option<Diagnostic> {
    let first = matters.first()?;
    let affiliation = &first.person.person()?.affiliation;
    // A gap that is stated is an answer.
    if affiliation.unknown().is_some() || affiliation.withheld().is_some() {
        return None;
    }
    let on = match affiliation {
        Field::Stated(_) => format!(" on {}", first.date),
        Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => String::new(),
    };
    let message = format!("nothing says for whom {}, {}, works{on}", name(first.person), first.what);
    let help = "add `[[affiliation]]` with `organization` and `from`; who works for nobody names an organization that \
        says so, such as `independent`";
    let span = affiliation.span().or_else(|| first.person.person()?.name.span());
    let finding = facts.at(first.person, span, message).help(help);
    Some(matters.iter().take(3).fold(finding, |finding, it| finding.label(&it.at.path, it.span, "it matters here")))
}

/// Members of groups in which employers are balanced.
fn seats<'a>(facts: &Facts<'a>) -> Vec<Matter<'a>> {
    let balanced = asked_groups(facts).filter(|(_, _, asked)| asked.max_affiliation_percent.is_some());
    let site = facts.site;
    balanced
        .flat_map(|(entry, group, _)| {
            let members = current(group, site.today).into_values();
            members.filter_map(move |term| {
                let person = site.find(term.person.get()?)?;
                let what = format!("who sits in {}", name(entry));
                Some(Matter { person, date: site.today, what, at: entry, span: term.person.span()? })
            })
        })
        .collect()
}

/// Votes in those groups.
fn votes<'a>(facts: &Facts<'a>) -> Vec<Matter<'a>> {
    let site = facts.site;
    let mut matters = Vec::new();
    for entry in site.of_kind(Kind::Decision) {
        let Some(decision) = entry.decision() else { continue };
        let group = decision.group.get().and_then(|group| site.find(group)).and_then(|group| group.group());
        let asked = group.and_then(|group| site.profile.group(group.r#type.get()?.as_str()));
        if asked.is_none_or(|asked| asked.max_affiliation_percent.is_none()) {
            continue;
        }
        matters.extend(decision.vote.items().iter().filter_map(|vote| {
            let person = site.find(vote.person.get()?)?;
            let date = *vote.date.get().or_else(|| decision.decided.get())?;
            let what = format!("who voted in {}", name(entry));
            Some(Matter { person, date, what, at: entry, span: vote.person.span()? })
        }));
    }
    matters
}

/// Approvals that count where several affiliations are asked for.
fn approvals<'a>(facts: &Facts<'a>) -> Vec<Matter<'a>> {
    let site = facts.site;
    let mut matters = Vec::new();
    for entry in site.of_kind(Kind::Proposal) {
        let Some(round) = site.approval_round(entry).filter(|round| round.asked.affiliations.is_some()) else {
            continue;
        };
        let counted = round.approvers.iter().filter(|approver| approver.standing == Standing::Counts);
        matters.extend(counted.filter_map(|approver| {
            let what = format!("who approved {}", name(entry));
            Some(Matter { person: approver.person?, date: approver.date?, what, at: entry, span: approver.person_span })
        }));
    }
    matters
}
