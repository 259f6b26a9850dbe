//! What a profile says, in sentences: for the page "How we work", for `candor profile`, and for programs as JSON.
//!
//! What a profile can ask for stands in tables, one row each; a new requirement is a new row.

use serde::Serialize;

use super::{
    Body, Clause, Condition, DecisionRule, DutyRule, Evidence, GroupRequirements, Guard, KindWorkflow, Means,
    MeetingRule, Party, Profile, ReportRule, Requirements, RoleRule, SeatRule, StateRow, Transition,
};
use crate::id::Kind;
use crate::text::{Date, capitalised, count, list, long_date, uncapitalised};

/// A profile in words.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// The profiles that lie one over the other, the lowest first.
    pub profiles: Vec<String>,
    /// The kinds that have states, in the order of [`Kind::ALL`].
    pub kinds: Vec<KindSummary>,
    /// What is asked beyond the steps.
    pub asked: Vec<Asked>,
    /// What is asked of the groups of each type, in the order of the types.
    pub groups: Vec<GroupSummary>,
    /// The rules whose level the profile sets, in the order of their names.
    pub levels: Vec<Level>,
    /// What the group agreed on, in the order of the profiles.
    pub clauses: Vec<ClauseSummary>,
}

/// The states and steps of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct KindSummary {
    /// `sow`.
    pub kind: Kind,
    /// What the site calls one of them: `statement of work`.
    pub title: String,
    /// What the site calls many of them: `statements of work`.
    pub plural: String,
    /// The state follows from other fields than events.
    pub derived: bool,
    /// In the order of the good path, then the ended ones.
    pub states: Vec<StateSummary>,
    /// The steps that begin a record, then the others in the order of the profile.
    pub steps: Vec<StepSummary>,
}

/// One state of a kind, in words.
#[derive(Debug, Clone, Serialize)]
pub struct StateSummary {
    /// As events spell it: `board-review`.
    pub name: String,
    /// In words: `board review`.
    pub label: String,
    /// One sentence.
    pub description: String,
    /// What rules and pages take it for: `under-way`.
    pub means: Option<&'static str>,
    /// `open`, `waiting`, `done` or `ended`.
    pub phase: &'static str,
    /// Whether nobody needs to act any more in it.
    pub terminal: bool,
    /// Who holds it: the first of these that leads to somebody.
    pub holders: Vec<String>,
    /// After so many days in it without an event the record is stalled; `None` when the state sets no limit of its own.
    pub stalled_after_days: Option<u32>,
    /// What this state needs beyond those before it.
    pub sections: Vec<String>,
    /// The fields that this state needs beyond those before it, as paths: `cost.status`.
    pub fields: Vec<String>,
}

/// One step of a kind, in words.
#[derive(Debug, Clone, Serialize)]
pub struct StepSummary {
    /// The names of the states that it leads out of; empty where it begins a record.
    pub from: Vec<String>,
    /// It leads out of every state that is not terminal.
    pub from_any: bool,
    /// The name of the state that it leads to: `board-review`.
    pub to: String,
    /// The same in words: `board review`.
    pub to_label: String,
    /// What happens: `the board decides on the expenditure`.
    pub label: String,
    /// `the board`.
    pub by: String,
    /// Each a fragment: `a decision of the board on the expenditure`.
    pub needs: Vec<String>,
    /// The source of the rule: `IWG proposal, Day-to-day work, step 4`; `None` when the profile names none.
    pub clause: Option<String>,
    /// When it holds, where that is not always: `since 23 February 2021`.
    pub when: Option<String>,
}

/// One requirement.
#[derive(Debug, Clone, Serialize)]
pub struct Asked {
    /// As the profile spells it.
    pub key: String,
    /// A sentence.
    pub what: String,
    /// The clause behind it, as a finding cites it; `None` when no clause names it.
    pub clause: Option<String>,
}

/// What is asked of the groups of a type.
#[derive(Debug, Clone, Serialize)]
pub struct GroupSummary {
    /// `working-group`.
    pub group_type: String,
    /// `the working group`.
    pub title: String,
    /// What is asked, one requirement each; empty when nothing is.
    pub asked: Vec<Asked>,
}

