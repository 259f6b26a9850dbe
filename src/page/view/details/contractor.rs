//! Contracts of a contractor, and what it runs with its documentation.

use crate::document::contractor::{Contract, Contractor};
use crate::id::Kind;
use crate::site::Entry;

use super::super::View;
use super::super::part::Part;
use super::super::strip::stretch;
use super::Block;

impl View<'_> {
    /// A line for each term, a column for each contract: there are few contracts, and much to say of each.
    pub(super) fn contracts(&self, contractor: &Contractor) -> Option<Block> {
        let contracts = contractor.contract.items();
        let columns: Vec<&str> = std::iter::once("Term").chain(contracts.iter().map(|it| it.id.text())).collect();
        let line = |label: &str, of: &dyn Fn(&Contract) -> Vec<Part>| -> Vec<Vec<Part>> {
            std::iter::once(vec![Part::text(label)]).chain(contracts.iter().map(|it| of(&it.value))).collect()
        };
        let lines = [
            line("Runs", &|it| {
                let stated = || Part::text(stretch(it.starts.get().copied(), it.ends.get().copied()));
                vec![it.starts.unknown().map_or_else(stated, Part::unknown)]
            }),
            line("Signed by", &|it| self.one(&it.signed_by)),
            line("Statements of work", &|it| self.many(&it.sows)),
            line("Services", &|it| self.many(&it.services)),
            line("Amount", &|it| self.field(&it.amount, |amount| vec![Part::text(amount.to_string())])),
            line("Allowed by", &|it| self.one(&it.decision)),
            line("Notice", &|it| self.field(&it.notice_days, |days| vec![Part::text(format!("{days} days"))])),
            line("Goes on", &|it| self.words(&it.renewal)),
            line("Can be ended at once", &|it| self.yes_no(&it.terminable_at_will)),
            line("Exit tried", &|it| self.date(&it.exit_tested)),
        ];
        let said = lines.into_iter().filter(|line| line[1..].iter().any(|cell| !cell.is_empty())).collect();
        Block::table("contracts", if contracts.len() == 1 { "Contract" } else { "Contracts" }, &columns, said)
    }

    /// What a contractor runs, and where each service is documented.
    pub(super) fn systems(&self, entry: &Entry, contractor: &Contractor) -> Option<Block> {
        let pages: Vec<&Entry> = self
            .site
            .of_kind(Kind::Page)
            .filter(|page| {
                page.path
                    .folder()
                    .strip_prefix("contractors/")
                    .is_some_and(|rest| rest.split('/').next() == Some(entry.path.stem()))
            })
            .collect();
        let rows = contractor
            .services
            .items()
            .iter()
            .map(|reference| {
                let service = self.site.find(&reference.value);
                let mut documented: Vec<Part> = service
                    .and_then(|service| service.service()?.documentation.get())
                    .map(|link| self.written_link(&link.0))
                    .into_iter()
                    .collect();
                let names = |page: &&&Entry| {
                    service.is_some_and(|service| {
                        page.edges.iter().any(|edge| edge.to == service.at) || page.body().contains(&service.title)
                    })
                };
                documented.extend(pages.iter().filter(names).map(|page| self.record_link(page)));
                if documented.is_empty() {
                    documented.push(Part::empty("no public documentation"));
                }
                vec![vec![self.reference(&reference.value)], documented]
            })
            .collect();
        Block::table("systems", "Systems and where they are documented", &["Service", "Documentation"], rows)
    }
}
