use super::super::{BaselineState, Edit, Fix};
use super::*;
use crate::text::Span;

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
    let added = swapped().baseline(BaselineState::New).with(|it| it.span = None);
    let added = added.fix(Fix::safe("say so elsewhere", vec![Edit::new(&path("b.md"), end, "rfp = \"RFP-1\"\r\n")]));
    snapbox::assert_data_eq!(
        shown(&[swap, added.with(|it| it.labels.clear())], &text, Style::default()),
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
    let finding = swapped().with(|it| (it.labels, it.help, it.clause) = (Vec::new(), None, None));
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
    let finding = Diagnostic::new("some-rule", &path("a.md"), None, "no").fix(Fix::patch("wipe\u{7} it", vec![edit]));
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
        findings
            .push(Diagnostic::new("missing-front-matter", &page, None, "has no front matter").at_level(Level::Warning));
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
    assert_eq!(summary::<Diagnostic>(&[], style), "no findings\n");
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
