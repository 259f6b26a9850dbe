//! Who was at a meeting, what was talked about, what was taken on.

use crate::document::meeting::Meeting;
use crate::fields::OneOf;
use crate::site::Entry;

use super::super::View;
use super::super::part::Part;
use super::{AgendaItem, Block, Labelled};

impl View<'_> {
    pub(super) fn attendance(&self, entry: &Entry, meeting: &Meeting) -> Option<Block> {
        let listed =
            |label: &str, parts: Vec<Part>| (!parts.is_empty()).then(|| Labelled { label: label.to_owned(), parts });
        let present = if meeting.present.is_missing() {
            let name = |name: String| match self.site.resolve(&name, crate::fields::PERSON).entry() {
                Some(person) => self.record_link(person),
                None => Part::text(name),
            };
            self.site.participants(entry).into_iter().map(|(text, _)| name(text)).collect()
        } else {
            self.many(&meeting.present)
        };
        let groups = [
            listed("Present", present),
            listed("Guests", self.many(&meeting.guests)),
            listed("Regrets", self.many(&meeting.regrets)),
        ];
        let groups: Vec<_> = groups.into_iter().flatten().collect();
        (!groups.is_empty()).then(|| Block { groups, ..Block::titled("present", "Who was there") })
    }

    pub(super) fn agenda(&self, meeting: &Meeting) -> Option<Block> {
        let items = meeting.agenda.items().iter();
        let agenda: Vec<AgendaItem> = items
            .map(|item| {
                let mut about = self.field(&item.about, |about| match about {
                    OneOf::First(one) => vec![self.reference(one)],
                    OneOf::Second(many) => many.iter().map(|it| self.reference(&it.value)).collect(),
                });
                about.extend(self.web(&item.link));
                AgendaItem { title: item.title.text().to_owned(), outcome: self.words(&item.outcome), about }
            })
            .collect();
        let has_outcomes = agenda.iter().any(|item| !item.outcome.is_empty());
        let title = if has_outcomes { "Agenda and outcomes" } else { "Agenda" };
        (!agenda.is_empty()).then(|| Block { agenda, ..Block::titled("agenda", title) })
    }

    /// What was taken on in a meeting, as it stands today.
    pub(super) fn taken_on(&self, entry: &Entry) -> Option<Block> {
        let actions = self.site.actions_in(entry);
        let open = actions.iter().filter(|action| !action.done).count();
        let views = actions.iter().map(|action| self.action(action, true, false)).collect();
        (!actions.is_empty()).then(|| Block {
            note: Some(format!("{open} of {} open today.", actions.len())),
            actions: views,
            ..Block::titled("actions", "Actions, as they stand today")
        })
    }
}
