//! Which tracker a bare number meant on which day: from the links whose words are a number.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::minutes::{Minutes, issue_of};
use super::questions::{Ask, Asked};
use crate::text::{Date, days_after};

/// A tracker and the days on which it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tracker {
    /// What a number is put behind: `https://example.org/a/b/issues/`.
    pub url: String,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// The trackers, one after the other; where two were used on the same days, the one that was used most, and a question.
pub(super) fn trackers(minutes: &[Minutes], asked: &mut Asked) -> Vec<Tracker> {
    static NUMBER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)^(?:issue|pull request|pr)?\s*#?(\d+)$").expect("the expression is right"));
    // By the address of the repository, how often each was named on which day.
    let mut used: BTreeMap<&str, BTreeMap<Date, usize>> = BTreeMap::new();
    for it in minutes {
        for link in &it.text.outline.links {
            if let Some((repository, number)) = issue_of(&link.destination)
                && NUMBER.captures(link.text.trim()).is_some_and(|words| words[1] == number.to_string())
            {
                *used.entry(repository).or_default().entry(it.day).or_default() += 1;
            }
        }
    }
    let mut all: Vec<(&str, BTreeMap<Date, usize>)> = used.into_iter().collect();
    all.sort_by_key(|(_, days)| days.keys().next().copied());
    let (Some(first), true) = (all.first(), all.len() > 1) else {
        return all.first().map(|(repository, _)| tracker(repository, None, None)).into_iter().collect();
    };
    let follow: Vec<Tracker> = all
        .iter()
        .enumerate()
        .map(|(at, (repository, days))| {
            let from = days.keys().next().copied().filter(|_| at > 0);
            let next = all.get(at + 1).and_then(|(_, days)| days.keys().next());
            tracker(repository, from, next.map(|next| days_after(*next, -1)))
        })
        .collect();
    let most =
        all.iter().max_by_key(|(_, days)| days.values().sum::<usize>()).map_or(first.0, |(repository, _)| repository);
    // One after the other only where no earlier one is named on two later days.
    let begins: BTreeSet<Date> = follow.iter().filter_map(|it| it.from).collect();
    let is_orderly = all
        .iter()
        .zip(&follow)
        .all(|((_, days), it)| days.keys().filter(|day| it.until.is_some_and(|until| **day > until)).count() < 2)
        && begins.len() + 1 == all.len();
    let shown = |it: &Tracker| match (it.from, it.until) {
        (None, Some(until)) => format!("{} until {until}", it.url),
        (Some(from), None) => format!("{} from {from}", it.url),
        (Some(from), Some(until)) => format!("{} from {from} until {until}", it.url),
        (None, None) => it.url.clone(),
    };
    let in_order = follow.iter().map(shown).collect::<Vec<_>>().join(", then ");
    let mut choices = vec![in_order];
    choices.extend(all.iter().map(|(repository, _)| format!("always {}", tracker(repository, None, None).url)));
    let at = asked.choose(Ask {
        key: "trackers".to_owned(),
        text: "Which tracker did a number such as #27 mean?".to_owned(),
        places: all
            .iter()
            .map(|(repository, days)| format!("{repository} is named in {} minutes", days.len()))
            .collect(),
        guess: match is_orderly {
            true => 0,
            false => 1 + all.iter().position(|(repository, _)| *repository == most).unwrap_or_default(),
        },
        choices,
    });
    match at.checked_sub(1).and_then(|at| all.get(at)) {
        Some((repository, _)) => vec![tracker(repository, None, None)],
        None => follow,
    }
}

fn tracker(repository: &str, from: Option<Date>, until: Option<Date>) -> Tracker {
    let dash = if repository.contains("gitlab") { "/-" } else { "" };
    Tracker { url: format!("{repository}{dash}/issues/"), from, until }
}

/// The address of issue `number` on `day`; `None` where no tracker is known.
pub(super) fn address(trackers: &[Tracker], number: u32, day: Date) -> Option<String> {
    let holds = |it: &&Tracker| it.from.is_none_or(|from| from <= day) && it.until.is_none_or(|until| day <= until);
    trackers.iter().find(holds).map(|it| format!("{}{number}", it.url))
}

#[cfg(test)]
mod tests {
    use super::super::Past;
    use super::super::minutes::minutes;
    use super::super::questions::Answers;
    use super::super::tests::texts;
    use super::*;

    fn found(named: &[(&str, &str, u32)]) -> Vec<String> {
        let mut fixture = String::new();
        for (day, name, number) in named {
            fixture.push_str(&format!(
                "-- minutes/{day}.md --\nWe spoke of [#{number}](https://example.org/{name}/issues/{number}).\n"
            ));
        }
        let (texts, answers) = (texts(&fixture), Answers::default());
        let mut asked = Asked::new(&answers);
        let minutes = minutes(&texts, &Past::default(), &BTreeSet::new(), &mut asked);
        let found = trackers(&minutes, &mut asked);
        let shown = found.iter().map(|it| format!("{} {:?} {:?}", it.url, it.from, it.until));
        shown.chain(asked.questions.iter().map(|it| format!("? {}", it.taken))).collect()
    }

    #[test]
    fn one_tracker_was_always_meant_and_of_two_the_second_took_over() {
        assert_eq!(
            found(&[("2026-01-12", "a/b", 3), ("2026-02-12", "a/b", 4)]),
            ["https://example.org/a/b/issues/ None None"]
        );
        assert_eq!(
            found(&[("2026-01-12", "a/b", 3), ("2026-02-12", "c/d", 4), ("2026-03-12", "c/d", 5)]),
            [
                "https://example.org/a/b/issues/ None Some(2026-02-11)",
                "https://example.org/c/d/issues/ Some(2026-02-12) None",
                "? https://example.org/a/b/issues/ until 2026-02-11, then https://example.org/c/d/issues/ from 2026-02-12",
            ]
        );
    }

    #[test]
    fn two_that_are_used_in_turn_do_not_follow_each_other() {
        let named =
            [("2026-01-12", "a/b", 3), ("2026-02-12", "c/d", 4), ("2026-03-12", "a/b", 5), ("2026-04-12", "a/b", 6)];
        assert_eq!(
            found(&named),
            ["https://example.org/a/b/issues/ None None", "? always https://example.org/a/b/issues/"]
        );
    }
}
