//! Findings as an author reads them in a terminal: the excerpt, the place, the help.
//!
//! ```text
//! error[sow-ends-before-it-starts]: ends on 2026-02-01, before it starts on 2026-03-01
//!  --> content/sow/0003-mailing-lists.md:5:8
//!   |
//! 4 | starts = 2026-03-01
//!   |          ---------- starts here
//! 5 | ends = 2026-02-01
//!   |        ^^^^^^^^^^
//!   |
//!   = help: swap `starts` and `ends`
//! ```
//!
//! What mends it follows as a patch, where its text is fit to be shown.
//!
//! The text of the findings and of the files comes from strangers: nothing in it reaches the terminal as a command.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::renderer::{AnsiColor, DEFAULT_ERROR_STYLE, DEFAULT_NOTE_STYLE, DEFAULT_WARNING_STYLE, Effects};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Origin, Patch, Renderer, Snippet};

use similar::{ChangeTag, TextDiff};

use super::lines::{Files, Lines};
use super::{Diagnostic, Edit, Fix, Level};
use crate::id::ContentPath;
use crate::text::{Span, count};

/// How findings look.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// Whether the text carries the colours of a terminal, as escape sequences.
    pub color: bool,
    /// Columns of the terminal. Longer lines of the files are trimmed around what they show.
    pub width: usize,
    /// What leads from where the reader stands to the record, so that editors find the places: `content/`.
    pub prefix: &'a str,
    /// Whether every finding is shown in full, also those that repeat.
    pub all: bool,
    /// The revision, as it was typed, that the findings are those of a change since; what the reader is told to type names
    /// it again.
    pub base: Option<&'a str>,
}

impl Default for Style<'_> {
    fn default() -> Self {
        Style { color: false, width: 100, prefix: "", all: false, base: None }
    }
}

/// A rule that finds more than this is summed up, with the first few shown in full.
const REPEATS: usize = 3;
const SHOWN: usize = 3;

/// Lines longer than this are cut around what they show, before anyone measures them.
const LONG_LINE: usize = 1000;
/// How much of a cut line stands around what it shows.
const AROUND: usize = 200;

/// Ends the header of an excerpt. The renderer adds line and column within the excerpt, which is not the file's column
/// when the line was cut: what follows this letter is taken out again.
const HEADER_END: char = '\u{e000}';

/// Places farther apart than this many lines have an excerpt each.
const FAR: usize = 10;
/// So many labels of a finding are drawn; whoever mends the first few knows the others.
const DRAWN: usize = 20;
/// A place of more lines than this is shown by its first line.
const TALL: usize = 6;
/// A patch over more lines than this is not shown.
const PATCHED: usize = 60;

/// The notes, the warnings, then the errors, so that what must be fixed stands where a reader's eye rests; each in the order of the
/// places, an empty line after it. Where a rule finds the same again and again, one line behind its level counts what is not
/// shown. `source` gives the text of a file, where there is one.
pub fn report(diagnostics: &[Diagnostic], source: &dyn Fn(&ContentPath) -> Option<Arc<str>>, style: Style) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by(|one, other| one.order(other));
    let mut files = Files::new(source);
    let of_level = |level: Level| sorted.iter().copied().filter(|it| it.level == level).collect::<Vec<_>>();
    [Level::Note, Level::Warning, Level::Error]
        .map(of_level)
        .iter()
        .map(|found| one_level(found, &mut files, style))
        .collect()
}

