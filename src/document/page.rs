//! Any other page.

use crate::fields::{ACTOR, Ref};
use crate::table;
use crate::text::Date;

table! {
    /// A page; any Markdown file outside the kinds' folders.
    Page {
        /// What it is called; else the first heading, else the file name.
        Optional title: String,
        /// Who looks after it.
        Optional owner: Ref<ACTOR>,
        /// The day somebody last looked through it.
        Optional reviewed: Date,
        /// Where it stands in the navigation, counted from one; absent: not in the navigation.
        Optional menu: u32,
    }
}
