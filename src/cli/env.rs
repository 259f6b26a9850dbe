//! Where a command runs: which folder is meant, which day it is, how wide the terminal is, how to speak.

use std::borrow::Borrow;
use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anstyle::{AnsiColor, Style};

use crate::config::FILE;
use crate::diagnostic::human;
use crate::diagnostic::{Diagnostic, Level};
use crate::id::ContentPath;
use crate::project::{Options, Project};
use crate::text::{Date, turns_direction};
use crate::tree::{Provenance, Tree};

use super::branches::branch_of;
use super::{Outcome, Verbosity};

/// How many files that cannot be read are named.
const UNREADABLE: usize = 5;
pub(super) const BOLD: Style = Style::new().bold();
pub(super) const DIM: Style = Style::new().dimmed();
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(super) const DONE: Style = AnsiColor::Green.on_default().bold();

/// The folder that is meant: the one that is named; else the nearest one from here upwards that holds `candor.toml`, or
/// whose `content` folder does; else this one.
pub(super) fn folder(named: Option<PathBuf>) -> PathBuf {
    named.or_else(|| near(|folder| folder.join(FILE).is_file())).unwrap_or_else(|| PathBuf::from("."))
}

/// The folder that is meant where the record may be compared with the revision `since`: as [`folder`] says; where no `candor.toml` is
/// near any more, the nearest one that held it then.
pub(super) fn folder_since(named: Option<PathBuf>, since: Option<&str>) -> PathBuf {
    let is_named = named.is_some();
    let folder = folder(named);
    if is_named || folder.join(FILE).is_file() {
        return folder;
    }
    near(|folder| folder.is_dir() && was_configured(folder, since)).unwrap_or(folder)
}

/// Whether `folder` had a `candor.toml` in the revision `since`; `false` where none is named.
fn was_configured(folder: &Path, since: Option<&str>) -> bool {
    #[cfg(feature = "git")]
    return since.is_some_and(|revision| Tree::is_configured(folder, revision));
    #[cfg(not(feature = "git"))]
    {
        let _ = (folder, since);
        false
    }
}

/// The nearest folder from here upwards that is the one, or whose `content` folder is; `None` when none is.
fn near(is_it: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let up = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    up.ancestors().enumerate().find_map(|(steps, folder)| {
        let to = if steps == 0 { PathBuf::from(".") } else { PathBuf::from("../".repeat(steps)) };
        let candidates = [(to.clone(), folder.to_owned()), (to.join("content"), folder.join("content"))];
        candidates.into_iter().find(|(_, folder)| is_it(folder)).map(|(shown, _)| shown)
    })
}

/// The folder that is meant by a command that publishes: the one that is named, else the one that holds `candor.toml`, or held it in the
/// revision `since`. Nobody publishes a folder that says nothing of it by standing in the wrong one.
///
/// # Errors
/// When none is named and no `candor.toml` is near; the words say what to type.
pub(super) fn configured_folder(
    named: Option<PathBuf>,
    since: Option<&str>,
    command: &str,
) -> Result<PathBuf, Outcome> {
    let is_named = named.is_some();
    let folder = folder_since(named, since);
    if is_named || folder.join(FILE).is_file() || was_configured(&folder, since) {
        return Ok(folder);
    }
    Err(fail(
        Outcome::Usage,
        format_args!(
            "there is no `{FILE}` here, in ./content or in a folder above, so nothing says that this is a record\n  \
             name its folder, as in `candor {command} FOLDER`, or begin one with `candor init FOLDER`"
        ),
    ))
}

/// The day of the clock, for those who named none. A clock beyond the calendar ends the program.
pub(super) fn today(named: Option<Date>) -> Date {
    let of_clock = || {
        let now = jiff::Timestamp::try_from(std::time::SystemTime::now()).ok()?;
        Some(now.to_zoned(jiff::tz::TimeZone::system()).date())
    };
    named.or_else(of_clock).unwrap_or_else(|| {
        end(fail(
            Outcome::Environment,
            "the clock of this machine shows no day of the calendar; name one with `--today`",
        ))
    })
}

