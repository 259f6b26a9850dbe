//! Pages that look like records of a kind and are not in its folder.

use crate::check::prelude::*;
use crate::id::Naming;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, page: &Entry) -> Option<Diagnostic> {
    // A page in the folder of a kind is there on purpose: a contractor's documentation.
    let (first, _) = page.path.as_str().split_once('/').unwrap_or_default();
    let is_at_home = Kind::ALL.iter().any(|kind| *kind != Kind::Page && kind.folder() == first);
    // Front matter that fits a page says that it is meant as one.
    let is_meant = page.front.is_some() && !page.problems.iter().any(|problem| problem.rule == "unknown-key");
    let kind = looks_like(page).filter(|_| page.kind() == Kind::Page && !is_at_home && !is_meant)?;
    let (name, folder) = (page.path.file_name(), kind.folder());
    let message = format!("this page looks like {}, and is not in `{folder}/`", kind.with_article());
    let has_number = name.starts_with(|letter: char| letter.is_ascii_digit());
    let help = match kind.naming() == Naming::Numbered && !has_number {
        true => format!("move it to `{folder}/`, and put its number before its name"),
        false => format!("move it to `{folder}/{name}`"),
    };
    Some(facts.at(page, None, message).help(help))
}

/// Words in the headings of minutes.
const PRESENT: [&str; 5] = ["participants", "attendees", "attendance", "present", "minutes"];

/// Minutes give themselves away by a day in their name and a list of those present; other records by their folder's name.
fn looks_like(page: &Entry) -> Option<Kind> {
    let folder = page.path.folder().rsplit('/').next().unwrap_or_default();
    let mut headings = page.outline.headings.iter().map(|heading| heading.title.trim().to_lowercase());
    let is_one = |names: &str| names.split_whitespace().any(|name| name.eq_ignore_ascii_case(folder));
    match OTHER_NAMES.iter().find(|(_, names)| is_one(names)).map(|(kind, _)| *kind) {
        Some(Kind::Meeting) => page.is_named_by_day().then_some(Kind::Meeting),
        None => (page.is_named_by_day() && headings.any(|it| PRESENT.contains(&&*it))).then_some(Kind::Meeting),
        // Deeper down, such a name may mean anything.
        Some(kind) => (page.path.folder() == folder).then_some(kind),
    }
}

/// What people call the folders of the kinds.
const OTHER_NAMES: [(Kind, &str); 13] = [
    (Kind::Meeting, "meeting meeting-minutes meeting_minutes meeting-notes meeting_notes minutes"),
    (Kind::Decision, "decision"),
    (Kind::Sow, "sows statements-of-work"),
    (Kind::Proposal, "proposal"),
    (Kind::Rfp, "rfps"),
    (Kind::Bounty, "bounty"),
    (Kind::Contractor, "contractor"),
    (Kind::Service, "service"),
    (Kind::Person, "person persons"),
    (Kind::Organization, "organisations"),
    (Kind::Group, "group"),
    (Kind::Survey, "survey"),
    (Kind::Pledge, "pledge"),
];
