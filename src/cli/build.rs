//! `candor build`: the whole site into a folder.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Level};
use crate::output::{self, Failure, Written};
use crate::project::{Options, Project, pages};
use crate::text::Date;

use super::env::{
    Stopwatch, counted, fail, folder, has_reader, human, not_empty, prefix, print, read, say_aside, style, today,
};
use super::{Outcome, Verbosity, day};

/// Publish the site into a folder
///
/// The record is published with its findings shown on the pages, and the command succeeds. What was published before stays
/// until the new site is whole; files that have not changed are not touched.
#[derive(Args, Debug)]
pub(super) struct Build {
    /// The folder of the record
    dir: Option<PathBuf>,

    /// Where the site goes
    #[arg(long, short, value_name = "DIR", default_value = "site")]
    output: PathBuf,

    /// The address of the site, in place of the one in candor.toml: for previews
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,

    /// Publish drafts too, marked as such
    #[arg(long)]
    drafts: bool,

    /// Publish nothing and fail when a finding is an error
    #[arg(long)]
    strict: bool,
}

impl Build {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        match self.publish(verbosity) {
            Ok(()) => Outcome::Clean,
            Err(outcome) => outcome,
        }
    }

    fn publish(self, verbosity: Verbosity) -> Result<(), Outcome> {
        let watch = Stopwatch::start(verbosity);
        let dir = folder(self.dir.clone());
        let options = Options { today: today(self.today), drafts: self.drafts, base_url: self.base_url.clone() };
        let project = not_empty(read(&dir, &options, verbosity)?, &dir, false)?;
        let prefix = prefix(&dir);
        let fatal: Vec<Diagnostic> = project.report.findings.iter().filter(|it| self.forbids(it)).cloned().collect();
        if !fatal.is_empty() {
            print(human(&project, &fatal, style(&prefix, false)));
            return Err(fail(Outcome::Findings, format_args!("nothing was published: {}", counted(&fatal))));
        }
        let written = write(&project, &dir, &self.output, verbosity).map_err(|failure| match failure {
            Failure::Refused(why) => fail(Outcome::Usage, why),
            Failure::World(error) => fail(Outcome::Environment, error),
            Failure::Stopped(finding) => {
                print(human(&project, &[*finding], style(&prefix, false)));
                fail(Outcome::Findings, "nothing was published")
            }
        })?;
        watch.say(format_args!("wrote {} files", written.written));
        if !verbosity.quiet {
            self.tell(&project, written, watch.seconds());
        }
        Ok(())
    }

    fn forbids(&self, finding: &Diagnostic) -> bool {
        finding.rule == "broken-template" || (self.strict && finding.level == Level::Error)
    }

    fn tell(&self, project: &Project, written: Written, seconds: f64) {
        let all = written.written + written.unchanged;
        say_aside(format_args!(
            "Published {all} files in {} ({} new or changed, {} removed) in {seconds:.2} s.",
            self.output.display(),
            written.written,
            written.removed
        ));
        if !project.report.findings.is_empty() {
            say_aside(format_args!(
                "The pages show {}; `candor check` explains them.",
                counted(&project.report.findings)
            ));
        }
    }
}

fn write(
    project: &Project,
    root: &std::path::Path,
    out: &std::path::Path,
    verbosity: Verbosity,
) -> Result<Written, Failure<Box<Diagnostic>>> {
    let context = project.context();
    let shows_progress = has_reader() && !verbosity.quiet;
    let done = AtomicUsize::new(0);
    let files = pages(&context).map(|page| {
        let count = done.fetch_add(1, Ordering::Relaxed);
        if shows_progress && count.is_multiple_of(500) && count > 0 {
            eprint!("\r{count} pages");
        }
        page
    });
    let written = output::write(out, root, files);
    if shows_progress && done.load(Ordering::Relaxed) > 500 {
        eprint!("\r                    \r");
    }
    written
}
