//! Statements of work whose contractor has no contract that covers them.

use crate::check::prelude::*;
use crate::fields::{Ref, SOW};

pub const FIND: Find = each!(record, of_sow);

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let named = &entry.sow().filter(|_| entry.has_reached(Means::UnderWay))?.contract;
    let contractor = facts.site.find(named.get()?)?;
    let record = contractor.contractor().filter(|_| !is_unread(contractor, "sows"))?;
    let covers = |sows: &Field<List<Ref<SOW>>>| {
        // Where nobody knows what a contract covers, it may be this.
        sows.get().is_none()
            || sows.items().iter().any(|sow| facts.site.find(&sow.value).is_some_and(|it| it.at == entry.at))
    };
    if record.contract.get().is_none() || record.contract.items().iter().any(|contract| covers(&contract.sows)) {
        return None;
    }
    let company = &contractor.title;
    let message =
        format!("{} names {company} as its contractor, and no contract with {company} covers it", name(entry));
    let help = format!("add it to the `sows` of the contract in `{}`, or correct `contract`", contractor.path);
    Some(facts.at(entry, named.span(), message).help(help))
}
