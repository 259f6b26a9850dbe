//! A matter from its first line to its payment, replayed as commits, and what happens to those who leave the way.
//!
//! The repository is real and so is the program: each commit of the walk is checked with `--base HEAD~1` and brings in no
//! error. Each of the illegal changes starts from a commit of the same walk and is told by one finding, at its place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use candor::diagnostic::{Diagnostic, Level, Standing};
use candor::edition::{Edition, Wishes};
use candor::text::{line_column, parse_date};
use candor::tree::Tree;
use tempfile::TempDir;

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

fn person(slug: &'static str, name: &str) -> Edit {
    let path: &'static str = Box::leak(format!("people/{slug}.md").into_boxed_str());
    Write(path, format!("+++\nname = \"{name}\"\n+++\n"))
}

fn member(person: &str, role: &str, seat: &str) -> String {
    format!(
        "\n[[member]]\nperson = \"{person}\"\nrole = \"{role}\"\nseat = \"{seat}\"\nfrom = 2025-01-01\n\
         nominated_by = \"the community\"\n"
    )
}

fn group(name: &str, group_type: &str, more: &str) -> String {
    format!(
        "+++\nname = \"{name}\"\ntype = \"{group_type}\"\n{more}+++\n\n## Purpose\n\nIt acts.\n\n## Scope\n\nWhat it is for.\n\n\
         ## Decision making\n\nIn public.\n\n## Contact\n\nBy mail.\n"
    )
}

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
    let board = [member("barbara", "member", "board"), member("ken", "treasurer", "board")];
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
        ("route asked", vec![question(DEC_ROUTE, "By a contractor?", "iwg", "general", "SOW-0001", "2026-02-02", "2026-02-16")]),
        ("route voted", votes(DEC_ROUTE, "2026-02-10")),
        ("route decided", vec![decided(DEC_ROUTE, "2026-02-17")]),
        (
            "routed",
            vec![
                Keys(SOW, "route = \"contractor\"\nroute_reason = \"It has to run at night.\"\n".to_owned()),
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
                     ## Evaluation\n\nBy price.\n\n## Contract conditions\n\nIt can be ended at once.\n\n\
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
                Keys(RFP, "published = 2026-03-12\ncloses = 2026-04-10T17:00:00Z\n".to_owned()),
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
            vec![Write(
                ACME,
                "+++\norganization = \"acme\"\nservices = []\ndocumentation = \"https://example.org/docs\"\n\n[[contract]]\n\
                 id = \"lists\"\nsigned_by = \"foundation\"\nsows = [\"SOW-0001\"]\nservices = []\nstarts = 2026-05-04\n\
                 ends = 2027-12-31\nnotice_days = 30\nrenewal = \"by a new decision\"\namount = \"18000 USD\"\n\
                 decision = \"DEC-0005\"\nterminable_at_will = true\nexit_tested = 2026-06-01\n+++\n\n## Systems\n\n\
                 None yet.\n\n## Service levels\n\nNone yet.\n\n## Runbooks\n\nNone yet.\n\n## Exit plan\n\n\
                 The archives are exported every night.\n\n## Data protection\n\nAddresses.\n\n## Contacts\n\nBy mail.\n"
                    .to_owned(),
            )],
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
    fn edition(&self, base: &str) -> Edition {
        let tree = Tree::read(&self.content()).expect("the folder can be read");
        let base = Tree::at(&self.content(), base).expect("the revision can be read");
        let today = parse_date(TODAY).expect("a day of the calendar");
        Edition::since(tree, base, &Wishes { today, drafts: false, base_url: None })
    }
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .envs([("GIT_AUTHOR_NAME", "Ada"), ("GIT_AUTHOR_EMAIL", "ada@example.org")])
        .envs([("GIT_COMMITTER_NAME", "Ada"), ("GIT_COMMITTER_EMAIL", "ada@example.org")])
        .envs([("GIT_AUTHOR_DATE", "2026-11-20T12:00:00Z"), ("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z")])
        .output()
        .expect("git is installed");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
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

/// The whole walk as commits, each with a tag of its name.
fn walked() -> Repository {
    let repository = Repository::new();
    for (what, edits) in walk() {
        repository.commit(what, &edits);
        repository.git(&["tag", &tag(what)]);
    }
    repository
}

fn of_standing(findings: &[Diagnostic], standing: Standing) -> Vec<&Diagnostic> {
    findings.iter().filter(|finding| finding.standing == Some(standing)).collect()
}

#[test]
fn the_legal_walk_is_clean_at_every_commit() {
    let repository = Repository::new();
    for (at, (what, edits)) in walk().into_iter().enumerate() {
        repository.commit(what, &edits);
        let output = if at == 0 { candor(&repository.content(), &[]) } else { repository.check("HEAD~1") };
        assert_eq!(code(&output), 0, "{what}: {}", said(&output));
    }
}
