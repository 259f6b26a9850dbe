//! Service levels whose last result is too old, or that have none.

use crate::check::prelude::*;
use crate::document::shared::Slo;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Vec<Diagnostic> {
    let levels = service.slo.items().iter().filter(|_| service.is_relied_on());
    levels.filter_map(|slo| find_in_level(facts, entry, slo)).collect()
}

fn find_in_level(facts: &Facts, entry: &Entry, slo: &At<Slo>) -> Option<Diagnostic> {
    let (today, limit) = (facts.site.today, facts.limit);
    let indicator = slo.indicator.get()?.as_str();
    let has_unread = slo.result.items().iter().any(|result| result.month.is_unreadable());
    if !slo.result.is_complete() || has_unread {
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
                "the last result for `{indicator}` of {} is that of {}; the next one is {} overdue",
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
    Some(facts.at(entry, span, message).help(help))
}

/// The day of the decision that the level rests on.
fn agreed_on(facts: &Facts, slo: &Slo) -> Option<Date> {
    let decision = slo.agreed_by.get().and_then(|it| facts.site.find(it))?;
    decision.decision()?.decided.get().copied()
}
