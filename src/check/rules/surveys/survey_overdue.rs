//! A group that has not asked those it works for in longer than it means to.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("survey_every_days") else { return Vec::new() };
    overdue(facts, limit).map(|finding| citing(facts, "survey_every_days", finding)).into_iter().collect()
}

fn overdue(facts: &Facts, limit: i64) -> Option<Diagnostic> {
    let today = facts.site.today;
    let closes = |entry: &Entry| entry.survey().and_then(|survey| survey.closes.get().copied());
    let dated = facts.site.of_kind(Kind::Survey).filter_map(|entry| Some((closes(entry)?, entry)));
    let last: Option<(Date, &Entry)> = dated.max_by_key(|(closes, _)| *closes);
    let help = "add `surveys/….md` with the days on which the next one is open";
    match last {
        Some((closes, entry)) => {
            let age = days_between(closes, today);
            let message = format!(
                "the last survey, {}, closed on {closes}, {} ago; one every {} is agreed",
                name(entry),
                days(age),
                days(limit)
            );
            let span = entry.survey().and_then(|survey| survey.closes.span());
            (age > limit).then(|| facts.at(entry, span, message).help(help))
        }
        // A survey without its days is another finding.
        None if facts.site.of_kind(Kind::Survey).len() > 0 => None,
        None => {
            let begins = first_day(facts.site)?;
            let message = format!(
                "the record begins on {begins}, {} ago, and holds no survey; one every {} is agreed",
                days(days_between(begins, today)),
                days(limit)
            );
            (days_between(begins, today) > limit).then(|| in_configuration(facts, None, message).help(help))
        }
    }
}
