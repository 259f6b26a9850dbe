//! What happened, in a sentence: for the home page, the history of a record and the feeds.

use crate::id::Kind;
use crate::page::words;
use crate::site::{Activity, Entry, Site, Step};
use crate::workflow::Means;

use super::part::{TallyView, called, closed};

/// `SOW-0001 Infrastructure administrator: board review`.
pub(crate) fn headline(entry: &Entry, activity: &Activity) -> String {
    words::headline(called(entry), &activity.what)
}

/// `The board decided: Macs for pre-merge testing was accepted, 5 yes, 1 no.`
pub(crate) fn sentence(site: &Site, entry: &Entry, activity: &Activity) -> String {
    let Some(step) = activity.step.and_then(|at| entry.status.as_ref()?.steps.get(at)) else {
        return words::record_was_published(&entry.title);
    };
    format!("{} {}", subject(entry), outcome(site, entry, step, &activity.what))
}

fn subject(entry: &Entry) -> String {
    if entry.kind() == Kind::Meeting { entry.title.clone() } else { words::quoted(&entry.title) }
}

/// What became of the record, after its title: `was accepted, 5 yes, 1 no.`
pub(crate) fn outcome(site: &Site, entry: &Entry, step: &Step, state: &str) -> String {
    let by = step.by.as_ref().map(|by| words::by_whom(name(site, by))).unwrap_or_default();
    let note = step
        .note
        .as_ref()
        .filter(|note| !note.contains("://"))
        .map(|note| format!(" {}", closed(note)))
        .unwrap_or_default();
    match (entry.kind(), step.means) {
        (Kind::Meeting, Some(Means::Done)) => {
            let present = entry
                .edges
                .iter()
                .filter(|edge| matches!(&edge.via, crate::site::Via::Key(key) if **key == *"present"));
            let people = present.map(|edge| edge.to).collect::<std::collections::BTreeSet<_>>().len();
            match people {
                0 => words::WAS_HELD.to_owned(),
                people => words::was_held_by(people),
            }
        }
        (Kind::Meeting, Some(Means::Withdrawn)) => words::was_cancelled(note),
        (Kind::Decision, Some(Means::Open)) => words::was_put_to(site.group_called(entry)),
        (Kind::Decision, Some(Means::Done)) => match step.link.as_ref().and_then(|link| site.named(link)) {
            Some(record) => words::was_carried_out_by(called(record)),
            None => words::WAS_CARRIED_OUT.to_owned(),
        },
        (Kind::Decision, Some(means @ (Means::Approved | Means::Refused | Means::Undecided))) => {
            let tally = site.tally(entry).filter(|tally| !tally.voters.is_empty());
            let votes = tally.map(|tally| format!(", {}", TallyView::of(tally).text)).unwrap_or_default();
            let later = entry.status.iter().flat_map(|status| &status.steps).find(|it| !it.is_dated);
            let carried_out = later.map_or("", |_| words::WAS_CARRIED_OUT_SOME_DAY);
            match means == Means::Undecided {
                true => words::found_no_consensus(votes, carried_out),
                false => words::was_decided(state, votes, carried_out),
            }
        }
        // States are mostly called by what was done: the proposal was submitted.
        _ if is_first(entry, step) && !state.ends_with("ed") => words::was_opened_as(state, by, note),
        _ if is_first(entry, step) => words::was_done(state, by, note),
        _ => words::moved_to(state, by, note),
    }
}

fn is_first(entry: &Entry, step: &Step) -> bool {
    entry.status.as_ref().and_then(|status| status.steps.first()).is_some_and(|first| std::ptr::eq(first, step))
}

fn name(site: &Site, actor: &str) -> String {
    match site.resolve(actor, crate::fields::ACTOR).entry() {
        Some(entry) => entry.title.clone(),
        None => actor.to_owned(),
    }
}
