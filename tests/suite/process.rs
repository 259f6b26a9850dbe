//! What a profile can say of a group beyond states and steps: where its records lie, keys of its own, numbers by its size, what a
//! record needs by the way that it took.

use candor::diagnostic::Diagnostic;
use candor::project::Project;
use candor::tree::Tree;

use crate::support;

const GROUP: &str = "-- groups/tools.md --\n+++\nname = \"Tools group\"\ntype = \"council\"\ncontact = \"the forum\"\n";

/// A process of three states, of which the middle one can be left out.
const STEPS: &str = "
[kind.proposal]
replaces = true
title = \"design\"
plural = \"designs\"
initial = \"draft\"
terminal = [\"done\", \"living\"]
holder = { draft = \"group\", review = \"group\" }
states = [
  { name = \"draft\", means = \"draft\", meaning = \"Written.\" },
  { name = \"review\", means = \"open\", meaning = \"Read by others.\" },
  { name = \"done\", means = \"done\", meaning = \"Settled.\" },
  { name = \"living\", means = \"live\", kept_up = true, meaning = \"Kept up.\" },
]
";

fn steps(more: &str) -> String {
    let step = |from: &str, to: &str| {
        let from = if from.is_empty() { String::new() } else { format!("from = \"{from}\"\n") };
        format!("\n[[kind.proposal.transition]]\n{from}to = \"{to}\"\nby = \"anyone\"\nlabel = \"it goes on\"\n")
    };
    let ways = [("", "draft"), ("draft", "review"), ("review", "done"), ("draft", "living"), ("review", "draft")];
    let ways: String = ways
        .into_iter()
        .filter(|way| !more.contains(&format!("to = \"{}\" # own", way.1)))
        .map(|(from, to)| step(from, to))
        .collect();
    format!("{STEPS}{more}{ways}")
}

fn site(profile: &str, files: &str) -> Project {
    let config = "-- candor.toml --\ntitle = \"T\"\nprofile = [\"ours.toml\"]\ngroup = \"tools\"\n";
    let group = if files.contains("-- groups/tools.md --") { String::new() } else { format!("{GROUP}+++\n") };
    support::project(Tree::fixture(&format!("{config}-- ours.toml --\nname = \"ours\"\n{profile}{group}{files}")))
}

fn of<'a>(project: &'a Project, path: &'a str) -> Vec<&'a Diagnostic> {
    project.report.findings.iter().filter(|it| it.path.as_str() == path).collect()
}

fn rules(project: &Project, path: &str) -> Vec<&'static str> {
    of(project, path).into_iter().map(|it| it.rule).collect()
}

fn design(keys: &str, states: &[&str]) -> String {
    let events = states
        .iter()
        .enumerate()
        .map(|(at, to)| format!("\n[[event]]\nto = \"{to}\"\ndate = 2026-11-0{}\nby = \"tools\"\n", at + 1));
    format!(
        "+++\ntitle = \"Harbour\"\nproposer = \"tools\"\nissue = \"https://example.org/1\"\n{keys}{}+++\n\nText.\n",
        events.collect::<String>()
    )
}

/// What is wrong with the profile, each with the line that it stands in.
fn wrong(profile: &str) -> Vec<(String, String)> {
    let project = site(profile, "");
    let text = project.tree.text("ours.toml").expect("the profile is there").to_string();
    let line = |it: &&Diagnostic| {
        let at = it.span.expect("it has a place").start;
        let line = text[..at].matches('\n').count();
        text.lines().nth(line).unwrap_or_default().trim().to_owned()
    };
    of(&project, "ours.toml").into_iter().map(|it| (it.message.clone(), line(&it))).collect()
}

#[test]
fn a_kind_lies_where_the_profile_says_and_is_called_as_it_says() {
    let profile =
        steps("prefix = \"DESIGN\"\nfolder = \"designs\"\nname = [\"d-{number}.md\", \"{number}-{slug}/README.md\"]\n");
    let files = format!(
        "-- designs/d-0001.md --\n{}-- designs/0002-quay/README.md --\n{}-- notes.md --\n# Notes\n\nSee DESIGN-1, DESIGN-2 and PRP-1.\n",
        design("", &["draft"]),
        design("", &["draft"])
    );
    let project = site(&profile, &files);
    let ids: Vec<String> =
        project.site.of_kind(candor::id::Kind::Proposal).map(|it| format!("{} {}", it.id, it.address)).collect();
    assert_eq!(ids, ["DESIGN-0002 designs/0002/", "DESIGN-0001 designs/0001/"]);
    assert_eq!(rules(&project, "designs/d-0001.md"), Vec::<&str>::new());
    let pages = support::files(&project);
    let notes = &pages["notes/index.html"];
    assert!(notes.contains("href=\"../designs/0001/\"") && notes.contains("href=\"../designs/0002/\""), "{notes}");
    assert!(!notes.contains("PRP-1</a>"));
    assert_eq!(support::texts(&pages["designs/index.html"], "h1"), ["Designs 2"]);
    assert_eq!(rules(&project, "designs/0002-quay/README.md"), Vec::<&str>::new());
    // A row of `candor.toml` wins, and what it does not say is as the profile says.
    let config = "-- candor.toml --\ntitle = \"T\"\nprofile = [\"ours.toml\"]\n[[folder]]\npath = \"plans\"\nkind = \"proposal\"\nname = \"{number}.md\"\n";
    let tree = Tree::fixture(&format!(
        "{config}-- ours.toml --\nname = \"ours\"\n{profile}-- plans/7.md --\n{}",
        design("", &["draft"])
    ));
    let project = support::project(tree);
    assert_eq!(
        project.site.of_kind(candor::id::Kind::Proposal).map(|it| it.id.to_string()).collect::<Vec<_>>(),
        ["DESIGN-7"]
    );
    // Without a word of the profile, all is as everywhere.
    let project = site(&steps(""), &format!("-- proposals/0001-quay.md --\n{}", design("", &["draft"])));
    assert_eq!(
        project.site.of_kind(candor::id::Kind::Proposal).map(|it| it.id.to_string()).collect::<Vec<_>>(),
        ["PRP-0001"]
    );
}

#[test]
fn a_place_or_a_name_that_no_record_can_have_is_found_where_it_stands() {
    for (key, says) in [
        ("prefix = \"RE-\"", "cannot begin an id"),
        ("prefix = \"SOW\"", "are those of statements of work"),
        ("folder = \"../elsewhere\"", "no folder of this record"),
        ("folder = \"designs/*\"", "one folder of its own"),
        ("name = \"{slug}.md\"", "does not say where the number stands"),
        ("name = \"d-{nummer}.md\"", "stands for nothing"),
    ] {
        let found = wrong(&steps(&format!("{key}\n")));
        assert_eq!(found.len(), 1, "{key}: {found:?}");
        assert!(found[0].0.contains(says) && found[0].1 == key, "{found:?}");
    }
}

const KEYS: &str = "
[kind.proposal.key.track]
is = \"text\"
one_of = [\"core\", \"edge\"]
title = \"Which part\"
meaning = \"Which part of the harbour it is about.\"

[kind.proposal.key.replaces-decision]
is = \"reference\"
to = \"decision\"
list = true
meaning = \"What it takes the place of.\"

[kind.proposal.key.tried]
is = \"date\"
meaning = \"When it was tried.\"

[kind.proposal.key.parts]
is = \"number\"
meaning = \"How many parts it has.\"
";

const DECISION: &str = "-- decisions/0004-quay.md --\n+++\ntitle = \"Quay\"\ngroup = \"tools\"\nkind = \"general\"\nabout = []\nopened = 2026-10-01\n\
    decided = 2026-10-09\noutcome = \"accepted\"\nchannel = \"https://example.org/t/4\"\nexecuted = \"https://example.org/t/5\"\n+++\n\n## Decision\n\nWe build it.\n";

#[test]
fn keys_of_a_groups_own_are_read_shown_and_followed() {
    let keys = "track = \"core\"\nreplaces-decision = [\"DEC-4\"]\ntried = 2026-10-30\nparts = 3\n";
    let project = site(
        &format!("{}{KEYS}", steps("")),
        &format!("{DECISION}-- proposals/0001-quay.md --\n{}", design(keys, &["draft"])),
    );
    assert_eq!(rules(&project, "proposals/0001-quay.md"), Vec::<&str>::new());
    assert_eq!(of(&project, "ours.toml"), Vec::<&Diagnostic>::new());
    let pages = support::files(&project);
    let page = &pages["proposals/0001/index.html"];
    let labels = support::texts(page, ".facts dt");
    for label in ["Which part", "Replaces decision", "Tried", "Parts"] {
        assert!(labels.iter().any(|it| it == label), "{labels:?}");
    }
    assert!(page.contains("href=\"../../decisions/0004/\""));
    assert!(
        support::texts(&pages["decisions/0004/index.html"], "a").iter().any(|it| it.contains("Harbour")),
        "the decision leads back"
    );
    for (keys, rule) in [
        ("track = \"coer\"\n", "unknown-value"),
        ("track = 3\n", "wrong-type"),
        ("tried = \"soon\"\n", "wrong-type"),
        ("parts = \"three\"\n", "wrong-type"),
        ("replaces-decision = [\"DEC-9\"]\n", "unknown-reference"),
        ("replaces-decision = [\"tools\"]\n", "wrong-kind"),
        ("trak = \"core\"\n", "unknown-key"),
    ] {
        let project = site(
            &format!("{}{KEYS}", steps("")),
            &format!("{DECISION}-- proposals/0001-quay.md --\n{}", design(keys, &["draft"])),
        );
        assert_eq!(rules(&project, "proposals/0001-quay.md"), [rule], "{keys}: {:#?}", project.report.findings);
    }
}

#[test]
fn steps_and_states_ask_for_keys_of_the_groups_own() {
    let profile = format!(
        "{}{KEYS}\n[[kind.proposal.transition]]\nfrom = \"draft\"\nto = \"review\" # own\nby = \"anyone\"\nlabel = \"it is read\"\n\
         needs = [{{ field = \"track\", is = \"core\" }}, {{ elapsed = {{ from = \"tried\", days = 3 }} }}]\n",
        steps("fields = { done = \"parts\" }\n# to = \"review\" # own\n")
    );
    let found = |keys: &str, states: &[&str]| {
        let project = site(&profile, &format!("-- proposals/0001-quay.md --\n{}", design(keys, states)));
        assert_eq!(of(&project, "ours.toml"), Vec::<&Diagnostic>::new());
        rules(&project, "proposals/0001-quay.md")
    };
    assert_eq!(found("track = \"core\"\ntried = 2026-10-02\n", &["draft", "review"]), Vec::<&str>::new());
    assert_eq!(found("track = \"edge\"\ntried = 2026-10-02\n", &["draft", "review"]), ["missing-evidence"]);
    assert_eq!(found("track = \"core\"\ntried = 2026-11-01\n", &["draft", "review"]), ["missing-evidence"]);
    assert_eq!(
        found("track = \"core\"\ntried = 2026-10-02\nparts = 2\n", &["draft", "review", "done"]),
        Vec::<&str>::new()
    );
    assert_eq!(
        found("track = \"core\"\ntried = 2026-10-02\n", &["draft", "review", "done"]),
        ["incomplete-for-its-state"]
    );
}

#[test]
fn a_key_that_no_record_could_have_is_found_where_it_stands() {
    for (key, says) in [
        ("[kind.proposal.key.title]\nis = \"text\"\nmeaning = \"M.\"\n", "has a key `title` already"),
        ("[kind.proposal.key.\"a b\"]\nis = \"text\"\nmeaning = \"M.\"\n", "is no name of a key"),
        ("[kind.proposal.key.track]\nis = \"date\"\none_of = [\"a\"]\nmeaning = \"M.\"\n", "`one_of` lists texts"),
        (
            "[kind.proposal.key.track]\nis = \"text\"\nto = \"decision\"\nmeaning = \"M.\"\n",
            "which records a reference leads to",
        ),
        ("[kind.proposal.key.track]\nis = \"reference\"\nto = \"decison\"\nmeaning = \"M.\"\n", "is no kind of record"),
        ("[kind.proposal.key.track]\nis = \"words\"\nmeaning = \"M.\"\n", "must be one of"),
        ("[kind.proposal.key.track]\nmeaning = \"M.\"\n", "`is` is missing"),
    ] {
        let found = wrong(&format!("{}{key}", steps("")));
        assert_eq!(found.len(), 1, "{key}: {found:?}");
        assert!(found[0].0.contains(says), "{key}: {found:?}");
    }
    let never = format!(
        "{}{KEYS}\n[[kind.proposal.transition]]\nfrom = \"living\"\nto = \"done\"\nby = \"anyone\"\nlabel = \"x\"\nneeds = [{{ field = \"track\", is = \"cor\" }}]\n",
        steps("")
    );
    let found = wrong(&never);
    assert!(found.len() == 1 && found[0].0 == "`track` never says `cor`", "{found:?}");
}

#[test]
fn a_record_needs_what_lies_on_the_way_that_it_took() {
    let profile = steps("fields = { review = \"comment\" }\n");
    let found = |keys: &str, states: &[&str]| {
        rules(
            &site(&profile, &format!("-- proposals/0001-quay.md --\n{}", design(keys, states))),
            "proposals/0001-quay.md",
        )
    };
    let comment = "comment = { opens = 2026-11-01, closes = 2026-11-30 }\n";
    assert_eq!(found(comment, &["draft", "review"]), Vec::<&str>::new());
    assert_eq!(found("", &["draft", "review"]), ["incomplete-for-its-state"]);
    assert_eq!(found("", &["draft", "review", "done"]), ["incomplete-for-its-state"], "it came through the review");
    assert_eq!(found("", &["draft", "living"]), Vec::<&str>::new(), "it went past the review");
    assert_eq!(found("", &["draft", "review", "draft"]), Vec::<&str>::new(), "it went back before the review");
    assert_eq!(found("", &["draft", "review", "draft", "living"]), Vec::<&str>::new());
}

fn council(members: usize, voted: usize) -> String {
    let member = |at: usize| format!("\n[[member]]\nperson = \"p{at}\"\nrole = \"member\"\nfrom = 2025-01-01\n");
    let members: String = (0..members).map(member).collect();
    let people: String = (0..12)
        .map(|at| {
            format!(
                "-- people/p{at}.md --\n+++\nname = \"Person {}\"\n+++\n",
                ["Ant", "Bee", "Cat", "Dog", "Elk", "Fox", "Gnu", "Hen", "Ibex", "Jay", "Kite", "Lynx"][at]
            )
        })
        .collect();
    let votes: String = (0..voted).map(|at| format!("\n[[vote]]\nperson = \"p{at}\"\nvalue = \"yes\"\ndate = 2026-11-05\nlink = \"https://example.org/t/1#{at}\"\n")).collect();
    let decision = format!(
        "-- decisions/0001-quay.md --\n+++\ntitle = \"Quay\"\ngroup = \"tools\"\nkind = \"general\"\nabout = []\nopened = 2026-11-02\ncloses = 2026-11-09\n\
        decided = 2026-11-10\noutcome = \"accepted\"\nchannel = \"https://example.org/t/1\"\n{votes}+++\n\n## Decision\n\nWe build it.\n"
    );
    format!("{GROUP}{members}+++\n{people}{decision}")
}

#[test]
fn a_quorum_goes_with_the_size_of_the_group() {
    for (share, cases) in [
        ("{ all_but = 2 }", [(5, 3, true), (5, 2, false), (9, 7, true), (9, 6, false)]),
        ("{ percent = 67 }", [(5, 4, true), (5, 3, false), (3, 3, true), (3, 2, false)]),
        ("{ more_than_percent = 50 }", [(4, 3, true), (4, 2, false), (5, 3, true), (5, 2, false)]),
        ("3", [(5, 3, true), (5, 2, false), (9, 3, true), (9, 2, false)]),
    ] {
        for (members, voted, is_enough) in cases {
            let profile = format!("[group.council]\ndecisions = [{{ mode = \"consensus\", quorum = {share} }}]\n");
            let project = site(&profile, &council(members, voted));
            let found = rules(&project, "decisions/0001-quay.md").contains(&"quorum-not-met");
            assert_eq!(found, !is_enough, "{share}: {voted} of {members}");
        }
    }
    for (share, says) in [
        ("{ percent = 140 }", "no share is larger than 100 percent"),
        ("{ percent = 0 }", "asks for nobody"),
        ("{ more_than_percent = 100 }", "more than everybody"),
        ("{ percent = 50, all_but = 2 }", "in several ways"),
        ("{}", "nothing in `quorum` says how many"),
        ("\"most\"", "must be"),
    ] {
        let found = wrong(&format!("[group.council]\ndecisions = [{{ mode = \"consensus\", quorum = {share} }}]\n"));
        assert!(found.len() == 1 && found[0].0.contains(says), "{share}: {found:?}");
    }
}

#[test]
fn approvals_are_counted_against_those_who_could_give_them() {
    let profile = format!(
        "{}\n[[kind.proposal.transition]]\nfrom = \"draft\"\nto = \"review\" # own\nby = \"anyone\"\nlabel = \"it is read\"\n\
         needs = [{{ approvals = {{ count = {{ all_but = 1 }}, by = \"group\", except = \"proposer\" }} }}]\n",
        steps("# to = \"review\" # own\n")
    );
    let found =
        |approved: usize| {
            let approvals: String = (1..=approved)
            .map(|at| {
                format!(
                    "\n[[approval]]\nperson = \"p{at}\"\ndate = 2026-11-01\nlink = \"https://example.org/t/1#{at}\"\n"
                )
            })
            .collect();
            let keys = approvals.replace("proposer", "");
            let record = design("", &["draft", "review"])
                .replace("proposer = \"tools\"", "proposer = \"p0\"")
                .replacen("\n[[event]]", &format!("{keys}\n[[event]]"), 1);
            let project = site(&profile, &format!("{}-- proposals/0001-quay.md --\n{record}", council(5, 5)));
            assert_eq!(of(&project, "ours.toml"), Vec::<&Diagnostic>::new());
            rules(&project, "proposals/0001-quay.md").contains(&"missing-evidence")
        };
    // Of five the proposer does not count: three of the other four are all but one.
    assert!(!found(3) && !found(4));
    assert!(found(2));
    let nobody = format!(
        "{}\n[[kind.proposal.transition]]\nfrom = \"living\"\nto = \"done\"\nby = \"anyone\"\nlabel = \"x\"\nneeds = [{{ approvals = {{ count = {{ all_but = 1 }} }} }}]\n",
        steps("")
    );
    let found = wrong(&nobody);
    assert!(found.len() == 1 && found[0].0.contains("of nobody in particular"), "{found:?}");
}

#[test]
fn a_share_that_asks_for_fewer_is_looser() {
    let with = |share: &str| {
        Tree::fixture(&format!(
            "-- candor.toml --\ntitle = \"T\"\nprofile = [\"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\n[group.council]\ndecisions = [{{ mode = \"consensus\", quorum = {share} }}]\n-- meetings/2026-11-03.md --\n+++\ngroup = \"tools\"\nkind = \"regular\"\n+++\n\nText of {share}.\n"
        ))
    };
    let loosened = |from: &str, to: &str| {
        let project = support::project_since(with(to), with(from));
        project.report.findings.iter().any(|it| it.rule == "rules-loosened")
    };
    assert!(
        loosened("{ all_but = 2 }", "{ all_but = 3 }") && loosened("{ percent = 67 }", "{ more_than_percent = 50 }")
    );
    assert!(
        !loosened("{ all_but = 2 }", "{ all_but = 1 }") && !loosened("{ more_than_percent = 50 }", "{ percent = 67 }")
    );
}
