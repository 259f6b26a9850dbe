//! What a meeting talked about: the points of its agenda, each with its issue and what came of it.

use std::sync::LazyLock;

use regex::Regex;

use super::headings::{CONTAINERS, OTHERS, PRESENT, REGRETS, is_one_of, said};
use crate::adopt::FreeText;
use crate::adopt::days::days;

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::adopt) struct Item {
    pub title: String,
    /// The address of the issue, where the text has it.
    pub link: Option<String>,
    /// The number of the issue, where the text has no more of it.
    pub number: Option<u32>,
    pub outcome: Option<String>,
}

/// The points of the agenda: what stands below `Agenda` or `Minutes`, else every heading that is none of the usual others; where
/// there is neither, the items below `Agenda`.
pub(super) fn agenda(text: &FreeText) -> Vec<Item> {
    let headings = &text.outline.headings;
    let is_point = |at: &usize| {
        let heading = &headings[*at];
        ![&PRESENT[..], &REGRETS, &CONTAINERS, &OTHERS].iter().any(|words| is_one_of(heading, words))
            && days(&heading.title).is_empty()
    };
    let containers: Vec<usize> = (0..headings.len()).filter(|at| is_one_of(&headings[*at], &CONTAINERS)).collect();
    let below = containers.iter().flat_map(|at| {
        let level = headings[*at].level;
        (at + 1..headings.len())
            .take_while(move |next| headings[*next].level > level)
            .filter(move |next| headings[*next].level == level + 1)
    });
    let mut points: Vec<usize> = below.filter(is_point).collect();
    if points.is_empty() {
        let level = headings.iter().map(|it| it.level).filter(|level| *level > 1).min();
        points = (0..headings.len()).filter(|at| Some(headings[*at].level) == level).filter(is_point).collect();
    }
    if !points.is_empty() {
        return points.into_iter().filter_map(|at| point(text, at)).collect();
    }
    let is_agenda = |at: Option<usize>| at.is_some_and(|at| said(&headings[at].title) == "agenda");
    let items = text.outline.lists.iter().filter(|item| item.depth == 1 && is_agenda(item.heading));
    items.filter_map(|item| titled(&item.text, None, None)).collect()
}

/// The point below the heading `at`.
fn point(text: &FreeText, at: usize) -> Option<Item> {
    let heading = &text.outline.headings[at];
    let link =
        text.outline.links.iter().find(|link| heading.span.holds(link.span) && issue_of(&link.destination).is_some());
    titled(&heading.title, link.map(|link| link.destination.clone()), outcome(text, at))
}

/// `https://host/owner/name` and the number, of the address of an issue.
pub(in crate::adopt) fn issue_of(address: &str) -> Option<(&str, u32)> {
    static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(https://[^/\s]+/[^\s?#]+?)/(?:-/)?(?:issues|pull|merge_requests)/(\d+)(?:[/?#].*)?$")
            .expect("the expression is right")
    });
    let found = ISSUE.captures(address)?;
    Some((found.get(1)?.as_str(), found[2].parse().ok()?))
}

/// The point called `title`, without the number of an issue at its end.
fn titled(title: &str, link: Option<String>, outcome: Option<String>) -> Option<Item> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.*?)[\s\-–:(]*?(?:(?:migrate )?([\w.-]+/[\w.-]+))?(?:migrate )?#(\d+)\)?\s*$")
            .expect("the expression is right")
    });
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let (bare, link, number) = match NUMBER.captures(&title) {
        Some(found) if !found[1].trim().is_empty() => {
            let number: Option<u32> = found[3].parse().ok();
            let of_name = found.get(2).zip(number);
            let link =
                link.or_else(|| of_name.map(|(name, it)| format!("https://github.com/{}/issues/{it}", name.as_str())));
            (found[1].trim().to_owned(), link, number)
        }
        Some(_) | None => (title.clone(), link, None),
    };
    let is_title = bare.chars().any(char::is_alphabetic);
    is_title.then_some(Item { title: bare, number: number.filter(|_| link.is_none()), link, outcome })
}

/// What came of the point below the heading `at`, where a line says that it is that.
fn outcome(text: &FreeText, at: usize) -> Option<String> {
    static OUTCOME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:(?:decision|decided|resolution|resolved|outcome|agreed|conclusion|result)(?: for [^:]{1,40})?:|-->|=>|→)\s*(.+)$")
            .expect("the expression is right")
    });
    let section = text.outline.sections.get(at)?.span;
    let of_item = text.outline.lists.iter().filter(|item| section.holds(item.span)).map(|item| item.text.clone());
    let of_line = text.lines_in(section).map(str::to_owned);
    let found = of_item.chain(of_line).find_map(|line| Some(OUTCOME.captures(line.trim())?[1].trim().to_owned()));
    found.filter(|it| it.chars().count() <= 300)
}
