//! Terms with no decision behind them, where a body elects or confirms those who hold the role.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::check::rules::terms::{asked_groups, runs_on, with_clause};
use crate::diagnostic::{Diagnostic, Level};
use crate::document::decision::Outcome;
use crate::document::group::{Group, Member};
use crate::fields::{At, Field};
use crate::site::Entry;
use crate::workflow::{Body, RoleRule};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    asked_groups(facts)
        .flat_map(|(entry, group, asked)| {
            asked.roles.iter().flat_map(move |rule| {
                let terms = group.member.items().iter();
                terms.filter_map(move |term| of_term(facts, entry, group, rule, term))
            })
        })
        .collect()
}

fn of_term(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule, term: &At<Member>) -> Option<Diagnostic> {
    let body = rule.confirmed_by.as_ref()?;
    let role = term.role.get().filter(|role| role.as_str() == rule.role && runs_on(term, facts.site.today))?;
    let since = term.from.get().map_or(String::new(), |from| format!(" since {from}"));
    let known = term.person.get().and_then(|person| facts.site.find(person));
    let who = known.map_or_else(|| term.person.text().to_owned(), name);
    let help = format!(
        "add `confirmed_by = \"DEC-…\"` with the accepted decision of {}, or end the term with `to`",
        body.title
    );
    let (span, level, message) = match &term.confirmed_by {
        Field::Absent if !is_unread(entry, "confirmed_by") => {
            let message = format!("{who} is {role} of {}{since}, and no decision of {} says so", name(entry), body.title);
            (term.person.span(), Level::Error, message)
        }
        Field::Unknown(gap) => {
            let message = format!(
                "{who} is {role} of {}{since}, and the decision of {} is not known",
                name(entry),
                body.title
            );
            (Some(gap.span), Level::Warning, message)
        }
        Field::Stated(decision) => {
            let decision = facts.site.find(&decision.value).filter(|decision| decision.problems.is_empty())?;
            let wrong = what_is_wrong(facts, entry, rule, body, decision)?;
            let message = format!("{who} is {role} of {}{since} by {}, {wrong}", name(entry), name(decision));
            (term.confirmed_by.span(), Level::Error, message)
        }
        Field::Absent | Field::Withheld(_) => return None,
    };
    let finding = facts.at(entry, span, message).at_level(level).help(help);
    Some(with_clause(facts, group, &format!("roles.{role}.confirmed_by"), finding))
}

/// Why `decision` does not carry the term; `None` when it does, or when nobody can tell.
fn what_is_wrong(facts: &Facts, entry: &Entry, rule: &RoleRule, body: &Body, decision: &Entry) -> Option<String> {
    let it = decision.decision()?;
    match it.outcome.get() {
        Some(Outcome::Accepted) => {}
        Some(outcome) => return Some(format!("which ended as `{outcome}`")),
        None => return Some("which is not decided".to_owned()),
    }
    let group = facts.site.find(it.group.get()?)?;
    let meant = |body: &Body| if body.of_record { Some(entry) } else { facts.site.body(body, entry) };
    let confirms = meant(body)?;
    // Who fills a seat that falls vacant stands in for those who elect.
    let fills = rule.vacancy_by.as_deref().and_then(meant);
    let is_theirs = group.at == confirms.at || fills.is_some_and(|fills| fills.at == group.at);
    (!is_theirs).then(|| format!("a decision of {}, and {} has to decide", name(group), body.title))
}
