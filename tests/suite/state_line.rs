//! Where a record stands that says so in a line, and which changes of that line are steps.

use candor::tree::Tree;

use crate::support;

const CONFIGURATION: &str = "-- candor.toml --\ntitle = \"Proposals\"\nprofile = [\"eip\"]\n\n[[folder]]\npath = \"EIPS\"\n\
    kind = \"proposal\"\nprefix = \"EIP\"\nname = \"eip-{number}.md\"\nstate = \"status\"\nunknown_keys = \"show\"\n\n\
    [folder.keys]\nauthor = \"proposer\"\ndiscussions-to = \"issue\"\nlast-call-deadline = \"deadline\"\n\n\
    [folder.states]\nActive = \"living\"\n\
    -- people/ada.md --\n---\nname: Ada Example\n---\n\nShe writes.\n";

/// A site with one proposal, with this line and this day.
fn site(status: &str, deadline: Option<&str>) -> Tree {
    let deadline = deadline.map(|day| format!("last-call-deadline: {day}\n")).unwrap_or_default();
    let front =
        format!("title: Fees\nauthor: ada\ndiscussions-to: https://example.org/1\nstatus: {status}\n{deadline}");
    Tree::fixture(&format!("{CONFIGURATION}-- EIPS/eip-7.md --\n---\n{front}---\n\nFees burn.\n"))
}

fn empty() -> Tree {
    Tree::fixture(&format!(
        "{CONFIGURATION}-- EIPS/eip-1.md --\n---\ntitle: A\nauthor: ada\ndiscussions-to: https://example.org/1\nstatus: Living\n---\n\nText.\n"
    ))
}

/// The errors that a change from `before` to `after` brings, by their rules.
fn found(before: Tree, after: Tree) -> Vec<&'static str> {
    let project = support::project_since(after, before);
    let of_record = project.report.findings.iter().filter(|it| it.path.as_str() == "EIPS/eip-7.md");
    of_record.filter(|it| it.level == candor::diagnostic::Level::Error).map(|it| it.rule).collect()
}

#[test]
fn each_step_is_judged_by_the_line_before_and_after_the_change() {
    let states = ["Draft", "Review", "Last Call", "Final", "Living", "Stagnant", "Withdrawn", "Moved"];
    let legal = [
        ("Draft", &["Review", "Living", "Stagnant", "Withdrawn", "Moved"][..]),
        ("Review", &["Last Call", "Living", "Stagnant", "Withdrawn", "Moved"]),
        ("Last Call", &["Final", "Review", "Stagnant", "Withdrawn", "Moved"]),
        ("Final", &["Moved"]),
        ("Living", &["Moved"]),
        ("Stagnant", &["Draft", "Review", "Withdrawn", "Moved"]),
        ("Withdrawn", &[]),
        ("Moved", &[]),
    ];
    for (from, ways) in legal {
        for to in states.iter().filter(|to| **to != from) {
            // The last call is over where it has to be, and not yet where it begins.
            let day = if *to == "Last Call" { "2026-12-24" } else { "2026-11-02" };
            let errors = found(site(from, Some(day)), site(to, Some(day)));
            let expected: &[&str] = if ways.contains(to) { &[] } else { &["illegal-transition"] };
            assert_eq!(errors, expected, "{from} to {to}");
        }
        assert_eq!(found(site(from, Some("2026-12-24")), site(from, Some("2026-12-24"))), Vec::<&str>::new(), "{from}");
    }
}

#[test]
fn a_new_record_begins_at_the_beginning() {
    assert_eq!(found(empty(), site("Draft", None)), Vec::<&str>::new());
    for late in ["Review", "Final", "Stagnant"] {
        assert_eq!(found(empty(), site(late, None)), ["illegal-transition"], "{late}");
    }
}

