//! Acceptance criteria that are met, with nothing to show it.

use crate::check::prelude::*;
use crate::document::sow::Acceptance;

pub const FIND: Find = each!(record, of_sow);

fn of_sow(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let criteria = entry.sow().map_or(&[][..], |sow| sow.acceptance.items());
    let bare =
        |it: &&At<Acceptance>| it.met.is_true() && it.evidence.get().is_none() && it.evidence.withheld().is_none();
    criteria
        .iter()
        .filter(bare)
        .filter(|it| !(it.evidence.is_missing() && is_unread(entry, "evidence")))
        .map(|it| {
            let message = format!("`{}` of {} is met, and nothing shows it", it.id.text(), name(entry));
            let help = "add `evidence = \"https://…\"`: a test, a measurement, a page that works";
            facts.at(entry, it.met.span(), message).help(help)
        })
        .collect()
}
