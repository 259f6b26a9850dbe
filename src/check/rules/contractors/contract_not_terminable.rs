//! Contracts that the group cannot end at once.

use crate::check::prelude::*;
use crate::check::rules::inventory::unknown_because;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    if !facts.site.profile.requirements.is_set("terminable_at_will") {
        return Vec::new();
    }
    facts.site.of_kind(Kind::Contractor).flat_map(|entry| of_contractor(facts, entry)).collect()
}

fn of_contractor(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items());
    let mut found = Vec::new();
    for contract in contracts {
        let id = contract.id.text();
        let finding = match &contract.terminable_at_will {
            Field::Stated(can) if !can.value => {
                let help = "agree with the contractor on a way to part at once, and set `terminable_at_will = true`";
                facts.at(entry, can.span, format!("the contract `{id}` cannot be ended at once")).help(help)
            }
            Field::Unknown(gap) => {
                let message =
                    format!("it is not known whether the contract `{id}` can be ended at once{}", unknown_because(gap));
                facts.at(entry, gap.span, message).at_level(Level::Warning).help("ask whoever signed it")
            }
            Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => continue,
        };
        found.push(finding.cited(facts.site.profile.clause_of("terminable_at_will")));
    }
    found
}
