//! Pages that look like records of a kind and are not in its folder.

use crate::check::prelude::*;
use crate::id::Naming;

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, page: &Entry) -> Option<Diagnostic> {
    if page.kind() != Kind::Page || own_kind_folder(page).is_some() {
        return None;
    }
    // Front matter that fits a page says that it is meant as one.
    if page.front.is_some() && !page.problems.iter().any(|problem| problem.rule == "unknown-key") {
        return None;
    }
    let kind = looks_like(page)?;
    let name = page.path.file_name();
    let message = format!("this page looks like {}, and is not in `{}/`", kind.with_article(), kind.folder());
    let help = match kind.naming() {
        Naming::Numbered if !name.starts_with(|letter: char| letter.is_ascii_digit()) => {
            format!("move it to `{}/`, and put its number before its name", kind.folder())
        }
        _ => format!("move it to `{}/{name}`", kind.folder()),
    };
    Some(facts.at(page, None, message).help(help))
}

/// The kind in whose folder a page is on purpose: a contractor's documentation.
fn own_kind_folder(page: &Entry) -> Option<Kind> {
    let first = page.path.as_str().split_once('/')?.0;
    Kind::ALL.iter().copied().find(|kind| *kind != Kind::Page && kind.folder() == first)
}

/// Minutes give themselves away by a day in their name and a list of those present; other records by their folder's name.
fn looks_like(page: &Entry) -> Option<Kind> {
    let dated = page.path.stem().get(..10).and_then(parse_date).is_some();
    let folder = page.path.folder().rsplit('/').next().unwrap_or_default();
    let minutes = page.outline.headings.iter().any(|heading| {
        ["participants", "attendees", "attendance", "present", "minutes"]
            .contains(&heading.title.trim().to_lowercase().as_str())
    });
    let named = OTHER_NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(folder)).map(|(_, kind)| *kind);
    match named {
        Some(Kind::Meeting) | None => (dated && (minutes || named.is_some())).then_some(Kind::Meeting),
        // Deeper down, such a name may mean anything.
        Some(kind) => (page.path.folder() == folder).then_some(kind),
    }
}

/// What people call the folders of the kinds.
const OTHER_NAMES: [(&str, Kind); 20] = [
    ("meeting", Kind::Meeting),
    ("meeting-minutes", Kind::Meeting),
    ("meeting_minutes", Kind::Meeting),
    ("meeting-notes", Kind::Meeting),
    ("meeting_notes", Kind::Meeting),
    ("minutes", Kind::Meeting),
    ("decision", Kind::Decision),
    ("sows", Kind::Sow),
    ("statements-of-work", Kind::Sow),
    ("proposal", Kind::Proposal),
    ("rfps", Kind::Rfp),
    ("bounty", Kind::Bounty),
    ("contractor", Kind::Contractor),
    ("service", Kind::Service),
    ("person", Kind::Person),
    ("persons", Kind::Person),
    ("organisations", Kind::Organization),
    ("group", Kind::Group),
    ("survey", Kind::Survey),
    ("pledge", Kind::Pledge),
];
