//! Reports that are due and not written.

use crate::check::prelude::*;
use crate::document::report::Report;
use crate::workflow::ReportRule;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let rules = facts.site.profile.requirements.reports().iter();
    rules.filter_map(|rule| overdue(facts, rule)).map(|finding| citing(facts, "reports", finding)).collect()
}

fn overdue(facts: &Facts, rule: &ReportRule) -> Option<Diagnostic> {
    let (today, limit) = (facts.site.today, i64::from(rule.every_days));
    let of_audience = facts
        .site
        .of_kind(Kind::Report)
        .filter_map(|entry| Some((entry, entry.report()?)))
        .filter(|(_, report)| report.audience.get().is_some_and(|it| it.as_str() == rule.audience));
    let reports: Vec<(&Entry, &Report)> = of_audience.collect();
    let (audience, every) = (&rule.audience, days(limit));
    let last = reports.iter().filter_map(|(entry, report)| Some((day(report)?, *entry, *report))).max_by_key(|it| it.0);
    match last {
        Some((day, entry, report)) => {
            let age = days_between(day, today);
            let message = format!(
                "the last report to the {audience}, {}, covers the time until {day}, {} ago; one every {every} is agreed",
                name(entry),
                days(age)
            );
            let span = report.period.span().or_else(|| report.audience.span());
            (age > limit).then(|| facts.at(entry, span, message).help(help(rule, days_after(day, 1))))
        }
        // A report without its period is another finding.
        None if !reports.is_empty() => None,
        None => {
            let begins = first_day(facts.site)?;
            let age = days_between(begins, today);
            let message = format!(
                "the record begins on {begins}, {} ago, and holds no report to the {audience}; one every {every} is agreed",
                days(age)
            );
            (age > limit).then(|| in_configuration(facts, None, message).help(help(rule, begins)))
        }
    }
}

/// The last day that the report covers, or that it came out.
fn day(report: &Report) -> Option<Date> {
    let ends = report.period.get().and_then(|period| period.to.get());
    ends.or_else(|| report.published.get()).copied()
}

fn help(rule: &ReportRule, since: Date) -> String {
    format!(
        "add `reports/….md` with `audience = \"{}\"` and `period = {{ from = {since}, to = … }}`, what was done and what is \
            planned",
        rule.audience
    )
}