#[test]
fn a_last_call_names_its_day_and_is_over_when_that_has_passed() {
    assert_eq!(found(site("Review", None), site("Last Call", None)), ["missing-evidence"]);
    assert_eq!(found(site("Last Call", Some("2026-12-24")), site("Final", Some("2026-12-24"))), ["missing-evidence"]);
    let project = support::project(site("Last Call", Some("2026-11-01")));
    let expired: Vec<_> = project.report.findings.iter().filter(|it| it.rule == "deadline-passed").collect();
    assert_eq!(expired.len(), 1, "{:#?}", project.report.findings);
    assert!(expired[0].help.as_deref().unwrap().contains("`status: \"Final\"`"), "{:?}", expired[0].help);
    let project = support::project(site("Last Call", Some("2026-12-24")));
    assert!(project.report.findings.iter().all(|it| it.rule != "deadline-passed"));
}

#[test]
fn the_text_of_what_is_kept_up_may_change_and_that_of_a_standard_may_not() {
    let changed = |status: &str| {
        let mut tree = site(status, None);
        let path = candor::id::ContentPath::parse("EIPS/eip-7.md").unwrap();
        let text =
            tree.sources[&path].text.replace("Fees burn.", "Nothing is burned, and all fees go to whoever asks first.");
        tree.sources.insert(path, candor::tree::Source { text: text.into(), not_utf8: None });
        let project = support::project_since(tree, site(status, None));
        project.report.findings.iter().any(|it| it.rule == "terminal-record-changed")
    };
    assert!(changed("Final"));
    assert!(!changed("Living"));
    assert!(!changed("Active"), "its own word for it");
    assert!(!changed("Draft"));
}

