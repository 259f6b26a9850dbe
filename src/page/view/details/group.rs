//! Members, seats and duties of a group.

use crate::document::group::{Duty, Group};
use crate::fields::{At, PERSON, Ref};
use crate::site::{DutyToday, Entry};
use crate::text::count;

use super::super::View;
use super::super::part::{Part, capitalised};
use super::super::strip::stretch;
use super::{Block, without_empty_columns};

impl View<'_> {
    pub(super) fn members(&self, group: &Group) -> Option<Block> {
        let rows = group
            .member
            .items()
            .iter()
            .map(|member| {
                let when = member.from.unknown().map_or_else(
                    || Part::text(stretch(member.from.get().copied(), member.to.get().copied())),
                    Part::unknown,
                );
                vec![
                    self.one(&member.person),
                    self.word(&member.role, |role| role.as_str()),
                    self.words(&member.seat),
                    vec![when],
                    self.field(&member.nominated_by, |by| vec![self.record_or_words(by)]),
                    self.one(&member.confirmed_by),
                ]
            })
            .collect();
        let columns = ["Who", "Role", "Seat", "Term", "Proposed by", "Confirmed by"];
        match Block::table("members", "Members", &columns, rows) {
            Some(block) => Some(without_empty_columns(block)),
            None => Some(Block {
                id: "site.members".to_owned(),
                title: "Members".to_owned(),
                empty: Some("No members are recorded.".to_owned()),
                ..Block::default()
            }),
        }
    }

    pub(super) fn seats(&self, group: &Group) -> Option<Block> {
        let taken = |kind: &str| {
            let on_seat = |member: &&At<crate::document::group::Member>| {
                member.seat.text() == kind && member.period().holds(self.site.today)
            };
            group.member.items().iter().filter(on_seat).count()
        };
        let rows = group
            .seat
            .items()
            .iter()
            .map(|seat| {
                let number = |field: &crate::fields::Field<u32>| {
                    self.field(field, |number| vec![Part::text(number.to_string())])
                };
                vec![
                    self.words(&seat.kind),
                    vec![Part::text(taken(seat.kind.text()).to_string())],
                    number(&seat.min),
                    number(&seat.max),
                ]
            })
            .collect();
        Block::table("seats", "Seats", &["Sort", "Taken today", "At least", "At most"], rows)
    }

    /// Who has which duty, with the chairs that nobody sits on: those that the profile asks for are there in any case.
    pub(super) fn duties(&self, entry: &Entry) -> Option<Block> {
        let duties = self.site.duties(entry);
        let asks_deputies = self.site.asked_of(entry).is_some_and(|asked| asked.duty_deputies == Some(true));
        let lacks_deputy = |duty: &DutyToday| asks_deputies && duty.holders().len() == 1 && duty.deputies().is_empty();
        let rows = duties
            .iter()
            .map(|duty| {
                let meaning = duty.rule.map(|rule| rule.meaning.clone());
                let area = Part { note: meaning, ..Part::text(capitalised(duty.area)) };
                let written = |show: &dyn Fn(&Duty) -> Vec<Part>| duty.written.map_or_else(Vec::new, |it| show(it));
                let deputies = match lacks_deputy(duty) {
                    true => vec![Part::empty("no deputy")],
                    false => written(&|it| self.many(&it.deputies)),
                };
                let contact = match duty.lacks_contact() {
                    true => vec![Part::empty("no contact")],
                    false => written(&|it| self.words(&it.contact)),
                };
                vec![
                    vec![area],
                    self.holders(duty),
                    deputies,
                    written(&|it| self.date(&it.since)),
                    self.given_by(entry, duty),
                    written(&|it| self.words(&it.authority)),
                    contact,
                ]
            })
            .collect();
        let columns = ["Duty", "Holders", "Deputies", "Since", "Given by", "Authority", "Contact"];
        let block = without_empty_columns(Block::table("duties", "Duties", &columns, rows)?);
        let held = duties.iter().filter(|duty| !duty.is_vacant() && duty.not_applicable().is_none()).count();
        let areas = |is: &dyn Fn(&&DutyToday) -> bool| {
            duties.iter().filter(is).map(|duty| duty.area).collect::<Vec<_>>().join(", ")
        };
        let gaps = [
            ("Vacant:", areas(&|duty| duty.is_vacant())),
            ("Not needed:", areas(&|duty| duty.not_applicable().is_some())),
            ("No deputy is recorded for", areas(&|duty| lacks_deputy(duty))),
        ];
        let gaps = gaps.iter().filter(|(_, areas)| !areas.is_empty());
        let gaps: String = gaps.map(|(says, areas)| format!(" {says} {areas}.")).collect();
        let held = match duties.len() {
            1 if held == 1 => "The duty has a holder.".to_owned(),
            all if held == all => format!("Each of the {all} duties has a holder."),
            all => format!(
                "{held} of {} {} a holder.",
                count(all, "duty", "duties"),
                if held == 1 { "has" } else { "have" }
            ),
        };
        let note = format!("{held}{gaps}");
        Some(Block { note: Some(note), ..block })
    }

    /// Who gave the duty away, and by which decision; a lead may keep it.
    fn given_by(&self, group: &Entry, duty: &DutyToday) -> Vec<Part> {
        let Some(written) = duty.written else { return Vec::new() };
        let given = self.one(&written.delegated_by).into_iter().chain(self.one(&written.decision));
        let leads = self.site.final_say(group, self.site.today);
        let is_lead = |holder: &At<Ref<PERSON>>| {
            self.site.find(&holder.value).is_some_and(|it| leads.iter().any(|lead| lead.at == it.at))
        };
        let is_kept = !duty.holders().is_empty() && duty.holders().iter().all(is_lead);
        let given: Vec<Part> = given.collect();
        match (given.is_empty(), is_kept) {
            (true, true) => vec![Part::text("kept by the lead")],
            _ => given,
        }
    }

    fn holders(&self, duty: &DutyToday) -> Vec<Part> {
        if let Some(reason) = duty.not_applicable() {
            return vec![Part { note: Some(reason.to_owned()), ..Part::text("not needed") }];
        }
        match duty.written {
            Some(it) if !duty.is_vacant() || it.holders.withheld().is_some() => self.many(&it.holders),
            written => {
                let reason = written.and_then(|it| it.holders.unknown()).map(|gap| gap.reason.clone());
                vec![Part { note: reason, ..Part::empty("nobody") }]
            }
        }
    }

    /// Those who had a duty and passed it on, the latest first.
    pub(super) fn past_duties(&self, group: &Group) -> Option<Block> {
        let is_past = |duty: &&At<Duty>| duty.until.get().is_some_and(|until| *until < self.site.today);
        let mut past: Vec<&At<Duty>> = group.duty.items().iter().filter(is_past).collect();
        past.sort_by_key(|duty| std::cmp::Reverse(duty.until.get().copied()));
        let rows = past
            .into_iter()
            .map(|duty| {
                vec![
                    self.field(&duty.area, |area| vec![Part::text(capitalised(area))]),
                    self.many(&duty.holders),
                    vec![Part::text(stretch(duty.since.get().copied(), duty.until.get().copied()))],
                    self.one(&duty.delegated_by),
                ]
            })
            .collect();
        let columns = ["Duty", "Holders", "When", "Given by"];
        Some(without_empty_columns(Block::table("duties-before", "Duties before", &columns, rows)?))
    }
}
