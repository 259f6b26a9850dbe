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
//! What fixes it follows as a patch, where its text is fit to be shown.
//!
//! The text of the findings and of the files comes from strangers: nothing in it reaches the terminal as a command.

mod excerpt;
mod patch;
mod plain;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use annotate_snippets::renderer::{AnsiColor, DEFAULT_ERROR_STYLE, DEFAULT_NOTE_STYLE, DEFAULT_WARNING_STYLE, Effects};
use annotate_snippets::{Group, Level as Title, Origin, Renderer};

use super::lines::Files;
use super::{Diagnostic, Level};
use crate::id::ContentPath;
use crate::text::{count, list};
use excerpt::{DRAWN, clusters, excerpt, places_by_file};
use patch::patch;
use plain::HEADER_END;

pub use plain::one_line;
pub(crate) use plain::printable;

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

/// The notes, the warnings, then the errors, so that what must be fixed stands where a reader's eye rests; each in the order of the
/// places, an empty line after it. Where a rule finds the same again and again, one line behind its level counts what is not
/// shown. `source` gives the text of a file, where there is one.
pub fn report<D: Borrow<Diagnostic>>(
    diagnostics: &[D],
    source: &dyn Fn(&ContentPath) -> Option<Arc<str>>,
    style: Style,
) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().map(Borrow::borrow).collect();
    sorted.sort_by(|one, other| one.order(other));
    let mut files = Files::new(source);
    let of_level = |level: Level| sorted.iter().copied().filter(|it| it.level == level).collect::<Vec<_>>();
    [Level::Note, Level::Warning, Level::Error]
        .map(of_level)
        .iter()
        .map(|found| one_level(found, &mut files, style))
        .collect()
}

/// The findings of one level, and a line for each rule that finds too much to be shown in full.
fn one_level(sorted: &[&Diagnostic], files: &mut Files, style: Style) -> String {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in sorted {
        *left.entry(diagnostic.rule).or_default() += 1;
    }
    for number in left.values_mut() {
        *number = if *number > REPEATS && !style.all { SHOWN } else { usize::MAX };
    }
    let mut text = String::new();
    let mut more: BTreeMap<&str, Vec<&ContentPath>> = BTreeMap::new();
    for diagnostic in sorted {
        let shown = left.get_mut(diagnostic.rule).expect("every rule was counted");
        if *shown == 0 {
            more.entry(diagnostic.rule).or_default().push(&diagnostic.path);
            continue;
        }
        *shown -= 1;
        text.push_str(&one(diagnostic, files, style));
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

/// One finding in full, an empty line after it.
fn one(diagnostic: &Diagnostic, files: &mut Files, style: Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() }.term_width(style.width.max(40));
    let fix = diagnostic.fix.as_ref().map(|fix| patch(fix, diagnostic, files, style));
    let (patch, moved) = fix.map_or((None, String::new()), |(group, moved)| (Some(group), moved));
    let rendered = renderer.render(&Vec::from_iter([group(diagnostic, files, style)].into_iter().chain(patch)));
    // The renderer replaces the older control characters in the lines that it quotes, and not the newer ones.
    let rendered = rendered.replace(|letter| ('\u{80}'..='\u{9f}').contains(&letter), "\u{fffd}");
    let mut parts = rendered.split(HEADER_END);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.trim_start_matches(|letter: char| letter == ':' || letter.is_ascii_digit()));
    }
    text + &moved + "\n\n"
}

fn quoted_for_a_shell(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./~@^".contains(letter);
    match word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", one_line(word).replace('\'', r"'\''")),
    }
}

/// How many findings there are, in how many files, and of which rules; the commonest rule first.
pub fn summary<D: Borrow<Diagnostic>>(diagnostics: &[D], style: Style) -> String {
    let diagnostics: Vec<&Diagnostic> = diagnostics.iter().map(Borrow::borrow).collect();
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
    for diagnostic in &diagnostics {
        *rules.entry((diagnostic.rule, diagnostic.level)).or_default() += 1;
    }
    let mut rules: Vec<((&str, Level), usize)> = rules.into_iter().collect();
    rules.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let mut text = format!("{} in {}\n", list(levels, "and"), count(files, "file", "files"));
    for ((rule, level), number) in rules {
        let dim = AnsiColor::BrightBlack.on_default().effects(Effects::DIMMED);
        let _ = writeln!(text, "{number:>6}  {rule} {}", paint(dim, format!("({level})")));
    }
    text
}

fn look(level: Level) -> annotate_snippets::renderer::Style {
    match level {
        Level::Error => DEFAULT_ERROR_STYLE,
        Level::Warning => DEFAULT_WARNING_STYLE,
        Level::Note => DEFAULT_NOTE_STYLE,
    }
}

/// What a finding says, with an excerpt of each place that it speaks of.
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
