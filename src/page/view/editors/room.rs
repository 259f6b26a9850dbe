//! What the pages of the room have in common.

use super::super::chrome::{Head, Room};

/// The head of a page for editors.
pub(super) fn head(title: &str) -> Head {
    Head { room: Room::Editors, is_indexed: false, ..Head::titled(title) }
}

/// Where the findings of a rule at one level are on the page of all.
pub(super) fn anchor(level: &str, rule: &str) -> String {
    format!("{level}.{rule}")
}
