//! Waivers whose last day is over.

use crate::check::prelude::*;
use crate::check::{found_by_waived_rules, waived_path};
use crate::config::Waiver;

pub(crate) const FIND: Find = Find::Findings(find);

fn find(facts: &Facts, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let found = found_by_waived_rules(facts.site, findings);
    let finding = |waiver: &At<Waiver>| {
        let until = waiver.until.get().filter(|until| **until < facts.site.today)?;
        let (rule, record) = (waiver.rule.text(), waiver.record.text());
        let path = waived_path(facts.site, record);
        let is_needed = path.is_some_and(|path| found.contains(&(rule, &path)));
        let message = format!("the waiver of `{rule}` for `{record}` ended on {until}");
        Some(in_configuration(facts, waiver.until.span(), message).help(match is_needed {
            true => "correct what it was for, or decide again and set a later `until`",
            false => "remove it: nothing is left that it would accept",
        }))
    };
    facts.site.config.waivers.iter().filter_map(finding).collect()
}
