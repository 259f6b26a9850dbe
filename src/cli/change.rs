//! The record as a change of another revision: reading both, and telling what the change brought in.

#[cfg(feature = "git")]
use std::collections::BTreeSet;
use std::path::Path;

use crate::check::Comparison;
#[cfg(feature = "git")]
use crate::config::FILE;
use crate::diagnostic::human::one_line;
use crate::diagnostic::{BaselineState, Diagnostic, Level};
#[cfg(feature = "git")]
use crate::project::Options;
use crate::project::Project;
use crate::text::count;
#[cfg(feature = "git")]
use crate::tree::{Caveat, RevisionError, Tree};

#[cfg(feature = "git")]
use super::env::{Stopwatch, fail, no_record, say_aside, whole};
#[cfg(feature = "git")]
use super::{Outcome, Verbosity};

/// The record in `dir` as a change of `revision`, in which it was in the folder `base_dir`, where that is named.
///
/// # Errors
/// When the folder or the revision cannot be read; the words say which.
#[cfg(feature = "git")]
pub(super) fn since(
    dir: &Path,
    (revision, base_dir): (&str, Option<&str>),
    options: &Options,
    verbosity: Verbosity,
) -> Result<Project, Outcome> {
    between(dir, None, (revision, base_dir), options, verbosity)
}

/// The same for the record as it is in `head`, where that is named.
///
/// # Errors
/// When the folder or a revision cannot be read; the words say which.
#[cfg(feature = "git")]
pub(super) fn between(
    dir: &Path,
    head: Option<&str>,
    (revision, base_dir): (&str, Option<&str>),
    options: &Options,
    verbosity: Verbosity,
) -> Result<Project, Outcome> {
    let watch = Stopwatch::start(verbosity);
    let tree = match head {
        Some(head) => Tree::exactly(dir, head).map_err(|error| fail(outcome(&error), error))?,
        None => whole(dir)?,
    };
    watch.say(format_args!("read {} files", tree.sources.len() + tree.assets.len()));
    let base = |tree: &Tree| {
        let base = Tree::before(tree, dir, (revision, head), base_dir).map_err(|error| fail(outcome(&error), error))?;
        watch.say(format_args!("read {} files of {revision}", base.sources.len() + base.assets.len()));
        if !base.has_records() && !tree.has_records() {
            return Err(no_record(dir));
        }
        if base.is_empty() {
            say_aside(format_args!("note: {} is not in `{revision}`, so everything in it is new", dir.display()));
        } else if base.text(FILE).is_none() && tree.text(FILE).is_some() {
            say_aside(format_args!(
                "note: there is no {FILE} in `{revision}`, so it has no rules to judge the change by; what these rules find there \
                 counts as there before"
            ));
        }
        for caveat in caveats(&base, head.map(|_| tree)) {
            say_aside(format_args!("note: {caveat}"));
        }
        // Both lead to the same branch, or every page of a preview would differ.
        Ok(Tree { provenance: tree.provenance.clone(), ..base })
    };
    let project = Project::since_read(tree, base, options)?;
    watch.say(format_args!("checked {} records", project.site.entries.len()));
    Ok(project)
}

/// What the reader is to know of `base`, each in a sentence; and of `head`, where that is a revision too: there the files on disk play
/// no part.
#[cfg(feature = "git")]
fn caveats(base: &Tree, head: Option<&Tree>) -> BTreeSet<String> {
    let of = |tree: &'_ Tree| tree.revision.clone().into_iter().flat_map(|revision| revision.caveats);
    let of_revisions = |caveat: Caveat| match caveat {
        Caveat::Moved { .. } | Caveat::Submodule { .. } => Some(caveat.to_string()),
        Caveat::Sparse { .. } => None,
    };
    match head {
        Some(head) => of(base).chain(of(head)).filter_map(of_revisions).collect(),
        None => of(base).map(|caveat| caveat.to_string()).collect(),
    }
}

#[cfg(feature = "git")]
pub(super) fn outcome(error: &RevisionError) -> Outcome {
    match error {
        RevisionError::Unknown { .. }
        | RevisionError::Shallow { .. }
        | RevisionError::Partial { .. }
        | RevisionError::UnclearFolder { .. }
        | RevisionError::NoFolder { .. } => Outcome::Usage,
        RevisionError::NoRepository { .. } | RevisionError::Format { .. } | RevisionError::Unreadable { .. } => {
            Outcome::Environment
        }
    }
}

/// `findings` in the order in which an author reads them: those in files that differ from the main branch, then the others, each
/// with its heading. One part without a heading where none is in such a file, or that cannot be told.
pub(super) fn parts<'a>(
    dir: &Path,
    project: &Project,
    findings: Vec<&'a Diagnostic>,
) -> Vec<(Option<String>, Vec<&'a Diagnostic>)> {
    #[cfg(feature = "git")]
    if let Some(changed) = project.tree.differing(dir, findings.iter().map(|finding| &finding.path)) {
        let (mine, others): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| changed.paths.contains(&finding.path));
        let mine = (Some(format!("In what you changed since {}:", changed.branch)), mine);
        let others = (Some("Elsewhere:".to_owned()), others);
        return [mine, others].into_iter().filter(|(_, part)| !part.is_empty()).collect();
    }
    #[cfg(not(feature = "git"))]
    let _ = (dir, project);
    vec![(None, findings)]
}

/// What the author of a change is told in full: what it brought in, and what is in its way.
pub(super) fn told(findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_told = |it: &&Diagnostic| matches!(it.baseline_state, Some(BaselineState::New | BaselineState::BlocksStep));
    findings.iter().filter(is_told).filter(|it| it.level > Level::Note).cloned().collect()
}

/// A line for each finding that the change fixed.
pub(super) fn fixed(comparison: &Comparison, prefix: &str) -> String {
    let line = |it: &Diagnostic| format!("fixed[{}]: {prefix}{}: {}", it.rule, it.path, it.message);
    comparison.fixed.iter().map(|finding| one_line(&line(finding)) + "\n").collect()
}

/// `2 new errors and 1 new warning, 1 fixed; 14 findings were there before (shown with --all)`.
pub(super) fn of_change(findings: &[Diagnostic], comparison: &Comparison, all: bool) -> String {
    let is_new = |it: &&Diagnostic| it.baseline_state == Some(BaselineState::New);
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
    if !comparison.fixed.is_empty() {
        counts.push(format!("{} fixed", comparison.fixed.len()));
    }
    let blocking = findings.iter().filter(|finding| finding.baseline_state == Some(BaselineState::BlocksStep)).count();
    if blocking > 0 {
        counts.push(format!("{} of before in a record that takes a step", count(blocking, "error", "errors")));
    }
    // What a change states as unknown is no matter of the change.
    let before = match findings.len() - errors - warnings - number(Level::Note) - blocking {
        0 => String::new(),
        1 => format!("; 1 finding was there before{}", if all { "" } else { " (shown with --all)" }),
        many => format!("; {many} findings were there before{}", if all { "" } else { " (shown with --all)" }),
    };
    format!("{}{before}\n", counts.join(", "))
}

/// The findings for programs: those of the record, then those that the change fixed. A fixed one names no place, for it
/// stood in a text that is gone.
pub(super) fn with_fixed(findings: &[Diagnostic], comparison: Option<&Comparison>) -> Vec<Diagnostic> {
    let fixed = comparison.map_or(&[][..], |comparison| &comparison.fixed);
    let placeless = |it: &Diagnostic| it.clone().with(|it| (it.span, it.labels, it.fix) = (None, Vec::new(), None));
    findings.iter().cloned().chain(fixed.iter().map(placeless)).collect()
}
