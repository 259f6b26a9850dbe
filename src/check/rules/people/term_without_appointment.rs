//! Terms that nothing shows to be rightly begun: nobody nominated or confirmed them, or not those who should.

use crate::check::prelude::*;
use crate::document::group::Role;
use crate::site::running;
use crate::workflow::RoleRule;

/// The type of the groups to which everybody belongs, and which take no decisions of their own on people.
const COMMUNITY: &str = "community";

pub(crate) const FIND: Find = each!(group, find);

/// One finding for each term that runs today: those that are over cannot be put right any more.
fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let found = running(group, facts.site.today).filter_map(|term| {
        let rule = rule_of(facts, entry, term)?;
        let finding = lacking(facts, entry, term, rule)
            .or_else(|| wrong_confirmation(facts, entry, term, rule))
            .or_else(|| wrong_nomination(facts, entry, term, rule))
            .or_else(|| early(facts, entry, term))
            .or_else(|| seat_of_others(facts, entry, term))?;
        Some(citing_group(facts, group, &format!("roles.{}.confirmed_by", rule.role), finding))
    });
    found.collect()
}

/// What the term does not state, though the profile asks for it.
fn lacking(facts: &Facts, entry: &Entry, term: &At<Member>, rule: &RoleRule) -> Option<Diagnostic> {
    let proposed_by = rule.nominated_by.as_deref().filter(|_| !is_delegate(facts, entry, term));
    let nominated = proposed_by.and_then(|body| {
        let what = format!("the nomination by {}", body.title);
        Some((gap(&term.nominated_by, None)?, what, "`nominated_by`, with who proposed them or the decision that did"))
    });
    let confirmed = rule.confirmed_by.as_deref().and_then(|body| {
        // Who fills a seat that falls vacant may act in place of those who elect.
        let fills = rule.vacancy_by.as_deref().map(|body| format!(" or, for a vacant seat, of {}", body.title));
        let what = format!("the decision of {}{} that confirms it", body.title, fills.unwrap_or_default());
        Some((gap(&term.confirmed_by, None)?, what, "`confirmed_by = \"DEC-…\"`"))
    });
    let gaps: Vec<(Gap, String, &str)> = [nominated, confirmed].into_iter().flatten().collect();
    let level = gaps.iter().map(|(gap, ..)| gap.level).max()?;
    let why = gaps.first().map_or("", |(gap, ..)| &gap.why);
    let why = if level == Level::Warning { why } else { "" };
    let what = list(gaps.iter().map(|(_, what, _)| what.clone()), "and");
    let help = format!("add to the term {}", list(gaps.iter().map(|(.., help)| (*help).to_owned()), "and"));
    let message = format!("{} lacks {what}{why}", term_name(facts, entry, term));
    Some(facts.at(entry, term.person.span(), message).at_level(level).help(help))
}

/// The confirmation is not the right body's, it did not accept, the nomination is younger, or the term did not wait for it.
fn wrong_confirmation(facts: &Facts, entry: &Entry, term: &At<Member>, rule: &RoleRule) -> Option<Diagnostic> {
    let body = rule.confirmed_by.as_deref()?;
    let confirmation = facts.site.find(term.confirmed_by.get()?)?;
    let decision = confirmation.decision()?;
    let taken_by = facts.site.target(confirmation, "group")?;
    let is_of_other = |body: &Body| group_of(facts, body, entry).map(|wanted| wanted.at != taken_by.at);
    let (record, term_name) = (name(confirmation), term_name(facts, entry, term));
    let finding = |what: String, help: &str| {
        let message = format!("{term_name} is confirmed by {record}, {what}");
        Some(facts.at(entry, term.confirmed_by.span(), message).help(help))
    };
    let fills = || rule.vacancy_by.as_deref().and_then(is_of_other).unwrap_or(true);
    if is_of_other(body).unwrap_or(false) && fills() {
        let what = format!("a decision of {}; it is for {} to confirm it", name(taken_by), body.title);
        return finding(what, "name in `confirmed_by` the decision of the body that confirms it");
    }
    if !was_accepted(decision) {
        let ended = decision.outcome.get().map_or("is not decided".to_owned(), |it| format!("ended as `{it}`"));
        let help = format!("let the term begin when {record} is accepted, or name the decision that accepted it");
        return finding(format!("which {ended}"), &help);
    }
    if let Some(why) = beside_the_point(facts, entry, term, confirmation) {
        return finding(why, "name the decision about this term, or correct its `kind` and `about`");
    }
    let nomination = nomination(facts, term)?;
    let (decided, day) = (*decision.decided.get()?, *nomination.decision()?.decided.get()?);
    let before = format!("before it was proposed by {} on {day}", name(nomination));
    let finding = facts.at(entry, term.nominated_by.span(), format!("{term_name} was confirmed by {record} {before}"));
    (decided < day).then(|| {
        finding
            .help("correct the days of the two decisions, or name the right ones in `nominated_by` and `confirmed_by`")
    })
}

/// Whether `decision` accepted, or may have: nobody knows how it ended, or that could not be read.
fn was_accepted(decision: &Decision) -> bool {
    let may_have = decision.outcome.unknown().is_some() || decision.outcome.is_unreadable();
    may_have || decision.outcome.get() == Some(&Outcome::Accepted)
}

