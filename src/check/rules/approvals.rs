//! Approvals that do not count, for the rules that say why.

use std::rc::Rc;

use crate::check::Facts;
use crate::check::phrase::name;
use crate::id::Kind;
use crate::site::{Approver, Entry, Round, Standing};
use crate::text::list;
use crate::workflow::Party;

/// Every approval that has this standing, with its record and the round that it was given in.
pub fn of_standing<'a>(facts: &Facts<'a>, standing: Standing) -> Vec<(&'a Entry, Rc<Round<'a>>, Approver<'a>)> {
    let proposals = facts.site.of_kind(Kind::Proposal);
    let rounds = proposals.filter_map(|entry| Some((entry, Rc::new(facts.site.approval_round(entry)?))));
    rounds
        .flat_map(|(entry, round)| {
            let those = round.approvers.iter().filter(|approver| approver.standing == standing);
            those.map(|approver| (entry, round.clone(), approver.clone())).collect::<Vec<_>>()
        })
        .collect()
}

/// Who gave it: by their name where the directory knows them.
pub fn who(approver: &Approver) -> String {
    approver.person.map_or_else(|| approver.name.to_owned(), name)
}

/// Those whom the step asks, in the plural: `the maintainers`, ``those with the role `maintainer` in the group``.
pub fn asked_of(round: &Round) -> String {
    let mut places: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
    let mut others = Vec::new();
    for party in &round.asked.by {
        let Party::Role { role, of } = party else {
            others.push(party.title());
            continue;
        };
        let place = of.as_ref().map(|body| body.title.as_str());
        match places.iter_mut().find(|(other, _)| *other == place) {
            Some((_, roles)) => roles.push(role),
            None => places.push((place, vec![role])),
        }
    }
    let with_role = places.into_iter().map(|(place, roles)| {
        let roles = list(roles.into_iter().map(|role| format!("`{role}`")), "or");
        match place {
            Some(place) => format!("those with the role {roles} in {place}"),
            None => format!("those with the role {roles}"),
        }
    });
    list(others.into_iter().chain(with_role), "or")
}
