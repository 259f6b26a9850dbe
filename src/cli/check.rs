//! `candor check`: what is wrong with the record.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::diagnostic::human::{Style, one_line};
use crate::diagnostic::{Diagnostic, Level, github, json};
use crate::project::{Options, Project};
use crate::text::Date;

use super::env::{DONE, fail, folder, human, not_empty, prefix, print, read, say_aside, source, style, summary, today};
use super::fix::{self, Applied};
use super::{Format, Outcome, Verbosity, change, code_hosts, day};

/// Check the record and say what is wrong
///
/// Fails when a finding is an error. What each rule flags, and why, says `candor explain RULE`; levels and waivers stand
/// in candor.toml. Where a finding shows how to fix it, `--fix` does so when nothing but that can come of it.
#[derive(Args, Debug)]
pub(super) struct Check {
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

    /// Show every finding in full, also those that repeat; in SARIF also those that are waived or fixed
    #[arg(long)]
    all: bool,

    /// Apply the fixes that are safe to the files, and report what remains
    #[arg(long)]
    fix: bool,

    /// Judge the change since this git revision: a branch, a tag, a commit
    ///
    /// The change starts where HEAD left the revision: in a pull request, `--base origin/main` is their merge base, so what
    /// others merged since is not the author's. A revision that HEAD comes from, such as HEAD~1, is taken as it is. New
    /// findings are shown in full, those that were there before are counted. Fails when the change brings in an error, or
    /// when a record whose state it moves has one.
    #[cfg(feature = "git")]
    #[arg(long, value_name = "REV")]
    base: Option<String>,

    /// Where the record was in that revision, from the root of the repository
    ///
    /// A folder that was moved is found by its candor.toml and by what its files hold. Where that cannot be told, this says it.
    #[cfg(feature = "git")]
    #[arg(long, value_name = "DIR", requires = "base")]
    base_dir: Option<String>,
}

impl Check {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let dir = folder(self.dir.clone());
        let options = Options { today: today(self.today), drafts: self.drafts, base_url: None };
        let read = || self.read(&dir, &options, verbosity);
        let project = match read().and_then(|project| match self.fix {
            true => self.apply_fixes(&dir, project, &options, read),
            false => Ok(project),
        }) {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        self.print(&dir, &project, verbosity);
        let level = if self.deny_warnings { Level::Warning } else { Level::Error };
        let fails = match &project.base {
            Some(base) => base.comparison.fails_at(&project.report, level),
            None => project.report.fails_at(level),
        };
        // The program ends here: the system takes the memory back at once, piece by piece it takes a tenth of the run.
        std::mem::forget(project);
        if fails { Outcome::Findings } else { Outcome::Clean }
    }

    /// The record in `dir`; with a base, as a change of it.
    fn read(&self, dir: &Path, options: &Options, verbosity: Verbosity) -> Result<Project, Outcome> {
        #[cfg(feature = "git")]
        if let Some(revision) = &self.base {
            // Where everything is gone, the findings say so.
            return change::since(dir, (revision, self.base_dir.as_deref()), options, verbosity);
        }
        not_empty(read(dir, options, verbosity)?, dir, true)
    }

    /// The revision that the change is judged since, as it was typed.
    fn revision(&self) -> Option<&str> {
        #[cfg(feature = "git")]
        return self.base.as_deref();
        #[cfg(not(feature = "git"))]
        None
    }

    fn print(&self, dir: &Path, project: &Project, verbosity: Verbosity) {
        let findings = &project.report.findings;
        let comparison = project.base.as_ref().map(|base| &base.comparison);
        let for_programs = || change::with_fixed(findings, comparison);
        match self.format {
            Format::Human => self.tell(project, &prefix(dir), verbosity),
            Format::Json => {
                print(json::report(&for_programs(), &|path| source(project, path), project.site.today));
            }
            Format::Sarif => {
                let findings = if self.all { for_programs() } else { findings.clone() };
                print(code_hosts::sarif_log(project, &findings, dir, self.all));
            }
            Format::Github => {
                // Hosts show the first few of each level only: what was there before would hide what is new.
                let findings =
                    if comparison.is_some() && !self.all { change::told(findings) } else { findings.clone() };
                print(code_hosts::annotations(project, &change::with_fixed(&findings, comparison), dir));
                if let Some(comparison) = comparison {
                    let told = change::of_change(&project.report.findings, comparison, self.all);
                    print(github::notice("candor", told.trim_end()) + "\n");
                }
            }
        }
    }

    fn tell(&self, project: &Project, prefix: &str, verbosity: Verbosity) {
        let findings = &project.report.findings;
        let Some(base) = &project.base else {
            print(human(project, findings, style(prefix, self.all)));
            if !verbosity.quiet {
                print(summary(findings, prefix));
            }
            return;
        };
        let shown: Vec<Diagnostic> = if self.all { findings.clone() } else { change::told(findings) };
        let style = Style { base: self.revision(), ..style(prefix, self.all) };
        print(format_args!("{}{}", human(project, &shown, style), change::fixed(&base.comparison, prefix)));
        if !verbosity.quiet {
            print(change::of_change(findings, &base.comparison, self.all));
        }
    }

    /// Applies the safe fixes, prints them, and gives the project of the files as they are now.
    fn apply_fixes(
        &self,
        dir: &Path,
        project: Project,
        options: &Options,
        read: impl Fn() -> Result<Project, Outcome>,
    ) -> Result<Project, Outcome> {
        let applied = fix::apply(dir, &project, options).map_err(|error| fail(Outcome::Environment, error))?;
        let prefix = prefix(dir);
        for Applied { path, line, rule, title } in &applied {
            let line = format!("{DONE}fixed{DONE:#}[{rule}]: {}", one_line(&format!("{prefix}{path}:{line}: {title}")));
            // What programs read must stay one document.
            match self.format {
                Format::Human => print(format_args!("{line}\n")),
                Format::Json | Format::Sarif | Format::Github => say_aside(line),
            }
        }
        if applied.is_empty() {
            return Ok(project);
        }
        if self.format == Format::Human {
            print("\n");
        }
        read()
    }
}