/// A group that decides nominates by a decision, and not in words; the community has no other way.
fn wrong_nomination(facts: &Facts, entry: &Entry, term: &At<Member>, rule: &RoleRule) -> Option<Diagnostic> {
    if is_delegate(facts, entry, term) {
        return None;
    }
    let body = rule.nominated_by.as_deref().filter(|body| body.group_type.as_deref() != Some(COMMUNITY))?;
    let words = term.nominated_by.get()?;
    let what = match nomination(facts, term).filter(|it| it.kind() == Kind::Decision) {
        None => format!("“{words}”, and it is for {} to decide on it", body.title),
        Some(nomination) => {
            let taken_by = facts.site.target(nomination, "group")?;
            group_of(facts, body, entry).filter(|wanted| wanted.at != taken_by.at)?;
            let (record, group) = (name(nomination), name(taken_by));
            format!("{record}, a decision of {group}; it is for {} to propose it", body.title)
        }
    };
    let message = format!("{} is proposed by {what}", term_name(facts, entry, term));
    let help = format!("name the decision of {} that proposed them: `nominated_by = \"DEC-…\"`", body.title);
    Some(facts.at(entry, term.nominated_by.span(), message).help(help))
}

/// Whether the body that the seat is named after sends whoever has it: nobody else proposes them as a member.
fn is_delegate(facts: &Facts, entry: &Entry, term: &Member) -> bool {
    let seats = facts.site.asked_of(entry).map_or(&[][..], |asked| &asked.seats);
    let is_member = term.role.get() == Some(&Role::Member);
    is_member && term.seat.get().is_some_and(|own| seats.iter().any(|seat| seat.delegated && seat.kind == *own))
}

/// The record that the term names as its nomination; `None` for words.
fn nomination<'a>(facts: &Facts<'a>, term: &Member) -> Option<&'a Entry> {
    facts.site.layout().parse(term.nominated_by.text()).and_then(|id| facts.site.record(&id))
}

/// Why `decision` cannot have been about the term: it is on something else, or about another group.
fn beside_the_point(facts: &Facts, entry: &Entry, term: &Member, confirmation: &Entry) -> Option<String> {
    let decision = confirmation.decision()?;
    let kind = decision.kind.get()?;
    let is_on_people = match kind {
        DecisionKind::Membership | DecisionKind::Chair | DecisionKind::General | DecisionKind::Charter => true,
        DecisionKind::Expenditure
        | DecisionKind::Acceptance
        | DecisionKind::Handover
        | DecisionKind::Award
        | DecisionKind::Route => false,
    };
    if !is_on_people {
        return Some(format!("which is of the kind `{kind}`"));
    }
    let person = term.person.get().and_then(|person| facts.site.find(person));
    let is_meant = |it: &Entry| it.at == entry.at || person.is_some_and(|person| person.at == it.at);
    let is_open = decision.about.items().is_empty() || has_dead_reference(facts.site, confirmation, "about");
    if is_open || facts.site.targets(confirmation, "about").any(is_meant) {
        return None;
    }
    Some(format!("which is about {}", list(facts.site.targets(confirmation, "about").map(name), "and")))
}

/// A term that began before the decision that is said to have confirmed it.
fn early(facts: &Facts, entry: &Entry, term: &At<Member>) -> Option<Diagnostic> {
    let confirmation = facts.site.find(term.confirmed_by.get()?)?;
    let decided = &confirmation.decision()?.decided;
    let (from, day) = (*term.from.get()?, *decided.get()?);
    (from < day).then_some(())?;
    let message = format!(
        "{} begins on {from}, before {} confirmed it on {day}",
        term_name(facts, entry, term),
        name(confirmation)
    );
    let help =
        format!("write `from = {day}` or a later day, or name in `confirmed_by` the decision that confirmed it then");
    let finding = facts.at(entry, term.from.span(), message).help(help);
    Some(finding.label(&confirmation.path, decided.span(), "decided on this day"))
}

/// A seat that is named after another body, held by somebody who is not a member of that body.
fn seat_of_others(facts: &Facts, entry: &Entry, term: &At<Member>) -> Option<Diagnostic> {
    let site = facts.site;
    let (seat, person) = (term.seat.get()?, site.find(term.person.get()?)?);
    let body = site.only_group_of_type(seat).filter(|body| body.at != entry.at)?;
    let has_roster = body.group().is_some_and(|it| !it.member.items().is_empty() && it.member.is_complete());
    let is_known = has_roster && !site.has_unclear_roster(body);
    (is_known && !site.is_member(person, body, site.today)).then_some(())?;
    let (term_name, body_name, who) = (term_name(facts, entry, term), name(body), name(person));
    let message = format!("{term_name} has a seat of `{seat}`, and {who} is no member of {body_name}");
    let help =
        format!("correct `seat`, let the term end with the one in {body_name}, or add that one to `{}`", body.path);
    Some(facts.at(entry, term.seat.span(), message).help(help))
}

/// The group of `body`; the group itself where the body is the record's own.
fn group_of<'a>(facts: &Facts<'a>, body: &Body, entry: &'a Entry) -> Option<&'a Entry> {
    if body.of_record { Some(entry) } else { facts.site.body(body, entry) }
}
