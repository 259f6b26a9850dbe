//! Calls that promise bidders another day for their prices than the group has agreed on.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(agreed) = facts.site.profile.requirements.number("price_disclosure_days") else { return Vec::new() };
    facts.site.of_kind(Kind::Rfp).filter_map(|entry| of_rfp(facts, entry, agreed)).collect()
}

fn of_rfp(facts: &Facts, entry: &Entry, agreed: u32) -> Option<Diagnostic> {
    let field = &entry.rfp()?.prices_public_after_days;
    let own = *field.get().filter(|own| **own != agreed)?;
    let message = format!(
        "{} makes prices public after {}, and the group has agreed on {}",
        name(entry),
        days(own.into()),
        days(agreed.into())
    );
    let help =
        format!("write `prices_public_after_days = {agreed}`; once the call is public, the promise in it stands");
    Some(citing(facts, "price_disclosure_days", facts.at(entry, field.span(), message).help(help)))
}
