//! Services of which nobody knows who runs them.

use crate::check::prelude::*;
use crate::check::rules::inventory::{in_use, unknown_because};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let unknown = in_use(facts.site).filter_map(|(entry, service)| Some((entry, service.operator.unknown()?)));
    unknown
        .map(|(entry, gap)| {
            let message = format!("{} has no known operator{}", name(entry), unknown_because(gap));
            let help = "name whoever keeps it running: `operator = \"…\"`";
            facts.at(entry, gap.span, message).help(help)
        })
        .collect()
}
