//! Surveys that closed, and of which nobody has published the results.

use crate::check::prelude::*;
use crate::site::has_results;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("survey_results_days") else { return Vec::new() };
    let surveys = facts.site.of_kind(Kind::Survey).filter_map(|entry| Some((entry, entry.survey()?)));
    surveys.filter_map(|(entry, survey)| of_survey(facts, entry, survey, limit)).collect()
}

fn of_survey(facts: &Facts, entry: &Entry, survey: &Survey, limit: i64) -> Option<Diagnostic> {
    let closed = *survey.closes.get()?;
    let age = days_between(closed, facts.site.today);
    if age <= limit || has_results(entry) || is_unread(entry, "question") {
        return None;
    }
    let message = format!(
        "{} closed on {closed}, {} ago, and its results are not public; {} are agreed",
        name(entry),
        days(age),
        days(limit)
    );
    let help =
        "write them under `## Results`, or add `results` to each `[[question]]`; if too few answered, say that there";
    Some(citing(facts, "survey_results_days", facts.at(entry, survey.closes.span(), message).help(help)))
}
