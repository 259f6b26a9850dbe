//! Terms that nothing shows to be rightly begun: nobody nominated or confirmed them, or not those who should.

use crate::check::prelude::*;
use crate::site::running;
use crate::workflow::RoleRule;

/// The type of the groups to which everybody belongs, and which take no decisions of their own on people.
const COMMUNITY: &str = "community";

pub const FIND: Find = each!(group, find);

/// One finding for each term that runs today: those that are over cannot be put right any more.
fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let Some((_, asked)) = asked_of(facts.site, entry) else { return Vec::new() };
    let terms = running(group, facts.site.today);
    let ruled = terms.filter_map(|term| Some((term, asked.role(term.role.get()?.as_str())?)));
    ruled
        .filter_map(|(term, rule)| {
            let finding = lacking(facts, entry, term, rule)
                .or_else(|| wrong(facts, entry, term, rule))
                .or_else(|| early(facts, entry, term))
                .or_else(|| seat_of_others(facts, entry, term))?;
            Some(citing_group(facts, group, &format!("roles.{}.confirmed_by", rule.role), finding))
        })
        .collect()
}

/// `the term of Ada as chair of `iwg``
fn term_name(facts: &Facts, entry: &Entry, term: &Member) -> String {
    let person = member_name(facts, term);
    let role = term.role.get().map_or("member", |role| role.as_str());
    format!("the term of {person} as {role} of {}", name(entry))
}

/// What the term does not state, though the profile asks for it.
fn lacking(facts: &Facts, entry: &Entry, term: &At<Member>, rule: &RoleRule) -> Option<Diagnostic> {
    let nominated = rule.nominated_by.as_deref().and_then(|body| Some((body, gap(&term.nominated_by)?)));
    let confirmed = rule.confirmed_by.as_deref().and_then(|body| Some((body, gap(&term.confirmed_by)?)));
    let nomination = nominated.as_ref().map(|(body, gap)| (format!("the nomination by {}", body.title), gap));
    // Who fills a seat that falls vacant stands in for those who elect.
    let fills =
        rule.vacancy_by.as_deref().map_or(String::new(), |body| format!(" or, for a vacant seat, of {}", body.title));
    let confirmation =
        confirmed.as_ref().map(|(body, gap)| (format!("the decision of {}{fills} that confirms it", body.title), gap));
    let helps = [
        nomination.as_ref().map(|_| "`nominated_by`, with who proposed them or the decision that did".to_owned()),
        confirmation.as_ref().map(|_| "`confirmed_by = \"DEC-…\"`".to_owned()),
    ];
    let gaps: Vec<_> = [nomination, confirmation].into_iter().flatten().collect();
    let is_stated = gaps.iter().all(|(_, gap)| gap.is_some());
    let why = gaps.iter().find_map(|(_, gap)| **gap).filter(|_| is_stated);
    let why = why.map_or(String::new(), unknown_because);
    let what = list(gaps.iter().map(|(what, _)| what.clone()), "and");
    if what.is_empty() {
        return None;
    }
    let message = format!("{} lacks {what}{why}", term_name(facts, entry, term));
    let help = format!("add to the term {}", list(helps.into_iter().flatten(), "and"));
    let level = if is_stated { Level::Warning } else { Level::Error };
    Some(facts.at(entry, term.person.span(), message).at_level(level).help(help))
}

/// `None` when the field is stated; else the author's own word on it, where there is one.
fn gap<T>(field: &Field<T>) -> Option<Option<&Unknown>> {
    match field {
        Field::Absent => Some(None),
        Field::Unknown(unknown) => Some(Some(unknown)),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => None,
    }
}

/// What speaks against the decisions that are named.
fn wrong(facts: &Facts, entry: &Entry, term: &At<Member>, rule: &RoleRule) -> Option<Diagnostic> {
    let (span, message, help) =
        wrong_confirmation(facts, entry, term, rule).or_else(|| wrong_nomination(facts, entry, term, rule))?;
    Some(facts.at(entry, span, message).help(help))
}

/// Where it stands, what is wrong, what to do about it.
type Wrong = (Option<Span>, String, String);

