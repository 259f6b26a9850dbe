//! Candor publishes what a working group decides, spends and delivers.
//!
//! ```text
//! Tree ──parse──▶ Document… ──link──▶ Site ──check──▶ Report
//!                                      ├─between(base)─▶ Change
//!                                      └────routes──▶ Route… ──render──▶ Page… ──write──▶ disk
//! ```
//!
//! The modules are in the order of the build; each uses only those above it.

pub mod text;
pub mod id;
pub mod tree;
pub mod diagnostic;
pub mod fields;
pub mod layout;
pub mod markdown;
pub mod workflow;
pub mod document;
pub mod config;
pub mod adopt;
pub mod site;
pub mod change;
pub mod check;
pub mod words;
pub mod diff;
pub mod search;
pub mod data;
pub mod page;
pub mod project;
pub mod output;
#[cfg(feature = "serve")]
pub mod preview;
#[cfg(feature = "cli")]
pub mod cli;

/// The file that marks a folder as a site that Candor wrote, and so may replace.
pub const OUTPUT_MARK: &str = ".candor-site";

/// The example in the README is true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
