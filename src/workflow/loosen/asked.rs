//! What is asked beyond the steps, compared key by key.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::{
    Body, DecisionRule, DutyRule, GroupRequirements, MeetingRule, ReportRule, Requirement, Requirements, RoleRule,
    SeatRule,
};
use super::{Found, Part};
use crate::text::Date;

/// In which direction a value becomes looser. Where it is asked and then is not, it is looser in every direction but
/// [`Looser::Leeway`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looser {
    /// The smaller number.
    Smaller,
    /// The larger number.
    Larger,
    /// The larger number; what is not stated is none at all.
    Leeway,
    /// What is not asked any more.
    Unasked,
    /// The later day.
    Later,
    /// The list that lacks something.
    Shorter,
    /// The list that holds more of those who may.
    Longer,
}

/// One row for each key of `[require]`.
const DIRECTIONS: &[(&str, Looser)] = &[
    ("absent_meetings", Looser::Larger),
    ("approval_lapse_days", Looser::Larger),
    ("blocked_days", Looser::Larger),
    ("carried_over_times", Looser::Larger),
    ("comment_days", Looser::Smaller),
    ("conference_report_days", Looser::Larger),
    ("contract_notice_days", Looser::Smaller),
    ("contractor_documentation", Looser::Unasked),
    ("deadline_days", Looser::Larger),
    ("donor_report_days", Looser::Larger),
    ("donor_share_days", Looser::Smaller),
    ("execution_days", Looser::Larger),
    ("exit_plan", Looser::Unasked),
    ("exit_test_days", Looser::Larger),
    ("final_say_days", Looser::Larger),
    ("max_donor_percent", Looser::Larger),
    ("max_open_per_person", Looser::Larger),
    ("meeting_moved_days", Looser::Leeway),
    ("min_admins", Looser::Smaller),
    ("minutes_before_next", Looser::Unasked),
    ("minutes_days", Looser::Larger),
    ("owned_by_group", Looser::Unasked),
    ("price_disclosure_days", Looser::Larger),
    ("project_age_days", Looser::Smaller),
    ("reason_for_each_way", Looser::Unasked),
    ("reports", Looser::Shorter),
    ("requests_since", Looser::Later),
    ("required_slo", Looser::Shorter),
    ("review_days", Looser::Larger),
    ("roadmap_ahead_days", Looser::Smaller),
    ("root_holders", Looser::Shorter),
    ("scope", Looser::Shorter),
    ("signers", Looser::Longer),
    ("slo_result_days", Looser::Larger),
    ("stalled_after_days", Looser::Larger),
    ("survey_every_days", Looser::Larger),
    ("survey_results_days", Looser::Larger),
    ("terminable_at_will", Looser::Unasked),
    ("terms", Looser::Shorter),
];

fn direction(key: &str) -> Looser {
    DIRECTIONS.iter().find(|(name, _)| *name == key).map_or(Looser::Larger, |(_, looser)| *looser)
}

/// What `[require]` and `[group.…]` ask less of.
pub(super) fn requirements(before: &Requirements, after: &Requirements, found: &mut Found) {
    let Requirements { asked, groups } = before;
    for (key, was) in asked {
        requirement(key, was, after.asked.get(key), found);
    }
    for (key, is) in after.asked.iter().filter(|(key, _)| !asked.contains_key(*key) && direction(key) == Looser::Leeway)
    {
        requirement(key, &Requirement::Number(0), Some(is), found);
    }
    let none = GroupRequirements::default();
    for (group_type, was) in groups {
        group(group_type, was, after.groups.get(group_type).unwrap_or(&none), found);
    }
}

