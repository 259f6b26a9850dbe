//! The home page: what waits for whom, what was decided, what lies ahead, the state of every matter, what changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::{prose, words};
use crate::site::{Activity, Entry, Made, meaning_of_outcome};
use crate::text::{Date, long_date};
use crate::workflow::{Means, Phase};

use super::View;
use super::chrome::Head;
use super::kind::{self, Ahead};
use super::part::{Day, Part, capitalised, spoken_id};
use super::sentence::outcome;
use super::spelling::held_by;
use super::strip::Strip;

/// How many lines a column shows before it refers to the whole list.
const LINES: usize = 6;
/// How many days with changes are shown.
const DAYS: usize = 8;
/// How many pages of text are named.
const PAGES: usize = 100;

/// A record in a list: its title, its state, and what is worth a word.
#[derive(Serialize)]
pub(super) struct Line {
    pub id: Option<String>,
    pub kind: String,
    pub title: String,
    pub href: String,
    pub state: Option<Part>,
    pub tally: Option<Part>,
    pub day: Option<Day>,
    pub note: Option<String>,
    /// Where it is, for a line that says so.
    pub position: Option<Strip>,
}

pub(super) fn home(view: &View) -> Result<String, Box<Diagnostic>> {
    let site = view.site;
    let introduction =
        site.introduction("").or_else(|| site.entries.iter().find(|entry| entry.path.as_str() == "README.md"));
    let text = introduction.map(|entry| prose::prose(view, entry).body).unwrap_or_default();
    let (waiting, waiting_count) = waiting(view);
    let (ahead, ahead_more) = ahead(view);
    let it = given! {
        title: introduction.and_then(|entry| entry.stated_title()).unwrap_or(&site.config.title).to_owned(),
        lede: site.config.description.clone(),
        // The introduction's text as HTML.
        text,
        waiting_count,
        waiting,
        open_actions: site.actions.iter().filter(|action| !action.done).count(),
        decided: decided(view),
        decisions: site.of_kind(Kind::Decision).count(),
        ahead,
        ahead_more,
        meetings: site.of_kind(Kind::Meeting).count(),
        boards: kind::matters().into_iter().filter_map(|kind| board(view, kind)).collect::<Vec<_>>(),
        days: days(view),
        pages: pages(view),
        decision_index: index_of(view, Kind::Decision),
        meeting_index: index_of(view, Kind::Meeting),
        actions_page: view.to(Made::Actions.path()),
    };
    let head = Head { description: site.config.description.clone(), ..Head::titled(&site.config.title) };
    view.fill("home.html", head, &it)
}

/// The pages at the top of the site, by title.
fn pages(view: &View) -> Vec<Part> {
    let is_own = |entry: &&Entry| !entry.is_introduction() && entry.path.folder().is_empty();
    let mut pages: Vec<&Entry> = view.site.of_kind(Kind::Page).filter(is_own).take(PAGES).collect();
    pages.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.at));
    pages.into_iter().map(|entry| view.record_link(entry)).collect()
}

fn index_of(view: &View, kind: Kind) -> Option<String> {
    view.site.of_kind(kind).next()?;
    Some(view.to(&crate::page::place::index(kind, 1)))
}

/// Everything that waits, by holder: those with the oldest matter first, matters with nobody last.
fn waiting(view: &View) -> (Vec<impl Serialize>, usize) {
    let site = view.site;
    let since = |entry: &Entry| entry.status.as_ref().and_then(|status| status.since).unwrap_or(Date::MAX);
    let kinds = kind::matters();
    let mut entries: Vec<&Entry> =
        site.entries.iter().filter(|entry| kinds.contains(&entry.kind()) && site.is_open_matter(entry)).collect();
    entries.sort_by_key(|entry| (since(entry), entry.at));
    let count = entries.len();
    // The words of two workflows for one group are one holder.
    let mut holders: Vec<(Held, Vec<&Entry>)> = Vec::new();
    let mut places: BTreeMap<(Vec<usize>, String), usize> = BTreeMap::new();
    for entry in entries {
        let (words, whom) = site.holder(entry).unwrap_or_else(|| (words::NOBODY.to_owned(), Vec::new()));
        let people: Vec<usize> = whom.iter().map(|entry| entry.at).collect();
        let key = (people.clone(), if people.is_empty() { words.clone() } else { String::new() });
        let at = *places.entry(key).or_insert_with(|| {
            holders.push((Held { words, whom }, Vec::new()));
            holders.len() - 1
        });
        holders[at].1.push(entry);
    }
    holders.sort_by_key(|(held, _)| held.words == words::NOBODY);
    (holders.into_iter().map(|(held, entries)| holder(view, held, &entries)).collect(), count)
}

