//! Votes that may not count: of somebody who was no member, a second one, one outside of the days, one with an interest.

use crate::check::prelude::*;
use crate::document::decision::{Vote, VoteValue};
use crate::document::group::GroupType;
use crate::document::rfp::Offer;
use crate::fields::ORGANIZATION;
use crate::site::nearest_term;
use crate::site::{Tally, Voter};

pub(crate) const FIND: Find = each!(decision, find);

/// Each reason by itself: a vote can have several.
fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let Some(tally) = entry.tally() else { return Vec::new() };
    let of_voter = |voter: &Voter| {
        [
            by_non_member(facts, entry, decision, voter),
            repeated(facts, entry, tally, voter),
            conflicted(facts, entry, voter),
        ]
    };
    let clause = deciding_clause(facts, entry);
    let of_voters = tally.voters.iter().flat_map(of_voter).flatten().map(|finding| finding.cited(clause.as_ref()));
    let outside = decision.vote.items().iter().filter_map(|vote| outside_window(facts, entry, decision, vote));
    of_voters.chain(outside).collect()
}

/// The clause by which the group decided on the day, where it counts on this rule.
fn deciding_clause(facts: &Facts, entry: &Entry) -> Option<String> {
    let clause = facts.site.decision_rule(entry)?.clause.as_ref()?;
    let mut counting = facts.site.profile.clauses_held_by("vote-does-not-count");
    counting.any(|it| clause.contains(&it.cited())).then(|| clause.clone())
}