fn requirement(key: &str, was: &Requirement, is: Option<&Requirement>, found: &mut Found) {
    let way = ["require", key];
    let looser = direction(key);
    if !was.asks() || (is.is_none_or(|is| !is.asks()) && looser == Looser::Leeway) {
        return;
    }
    let Some(is) = is.filter(|is| is.asks()) else {
        return found.add(&way, format!("`{key}` is not asked any more"));
    };
    match (was, is) {
        (Requirement::Number(was), Requirement::Number(is)) => number(&way, key, (*was, *is), looser, found),
        (Requirement::Flag(_), Requirement::Flag(_)) => {}
        (Requirement::Day(was), Requirement::Day(is)) if is > was => {
            found.add(&way, format!("`{key}` goes from {was} to {is}"));
        }
        (Requirement::Day(_), Requirement::Day(_)) => {}
        (Requirement::Words(was), Requirement::Words(is)) => list(&way, key, (was, is), looser, found),
        (Requirement::Bodies(was), Requirement::Bodies(is)) => {
            let words = |bodies: &[Arc<Body>]| bodies.iter().map(|body| body.word.clone()).collect::<Vec<_>>();
            list(&way, key, (&words(was), &words(is)), looser, found);
        }
        (Requirement::Reports(was), Requirement::Reports(is)) => reports(was, is, found),
        (Requirement::Terms(was), Requirement::Terms(is)) => {
            for term in was.keys().filter(|term| !is.contains_key(*term)) {
                found.add(&way, format!("the word `{term}` is not avoided any more"));
            }
        }
        (
            Requirement::Number(_)
            | Requirement::Flag(_)
            | Requirement::Day(_)
            | Requirement::Words(_)
            | Requirement::Bodies(_)
            | Requirement::Reports(_)
            | Requirement::Terms(_),
            _,
        ) => found.add(&way, format!("`{key}` does not ask what it asked")),
    }
}

fn number(way: &[&str], name: &str, (was, is): (u32, u32), looser: Looser, found: &mut Found) {
    let is_looser = if looser == Looser::Smaller { is < was } else { is > was };
    if is_looser {
        found.add(way, format!("`{name}` goes from {was} to {is}"));
    }
}

fn list(way: &[&str], key: &str, (was, is): (&[String], &[String]), looser: Looser, found: &mut Found) {
    if looser == Looser::Longer {
        for more in is.iter().filter(|it| !was.contains(it)) {
            found.add(way, format!("`{key}` has `{more}` too"));
        }
    } else {
        for less in was.iter().filter(|it| !is.contains(it)) {
            found.add(way, format!("`{key}` does not have `{less}` any more"));
        }
    }
}

fn reports(was: &[ReportRule], is: &[ReportRule], found: &mut Found) {
    for ReportRule { audience, every_days } in was {
        match is.iter().find(|rule| rule.audience == *audience) {
            None => found.add(&["require", "reports"], format!("no report for `{audience}` is due any more")),
            Some(is) => {
                let name = format!("every_days` of the reports for `{audience}");
                number(&["require", "reports"], &name, (*every_days, is.every_days), Looser::Larger, found);
            }
        }
    }
}

/// What is asked of the groups of one type.
fn group(group_type: &str, before: &GroupRequirements, after: &GroupRequirements, found: &mut Found) {
    let GroupRequirements {
        seats,
        roles,
        decisions,
        meetings,
        in_person_per_year,
        min_members,
        max_members,
        odd_members,
        exclusive,
        absence_days,
        max_affiliation_percent,
        duties,
        duty_delegation,
        duty_deputies,
        duty_spread,
        max_duties_per_person,
        final_say,
        hosts,
        conference_report,
    } = before;
    let place = |key: &'static str| ["group", group_type, key];
    for (key, was, is, looser) in [
        ("in_person_per_year", in_person_per_year, after.in_person_per_year, Looser::Smaller),
        ("min_members", min_members, after.min_members, Looser::Smaller),
        ("max_members", max_members, after.max_members, Looser::Larger),
        ("absence_days", absence_days, after.absence_days, Looser::Larger),
        ("max_affiliation_percent", max_affiliation_percent, after.max_affiliation_percent, Looser::Larger),
        ("max_duties_per_person", max_duties_per_person, after.max_duties_per_person, Looser::Larger),
    ] {
        bound(place(key).map(key_of).to_vec(), &format!("{key}` of a `{group_type}"), (*was, is), looser, found);
    }
    for (key, was, is) in [
        ("odd_members", odd_members, after.odd_members),
        ("exclusive", exclusive, after.exclusive),
        ("duty_delegation", duty_delegation, after.duty_delegation),
        ("duty_deputies", duty_deputies, after.duty_deputies),
        ("duty_spread", duty_spread, after.duty_spread),
        ("conference_report", conference_report, after.conference_report),
    ] {
        if *was == Some(true) && is != Some(true) {
            found.add(&place(key), format!("`{key}` is not asked of a `{group_type}` any more"));
        }
    }
    if let Some(role) = final_say.as_ref().filter(|_| final_say != &after.final_say) {
        found
            .add(&place("final_say"), format!("the `{role}` of a `{group_type}` does not have the final say any more"));
    }
    if !hosts.is_empty() {
        for role in after.hosts.iter().filter(|role| !hosts.contains(role)) {
            found.add(&place("hosts"), format!("the `{role}` of a `{group_type}` may lead its meetings too"));
        }
        if after.hosts.is_empty() {
            found.add(&place("hosts"), format!("anybody may lead the meetings of a `{group_type}`"));
        }
    }
    seat_rules(group_type, (seats, &after.seats), found);
    role_rules(group_type, (roles, &after.roles), found);
    duty_rules(group_type, (duties, &after.duties), found);
    decision_rules(
        group_type,
        before,
        after,
        days(decisions, &after.decisions, |rule| [rule.since, rule.until]),
        found,
    );
    meeting_rules(group_type, before, after, days(meetings, &after.meetings, |rule| [rule.since, rule.until]), found);
}