fn one_level(sorted: &[&Diagnostic], files: &mut Files, style: Style) -> String {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in sorted {
        *left.entry(diagnostic.rule).or_default() += 1;
    }
    for number in left.values_mut() {
        *number = if *number > REPEATS && !style.all { SHOWN } else { usize::MAX };
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() }.term_width(style.width.max(40));
    let mut text = String::new();
    let mut more: BTreeMap<&str, Vec<&ContentPath>> = BTreeMap::new();
    for diagnostic in sorted {
        let shown = left.get_mut(diagnostic.rule).expect("every rule was counted");
        if *shown == 0 {
            more.entry(diagnostic.rule).or_default().push(&diagnostic.path);
            continue;
        }
        *shown -= 1;
        let fix = diagnostic.fix.as_ref().map(|fix| patch(fix, diagnostic, files, style));
        let (patch, moved) = fix.map_or((None, String::new()), |(group, moved)| (Some(group), moved));
        let rendered = renderer.render(&Vec::from_iter([group(diagnostic, files, style)].into_iter().chain(patch)));
        // The renderer replaces the older control characters in the lines that it quotes, and not the newer ones.
        let rendered = rendered.replace(|letter| ('\u{80}'..='\u{9f}').contains(&letter), "\u{fffd}");
        let mut parts = rendered.split(HEADER_END);
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            text.push_str(part.trim_start_matches(|letter: char| letter == ':' || letter.is_ascii_digit()));
        }
        text.push_str(&moved);
        text.push_str("\n\n");
    }
    let base = style.base.map_or(String::new(), |base| format!(" --base {}", quoted_for_a_shell(base)));
    for (rule, mut paths) in more {
        let number = paths.len();
        paths.dedup();
        let files = count(paths.len(), "file", "files");
        let _ = writeln!(text, "… and {number} more of {rule}, in {files} (`candor check{base} --all` shows them)\n");
    }
    text
}

fn quoted_for_a_shell(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./~@^".contains(letter);
    match word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", one_line(word).replace('\'', r"'\''")),
    }
}

/// How many findings there are, in how many files, and of which rules; the commonest rule first.
pub fn summary(diagnostics: &[Diagnostic], style: Style) -> String {
    if diagnostics.is_empty() {
        return "no findings\n".to_owned();
    }
    let paint = |look: annotate_snippets::renderer::Style, text: String| {
        if style.color { format!("{look}{text}{look:#}") } else { text }
    };
    let mut levels = Vec::new();
    for (level, one, many) in
        [(Level::Error, "error", "errors"), (Level::Warning, "warning", "warnings"), (Level::Note, "note", "notes")]
    {
        let number = diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count();
        if number > 0 {
            levels.push(paint(look(level), count(number, one, many)));
        }
    }
    let files = diagnostics.iter().map(|diagnostic| &diagnostic.path).collect::<BTreeSet<_>>().len();
    let mut rules: BTreeMap<(&str, Level), usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        *rules.entry((diagnostic.rule, diagnostic.level)).or_default() += 1;
    }
    let mut rules: Vec<((&str, Level), usize)> = rules.into_iter().collect();
    rules.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let mut text = format!("{} in {}\n", listed(&levels), count(files, "file", "files"));
    for ((rule, level), number) in rules {
        let dim = AnsiColor::BrightBlack.on_default().effects(Effects::DIMMED);
        let _ = writeln!(text, "{number:>6}  {rule} {}", paint(dim, format!("({level})")));
    }
    text
}

/// `1 error, 2 warnings and 3 notes`.
fn listed(parts: &[String]) -> String {
    match parts {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        parts => parts.concat(),
    }
}

fn look(level: Level) -> annotate_snippets::renderer::Style {
    match level {
        Level::Error => DEFAULT_ERROR_STYLE,
        Level::Warning => DEFAULT_WARNING_STYLE,
        Level::Note => DEFAULT_NOTE_STYLE,
    }
}

/// One place that an excerpt points at, in bytes of its file.
struct Place {
    span: Span,
    label: Option<String>,
    kind: AnnotationKind,
}

