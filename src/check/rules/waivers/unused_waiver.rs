//! Waivers that accept nothing any more.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::{RULES, waived_path};

pub const FIND: Find = Find::Findings(find);

fn find(facts: &Facts, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let site = facts.site;
    let found: BTreeSet<(&str, &ContentPath)> = findings.iter().map(|it| (it.rule, &it.path)).collect();
    // Those whose rule or record does not exist, and those that are over, are flagged by their own rules. What the rules about
    // waivers find is not known here, and what the rules about changes find is there in that change only.
    let in_force =
        site.config.waivers.iter().filter(|waiver| waiver.until.get().is_none_or(|until| site.today <= *until));
    in_force
        .filter_map(|waiver| {
            let rule = RULES
                .iter()
                .find(|rule| rule.name == waiver.rule.text() && !matches!(rule.family, "waivers" | "change"))?;
            let record = waiver.record.text();
            let path = waived_path(site, record)?;
            (!found.contains(&(rule.name, &path))).then(|| {
                let message =
                    format!("nothing is wrong any more that the waiver of `{}` for `{record}` accepts", rule.name);
                in_configuration(facts, waiver.rule.span(), message).help("remove the `[[waiver]]`")
            })
        })
        .collect()
}
