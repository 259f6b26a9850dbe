//! Texts of groups that never heard of Candor: each is read as its author meant it, and what is found in it is so.

use std::collections::BTreeMap;

use candor::diagnostic::Level;
use candor::project::Project;
use candor::tree::Tree;

use crate::support;

const GROUP: &str = "-- groups/tools.md --\n+++\nname = \"Tools group\"\ntype = \"working-group\"\ncontact = \"the forum\"\n+++\n\
    -- people/mara-iyo.md --\n+++\nname = \"Mara Iyo\"\ngithub = \"miyo\"\n+++\n\
    -- people/ben-sund.md --\n+++\nname = \"Ben Sund\"\ngithub = \"bsund\"\n+++\n";

const HELD: &str = "+++\ngroup = \"tools\"\nkind = \"regular\"\nheld = true\npublished = 2026-11-19\npresent = [\"mara-iyo\", \"ben-sund\"]\n\
    next = 2026-12-01\nagenda = [{ title = \"Mirrors\", outcome = \"Talked through.\" }]\n+++\n\n## Minutes\n\n";

fn site(files: &str) -> Project {
    let config =
        if files.contains("-- candor.toml --") { "" } else { "-- candor.toml --\ntitle = \"T\"\ngroup = \"tools\"\n" };
    support::project(Tree::fixture(&format!("{config}{GROUP}{files}")))
}

/// The rules that find something in what is no more than the scene, with how often, in the order of their names.
fn found(project: &Project) -> Vec<(&'static str, usize)> {
    let mut by_rule: BTreeMap<&'static str, usize> = BTreeMap::new();
    let scene = ["groups/tools.md", "people/mara-iyo.md", "people/ben-sund.md"];
    let theirs = project.report.findings.iter().filter(|it| !scene.contains(&it.path.as_str()));
    theirs.filter(|it| it.level != Level::Note).for_each(|it| *by_rule.entry(it.rule).or_default() += 1);
    by_rule.into_iter().collect()
}

fn page(project: &Project, path: &str) -> String {
    support::files(project).remove(path).unwrap_or_else(|| panic!("there is no {path}"))
}

/// What a text is about, the text, and the rules that find something in it with how often; none where it is right as it is.
type Text = (&'static str, &'static str, &'static [(&'static str, usize)]);

/// Texts, and what is found in each.
const FOUND: &[Text] = &[
    (
        "keys of another program on a page",
        "-- notes/n.md --\n---\ntitle: Cheap\nauthor: Mara (@miyo)\nstage: Draft\n---\n\nText.\n",
        &[("unknown-key", 2)],
    ),
    ("a first heading in the middle", "-- a.md --\n### Inputs\n\nx\n\n# Design\n\ny\n\n# Why\n\nz\n", &[]),
    ("a fence closed with a tab behind it", "-- a.md --\n# A\n\n[b](#b)\n\n```\nx\n```\t\n\n## B\n\nText.\n", &[]),
    (
        "a fence that does not end",
        "-- a.md --\n# A\n\n- As follows:\n\n  ```\n  x\n ```\n\n## B\n\nText.\n",
        &[("text-not-shown-as-meant", 1)],
    ),
    (
        "a folder with a readme",
        "-- a.md --\n[x](plans/one/) and [y](plans/one)\n-- plans/one/README.md --\n# One\n",
        &[],
    ),
    ("an ending in capitals", "-- a.md --\n[b](b/README.MD)\n-- b/README.MD --\n# B\n", &[]),
    (
        "a file of another number",
        "-- a.md --\n[that](rule-7081.md)\n-- rule-7018.md --\n# Other\n",
        &[("broken-link", 1)],
    ),
    ("a name that is nearly right", "-- a.md --\n[that](rules.md)\n-- ruels.md --\n# Rules\n", &[("broken-link", 1)]),
    (
        "versions and examples of keys",
        "-- a.md --\nFrom 12.0.18.0, 16.0.3.1 and 9.0.4.12 on.\n\n`AKIAIOSFODNN7EXAMPLE` is made up.\n",
        &[],
    ),
    (
        "marked actions",
        "-- meetings/2026-11-17.md --\nHELD- Action item for Mara: draw the map\n- Action item (Ben): ask the host\n- Rooms\n  - action item: count them\n- Mara/Ben will send the letter\n",
        &[("action-in-prose", 1)],
    ),
    (
        "words that promise nothing",
        "-- meetings/2026-11-17.md --\nHELD- AI tools were shown.\n- Mara: who comes to the fair?\n- Ben: Nothing new.\n- Mara: Note on the map, read by Friday\n",
        &[],
    ),
    (
        "decisions in the minutes",
        "-- meetings/2026-11-17.md --\nHELD- Decision:\n  - take the small room\n- decision on the calendar:\n  - keep it\n",
        &[("decision-in-minutes-only", 1)],
    ),
    ("minutes published before the day", "-- meetings/2026-11-17.md --\nEARLY", &[("ends-before-it-begins", 1)]),
    (
        "minutes in a folder of another name",
        "-- meeting-notes/2026-11-03.md --\n# Minutes\n-- meeting-notes/2026-11-10.md --\n# Minutes\n",
        &[("misplaced-record", 1)],
    ),
];

