//! On which day a meeting was: by the name and the heading of its minutes, and by what git knows of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::adopt::days::{days, either_day};
use crate::adopt::questions::{Ask, Asked};
use crate::adopt::{FreeText, Past};
use crate::id::ContentPath;
use crate::text::{Date, days_between};

/// The days that the name of `text`, its folders and its heading have, that of the name first.
pub(super) fn named_days(text: &FreeText) -> Vec<Date> {
    let mut all = days(text.path.as_str());
    // The last part of a path is nearest to the text.
    all.reverse();
    all.extend(text.title().into_iter().flat_map(|title| days(title).into_iter().chain(either_day(title))));
    let mut seen = BTreeSet::new();
    all.retain(|day| seen.insert(*day));
    all
}

/// How many days before they are published minutes can be of.
const WRITTEN_WITHIN: i64 = 92;

/// The day of the meeting in `text`; `None` when nothing says it. `named` are the days in the names of all minutes: a heading
/// with one of them was copied from those.
pub(super) fn day(
    text: &FreeText,
    candidates: &[Date],
    named: &BTreeMap<&ContentPath, Date>,
    past: &Past,
    asked: &mut Asked,
) -> Option<Date> {
    let first = *candidates.first()?;
    let beginning = past.get(&text.path);
    let mut choices: Vec<Date> = candidates.to_vec();
    // What a commit says of a day, it says of the one file that it is about.
    let is_alone = named.keys().filter(|path| past.get(**path) == beginning).count() < 2;
    choices.extend(beginning.iter().filter(|_| is_alone).flat_map(|it| days(&it.subject)));
    let mut seen = BTreeSet::new();
    choices.retain(|day| seen.insert(*day));
    let is_near = |day: &Date| beginning.is_none_or(|it| (0..=WRITTEN_WITHIN).contains(&days_between(*day, it.day)));
    let is_of_other = |day: &Date| named.iter().any(|(path, other)| *path != &text.path && other == day);
    // What is near to the day on which git got the file, and is not the day of other minutes.
    let likely: Vec<Date> = choices.iter().filter(|day| is_near(day) && !is_of_other(day)).copied().collect();
    let guess = if likely.contains(&first) { first } else { likely.first().copied().unwrap_or(first) };
    // No minutes are there before their meeting.
    let is_over = |day: &Date| beginning.is_none_or(|it| *day <= it.day);
    choices.retain(|day| *day == first || (!is_of_other(day) && is_over(day)));
    if choices.len() == 1 {
        return Some(guess);
    }
    let mut places = vec![format!("`{}`", text.path)];
    places.extend(text.title().map(|title| format!("its heading: {title}")));
    places.extend(beginning.map(|it| format!("first in git on {}: {}", it.day, it.subject)));
    let at = asked.choose(Ask {
        key: format!("day {}", text.path),
        text: format!("On which day was the meeting of `{}`?", text.path),
        places,
        guess: choices.iter().position(|day| *day == guess).unwrap_or_default(),
        choices: choices.iter().map(ToString::to_string).collect(),
    });
    Some(choices[at])
}
