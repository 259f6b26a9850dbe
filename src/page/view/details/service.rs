//! Who answers for a service, who holds its keys, what it promises, what it depends on.

use crate::document::service::Service;
use crate::document::shared::{RootAccess, Slo};
use crate::fields::List;
use crate::id::Kind;
use crate::site::Entry;

use super::super::View;
use super::super::part::{Part, capitalised};
use super::super::words;
use super::{Block, Labelled, without_empty_columns};

impl View<'_> {
    /// Who answers for a service, with the chairs that nobody sits on.
    pub(super) fn answering(&self, entry: &Entry) -> Option<Block> {
        use super::super::inventory::{admins, seat};
        let chair = |label: &str, parts: Vec<Part>| Labelled { label: label.to_owned(), parts };
        let chairs = vec![
            chair("Owner, in the group", seat(self, entry, "owner")),
            chair("Operator", seat(self, entry, "operator")),
            chair("Admins", admins(self, entry)),
        ];
        Some(Block { chairs, ..Block::titled("who", "Who answers for it") })
    }

    pub(super) fn keys(&self, roots: &crate::fields::Field<List<RootAccess>>) -> Option<Block> {
        let rows = roots
            .items()
            .iter()
            .map(|it| vec![self.one(&it.person), self.word(&it.holds_for, words::held_for), self.one(&it.service)])
            .collect();
        Some(without_empty_columns(Block::table("keys", "Who holds root access", &["Who", "For", "Service"], rows)?))
    }

    pub(super) fn levels(&self, slos: &crate::fields::Field<List<Slo>>) -> Option<Block> {
        let rows = slos
            .items()
            .iter()
            .map(|slo| {
                let results = slo.result.items();
                let last = results.last().and_then(|result| Some((result.month.get()?, result.value.value.get()?)));
                let result = match (last, slo.objective.get()) {
                    (Some((month, value)), Some(objective)) => {
                        let met = objective.is_met_by(*value);
                        let text = format!(
                            "{} in {} {}",
                            words::measured(*value, &objective.unit),
                            crate::text::month_name(*month),
                            month.year()
                        );
                        vec![Part { note: Some(if met { "met" } else { "missed" }.to_owned()), ..Part::text(text) }]
                    }
                    _ => vec![Part::empty("not measured")],
                };
                vec![
                    self.word(&slo.indicator, |indicator| indicator.as_str()),
                    self.field(&slo.objective, |objective| vec![Part::text(capitalised(&words::objective(objective)))]),
                    self.field(&slo.window_days, |days| vec![Part::text(format!("{days} days"))]),
                    result,
                    self.words(&slo.source),
                    self.one(&slo.service),
                ]
            })
            .collect();
        let columns = ["Indicator", "Objective", "Over", "Last result", "Measured by", "Service"];
        Some(without_empty_columns(Block::table("levels", "Service levels", &columns, rows)?))
    }

    pub(super) fn needs(&self, entry: &Entry, service: &Service) -> Option<Block> {
        let line =
            |label: &str, parts: Vec<Part>| (!parts.is_empty()).then(|| Labelled { label: label.to_owned(), parts });
        let needed_by: Vec<Part> =
            self.site.referring(entry, Kind::Service, "depends_on").map(|other| self.record_link(other)).collect();
        let groups = [line("Depends on", self.many(&service.depends_on)), line("Needed by", needed_by)];
        let groups: Vec<_> = groups.into_iter().flatten().collect();
        (!groups.is_empty()).then(|| Block { groups, ..Block::titled("needs", "What it needs and what needs it") })
    }

    pub(super) fn hosted_at(&self, entry: &Entry) -> Option<Block> {
        let hosted = self.site.of_kind(Kind::Service).filter(|service| {
            let host = service.service().map(|service| service.host.text()).unwrap_or_default();
            self.site.resolve(host, crate::fields::ORGANIZATION).entry().is_some_and(|it| it.at == entry.at)
        });
        Block::run("hosts", "Hosts", hosted.map(|service| self.record_link(service)).collect())
    }
}
