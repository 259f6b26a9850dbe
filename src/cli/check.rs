//! `candor check`: what is wrong with the record.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::check::gaps;
use crate::config::FILE;
use crate::diagnostic::human::{Style, one_line};
use crate::diagnostic::{Diagnostic, Level, github, json};
use crate::id::ContentPath;
use crate::project::{Options, Project};
use crate::text::{Date, count, line_column};

use super::digest;
use super::env::{
    DONE, counted, fail, folder_since, human, not_empty, prefix, print, read, say_aside, source, style, summary, today,
};
use super::fix::{self, Applied};
use super::{Format, Outcome, Verbosity, change, code_hosts, day};

/// Check the record and say what is wrong
///
/// Fails when a finding is an error. What each rule flags, and why, says `candor explain RULE`; levels and waivers stand
/// in candor.toml. Where a finding shows how to fix it, `--fix` does so when nothing but that can come of it.
#[derive(Args, Debug)]
pub(super) struct Check {
    /// The folder of the record; or a file or a folder in it, whose findings alone are then shown
    path: Option<PathBuf>,

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

    /// Show what the record states as unknown
    #[arg(long, conflicts_with = "all")]
    gaps: bool,

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
        let scope = Scope::of(self.path.clone(), self.revision());
        let options = Options { today: today(self.today), drafts: self.drafts, base_url: None, index_links: false };
        let read = || self.read(&scope, &options, verbosity);
        let project = match read().and_then(|project| match self.fix {
            true => self.apply_fixes(&scope, project, &options, read),
            false => Ok(project),
        }) {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        let dir = scope.root;
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

    /// The record, with the findings on what is asked for; with a base, as a change of it.
    fn read(&self, scope: &Scope, options: &Options, verbosity: Verbosity) -> Result<Project, Outcome> {
        scope.narrowed(self.read_all(&scope.root, options, verbosity)?)
    }

    fn read_all(&self, dir: &Path, options: &Options, verbosity: Verbosity) -> Result<Project, Outcome> {
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
        let for_programs = || match self.gaps {
            true => change::with_fixed(&stated(project), comparison),
            false => change::with_fixed(findings, comparison),
        };
        match self.format {
            Format::Human => self.tell(dir, project, verbosity),
            Format::Json => {
                print(json::report(&for_programs(), &|path| source(project, path), project.site.today));
            }
            Format::Sarif => {
                let findings = if self.all { for_programs() } else { findings.clone() };
                print(code_hosts::sarif_log(project, &findings, dir, self.all));
            }
            Format::Github => self.annotate(dir, project),
            Format::Gitlab => print(code_hosts::code_quality(project, findings, dir)),
            // The form has no word for what was there before, and whoever reads it fails for each error.
            Format::Checkstyle => print(code_hosts::checkstyle_document(project, &self.asked_for(project), dir)),
        }
    }

    /// The findings; of a change those that it brought in and those in its way, unless all are asked for.
    fn asked_for(&self, project: &Project) -> Vec<Diagnostic> {
        let findings = &project.report.findings;
        if project.base.is_some() && !self.all { change::told(findings) } else { findings.clone() }
    }

    /// Annotations for GitHub, and the same with what they leave out in the summary of the run.
    fn annotate(&self, dir: &Path, project: &Project) {
        let findings = &project.report.findings;
        let comparison = project.base.as_ref().map(|base| &base.comparison);
        // The host shows the first few only: what was there before would hide what is new.
        let asked_for = change::with_fixed(&self.asked_for(project), comparison);
        let shown = github::first(&asked_for, if self.all { asked_for.len() } else { ANNOTATIONS });
        print(code_hosts::annotations(project, &shown, dir));
        let mut told = match comparison {
            Some(comparison) => change::of_change(findings, comparison, self.all).trim_end().to_owned(),
            None => counted(findings),
        };
        if shown.len() < asked_for.len() {
            told += &format!("; {} of {} are shown (`--all` shows each)", shown.len(), asked_for.len());
        }
        if comparison.is_some() || shown.len() < asked_for.len() {
            print(github::notice("candor", &told) + "\n");
        }
        // Four spaces in front make a line text, whatever it holds.
        let line = |it: &Diagnostic| {
            let since = it.baseline_state.map_or(String::new(), |state| format!(" ({})", state.as_words()));
            let place = place(project, "", it);
            format!("    {}\n", one_line(&format!("{}[{}]: {place}: {}{since}", it.level, it.rule, it.message)))
        };
        let lines: String = github::first(&asked_for, SUMMARY).iter().map(line).collect();
        append_to_summary(&format!("### Candor\n\n{told}\n\n{lines}\n"));
    }

    fn tell(&self, dir: &Path, project: &Project, verbosity: Verbosity) {
        let prefix = &prefix(dir);
        let findings = &project.report.findings;
        if self.gaps {
            print(human(project, &stated(project), style(prefix, true)));
            return;
        }
        let Some(base) = &project.base else {
            return self.tell_record(dir, project, prefix, verbosity);
        };
        let shown = self.asked_for(project);
        let style = Style { base: self.revision(), ..style(prefix, self.all) };
        print(format_args!("{}{}", human(project, &shown, style), change::fixed(&base.comparison, prefix)));
        if !verbosity.quiet {
            print(change::of_change(findings, &base.comparison, self.all));
        }
    }

    /// The findings of a record that is looked at by itself: those in what the author changed first, where that can be told.
    fn tell_record(&self, dir: &Path, project: &Project, prefix: &str, verbosity: Verbosity) {
        let findings = &project.report.findings;
        let shown: Vec<&Diagnostic> = findings.iter().filter(|it| self.all || it.level > Level::Note).collect();
        let mut lines = 0;
        let mut is_cut = false;
        for (heading, part) in change::parts(dir, project, shown.clone()) {
            if let Some(heading) = heading {
                print(format_args!("{heading}\n\n"));
            }
            match self.all {
                true => print(human(project, &part, style(prefix, true))),
                false => {
                    let listed = tell_part(project, &part, prefix, digest::LINES.saturating_sub(lines));
                    lines += listed.unwrap_or_default();
                    is_cut |= listed.is_some();
                }
            }
        }
        if verbosity.quiet {
            return;
        }
        let summary = summary(&shown, prefix);
        match summary.split_once('\n').filter(|_| is_cut) {
            Some((first, _)) => print(format_args!("{first} (`candor check --all` shows each, and what to type)\n")),
            None => print(summary),
        }
        if !self.all {
            print(notes(project));
        }
    }

    /// Applies the safe fixes, prints them, and gives the project of the files as they are now.
    fn apply_fixes(
        &self,
        scope: &Scope,
        project: Project,
        options: &Options,
        read: impl Fn() -> Result<Project, Outcome>,
    ) -> Result<Project, Outcome> {
        let applied = fix::apply(&scope.root, &project, options, &|path| scope.holds(path))
            .map_err(|error| fail(Outcome::Environment, error))?;
        let prefix = prefix(&scope.root);
        for Applied { path, line, rule, title } in &applied {
            let line = format!("{DONE}fixed{DONE:#}[{rule}]: {}", one_line(&format!("{prefix}{path}:{line}: {title}")));
            // What programs read must stay one document.
            match self.format {
                Format::Human => print(format_args!("{line}\n")),
                Format::Json | Format::Sarif | Format::Github | Format::Gitlab | Format::Checkstyle => say_aside(line),
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

/// Prints the errors of `findings` in full and the warnings as a list of at most `most` lines, unless they are few. `None` when
/// nothing was made a list of; else how many lines it has.
fn tell_part(project: &Project, findings: &[&Diagnostic], prefix: &str, most: usize) -> Option<usize> {
    let of_level = |level: Level| findings.iter().copied().filter(|it| it.level == level).collect::<Vec<_>>();
    let warnings = of_level(Level::Warning);
    if warnings.len() <= FEW {
        print(human(project, findings, style(prefix, false)));
        return None;
    }
    let lines = digest::lines(&project.site, &warnings, most, &|finding| place(project, prefix, finding));
    print(lines.iter().map(|line| format!("- {line}\n")).collect::<String>() + "\n");
    print(human(project, &of_level(Level::Error), style(prefix, false)));
    Some(lines.len())
}

/// So many warnings are shown in full.
const FEW: usize = 5;

/// So many annotations of a level are shown by GitHub.
const ANNOTATIONS: usize = 10;

/// So many findings the summary of a run lists.
const SUMMARY: usize = 200;

/// Puts `text` behind the summary of the run, where GitHub Actions or a host like it keeps one. That it cannot be written is no
/// reason to fail.
fn append_to_summary(text: &str) {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return };
    let opened = std::fs::OpenOptions::new().append(true).create(true).open(&path);
    if let Err(error) = opened.and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes())) {
        say_aside(format_args!("note: the summary of the run is not written: {error}"));
    }
}

/// What a check is about.
struct Scope {
    /// The folder of the record.
    root: PathBuf,
    /// The file or the folder below it that is asked for; `None` for all of it.
    part: Option<String>,
}

impl Scope {
    /// What `named` asks for: the record in that folder; or, where a folder above holds `candor.toml` and it does not, that
    /// file or that folder of the record there. Where nothing is named, the record that is near, or was in the revision `since`.
    fn of(named: Option<PathBuf>, since: Option<&str>) -> Scope {
        let Some(named) = named else { return Scope { root: folder_since(None, since), part: None } };
        Scope::within(&named).unwrap_or(Scope { root: named, part: None })
    }

    fn within(named: &Path) -> Option<Scope> {
        if named.join(FILE).is_file() {
            return None;
        }
        let real = named.canonicalize().ok()?;
        let is_root = |folder: &&Path| folder.join(FILE).is_file();
        // A file that is in no record is checked as though its folder were one.
        let root = real.ancestors().skip(1).find(is_root).or_else(|| real.parent().filter(|_| real.is_file()))?;
        let part = real.strip_prefix(root).ok()?;
        let parts: Vec<&str> = part.iter().filter_map(|name| name.to_str()).collect();
        let is_it = |folder: &&Path| folder.canonicalize().is_ok_and(|folder| folder == root);
        let typed = named.ancestors().filter(|it| !it.as_os_str().is_empty()).find(is_it);
        let up = || if real.is_file() { Path::new(".").to_owned() } else { named.join("../".repeat(parts.len())) };
        let root = typed.map(Path::to_owned).unwrap_or_else(|| {
            let up = up();
            if is_it(&&*up) { up } else { root.to_owned() }
        });
        Some(Scope { root, part: Some(parts.join("/")) })
    }

    /// Whether the file at `path` is asked for.
    fn holds(&self, path: &ContentPath) -> bool {
        self.part.as_deref().is_none_or(|part| {
            path.as_str().strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// `project` with the findings on what is asked for.
    ///
    /// # Errors
    /// When the record holds nothing of it; the words name it.
    fn narrowed(&self, mut project: Project) -> Result<Project, Outcome> {
        let Some(part) = &self.part else { return Ok(project) };
        let tree = &project.tree;
        if !tree.sources.keys().chain(tree.assets.keys()).any(|path| self.holds(path)) {
            let root = self.root.display();
            return Err(fail(Outcome::Environment, format_args!("the record in {root} holds no `{part}`")));
        }
        project.report.findings.retain(|finding| self.holds(&finding.path));
        if let Some(base) = &mut project.base {
            base.comparison.fixed.retain(|finding| self.holds(&finding.path));
        }
        Ok(project)
    }
}

/// The findings on what is stated as unknown.
fn stated(project: &Project) -> Vec<Diagnostic> {
    project.report.findings.iter().filter(|it| gaps::is_stated(&project.site, it)).cloned().collect()
}

/// How many notes there are, and what shows them; empty where there are none.
fn notes(project: &Project) -> String {
    let notes = project.report.count(Level::Note);
    let gaps = stated(project).len();
    let mut text = String::new();
    if gaps > 0 {
        let things = count(gaps, "thing is", "things are");
        text.push_str(&format!("{things} stated as unknown (`candor check --gaps`)\n"));
    }
    let is_left = |it: &&Diagnostic| it.level == Level::Note && gaps::is_left_open(&project.site, it);
    let left = project.report.findings.iter().filter(is_left).filter(|it| !gaps::is_stated(&project.site, it)).count();
    if left > 0 {
        let things = count(left, "thing was", "things were");
        text.push_str(&format!("{things} left open when the record ended (`candor check --all`)\n"));
    }
    if notes > gaps + left {
        let matters = count(notes - gaps - left, "matter", "matters");
        text.push_str(&format!(
            "{matters} of form (`candor check --fix` puts in order what it can, `--all` shows them)\n"
        ));
    }
    text
}

/// `content/sow/0003-mailing-lists.md:5`.
fn place(project: &Project, prefix: &str, finding: &Diagnostic) -> String {
    let text = source(project, &finding.path).zip(finding.span);
    let line = text.map_or(String::new(), |(text, span)| format!(":{}", line_column(&text, span.start).0));
    format!("{prefix}{}{line}", finding.path)
}
