//! Services that need another one which is gone.

use crate::check::prelude::*;
use crate::fields::OneOf;
use crate::site::Resolved;

pub const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, _: &Service) -> Vec<Diagnostic> {
    if is_retired(entry) {
        return Vec::new();
    }
    let needed = entry.references.iter().filter(|reference| &*reference.key == "depends_on");
    let retired = needed.filter_map(|reference| {
        let Resolved::Found(needed) = facts.site.resolve(&reference.text, reference.kinds) else { return None };
        let service = needed.service().filter(|_| is_retired(needed))?;
        let since = needed.status.as_ref().and_then(|status| status.since);
        let when = since.map_or(String::new(), |since| format!(" since {since}"));
        let message = format!("`{}` depends on `{}`, which is retired{when}", entry.id, needed.id);
        let finding = facts.at(entry, reference.span, message);
        let finding = finding.label(&needed.path, service.lifecycle.span(), format!("`{}` is retired", needed.id));
        Some(match service.successor.get() {
            Some(OneOf::First(successor)) => {
                finding.help(format!("depend on its successor `{}`, or remove it", successor.as_str()))
            }
            Some(OneOf::Second(_)) | None => finding.help("name what took its place, or remove it from `depends_on`"),
        })
    });
    retired.collect()
}

fn is_retired(entry: &Entry) -> bool {
    let stated = entry.service().and_then(|service| service.lifecycle.get()) == Some(&Lifecycle::Retired);
    stated || entry.means() == Some(Means::Retired)
}
