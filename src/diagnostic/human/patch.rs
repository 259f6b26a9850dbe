//! What a fix changes, as the lines before and after it.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::AnsiColor;
use annotate_snippets::{Group, Level as Title, Patch, Snippet};
use similar::{ChangeTag, TextDiff};

use super::Style;
use super::plain::{LONG_LINE, one_line, printable};
use crate::diagnostic::lines::{Files, Lines};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::id::ContentPath;

/// A patch over more lines than this is not shown.
const PATCHED: usize = 60;

/// What to type, and the lines before and after it; only the words where these are too long, or hold what a terminal
/// would obey. What replaces whole lines, which the renderer would show as if they were added, is text to go behind it.
pub(super) fn patch(fix: &Fix, of: &Diagnostic, files: &mut Files, style: Style) -> (Group<'static>, String) {
    let (own, words) = (&of.path, of.help.as_ref().unwrap_or(&fix.title));
    let mut moved = String::new();
    let by_itself = if fix.is_safe { " (`candor check --fix` does it)" } else { "" };
    let mut group = Group::with_title(Title::HELP.secondary_title(one_line(words) + by_itself));
    let mut by_file: Vec<(&ContentPath, Vec<&Edit>)> = Vec::new();
    for edit in &fix.edits {
        match by_file.iter_mut().find(|(path, _)| **path == edit.path) {
            Some((_, edits)) => edits.push(edit),
            None => by_file.push((&edit.path, vec![edit])),
        }
    }
    for (path, edits) in by_file {
        let Some(lines) = files.lines(path) else { continue };
        if let [edit] = edits.as_slice()
            && path == own
            && lines.text.get(edit.span.range()).is_some_and(|old| old.trim_end_matches(['\r', '\n']).contains('\n'))
        {
            moved.push_str(&line_by_line(&lines, edit, style));
        } else if let Some(snippet) = before_and_after(&lines, &edits) {
            let elsewhere = (path != own).then(|| one_line(&format!("{}{path}", style.prefix)));
            group = group.element(snippet.path(elsewhere));
        }
    }
    (group, moved)
}

/// The lines that `edit` removes and adds, among those that stay; empty where they are too many or not fit to be shown.
fn line_by_line(lines: &Lines, edit: &Edit, style: Style) -> String {
    let range = lines.clamp(edit.span);
    let (first, last) = (lines.line(range.start), lines.line(range.end));
    let start = lines.range(first).start;
    let end = lines.range(last).end;
    let changed = [&lines.text[start..range.start], &edit.text, &lines.text[range.end..end.max(range.end)]].concat();
    let (old, new): (Vec<&str>, Vec<&str>) = (lines.text[start..end].lines().collect(), changed.lines().collect());
    let is_fit = |line: &&str| line.len() <= LONG_LINE && printable(line) == **line;
    if old.len().max(new.len()) > PATCHED || !old.iter().chain(&new).all(is_fit) {
        return String::new();
    }
    let width = (first + old.len().max(new.len())).to_string().len();
    let mut text = format!("\n{:width$} |", "");
    let (mut removed, mut added) = (first, first);
    for change in TextDiff::from_slices(&old, &new).iter_all_changes() {
        let (number, sign, look) = match change.tag() {
            ChangeTag::Equal => (added, '|', None),
            ChangeTag::Delete => (removed, '-', Some(AnsiColor::BrightRed)),
            ChangeTag::Insert => (added, '+', Some(AnsiColor::BrightGreen)),
        };
        removed += usize::from(change.tag() != ChangeTag::Insert);
        added += usize::from(change.tag() != ChangeTag::Delete);
        let shown = format!("{sign} {}", change.value());
        let shown = match look.filter(|_| style.color).map(AnsiColor::on_default) {
            Some(look) => format!("{look}{shown}{look:#}"),
            None => shown,
        };
        let _ = write!(text, "\n{:>width$} {}", number + 1, shown.trim_end());
    }
    let _ = write!(text, "\n{:width$} |", "");
    text
}

/// The lines that `edits` change, and what they become; `None` where they are too many or not fit to be shown.
fn before_and_after(lines: &Lines, edits: &[&Edit]) -> Option<Snippet<'static, Patch<'static>>> {
    let ranges: Vec<Range<usize>> = edits.iter().map(|edit| lines.clamp(edit.span)).collect();
    let first = lines.line(ranges.iter().map(|range| range.start).min()?);
    let last = lines.line(ranges.iter().map(|range| range.end).max()?);
    let mut text = String::new();
    let mut starts = Vec::new();
    for line in first..=last {
        starts.push(text.len());
        text.push_str(&lines.text[lines.range(line)]);
        text.push('\n');
    }
    let moved = |offset: usize| {
        let line = lines.line(offset);
        let range = lines.range(line);
        starts[line - first] + offset.min(range.end) - range.start
    };
    let is_fit = |text: &str| text.lines().all(|line| line.len() <= LONG_LINE) && printable(text) == text;
    let new: Vec<String> = edits.iter().map(|edit| edit.text.replace("\r\n", "\n")).collect();
    if last - first > PATCHED || !is_fit(&text) || !new.iter().all(|text| is_fit(text)) {
        return None;
    }
    let patches = ranges.iter().zip(new).map(|(range, new)| Patch::new(moved(range.start)..moved(range.end), new));
    Some(Snippet::source(text).line_start(first + 1).patches(patches.collect::<Vec<_>>()))
}
