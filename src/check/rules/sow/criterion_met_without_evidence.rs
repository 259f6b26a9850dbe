//! Acceptance criteria that are met, with nothing to show it.

use crate::check::prelude::*;
use crate::document::sow::Acceptance;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Vec<Diagnostic> {
    let is_bare =
        |it: &&At<Acceptance>| it.met.is_true() && (it.evidence.is_missing() || it.evidence.unknown().is_some());
    let finding = |it: &At<Acceptance>| {
        let message = format!("`{}` of {} is met, and nothing shows it", it.id.text(), name(entry));
        let help = "add `evidence = \"https://…\"`: a test, a measurement, a page that works";
        facts.at(entry, it.met.span(), message).help(help)
    };
    sow.acceptance.items().iter().filter(is_bare).map(finding).collect()
}
