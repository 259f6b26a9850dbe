//! `candor check`: what is wrong with the record.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::diagnostic::human::one_line;
use crate::diagnostic::{Level, json};
use crate::edition::{Edition, Wishes};
use crate::text::Date;

use super::mend::{Mended, mend};
use super::surroundings::{fail, folder, human, prefix, read, say_aside, source, summary, today};
use super::{Format, Manner, Outcome, day, hosts};

/// Check the record and say what is wrong
///
/// Fails when a finding is an error. What each rule flags, and why, says `candor explain RULE`; levels and waivers stand
/// in candor.toml. Where a finding shows how to mend it, `--fix` does so when nothing but that can come of it.
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

    /// Apply the fixes that are safe to the files, and report what remains
    #[arg(long)]
    fix: bool,
}

impl Check {
    pub fn run(self, manner: Manner) -> Outcome {
        let dir = folder(self.dir.clone());
        let today = today(self.today);
        let wishes = Wishes { today, drafts: self.drafts, base_url: None };
        let read = || read(&dir, &wishes, manner);
        let edition = match read()
            .and_then(|edition| if self.fix { self.mend(&dir, edition, &wishes, read) } else { Ok(edition) })
        {
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
            Format::Sarif => print!("{}", hosts::sarif_log(&edition, findings, &dir)),
            Format::Github => print!("{}", hosts::annotations(&edition, findings, &dir)),
        }
        let level = if self.deny_warnings { Level::Warning } else { Level::Error };
        if edition.report.fails_at(level) { Outcome::Findings } else { Outcome::Clean }
    }
    /// Applies the safe fixes, tells them, and gives the edition of the files as they are now.
    fn mend(
        &self,
        dir: &Path,
        edition: Edition,
        wishes: &Wishes,
        read: impl Fn() -> Result<Edition, Outcome>,
    ) -> Result<Edition, Outcome> {
        let mended = mend(dir, &edition, wishes).map_err(|error| fail(Outcome::World, error))?;
        let prefix = prefix(dir);
        for Mended { path, line, rule, title } in &mended {
            let line =
                format!("\x1b[1;32mmended\x1b[0m[{rule}]: {}", one_line(&format!("{prefix}{path}:{line}: {title}")));
            // What programs read must stay one document.
            match self.format {
                Format::Human => anstream::println!("{line}"),
                Format::Json | Format::Sarif | Format::Github => say_aside(line),
            }
        }
        if mended.is_empty() {
            return Ok(edition);
        }
        if self.format == Format::Human {
            println!();
        }
        read()
    }
}
