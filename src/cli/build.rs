//! `candor build`: the whole site into a folder.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args;
use rayon::prelude::*;

use crate::config::{ADDRESS_HELP, Config, FILE, not_an_address, site_address};
use crate::diagnostic::{Diagnostic, Level};
use crate::id::ContentPath;
use crate::output::{self, Failure, Inputs, Known, Permission, Written};
use crate::page::{Page, Route};
use crate::project::{Options, Project, configured, pages};
use crate::site::places::MANIFEST;
use crate::text::Date;
use crate::tree::{LeftOut, Tree};

use super::env::{
    Stopwatch, configured_folder, counted, fail, has_reader, human, not_empty, prefix, print, project_of, read_tree,
    say_aside, style, today,
};
use super::signals::Signals;
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
    #[arg(long, value_name = "URL", value_parser = address)]
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

    /// Publish also when more than half of the published records would be removed, or have lost their texts
    #[arg(long)]
    allow_removal: bool,

    /// Keep the output folder itself and change its files one by one, for a folder that is mounted elsewhere
    ///
    /// Without it, the whole site changes in one step, and whoever holds the folder itself, as a container does, keeps the old
    /// one. An output that is a mount point is always changed in place.
    #[arg(long)]
    in_place: bool,

    /// Let links name the file `index.html` of a folder, for a site that is opened without a web server
    #[arg(long)]
    index_links: bool,

    /// Write manifest.json: every file with its length and its BLAKE3 hash, for whoever moves the site
    #[arg(long)]
    manifest: bool,

    /// Write .gz and .br beside every text that Candor makes, for servers that send packed files as they are
    #[arg(long)]
    precompress: bool,

    #[cfg(feature = "git")]
    #[command(flatten)]
    preview: super::edition::Preview,
}

