//! Waivers whose time is over.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::waived_path;

pub const FIND: Find = Find::Findings(find);

fn find(facts: &Facts, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let site = facts.site;
    let found: BTreeSet<(&str, &ContentPath)> = findings.iter().map(|it| (it.rule, &it.path)).collect();
    let expired = site.config.waivers.iter().filter_map(|waiver| {
        let until = waiver.until.get().filter(|until| **until < site.today)?;
        Some((waiver, until))
    });
    expired
        .map(|(waiver, until)| {
            let (rule, record) = (waiver.rule.text(), waiver.record.text());
            let still = waived_path(site, record).is_some_and(|path| found.contains(&(rule, &path)));
            let finding = in_configuration(
                facts,
                waiver.until.span(),
                format!("the waiver of `{rule}` for `{record}` ended on {until}"),
            );
            finding.help(match still {
                true => "mend what it was for, or decide again and set a later day",
                false => "remove it: nothing is left that it would accept",
            })
        })
        .collect()
}
