//! Money that was approved and that nobody used for so long that the approval does not hold any more.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, _sow: &Sow) -> Option<Diagnostic> {
    let site = facts.site;
    entry.means().filter(|means| *means == Means::Approved)?;
    let about = site.referring(entry, Kind::Decision, "about").chain(site.targets(entry, "event.decision"));
    let allowing = about.filter(|it| site.allows_money(it) && !it.is_superseded());
    let (decision, decided) =
        allowing.filter_map(|it| Some((it, it.decision()?.decided.get()?))).max_by_key(|it| it.1)?;
    if days_after(*decided, facts.limit) >= site.today || is_used(site, entry) {
        return None;
    }
    let message = format!(
        "the money for {} was approved by {} on {decided}, {} ago, and nothing uses it; after {} it is asked for again",
        name(entry),
        name(decision),
        days(days_between(*decided, site.today)),
        days(facts.limit),
    );
    let help = format!(
        "ask the board whether it still approves and record the new one in `decisions/`, or cancel the statement of work; if the work \
         has begun, add the contract or the step to `{}`",
        site.state_that(Kind::Sow, Means::UnderWay)
    );
    let span = site.events_to(entry, &[Means::Approved]).last().and_then(|event| event.to.span());
    let day = decision.decision().and_then(|it| it.decided.span());
    Some(facts.at(entry, span, message).help(help).label(&decision.path, day, "approved on this day"))
}

/// Whether a contract covers the work, or somebody can claim a bounty for it.
fn is_used(site: &Site, sow: &Entry) -> bool {
    let mut bounties = site.referring(sow, Kind::Bounty, "sow");
    site.contracts_over(sow).next().is_some() || bounties.any(|bounty| !bounty.has_ended())
}
