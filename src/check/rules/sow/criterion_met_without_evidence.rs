//! Acceptance criteria that are met, with nothing to show it.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::document::sow::Acceptance;
use crate::fields::At;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Sow).flat_map(|entry| of_sow(facts, entry)).collect()
}

fn of_sow(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let criteria = entry.sow().map_or(&[][..], |sow| sow.acceptance.items());
    let bare =
        |it: &&At<Acceptance>| it.met.is_true() && it.evidence.get().is_none() && it.evidence.withheld().is_none();
    criteria
        .iter()
        .filter(bare)
        .filter(|it| !(it.evidence.is_absent() && is_unread(entry, "evidence")))
        .map(|it| {
            let message = format!("`{}` of {} is met, and nothing shows it", it.id.text(), name(entry));
            let help = "add `evidence = \"https://…\"`: a test, a measurement, a page that works";
            facts.at(entry, it.met.span(), message).help(help)
        })
        .collect()
}
