//! Pieces of work that two people are at, each under a bounty of their own.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let claimed: Vec<Claim> = facts.site.of_kind(Kind::Bounty).filter_map(|entry| claim(facts, entry)).collect();
    let rivals = claimed.iter().enumerate().filter_map(|(at, claim)| {
        let first = claimed[..at].iter().find(|it| it.sow.at == claim.sow.at && it.claimant.at != claim.claimant.at)?;
        Some((first, claim))
    });
    rivals.map(|(first, second)| finding(facts, first, second)).collect()
}

/// Somebody at work.
struct Claim<'a> {
    bounty: &'a Entry,
    sow: &'a Entry,
    claimant: &'a Entry,
}

fn claim<'a>(facts: &Facts<'a>, bounty: &'a Entry) -> Option<Claim<'a>> {
    let is_active = bounty.is_between(Means::UnderWay, Means::Accepted);
    let claimant = facts.site.find(bounty.bounty()?.claimant.get()?)?;
    let sow = facts.site.target(bounty, "sow")?;
    is_active.then_some(Claim { bounty, sow, claimant })
}

fn finding(facts: &Facts, first: &Claim, second: &Claim) -> Diagnostic {
    let message = format!(
        "{} works on {} under {}, and {} under {}",
        name(second.claimant),
        name(second.sow),
        name(second.bounty),
        name(first.claimant),
        name(first.bounty)
    );
    let help = format!(
        "settle who goes on, and give the other claim back with `[[event]]`, `to = \"{}\"`; if they do different parts, write a \
         statement of work for each",
        facts.site.state_that(Kind::Bounty, Means::Open)
    );
    let span = |claim: &Claim| claim.bounty.bounty().and_then(|bounty| bounty.claimant.span());
    let finding = facts.at(second.bounty, span(second), message).help(help);
    finding.label(&first.bounty.path, span(first), "the first claim")
}
