//! Service levels that do not say where the measurement comes from.

use crate::check::prelude::*;
use crate::document::shared::Slo;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let is_bare = |slo: &&At<Slo>| slo.source.is_missing() || slo.source.unknown().is_some();
    let bare: Vec<&At<Slo>> = service.slo.items().iter().filter(is_bare).collect();
    let first = bare.first().filter(|_| service.is_relied_on())?;
    let indicators = bare.iter().filter_map(|slo| Some(slo.indicator.get()?.as_str()));
    let message = format!("nothing says how {} of {} is measured", quoted(indicators, "and"), name(entry));
    let help = "add `source = \"…\"` to the `[[slo]]`: the status page, the monitor, or who counts by hand";
    Some(facts.at(entry, first.span, message).help(help))
}
