//! Open actions by owner, then those that were closed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::fields::{ANY, PERSON};
use crate::markdown::Evidence;
use crate::site::{Action, Entry, Owner};
use crate::text::days_between;
use crate::words;

use super::chrome::Head;
use super::part::{Part, closed};
use super::{Address, View};

/// How many closed actions are shown.
const CLOSED: usize = 200;

pub(super) fn actions(view: &View) -> Result<String, Diagnostic> {
    let site = view.site;
    let open: Vec<&Action> = site.actions.iter().filter(|action| !action.done).collect();
    let closed: Vec<&Action> = site.actions.iter().filter(|action| action.done).collect();
    let it = given! {
        open: open.len(),
        overdue: open.iter().filter(|action| action.is_overdue(site.today)).count(),
        without_owner: open.iter().filter(|action| action.owners.is_empty()).count(),
        owners: owners(view, &open),
        closed_count: closed.len(),
        closed: closed.into_iter().take(CLOSED).map(|action| view.action(action, true, true)).collect::<Vec<_>>(),
    };
    let head = Head { description: Some(words::ACTIONS_ABOUT.to_string()), ..Head::titled(&words::ACTIONS) };
    view.fill("actions.html", head, &it)
}

/// People by name, then names that the directory does not know, then nobody; an action of several is listed under each.
fn owners(view: &View, open: &[&Action]) -> Vec<impl Serialize> {
    let mut by_owner: BTreeMap<(u8, String), (Part, Vec<&Action>)> = BTreeMap::new();
    for action in open {
        let mut add = |rank: u8, name: &str, who: Part| {
            by_owner.entry((rank, name.to_lowercase())).or_insert_with(|| (who, Vec::new())).1.push(action);
        };
        for owner in &action.owners {
            match owner {
                Owner::Known(at) => {
                    let person = &view.site.entries[*at];
                    add(0, &person.title, view.record_link(person));
                }
                Owner::Unknown(name) => add(1, name, Part::text(format!("@{name}"))),
            }
        }
        if action.owners.is_empty() {
            add(2, "", Part::empty(words::NOBODY));
        }
    }
    by_owner
        .into_values()
        .enumerate()
        .map(|(at, (who, mut actions))| {
            actions.sort_by_key(|action| (action.due.is_none(), action.due, action.agreed));
            let actions = actions.into_iter().map(|action| view.action(action, false, true)).collect::<Vec<_>>();
            given! { who, anchor: format!("owner.{}", at + 1), actions }
        })
        .collect()
}

impl View<'_> {
    pub(crate) fn action(&self, action: &Action, with_owners: bool, with_meeting: bool) -> impl Serialize {
        let today = self.site.today;
        let owner = |owner: &Owner| match owner {
            Owner::Known(at) => self.record_link(&self.site.entries[*at]),
            Owner::Unknown(name) => Part::noted(format!("@{name}"), Some(words::NOT_IN_THE_DIRECTORY.to_string())),
        };
        let owners = match &action.owners[..] {
            _ if !with_owners => Vec::new(),
            [] => vec![Part::empty(words::NOBODY)],
            owners => owners.iter().map(owner).collect(),
        };
        let open_for =
            action.agreed.map(|agreed| days_between(agreed, today)).filter(|days| *days > 0).map(words::duration);
        let (class, when) = match (action.done, action.due) {
            (true, _) => ("done", words::WAS_DONE.to_string()),
            (false, Some(due)) if due < today => {
                ("late", words::due_and_late(words::long_date(due), words::duration(days_between(due, today))))
            }
            (false, Some(due)) => {
                ("open", words::due(words::long_date(due), words::distance(days_between(due, today))))
            }
            (false, None) => ("open", open_for.map_or_else(|| words::OPEN_ACTION.to_string(), words::open_for)),
        };
        given! {
            what: closed(&self.with_names(&action.what)),
            owners,
            // `open`, `late` or `done`.
            class,
            // `Due 11 May 2021, late by 21 days.`, `Open for 35 days.`, `Done.`
            when,
            agreed: with_meeting.then(|| self.agreed_in(&self.site.entries[action.from])),
            evidence: action.evidence.as_ref().and_then(|it| self.action_evidence(&self.site.entries[action.from], it)),
        }
    }

    /// A record by its id; a link in its own words, in one word where it is within the sentence. `None` when it leads
    /// nowhere.
    fn action_evidence(&self, meeting: &Entry, evidence: &Evidence) -> Option<Part> {
        if let Some(record) = self.site.resolve(&evidence.to, ANY).entry() {
            return Some(self.record_link(record));
        }
        let text = if evidence.text.is_empty() { words::EVIDENCE_LINK.text() } else { &evidence.text };
        match self.address(&meeting.path, &evidence.to) {
            Address::Here(href) => Some(Part::link(text, href)),
            Address::Outside if evidence.text == evidence.to => Some(Part::web(&evidence.to)),
            Address::Outside => Some(Part::external(text, &*evidence.to)),
            Address::Nowhere(_) => None,
        }
    }

    /// `the meeting of 9 March 2021`.
    fn agreed_in(&self, meeting: &Entry) -> Part {
        match meeting.id.date() {
            Some(date) => self.record_link_as(meeting, words::the_meeting_of(words::long_date(date))),
            None => self.record_link(meeting),
        }
    }

    /// The text with people by name where it has `@slug`.
    fn with_names(&self, text: &str) -> String {
        let mut pieces = text.split('@');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|it: char| !it.is_ascii_alphanumeric() && it != '-').unwrap_or(piece.len());
            match self.site.resolve(&piece[..end], PERSON).entry().filter(|_| end > 0) {
                Some(person) => text.push_str(&person.title),
                None => text.extend(["@", &piece[..end]]),
            }
            text.push_str(&piece[end..]);
        }
        text
    }
}