fn key_of(key: &str) -> Part {
    Part::Key(key.to_owned())
}

/// The way to the item of the list `key` of a type of group whose `name` is `word`.
fn item(group_type: &str, key: &str, name: &'static str, word: &str) -> Vec<Part> {
    let keys = ["group", group_type, key].map(key_of);
    keys.into_iter().chain([Part::Item(vec![(name, Some(word.to_owned()))])]).collect()
}

/// A bound that is wider, or gone. `name` is put between backticks.
fn bound(way: Vec<Part>, name: &str, (was, is): (Option<u32>, Option<u32>), looser: Looser, found: &mut Found) {
    match (was, is) {
        (None, _) => {}
        (Some(was), None) => found.at(way, format!("`{name}` is not bound to {was} any more")),
        (Some(was), Some(is)) => {
            let is_looser = if looser == Looser::Smaller { is < was } else { is > was };
            if is_looser {
                found.at(way, format!("`{name}` goes from {was} to {is}"));
            }
        }
    }
}

fn seat_rules(group_type: &str, (before, after): (&[SeatRule], &[SeatRule]), found: &mut Found) {
    for SeatRule { kind, min, max, usual, delegated } in before {
        let way = || item(group_type, "seats", "kind", kind);
        let Some(is) = after.iter().find(|rule| rule.kind == *kind) else {
            found.at(way(), format!("the seats `{kind}` of a `{group_type}` are not asked for any more"));
            continue;
        };
        bound(way(), &format!("min` of the seats `{kind}"), (*min, is.min), Looser::Smaller, found);
        bound(way(), &format!("max` of the seats `{kind}"), (*max, is.max), Looser::Larger, found);
        if is.delegated && !delegated {
            found.at(way(), format!("nobody has to propose who takes the seats `{kind}` any more"));
        }
        if usual.is_some() && is.usual.is_none() {
            found.at(way(), format!("no number of seats `{kind}` is the usual one any more"));
        }
    }
}

fn role_rules(group_type: &str, (before, after): (&[RoleRule], &[RoleRule]), found: &mut Found) {
    for RoleRule { role, min, max, nominated_by, confirmed_by, vacancy_by, hours_per_week, term_days } in before {
        let way = || item(group_type, "roles", "role", role);
        let Some(is) = after.iter().find(|rule| rule.role == *role) else {
            found.at(way(), format!("nothing is asked of the role `{role}` of a `{group_type}` any more"));
            continue;
        };
        bound(way(), &format!("min` of the role `{role}"), (*min, is.min), Looser::Smaller, found);
        bound(way(), &format!("max` of the role `{role}"), (*max, is.max), Looser::Larger, found);
        bound(
            way(),
            &format!("hours_per_week` of the role `{role}"),
            (*hours_per_week, is.hours_per_week),
            Looser::Smaller,
            found,
        );
        bound(way(), &format!("term_days` of the role `{role}"), (*term_days, is.term_days), Looser::Larger, found);
        for (key, was, is) in [
            ("nominated_by", nominated_by, &is.nominated_by),
            ("confirmed_by", confirmed_by, &is.confirmed_by),
            ("vacancy_by", vacancy_by, &is.vacancy_by),
        ] {
            let word = |body: &Option<Arc<Body>>| body.as_ref().map(|body| body.word.clone());
            if let Some(body) = word(was).filter(|_| word(was) != word(is)) {
                found.at(way(), format!("the `{key}` of the role `{role}` is not `{body}` any more"));
            }
        }
    }
}

fn duty_rules(group_type: &str, (before, after): (&[DutyRule], &[DutyRule]), found: &mut Found) {
    for DutyRule { area, meaning: _, contact } in before {
        let way = || item(group_type, "duties", "area", area);
        match after.iter().find(|rule| rule.area == *area) {
            None => found.at(way(), format!("nobody needs to have the duty `{area}` any more")),
            Some(is) if *contact && !is.contact => {
                found.at(way(), format!("the duty `{area}` needs no contact any more"));
            }
            Some(_) => {}
        }
    }
}

