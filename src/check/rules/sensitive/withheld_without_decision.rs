//! Values that are withheld and name no decision to do so.

use crate::check::prelude::*;
use crate::fields::Missing;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let stated = entry.gaps.iter().filter_map(|gap| match &gap.what {
        // That offers are not shown is what the call itself promises.
        Missing::Withheld(it) if it.by.is_none() && !gap.key.starts_with("offer.") => Some((gap.key.as_str(), it.span)),
        Missing::Withheld(_) | Missing::Unknown(_) => None,
    });
    let cost = entry.sow().and_then(|sow| sow.cost.get()).and_then(|cost| {
        cost.by.is_missing().then_some(())?;
        cost.withheld.get()?;
        Some(("cost", cost.withheld.span()?))
    });
    let bare: Vec<(&str, Span)> = stated.chain(cost).collect();
    let ((_, first), rest) = bare.split_first()?;
    let mut keys: Vec<&str> = bare.iter().map(|(key, _)| *key).collect();
    keys.dedup();
    let message = format!("{} of {} is withheld, and no decision says so", quoted(keys, "and"), name(entry));
    let help = "name the decision: `by = \"DEC-…\"`; if there is none, let the group take one, or show the value";
    let others = rest.iter().map(|(_, span)| (&entry.path, *span, "and this"));
    Some(facts.at(entry, *first, message).help(help).labels(others))
}