/// One clause, and who holds it.
#[derive(Debug, Clone, Serialize)]
pub struct ClauseSummary {
    /// What steps call it: `time-to-comment`.
    pub name: String,
    /// The profile that states it: `llvm-iwg`.
    pub profile: String,
    /// The clause with its source.
    pub cited: String,
    /// The rules that enforce it.
    pub rules: Vec<String>,
    /// Why a person looks after it, or after what the rules leave of it.
    pub person: Option<String>,
}

/// What the profile makes of a rule.
#[derive(Debug, Clone, Serialize)]
pub struct Level {
    /// The name of the rule in kebab case: `missing-evidence`.
    pub rule: String,
    /// What the profile makes of it: `error`, `warning` or `off`.
    pub level: &'static str,
}

/// What `profile` says, in words.
pub fn summary(profile: &Profile) -> Summary {
    let with_states = Kind::ALL.iter().filter_map(|kind| Some((*kind, profile.kind(*kind)?)));
    Summary {
        profiles: profile.names.clone(),
        kinds: with_states.map(|(kind, workflow)| of_kind(kind, workflow)).collect(),
        asked: asked(profile),
        groups: profile.requirements.groups.iter().map(|(name, asked)| of_group(profile, name, asked)).collect(),
        levels: profile
            .levels
            .iter()
            .map(|(rule, level)| Level { rule: rule.clone(), level: level.as_str() })
            .collect(),
        clauses: profile.clauses.iter().map(of_clause).collect(),
    }
}

fn of_clause(clause: &Clause) -> ClauseSummary {
    ClauseSummary {
        name: clause.name.clone(),
        profile: clause.profile.clone(),
        cited: clause.cited(),
        rules: clause.rules.clone(),
        person: clause.person.clone(),
    }
}

fn of_kind(kind: Kind, workflow: &KindWorkflow) -> KindSummary {
    let (begin, other): (Vec<&Transition>, Vec<&Transition>) =
        workflow.transitions.iter().partition(|step| step.from.is_empty());
    KindSummary {
        kind,
        title: workflow.title.clone().unwrap_or_else(|| kind.title().to_owned()),
        plural: workflow.plural.clone().unwrap_or_else(|| kind.plural().to_owned()),
        derived: workflow.derived,
        states: (0..workflow.states.len()).map(|at| of_state(workflow, at)).collect(),
        steps: begin.into_iter().chain(other).map(|step| of_step(workflow, step)).collect(),
    }
}

fn of_state(workflow: &KindWorkflow, at: usize) -> StateSummary {
    let state: &StateRow = &workflow.states[at];
    StateSummary {
        name: state.name.clone(),
        label: state.label.clone(),
        description: state.meaning.clone(),
        means: state.means.map(Means::as_str),
        phase: state.phase.as_str(),
        terminal: workflow.is_terminal(&state.name),
        holders: state.holders.iter().map(Party::title).collect(),
        stalled_after_days: state.stalled_after_days,
        sections: state.own_sections.clone(),
        fields: state.own_fields.clone(),
    }
}

fn of_step(workflow: &KindWorkflow, step: &Transition) -> StepSummary {
    let open = workflow.states.iter().filter(|state| !workflow.is_terminal(&state.name));
    let open: Vec<&str> = open.map(|state| state.name.as_str()).collect();
    StepSummary {
        from: step.from.clone(),
        from_any: open.len() > 2 && open.iter().all(|state| step.leaves(Some(state))),
        to: step.to.clone(),
        to_label: workflow.state(&step.to).map_or_else(|| step.to.replace('-', " "), |state| state.label.clone()),
        label: step.label.clone(),
        by: step.by.title(),
        needs: step.needs.iter().map(wanted).collect(),
        clause: step.clause.clone(),
        when: stretch(step.since, step.until),
    }
}