#[test]
fn the_history_of_the_line_is_that_of_the_commits() {
    let outer = tempfile::tempdir().expect("a folder for the test");
    let write = |tree: Tree| {
        for (path, source) in &tree.sources {
            let file = outer.path().join(path.as_str());
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, source.text.as_bytes()).unwrap();
        }
    };
    support::git(outer.path(), &["init", "-q", "-b", "main"]);
    let commit = |status: &str, deadline: Option<&str>| {
        write(site(status, deadline));
        support::git(outer.path(), &["add", "-A"]);
        support::git(outer.path(), &["commit", "-q", "--allow-empty", "-m", status]);
    };
    for (status, deadline) in
        [("Draft", None), ("Draft", Some("2026-12-01")), ("Review", None), ("Last Call", Some("2026-12-24"))]
    {
        commit(status, deadline);
    }
    let mut tree = Tree::read(outer.path()).unwrap();
    let history = tree.read_history(outer.path()).unwrap().expect("a row names a line");
    assert!(!history.is_cut);
    tree.history = history.into();
    let project = support::project(tree.clone());
    let entry = project.site.entries.iter().find(|it| it.path.as_str() == "EIPS/eip-7.md").unwrap();
    let status = entry.status.as_ref().unwrap();
    let steps: Vec<String> = status
        .steps
        .iter()
        .map(|it| format!("{} {} {}", it.state, it.date, it.by.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(steps, ["draft 2026-11-20 Ada", "review 2026-11-20 Ada", "last-call 2026-11-20 Ada"]);
    assert_eq!(status.since.map(|day| day.to_string()).as_deref(), Some("2026-11-20"));

    let shallow = outer.path().join("shallow");
    let from = format!("file://{}", outer.path().display());
    support::git(outer.path(), &["clone", "-q", "--depth", "2", &from, "shallow"]);
    let history = Tree::read(&shallow).unwrap().read_history(&shallow).unwrap().unwrap();
    assert!(history.is_cut);
    let words: Vec<&str> = history.lines.values().flatten().map(|it| it.word.as_str()).collect();
    assert_eq!(words, ["Last Call"], "what the clone lacks is not guessed");
}

#[test]
fn what_nobody_worked_on_for_half_a_year_is_found() {
    let stalled = |day: &str, status: &str| {
        let mut tree = site(status, None);
        let path = candor::id::ContentPath::parse("EIPS/eip-7.md").unwrap();
        let touched = [(path, candor::text::parse_date(day).unwrap())].into();
        tree.history = candor::tree::History { touched, ..Default::default() }.into();
        support::project(tree).report.findings.iter().any(|it| it.rule == "stalled")
    };
    assert!(stalled("2026-05-01", "Draft") && stalled("2026-05-01", "Review"));
    assert!(!stalled("2026-06-01", "Draft"), "not yet");
    assert!(!stalled("2020-01-01", "Final") && !stalled("2020-01-01", "Stagnant"));
}

#[test]
fn a_word_that_means_no_state_is_a_finding_and_no_state_is_invented() {
    let project = support::project(site("Revue", None));
    let unknown = project.report.findings.iter().filter(|it| it.rule == "unknown-state").count();
    assert_eq!(unknown, 1, "{:#?}", project.report.findings);
    for broken in ["[a, b]", "\"Draft"] {
        let project = support::project(site(broken, None));
        let entry = project.site.entries.iter().find(|it| it.path.as_str() == "EIPS/eip-7.md").unwrap();
        assert!(entry.status.is_none(), "{broken}: {:?}", entry.status);
    }
}

#[test]
fn a_file_keeps_its_history_under_another_name() {
    let outer = tempfile::tempdir().expect("a folder for the test");
    let text = |status: &str, more: &str| {
        format!(
            "---\ntitle: Fees\nauthor: ada\ndiscussions-to: https://example.org/1\nstatus: {status}\n---\n\nFees burn.\n\nNobody has them.\n{more}"
        )
    };
    let write = |path: &str, text: &str| {
        let file = outer.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    };
    support::git(outer.path(), &["init", "-q", "-b", "main"]);
    for (path, source) in &Tree::fixture(CONFIGURATION).sources {
        write(path.as_str(), &source.text);
    }
    let commit = |words: &str| {
        support::git(outer.path(), &["add", "-A"]);
        support::git(outer.path(), &["commit", "-q", "-m", words]);
    };
    write("drafts/fees.md", &text("Draft", ""));
    write("drafts/other.md", "# Another text\n\nOf other things.\n");
    commit("begin");
    write("drafts/fees.md", &text("Review", ""));
    commit("review");
    // Moved as it is, then moved and changed at once.
    write("EIPS/eip-7.md", &text("Review", ""));
    std::fs::remove_file(outer.path().join("drafts/fees.md")).unwrap();
    commit("move");
    write(
        "EIPS/eip-0007.md",
        &text("Last Call", "One line more.\n").replace("status:", "last-call-deadline: 2026-12-24\nstatus:"),
    );
    std::fs::remove_file(outer.path().join("EIPS/eip-7.md")).unwrap();
    commit("rename");
    // Another file has the old name now.
    write("EIPS/eip-7.md", "---\ntitle: Other\nauthor: ada\nstatus: Draft\n---\n\nOf other things.\n");
    commit("again");
    let mut tree = Tree::read(outer.path()).unwrap();
    tree.history = tree.read_history(outer.path()).unwrap().expect("a row names a line").into();
    let project = support::project(tree);
    let states = |path: &str| {
        let entry = project.site.entries.iter().find(|it| it.path.as_str() == path).unwrap();
        entry.status.as_ref().unwrap().steps.iter().map(|it| it.state.clone()).collect::<Vec<_>>()
    };
    assert_eq!(states("EIPS/eip-0007.md"), ["draft", "review", "last-call"]);
    assert_eq!(states("EIPS/eip-7.md"), ["draft"]);
}

#[test]
fn a_page_says_that_the_older_history_is_not_there_and_is_right_but_for_its_days() {
    let page = |is_cut: bool| {
        let mut tree = site("Review", None);
        tree.history = candor::tree::History { is_cut, ..Default::default() }.into();
        support::files(&support::project(tree)).remove("EIPS/7/index.html").expect("it has a page")
    };
    let (cut, whole) = (page(true), page(false));
    let says = "has only the latest part of its history";
    assert!(cut.contains(says) && !whole.contains(says));
    assert_eq!(support::texts(&cut, ".strip-state"), support::texts(&whole, ".strip-state"));
}