/// Whom something is with, in the words of the workflow and by name.
struct Held<'a> {
    words: String,
    whom: Vec<&'a Entry>,
}

fn holder(view: &View, held: Held, entries: &[&Entry]) -> impl Serialize + use<> {
    let one = match held.whom[..] {
        [one] => Some(one),
        _ => None,
    };
    let mut by_state: Vec<((Kind, &str), Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let key = (entry.kind(), entry.status.as_ref().map_or("", |status| status.state.as_str()));
        match by_state.iter_mut().find(|(other, _)| *other == key) {
            Some((_, same)) => same.push(entry),
            None => by_state.push((key, vec![entry])),
        }
    }
    let matters = by_state.into_iter().map(|((kind, state), entries)| {
        // Of many that wait alike the first few are enough.
        let shown = if entries.len() > LINES { LINES / 2 } else { entries.len() };
        let lines =
            entries[..shown].iter().map(|entry| Line { position: view.strip(entry), ..line(view, entry, None) });
        let lines = lines.collect::<Vec<_>>();
        given! {
            // `statements of work`.
            kind: if entries.len() == 1 { view.singular(kind) } else { view.plural(kind) },
            next: view.strip(entries[0]).and_then(|strip| strip.next),
            state: view.state_named(kind, state),
            count: entries.len(),
            lines,
            more: entries.len() - shown,
            more_href: view.to(&crate::page::place::index(kind, 1)),
        }
    });
    given! {
        count: entries.len(),
        href: one.map(|one| view.to_record(one)),
        // `the board`; the person's name where it is one.
        with: held_by(&held.words, &held.whom),
        matters: matters.collect::<Vec<_>>(),
    }
}

pub(super) fn line(view: &View, entry: &Entry, note: Option<String>) -> Line {
    Line {
        id: spoken_id(&entry.id),
        kind: capitalised(&view.singular(entry.kind())),
        title: entry.title.clone(),
        href: view.to_record(entry),
        state: view.state(entry),
        tally: view.tally(entry),
        day: entry.status.as_ref().and_then(|status| status.since).map(|since| Day::of(view.site, since)),
        note: note.filter(|note| !note.is_empty()),
        position: None,
    }
}

/// The latest decisions that were taken.
fn decided(view: &View) -> Vec<Line> {
    let mut decided: Vec<(Date, &Entry)> = view
        .site
        .of_kind(Kind::Decision)
        .filter_map(|entry| Some((*entry.decision()?.decided.get()?, entry)))
        .filter(|(date, _)| *date <= view.site.today)
        .collect();
    decided.sort_by_key(|(date, entry)| (std::cmp::Reverse(*date), entry.at));
    let shown = decided.into_iter().take(LINES);
    shown
        .map(|(date, entry)| Line {
            // How it ended on that day; what came of it since is another day's.
            state: entry.decision().and_then(|it| it.outcome.get()).map(|it| {
                let state = view.site.state_that(Kind::Decision, meaning_of_outcome(*it));
                view.state_named(Kind::Decision, state)
            }),
            day: Some(Day::of(view.site, date)),
            ..line(view, entry, since_decided(view, entry))
        })
        .collect()
}

/// `carried out on 9 July 2026`, `superseded`: what came of a decision.
fn since_decided(view: &View, entry: &Entry) -> Option<String> {
    let last = entry.status.as_ref()?.steps.last()?;
    let words = [
        (Means::Done, words::CAME_TO_BE_CARRIED_OUT.to_owned()),
        (Means::Replaced, view.label(entry.kind(), &last.state)),
    ];
    let (_, word) = words.into_iter().find(|(means, _)| last.means == Some(*means))?;
    let decided = entry.decision()?.decided.get();
    Some(match last.is_dated {
        true if decided == Some(&last.date) => words::word_on_the_same_day(word),
        true => words::word_on_day(word, long_date(last.date)),
        false => word,
    })
}

