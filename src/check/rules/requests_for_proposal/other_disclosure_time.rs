//! Calls that promise bidders another day for their prices than the group has agreed on.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let field = &rfp.prices_public_after_days;
    let own = field.get().map(|own| i64::from(*own)).filter(|own| *own != facts.limit)?;
    let message = format!(
        "{} makes prices public after {}, and the group has agreed on {}",
        name(entry),
        days(own),
        days(facts.limit)
    );
    let help = format!(
        "write `prices_public_after_days = {}`; once the call is public, keep what it promises",
        facts.limit
    );
    Some(facts.at(entry, field.span(), message).help(help))
}