#[test]
fn each_text_is_read_as_it_is_meant() {
    for (name, files, expected) in FOUND {
        let files = files
            .replace("HELD", HELD)
            .replace("EARLY", &format!("{}Text.\n", HELD.replace("2026-11-19", "2026-10-19")));
        let project = site(&files);
        assert_eq!(found(&project), *expected, "{name}: {:#?}", project.report.findings);
    }
}

#[test]
fn keys_of_another_program_stand_beside_the_text_of_a_page() {
    let project = site(
        "-- notes/n.md --\n---\ntitle: Cheap transfers\nauthor: Mara Iyo (@miyo)\nstage: Draft\npassword: x1\n---\n\nText.\n",
    );
    let page = page(&project, "notes/n/index.html");
    assert_eq!(support::texts(&page, "h1"), ["Cheap transfers"]);
    assert_eq!(support::texts(&page, ".facts dt"), ["Author", "Stage"]);
    assert_eq!(support::texts(&page, ".facts dd"), ["Mara Iyo (@miyo)", "Draft"]);
    assert!(!page.contains("x1"), "what may be private is not shown");
    let levels: Vec<Level> =
        project.report.findings.iter().filter(|it| it.rule == "unknown-key").map(|it| it.level).collect();
    assert_eq!(levels, [Level::Warning, Level::Warning, Level::Error]);
    let own =
        "-- candor.toml --\ntitle = \"T\"\n[[folder]]\npath = \"notes\"\nkind = \"page\"\nunknown_keys = \"show\"\n";
    let project = site(&format!("{own}-- notes/n.md --\n---\ntitle: Cheap\nauthor: Mara\n---\n\nText.\n"));
    assert_eq!(found(&project), []);
    // A slip is a slip on a page as well.
    let project = site("-- notes/n.md --\n---\ntitle: Cheap\nsumary: Short\n---\n\nText.\n");
    assert!(project.report.findings.iter().any(|it| it.rule == "unknown-key" && it.level == Level::Error));
}

#[test]
fn what_was_not_read_is_in_no_state_and_with_nobody() {
    for (path, text) in [
        ("meetings/2023-05-02", "# Council\n\n## Present\n\n- Mara Iyo\n"),
        ("decisions/0007-rooms", "# Rooms\n\nWe took the small one.\n"),
        ("proposals/0003-map", "---\ntitle: Map\nevent: [\n---\n\nA map.\n"),
        ("sow/0004-map", "+++\ntitle = \"Map\n+++\n\nA map.\n"),
        ("rfps/0002-map", "No keys at all.\n"),
    ] {
        let project = site(&format!("-- {path}.md --\n{text}"));
        let entry =
            project.site.entries.iter().find(|it| it.path.as_str() == format!("{path}.md")).expect("it is an entry");
        assert!(entry.status.is_none(), "{path}: {:?}", entry.status);
        let page = page(&project, &format!("{}index.html", entry.address));
        for part in [".strip-state", ".state", ".next", ".holder", ".strip-facts"] {
            assert_eq!(support::texts(&page, part), Vec::<String>::new(), "{path} {part}");
        }
        assert!(
            !project
                .report
                .findings
                .iter()
                .any(|it| ["nobody-holds-it", "stalled", "missing-evidence"].contains(&it.rule)),
            "{path}"
        );
    }
}

