//! `candor check`: what is wrong with the record.

#[cfg(feature = "git")]
use std::path::Path;
use std::path::PathBuf;

use clap::Args;

use crate::check::Comparison;
use crate::diagnostic::human::one_line;
use crate::diagnostic::{Diagnostic, Level, Standing, json};
#[cfg(feature = "git")]
use crate::edition::Edition;
use crate::edition::Wishes;
use crate::text::{Date, count};
#[cfg(feature = "git")]
use crate::tree::{RevisionError, Tree};

#[cfg(feature = "git")]
use super::surroundings::{Watch, fail, say_aside};
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

    /// Judge the change since this git revision: a branch, a tag, a commit
    ///
    /// The change starts where HEAD left the revision: in a pull request, `--base origin/main` is their merge base, so what
    /// others merged since is not the author's. A revision that HEAD comes from, such as HEAD~1, is taken as it is. New
    /// findings are shown in full, those that were there before are counted. Fails when the change brings in an error, or
    /// when a record whose state it moves has one.
    #[cfg(feature = "git")]
    #[arg(long, value_name = "REV")]
    base: Option<String>,
}

impl Check {
    pub fn run(self, manner: Manner) -> Outcome {
        let dir = folder(self.dir.clone());
        let today = today(self.today);
        let wishes = Wishes { today, drafts: self.drafts, base_url: None };
        #[cfg(feature = "git")]
        let edition = match &self.base {
            Some(revision) => since(&dir, revision, &wishes, manner),
            None => read(&dir, &wishes, manner),
        };
        #[cfg(not(feature = "git"))]
        let edition = read(&dir, &wishes, manner);
        let edition = match edition {
            Ok(edition) => edition,
            Err(outcome) => return outcome,
        };
        let findings = &edition.report.findings;
        let prefix = prefix(&dir);
        match self.format {
            Format::Human => {
                let shown = match &edition.base {
                    Some(base) if !self.all => told(findings, &base.comparison),
                    _ => findings.clone(),
                };
                anstream::print!("{}", human(&edition, &shown, &prefix, self.all));
                if let Some(base) = &edition.base {
                    print!("{}", mended(&base.comparison, &prefix));
                }
                if !manner.quiet {
                    match &edition.base {
                        Some(base) => anstream::print!("{}", of_change(findings, &base.comparison, self.all)),
                        None => anstream::print!("{}", summary(findings, &prefix)),
                    }
                }
            }
            Format::Json => print!("{}", json::report(findings, &|path| source(&edition, path), today)),
        }
        let level = if self.deny_warnings { Level::Warning } else { Level::Error };
        let fails = match &edition.base {
            Some(base) => base.comparison.fails_at(&edition.report, level),
            None => edition.report.fails_at(level),
        };
        if fails { Outcome::Findings } else { Outcome::Clean }
    }
}

/// The record in `dir` as a change of `revision`.
///
/// # Errors
/// When the folder or the revision cannot be read; the words say which.
#[cfg(feature = "git")]
fn since(dir: &Path, revision: &str, wishes: &Wishes, manner: Manner) -> Result<Edition, Outcome> {
    let watch = Watch::start(manner);
    let tree = Tree::read(dir).map_err(|error| fail(Outcome::World, error))?;
    watch.say(format_args!("read {} files", tree.sources.len() + tree.assets.len()));
    let base = Tree::at(dir, revision).map_err(|error| fail(outcome(&error), error))?;
    watch.say(format_args!("read {} files of {revision}", base.sources.len() + base.assets.len()));
    if base.is_empty() {
        say_aside(format_args!("note: {} is not in `{revision}`, so everything in it is new", dir.display()));
    }
    let edition = Edition::since(tree, base, wishes);
    watch.say(format_args!("checked {} records", edition.site.entries.len()));
    Ok(edition)
}

#[cfg(feature = "git")]
fn outcome(error: &RevisionError) -> Outcome {
    match error {
        RevisionError::Unknown { .. } | RevisionError::Shallow { .. } => Outcome::Usage,
        RevisionError::NoRepository { .. } | RevisionError::Unreadable { .. } => Outcome::World,
    }
}

/// What the author of a change is told in full: what it brought in, and what is in its way.
fn told(findings: &[Diagnostic], comparison: &Comparison) -> Vec<Diagnostic> {
    let is_told = |it: &&Diagnostic| it.standing == Some(Standing::New) || comparison.is_in_the_way(it);
    findings.iter().filter(is_told).cloned().collect()
}

/// A line for each finding that the change mended.
fn mended(comparison: &Comparison, prefix: &str) -> String {
    let line = |it: &Diagnostic| format!("mended[{}]: {prefix}{}: {}", it.rule, it.path, it.message);
    comparison.mended.iter().map(|finding| one_line(&line(finding)) + "\n").collect()
}

/// `2 new errors and 1 new warning, 1 mended; 14 findings were there before (shown with --all)`.
fn of_change(findings: &[Diagnostic], comparison: &Comparison, all: bool) -> String {
    let is_new = |it: &&Diagnostic| it.standing == Some(Standing::New);
    let number = |level: Level| findings.iter().filter(is_new).filter(|finding| finding.level == level).count();
    let (errors, warnings) = (number(Level::Error), number(Level::Warning));
    let mut counts = Vec::new();
    match (errors, warnings) {
        (0, 0) => counts.push("no new findings".to_owned()),
        (errors, 0) => counts.push(count(errors, "new error", "new errors")),
        (0, warnings) => counts.push(count(warnings, "new warning", "new warnings")),
        (errors, warnings) => counts.push(format!(
            "{} and {}",
            count(errors, "new error", "new errors"),
            count(warnings, "new warning", "new warnings")
        )),
    }
    if !comparison.mended.is_empty() {
        counts.push(format!("{} mended", comparison.mended.len()));
    }
    let in_the_way = findings.iter().filter(|finding| comparison.is_in_the_way(finding)).count();
    if in_the_way > 0 {
        counts.push(format!("{} of before in a record that takes a step", count(in_the_way, "error", "errors")));
    }
    let before = match findings.len() - errors - warnings - in_the_way {
        0 => String::new(),
        1 => format!("; 1 finding was there before{}", if all { "" } else { " (shown with --all)" }),
        many => format!("; {many} findings were there before{}", if all { "" } else { " (shown with --all)" }),
    };
    format!("{}{before}\n", counts.join(", "))
}
