//! Services on which much depends and for which no service level is agreed.

use crate::check::prelude::*;
use crate::document::service::Critical;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let slo = &service.slo;
    let has_none = slo.has_no_items() || slo.unknown().is_some();
    let is_critical = service.critical.get() == Some(&Critical::High) && service.is_relied_on();
    // A statement of work may set the level for it.
    let mut sows = facts.site.referring(entry, Kind::Sow, "slo.service");
    if !is_critical || !has_none || sows.next().is_some() {
        return None;
    }
    let message = format!("much depends on {}, and no service level is agreed for it", name(entry));
    let help = "add an `[[slo]]` table: `indicator = \"availability\"`, `objective = \">= 99.5 %\"`";
    Some(facts.at(entry, slo.span().or(service.critical.span()), message).help(help))
}
