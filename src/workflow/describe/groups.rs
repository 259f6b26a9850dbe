//! What a profile asks of the groups of each type: a table with a row for each key.

use std::sync::Arc;

use super::words::{bounds, days, many, stretch};
use super::{Asked, GroupSummary};
use crate::text::{Date, capitalised, list, uncapitalised};
use crate::workflow::{Body, DecisionRule, DutyRule, GroupRequirements, MeetingRule, Profile, RoleRule, SeatRule};

/// What can be asked of a group. Each row may ask several things, each with a clause of its own or that of its key.
type GroupRow = (&'static str, fn(&GroupRequirements) -> Vec<(String, Option<String>)>);

pub(super) const ASKED_OF_GROUPS: [GroupRow; 19] = [
    ("seats", |it| it.seats.iter().map(|seat| (of_seat(seat), None)).collect()),
    ("min_members", |it| plainly(bounds(it.min_members, it.max_members).map(|bounds| format!("Members: {bounds}.")))),
    ("max_members", |it| {
        let most = it.max_members.filter(|_| it.min_members.is_none());
        plainly(most.map(|most| format!("At most {}.", many(most, "member", "members"))))
    }),
    ("odd_members", |it| plainly(when(it.odd_members, "The number of its members is odd."))),
    ("exclusive", |it| plainly(when(it.exclusive, "Nobody sits in two groups of this type at a time."))),
    ("absence_days", |it| {
        let after = it.absence_days.map(days);
        plainly(after.map(|after| format!("After {after} without taking part a seat may be declared vacant.")))
    }),
    ("final_say", |it| {
        let role = it.final_say.as_ref().map(|role| role.replace('-', " "));
        plainly(role.map(|role| format!("What the others leave open is settled by the {role}.")))
    }),
    ("roles", |it| it.roles.iter().map(|role| (of_role(role), None)).collect()),
    ("decisions", |it| it.decisions.iter().map(|rule| (of_decision(rule), rule.clause.clone())).collect()),
    ("meetings", |it| it.meetings.iter().map(|rule| (of_meeting(rule), rule.clause.clone())).collect()),
    ("in_person_per_year", |it| {
        let meetings = it.in_person_per_year.map(|number| many(number, "meeting in person", "meetings in person"));
        plainly(meetings.map(|meetings| format!("{meetings} a year, where possible.")))
    }),
    ("max_affiliation_percent", |it| {
        let share = it.max_affiliation_percent;
        plainly(share.map(|share| format!("At most {share} % of the members come from one organization.")))
    }),
    ("duties", |it| it.duties.iter().map(|duty| (of_duty(duty), None)).collect()),
    ("duty_delegation", |it| {
        plainly(when(it.duty_delegation, "A duty says since when it is held, and by whom it was given."))
    }),
    ("duty_deputies", |it| plainly(when(it.duty_deputies, "Each duty has a deputy, or its holder's term an end."))),
    ("duty_spread", |it| plainly(when(it.duty_spread, "The lead gives at least one duty to somebody else."))),
    ("max_duties_per_person", |it| {
        let most = it.max_duties_per_person.map(|most| many(most, "duty", "duties"));
        plainly(most.map(|most| format!("Nobody has more than {most}.")))
    }),
    ("hosts", |it| {
        let roles = list(it.hosts.iter().map(|role| format!("the {role}")), "or");
        plainly((!it.hosts.is_empty()).then(|| format!("Its meetings are led by {roles}.")))
    }),
    ("conference_report", |it| {
        let what = "A meeting at a conference comes with a report on the past months and the next ones.";
        plainly(when(it.conference_report, what))
    }),
];

/// What `profile` asks of the groups of the type `name`.
pub(super) fn of_group(profile: &Profile, name: &str, requirements: &GroupRequirements) -> GroupSummary {
    let body = profile.bodies.values().find(|body| body.group_type.as_deref() == Some(name));
    let asked = ASKED_OF_GROUPS.iter().flat_map(|(key, ask)| {
        ask(requirements).into_iter().map(move |(what, clause)| {
            let clause = clause.or_else(|| profile.clause_of(&format!("group.{name}.{key}")));
            Asked { key: (*key).to_owned(), what, clause }
        })
    });
    GroupSummary {
        group_type: name.to_owned(),
        title: body.map_or_else(|| format!("a {}", name.replace('-', " ")), |body| body.title.clone()),
        asked: asked.collect(),
    }
}

/// `what`, where it is asked for.
fn when(holds: Option<bool>, what: &str) -> Option<String> {
    holds.filter(|holds| *holds).map(|_| what.to_owned())
}

/// A sentence that has the clause of its key.
fn plainly(said: Option<String>) -> Vec<(String, Option<String>)> {
    said.map(|said| (said, None)).into_iter().collect()
}

fn of_duty(duty: &DutyRule) -> String {
    let contact = if duty.contact { ", with a way to reach whoever has it" } else { "" };
    let meaning = match duty.meaning.trim_end_matches('.') {
        "" => String::new(),
        meaning => format!(": {}", uncapitalised(meaning)),
    };
    format!("Somebody has the duty of {}{contact}, or it says why nobody does{meaning}.", duty.area)
}

fn of_seat(seat: &SeatRule) -> String {
    let usual = seat.usual.map(|usual| format!(", usually {usual}")).unwrap_or_default();
    let kind = capitalised(&seat.kind.replace('-', " "));
    let sent = if seat.delegated { ", sent by that body" } else { "" };
    match bounds(seat.min, seat.max) {
        Some(bounds) => format!("{kind} seats: {bounds}{usual}{sent}."),
        None => format!("{kind} seats{usual}{sent}."),
    }
}

fn of_role(role: &RoleRule) -> String {
    let by = |verb: &str, body: &Option<Arc<Body>>| body.as_ref().map(|it| format!("{verb} by {}", it.title));
    let said: Vec<String> = [
        bounds(role.min, role.max),
        by("nominated", &role.nominated_by),
        by("confirmed", &role.confirmed_by),
        by("filled between elections", &role.vacancy_by),
        role.term_days.map(|term| format!("for at most {}", days(term))),
        role.hours_per_week.map(|hours| format!("about {} a week", many(hours, "hour", "hours"))),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("{}: {}.", capitalised(&role.role.replace('-', " ")), said.join(", "))
}

fn of_decision(rule: &DecisionRule) -> String {
    let mut said = format!("Decisions are taken by {}", rule.mode.replace('-', " "));
    if let Some(quorum) = rule.quorum {
        said.push_str(&match quorum.fixed() {
            Some(number) => format!("; at least {} part", many(number, "member takes", "members take")),
            None => format!("; {} take part", quorum.among("the members")),
        });
    }
    if let Some(mode) = &rule.last_resort {
        said.push_str(&format!("; where they come to no answer, by {}", mode.replace('-', " ")));
    }
    if rule.vote_links {
        said.push_str("; every vote carries a link to where it was given");
    }
    sentence(said, rule.since, rule.until)
}

fn of_meeting(rule: &MeetingRule) -> String {
    let said = match (rule.every_days, rule.at_most_days) {
        (Some(every), Some(most)) => {
            format!("It meets every {}, and never more than {} apart", days(every), days(most))
        }
        (Some(every), None) => format!("It meets every {}", days(every)),
        (None, Some(most)) => format!("Its meetings are never more than {} apart", days(most)),
        (None, None) => "It meets".to_owned(),
    };
    sentence(said, rule.since, rule.until)
}

/// `said` as a sentence, with the days on which it holds.
fn sentence(said: String, since: Option<Date>, until: Option<Date>) -> String {
    match stretch(since, until) {
        Some(stretch) => format!("{}: {}.", capitalised(&stretch), uncapitalised(&said)),
        None => format!("{said}."),
    }
}
