//! Old addresses that nobody can come from, or that are written in another way than they are read.

use crate::check::prelude::*;
use crate::site::places::{OldAddress, Slip};

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let base_url = facts.site.config.base_url.as_deref();
    let slip = |old: &At<String>| Some((old.clone(), OldAddress::read(old, base_url).slip?));
    let slips = entry.common.redirects.items().iter().filter_map(slip);
    slips.map(|(old, slip)| finding(facts, entry, &old, slip)).collect()
}

fn finding(facts: &Facts, entry: &Entry, old: &At<String>, slip: Slip) -> Diagnostic {
    let own =
        "name an address below this site as it follows the address of the site, as in `redirects = [\"/sow/0003/\"]`";
    let (message, help) = match slip {
        Slip::Elsewhere => (
            format!("`{}` is on another site, and only that one can lead on from there", old.value),
            format!("take it out, or {own}"),
        ),
        Slip::Query => (
            format!(
                "nothing leads here from `{}`: what follows `?` or `#` does not tell a server which file is meant",
                old.value
            ),
            format!(
                "write `\"{}\"`, the part before it, or take it out",
                old.value.split(['?', '#']).next().unwrap_or_default()
            ),
        ),
        Slip::NoPath => {
            (format!("`{}` is no address of this site, so nothing leads here from it", old.value), own.to_owned())
        }
        Slip::Encoded(meant) => (
            format!("`{}` is made as `{meant}`: here, an address is written as a reader sees it", old.value),
            format!("write `\"{meant}\"`"),
        ),
        Slip::Published(meant) => (
            format!("`{}` is made as `{meant}`, for it begins with the address of the site itself", old.value),
            format!("write `\"{meant}\"`"),
        ),
    };
    facts.at(entry, old.span, message).help(help)
}
