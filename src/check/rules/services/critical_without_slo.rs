//! Services on which much depends, or of which nothing says how much does, and for which no service level is agreed.

use crate::check::prelude::*;
use crate::document::service::Critical;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let slo = &service.slo;
    let has_none = slo.has_no_items() || slo.unknown().is_some();
    // A key that is left out does not lower what is asked; it is a note, as nobody knows yet.
    let (level, what) = match service.critical.get() {
        Some(Critical::High) => (Level::Warning, "much depends on"),
        None if service.critical.is_missing() && slo.unknown().is_none() => {
            (Level::Note, "nothing says how much depends on")
        }
        Some(Critical::Medium | Critical::Low) | None => return None,
    };
    // A statement of work may set the level for it.
    let of_nobody = facts.site.of_kind(Kind::Sow).filter(|sow| sow.is_unreadable("slo.service"));
    let mut sows = facts.site.referring(entry, Kind::Sow, "slo.service").chain(of_nobody);
    if !service.is_relied_on() || !has_none || sows.next().is_some() {
        return None;
    }
    let message = format!("{what} {}, and no service level is agreed for it", name(entry));
    let help = match level {
        Level::Note => "add `critical = \"low\"` where little depends on it, else an `[[slo]]` table",
        Level::Warning | Level::Error => {
            "add an `[[slo]]` table: `indicator = \"availability\"`, `objective = \">= 99.5 %\"`"
        }
    };
    let finding = facts.at(entry, slo.span().or(service.critical.span()), message).at_level(level).help(help);
    Some(finding.concerning(&entry.path, "critical".to_owned()))
}
