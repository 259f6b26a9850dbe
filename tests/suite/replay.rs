//! A matter from its first line to its payment, replayed as commits, and what happens to those who leave the way.
//!
//! The repository is real and so is the program: each commit of the walk is checked with `--base HEAD~1` and brings in no
//! error. Each of the illegal changes starts from a commit of the same walk and is told by one finding, at its place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use candor::diagnostic::{BaselineState, Diagnostic, Level};
use candor::project::{Options, Project};
use candor::text::{line_column, parse_date};
use candor::tree::Tree;
use tempfile::TempDir;

use crate::support::git;

const TODAY: &str = "2026-11-21";

const SOW: &str = "sow/0001-mailing-lists.md";
const PRP: &str = "proposals/0001-mailing-lists.md";
const RFP: &str = "rfp/0001-mailing-lists.md";
const ACME: &str = "contractors/acme.md";

/// One edit of the working tree.
enum Edit {
    /// A file as a whole.
    Write(&'static str, String),
    /// The one place where a file says the first text says the second.
    Replace(&'static str, &'static str, &'static str),
    /// TOML before the end of a file's front matter.
    Append(&'static str, String),
    /// TOML before the first table of a file's front matter.
    Keys(&'static str, String),
    Delete(&'static str),
}

use Edit::{Append, Delete, Keys, Replace, Write};

impl Edit {
    fn make(&self, folder: &Path) {
        let changed = |path: &str, change: &dyn Fn(String) -> String| {
            let text = fs::read_to_string(folder.join(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
            fs::write(folder.join(path), change(text)).expect("the file can be written");
        };
        let put = |text: String, at: usize, toml: &str| format!("{}{toml}{}", &text[..at], &text[at..]);
        match self {
            Write(path, text) => {
                let file = folder.join(path);
                fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("folders can be made");
                fs::write(file, text).expect("the file can be written");
            }
            Replace(path, from, to) => changed(path, &|text| {
                assert_eq!(text.matches(from).count(), 1, "{path} says {from} once");
                text.replace(from, to)
            }),
            Append(path, toml) => changed(path, &|text| {
                let at = text.rfind("+++\n").expect("the front matter ends");
                put(text, at, toml)
            }),
            Keys(path, toml) => changed(path, &|text| {
                let at = text.find("\n[[").map_or_else(|| text.rfind("+++\n").expect("it ends"), |at| at + 1);
                put(text, at, toml)
            }),
            Delete(path) => fs::remove_file(folder.join(path)).expect("the file is there"),
        }
    }
}

fn event(path: &'static str, to: &str, date: &str, by: &str, more: &str) -> Edit {
    Append(path, format!("\n[[event]]\nto = \"{to}\"\ndate = {date}\nby = \"{by}\"\n{more}"))
}

/// A question that is put to a group for two weeks.
fn question(path: &'static str, title: &str, group: &str, kind: &str, about: &str, opened: &str, closes: &str) -> Edit {
    Write(
        path,
        format!(
            "+++\ntitle = \"{title}\"\ngroup = \"{group}\"\nkind = \"{kind}\"\nabout = [\"{about}\"]\nopened = {opened}\n\
             closes = {closes}\nchannel = \"https://example.org/t/{path}\"\n+++\n\n## Background\n\nIt was asked for.\n\n\
             ## Options\n\nTo do it, or to leave it.\n\n## Decision\n\nIt is done.\n\n## Rationale\n\nIt is needed.\n\n\
             ## Consequences\n\nThe owner goes on with it.\n"
        ),
    )
}

fn vote(path: &'static str, person: &str, value: &str, date: &str) -> Edit {
    Append(
        path,
        format!(
            "\n[[vote]]\nperson = \"{person}\"\nvalue = \"{value}\"\ndate = {date}\n\
             link = \"https://example.org/m/{person}-{date}\"\n"
        ),
    )
}

fn decided(path: &'static str, date: &str) -> Edit {
    Keys(path, format!("decided = {date}\noutcome = \"accepted\"\n"))
}

fn contract(starts: &str) -> Edit {
    Write(
        ACME,
        format!(
            "+++\norganization = \"acme\"\nservices = []\ndocumentation = \"https://example.org/docs\"\n\n[[contract]]\n\
             id = \"lists\"\nsigned_by = \"foundation\"\nsows = [\"SOW-0001\"]\nservices = []\nstarts = {starts}\n\
             ends = 2027-12-31\nnotice_days = 30\nrenewal = \"by a new decision\"\namount = \"18000 USD\"\n\
             decision = \"DEC-0005\"\nterminable_at_will = true\nexit_tested = 2026-06-01\n+++\n\n## Systems\n\n\
             None yet.\n\n## Service levels\n\nNone yet.\n\n## Runbooks\n\nNone yet.\n\n## Exit plan\n\n\
             The archives are exported every night.\n\n## Data protection\n\nAddresses.\n\n## Contacts\n\nBy mail.\n"
        ),
    )
}

fn person(slug: &'static str, name: &str) -> Edit {
    let path: &'static str = Box::leak(format!("people/{slug}.md").into_boxed_str());
    Write(path, format!("+++\nname = \"{name}\"\n+++\n"))
}

fn member(person: &str, role: &str, seat: &str) -> String {
    // The group itself proposes its chair.
    let proposed_by = if role == "chair" { "DEC-0089" } else { "the community" };
    format!(
        "\n[[member]]\nperson = \"{person}\"\nrole = \"{role}\"\nseat = \"{seat}\"\nfrom = 2025-01-01\n\
         nominated_by = \"{proposed_by}\"\nconfirmed_by = \"DEC-0090\"\n"
    )
}

fn group(name: &str, group_type: &str, more: &str) -> String {
    format!(
        "+++\nname = \"{name}\"\ntype = \"{group_type}\"\n{more}+++\n\n## Purpose\n\nIt acts.\n\n## Scope\n\nWhat it is for.\n\n\
         ## Decision making\n\nIn public.\n\n## Contact\n\nBy mail.\n"
    )
}

/// A contractor promises a service level.
const ROUTE: &str = "route = \"contractor\"\nroute_reason = \"It has to run at night.\"\n\n[[slo]]\nindicator = \"response-time\"\n\
    objective = \"<= 8 h\"\n\n";
const DEC_ADOPT: &str = "decisions/0001-adopt.md";
const DEC_ROUTE: &str = "decisions/0002-route.md";
const DEC_CALL: &str = "decisions/0003-call.md";
const DEC_MONEY: &str = "decisions/0004-money.md";
const DEC_AWARD: &str = "decisions/0005-award.md";
const DEC_ACCEPT: &str = "decisions/0006-accept.md";

/// The walk: what each commit is called, and what it does.
fn walk() -> Vec<(&'static str, Vec<Edit>)> {
    let iwg = [
        member("ada", "chair", "community"),
        member("grace", "member", "community"),
        member("alan", "member", "community"),
        member("edsger", "member", "community"),
        member("barbara", "member", "board"),
        member("ken", "member", "board"),
    ];
    let of_old = |text: String| text.replace("from = 2025-01-01", "from = 2020-01-01");
    let board = [member("barbara", "member", "board"), member("ken", "treasurer", "board")].map(of_old);
    let votes = |path, date| vec![vote(path, "ada", "yes", date), vote(path, "grace", "yes", date)];
    let of_board = |path, date| vec![vote(path, "barbara", "yes", date), vote(path, "ken", "yes", date)];
    let then = |mut edits: Vec<Edit>, last: Edit| {
        edits.push(last);
        edits
    };
    vec![
        (
            "groups",
            vec![
                Write(
                    "candor.toml",
                    "title = \"Example group\"\nprofile = [\"base\", \"llvm-iwg\"]\ngroup = \"iwg\"\nscope = [\"mailing lists\"]\n"
                        .to_owned(),
                ),
                Write("index.md", "# Example group\n\nWhat we do.\n".to_owned()),
                person("ada", "Ada Example"),
                person("grace", "Grace Example"),
                person("alan", "Alan Example"),
                person("edsger", "Edsger Example"),
                person("barbara", "Barbara Example"),
                person("ken", "Ken Example"),
                person("linus", "Linus Example"),
                Write("organizations/acme.md", "+++\nname = \"Acme\"\nroles = [\"contractor\"]\n+++\n".to_owned()),
                Write(
                    "decisions/0090-the-members.md",
                    "+++\ntitle = \"The members of the working group\"\ngroup = \"board\"\nkind = \"membership\"\nabout = [\"iwg\"]\n\
                     opened = 2024-12-01\ncloses = 2024-12-20\ndecided = 2024-12-21\noutcome = \"accepted\"\n\
                     channel = \"https://example.org/t/members\"\n\n[[vote]]\nperson = \"barbara\"\nvalue = \"yes\"\n\
                     date = 2024-12-20\nlink = \"https://example.org/t/members\"\n\n[[vote]]\nperson = \"ken\"\nvalue = \"yes\"\n\
                     date = 2024-12-20\nlink = \"https://example.org/t/members\"\n+++\n\n## Decision\n\nThey are appointed.\n"
                        .to_owned(),
                ),
                Write(
                    "decisions/0089-the-chair.md",
                    "+++\ntitle = \"Ada as chair\"\ngroup = \"iwg\"\nkind = \"chair\"\nabout = [\"iwg\"]\n\
                     opened = 2024-12-01\ncloses = 2024-12-15\ndecided = 2024-12-16\noutcome = \"accepted\"\n\
                     channel = \"https://example.org/t/chair\"\n+++\n\n## Decision\n\nThe group proposes Ada.\n"
                        .to_owned(),
                ),
                Write("groups/iwg.md", group("Working group", "working-group", &iwg.concat())),
                Write("groups/board.md", group("Board", "board", &board.concat())),
                Write("groups/foundation.md", group("Foundation", "foundation", "")),
                Write("groups/community.md", group("Community", "community", "")),
            ],
        ),
        (
            "submitted",
            vec![
                Write(
                    PRP,
                    "+++\ntitle = \"Host the mailing lists\"\nproposer = \"linus\"\nissue = \"https://example.org/issues/1\"\n\
                     impact = \"infrastructure\"\n+++\n\n## Problem\n\nThe lists are slow.\n\n## Proposed change\n\n\
                     Somebody hosts them.\n\n## Who is affected\n\nEverybody who reads them.\n"
                        .to_owned(),
                ),
                event(PRP, "submitted", "2025-11-03", "linus", ""),
            ],
        ),
        ("triaged", vec![event(PRP, "triaged", "2025-11-10", "ada", "")]),
        ("asked", vec![question(DEC_ADOPT, "Host the lists?", "iwg", "general", "PRP-0001", "2025-11-10", "2025-11-25")]),
        ("voted", votes(DEC_ADOPT, "2025-11-20")),
        ("decided", vec![decided(DEC_ADOPT, "2025-11-26")]),
        ("adopted", vec![event(PRP, "adopted", "2025-12-01", "iwg", "decision = \"DEC-0001\"\n")]),
        (
            "draft",
            vec![
                Write(
                    SOW,
                    "+++\ntitle = \"Host the mailing lists\"\nproposals = [\"PRP-0001\"]\nowner = \"ada\"\ngroup = \"iwg\"\n\
                     shared_infrastructure = false\n\n[[work_item]]\nid = \"W1\"\ntitle = \"Move the archives\"\nowner = \"acme\"\n\
                     estimate = \"10 days\"\n\n[[acceptance]]\nid = \"A1\"\ntext = \"Every mail of the archives can be read\"\n\
                     met = false\n+++\n\n## Problem description\n\nThe lists are slow.\n\n## Work mode\n\nIn the open.\n\n\
                     ## Required skills\n\nMail servers.\n\n## Functional requirements\n\nMail arrives.\n\n\
                     ## Non-functional requirements\n\nWithin a minute.\n\n## Work items\n\nW1.\n\n## Acceptance criteria\n\nA1.\n\n\
                     ## Service level objectives\n\nAvailable all day.\n\n## Exit and handover\n\nThe archives can be exported.\n"
                        .to_owned(),
                ),
                event(SOW, "draft", "2026-01-05", "ada", ""),
            ],
        ),
        (
            "discussion",
            vec![
                Keys(
                    SOW,
                    "discussion = \"https://example.org/t/sow\"\ncomment = { opens = 2026-01-12, closes = 2026-01-30 }\n".to_owned(),
                ),
                event(SOW, "discussion", "2026-01-12", "ada", ""),
            ],
        ),
        (
            "costed",
            vec![
                Keys(SOW, "cost = { status = \"estimated\", band = \"10 to 20 thousand USD\" }\n".to_owned()),
                event(SOW, "costed", "2026-02-02", "iwg", ""),
            ],
        ),
        ("route asked", vec![question(DEC_ROUTE, "By a contractor?", "iwg", "route", "SOW-0001", "2026-02-02", "2026-02-16")]),
        ("route voted", votes(DEC_ROUTE, "2026-02-10")),
        ("route decided", vec![decided(DEC_ROUTE, "2026-02-17")]),
        (
            "routed",
            vec![
                Keys(SOW, ROUTE.to_owned()),
                event(SOW, "routed", "2026-02-18", "iwg", "decision = \"DEC-0002\"\n"),
            ],
        ),
        (
            "call drafted",
            vec![
                Write(
                    RFP,
                    "+++\ntitle = \"Hosting of the mailing lists\"\nsow = \"SOW-0001\"\nopen = true\naward_criteria = [\"price\"]\n\
                     prices_public_after_days = 30\n+++\n\n## Scope\n\nSOW-0001.\n\n## How to apply\n\nBy mail.\n\n\
                     ## Evaluation\n\nBy price.\n\n## Contract conditions\n\nIt can be ended at once. What runs is documented in public.\n\n\
                     ## What will be published and when\n\nPrices, after 30 days.\n"
                        .to_owned(),
                ),
                event(RFP, "draft", "2026-02-19", "iwg", ""),
            ],
        ),
        ("board asked", vec![event(SOW, "board-review", "2026-02-20", "iwg", "")]),
        (
            "money asked",
            vec![
                question(DEC_MONEY, "Pay for the lists?", "board", "expenditure", "SOW-0001", "2026-02-20", "2026-03-06"),
                Keys(DEC_MONEY, "amount = \"20000 USD\"\nmode = \"simple-majority\"\n".to_owned()),
            ],
        ),
        ("money voted", of_board(DEC_MONEY, "2026-03-05")),
        ("money decided", vec![decided(DEC_MONEY, "2026-03-09")]),
        ("approved", vec![event(SOW, "approved", "2026-03-10", "board", "decision = \"DEC-0004\"\n")]),
        ("call asked", vec![question(DEC_CALL, "Publish the call?", "iwg", "general", "RFP-0001", "2026-02-23", "2026-03-10")]),
        ("call decided", then(votes(DEC_CALL, "2026-03-09"), decided(DEC_CALL, "2026-03-11"))),
        (
            "call published",
            vec![
                Keys(RFP, "published = 2026-03-12\nquestions_until = 2026-04-01T17:00:00Z\ncloses = 2026-04-10T17:00:00Z\n".to_owned()),
                event(RFP, "published", "2026-03-12", "iwg", "decision = \"DEC-0003\"\n"),
            ],
        ),
        ("call closed", vec![event(RFP, "closed", "2026-04-11", "iwg", "")]),
        (
            "evaluating",
            vec![
                Append(RFP, "\n[[offer]]\nfrom = \"acme\"\nreceived = 2026-04-02\n".to_owned()),
                event(RFP, "evaluating", "2026-04-12", "iwg", ""),
            ],
        ),
        (
            "award asked",
            vec![
                question(DEC_AWARD, "Award to Acme?", "board", "award", "RFP-0001", "2026-04-13", "2026-04-28"),
                Keys(DEC_AWARD, "mode = \"simple-majority\"\namount = \"18000 USD\"\n".to_owned()),
            ],
        ),
        ("award decided", then(of_board(DEC_AWARD, "2026-04-20"), decided(DEC_AWARD, "2026-04-29"))),
        (
            "awarded",
            vec![
                Replace(RFP, "received = 2026-04-02\n", "received = 2026-04-02\nprice = \"18000 USD\"\noutcome = \"selected\"\n"),
                event(RFP, "awarded", "2026-04-30", "board", "decision = \"DEC-0005\"\n"),
            ],
        ),
        (
            "contract",
            vec![contract("2026-05-04")],
        ),
        (
            "in progress",
            vec![
                Keys(SOW, "rfp = \"RFP-0001\"\ncontract = \"acme\"\n".to_owned()),
                event(SOW, "in-progress", "2026-05-05", "foundation", ""),
            ],
        ),
        ("delivered", vec![event(SOW, "delivered", "2026-08-03", "acme", "")]),
        ("acceptance asked", vec![question(DEC_ACCEPT, "Accept the work?", "iwg", "acceptance", "SOW-0001", "2026-08-03", "2026-08-18")]),
        ("acceptance decided", then(votes(DEC_ACCEPT, "2026-08-10"), decided(DEC_ACCEPT, "2026-08-19"))),
        (
            "accepted",
            vec![
                Replace(SOW, "met = false\n", "met = true\nevidence = \"https://example.org/test\"\n"),
                event(SOW, "accepted", "2026-08-20", "iwg", "decision = \"DEC-0006\"\n"),
            ],
        ),
        ("closed", vec![event(SOW, "closed", "2026-09-07", "ken", "link = \"https://example.org/payment\"\n")]),
    ]
}

/// A git repository with the record in the folder `content`.
struct Repository {
    root: TempDir,
}

impl Repository {
    fn new() -> Repository {
        let it = Repository { root: TempDir::new().expect("a temporary folder") };
        fs::create_dir(it.content()).expect("a folder can be made");
        it.git(&["init", "--quiet", "--initial-branch", "main"]);
        it
    }

    fn content(&self) -> PathBuf {
        self.root.path().join("content")
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(self.root.path(), arguments)
    }

    fn commit(&self, what: &str, edits: &[Edit]) {
        edits.iter().for_each(|edit| edit.make(&self.content()));
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", what]);
    }

    /// The working tree as the commit `what` of the walk left it.
    fn back_to(&self, what: &str) {
        self.git(&["checkout", "--quiet", "--force", "--detach", &format!("refs/tags/{}", tag(what))]);
    }

    fn check(&self, base: &str) -> Output {
        candor(&self.content(), &["--base", base])
    }

    /// The findings of the same change, which say how they stand to the base.
    fn project(&self, base: &str) -> Project {
        let tree = Tree::read(&self.content()).expect("the folder can be read");
        let base = Tree::at(&self.content(), base).expect("the revision can be read");
        let today = parse_date(TODAY).expect("a day of the calendar");
        Project::since(tree, base, &Options { today, drafts: false, base_url: None, index_links: false })
    }
}

fn candor(folder: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candor"))
        .arg("check")
        .arg(folder)
        .args(["--today", TODAY])
        .args(more)
        .env_remove("CI")
        .output()
        .expect("the program starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ended by itself")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

fn tag(what: &str) -> String {
    what.replace(' ', "-")
}

/// The walk up to the step `last` as commits, each with a tag of its name.
fn walked_to(last: &str) -> Repository {
    let repository = Repository::new();
    for (what, edits) in walk() {
        repository.commit(what, &edits);
        repository.git(&["tag", &tag(what)]);
        if what == last {
            return repository;
        }
    }
    panic!("the walk has no step {last}");
}

fn in_state(findings: &[Diagnostic], baseline_state: BaselineState) -> Vec<&Diagnostic> {
    findings.iter().filter(|finding| finding.baseline_state == Some(baseline_state)).collect()
}

#[test]
fn the_legal_walk_is_clean_at_every_commit() {
    let repository = Repository::new();
    for (at, (what, edits)) in walk().into_iter().enumerate() {
        repository.commit(what, &edits);
        let output = if at == 0 { candor(&repository.content(), &[]) } else { repository.check("HEAD~1") };
        assert_eq!(code(&output), 0, "{what}: {}", said(&output));
    }
    assert_eq!(code(&candor(&repository.content(), &[])), 0, "nothing wrong is left at its end");
}

/// A change that leaves the way, and what its author is told.
struct Illegal {
    name: &'static str,
    /// The commit of the walk that it starts from.
    from: &'static str,
    edits: Vec<Edit>,
    rule: &'static str,
    file: &'static str,
    /// What the last line that is meant says; `None` when the file as a whole is meant.
    line: Option<&'static str>,
}

fn illegal_changes() -> Vec<Illegal> {
    let routed = || Keys(SOW, ROUTE.to_owned());
    let cost = || Keys(SOW, "cost = { status = \"estimated\", band = \"10 to 20 thousand USD\" }\n".to_owned());
    let of = |name, from, rule, file, line, edits| Illegal { name, from, edits, rule, file, line };
    vec![
        of("closed work goes back to its draft", "closed", "illegal-transition", SOW, Some("to = \"draft\""), vec![
            event(SOW, "draft", "2026-10-01", "iwg", ""),
        ]),
        of("the costs are passed over", "discussion", "illegal-transition", SOW, Some("to = \"routed\""), vec![
            cost(),
            routed(),
            event(SOW, "routed", "2026-02-18", "iwg", ""),
        ]),
        of("an event is put behind a later one", "costed", "backdated-event", SOW, Some("date = 2026-01-20"), vec![
            event(SOW, "draft", "2026-01-20", "ada", ""),
        ]),
        of("an event is put between two others", "costed", "backdated-event", SOW, Some("date = 2026-01-20"), vec![Replace(
            SOW,
            "[[event]]\nto = \"costed\"",
            "[[event]]\nto = \"draft\"\ndate = 2026-01-20\nby = \"ada\"\n\n[[event]]\nto = \"costed\"",
        )]),
        of("a vote is turned while the question is open", "voted", "history-edited", DEC_ADOPT, Some("value = \"no\""), vec![
            Replace(DEC_ADOPT, "person = \"ada\"\nvalue = \"yes\"", "person = \"ada\"\nvalue = \"no\""),
        ]),
        of("a vote is turned after the decision", "approved", "history-edited", DEC_MONEY, Some("value = \"no\""), vec![
            Replace(DEC_MONEY, "person = \"ken\"\nvalue = \"yes\"", "person = \"ken\"\nvalue = \"no\""),
        ]),
        of("an outcome is turned", "approved", "history-edited", DEC_MONEY, Some("outcome = \"rejected\""), vec![Replace(
            DEC_MONEY,
            "outcome = \"accepted\"",
            "outcome = \"rejected\"",
        )]),
        of("an event is taken out", "routed", "history-edited", SOW, Some("to = \"discussion\""), vec![Replace(
            SOW,
            "\n[[event]]\nto = \"costed\"\ndate = 2026-02-02\nby = \"iwg\"\n",
            "",
        )]),
        of("a question closes sooner in the change that decides it", "voted", "history-edited", DEC_ADOPT, Some("closes = 2025-11-20"), vec![
            Replace(DEC_ADOPT, "closes = 2025-11-25", "closes = 2025-11-20"),
            decided(DEC_ADOPT, "2025-11-21"),
        ]),
        of("the comments open sooner in the change that ends them", "discussion", "history-edited", SOW, Some("opens = 2025-12-01"), vec![
            Replace(SOW, "opens = 2026-01-12", "opens = 2025-12-01"),
            cost(),
            event(SOW, "costed", "2026-01-19", "iwg", ""),
        ]),
        of("the time to comment is taken out", "discussion", "history-edited", SOW, None, vec![Replace(
            SOW,
            "comment = { opens = 2026-01-12, closes = 2026-01-30 }\n",
            "",
        )]),
        of("a call closes sooner in the change that closes it", "call published", "history-edited", RFP, Some("closes = 2026-03-20T17:00:00Z"), vec![
            Replace(RFP, "\ncloses = 2026-04-10T17:00:00Z", "\ncloses = 2026-03-20T17:00:00Z"),
            event(RFP, "closed", "2026-03-21", "iwg", ""),
        ]),
        of("events change places", "costed", "history-edited", SOW, Some("to = \"discussion\""), vec![
            Replace(SOW, "\n[[event]]\nto = \"discussion\"\ndate = 2026-01-12\nby = \"ada\"\n", ""),
            event(SOW, "discussion", "2026-01-12", "ada", ""),
        ]),
        of("an event is given to somebody else", "triaged", "history-edited", PRP, Some("by = \"grace\""), vec![Replace(
            PRP,
            "by = \"ada\"",
            "by = \"grace\"",
        )]),
        of("a record is deleted", "approved", "record-deleted", DEC_ROUTE, None, vec![Delete(DEC_ROUTE)]),
        of("a record is taken back to a draft", "approved", "record-deleted", SOW, None, vec![Keys(
            SOW,
            "draft = true\n".to_owned(),
        )]),
        of("a number is given to another matter", "adopted", "id-reused", "decisions/0001-chat.md", None, vec![
            Delete(DEC_ADOPT),
            question("decisions/0001-chat.md", "Where to chat?", "iwg", "general", "iwg", "2026-10-01", "2026-10-20"),
        ]),
        of("the way is chosen before the group decided", "route voted", "missing-evidence", SOW, Some("to = \"routed\""), vec![
            routed(),
            event(SOW, "routed", "2026-02-18", "iwg", "decision = \"DEC-0002\"\n"),
        ]),
        of("a question is decided while it is open", "voted", "decided-too-early", DEC_ADOPT, Some("decided = 2025-11-22"), vec![
            decided(DEC_ADOPT, "2025-11-22"),
        ]),
        of("somebody takes a step that is not theirs", "draft", "wrong-actor", SOW, Some("by = \"linus\""), vec![
            Keys(
                SOW,
                "discussion = \"https://example.org/t/sow\"\ncomment = { opens = 2026-01-12, closes = 2026-01-30 }\n".to_owned(),
            ),
            event(SOW, "discussion", "2026-01-12", "linus", ""),
        ]),
        of("a step lies in the future", "in progress", "event-in-the-future", SOW, Some("date = 2027-01-05"), vec![
            event(SOW, "delivered", "2027-01-05", "acme", ""),
        ]),
        of("the board is said to have approved", "money voted", "missing-evidence", SOW, Some("to = \"approved\""), vec![
            event(SOW, "approved", "2026-03-10", "board", ""),
        ]),
        of("work is accepted with an open criterion", "acceptance decided", "missing-evidence", SOW, Some("to = \"accepted\""), vec![
            event(SOW, "accepted", "2026-08-20", "iwg", "decision = \"DEC-0006\"\n"),
        ]),
        of("the amount grows with the outcome", "money voted", "approvals-older-than-text", DEC_MONEY, Some("amount = \"90000 USD\""), vec![
            Replace(DEC_MONEY, "amount = \"20000 USD\"", "amount = \"90000 USD\""),
            decided(DEC_MONEY, "2026-03-09"),
        ]),
        of("somebody votes who is no member", "voted", "vote-does-not-count", DEC_ADOPT, Some("person = \"linus\""), vec![
            vote(DEC_ADOPT, "linus", "yes", "2025-11-21"),
        ]),
        of("the outcome is not what the votes say", "asked", "outcome-against-votes", DEC_ADOPT, Some("outcome = \"accepted\""), vec![
            vote(DEC_ADOPT, "ada", "no", "2025-11-20"),
            vote(DEC_ADOPT, "grace", "no", "2025-11-20"),
            decided(DEC_ADOPT, "2025-11-26"),
        ]),
        of("a contract begins before it is allowed", "awarded", "contract-before-approval", ACME, Some("starts = 2026-04-01"), vec![
            contract("2026-04-01"),
        ]),
        of("a call ends before its closing time", "call published", "missing-evidence", RFP, Some("to = \"closed\""), vec![
            event(RFP, "closed", "2026-04-01", "iwg", ""),
        ]),
        of("closed work is rewritten", "closed", "terminal-record-changed", SOW, Some("Mail arrives sometimes."), vec![Replace(
            SOW,
            "Mail arrives.",
            "Mail arrives sometimes.",
        )]),
        of("a decided amount is raised", "approved", "terminal-record-changed", DEC_MONEY, Some("amount = \"25000 USD\""), vec![
            Replace(DEC_MONEY, "amount = \"20000 USD\"", "amount = \"25000 USD\""),
        ]),
    ]
}

#[test]
fn each_illegal_change_is_told_once_and_at_its_place() {
    let repository = walked_to("closed");
    let mut wrong = Vec::new();
    for it in illegal_changes() {
        repository.back_to(it.from);
        repository.commit(it.name, &it.edits);
        let output = repository.check("HEAD~1");
        if code(&output) != 1 {
            wrong.push(format!("{}: ends with {}\n{}", it.name, code(&output), said(&output)));
        }
        let project = repository.project("HEAD~1");
        let new = in_state(&project.report.findings, BaselineState::New);
        let errors: Vec<_> = new.iter().filter(|it| it.level == Level::Error).map(|it| place(&project, it)).collect();
        let text = fs::read_to_string(repository.content().join(it.file)).unwrap_or_default();
        let line = it.line.map(|line| text[..text.rfind(line).expect(line)].matches('\n').count() + 1);
        let expected = (it.rule, it.file.to_owned(), line);
        if errors != [expected.clone()] {
            wrong.push(format!("{}: expected {expected:?}, found {errors:?}\n{}", it.name, said(&output)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rule, the file and the line of a finding.
fn place(project: &Project, finding: &Diagnostic) -> (&'static str, String, Option<usize>) {
    let text = project.tree.text(finding.path.as_str());
    let line = finding.span.zip(text).map(|(span, text)| line_column(text, span.start).0);
    (finding.rule, finding.path.to_string(), line)
}

/// The walk up to the draft, and two errors in what is written since.
fn with_an_old_error() -> Repository {
    let repository = walked_to("draft");
    repository.commit(
        "a broken vote",
        &[
            question(DEC_ROUTE, "By a contractor?", "iwg", "route", "SOW-0001", "2026-02-02", "2026-02-16"),
            vote(DEC_ROUTE, "linus", "yes", "2026-02-10"),
            Replace(SOW, "shared_infrastructure = false\n", "shared_infrastructure = false\nunheard = \"of\"\n"),
        ],
    );
    repository
}

#[test]
fn nobody_is_blamed_for_what_was_there_before() {
    let repository = with_an_old_error();
    repository.commit("a person", &[person("tony", "Tony Example")]);
    let output = repository.check("HEAD~1");
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("were there before (shown with --all)"), "{}", said(&output));
    assert!(!said(&output).contains("unknown-key"), "old findings are counted, not shown: {}", said(&output));
    let project = repository.project("HEAD~1");
    let old = in_state(&project.report.findings, BaselineState::Existing);
    assert!(old.iter().any(|finding| finding.rule == "unknown-key" && finding.path.as_str() == SOW));
    assert!(old.iter().any(|finding| finding.rule == "vote-does-not-count"));
    let all = candor(&repository.content(), &["--base", "HEAD~1", "--all"]);
    assert!(said(&all).contains("unknown-key"), "{}", said(&all));
    assert_eq!(code(&candor(&repository.content(), &[])), 1, "without a base the errors fail");
}

#[test]
fn an_old_error_blocks_a_step() {
    let repository = with_an_old_error();
    repository.commit(
        "a step",
        &[
            Keys(
                SOW,
                "discussion = \"https://example.org/t/sow\"\ncomment = { opens = 2026-01-12, closes = 2026-01-30 }\n"
                    .to_owned(),
            ),
            event(SOW, "discussion", "2026-01-12", "ada", ""),
        ],
    );
    let project = repository.project("HEAD~1");
    let new = in_state(&project.report.findings, BaselineState::New);
    assert!(new.iter().all(|finding| finding.level <= Level::Warning), "{new:?}");
    let output = repository.check("HEAD~1");
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(said(&output).contains("error[unknown-key]"), "it is shown: {}", said(&output));
    assert!(said(&output).contains("1 error of before in a record that takes a step"), "{}", said(&output));
}

#[test]
fn programs_are_told_first_what_is_new_and_why_the_check_fails() {
    let repository = with_an_old_error();
    repository.commit(
        "a step and a dead link",
        &[
            Keys(
                SOW,
                "discussion = \"https://example.org/t/sow\"\ncomment = { opens = 2026-01-12, closes = 2026-01-30 }\n"
                    .to_owned(),
            ),
            event(SOW, "discussion", "2026-01-12", "ada", ""),
            Write("zuletzt.md", "# Last\n\n[gone](gone.md)\n".to_owned()),
        ],
    );
    let printed = |format: &str| {
        let output = candor(&repository.content(), &["--base", "HEAD~1", "--format", format]);
        assert_eq!(code(&output), 1, "{}", said(&output));
        String::from_utf8(output.stdout).expect("it is text")
    };
    let lines = printed("github");
    let errors: Vec<&str> = lines.lines().filter(|line| line.starts_with("::error")).collect();
    assert_eq!(errors.len(), 2, "{lines}");
    assert!(errors[0].contains("title=broken-link") && errors[1].contains("title=unknown-key"), "{lines}");
    assert!(errors[1].ends_with("%0Awas there before the change, and blocks the step that the record takes"));
    assert!(!lines.contains("vote-does-not-count"), "what is old and in nobody's way is counted: {lines}");
    let last = lines.lines().last().expect("there are lines");
    assert!(last.starts_with("::notice title=candor::1 new error") && last.contains("there before"), "{last}");
    let json: serde_json::Value = serde_json::from_str(&printed("json")).expect("it is JSON");
    let of_rule = |rule: &str| {
        let finding = json["findings"].as_array().into_iter().flatten().find(|it| it["rule"] == rule);
        finding.map(|it| (it["baseline_state"].as_str().map(str::to_owned), it["blocks_step"].as_bool()))
    };
    assert_eq!(of_rule("broken-link"), Some((Some("new".to_owned()), Some(false))));
    assert_eq!(of_rule("unknown-key"), Some((Some("existing".to_owned()), Some(true))));
    assert_eq!(of_rule("vote-does-not-count"), Some((Some("existing".to_owned()), Some(false))));
    let sarif: serde_json::Value = serde_json::from_str(&printed("sarif")).expect("it is JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    let marked: Vec<_> =
        results.iter().filter(|it| it["properties"]["blocksStep"] == true).map(|it| &it["ruleId"]).collect();
    assert_eq!(marked, ["unknown-key"]);
}

#[test]
fn a_record_that_is_a_draft_again_is_told_so_without_its_drafts() {
    let repository = walked_to("approved");
    repository.commit("a draft", &[Keys(SOW, "draft = true\n".to_owned())]);
    for more in [&["--base", "HEAD~1"][..], &["--base", "HEAD~1", "--drafts"]] {
        let output = candor(&repository.content(), more);
        assert!(said(&output).contains("`SOW-0001` was published and is a draft again"), "{}", said(&output));
        assert!(
            said(&output).contains("take `draft` out") && !said(&output).contains("git checkout"),
            "{}",
            said(&output)
        );
    }
}

#[test]
fn a_fixed_error_is_reported_in_one_line_also_when_lines_move() {
    let repository = with_an_old_error();
    repository.commit(
        "fixed",
        &[
            Replace(SOW, "unheard = \"of\"\n", ""),
            Replace(DEC_ROUTE, "+++\ntitle", "+++\n# The lines below move.\ntitle"),
        ],
    );
    let project = repository.project("HEAD~1");
    let base = project.base.as_ref().expect("there is a base");
    let fixed: Vec<&str> = base.comparison.fixed.iter().map(|finding| finding.rule).collect();
    assert_eq!(fixed, ["unknown-key"]);
    assert!(base.comparison.fixed.iter().all(|finding| finding.baseline_state == Some(BaselineState::Fixed)));
    assert!(in_state(&project.report.findings, BaselineState::New).is_empty());
    let output = repository.check("HEAD~1");
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(
        said(&output).contains(&format!("fixed[unknown-key]: {}", repository.content().display())),
        "{}",
        said(&output)
    );
    assert!(said(&output).contains("no new findings, 1 fixed"), "{}", said(&output));
}

#[test]
fn a_branch_is_compared_with_where_it_left_the_main_branch() {
    let repository = walked_to("route asked");
    repository.git(&["checkout", "--quiet", "-b", "mine", &tag("draft")]);
    repository.commit("a person", &[person("tony", "Tony Example")]);
    let output = repository.check("main");
    assert_eq!(code(&output), 0, "what main has since is not missing here: {}", said(&output));
    assert!(repository.project("main").base.expect("a base").tree.text(DEC_ROUTE).is_none());
}

#[test]
fn a_shallow_clone_says_how_to_get_the_history() {
    let repository = walked_to("submitted");
    let clone = TempDir::new().expect("a temporary folder");
    let address = format!("file://{}", repository.root.path().display());
    git(clone.path(), &["clone", "--quiet", "--depth", "1", &address, "."]);
    for revision in ["HEAD~1", "no-such-branch"] {
        let output = candor(&clone.path().join("content"), &["--base", revision]);
        assert_eq!(code(&output), 2, "{}", said(&output));
        for words in [revision, "shallow clone", "fetch-depth: 0", "git fetch --unshallow"] {
            assert!(said(&output).contains(words), "{words}: {}", said(&output));
        }
    }
    let output = candor(&clone.path().join("content"), &["--base", "HEAD"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
}

#[test]
fn a_partial_clone_says_how_to_get_the_files() {
    let repository = walked_to("voted");
    repository.git(&["config", "uploadpack.allowFilter", "true"]);
    // What this turns and deletes is told only where the files of before can be read.
    repository.commit(
        "a vote is turned",
        &[Replace(DEC_ADOPT, "person = \"ada\"\nvalue = \"yes\"", "person = \"ada\"\nvalue = \"no\"")],
    );
    repository.commit("a person is gone", &[Delete("people/linus.md")]);
    let address = format!("file://{}", repository.root.path().display());
    for filter in ["blob:none", "tree:0"] {
        let clone = TempDir::new().expect("a temporary folder");
        git(clone.path(), &["clone", "--quiet", &format!("--filter={filter}"), &address, "."]);
        let content = clone.path().join("content");
        let output = candor(&content, &["--base", "HEAD~2"]);
        assert_eq!(code(&output), 2, "{filter}: {}", said(&output));
        for words in ["HEAD~2", "partial clone", "`filter` of actions/checkout", "git fetch --refetch --no-filter"] {
            assert!(said(&output).contains(words), "{filter}: {words}: {}", said(&output));
        }
        assert_eq!(code(&candor(&content, &["--base", "HEAD"])), 0, "{filter}: what is checked out is there");
        git(clone.path(), &["fetch", "--quiet", "--refetch", "--no-filter"]);
        let output = candor(&content, &["--base", "HEAD~2"]);
        assert_eq!(code(&output), 1, "{filter}: what it says to type helps: {}", said(&output));
        assert!(
            said(&output).contains("history-edited") && said(&output).contains("record-deleted"),
            "{}",
            said(&output)
        );
    }
}

#[test]
fn a_checkout_that_leaves_files_out_is_told_so() {
    let repository = walked_to("submitted");
    repository.git(&["sparse-checkout", "set", "--no-cone", "/*", "!/content/people/linus.md"]);
    let output = repository.check("HEAD");
    assert!(
        said(&output).contains("this is a sparse checkout, and 1 file of the revision is not in it"),
        "{}",
        said(&output)
    );
    repository.git(&["sparse-checkout", "disable"]);
    let output = repository.check("HEAD");
    assert!(!said(&output).contains("sparse"), "{}", said(&output));
    assert_eq!(code(&output), 0);
}

#[test]
fn a_revision_that_cannot_be_read_ends_the_run() {
    let repository = walked_to("submitted");
    let output = repository.check("no-such-branch");
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("there is no revision `no-such-branch`"), "{}", said(&output));
    let outside = TempDir::new().expect("a temporary folder");
    fs::write(outside.path().join("index.md"), "# Hello\n").expect("the file can be written");
    let output = candor(outside.path(), &["--base", "HEAD"]);
    assert_eq!(code(&output), 3);
    assert!(said(&output).contains("is not in a git repository"), "{}", said(&output));
}

#[test]
fn a_folder_that_the_revision_lacks_is_all_new() {
    let repository = walked_to("submitted");
    fs::create_dir(repository.root.path().join("other")).expect("a folder can be made");
    fs::write(repository.root.path().join("other/index.md"), "# Hello\n").expect("the file can be written");
    let output = candor(&repository.root.path().join("other"), &["--base", "HEAD"]);
    assert!(said(&output).contains("everything in it is new"), "{}", said(&output));
    assert_eq!(code(&output), 0, "{}", said(&output));
}

#[test]
fn a_revision_is_the_tree_that_a_checkout_would_give() {
    let repository = Repository::new();
    let content = repository.content();
    repository.commit(
        "files",
        &[
            Write("candor.toml", "title = \"Example\"\n".to_owned()),
            Write("index.md", "\u{feff}# Hello\n".to_owned()),
            Write("sow/0001-a.md", "text\n".to_owned()),
            Write("static/logo.bin", "bytes".to_owned()),
            Write(".hidden/index.md", "hidden\n".to_owned()),
            Write("old/.candor-site", String::new()),
            Write("old/index.md", "an old site\n".to_owned()),
        ],
    );
    fs::write(content.join("latin.md"), b"K\xfchnel\n").expect("the file can be written");
    for (target, link) in [
        ("sow/0001-a.md", "same.md"),
        ("../content/sow/0001-a.md", "again.md"),
        ("sow", "folder"),
        ("/etc/hostname", "out.md"),
        ("loop.md", "loop.md"),
        ("nothing.md", "dangling.md"),
        ("folder/0001-a.md", "through.md"),
    ] {
        std::os::unix::fs::symlink(target, content.join(link)).expect("links can be made");
    }
    repository.commit("links", &[]);
    let on_disk = Tree::read(&content).expect("the folder can be read");
    let in_git = Tree::at(&content, "HEAD").expect("the revision can be read");
    assert_eq!(in_git.name, on_disk.name);
    assert_eq!(in_git.left_out, on_disk.left_out);
    assert_eq!(in_git.sources, on_disk.sources);
    assert_eq!(in_git.assets.keys().collect::<Vec<_>>(), on_disk.assets.keys().collect::<Vec<_>>());
    let short = repository.git(&["rev-parse", "--short", "HEAD~1"]);
    let before = Tree::at(&content, short.trim()).expect("the revision can be read");
    assert!(before.text("latin.md").is_none() && before.text("index.md").is_some());
    // A second working tree has a file in place of the folder `.git`.
    let second = TempDir::new().expect("a temporary folder");
    repository.git(&["worktree", "add", "--quiet", second.path().join("w").to_str().expect("a plain name"), "HEAD"]);
    let in_second = Tree::at(&second.path().join("w/content"), "HEAD").expect("the revision can be read");
    assert_eq!(in_second.sources, on_disk.sources);
}