fn by_non_member(facts: &Facts, entry: &Entry, decision: &Decision, voter: &Voter) -> Option<Diagnostic> {
    let group = facts.site.target(entry, "group")?;
    let is_open = group.group().and_then(|it| it.r#type.get()) == Some(&GroupType::Community);
    // A group whose members could not be read may well list them.
    let is_refused = !voter.is_member && voter.value != VoteValue::Recuse;
    if !is_refused || is_open || group.is_unreadable("type") || facts.site.has_unclear_roster(group) {
        return None;
    }
    let person = facts.site.voter(voter)?;
    let day = voter.date.or_else(|| decision.decided.get().or_else(|| decision.closes.get()).copied());
    let on = day.map_or(String::new(), |day| format!(" on {day}"));
    let message = format!("{} was not a member of {}{on}, so the vote does not count", name(person), name(group));
    let help = format!("take the vote out, or correct the term in `{}`", group.path);
    let finding = facts.at(entry, voter.name_span, message).about("membership").help(help);
    let finding = finding.concerning(&person.path, None);
    let (span, says) = nearest_term(facts.site, group, person, day.unwrap_or(facts.site.today)).unzip();
    Some(finding.label(&group.path, span, says.unwrap_or_default()))
}

fn repeated(facts: &Facts, entry: &Entry, tally: &Tally, voter: &Voter) -> Option<Diagnostic> {
    let first = tally.voters.iter().find(|first| first.is_same_person(voter)).filter(|_| voter.is_repeated)?;
    let message = format!("{} voted before; only the first vote counts", voter_name(facts, voter));
    let help = "keep one `[[vote]]` for each person; who changes their mind while the vote is open gives both votes their days";
    let finding = facts.at(entry, voter.name_span, message).about("repetition").help(help);
    let finding = concerning_keys(finding, entry, BALLOT);
    Some(finding.label(&entry.path, first.name_span, format!("the first vote: {}", first.value)))
}

fn outside_window(facts: &Facts, entry: &Entry, decision: &Decision, vote: &At<Vote>) -> Option<Diagnostic> {
    let date = *vote.date.get()?;
    let (what, limit) = outside(decision, date)?;
    let voter = vote.person.get().and_then(|person| facts.site.find(person));
    let voter = voter.map_or_else(|| vote.person.text().to_owned(), name);
    let message = format!("the vote of {voter} is dated {date}, {what}");
    let help = "correct `date`; a vote that came too late belongs into the text and not into the table";
    let finding = facts.at(entry, vote.date.span(), message).help(help).label(&entry.path, limit, "this day");
    let finding = concerning_keys(finding, entry, BALLOT.into_iter().chain(WINDOW));
    Some(citing_for(facts, "vote-does-not-count", "comment_days", finding))
}

/// A day of the decision, whether a vote of another day is outside of it, and the words for that.
type Limit<'a> = (&'a Field<Date>, fn(Date, Date) -> bool, &'static str);

/// What `date` is outside of, with its place; `None` where the days of the decision are the wrong way round, for then every
/// vote would be.
fn outside(decision: &Decision, date: Date) -> Option<(String, Span)> {
    let is_reversed = |end: &Field<Date>| decision.opened.get().zip(end.get()).is_some_and(|(start, end)| end < start);
    if is_reversed(&decision.closes) || is_reversed(&decision.decided) {
        return None;
    }
    let limits: [Limit; 3] = [
        (&decision.opened, |date, opened| date < opened, "before the question was put on"),
        (&decision.closes, |date, closes| date > closes, "after the last day to take part,"),
        (&decision.decided, |date, decided| date > decided, "after the decision of"),
    ];
    // The day that could not be read may be the one that counts.
    if limits.iter().any(|(field, ..)| field.is_unreadable()) {
        return None;
    }
    limits.into_iter().find_map(|(field, is_outside, words)| {
        let day = *field.get().filter(|day| is_outside(date, **day))?;
        Some((format!("{words} {day}"), field.span()?))
    })
}

fn conflicted(facts: &Facts, entry: &Entry, voter: &Voter) -> Option<Diagnostic> {
    let person = facts.site.voter(voter).filter(|_| voter.value != VoteValue::Recuse)?;
    let day = voter.date.unwrap_or_else(|| facts.site.day_of_decision(entry));
    // The requests for proposal that the decision is about, or whose steps name it.
    let about = facts.site.targets(entry, "about").filter(|it| it.rfp().is_some());
    let mut calls = about.chain(facts.site.referring(entry, Kind::Rfp, "event.decision"));
    let (rfp, interest) = calls.find_map(|rfp| Some((rfp, interest(facts, rfp, person, day)?)))?;
    let message = format!("{} voted on {}, and {}", name(person), name(rfp), interest.reason);
    let finding = facts.at(entry, voter.name_span, message).about("interest").help(interest.help);
    Some(finding.label(&rfp.path, interest.span, "the interest"))
}

/// What somebody has to gain from an award.
struct Interest {
    reason: String,
    span: Span,
    help: String,
}

fn interest(facts: &Facts, rfp: &Entry, person: &Entry, day: Date) -> Option<Interest> {
    let offers = rfp.rfp()?.offer.items();
    let employed = offers.iter().find_map(|offer| employed(facts, offer, person, day));
    employed.or_else(|| offers.iter().find_map(|offer| stated(facts, offer, person)))
}

/// The interest that the offer states.
fn stated(facts: &Facts, offer: &Offer, person: &Entry) -> Option<Interest> {
    let is_person = |it: &&At<_>| facts.site.find(&it.value).is_some_and(|it| it.at == person.at);
    let span = offer.conflicts.items().iter().find(is_person)?.span;
    let help = "write `value = \"recuse\"` in the vote, and count again; if the interest is over, take the name out of \
        `conflicts` and say so in the text";
    Some(Interest { reason: "has an interest in one of its offers".to_owned(), span, help: help.to_owned() })
}

/// That the person worked on the day for whoever made the offer.
fn employed(facts: &Facts, offer: &Offer, person: &Entry, day: Date) -> Option<Interest> {
    let bidder = facts.site.find(offer.from.get()?)?;
    let is_bidder = |word: &str| facts.site.resolve(word, ORGANIZATION).entry().is_some_and(|it| it.at == bidder.at);
    facts.site.affiliations(person, day).any(is_bidder).then_some(())?;
    let reason = format!("worked for {} on that day, which made one of its offers", name(bidder));
    let help = format!(
        "write `value = \"recuse\"` in the vote, and count again; if the affiliation was over by then, add its last day to \
            `{}`",
        person.path
    );
    Some(Interest { reason, span: offer.from.span()?, help })
}
