//! Services that are reached by a number, or without encryption.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::check::prelude::*;
use crate::check::rules::inventory::in_use;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let linked = in_use(facts.site).filter_map(|(entry, service)| Some((entry, &service.url, service.url.get()?)));
    linked
        .filter_map(|(entry, field, url)| {
            let (how, help) = match (is_number(&url.0), url.0.starts_with("http://")) {
                (true, true) => (
                    "at a number and without encryption",
                    "give the address a name and a certificate, then write it here",
                ),
                (true, false) => {
                    ("at a number", "give the address a name that can move with the service, then write it here")
                }
                (false, true) => (
                    "without encryption",
                    "if it answers to https:// as well, write that; if not, give it a certificate",
                ),
                (false, false) => return None,
            };
            let message = format!("{} is reached {how}: `{}`", name(entry), url.0);
            Some(facts.at(entry, field.span(), message).help(help))
        })
        .collect()
}

/// Whether the host of `url` is an IP address.
fn is_number(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    if let Some(inner) = host.strip_prefix('[') {
        return inner.split(']').next().unwrap_or_default().parse::<Ipv6Addr>().is_ok();
    }
    host.split(':').next().unwrap_or_default().parse::<Ipv4Addr>().is_ok()
}