fn group(diagnostic: &Diagnostic, files: &mut Files, style: Style) -> Group<'static> {
    let level = match diagnostic.level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Note => Title::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(one_line(&diagnostic.message)).id(diagnostic.rule));
    for (path, places) in places_by_file(diagnostic) {
        let name = one_line(&format!("{}{path}", style.prefix));
        match files.lines(path) {
            Some(lines) if !places.is_empty() => {
                for near in clusters(&lines, &places) {
                    let (line, column) = lines.place(near[0].0.start);
                    let header = format!("{name}:{line}:{column}{HEADER_END}");
                    group = group.element(excerpt(&lines, near).path(header));
                }
            }
            _ => group = group.element(Origin::path(name)),
        }
    }
    let left = diagnostic.labels.len().saturating_sub(DRAWN);
    let more = count(left, "more place is like these", "more places are like these");
    let notes = [
        (left > 0).then(|| Title::NOTE.message(format!("{more} (`--format json` names each)"))),
        diagnostic.baseline_state.map(|baseline_state| Title::NOTE.message(baseline_state.as_words())),
        // What a patch shows is told above the patch.
        diagnostic.help.as_ref().filter(|_| diagnostic.fix.is_none()).map(|help| Title::HELP.message(printable(help))),
        diagnostic.clause.as_ref().map(|clause| Title::NOTE.message(format!("serves {}", one_line(clause)))),
    ];
    group.elements(notes.into_iter().flatten())
}

/// What to type, and the lines before and after it; only the words where these are too long, or hold what a terminal
/// would obey. What replaces whole lines, which the renderer would show as if they were added, is text to go behind it.
fn patch(fix: &Fix, of: &Diagnostic, files: &mut Files, style: Style) -> (Group<'static>, String) {
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

/// The places of a finding that are drawn: those of its own file first, its own place before its labels.
fn places_by_file(diagnostic: &Diagnostic) -> Vec<(&ContentPath, Vec<Place>)> {
    let own = diagnostic.span.map(|span| Place { span, label: None, kind: AnnotationKind::Primary });
    let mut files = vec![(&diagnostic.path, Vec::from_iter(own))];
    for label in diagnostic.labels.iter().take(DRAWN) {
        let place = Place { span: label.span, label: Some(one_line(&label.text)), kind: AnnotationKind::Context };
        match files.iter_mut().find(|(path, _)| **path == label.path) {
            Some((_, places)) => places.push(place),
            None => files.push((&label.path, vec![place])),
        }
    }
    files
}

/// The places divided into those that one excerpt can show. The excerpt with the first place comes first, and within
/// each one the place that its header names.
fn clusters<'a>(lines: &Lines, places: &'a [Place]) -> Vec<Vec<(Range<usize>, &'a Place)>> {
    let mut found: Vec<(Range<usize>, &Place)> =
        places.iter().map(|place| (shown_range(lines, place.span), place)).collect();
    let first = found[0].0.clone();
    found.sort_by_key(|(range, _)| (range.start, range.end));
    let mut clusters: Vec<Vec<(Range<usize>, &Place)>> = Vec::new();
    for place in found {
        match clusters.last_mut() {
            Some(near)
                if near.last().is_some_and(|(last, _)| lines.line(place.0.start) <= lines.line(last.end) + FAR) =>
            {
                near.push(place);
            }
            _ => clusters.push(vec![place]),
        }
    }
    clusters.sort_by_key(|near| !near.iter().any(|(range, _)| *range == first));
    for near in &mut clusters {
        near.sort_by_key(|(range, place)| (place.kind != AnnotationKind::Primary, range.start));
    }
    clusters
}

/// What an excerpt shows of `span`: all of it, or what stands on its first line when it is tall.
fn shown_range(lines: &Lines, span: Span) -> Range<usize> {
    let range = lines.clamp(span);
    let first = lines.line(range.start);
    if lines.line(range.end) < first + TALL { range } else { range.start..lines.range(first).end.max(range.start) }
}

/// The lines from the first to the last of these places, long ones cut.
fn excerpt(lines: &Lines, places: Vec<(Range<usize>, &Place)>) -> Snippet<'static, Annotation<'static>> {
    let first = places.iter().map(|(range, _)| lines.line(range.start)).min().unwrap_or(0);
    let last = places.iter().map(|(range, _)| lines.line(range.end)).max().unwrap_or(0);
    let mut text = String::new();
    // Which bytes of the file were kept of each line, and where they begin in the excerpt.
    let mut kept = Vec::new();
    for line in first..=last {
        let whole = lines.range(line);
        let part = cut(&whole, lines, &places);
        text.push_str(if part.start > whole.start { "…" } else { "" });
        kept.push((part.clone(), text.len()));
        text.push_str(&lines.text[part.clone()].replace(HEADER_END, "\u{fffd}"));
        text.push_str(if part.end < whole.end { "…\n" } else { "\n" });
    }
    let moved = |offset: usize| {
        let (part, start) = &kept[lines.line(offset) - first];
        start + offset.clamp(part.start, part.end) - part.start
    };
    let annotations: Vec<Annotation> = places
        .iter()
        .map(|(range, place)| place.kind.span(moved(range.start)..moved(range.end)).label(place.label.clone()))
        .collect();
    Snippet::source(text).line_start(first + 1).annotations(annotations)
}