#[test]
fn tables_lists_and_headings_are_those_of_code_hosts() {
    let project = site(
        "-- a.md --\n# A\n\n| In \t| Out \t|\n|:--:\t|:--:\t|\n| 1 \t| 2 \t|\n\n| A | B |\n|---|---|\n| <li> one <li> two | <ul><li>x</li></ul> |\n\n\
         <dl><dt>Term</dt><dd>What it is</dd></dl>\n-- b.md --\n### Inputs\n\nx\n\n# Design\n\ny\n",
    );
    let first = page(&project, "a/index.html");
    assert_eq!(support::texts(&first, "table th"), ["In", "Out", "A", "B"]);
    assert_eq!(support::texts(&first, "td li"), ["one", "two", "x"]);
    assert_eq!(
        (support::texts(&first, "dt"), support::texts(&first, "dd")),
        (vec!["Term".to_owned()], vec!["What it is".to_owned()])
    );
    let second = page(&project, "b/index.html");
    assert_eq!(support::texts(&second, ".prose .heading > :first-child"), ["Inputs", "Design"]);
}

#[test]
fn what_code_hosts_draw_is_shown_as_written_and_named() {
    let project = site(
        "-- a.md --\n# A\n\n:tada: at 10:30:00 and `:tada:`\n\n$$\n\\sum_i a_i b_i\n$$\n\n```mermaid\ngraph TD; A-->B;\n```\n\n```rust\nfn f() {}\n```\n",
    );
    let page = page(&project, "a/index.html");
    assert_eq!(support::texts(&page, ".prose > p"), ["🎉 at 10:30:00 and :tada:"]);
    assert_eq!(support::texts(&page, "figure.drawn pre"), ["\\sum_i a_i b_i", "graph TD; A-->B;"]);
    assert_eq!(
        support::texts(&page, "figcaption"),
        ["A formula in LaTeX, as its author wrote it", "A diagram in Mermaid, as its author wrote it"]
    );
}

#[test]
fn whoever_is_listed_is_known_by_account_label_and_affiliation() {
    let minutes = |list: &str| {
        let front = "+++\ngroup = \"tools\"\nkind = \"regular\"\nheld = true\npublished = 2026-11-19\nnext = 2026-12-01\n\
            agenda = [{ title = \"Mirrors\", outcome = \"None.\" }]\n+++\n\n## Attendance\n\n";
        site(&format!("-- meetings/2026-11-17.md --\n{front}{list}\n"))
    };
    for list in [
        "- Mara Iyo @miyo (TSC)\n- Ben Sund (@bsund)",
        "- Council members: Mara Iyo, Ben Sund\n- Observers: None",
        "- Members: Mara Iyo and Ben Sund\n- Guests: n/a",
        "- Mara Iyo - host\n- Ben Sund, late",
    ] {
        let project = minutes(list);
        assert_eq!(found(&project), [], "{list}: {:#?}", project.report.findings);
        assert!(project.report.findings.iter().all(|it| it.rule != "affiliation-unknown"), "{list}");
    }
    let guessed = minutes("- Mara\n- Ben Sund");
    let finding =
        guessed.report.findings.iter().find(|it| it.rule == "unknown-participant").expect("Mara is not known");
    assert!(finding.help.as_deref().is_some_and(|help| help.contains("@mara-iyo")), "{finding:?}");
    let affiliated = minutes("- Mara Iyo - Example Lab\n- Ben Sund");
    assert_eq!(found(&affiliated), []);
    let finding =
        affiliated.report.findings.iter().find(|it| it.rule == "affiliation-unknown").expect("nobody wrote it down");
    assert_eq!((finding.path.as_str(), finding.level), ("people/mara-iyo.md", Level::Warning));
    assert!(finding.message.contains("Example Lab"), "{}", finding.message);
}

#[test]
fn one_finding_says_that_nobody_keeps_a_directory() {
    let weeks = (1..=9).map(|day| {
        format!("-- meetings/2026-11-0{day}.md --\n+++\ngroup = \"tools\"\nkind = \"regular\"\nheld = true\npublished = 2026-11-20\n+++\n\n## Present\n\n- Mara Iyo\n- Ben Sund\n- Ada Rum\n\n## Agenda\n\n- Maps\n\nNone.\n")
    });
    let group = "-- candor.toml --\ntitle = \"T\"\ngroup = \"tools\"\n-- groups/tools.md --\n+++\nname = \"Tools\"\ntype = \"working-group\"\ncontact = \"x\"\n+++\n";
    let project = support::project(Tree::fixture(&format!("{group}{}", weeks.collect::<String>())));
    let told: Vec<_> = project.report.findings.iter().filter(|it| it.rule == "unknown-participant").collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].message, "there is no directory of people; 3 names stand in the minutes of 9 meetings");
    assert_eq!(told[0].level, Level::Warning);
}

