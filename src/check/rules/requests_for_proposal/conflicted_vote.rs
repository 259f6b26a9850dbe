//! Votes on an award by people who have an interest in one of the offers.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::rules::votes::place;
use crate::document::decision::VoteValue;
use crate::document::rfp::Offer;
use crate::fields::ORGANIZATION;
use crate::site::Voter;

pub const FIND: Find = each!(record, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let offers = entry.rfp().map_or(&[][..], |rfp| rfp.offer.items());
    if offers.is_empty() {
        return Vec::new();
    }
    decisions(facts, entry).into_iter().flat_map(|decision| of_decision(facts, entry, offers, decision)).collect()
}

/// The decisions about the call, or that its steps name, each once.
fn decisions<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<&'a Entry> {
    let about = facts.site.referring(entry, Kind::Decision, "about");
    let mut seen = BTreeSet::new();
    about.chain(facts.site.targets(entry, "event.decision")).filter(|decision| seen.insert(decision.at)).collect()
}

fn of_decision(facts: &Facts, rfp: &Entry, offers: &[At<Offer>], decision: &Entry) -> Vec<Diagnostic> {
    let Some(tally) = facts.site.tally(decision) else { return Vec::new() };
    let counted = tally.voters.iter().filter(|voter| voter.value != VoteValue::Recuse);
    let finding = |voter: &Voter| {
        let person = voter.person?;
        let day = voter.date.unwrap_or_else(|| facts.site.day_of_decision(decision));
        let named = || offers.iter().find_map(|offer| stated(facts, offer, person));
        let (why, span, help) = offers.iter().find_map(|offer| employed(facts, offer, person, day)).or_else(named)?;
        let message = format!("{} voted on {}, and {why}", name(person), name(rfp));
        let finding = facts.at(decision, place(decision, voter), message).help(help);
        Some(finding.label(&rfp.path, span, "the interest"))
    };
    counted.filter_map(finding).collect()
}

/// The interest that the offer states.
fn stated(facts: &Facts, offer: &Offer, person: &Entry) -> Option<(String, Span, String)> {
    let conflicts = offer.conflicts.items().iter();
    let own =
        conflicts.filter_map(|it| Some((facts.site.find(&it.value)?, it.span))).find(|(it, _)| it.at == person.at);
    let (_, span) = own?;
    let help = "write `value = \"recuse\"` in the vote, and count again; if the interest is over, take the name out of \
        `conflicts` and say so in the text";
    Some(("has an interest in one of its offers".to_owned(), span, help.to_owned()))
}

/// That the person worked on the day for whoever made the offer.
fn employed(facts: &Facts, offer: &Offer, person: &Entry, day: Date) -> Option<(String, Span, String)> {
    let bidder = facts.site.find(offer.from.get()?)?;
    let of_bidder = |word: &str| facts.site.resolve(word, ORGANIZATION).entry().is_some_and(|it| it.at == bidder.at);
    facts.site.affiliations(person, day).any(of_bidder).then_some(())?;
    let help = format!(
        "write `value = \"recuse\"` in the vote, and count again; if the affiliation was over by then, add its last day to \
            `{}`",
        person.path
    );
    Some((format!("worked for {} on that day, which made one of its offers", name(bidder)), offer.from.span()?, help))
}