/// The days on which one of the two begins to ask something else, and the first day of all.
pub(super) fn days<T>(before: &[T], after: &[T], ends: impl Fn(&T) -> [Option<Date>; 2]) -> BTreeSet<Date> {
    let stated = before.iter().chain(after).flat_map(ends).flatten();
    stated.chain([Date::MIN]).collect()
}

/// How many other ways of deciding a way is at least as strict as; `None` where it cannot be compared.
fn strictness(mode: &str) -> Option<u8> {
    let order = ["lead", "lazy-consensus", "simple-majority", "supermajority", "consensus"];
    order.iter().position(|it| *it == mode).and_then(|at| u8::try_from(at).ok())
}

fn decision_rules(
    group_type: &str,
    before: &GroupRequirements,
    after: &GroupRequirements,
    days: BTreeSet<Date>,
    found: &mut Found,
) {
    let way = ["group", group_type, "decisions"];
    for day in days {
        let Some(DecisionRule { mode, quorum, vote_links, last_resort, since: _, until: _, clause }) =
            before.decision_on(day)
        else {
            continue;
        };
        let Some(is) = after.decision_on(day) else {
            found.add(&way, format!("nothing says how a `{group_type}` decides any more{}", on(day)));
            continue;
        };
        let is_as_strict =
            *mode == is.mode || strictness(mode).zip(strictness(&is.mode)).is_some_and(|(was, is)| is >= was);
        if !is_as_strict {
            found.add(&way, format!("a `{group_type}` decides by `{}` and not by `{mode}`", is.mode));
        }
        match (*quorum, is.quorum) {
            (Some(was), None) => {
                found.add(&way, format!("`quorum` of a `{group_type}` is not bound to {was} any more"));
            }
            (Some(was), Some(is)) if is.is_looser_than(was) => {
                found.add(&way, format!("`quorum` of a `{group_type}` goes from {was} to {is}"));
            }
            (Some(_), Some(_)) | (None, _) => {}
        }
        if let Some(mode) = is.last_resort.as_ref().filter(|_| *last_resort != is.last_resort) {
            found.add(&way, format!("a `{group_type}` may settle by `{mode}` what it finds no answer to"));
        }
        if *vote_links && !is.vote_links {
            found.add(&way, format!("votes of a `{group_type}` need no link any more"));
        }
        if clause.is_some() && is.clause.is_none() {
            found.add(&way, format!("no clause stands behind how a `{group_type}` decides any more"));
        }
    }
}

fn meeting_rules(
    group_type: &str,
    before: &GroupRequirements,
    after: &GroupRequirements,
    days: BTreeSet<Date>,
    found: &mut Found,
) {
    let way = ["group", group_type, "meetings"];
    for day in days {
        let Some(MeetingRule { every_days, at_most_days, since: _, until: _, clause }) = before.meeting_on(day) else {
            continue;
        };
        let Some(is) = after.meeting_on(day) else {
            found.add(&way, format!("nothing says how often a `{group_type}` meets any more{}", on(day)));
            continue;
        };
        let parts = || way.map(key_of).to_vec();
        bound(parts(), &format!("every_days` of a `{group_type}"), (*every_days, is.every_days), Looser::Larger, found);
        bound(
            parts(),
            &format!("at_most_days` of a `{group_type}"),
            (*at_most_days, is.at_most_days),
            Looser::Larger,
            found,
        );
        if clause.is_some() && is.clause.is_none() {
            found.add(&way, format!("no clause stands behind how often a `{group_type}` meets any more"));
        }
    }
}

/// ` on 2021-02-23`; nothing for the first day of all.
fn on(day: Date) -> String {
    if day == Date::MIN { String::new() } else { format!(" on {day}") }
}

#[cfg(test)]
mod tests {
    use super::super::super::written::WrittenRequirements;
    use super::*;
    use crate::fields::Table;

    #[test]
    fn every_key_has_a_direction() {
        let keys: BTreeSet<&str> = WrittenRequirements::ROWS.iter().map(|row| row.key).collect();
        let directions: BTreeSet<&str> = DIRECTIONS.iter().map(|(key, _)| *key).collect();
        assert_eq!(directions, keys);
        assert_eq!(directions.len(), DIRECTIONS.len());
    }
}
