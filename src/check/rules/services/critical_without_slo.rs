//! Services on which much depends and for which no service level is agreed.

use crate::check::prelude::*;
use crate::check::rules::inventory::in_use;
use crate::document::service::Critical;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    in_use(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service)).collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    if !is_bare(facts.site, entry, service) {
        return None;
    }
    let span = match &service.slo {
        Field::Absent => service.critical.span(),
        Field::Stated(slo) if slo.is_empty() && slo.unreadable.is_empty() => Some(slo.span),
        Field::Unknown(gap) => Some(gap.span),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("much depends on {}, and no service level is agreed for it", name(entry));
    let help = "add an `[[slo]]` table: `indicator = \"availability\"`, `objective = \">= 99.5 %\"`";
    Some(facts.at(entry, span, message).help(help))
}

/// Whether much depends on the service and nothing is agreed for it.
pub fn is_bare(site: &Site, entry: &Entry, service: &Service) -> bool {
    let is_relied_on = service.critical.get() == Some(&Critical::High)
        && matches!(service.lifecycle.get(), Some(Lifecycle::Production | Lifecycle::Deprecated));
    let says_nothing = match &service.slo {
        Field::Absent | Field::Unknown(_) => true,
        Field::Stated(slo) => slo.is_empty(),
        Field::Unreadable(_) | Field::Withheld(_) => false,
    };
    is_relied_on && says_nothing && !is_promised_elsewhere(site, entry)
}

/// Whether a statement of work sets a service level for it.
fn is_promised_elsewhere(site: &Site, entry: &Entry) -> bool {
    site.referring(entry, Kind::Sow, "slo.service").next().is_some()
}
