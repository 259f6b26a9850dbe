//! What a profile asks for beyond the steps: a table with a row for each requirement.

use super::Asked;
use super::words::{bodies, days, in_words, many};
use crate::workflow::{Profile, ReportRule, Requirements};

/// A row of a table of requirements: its key, and what it asks in a sentence, when it asks anything.
type Row = (&'static str, fn(&Requirements) -> Option<String>);

pub(super) const ASKED: [Row; 39] = [
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

/// What `profile` asks for, in the order of the table.
pub(super) fn asked(profile: &Profile) -> Vec<Asked> {
    let rows = ASKED.iter().filter_map(|(key, ask)| Some((*key, ask(&profile.requirements)?)));
    rows.map(|(key, what)| Asked { key: key.to_owned(), what, clause: profile.clause_of(key) }).collect()
}
