//! `candor check`: what is wrong with the record.

use std::path::PathBuf;

use clap::Args;

use crate::diagnostic::{Level, json};
use crate::edition::Wishes;
use crate::text::Date;

use super::surroundings::{folder, human, prefix, read, source, summary, today};
use super::{Format, Manner, Outcome, day};

/// Check the record and say what is wrong
///
/// Fails when a finding is an error. What each rule flags, and why, says `candor explain RULE`; levels and waivers stand
/// in candor.toml.
#[derive(Args, Debug)]
pub struct Check {
    /// The folder of the record
    dir: Option<PathBuf>,

    /// In which form the findings are printed
    #[arg(long, value_enum, default_value = "human")]
    format: Format,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,

    /// Fail on warnings too
    #[arg(long)]
    deny_warnings: bool,

    /// Check drafts too
    #[arg(long)]
    drafts: bool,

    /// Show every finding in full, also those that repeat
    #[arg(long)]
    all: bool,
}

impl Check {
    pub fn run(self, manner: Manner) -> Outcome {
        let dir = folder(self.dir.clone());
        let today = today(self.today);
        let edition = match read(&dir, &Wishes { today, drafts: self.drafts, base_url: None }, manner) {
            Ok(edition) => edition,
            Err(outcome) => return outcome,
        };
        let findings = &edition.report.findings;
        let prefix = prefix(&dir);
        match self.format {
            Format::Human => {
                anstream::print!("{}", human(&edition, findings, &prefix, self.all));
                if !manner.quiet {
                    anstream::print!("{}", summary(findings, &prefix));
                }
            }
            Format::Json => print!("{}", json::report(findings, &|path| source(&edition, path), today)),
        }
        let level = if self.deny_warnings { Level::Warning } else { Level::Error };
        if edition.report.fails_at(level) { Outcome::Findings } else { Outcome::Clean }
    }
}
