//! Services that are reached by a number, or without encryption.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let url = &service.url.get().filter(|_| service.is_in_use())?.0;
    let (how, help) = match (is_number(url), url.starts_with("http://")) {
        (true, true) => {
            ("at a number and without encryption", "give the address a name and a certificate, then write it as `url`")
        }
        (true, false) => {
            ("at a number", "give the address a name that can move with the service, then write it as `url`")
        }
        (false, true) => {
            ("without encryption", "if it answers to `https://` as well, write that; if not, give it a certificate")
        }
        (false, false) => return None,
    };
    let message = format!("{} is reached {how}: `{url}`", name(entry));
    Some(facts.at(entry, service.url.span(), message).help(help))
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
