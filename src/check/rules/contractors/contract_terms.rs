//! Contractors whose contract or record lacks what the group asks of each: that it can end at once, and an exit plan.

use crate::check::prelude::*;

const SECTION: &str = "Exit plan";

pub(crate) const FIND: Find = each!(contractor, find);

fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Vec<Diagnostic> {
    let asked = &facts.site.profile.requirements;
    let contracts = contractor.contract.items().iter().filter(|_| asked.is_set("terminable_at_will"));
    let plan = Some(entry).filter(|_| asked.is_set("exit_plan"));
    let bound = contracts.filter_map(|contract| cannot_end(facts, entry, contract));
    bound.chain(plan.and_then(|entry| without_exit_plan(facts, entry))).collect()
}

/// That `contract` cannot be ended at once, or that nobody knows whether it can.
fn cannot_end(facts: &Facts, entry: &Entry, contract: &Contract) -> Option<Diagnostic> {
    let (id, terminable) = (contract.id.text(), &contract.terminable_at_will);
    let (level, message, help) = match terminable.unknown() {
        Some(gap) => (
            Level::Warning,
            format!("it is not known whether the contract `{id}` can be ended at once{}", unknown_because(gap)),
            "ask whoever signed it",
        ),
        None if terminable.get() == Some(&false) => (
            Level::Error,
            format!("the contract `{id}` cannot be ended at once"),
            "agree with the contractor on a way to part at once, and set `terminable_at_will = true`",
        ),
        None => return None,
    };
    let finding = facts.at(entry, terminable.span(), message).at_level(level).help(help);
    Some(citing(facts, "terminable_at_will", finding))
}

fn without_exit_plan(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let mut sections = entry.outline.headings.iter().zip(&entry.outline.sections);
    let plan = sections.find(|(heading, _)| same_title(SECTION, heading.title.trim()));
    let (span, message) = match plan {
        _ if entry.outline.too_deep => return None,
        Some((_, section)) if !section.is_empty => return None,
        Some((heading, _)) => (Some(heading.span), format!("the exit plan for {} is empty", entry.title)),
        None => match nearly_heading(entry, SECTION, std::iter::empty()) {
            Some(heading) => (
                Some(heading_span(entry, heading)),
                format!("the heading “{}” is not that of the exit plan for {}", heading.title.trim(), entry.title),
            ),
            None => (None, format!("there is no exit plan for {}", entry.title)),
        },
    };
    let help =
        "write under `## Exit plan` how the group takes over, step by step: access, data, names, and who does it";
    Some(citing(facts, "exit_plan", facts.at(entry, span, message).help(help)))
}