/// Ends the program, for what no caller can go on from.
fn end(outcome: Outcome) -> ! {
    std::process::exit(outcome.code().into())
}

/// The project of the record in `folder`, told step by step when that is wanted.
///
/// # Errors
/// When the folder or something in it cannot be read; the words name it.
pub(super) fn read(folder: &Path, options: &Options, verbosity: Verbosity) -> Result<Project, Outcome> {
    Ok(project_of(read_tree(folder, verbosity)?, options, verbosity))
}

/// Everything in `folder`, told when that is wanted.
///
/// # Errors
/// When the folder or something in it cannot be read; the words name it.
pub(super) fn read_tree(folder: &Path, verbosity: Verbosity) -> Result<Tree, Outcome> {
    let watch = Stopwatch::start(verbosity);
    let tree = whole(folder)?;
    watch.say(format_args!("read {} files", tree.sources.len() + tree.assets.len()));
    Ok(tree)
}

/// The project of the record in `tree`, told when that is wanted.
pub(super) fn project_of(tree: Tree, options: &Options, verbosity: Verbosity) -> Project {
    let watch = Stopwatch::start(verbosity);
    let project = Project::of(tree, options);
    watch.say(format_args!("checked {} records", project.site.entries.len()));
    project
}

/// `tree` with the history of the lines in which its records say where they stand; where that cannot be read, or not as a whole,
/// those who run the command learn what is missing for it.
#[cfg(feature = "git")]
fn with_history(mut tree: Tree, folder: &Path) -> Tree {
    match tree.read_history(folder) {
        Ok(history) => {
            if history.as_ref().is_some_and(|history| history.is_cut) {
                lacking("this is a shallow clone; `git fetch --unshallow` brings the rest");
            }
            tree.history = history.unwrap_or_default().into();
        }
        Err(why) => lacking(&why.to_string()),
    }
    tree
}

#[cfg(not(feature = "git"))]
fn with_history(tree: Tree, _folder: &Path) -> Tree {
    tree
}

#[cfg(feature = "git")]
fn lacking(why: &str) {
    say_aside(format_args!("the days on which records changed their state are not known: {why}"));
}

/// Everything in `folder`.
///
/// # Errors
/// When the folder cannot be read, or holds something that is there and cannot be read: a record without it would say less
/// than its authors wrote.
pub(super) fn whole(folder: &Path) -> Result<Tree, Outcome> {
    let tree = Tree::read(folder).map_err(|error| fail(Outcome::Environment, error))?;
    if tree.unreadable.is_empty() {
        let provenance = Provenance { branch: branch_of(folder), commit: None };
        return Ok(with_history(Tree { provenance, ..tree }, folder));
    }
    let prefix = prefix(folder);
    let files =
        tree.unreadable.iter().take(UNREADABLE).map(|(path, why)| format!("{prefix}{path} cannot be read: {why}"));
    let mut lines: Vec<String> = files.collect();
    if tree.unreadable.len() > UNREADABLE {
        lines.push(format!("and {} more", tree.unreadable.len() - UNREADABLE));
    }
    lines.push(
        "make every file readable, or take it out of the folder; until then nothing is checked or published".to_owned(),
    );
    let lines: Vec<String> = lines.iter().map(|line| human::one_line(line)).collect();
    Err(fail(Outcome::Environment, lines.join("\n  ")))
}

/// The project, unless there is nothing to look at: an empty folder is hardly what was meant. Where `is_enough`, the
/// configuration alone is something.
///
/// # Errors
/// When there is no text at all; the words name the folder.
pub(super) fn not_empty(project: Project, folder: &Path, is_enough: bool) -> Result<Project, Outcome> {
    if project.tree.has_records() || (is_enough && project.tree.text(FILE).is_some()) {
        return Ok(project);
    }
    Err(no_record(folder))
}

/// Says that there is nothing to look at in `folder`.
pub(super) fn no_record(folder: &Path) -> Outcome {
    let folder = folder.display();
    fail(
        Outcome::Environment,
        format_args!(
            "{folder} holds no record: there is no Markdown file in it\n  \
             name the folder of the record, or run `candor init` to begin one"
        ),
    )
}

