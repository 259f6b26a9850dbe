//! Findings as annotations of a pull request: workflow commands of GitHub Actions, one line for each finding.
//!
//! ```text
//! ::error file=content/sow/0003-mailing-lists.md,line=5,endLine=5,col=8,endColumn=18,title=sow-ends-before-it-starts::ends on …
//! ```
//!
//! A line break in a text would begin a new command, so that texts are escaped as the runner reads them:
//! <https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>. The runner takes columns only of a place
//! within one line.

use std::fmt::Write;
use std::sync::Arc;

use super::human::printable;
use super::lines::{Files, Lines};
use super::{BaselineState, Diagnostic, Level};
use crate::id::ContentPath;

/// The commands, each on its line: what a change brings in, then what stands in its way, then the rest, of each the errors first
/// and in the order of the places, for GitHub shows the first ten of a level. `prefix` leads from the root of the repository to the
/// record: `content/`. `source` gives the text of a file, where there is one.
pub fn report(diagnostics: &[Diagnostic], source: &dyn Fn(&ContentPath) -> Option<Arc<str>>, prefix: &str) -> String {
    let mut files = Files::new(source);
    let mut text = String::new();
    for diagnostic in sorted(diagnostics) {
        let lines = files.lines(&diagnostic.path);
        let _ = writeln!(text, "{}", command(diagnostic, lines.as_deref(), prefix));
    }
    text
}

/// One line that belongs to no place.
pub fn notice(title: &str, text: &str) -> String {
    format!("::notice title={}::{}", property(title), data(text))
}

/// The `count` that matter most, in the order in which they are printed.
pub fn first(diagnostics: &[Diagnostic], count: usize) -> Vec<Diagnostic> {
    sorted(diagnostics).into_iter().take(count).cloned().collect()
}

fn sorted(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    let weight = |it: &Diagnostic| (urgency(it), std::cmp::Reverse(it.level));
    sorted.sort_by(|one, other| weight(one).cmp(&weight(other)).then_with(|| one.order(other)));
    sorted
}

fn urgency(diagnostic: &Diagnostic) -> u8 {
    match diagnostic.baseline_state {
        Some(BaselineState::New) | None => 0,
        Some(BaselineState::BlocksStep) => 1,
        Some(BaselineState::Existing | BaselineState::Fixed) => 2,
    }
}

fn command(diagnostic: &Diagnostic, lines: Option<&Lines>, prefix: &str) -> String {
    let name = match (diagnostic.baseline_state, diagnostic.level) {
        (Some(BaselineState::Fixed), Level::Error | Level::Warning | Level::Note) => "notice",
        (Some(BaselineState::New | BaselineState::BlocksStep | BaselineState::Existing) | None, Level::Error) => {
            "error"
        }
        (Some(BaselineState::New | BaselineState::BlocksStep | BaselineState::Existing) | None, Level::Warning) => {
            "warning"
        }
        (Some(BaselineState::New | BaselineState::BlocksStep | BaselineState::Existing) | None, Level::Note) => {
            "notice"
        }
    };
    let mut command = format!("::{name} file={}", property(&format!("{prefix}{}", diagnostic.path)));
    if let Some((span, lines)) = diagnostic.span.zip(lines) {
        let range = lines.clamp(span);
        let ((line, column), (end_line, end_column)) = (lines.place(range.start), lines.place(range.end));
        let _ = write!(command, ",line={line},endLine={end_line}");
        if line == end_line {
            let _ = write!(command, ",col={column},endColumn={end_column}");
        }
    }
    let baseline_state = diagnostic.baseline_state.map(|baseline_state| format!("\n{}", baseline_state.as_words()));
    let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}"));
    let clause = diagnostic.clause.as_ref().map(|clause| format!("\nserves {clause}"));
    let told = [help, clause, baseline_state].into_iter().flatten().collect::<String>();
    let _ = write!(
        command,
        ",title={}::{}",
        property(diagnostic.rule),
        data(&printable(&(diagnostic.message.clone() + &told)))
    );
    command
}

/// What stands behind the last `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind an equals sign.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn every_finding_is_one_line_whatever_it_says() {
        let path = |text| ContentPath::parse(text).unwrap();
        let text = "Kühnel\r\n100% of it\r\nend";
        let findings = [
            Diagnostic::new("a-place", &path("a,b:c.md"), Span::new(9, 13), "100%\r\n::error::no")
                .help("type `x`")
                .clause("charter 4.2"),
            Diagnostic::new("two-lines", &path("b.md"), Span::new(0, 14), "long"),
            Diagnostic::new("whole-file", &path("c.md"), None, "no").at_level(Level::Warning),
            Diagnostic::new("the-end", &path("d.md"), Span::new(99, 99), "cut off").baseline(BaselineState::Fixed),
            Diagnostic::new("no-text", &path("gone.md"), Span::new(1, 2), "gone").baseline(BaselineState::New),
        ];
        let source = |path: &ContentPath| (path.as_str() != "gone.md").then(|| text.into());
        snapbox::assert_data_eq!(
            report(&findings, &source, "content/"),
            snapbox::str![[r#"
::error file=content/a%2Cb%3Ac.md,line=2,endLine=2,col=1,endColumn=5,title=a-place::100%25�%0A::error::no%0Ahelp: type `x`%0Aserves charter 4.2
::error file=content/b.md,line=1,endLine=2,title=two-lines::long
::error file=content/gone.md,title=no-text::gone%0Anew in this change
::warning file=content/c.md,title=whole-file::no
::notice file=content/d.md,line=3,endLine=3,col=4,endColumn=4,title=the-end::cut off%0Afixed

"#]]
        );
    }
}