/// The confirmation is not the right body's, it did not accept, the nomination is younger, or the term did not wait for it.
fn wrong_confirmation(facts: &Facts, entry: &Entry, term: &At<Member>, rule: &RoleRule) -> Option<Wrong> {
    let body = rule.confirmed_by.as_deref()?;
    let confirmation = facts.site.find(term.confirmed_by.get()?)?;
    let decision = confirmation.decision()?;
    let taken_by = facts.site.target(confirmation, "group")?;
    let wanted = group_of(facts, body, entry);
    let fills = rule.vacancy_by.as_deref().and_then(|body| group_of(facts, body, entry));
    let (record, term_name) = (name(confirmation), term_name(facts, entry, term));
    let nominated = nomination(facts, term).and_then(|it| Some((it, *it.decision()?.decided.get()?)));
    if wanted.is_some_and(|wanted| wanted.at != taken_by.at) && fills.is_none_or(|fills| fills.at != taken_by.at) {
        let message = format!(
            "{term_name} is confirmed by {record}, a decision of {}; it is for {} to confirm it",
            name(taken_by),
            body.title
        );
        return Some((term.confirmed_by.span(), message, "name the decision of the body that confirms it".to_owned()));
    }
    if !was_accepted(decision) {
        let ended = decision.outcome.get().map_or("is not decided".to_owned(), |it| format!("ended as `{it}`"));
        let help = format!("let the term begin when {record} is accepted, or name the decision that accepted it");
        let message = format!("{term_name} is confirmed by {record}, which {ended}");
        return Some((term.confirmed_by.span(), message, help));
    }
    if let Some(why) = beside_the_point(facts, entry, term, confirmation) {
        let help = "name the decision about this term, or correct its `kind` and `about`".to_owned();
        return Some((term.confirmed_by.span(), format!("{term_name} is confirmed by {record}, {why}"), help));
    }
    let decided = *decision.decided.get()?;
    if let Some((nomination, day)) = nominated.filter(|(_, day)| decided < *day) {
        let message =
            format!("{term_name} was confirmed by {record} before it was proposed by {} on {day}", name(nomination));
        let help = "correct the days of the two decisions, or name the right ones".to_owned();
        return Some((term.nominated_by.span(), message, help));
    }
    None
}

/// Whether `decision` accepted, or may have: nobody knows how it ended, or that could not be read.
fn was_accepted(decision: &Decision) -> bool {
    let may_have = decision.outcome.unknown().is_some() || decision.outcome.is_unreadable();
    may_have || decision.outcome.get() == Some(&Outcome::Accepted)
}

/// A group that decides nominates by a decision, and not in words; the community has no other way.
fn wrong_nomination(facts: &Facts, entry: &Entry, term: &At<Member>, rule: &RoleRule) -> Option<Wrong> {
    let body = rule.nominated_by.as_deref().filter(|body| body.group_type.as_deref() != Some(COMMUNITY))?;
    let words = term.nominated_by.get()?;
    let term_name = term_name(facts, entry, term);
    let help = format!("name the decision of {} that proposed them: `nominated_by = \"DEC-…\"`", body.title);
    let Some(nomination) = nomination(facts, term).filter(|it| it.kind() == Kind::Decision) else {
        let message = format!("{term_name} is proposed by “{words}”, and it is for {} to decide on it", body.title);
        return Some((term.nominated_by.span(), message, help));
    };
    let taken_by = facts.site.target(nomination, "group")?;
    group_of(facts, body, entry).filter(|wanted| wanted.at != taken_by.at)?;
    let message = format!(
        "{term_name} is proposed by {}, a decision of {}; it is for {} to propose it",
        name(nomination),
        name(taken_by),
        body.title
    );
    Some((term.nominated_by.span(), message, help))
}

/// The record that the term names as its nomination; `None` for words.
fn nomination<'a>(facts: &Facts<'a>, term: &Member) -> Option<&'a Entry> {
    RecordId::parse(term.nominated_by.text()).and_then(|id| facts.site.record(&id))
}

/// Why `decision` cannot have been about the term: it is on something else, or about another group.
fn beside_the_point(facts: &Facts, entry: &Entry, term: &Member, confirmation: &Entry) -> Option<String> {
    let decision = confirmation.decision()?;
    let kind = decision.kind.get()?;
    let is_on_people = match kind {
        DecisionKind::Membership | DecisionKind::Chair | DecisionKind::General | DecisionKind::Charter => true,
        DecisionKind::Expenditure | DecisionKind::Acceptance | DecisionKind::Handover | DecisionKind::Award => false,
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
    if from >= day {
        return None;
    }
    let message =
        format!("{} begins on {from}, before {} confirmed it on {day}", term_name(facts, entry, term), name(confirmation));
    let help = format!("let the term begin on {day} or later, or name the decision that confirmed it then");
    let finding = facts.at(entry, term.from.span(), message).help(help);
    Some(finding.label(&confirmation.path, decided.span(), "decided on this day"))
}

/// A seat that is named after another body, held by somebody who is not a member of that body.
fn seat_of_others(facts: &Facts, entry: &Entry, term: &At<Member>) -> Option<Diagnostic> {
    let site = facts.site;
    let (seat, person) = (term.seat.get()?, site.find(term.person.get()?)?);
    let body = site.only_group_of_type(seat).filter(|body| body.at != entry.at)?;
    let has_roster = body.group().is_some_and(|it| !it.member.items().is_empty() && it.member.is_complete());
    if !has_roster || site.is_member(person, body, site.today) {
        return None;
    }
    let message = format!(
        "{} has a seat of `{seat}`, and {} is no member of {}",
        term_name(facts, entry, term),
        name(person),
        name(body)
    );
    let help =
        format!("correct `seat`, let the term end with the one in {}, or add that one to `{}`", name(body), body.path);
    Some(facts.at(entry, term.seat.span(), message).help(help))
}

/// The group of `body`; the group itself where the body is the record's own.
fn group_of<'a>(facts: &Facts<'a>, body: &Body, entry: &'a Entry) -> Option<&'a Entry> {
    if body.of_record { Some(entry) } else { facts.site.body(body, entry) }
}