/// Says why a command ends, and gives `outcome` back.
pub(super) fn fail(outcome: Outcome, why: impl Display) -> Outcome {
    say_aside(format_args!("{ERROR}error{ERROR:#}: {why}"));
    outcome
}

/// Writes what was asked for. A reader that went away early, as `head` does, has what it wanted; where nothing more can be
/// written, the program ends, for half a report would pass for a whole one.
pub(super) fn print(what: impl Display) {
    let mut out = anstream::stdout();
    if let Err(error) = write!(out, "{what}").and_then(|()| out.flush())
        && error.kind() != ErrorKind::BrokenPipe
    {
        end(unwritable(&error));
    }
}

/// How a command ends that cannot write what it was asked for.
pub(super) fn unwritable(error: &std::io::Error) -> Outcome {
    match error.kind() {
        ErrorKind::BrokenPipe => Outcome::Clean,
        _ => fail(Outcome::Environment, format_args!("standard output: {error}")),
    }
}

/// A line on the error stream, where it does not mix with what was asked for, without what turns the direction of reading: the names
/// of branches and files are others'. When that takes nothing, nobody can be told.
pub(super) fn say_aside(what: impl Display) {
    drop(writeln!(anstream::stderr(), "{}", what.to_string().replace(turns_direction, "\u{fffd}")));
}

/// The findings for people.
pub(super) fn human<D: Borrow<Diagnostic>>(project: &Project, findings: &[D], style: human::Style) -> String {
    human::report(findings, &|path| source(project, path), style)
}

pub(super) fn summary<D: Borrow<Diagnostic>>(findings: &[D], prefix: &str) -> String {
    human::summary(findings, style(prefix, false))
}

/// The findings on files that belong to no project, for people.
pub(super) fn findings_of(tree: &Tree, findings: &[Diagnostic], prefix: &str) -> String {
    human::report(findings, &|path| tree.sources.get(path).map(|source| source.text.clone()), style(prefix, true))
}

/// The text of a file of the record.
pub(super) fn source(project: &Project, path: &ContentPath) -> Option<Arc<str>> {
    project.tree.sources.get(path).map(|source| source.text.clone())
}

pub(super) fn style(prefix: &str, all: bool) -> human::Style<'_> {
    // Colours are always written; the stream takes them out where they do not belong.
    human::Style { color: true, width: width(), prefix, all, base: None }
}

/// How many letters fit on a line.
pub(super) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    said.filter(|columns| *columns >= 40).unwrap_or(120)
}

/// What leads from here to a file of the record, for messages: `content/`; empty when the record is here.
pub(super) fn prefix(folder: &Path) -> String {
    let shown = folder.display().to_string();
    let shown = shown.trim_end_matches('/').trim_start_matches("./");
    if shown.is_empty() || shown == "." { String::new() } else { format!("{shown}/") }
}

/// `3 errors and 40 warnings`.
pub(super) fn counted(findings: &[Diagnostic]) -> String {
    let count = |level: Level| findings.iter().filter(|finding| finding.level == level).count();
    let errors = crate::text::count(count(Level::Error), "error", "errors");
    let warnings = crate::text::count(count(Level::Warning), "warning", "warnings");
    format!("{errors} and {warnings}")
}

/// Tells how long each step took, when that is wanted.
pub(super) struct Stopwatch {
    start: Instant,
    verbose: bool,
}

impl Stopwatch {
    pub(super) fn start(verbosity: Verbosity) -> Stopwatch {
        Stopwatch { start: Instant::now(), verbose: verbosity.verbose }
    }

    pub(super) fn say(&self, what: impl Display) {
        if self.verbose {
            say_aside(format_args!("{:>7.3} s  {what}", self.start.elapsed().as_secs_f64()));
        }
    }

    pub(super) fn seconds(&self) -> f64 {
        self.start.elapsed().as_secs_f64()
    }
}

/// Whether somebody sits before the error stream.
pub(super) fn has_reader() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("CI").is_none()
}