/// What a step needs, with its exception.
fn wanted(need: &Evidence) -> String {
    let wants = match &need.guard {
        Guard::Unless { condition, .. } => format!("{}, unless {}", need.wants(), exception(condition)),
        Guard::Section { .. }
        | Guard::Field { .. }
        | Guard::Link { .. }
        | Guard::Decision { .. }
        | Guard::Approvals { .. }
        | Guard::Elapsed { .. }
        | Guard::Count { .. }
        | Guard::AllMet { .. }
        | Guard::Agreed { .. }
        | Guard::Before { .. }
        | Guard::State { .. }
        | Guard::Any { .. } => need.wants(),
    };
    match need.since {
        Some(since) => format!("{wants} (since {})", long_date(since)),
        None => wants,
    }
}

/// Exceptions that read badly as a key and its value: the field, the value, the words.
const EXCEPTIONS: [(&str, &str, &str); 4] = [
    ("cost.status", "none", "it costs nothing"),
    ("open", "true", "the call is open to all"),
    ("purpose", "central", "it is for the central fund"),
    ("shared_infrastructure", "false", "it touches nothing that others rely on"),
];

fn exception(condition: &Condition) -> String {
    let name = condition.field.replace(['_', '.'], " ");
    let is_own = |(field, value, _): &&(&str, &str, &str)| *field == condition.field && condition.is == [*value];
    match (EXCEPTIONS.iter().find(is_own), condition.is.as_slice()) {
        (Some((.., words)), _) => (*words).to_owned(),
        (None, []) => format!("its {name} is given"),
        (None, words) => {
            format!("its {name} is {}", list(words.iter().map(|word| word.replace('-', " ")), "or"))
        }
    }
}

