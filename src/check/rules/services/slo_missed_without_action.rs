//! Service levels that were missed two months in a row, with nothing under way to change that.

use crate::check::prelude::*;
use crate::document::shared::{Slo, SloResult};
use crate::fields::Objective;
use crate::site::Via;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Vec<Diagnostic> {
    let levels = service.slo.items().iter().filter(|_| service.is_relied_on());
    levels.filter_map(|slo| find_in_level(facts, entry, slo)).collect()
}

fn find_in_level(facts: &Facts, entry: &Entry, slo: &Slo) -> Option<Diagnostic> {
    let objective = slo.objective.get()?;
    if slo.result.items().iter().any(|it| it.month.is_unreadable() || it.value.value.is_unreadable()) {
        return None;
    }
    let indicator = slo.indicator.get()?.as_str();
    let missed = missed(slo.result.items(), objective);
    let [.., before, last] = missed.as_slice() else { return None };
    let (first, end) = (missed[0].1, last.1);
    if is_worked_on(facts.site, entry, indicator, first) {
        return None;
    }
    let message = format!(
        "`{indicator}` of {} missed its objective, {objective}, for {} months in a row, from {} to {}, and nothing is \
            under way",
        name(entry),
        missed.len(),
        first.strftime("%Y-%m"),
        end.strftime("%Y-%m"),
    );
    let help = "agree on an action that names the service, or open a proposal with it in `services`; a month that meets the \
        objective ends the finding";
    let finding = facts.at(entry, last.0.value.span(), message).help(help);
    Some(finding.label(&entry.path, before.0.value.span(), "and the month before"))
}

/// The latest months that follow on each other and all miss the objective, the earliest first.
fn missed<'a>(results: &'a [At<SloResult>], objective: &Objective) -> Vec<(&'a SloResult, Date)> {
    let results = results.iter().map(|result| &result.value);
    let dated = results.filter_map(|it| Some((it, it.month.get()?.first_of_month(), *it.value.get()?)));
    let mut dated: Vec<(&SloResult, Date, f64)> = dated.collect();
    dated.sort_by_key(|(_, month, _)| *month);
    let mut missed: Vec<(&SloResult, Date)> = Vec::new();
    for (result, month, value) in dated.into_iter().rev() {
        let follows = missed.last().is_none_or(|(_, later)| days_after(month.last_of_month(), 1) == *later);
        if objective.is_met_by(value) || !follows {
            break;
        }
        missed.push((result, month));
    }
    missed.reverse();
    missed
}

/// Whether an open action, proposal or statement of work speaks of the service, and of this: it names what is measured, or it
/// is younger than the beginning of the first month that missed.
fn is_worked_on(site: &Site, service: &Entry, indicator: &str, first: Date) -> bool {
    let is_named = |text: &str| {
        let text = text.to_lowercase();
        text.contains(&service.title.to_lowercase()) || text.contains(&*service.id.key)
    };
    let words = indicator.replace('-', " ");
    let is_meant = |text: &str, since: Option<Date>| {
        since.is_some_and(|since| since >= first) || text.to_lowercase().replace('-', " ").contains(&words)
    };
    let in_matters = service.backlinks.iter().any(|link| {
        let from = &site.entries[link.from];
        let is_about = match &link.via {
            Via::Key(key) => ["services", "slo.service"].contains(&&**key),
            Via::Text => true,
        };
        let since = from.events().iter().filter_map(|event| event.date.get().copied()).min();
        is_about
            && matches!(from.kind(), Kind::Proposal | Kind::Sow)
            && site.is_open_matter(from)
            && is_meant(&from.text, since)
    });
    let is_action = |action: &Action| !action.done && is_named(&action.what) && is_meant(&action.what, action.agreed);
    let may_be_about = |it: &&Entry| it.is_unreadable_at(&["services", "slo.service"]) || site.has_unclear_state(it);
    let mut matters = [Kind::Proposal, Kind::Sow].into_iter().flat_map(|kind| site.of_kind(kind));
    in_matters || matters.any(|it| may_be_about(&it)) || site.actions.iter().any(is_action)
}
