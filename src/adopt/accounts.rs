//! Accounts that minutes name, `@mlind`, and whose they are.

use std::collections::{BTreeMap, BTreeSet};

use super::minutes::Minutes;
use super::names::is_like;
use super::people::{Directory, Person};
use super::questions::{Ask, Asked};
use crate::markdown::MentionKind;

/// The account of each person who has one in the minutes, by the slug of the person; those that lists of participants give are
/// known already.
pub(super) fn accounts(minutes: &[Minutes], people: &Directory, asked: &mut Asked) -> BTreeMap<String, String> {
    let mut named: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for it in minutes {
        for mention in &it.text.outline.mentions {
            if let MentionKind::Person(account) = &mention.what {
                named.entry(account).or_default().insert(it.day.to_string());
            }
        }
    }
    let is_known = |account: &str| {
        people.people.iter().any(|it| {
            it.slug == account || it.github.as_deref().is_some_and(|github| github.eq_ignore_ascii_case(account))
        })
    };
    let mut found = BTreeMap::new();
    for (account, days) in named.into_iter().filter(|(account, _)| !is_known(account)) {
        let without: Vec<&Person> =
            people.people.iter().filter(|it| it.github.is_none() && !found.contains_key(&it.slug)).collect();
        let likely: Vec<usize> = (0..without.len()).filter(|at| is_like(account, &without[*at].name)).collect();
        let mut choices: Vec<String> = without.iter().map(|it| it.name.clone()).collect();
        choices.push("nobody of these".to_owned());
        let at = asked.choose(Ask {
            key: format!("account {account}"),
            text: format!("Whose account is `@{account}`?"),
            places: vec![format!("minutes of {}", days.into_iter().collect::<Vec<_>>().join(", "))],
            guess: match likely[..] {
                [only] => only,
                _ => choices.len() - 1,
            },
            choices,
        });
        if let Some(person) = without.get(at) {
            found.insert(person.slug.clone(), account.to_owned());
        }
    }
    found
}
