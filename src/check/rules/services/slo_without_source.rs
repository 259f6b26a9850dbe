//! Service levels that do not say where the measurement comes from.

use crate::check::prelude::*;
use crate::check::rules::inventory::relied_on;
use crate::document::shared::Slo;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    relied_on(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service)).collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let is_bare = |slo: &&At<Slo>| slo.source.is_missing() || slo.source.unknown().is_some();
    let bare: Vec<&At<Slo>> = service.slo.items().iter().filter(is_bare).collect();
    let first = bare.first().filter(|_| !is_unread(entry, "source"))?;
    let indicators = bare.iter().filter_map(|slo| Some(slo.indicator.get()?.as_str()));
    let message = format!("nothing says how {} of {} is measured", quoted(indicators, "and"), name(entry));
    let help = "add `source = \"…\"` to the `[[slo]]`: the status page, the monitor, or who counts by hand";
    Some(facts.at(entry, first.span, message).help(help))
}
