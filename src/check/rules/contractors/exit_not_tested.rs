//! Contracts of which nobody has lately tried how the group would part with the contractor.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(contractor, find);

fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Vec<Diagnostic> {
    let running = contractor.contract.items().iter().filter(|contract| !contract.has_ended(facts.site.today));
    running.filter_map(|contract| find_in_contract(facts, entry, contract)).collect()
}

fn find_in_contract(facts: &Facts, entry: &Entry, contract: &Contract) -> Option<Diagnostic> {
    let (today, limit) = (facts.site.today, facts.limit);
    let id = contract.id.text();
    let is_old = |day: Date| days_between(day, today) > limit;
    let message = match &contract.exit_tested {
        Field::Stated(tested) if is_old(tested.value) => format!(
            "parting with {} was last tried on {}, {} ago; it was due again on {}",
            entry.title,
            tested.value,
            days(days_between(tested.value, today)),
            days_after(tested.value, limit),
        ),
        Field::Stated(tested) if is_before_any(entry, contract, tested.value) => {
            let starts = contract.starts.get().map_or(String::new(), |starts| format!(" on {starts}"));
            format!(
                "parting with {} was last tried on {}, before there was a contract: `{id}` began{starts}",
                entry.title, tested.value
            )
        }
        // A young contract has its first trial ahead.
        Field::Unknown(gap) if contract.starts.get().is_none_or(|starts| is_old(*starts)) => {
            let since = contract.starts.get().map_or(String::new(), |starts| format!(", which runs since {starts}"));
            format!(
                "nobody knows whether parting was ever tried under the contract `{id}`{since}{}",
                unknown_because(gap)
            )
        }
        Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Unknown(_) | Field::Withheld(_) => return None,
    };
    let help = "follow the exit plan once without the contractor, mend what fails, and set `exit_tested` to that day";
    Some(facts.at(entry, contract.exit_tested.span(), message).help(help))
}

/// Whether neither `contract` nor another one with the same contractor ran on `day` or before.
fn is_before_any(entry: &Entry, contract: &Contract, day: Date) -> bool {
    let others = entry.contractor().map_or(&[][..], |it| it.contract.items()).iter();
    let had_begun = |contract: &Contract| contract.starts.get().is_none_or(|starts| *starts <= day);
    !had_begun(contract) && !others.map(|other| &other.value).any(had_begun)
}
