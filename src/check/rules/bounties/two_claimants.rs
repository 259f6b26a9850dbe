//! Pieces of work that two people are at, each under a bounty of their own.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Site(find);

/// Somebody at work: the bounty, the statement of work, who it is, where the bounty says so.
type Claim<'a> = (&'a Entry, &'a Entry, &'a Entry, Option<Span>);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let at_work = facts.site.of_kind(Kind::Bounty).filter(|it| it.is_between(Means::UnderWay, Means::Accepted));
    let claimed = at_work.filter_map(|entry| {
        let claimant = &entry.bounty()?.claimant;
        Some((entry, facts.site.target(entry, "sow")?, facts.site.find(claimant.get()?)?, claimant.span()))
    });
    let claimed: Vec<Claim> = claimed.collect();
    let rivals = claimed.iter().enumerate().filter_map(|(at, second)| {
        let first = claimed[..at].iter().find(|first| first.1.at == second.1.at && first.2.at != second.2.at)?;
        Some(finding(facts, *first, *second))
    });
    rivals.collect()
}

fn finding(facts: &Facts, (other, _, first, place): Claim, (bounty, sow, second, span): Claim) -> Diagnostic {
    let (second, work, here) = (name(second), name(sow), name(bounty));
    let message = format!("{second} works on {work} under {here}, and {} under {}", name(first), name(other));
    let help = format!(
        "settle who goes on, and give the other claim back with `[[event]]`, `to = \"{}\"`, `date` and `by`; if they do different parts, \
         write a statement of work for each",
        facts.site.state_that(Kind::Bounty, Means::Open)
    );
    facts.at(bounty, span, message).help(help).label(&other.path, place, "the first claim")
}
