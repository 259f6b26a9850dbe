//! Services that need another one which is gone.

use crate::check::prelude::*;
use crate::fields::OneOf;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, _: &Service) -> Vec<Diagnostic> {
    let needed = edges(entry, "depends_on").filter(|_| !is_retired(entry) && !entry.is_unreadable("lifecycle"));
    let retired = needed.filter_map(|edge| {
        let needed = Some(&facts.site.entries[edge.to]).filter(|needed| is_retired(needed))?;
        let service = needed.service()?;
        let since = needed.status.as_ref().and_then(|status| status.since);
        let when = since.map_or(String::new(), |since| format!(" since {since}"));
        let message = format!("`{}` depends on `{}`, which is retired{when}", entry.id, needed.id);
        let help = match service.successor.get() {
            Some(OneOf::First(successor)) => format!("depend on its successor `{}`, or remove it", successor.as_str()),
            Some(OneOf::Second(_)) | None => "name what took its place, or remove it from `depends_on`".to_owned(),
        };
        let finding = facts.at(entry, edge.span, message).help(help);
        Some(finding.label(&needed.path, service.lifecycle.span(), format!("`{}` is retired", needed.id)))
    });
    retired.collect()
}

fn is_retired(entry: &Entry) -> bool {
    let stated = entry.service().and_then(|service| service.lifecycle.get()) == Some(&Lifecycle::Retired);
    stated || entry.means() == Some(Means::Retired)
}
