//! Waivers that accept nothing any more.

use crate::check::prelude::*;
use crate::check::{Rule, found_by_waived_rules, waived_path};
use crate::config::Waiver;

pub(crate) const FIND: Find = Find::Findings(find);

fn find(facts: &Facts, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let site = facts.site;
    let found = found_by_waived_rules(site, findings);
    let is_in_force = |waiver: &&At<Waiver>| waiver.until.get().is_none_or(|until| site.today <= *until);
    let unused = |waiver: &At<Waiver>| {
        let (rule, record) = (waiver.rule.text(), waiver.record.text());
        let path = waived_path(site, record).filter(|_| can_be_unused(rule))?;
        if found.contains(&(rule, &path)) {
            return None;
        }
        let message = format!("nothing is wrong that the waiver of `{rule}` for `{record}` accepts");
        Some(in_configuration(facts, waiver.rule.span(), message).help("remove the `[[waiver]]`"))
    };
    site.config.waivers.iter().filter(is_in_force).filter_map(unused).collect()
}

/// What the rules about waivers find is not known here, and what the rules about changes find is there in that change only.
fn can_be_unused(name: &str) -> bool {
    Rule::named(name).is_some_and(|rule| !matches!(rule.family, "waivers" | "change"))
}
