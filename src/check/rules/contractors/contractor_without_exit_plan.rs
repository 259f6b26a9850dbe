//! Contractors whose records do not say how the group could part with them.

use crate::check::prelude::*;

const SECTION: &str = "Exit plan";

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    if !facts.site.profile.requirements.is_set("exit_plan") {
        return Vec::new();
    }
    facts.site.of_kind(Kind::Contractor).filter_map(|entry| of_contractor(facts, entry)).collect()
}

fn of_contractor(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    if entry.outline.too_deep {
        return None;
    }
    let sections = entry.outline.headings.iter().zip(&entry.outline.sections);
    let plan = sections.into_iter().find(|(heading, _)| heading.title.trim().eq_ignore_ascii_case(SECTION));
    let (span, message) = match plan {
        Some((_, section)) if !section.is_empty => return None,
        Some((heading, _)) => (Some(heading.span), format!("the exit plan for {} is empty", entry.title)),
        None => (None, format!("there is no exit plan for {}", entry.title)),
    };
    let help =
        "write under `## Exit plan` how the group takes over, step by step: access, data, names, and who does it";
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.cited(facts.site.profile.clause_of("exit_plan")))
}
