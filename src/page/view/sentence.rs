//! What happened, told in a sentence: for the home page, the history of a record and the feeds.

use crate::id::Kind;
use crate::site::{Activity, Entry, Site, Step};
use crate::workflow::Means;

use super::part::{TallyView, capitalised, spoken_id};

/// `SOW-0001 Infrastructure administrator: board review`.
pub fn headline(_site: &Site, entry: &Entry, activity: &Activity) -> String {
    format!("{}: {}", called(entry), activity.what)
}

/// `The board decided: Macs for pre-merge testing was accepted, 5 yes, 1 no.`
pub fn sentence(site: &Site, entry: &Entry, activity: &Activity) -> String {
    let Some(step) = activity.step.and_then(|at| entry.status.as_ref()?.steps.get(at)) else {
        return format!("{} was published.", entry.title);
    };
    format!("{} {}", subject(entry), told(site, entry, step, &activity.what))
}

fn subject(entry: &Entry) -> String {
    match entry.kind() {
        Kind::Meeting => entry.title.clone(),
        _ => format!("“{}”", entry.title),
    }
}

/// What became of the record, after its title: `was accepted, 5 yes, 1 no.`
pub fn told(site: &Site, entry: &Entry, step: &Step, state: &str) -> String {
    let by = step.by.as_ref().map(|by| format!(" by {}", name(site, by))).unwrap_or_default();
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
                0 => "was held.".to_owned(),
                people => format!("was held; {} took part.", crate::text::count(people, "person", "people")),
            }
        }
        (Kind::Meeting, Some(Means::Withdrawn)) => format!("was cancelled:{note}"),
        (Kind::Decision, Some(Means::Open)) => format!("was put to {}.", site.group_called(entry)),
        (Kind::Decision, Some(Means::Done)) => match step.link.as_ref().and_then(|link| site.named(link)) {
            Some(shown) => format!("was carried out: {}.", called(shown)),
            None => "was carried out.".to_owned(),
        },
        (Kind::Decision, Some(means @ (Means::Approved | Means::Refused | Means::Undecided))) => {
            let tally = site.tally(entry).filter(|tally| !tally.voters.is_empty());
            let votes = tally.map(|tally| format!(", {}", TallyView::of(tally).text)).unwrap_or_default();
            let later = entry.status.iter().flat_map(|status| &status.steps).find(|it| !it.is_dated);
            let carried_out = later.map_or("", |_| "; carried out on a day that is not recorded");
            match means == Means::Undecided {
                true => format!("found no consensus{votes}{carried_out}."),
                false => format!("was {state}{votes}{carried_out}."),
            }
        }
        _ if is_first(entry, step) => format!("was opened as {state}{by}.{note}"),
        _ => format!("moved to {state}{by}.{note}"),
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

/// `SOW-0001 Infrastructure administrator`.
fn called(entry: &Entry) -> String {
    spoken_id(&entry.id).map_or_else(|| entry.title.clone(), |id| format!("{id} {}", entry.title))
}

/// With a capital and a full stop.
fn closed(note: &str) -> String {
    let note = capitalised(note.trim());
    if note.ends_with(['.', '!', '?']) { note } else { format!("{note}.") }
}
