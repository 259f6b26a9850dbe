//! Stretches of time, bounds and counts, as sentences on a profile have them.

use std::sync::Arc;

use crate::text::{Date, count, list, long_date};
use crate::workflow::Body;

/// `since 23 February 2021`; `until` is the first day on which it does not hold any more.
pub(super) fn stretch(since: Option<Date>, until: Option<Date>) -> Option<String> {
    match (since, until) {
        (None, None) => None,
        (Some(since), None) => Some(format!("since {}", long_date(since))),
        (None, Some(until)) => Some(format!("before {}", long_date(until))),
        (Some(since), Some(until)) => Some(format!("from {} and before {}", long_date(since), long_date(until))),
    }
}

/// `2 to 5`, `at least 2`; `None` where nothing bounds it.
pub(super) fn bounds(min: Option<u32>, max: Option<u32>) -> Option<String> {
    match (min, max) {
        (None, None) => None,
        (Some(min), Some(max)) if min == max => Some(format!("exactly {min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
    }
}

/// `14 days`.
pub(super) fn days(number: u32) -> String {
    many(number, "day", "days")
}

/// `1 person`, `2 people`.
pub(super) fn many(number: u32, one: &str, many: &str) -> String {
    count(number as usize, one, many)
}

/// The `bodies` by what they are called: `the group or the board`; `None` where there are none.
pub(super) fn bodies(bodies: &[Arc<Body>], last: &str) -> Option<String> {
    (!bodies.is_empty()).then(|| list(bodies.iter().map(|body| body.title.clone()), last))
}

/// `a, b and c`; `None` where there are none.
pub(super) fn in_words(items: impl Iterator<Item = String>) -> Option<String> {
    let words = list(items, "and");
    (!words.is_empty()).then_some(words)
}