#[test]
fn a_finding_that_counts_is_the_same_one_when_the_count_changes() {
    let day = |day: &str, text: &str| format!("-- minutes/{day}.md --\n# Minutes\n\n{text}");
    let usual = "## Participants\n\n- Mara Iyo\n\n## Notes\n\nNone.\n";
    let base: String =
        ["2026-01-05", "2026-02-02", "2026-03-02", "2026-04-06", "2026-05-04"].map(|it| day(it, usual)).concat();
    let odd = day("2026-06-01", "## Notes\n\nNone.\n");
    let tree = |text: String| Tree::fixture(&format!("-- candor.toml --\ntitle = \"T\"\n{text}"));
    let before = tree(format!("{base}{odd}"));
    let after = tree(format!("{base}{odd}{}", day("2026-07-06", usual)));
    let project = support::project_since(after, before);
    let new =
        project.report.findings.iter().filter(|it| it.baseline_state == Some(candor::diagnostic::BaselineState::New));
    assert_eq!(new.map(|it| it.rule).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_rule_names_no_clause_of_another_group() {
    let project = site("-- a.md --\n[x](nowhere.md)\n");
    let files = support::files(&project);
    let of_rules: Vec<&String> = files.keys().filter(|path| path.starts_with("editors/rules/")).collect();
    let found: std::collections::BTreeSet<&str> = project.report.findings.iter().map(|it| it.rule).collect();
    // The list, and a page for each rule that found something.
    assert_eq!(of_rules.len(), found.len() + 1, "{of_rules:?}");
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for name in ["IWG page", "IWG proposal", "rust-vmm,", "EIP-1,"] {
            assert!(!text.contains(name), "{path} cites {name}");
        }
    }
}

#[test]
fn a_date_a_year_off_is_found_among_its_siblings() {
    let minutes = |days: &[&str]| {
        let files: String =
            days.iter().map(|day| format!("-- minutes/{day}.md --\n# Minutes\n\nText of that day.\n")).collect();
        let project = support::project(Tree::fixture(&format!("-- candor.toml --\ntitle = \"T\"\n{files}")));
        project
            .report
            .findings
            .iter()
            .filter(|it| it.rule == "date-unlike-siblings")
            .map(|it| it.path.to_string())
            .collect::<Vec<_>>()
    };
    let series = [
        "2026-02-03",
        "2026-02-17",
        "2026-03-03",
        "2026-03-17",
        "2026-03-31",
        "2026-04-14",
        "2026-05-12",
        "2026-05-26",
        "2026-06-09",
    ];
    assert_eq!(minutes(&series), Vec::<String>::new());
    let mut off = series.to_vec();
    off.push("2025-04-28");
    assert_eq!(minutes(&off), ["minutes/2025-04-28.md"]);
}

#[test]
fn concerns_and_spending_of_the_minutes_are_held_against_the_decision() {
    let decision = |keys: &str| {
        format!(
            "-- decisions/0002-forum.md --\n+++\ntitle = \"Forum\"\ngroup = \"tools\"\nabout = []\nopened = 2026-11-02\ndecided = 2026-11-18\n\
             outcome = \"accepted\"\nchannel = \"https://example.org/t/2\"\nmeeting = \"MTG-2026-11-17\"\n{keys}+++\n\n## Decision\n\nWe do it.\n"
        )
    };
    let minutes = |point: &str| {
        let front = HELD
            .replace("title = \"Mirrors\"", "title = \"Forum\", about = [\"DEC-0002\"]")
            .replace("present", "decisions = [\"DEC-0002\"]\npresent");
        format!("-- meetings/2026-11-17.md --\n{front}### Forum (DEC-0002)\n\n- {point}\n")
    };
    let by_consensus = "kind = \"general\"\nmode = \"consensus\"\n";
    let rules = |files: &str| site(files).report.findings.iter().map(|it| it.rule).collect::<Vec<_>>();
    let has = |files: String, rule: &str| rules(&files).contains(&rule);
    assert!(has(
        format!("{}{}", decision(by_consensus), minutes("Ben has serious concerns on how it is decided.")),
        "dissent-unrecorded"
    ));
    assert!(!has(format!("{}{}", decision(by_consensus), minutes("Ben is glad of it.")), "dissent-unrecorded"));
    let config = "-- candor.toml --\ntitle = \"T\"\ngroup = \"tools\"\nprofile = [\"llvm-iwg\"]\n-- groups/board.md --\n+++\nname = \"Board\"\ntype = \"board\"\ncontact = \"x\"\n+++\n";
    let spends = |group: &str| {
        decision("kind = \"expenditure\"\namount = \"900 USD\"\n")
            .replace("group = \"tools\"", &format!("group = \"{group}\""))
    };
    assert!(has(format!("{config}{}", spends("tools")), "money-without-board-decision"));
    assert!(!has(format!("{config}{}", spends("board")), "money-without-board-decision"));
}

#[test]
fn a_service_that_looks_for_somebody_has_nobody() {
    let service = |text: &str| {
        format!(
            "-- services/lab.md --\n+++\nname = \"Lab\"\narea = \"chat\"\npurpose = \"Trials\"\nlifecycle = \"production\"\nowner = \"tools\"\n\
             operator = \"tools\"\nadmins = [\"mara-iyo\", \"ben-sund\"]\nhost = \"a cupboard\"\npersonal_data = false\nreviewed = 2026-11-01\n+++\n\n## State\n\n{text}\n"
        )
    };
    let described =
        |text: &str| site(&service(text)).report.findings.iter().any(|it| it.rule == "described-as-unowned");
    for text in [
        "It is looking for a new maintainer.",
        "- looking for new maintainers",
        "It is unclear who owns this.",
        "Nobody knows who maintains it.",
    ] {
        assert!(described(text), "{text}");
    }
    for text in ["Its maintainers meet weekly.", "It owns the name `lab`."] {
        assert!(!described(text), "{text}");
    }
}

#[test]
fn a_file_that_is_there_and_not_published_is_no_guess() {
    let files = "-- a.md --\n[script](parts/example.js) [form](.forms/x.md)\n";
    let mut tree = Tree::fixture(&format!("-- candor.toml --\ntitle = \"T\"\n{files}"));
    for name in ["parts/example.js", "parts/example.sol"] {
        let path = candor::id::ContentPath::parse(name).expect("a path");
        tree.assets.insert(path, candor::tree::Asset::Bytes(b"f()".to_vec().into()));
    }
    let project = support::project(tree);
    let links: Vec<_> = project.report.findings.iter().filter(|it| it.rule == "broken-link").collect();
    assert_eq!(links.len(), 2, "{links:#?}");
    assert!(links.iter().all(|it| it.message.contains("not published") && it.fix.is_none()), "{links:#?}");
}

#[test]
fn a_folder_without_a_page_has_a_list_and_a_link_leads_there() {
    let mut tree = Tree::fixture(
        "-- candor.toml --\ntitle = \"T\"\n-- a.md --\n[plans](plans), [old ones](plans/old/), [pictures](shots/) and [one](plans/new)\n\n![x](shots/x.png)\n\
         -- plans/harbour.md --\n# The harbour\n-- plans/old/quay.md --\n# The quay\n-- plans/new/README.md --\n# New plans\n-- plans/new/mole.md --\n# The mole\n",
    );
    let path = candor::id::ContentPath::parse("shots/x.png").expect("a path");
    tree.assets.insert(path, candor::tree::Asset::Bytes(b"x".to_vec().into()));
    let project = support::project(tree);
    assert_eq!(found(&project), []);
    let pages = support::files(&project);
    let links = support::texts(&pages["a/index.html"], ".prose a");
    assert_eq!(links, ["plans", "old ones", "pictures", "one"]);
    let list = &pages["plans/index.html"];
    assert_eq!(support::texts(list, "h1"), ["Plans"]);
    assert_eq!(support::texts(list, ".section li a"), ["new", "old", "The harbour"]);
    assert_eq!(support::texts(&pages["plans/old/index.html"], ".section li a"), ["The quay"]);
    assert_eq!(support::texts(&pages["shots/index.html"], ".section li a"), ["x.png"]);
    assert_eq!(support::texts(&pages["plans/new/index.html"], "h1"), ["New plans"], "a readme is its folder's page");
    // What Candor makes, or somebody wrote, has its place.
    let project = site(
        "-- changes/2019.md --\n# What changed\n-- meetings/2026/2026-11-17.md --\n+++\ngroup = \"tools\"\nkind = \"regular\"\n+++\n-- rooms.md --\n# Rooms\n-- rooms/small.md --\n# Small\n",
    );
    let pages = support::files(&project);
    assert_eq!(support::texts(&pages["rooms/index.html"], "h1"), ["Rooms"]);
    assert!(!support::texts(&pages["changes/index.html"], "h1").contains(&"Changes 2019".to_owned()));
    assert!(pages.contains_key("meetings/2026/index.html"));
}
