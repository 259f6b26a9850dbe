//! Results of service levels that cannot be: two for one month, less than nothing, more than all.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::document::shared::Slo;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Vec<Diagnostic> {
    service.slo.items().iter().flat_map(|slo| find_in_level(facts, entry, slo)).collect()
}

fn find_in_level(facts: &Facts, entry: &Entry, slo: &Slo) -> Vec<Diagnostic> {
    let level = format!("`{}` of {}", slo.indicator.get().map_or("a service level", |it| it.as_str()), name(entry));
    let is_share = slo.objective.get().is_some_and(|objective| objective.unit == "%");
    let mut months: BTreeMap<Date, Option<Span>> = BTreeMap::new();
    let mut found = Vec::new();
    for result in slo.result.items() {
        let value = result.value.value.get().copied().filter(|value| *value < 0.0 || (is_share && *value > 100.0));
        if let Some(value) = value {
            let unit = slo.objective.get().map_or("", |objective| objective.unit.as_str());
            let message = format!("{level} has the result {value} {unit}, which cannot be");
            let finding = facts.at(entry, result.value.value.span(), message);
            found.push(finding.help("correct `value`, in the unit of the objective"));
        }
        let Some(month) = result.month.get().map(|month| month.first_of_month()) else { continue };
        match months.get(&month) {
            Some(first) => {
                let message = format!("{level} has two results for {}", month.strftime("%Y-%m"));
                let finding =
                    facts.at(entry, result.month.span(), message).help("correct `month`, or take one of them out");
                found.push(match first {
                    Some(span) => finding.label(&entry.path, *span, "the first one"),
                    None => finding,
                });
            }
            None => {
                months.insert(month, result.month.span());
            }
        }
    }
    found
}