/// Meetings, windows and deadlines that lie ahead, the nearest first, and how many more there are.
fn ahead(view: &View) -> (Vec<Line>, usize) {
    let site = view.site;
    let group = |entry: &Entry| entry.meeting().and_then(|it| site.find(it.group.get()?)).map(|group| group.at);
    let mut met: BTreeSet<(Date, Option<usize>)> = site
        .of_kind(Kind::Meeting)
        .filter_map(|entry| Some((entry.id.date().filter(|date| *date >= site.today)?, group(entry))))
        .collect();
    let mut ahead: Vec<(Date, &Entry, Ahead)> = Vec::new();
    for entry in &site.entries {
        for deadline in kind::deadlines(site, entry) {
            let Some(day) = deadline.day.filter(|day| *day >= site.today) else { continue };
            // A meeting with a record of its own is listed by that; several may announce one.
            if deadline.what != Ahead::NextMeeting || met.insert((day, group(entry))) {
                ahead.push((day, entry, deadline.what));
            }
        }
    }
    ahead.sort_by_key(|(date, entry, _)| (*date, entry.at));
    let more = ahead.len().saturating_sub(LINES);
    let first = ahead.into_iter().take(LINES).map(|(date, entry, what)| {
        let plain = Line { day: Some(Day::of(site, date)), state: None, tally: None, ..line(view, entry, None) };
        match what {
            Ahead::Itself => plain,
            Ahead::NextMeeting => Line {
                title: words::next_meeting_of(site.group_called(entry)),
                note: Some(words::announced_in(&entry.title)),
                ..plain
            },
            Ahead::End(what) => Line { note: Some(capitalised(what)), ..plain },
        }
    });
    (first.collect(), more)
}

/// The matters of a kind by state; `None` when there are none. Of many in one state the latest are named.
fn board(view: &View, kind: Kind) -> Option<impl Serialize> {
    let site = view.site;
    let workflow = site.profile.kind(kind)?;
    let entries: Vec<&Entry> = site.of_kind(kind).collect();
    if entries.is_empty() {
        return None;
    }
    let in_state = |name: &str| -> Vec<&Entry> {
        entries
            .iter()
            .copied()
            .filter(|entry| entry.status.as_ref().is_some_and(|status| status.state == name))
            .collect()
    };
    let states: Vec<_> = workflow
        .states
        .iter()
        .map(|row| {
            let there = in_state(&row.name);
            let shown = match row.phase {
                Phase::Open | Phase::Waiting if there.len() <= LINES => there.len(),
                Phase::Open | Phase::Waiting | Phase::Done | Phase::Ended => there.len().min(LINES / 2),
            };
            given! {
                state: view.state_named(kind, &row.name),
                count: there.len(),
                more: there.len() - shown,
                lines: there[there.len() - shown..]
                    .iter()
                    .map(|entry| given! {
                        id: spoken_id(&entry.id),
                        title: entry.title.clone(),
                        href: view.to_record(entry),
                        with: site
                            .holder(entry)
                            .filter(|_| !site.is_over(entry))
                            .map(|(words, whom)| held_by(&words, &whom)),
                    })
                    .collect::<Vec<_>>(),
            }
        })
        .filter(|state| state.count > 0)
        .collect();
    Some(given! {
        anchor: format!("board.{}", kind.name()),
        title: capitalised(&view.plural(kind)),
        count: entries.len(),
        href: view.to(&crate::page::place::index(kind, 1)),
        states,
    })
}

/// What changed lately, by day.
fn days(view: &View) -> Vec<impl Serialize> {
    let by_day = view.site.activity.chunk_by(|one, other| one.date == other.date);
    let day = |changes: &[Activity]| {
        given! {
            day: Day::of(view.site, changes[0].date),
            changes: changes.iter().take(3 * LINES).map(|it| change(view, it)).collect::<Vec<_>>(),
        }
    };
    by_day.take(DAYS).map(day).collect()
}

fn change(view: &View, activity: &Activity) -> impl Serialize + use<> {
    let entry = &view.site.entries[activity.entry];
    let step = activity.step.and_then(|at| entry.status.as_ref()?.steps.get(at));
    given! {
        id: spoken_id(&entry.id),
        title: entry.title.clone(),
        href: view.to_record(entry),
        // What became of it, after its title: `was accepted, 5 yes, 1 no.`
        what: step.map_or_else(|| words::CAME_ABOUT.to_owned(), |step| outcome(view.site, entry, step, &activity.what)),
    }
}
