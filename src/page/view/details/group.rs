//! Members, seats and duties of a group.

use crate::document::group::Group;
use crate::fields::At;

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
                    self.field(&member.nominated_by, |by| vec![self.any_reference(by)]),
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
                member.seat.text() == kind && crate::site::runs_on(member, self.site.today)
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

    pub(super) fn duties(&self, group: &Group) -> Option<Block> {
        let rows = group
            .duty
            .items()
            .iter()
            .map(|duty| {
                let holders = match duty.not_applicable.get() {
                    Some(reason) => vec![Part { note: Some(reason.clone()), ..Part::text("not needed") }],
                    None if duty.holders.is_absent() => vec![Part::empty("nobody")],
                    None => self.many(&duty.holders),
                };
                vec![
                    self.field(&duty.area, |area| vec![Part::text(capitalised(area))]),
                    holders,
                    self.many(&duty.deputies),
                    self.date(&duty.since),
                    self.one(&duty.delegated_by),
                    self.words(&duty.authority),
                    self.words(&duty.contact),
                ]
            })
            .collect();
        let columns = ["Duty", "Holders", "Deputies", "Since", "Given by", "May", "Contact"];
        Some(without_empty_columns(Block::table("duties", "Duties", &columns, rows)?))
    }
}
