//! Steps without the evidence that the rules of their day ask for.

use crate::check::Facts;
use crate::check::rules::changed::{has_lost_decision, has_shorter_window, has_touched_ballot};
use crate::check::rules::history::{Taken, has_dead_reference, is_unread, judged};
use crate::check::rules::inventory::unknown_because;
use crate::check::rules::phrase::{days, list, name};
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::{Missing, Unknown};
use crate::id::Kind;
use crate::site::{Entry, Lack, Site};
use crate::text::days_between;
use crate::workflow::{Guard, Need};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let steps =
        facts.site.entries.iter().flat_map(|entry| judged(facts, entry).into_iter().map(move |step| (entry, step)));
    steps.flat_map(|(entry, step)| of_step(facts, entry, &step)).collect()
}

fn of_step(facts: &Facts, entry: &Entry, step: &Taken) -> Vec<Diagnostic> {
    let Some(transition) = step.transition else { return Vec::new() };
    transition
        .needs
        .iter()
        .filter(|need| !is_told_already(facts, entry, step, need))
        .filter_map(|need| facts.site.lack(entry, Some(step.event), need, step.date))
        .map(|lack| {
            let finding = finding(facts, entry, step, &lack);
            match lack.need.clause.as_ref().or(transition.clause.as_ref()) {
                Some(clause) => finding.clause(clause),
                None => finding,
            }
        })
        .collect()
}

fn finding(facts: &Facts, entry: &Entry, step: &Taken, lack: &Lack) -> Diagnostic {
    let (record, to, date, wants) = (name(entry), step.to, step.date, lack.need.wants());
    if let Some(gap) = stated_gap(entry, lack) {
        let message = format!("{record} became `{to}` on {date} without {wants}{}", unknown_because(gap));
        return facts
            .at(entry, gap.span, message)
            .at_level(Level::Warning)
            .help("fill it in as soon as somebody knows");
    }
    let message = match lack.earliest {
        Some(earliest) => {
            let early = days(days_between(date, earliest));
            format!("{record} became `{to}` on {date}, {early} too early: it has to wait for {wants}")
        }
        None => format!("{record} became `{to}` on {date} without {wants}"),
    };
    let finding = facts.at(entry, step.event.to.span(), message).help(lack.need.guard.instruction());
    match lack.span {
        Some(span) => finding.label(&entry.path, span, said(facts.site, entry, step, lack)),
        None => finding,
    }
}

/// What stands where the evidence should be: for a decision, why it does not carry the step.
fn said(site: &Site, entry: &Entry, step: &Taken, lack: &Lack) -> String {
    let named = step.event.decision.get().filter(|_| step.event.decision.span() == lack.span);
    match named.and_then(|decision| site.find(decision)) {
        None => "this is what the record says".to_owned(),
        Some(decision) if !site.bears_on(decision, entry) => {
            let about = list(site.targets(decision, "about").map(name), "and");
            format!("{} is about {about}, which has nothing to do with {}", name(decision), name(entry))
        }
        Some(decision) => {
            let day = decision.decision().and_then(|it| it.decided.get());
            let from = step.before.and_then(|(state, before)| Some((state, *before.date.get()?)));
            match (day, from) {
                (Some(day), Some((state, since))) if *day < since => {
                    format!("{} is of {day}, before {} became `{state}` on {since}", name(decision), name(entry))
                }
                _ => "this is what the record says".to_owned(),
            }
        }
    }
}

/// The author's own word that nobody knows what is lacking.
fn stated_gap<'a>(entry: &'a Entry, lack: &Lack) -> Option<&'a Unknown> {
    entry.gaps.iter().find_map(|gap| match &gap.what {
        Missing::Unknown(unknown) if Some(unknown.span) == lack.span => Some(unknown),
        Missing::Unknown(_) | Missing::Withheld(_) => None,
    })
}

/// Whether another finding already speaks of what `need` looks at: a value that cannot be read, a reference that leads
/// nowhere, a decision whose own record is broken.
fn is_told_already(facts: &Facts, entry: &Entry, step: &Taken, need: &Need) -> bool {
    let site = facts.site;
    // That the change took out the days to comment is told as such.
    let is_taken_out = |path: &str| path.split('.').next() == Some("comment") && has_shorter_window(facts, entry);
    let unread = |path: &str| is_unread(entry, path) || is_taken_out(path);
    match &need.guard {
        Guard::Section { .. } => entry.outline.too_deep,
        Guard::Field { field, .. } | Guard::Link { field } | Guard::Count { field, .. } | Guard::AllMet { field } => {
            unread(field)
        }
        Guard::Elapsed { from, .. } => unread(from),
        Guard::Before { first, then } => unread(first) || unread(then),
        Guard::Approvals { .. } => unread("approval") || has_dead_reference(site, entry, "approval.person"),
        Guard::State { of, .. } => {
            unread(of)
                || has_dead_reference(site, entry, of)
                || site.targets(entry, of).any(|target| is_blurred(site, target))
        }
        Guard::Decision { .. } => {
            let cited = step.event.decision.get();
            let named = cited.and_then(|decision| site.find(decision));
            let about = site.referring(entry, Kind::Decision, "about");
            let is_unclear = |decision: &Entry| {
                !decision.problems.is_empty()
                    || has_dead_reference(site, decision, "group")
                    || has_dead_reference(site, decision, "about")
                    || has_touched_ballot(facts, decision)
            };
            (cited.is_some() && named.is_none())
                || has_lost_decision(facts, entry)
                || named.into_iter().chain(about).any(is_unclear)
        }
        Guard::Unless { condition, needs } => {
            unread(&condition.field) || needs.iter().any(|inner| is_told_already(facts, entry, step, inner))
        }
    }
}

/// Whether the state of `entry` cannot be relied on, because its record or a step of it is broken.
fn is_blurred(site: &Site, entry: &Entry) -> bool {
    let is_unknown =
        |state: &str| site.profile.kind(entry.kind()).is_some_and(|workflow| workflow.state(state).is_none());
    !entry.problems.is_empty() || entry.events().iter().any(|event| event.to.get().is_none_or(|to| is_unknown(to)))
}
