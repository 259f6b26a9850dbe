//! Links to hosts that have another name now.

use crate::change::addresses::moved_host;
use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let found = entry.links.iter().filter_map(|link| {
        let (host, rest) = host_and_rest(&link.destination)?;
        let now = moved_host(host)?;
        let written = entry.text.get(link.place.range())?;
        let finding = facts.at(entry, link.place, format!("`{host}` is called `{now}` now"));
        let fix = written.find(host).map(|at| {
            let place = Span::new(at, at + host.len()).shifted(link.place.start);
            // The address behind the new name has to be looked at once.
            Fix::patch("write the new name of the host", vec![Edit::new(&entry.path, place, now.as_str())])
        });
        Some(finding.help(format!("write `https://{now}{rest}`")).mended_by(fix))
    });
    found.collect()
}