/// The address of a site in its full form, or the words for why it is none.
pub(super) fn address(text: &str) -> Result<String, String> {
    let help = ADDRESS_HELP.replace("`base_url = \"", "`").replace("\"`", "`");
    site_address(text).ok_or_else(|| format!("{}; {help}", not_an_address(text)))
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
        #[cfg(feature = "git")]
        let since = self.preview.revision();
        #[cfg(not(feature = "git"))]
        let since = None;
        let dir = configured_folder(self.dir.clone(), since, "build")?;
        let options = Options {
            today: today(self.today),
            drafts: self.drafts,
            base_url: self.base_url.clone(),
            index_links: self.index_links,
        };
        let (project, inputs) = match self.read(&dir, &options, verbosity)? {
            Read::Project(project, inputs) => (*project, inputs),
            Read::Published(tree, written) => {
                if !verbosity.quiet {
                    self.tell_published(written, watch.seconds());
                    tell_missing(&configured(&tree, &options));
                    say_aside("The record has not changed since; `candor check` says what it finds in it.");
                }
                return Ok(());
            }
        };
        let prefix = prefix(&dir);
        // The finding about it says what to do; what it hides nobody knows.
        let is_hidden = |(path, why): &&(ContentPath, LeftOut)| *why == LeftOut::NoFile && path.is_markdown();
        if let Some((path, _)) = project.site.left_out.iter().find(is_hidden) {
            let why = format_args!("{prefix}{path} is a pipe, a socket or a device; nothing was published without it");
            return Err(fail(Outcome::Environment, why));
        }
        let fatal: Vec<Diagnostic> = project.report.findings.iter().filter(|it| self.forbids(it)).cloned().collect();
        if !fatal.is_empty() {
            print(human(&project, &fatal, style(&prefix, false)));
            return Err(fail(Outcome::Findings, format_args!("nothing was published: {}", counted(&fatal))));
        }
        if !project.tree.tells_what_is_excluded() {
            let is_of_it = |it: &&Diagnostic| it.path.as_str() == FILE && it.level == Level::Error;
            let of_it: Vec<&Diagnostic> = project.report.findings.iter().filter(is_of_it).collect();
            print(human(&project, &of_it, style(&prefix, false)));
            let why = format_args!(
                "nothing was published: what {prefix}{FILE} keeps from being published cannot be told\n  \
                 write it as valid TOML, with `exclude = [\"notes/\"]` for such files and folders above its first table"
            );
            return Err(fail(Outcome::Environment, why));
        }
        let signals = Signals::caught().map_err(|error| fail(Outcome::Environment, error))?;
        let written = self.write_all(&project, inputs.as_ref(), &dir, &signals, verbosity);
        let written = written.map_err(|failure| match failure {
            Failure::Refused(why) => fail(Outcome::Usage, why),
            failure @ (Failure::Removal { .. } | Failure::Emptied { .. }) => fail(Outcome::Environment, failure),
            Failure::World(error) => fail(Outcome::Environment, error),
            Failure::Stopped(Stop::Broken(finding)) => {
                print(human(&project, &[finding], style(&prefix, false)));
                fail(Outcome::Findings, "nothing was published")
            }
            failure @ Failure::Stopped(Stop::Signal) => fail(Outcome::Environment, failure),
        });
        signals.obey();
        let written = written?;
        watch.say(format_args!("wrote {} files", written.written));
        if !verbosity.quiet {
            self.tell(&project, written, watch.seconds());
        }
        // The program ends here: the system takes the memory back at once, piece by piece it takes a tenth of the run.
        std::mem::forget(project);
        Ok(())
    }

    /// The record; as a change of its base, where it is published as a preview. Where the output is what would be made of it, that is
    /// known before.
    fn read(&self, dir: &Path, options: &Options, verbosity: Verbosity) -> Result<Read, Outcome> {
        #[cfg(feature = "git")]
        if let Some(project) = self.preview.read(dir, options, verbosity) {
            return Ok(Read::Project(Box::new(not_empty(project?, dir, false)?), None));
        }
        let tree = with_commit(read_tree(dir, verbosity)?, dir);
        let inputs = self.inputs(&tree, options);
        if let Some(written) = inputs.as_ref().and_then(|inputs| inputs.stand_in(&self.output)) {
            return Ok(Read::Published(Box::new(tree), written));
        }
        let project = not_empty(project_of(tree, options, verbosity), dir, false)?;
        Ok(Read::Project(Box::new(project), inputs))
    }

    /// What the site is made from: `None` where a file of it or the program itself cannot be read, so that nothing can be proven.
    fn inputs(&self, tree: &Tree, options: &Options) -> Option<Inputs> {
        let program = blake3::hash(&std::fs::read(std::env::current_exe().ok()?).ok()?);
        Inputs::of(tree, &(options, self.strict, self.manifest, self.precompress), &program).ok()
    }

    /// Writes the site, or the preview of it that is asked for.
    fn write_all(
        &self,
        project: &Project,
        inputs: Option<&Inputs>,
        root: &Path,
        signals: &Signals,
        verbosity: Verbosity,
    ) -> Result<Written, Failure<Stop>> {
        let known = |inputs| Known { inputs, alike: project.site.places.alike(), texts: Some(project.tree.texts()) };
        #[cfg(feature = "git")]
        if let Some(edition) = self.preview.edition(project) {
            // As in the end of the run.
            let edition = std::mem::ManuallyDrop::new(edition);
            let context = edition.context(project);
            return match edition.part(&context, Stop::Broken)? {
                Some(part) => self.write(part.into_par_iter().map(Ok), &known(None), root, signals, verbosity),
                None => self.write(pages(&context), &known(None), root, signals, verbosity),
            };
        }
        self.write(pages(&project.context()), &known(inputs), root, signals, verbosity)
    }

    fn forbids(&self, finding: &Diagnostic) -> bool {
        finding.rule == "broken-template" || (self.strict && finding.level == Level::Error)
    }

    fn tell(&self, project: &Project, written: Written, seconds: f64) {
        self.tell_published(written, seconds);
        tell_missing(&project.site.config);
        if let Some(Route::Asset(file)) = project.site.places.at(MANIFEST).filter(|_| self.manifest) {
            say_aside(format_args!("`{file}` is not published: `--manifest` lists the files of the site there."));
        }
        if !project.report.findings.is_empty() {
            say_aside(format_args!(
                "The pages show {}; `candor check` explains them.",
                counted(&project.report.findings)
            ));
        }
    }

    fn tell_published(&self, written: Written, seconds: f64) {
        say_aside(format_args!(
            "Published {} files in {} ({} new or changed, {} removed) in {seconds:.2} s.",
            written.written + written.unchanged,
            self.output.display(),
            written.written,
            written.removed
        ));
    }

    fn write(
        &self,
        files: impl ParallelIterator<Item = Result<Page, Diagnostic>>,
        known: &Known,
        root: &Path,
        signals: &Signals,
        verbosity: Verbosity,
    ) -> Result<Written, Failure<Stop>> {
        let shows_progress = has_reader() && !verbosity.quiet;
        let done = AtomicUsize::new(0);
        let files = files.map(|page| {
            if signals.came() {
                return Err(Stop::Signal);
            }
            let count = done.fetch_add(1, Ordering::Relaxed);
            if shows_progress && count.is_multiple_of(500) && count > 0 {
                show(format_args!("\r{count} pages"));
            }
            page.map_err(Stop::Broken)
        });
        let permission = Permission {
            in_place: self.in_place,
            removal: self.allow_removal,
            manifest: self.manifest,
            precompress: self.precompress,
        };
        let written = output::write(&self.output, root, permission, known, files);
        if shows_progress && done.load(Ordering::Relaxed) > 500 {
            show("\r                    \r");
        }
        written
    }
}

/// `tree` with the commit that it is, where that is known.
#[cfg(feature = "git")]
fn with_commit(mut tree: Tree, dir: &Path) -> Tree {
    tree.provenance.commit = tree.last_commit(dir);
    tree
}

#[cfg(not(feature = "git"))]
fn with_commit(tree: Tree, _dir: &Path) -> Tree {
    tree
}

/// What a site lacks by its configuration.
fn tell_missing(config: &Config) {
    if config.base_url.is_none() {
        say_aside(
            "Feeds, calendars and the sitemap are left out: candor.toml has no `base_url` with the address of the site.",
        );
    }
    if let Some(languages) = crate::page::languages_without(&config.lang) {
        say_aside(format_args!(
            "The words of the interface are English: there are none for `lang = \"{}\"`, only for {}.",
            config.lang,
            crate::text::quoted(languages, "and")
        ));
    }
}

/// The record, or what is published of it already.
enum Read {
    /// With what the site is made from, where that can be proven.
    Project(Box<Project>, Option<Inputs>),
    /// The output holds what would be made of the record.
    Published(Box<Tree>, Written),
}

/// Why the pages end before the last one.
enum Stop {
    /// A template is wrong.
    Broken(Diagnostic),
    /// Somebody wants the program to end.
    Signal,
}

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Stop::Broken(finding) => f.write_str(&finding.message),
            Stop::Signal => f.write_str("stopped; nothing was published"),
        }
    }
}

/// Writes over the last line of the error stream. A stream that takes nothing is no reason to end.
fn show(what: impl std::fmt::Display) {
    drop(write!(std::io::stderr(), "{what}"));
}
