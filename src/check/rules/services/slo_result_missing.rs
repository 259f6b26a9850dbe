//! Service levels whose last result is too old, or that have none.

use crate::check::prelude::*;
use crate::check::rules::inventory::relied_on;
use crate::document::shared::Slo;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("slo_result_days") else { return Vec::new() };
    let levels =
        relied_on(facts.site).flat_map(|(entry, service)| service.slo.items().iter().map(move |slo| (entry, slo)));
    levels
        .filter(|(entry, _)| !is_unread(entry, "month"))
        .filter_map(|(entry, slo)| of_level(facts, entry, slo, limit))
        .collect()
}

fn of_level(facts: &Facts, entry: &Entry, slo: &At<Slo>, limit: i64) -> Option<Diagnostic> {
    let today = facts.site.today;
    let indicator = slo.indicator.get()?.as_str();
    if slo.result.withheld().is_some() || slo.result.unknown().is_some() {
        return None;
    }
    let last = slo.result.items().iter().filter_map(|result| result.month.get()).max();
    let message = match last {
        Some(month) => {
            let end = days_after(month.last_of_month(), limit);
            if end >= today {
                return None;
            }
            format!(
                "the last result for `{indicator}` of {} is that of {}; the next one is late by {}",
                name(entry),
                month.strftime("%Y-%m"),
                days(days_between(end, today))
            )
        }
        None => {
            // What was agreed on lately has its first month ahead.
            let agreed = agreed_on(facts, slo);
            if agreed.is_some_and(|agreed| days_after(agreed, limit) >= today) {
                return None;
            }
            let since = agreed.map_or(String::new(), |agreed| format!(", which was agreed on {agreed}"));
            format!("no result is on record for `{indicator}` of {}{since}", name(entry))
        }
    };
    let help = format!(
        "add `[[slo.result]]` with `month = {}` and its `value`",
        today.first_of_month().yesterday().map_or(today, |it| it.first_of_month())
    );
    let span = slo.indicator.span().unwrap_or(slo.span);
    Some(citing(facts, "slo_result_days", facts.at(entry, span, message).help(help)))
}

/// The day of the decision that the level rests on.
fn agreed_on(facts: &Facts, slo: &Slo) -> Option<Date> {
    let decision = slo.agreed_by.get().and_then(|it| facts.site.find(it))?;
    decision.decision()?.decided.get().copied()
}
