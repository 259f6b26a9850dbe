//! Money that was approved and that nobody used for so long that the approval does not hold any more.

use crate::check::prelude::*;
use crate::check::rules::inventory::contracts;
use crate::check::rules::money_trail::{allows_money, is_superseded};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("approval_lapse_days") else { return Vec::new() };
    facts.site.of_kind(Kind::Sow).filter_map(|entry| of_sow(facts, entry, limit)).collect()
}

fn of_sow(facts: &Facts, entry: &Entry, limit: i64) -> Option<Diagnostic> {
    let site = facts.site;
    entry.means().filter(|means| *means == Means::Approved)?;
    let about = site.referring(entry, Kind::Decision, "about").chain(site.targets(entry, "event.decision"));
    let allowing = about.filter(|it| allows_money(site, it) && !is_superseded(it));
    let (decision, decided) = allowing.filter_map(|it| Some((it, day(it)?))).max_by_key(|(_, day)| *day)?;
    let lapsed = days_after(decided, limit);
    if lapsed >= site.today || is_used(site, entry) {
        return None;
    }
    let message = format!(
        "the money for {} was approved by {} on {decided}, {} ago, and nothing uses it; after {} it is asked for again",
        name(entry),
        name(decision),
        days(days_between(decided, site.today)),
        days(limit),
    );
    let help = format!(
        "ask the board whether it still stands and record the new decision, or cancel the statement of work; if the work has \
         begun, add the contract or the step to `{}`",
        site.state_that(Kind::Sow, Means::UnderWay)
    );
    let span = site.events_to(entry, &[Means::Approved]).last().and_then(|event| event.to.span());
    let finding = facts.at(entry, span, message).help(help);
    let finding =
        finding.label(&decision.path, decision.decision().and_then(|it| it.decided.span()), "approved on this day");
    Some(citing(facts, "approval_lapse_days", finding))
}

fn day(decision: &Entry) -> Option<Date> {
    decision.decision().and_then(|it| it.decided.get().copied())
}

/// Whether a contract covers the work, or somebody can claim a bounty for it.
fn is_used(site: &Site, sow: &Entry) -> bool {
    let is_contracted = contracts(site).any(|(_, contract)| {
        contract.sows.items().iter().filter_map(|it| site.find(&it.value)).any(|it| it.at == sow.at)
    });
    let mut bounties = site.referring(sow, Kind::Bounty, "sow");
    is_contracted || bounties.any(|bounty| !bounty.has_ended())
}