/// The part of a line that an excerpt keeps: all of it, or what stands around its first place.
fn cut(line: &Range<usize>, lines: &Lines, places: &[(Range<usize>, &Place)]) -> Range<usize> {
    if line.len() <= LONG_LINE {
        return line.clone();
    }
    let shown = places.iter().flat_map(|(range, _)| [range.start, range.end]);
    let first = shown.filter(|offset| (line.start..=line.end).contains(offset)).min().unwrap_or(line.start);
    let start = first.saturating_sub(AROUND).max(line.start);
    let end = (first + LONG_LINE - AROUND).min(line.end);
    lines.clamp(Span::new(start, end))
}

/// `text` without what a terminal would obey or reorder.
pub(crate) fn printable(text: &str) -> String {
    let tame = |letter: char| match letter {
        '\n' => '\n',
        '\t' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        HEADER_END => '\u{fffd}',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(tame).collect()
}

/// `text` on one line, with nothing in it that a terminal would take for a command.
pub fn one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::super::BaselineState;
    use super::*;

    fn path(text: &str) -> ContentPath {
        ContentPath::parse(text).unwrap()
    }

    const SOW: &str = "+++\ntitle = \"Mailing lists\"\n\nstarts = 2026-03-01\nends = 2026-02-01\n+++\n";

    fn at(text: &str, what: &str) -> Span {
        let start = text.find(what).unwrap();
        Span::new(start, start + what.len())
    }

    fn swapped() -> Diagnostic {
        swapped_in(SOW)
    }

    fn swapped_in(text: &str) -> Diagnostic {
        let sow = path("sow/0003-mailing-lists.md");
        let message = "ends on 2026-02-01, before it starts on 2026-03-01";
        Diagnostic::new("sow-ends-before-it-starts", &sow, at(text, "2026-02-01"), message)
            .label(&sow, at(text, "2026-03-01"), "starts here")
            .help("swap `starts` and `ends`")
            .clause("charter 4.2")
    }

    fn shown(diagnostics: &[Diagnostic], text: &str, style: Style) -> String {
        report(diagnostics, &|_| Some(text.into()), style)
    }

    #[test]
    fn a_finding_shows_its_place_its_help_and_its_clause() {
        let text = shown(&[swapped()], SOW, Style { prefix: "content/", ..Style::default() });
        snapbox::assert_data_eq!(
            text,
            snapbox::str![[r#"
error[sow-ends-before-it-starts]: ends on 2026-02-01, before it starts on 2026-03-01
 --> content/sow/0003-mailing-lists.md:5:8
  |
4 | starts = 2026-03-01
  |          ---------- starts here
5 | ends = 2026-02-01
  |        ^^^^^^^^^^
  |
  = help: swap `starts` and `ends`
  = note: serves charter 4.2


"#]]
        );
    }

    #[test]
    fn places_in_other_files_and_far_away_have_their_own_excerpts() {
        let text = format!("one\n{}two\n", "\n".repeat(40));
        let far = Diagnostic::new("said-twice", &path("a.md"), at(&text, "two"), "said twice")
            .label(&path("a.md"), at(&text, "one"), "first here")
            .label(&path("b.md"), Span::new(0, 3), "and here");
        snapbox::assert_data_eq!(
            shown(&[far], &text, Style::default()),
            snapbox::str![[r#"
error[said-twice]: said twice
  --> a.md:42:1
   |
42 | two
   | ^^^
   |
  ::: a.md:1:1
   |
 1 | one
   | --- first here
   |
  ::: b.md:1:1
   |
 1 | one
   | --- and here


"#]]
        );
    }

    #[test]
    fn what_mends_a_finding_is_shown_as_a_patch() {
        let sow = path("sow/0003-mailing-lists.md");
        let text = SOW.replace('\n', "\r\n");
        let edits = vec![
            Edit::new(&sow, at(&text, "2026-03-01"), "2026-02-01"),
            Edit::new(&sow, at(&text, "2026-02-01"), "2026-03-01"),
        ];
        let swap = swapped_in(&text).fix(Fix::patch("swap the two days", edits));
        let end = Span::new(text.len() - 5, text.len() - 5);
        let added = Diagnostic { baseline_state: Some(BaselineState::New), span: None, ..swapped() };
        let added =
            added.fix(Fix::safe("say so elsewhere", vec![Edit::new(&path("b.md"), end, "rfp = \"RFP-1\"\r\n")]));
        snapbox::assert_data_eq!(
            shown(&[swap, Diagnostic { labels: Vec::new(), ..added }], &text, Style::default()),
            snapbox::str![[r#"
error[sow-ends-before-it-starts]: ends on 2026-02-01, before it starts on 2026-03-01
 --> sow/0003-mailing-lists.md
  = note: new in this change
  = note: serves charter 4.2
help: swap `starts` and `ends` (`candor check --fix` does it)
 --> b.md:6:1
  |
6 + rfp = "RFP-1"
  |

error[sow-ends-before-it-starts]: ends on 2026-02-01, before it starts on 2026-03-01
 --> sow/0003-mailing-lists.md:5:8
  |
4 | starts = 2026-03-01
  |          ---------- starts here
5 | ends = 2026-02-01
  |        ^^^^^^^^^^
  |
  = note: serves charter 4.2
help: swap `starts` and `ends`
  |
4 ~ starts = 2026-02-01
5 ~ ends = 2026-03-01
  |


"#]]
        );
    }

    #[test]
    fn lines_that_move_are_shown_where_they_go_and_where_they_come() {
        let whole = Span::new(4, SOW.len() - 4);
        let text = "starts = 2026-03-01\nends = 2026-02-01\ntitle = \"Mailing lists\"\n";
        let edits = vec![Edit::new(&path("sow/0003-mailing-lists.md"), whole, text)];
        let finding = Diagnostic { labels: Vec::new(), help: None, clause: None, ..swapped() };
        snapbox::assert_data_eq!(
            shown(&[finding.fix(Fix::patch("sort", edits))], SOW, Style::default()),
            snapbox::str![[r#"
error[sow-ends-before-it-starts]: ends on 2026-02-01, before it starts on 2026-03-01
 --> sow/0003-mailing-lists.md:5:8
  |
5 | ends = 2026-02-01
  |        ^^^^^^^^^^
  |
help: sort
  |
2 - title = "Mailing lists"
3 -
2 | starts = 2026-03-01
3 | ends = 2026-02-01
4 + title = "Mailing lists"
5 | +++
  |


"#]]
        );
    }

    #[test]
    fn a_patch_that_a_terminal_would_obey_is_told_in_words() {
        let edit = Edit::new(&path("a.md"), Span::new(0, 1), "\u{1b}[2J");
        let finding =
            Diagnostic::new("some-rule", &path("a.md"), None, "no").fix(Fix::patch("wipe\u{7} it", vec![edit]));
        let shown = shown(&[finding], "abc", Style::default());
        assert!(shown.contains("wipe\u{fffd} it") && !shown.contains('\u{1b}'), "{shown:?}");
    }

    #[test]
    fn a_finding_without_a_place_names_its_file() {
        let finding = Diagnostic::new("missing-front-matter", &path("a.md"), None, "has no front matter");
        snapbox::assert_data_eq!(
            shown(&[finding], "text", Style::default()),
            snapbox::str![[r#"
error[missing-front-matter]: has no front matter
--> a.md


"#]]
        );
    }

    #[test]
    fn what_repeats_is_summed_up() {
        let mut findings = vec![swapped()];
        for number in 0..48 {
            let page = path(&format!("p{number:02}.md"));
            findings.push(
                Diagnostic::new("missing-front-matter", &page, None, "has no front matter").at_level(Level::Warning),
            );
        }
        let style = Style::default();
        let text = shown(&findings, SOW, style);
        assert_eq!(text.matches("has no front matter").count(), 3);
        let more = "… and 45 more of missing-front-matter, in 45 files (`candor check --all` shows them)\n\nerror[";
        assert!(text.contains(more), "what must be fixed stands last");
        let of_change = shown(&findings, SOW, Style { base: Some("main@{1 day ago}"), ..style });
        assert!(of_change.contains("(`candor check --base 'main@{1 day ago}' --all` shows them)"), "{of_change}");
        let all = shown(&findings, SOW, Style { all: true, ..style });
        assert_eq!(all.matches("has no front matter").count(), 48);
        snapbox::assert_data_eq!(
            summary(&findings, style),
            snapbox::str![[r#"
1 error and 48 warnings in 49 files
    48  missing-front-matter (warning)
     1  sow-ends-before-it-starts (error)

"#]]
        );
    }

    #[test]
    fn long_lines_are_cut_around_what_they_show() {
        let text = format!("{} here {}\n", "Kühnel ".repeat(100_000), "x".repeat(500_000));
        let finding = Diagnostic::new("some-rule", &path("a.md"), at(&text, "here"), "look");
        let shown = shown(&[finding], &text, Style::default());
        assert!(shown.contains("a.md:1:700002") && shown.contains("^^^^"), "{shown}");
        assert!(shown.len() < 1000, "{}", shown.len());
    }

    #[test]
    fn nothing_in_a_finding_commands_the_terminal() {
        let text = "a\u{1b}[31mr\u{9d}ed\u{202e}\r\nb";
        let finding = Diagnostic::new("some-rule", &path("x.md"), Span::new(0, 9), "no\u{1b}[2J\nway\u{7}")
            .label(&path("x.md"), Span::new(0, 1), "\u{9b}31m")
            .help("type\u{1b}c\nthis")
            .clause("\u{1b}]0;title\u{7}");
        let shown = shown(&[finding], text, Style::default());
        let bad = shown.chars().find(|letter| (letter.is_control() && *letter != '\n') || *letter == '\u{202e}');
        assert_eq!(bad, None, "{shown:?}");
    }

    #[test]
    fn colours_are_there_when_asked_for() {
        let style = Style { color: true, ..Style::default() };
        assert!(shown(&[swapped()], SOW, style).contains("\u{1b}["));
        assert!(summary(&[swapped()], style).contains("\u{1b}["));
        assert_eq!(summary(&[], style), "no findings\n");
    }

    #[test]
    fn any_place_in_any_text_can_be_shown() {
        // A linear congruential generator: the same cases in every run.
        let mut state = 7_u64;
        let mut random = move |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below.max(1)
        };
        let pieces = [
            "",
            "a",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "表",
            "é",
            "e\u{301}",
            "\u{e000}:1:1",
            "👩‍👩‍👧",
            "\u{200b}",
            "\0",
            "   ",
            "\n\n\n",
            "\u{1b}[0m",
            "\u{202e}",
        ];
        for round in 0..4000 {
            let mut text = String::new();
            for _ in 0..random(30) {
                text.push_str(&pieces[random(pieces.len())].repeat(if round % 50 == 0 { random(900) } else { 1 }));
            }
            let mut span = || {
                let start = random(text.len() + 3);
                Span::new(start, if random(9) == 0 { random(text.len() + 3) } else { start + random(12) })
            };
            let mut finding = Diagnostic::new("some-rule", &path("a.md"), span(), "message");
            for _ in 0..round % 4 {
                finding = finding.label(&path(if round % 3 == 0 { "b.md" } else { "a.md" }), span(), "label");
            }
            let edits = vec![Edit::new(&path("a.md"), span(), pieces[round % pieces.len()])];
            let finding = finding.fix(Fix::patch("mend", edits));
            let style = Style { width: round % 150, ..Style::default() };
            assert!(shown(&[finding], &text, style).contains("message"));
        }
    }
}