/// A row of a table of requirements: its key, and what it asks in a sentence, when it asks anything.
type Row<T> = (&'static str, fn(&T) -> Option<String>);

const ASKED: [Row<Requirements>; 39] = [
    ("comment_days", |it| {
        Some(format!("The public has {} to comment on a statement of work.", days(it.number("comment_days")?)))
    }),
    ("price_disclosure_days", |it| {
        Some(format!("Prices become public {} after the award.", days(it.number("price_disclosure_days")?)))
    }),
    ("min_admins", |it| {
        Some(format!("At least {} can administer each service.", many(it.number("min_admins")?, "person", "people")))
    }),
    ("stalled_after_days", |it| {
        let limit = days(it.number("stalled_after_days")?);
        Some(format!("A record without a step for {limit} counts as stalled, where its state names no other limit."))
    }),
    ("required_slo", |it| {
        let dimensions = in_words(it.words("required_slo").iter().map(|word| word.replace('-', " ")))?;
        Some(format!("A service that a contractor runs has a service level for each of these: {dimensions}."))
    }),
    ("root_holders", |it| {
        Some(format!("Somebody holds root access for {}.", bodies(it.bodies("root_holders"), "and")?))
    }),
    ("signers", |it| Some(format!("Contracts are signed by {}.", bodies(it.bodies("signers"), "or")?))),
    ("exit_plan", |it| it.is_set("exit_plan").then(|| "The page of a contractor says how to part with it.".to_owned())),
    ("requests_since", |it| {
        let since = it.day("requests_since")?;
        Some(format!("A contract that begins on {since} or later comes from a request for proposal."))
    }),
    ("terminable_at_will", |it| {
        it.is_set("terminable_at_will").then(|| "Every contract can be ended at once.".to_owned())
    }),
    ("reason_for_each_way", |it| {
        let what = "Each way has a reason: the sort of work, and the service that it needs.";
        it.is_set("reason_for_each_way").then(|| what.to_owned())
    }),
    ("contractor_documentation", |it| {
        it.is_set("contractor_documentation").then(|| "A contractor documents in public what it runs.".to_owned())
    }),
    ("owned_by_group", |it| {
        let what = "Services belong to the group, or to people who answer for them, and to no company.";
        it.is_set("owned_by_group").then(|| what.to_owned())
    }),
    ("contract_notice_days", |it| {
        Some(format!("It is settled {} before a contract ends what follows.", days(it.number("contract_notice_days")?)))
    }),
    ("exit_test_days", |it| {
        Some(format!("Parting with a contractor is tried every {} at least.", days(it.number("exit_test_days")?)))
    }),
    ("slo_result_days", |it| {
        Some(format!("The last result of a service level is at most {} old.", days(it.number("slo_result_days")?)))
    }),
    ("review_days", |it| {
        Some(format!("The entry of a service is looked through every {} at least.", days(it.number("review_days")?)))
    }),
    ("minutes_days", |it| Some(format!("Minutes are public {} after the meeting.", days(it.number("minutes_days")?)))),
    ("minutes_before_next", |it| {
        it.is_set("minutes_before_next").then(|| "Minutes are public before the group meets again.".to_owned())
    }),
    ("execution_days", |it| Some(format!("A decision is carried out within {}.", days(it.number("execution_days")?)))),
    ("approval_lapse_days", |it| {
        Some(format!(
            "Approved money that nobody used for {} is asked for again.",
            days(it.number("approval_lapse_days")?)
        ))
    }),
    ("max_open_per_person", |it| {
        Some(format!("Nobody holds more than {} open actions and matters.", it.number("max_open_per_person")?))
    }),
    ("roadmap_ahead_days", |it| {
        Some(format!("A roadmap covers the next {} at least.", days(it.number("roadmap_ahead_days")?)))
    }),
    ("survey_every_days", |it| {
        Some(format!("There is a survey every {} at least.", days(it.number("survey_every_days")?)))
    }),
    ("survey_results_days", |it| {
        Some(format!("The results of a survey are public {} after it closed.", days(it.number("survey_results_days")?)))
    }),
    ("max_donor_percent", |it| {
        Some(format!("At most {} % of what is pledged comes from one donor.", it.number("max_donor_percent")?))
    }),
    ("donor_report_days", |it| {
        Some(format!(
            "A donor is told what came of a pledge {} after it was fulfilled.",
            days(it.number("donor_report_days")?)
        ))
    }),
    ("project_age_days", |it| {
        Some(format!("Work is at least {} old before it is brought in.", days(it.number("project_age_days")?)))
    }),
    ("deadline_days", |it| {
        let limit = days(it.number("deadline_days")?);
        Some(format!("Within {limit} after the last day to comment or to vote it is said what came of it."))
    }),
    ("blocked_days", |it| {
        let limit = days(it.number("blocked_days")?);
        Some(format!("What is blocked for longer than {limit} names a place where the wait can be followed."))
    }),
    ("final_say_days", |it| {
        let limit = days(it.number("final_say_days")?);
        Some(format!("Whoever has the final say settles within {limit} what the others leave open."))
    }),
    ("donor_share_days", |it| {
        let period = days(it.number("donor_share_days")?);
        Some(format!("In the share of a donor a pledge counts for {period} after it has come."))
    }),
    ("absent_meetings", |it| {
        let meetings = many(it.number("absent_meetings")?, "meeting", "meetings");
        Some(format!("A member who misses {meetings} in a row without excuse is asked."))
    }),
    ("carried_over_times", |it| {
        let times = many(it.number("carried_over_times")?, "agenda", "agendas");
        Some(format!("No point stands on {times} in a row without a step."))
    }),
    ("conference_report_days", |it| {
        let limit = days(it.number("conference_report_days")?);
        Some(format!("The report for a conference is published within {limit} before or after it."))
    }),
    ("meeting_moved_days", |it| {
        let limit = days(it.number("meeting_moved_days")?);
        Some(format!("A meeting that is moved by up to {limit} is the one that was announced."))
    }),
    ("reports", |it| {
        let report = |it: &ReportRule| format!("for the {} every {}", it.audience, days(it.every_days));
        Some(format!("Reports are due {}.", in_words(it.reports().iter().map(report))?))
    }),
    ("terms", |it| {
        let term = |(avoided, preferred): (&String, &String)| format!("“{preferred}” rather than “{avoided}”");
        Some(format!("The group says {}.", in_words(it.terms()?.iter().map(term))?))
    }),
    ("scope", |it| Some(format!("The group answers for {}.", in_words(it.words("scope").iter().cloned())?))),
];

fn asked(profile: &Profile) -> Vec<Asked> {
    let rows = ASKED.iter().filter_map(|(key, ask)| Some((*key, ask(&profile.requirements)?)));
    rows.map(|(key, what)| Asked { key: key.to_owned(), what, clause: profile.clause_of(key) }).collect()
}

/// What can be asked of a group. Each row may ask several things, each with a clause of its own or that of its key.
type GroupRow = (&'static str, fn(&GroupRequirements) -> Vec<(String, Option<String>)>);

const ASKED_OF_GROUPS: [GroupRow; 19] = [
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
        meetings.map(|meetings| (format!("{meetings} a year, where possible."), None)).into_iter().collect()
    }),
    ("max_affiliation_percent", |it| {
        let share = it.max_affiliation_percent;
        share
            .map(|share| (format!("At most {share} % of the members come from one organization."), None))
            .into_iter()
            .collect()
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

fn of_group(profile: &Profile, name: &str, requirements: &GroupRequirements) -> GroupSummary {
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
    let by =
        |verb: &str, body: &Option<std::sync::Arc<Body>>| body.as_ref().map(|it| format!("{verb} by {}", it.title));
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

fn sentence(said: String, since: Option<Date>, until: Option<Date>) -> String {
    match stretch(since, until) {
        Some(stretch) => format!("{}: {}.", capitalised(&stretch), uncapitalised(&said)),
        None => format!("{said}."),
    }
}

/// `since 23 February 2021`; `until` is the first day on which it does not hold any more.
fn stretch(since: Option<Date>, until: Option<Date>) -> Option<String> {
    match (since, until) {
        (None, None) => None,
        (Some(since), None) => Some(format!("since {}", long_date(since))),
        (None, Some(until)) => Some(format!("before {}", long_date(until))),
        (Some(since), Some(until)) => Some(format!("from {} and before {}", long_date(since), long_date(until))),
    }
}

fn bounds(min: Option<u32>, max: Option<u32>) -> Option<String> {
    match (min, max) {
        (None, None) => None,
        (Some(min), Some(max)) if min == max => Some(format!("exactly {min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
    }
}

fn when(holds: Option<bool>, what: &str) -> Option<String> {
    holds.filter(|holds| *holds).map(|_| what.to_owned())
}

fn days(number: u32) -> String {
    many(number, "day", "days")
}

fn many(number: u32, one: &str, many: &str) -> String {
    count(number as usize, one, many)
}

fn bodies(bodies: &[std::sync::Arc<Body>], last: &str) -> Option<String> {
    (!bodies.is_empty()).then(|| list(bodies.iter().map(|body| body.title.clone()), last))
}

fn in_words(items: impl Iterator<Item = String>) -> Option<String> {
    let words = list(items, "and");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::fields::{FieldRow, Shape, Table};
    use crate::workflow::Written;

    use super::*;

    /// The keys of the table below `key` of a profile's file.
    fn keys(key: &str) -> Vec<&'static str> {
        fn rows(shape: Shape) -> &'static [FieldRow] {
            match shape {
                Shape::Table(rows) => rows,
                Shape::Map(inner) => rows(*inner),
                _ => panic!("a table, or one for each type"),
            }
        }
        let row = Written::ROWS.iter().find(|row| row.key == key).expect("a key of a profile");
        rows((row.shape)()).iter().map(|row| row.key).collect()
    }

    #[test]
    fn every_requirement_that_a_profile_can_state_is_said() {
        let said: Vec<&str> = ASKED.iter().map(|(key, _)| *key).collect();
        assert!(keys("require").iter().all(|key| said.contains(key)), "{:?} against {said:?}", keys("require"));
        let said: Vec<&str> = ASKED_OF_GROUPS.iter().map(|(key, _)| *key).collect();
        assert!(keys("group").iter().all(|key| said.contains(key)), "{:?} against {said:?}", keys("group"));
    }
}
