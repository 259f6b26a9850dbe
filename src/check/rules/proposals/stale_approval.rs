//! Approvals of a text that has changed since, where they are missed.

use crate::check::prelude::*;
use crate::check::rules::approvals::{of_standing, who};
use crate::site::{Approver, Round, Standing};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let stale = of_standing(facts, Standing::Stale);
    stale.iter().filter_map(|(entry, round, approver)| finding(facts, entry, round, approver)).collect()
}

fn finding(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver) -> Option<Diagnostic> {
    let date = approver.date?;
    let is_same = |other: &&Approver| other.person.map(|it| it.at) == approver.person.map(|it| it.at);
    let approved_again =
        round.approvers.iter().filter(is_same).any(|other| matches!(other.standing, Standing::Counts | Standing::Late));
    // An old approval beside enough new ones is history; where the matter ended otherwise, nobody waits for it.
    let is_missed = !round.is_enough() && (round.event.is_some() || !facts.site.is_over(entry));
    if approved_again || !is_missed {
        return None;
    }
    let who = who(approver);
    let Some((_, entered)) = round.entered else {
        let from = quoted(round.transition.from.iter().map(String::as_str), "or");
        let message = format!("{who} approved on {date}, before this came to {from}, so the approval does not count");
        let help =
            format!("add the event `to = {}` with its day, or ask again when it is there", from.replace('`', "\""));
        return Some(facts.at(entry, approver.person_span, message).help(help));
    };
    let message = format!(
        "{who} approved on {date}, before the text was put for approval on {entered}, so the approval does not count"
    );
    let help = "ask whether they approve the text as it is now, and add that approval with its day and link";
    let finding = facts.at(entry, approver.person_span, message).help(help);
    let events = entry.events().iter();
    let last = events.rev().find(|event| event.date.get() == Some(&entered)).and_then(|event| event.date.span());
    Some(finding.label(&entry.path, last, "the text as it is now is from here"))
}
