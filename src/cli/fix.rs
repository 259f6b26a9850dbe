//! Fixing the record: the safe fixes of the findings, applied and written.
//!
//! Everything is computed before the first file changes. A file is replaced in one step by a finished one beside it, so
//! that whatever ends the program leaves each file as it was or as it shall be. Never written are files that are reached
//! through a link, that are not UTF-8, or that somebody has changed in the meantime.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Edit, fix};
use crate::id::ContentPath;
use crate::project::{Options, Project};
use crate::text::line_column;
use crate::tree::{Source, Tree};

/// A fix may make another one possible, or two may meet; this many rounds are more than any record needs.
const ROUNDS: usize = 8;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// One fix that was applied.
pub(super) struct Applied {
    pub path: ContentPath,
    /// Where it began, in the text that it was applied to.
    pub line: usize,
    pub rule: &'static str,
    pub title: String,
}

/// Applies the safe fixes of `project` to the files below `folder` until nothing is left to apply, and says what they
/// were, in the order in which they were applied. Files that are not asked for stay as they are. The project is that of the files as they were.
///
/// # Errors
/// When a file cannot be written; the error names it.
pub(super) fn apply(
    folder: &Path,
    project: &Project,
    options: &Options,
    is_asked_for: &dyn Fn(&ContentPath) -> bool,
) -> io::Result<Vec<Applied>> {
    let root = folder.canonicalize()?;
    let mut tree = Tree::clone(&project.tree);
    let mut applied = Vec::new();
    let mut next: Option<Project> = None;
    for _ in 0..ROUNDS {
        let report = &next.as_ref().unwrap_or(project).report;
        let findings = report.findings.iter().chain(&report.folded);
        let may_change = |path: &ContentPath| {
            let source = tree.sources.get(path);
            source.is_some_and(|source| source.not_utf8.is_none()) && is_asked_for(path) && is_plain_file(&root, path)
        };
        let fixes = fix::together(findings, may_change);
        let mut by_file: BTreeMap<&ContentPath, Vec<&Edit>> = BTreeMap::new();
        for edit in fixes.iter().flat_map(|(_, fix)| &fix.edits) {
            by_file.entry(&edit.path).or_default().push(edit);
        }
        let mut changed: BTreeMap<ContentPath, Arc<str>> = BTreeMap::new();
        for (path, edits) in by_file {
            let text = fix::apply(&tree.sources[path].text, &edits).expect("edits are places of the text they are for");
            if *text != *tree.sources[path].text {
                changed.insert(path.clone(), text.into());
            }
        }
        if changed.is_empty() {
            break;
        }
        applied.extend(fixes.iter().map(|(finding, fix)| applied_fix(finding, &fix.edits[0], &tree.sources)));
        for (path, text) in changed {
            tree.sources.insert(path, Source { text, not_utf8: None });
        }
        next = Some(Project::of(tree.clone(), options));
    }
    let differs = |(path, source): &(&ContentPath, &Source)| project.tree.sources[*path].text != source.text;
    let changed: Vec<_> = tree.sources.iter().filter(differs).collect();
    let prepared = changed
        .into_iter()
        .map(|(path, new)| Prepared::new(&root.join(path.as_str()), &project.tree.sources[path].text, &new.text))
        .collect::<io::Result<Vec<Prepared>>>()?;
    prepared.into_iter().try_for_each(Prepared::publish)?;
    Ok(applied)
}

fn applied_fix(finding: &Diagnostic, first: &Edit, sources: &BTreeMap<ContentPath, Source>) -> Applied {
    let (line, _) = line_column(&sources[&first.path].text, first.span.start);
    let title = finding.fix.as_ref().map(|fix| fix.title.clone()).unwrap_or_default();
    Applied { path: first.path.clone(), line, rule: finding.rule, title }
}

/// Whether the file lies where its path says: neither it nor a folder on the way is a link.
fn is_plain_file(root: &Path, path: &ContentPath) -> bool {
    let file = root.join(path.as_str());
    file.canonicalize().is_ok_and(|real| real == file) && fs::symlink_metadata(&file).is_ok_and(|about| about.is_file())
}

/// The new text of a file, complete on disk beside it. Dropped before it is published: nothing is left of it.
struct Prepared {
    file: PathBuf,
    new: PathBuf,
    is_published: bool,
}

impl Prepared {
    /// Writes `new` beside `file`, which must still hold `old`.
    fn new(file: &Path, old: &str, new: &str) -> io::Result<Prepared> {
        let there = fs::read(file).map_err(|error| named(file, &error))?;
        let (mark, text) = match there.strip_prefix(BYTE_ORDER_MARK) {
            Some(text) => (BYTE_ORDER_MARK, text),
            None => (&b""[..], there.as_slice()),
        };
        if text != old.as_bytes() {
            let changed = io::Error::other("has changed in the meantime; nothing was written, run the command again");
            return Err(named(file, &changed));
        }
        // A name that begins with a dot is no part of the record.
        let mut name = OsString::from(".");
        name.push(file.file_name().unwrap_or_default());
        name.push(format!(".candor-{}", std::process::id()));
        let beside = file.with_file_name(name);
        let mut output = fs::File::create_new(&beside).map_err(|error| named(&beside, &error))?;
        let prepared = Prepared { file: file.to_owned(), new: beside, is_published: false };
        let permissions = fs::metadata(file).map(|about| about.permissions());
        permissions
            .and_then(|it| output.set_permissions(it))
            .and_then(|()| output.write_all(mark))
            .and_then(|()| output.write_all(new.as_bytes()))
            .and_then(|()| output.sync_all())
            .map_err(|error| named(&prepared.new, &error))?;
        Ok(prepared)
    }

    fn publish(mut self) -> io::Result<()> {
        fs::rename(&self.new, &self.file).map_err(|error| named(&self.file, &error))?;
        self.is_published = true;
        Ok(())
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        if !self.is_published {
            drop(fs::remove_file(&self.new));
        }
    }
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
