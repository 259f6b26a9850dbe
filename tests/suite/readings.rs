//! What the sources allow is silent and what they forbid is found: each row is a record, and its twin by one edit.

use candor::check::gaps::ASKING_TO_GO_ON;
use candor::diagnostic::Level;
use candor::tree::Tree;

use crate::support;

/// The findings of the rules that hold steps, decisions and terms, as `rule path`.
const JUDGED: [&str; 12] = [
    "illegal-transition",
    "missing-evidence",
    "wrong-actor",
    "decision-without-deciders",
    "outcome-against-votes",
    "mode-against-charter",
    "decided-too-early",
    "decided-without-the-duty",
    "tie-left-open",
    "term-without-appointment",
    "too-many-duties",
    "incomplete-for-its-state",
];

fn found(fixture: &str) -> Vec<String> {
    let project = support::project(Tree::fixture(fixture));
    let findings = project.report.findings.iter().filter(|it| JUDGED.contains(&it.rule));
    findings.map(|it| format!("{} {}", it.rule, it.path)).collect()
}

fn person(slug: &str) -> String {
    format!("-- people/{slug}.md --\n+++\nname = \"{slug}\"\n+++\n")
}

fn group(slug: &str, kind: &str, more: &str, members: &[(&str, &str)]) -> String {
    let member = |(person, role): &(&str, &str)| {
        format!("\n[[member]]\nperson = \"{person}\"\nrole = \"{role}\"\nfrom = 2020-01-01\n")
    };
    let members: String = members.iter().map(member).collect();
    format!("-- groups/{slug}.md --\n+++\nname = \"{slug}\"\ntype = \"{kind}\"\n{more}{members}+++\n")
}

fn site(profile: &str, more: &str) -> String {
    let people: String = ["ada", "ben", "cleo", "vic"].into_iter().map(person).collect();
    format!("-- candor.toml --\nprofile = [\"base\", \"{profile}\"]\ngroup = \"iwg\"\n{people}{more}")
}

fn event(to: &str, date: &str, by: &str, more: &str) -> String {
    format!("\n[[event]]\nto = \"{to}\"\ndate = {date}\nby = \"{by}\"\n{more}")
}

fn vote(person: &str, value: &str, date: &str) -> String {
    format!(
        "\n[[vote]]\nperson = \"{person}\"\nvalue = \"{value}\"\ndate = {date}\nlink = \"https://example.org/m/{person}\"\n"
    )
}

fn decision(number: u32, group: &str, kind: &str, about: &str, more: &str) -> String {
    format!(
        "-- decisions/{number:04}-question.md --\n+++\ntitle = \"A question\"\ngroup = \"{group}\"\nkind = \"{kind}\"\n\
         about = [{about}]\nopened = 2026-03-02\ndecided = 2026-03-05\noutcome = \"accepted\"\n\
         channel = \"https://example.org/t/{number}\"\namount = \"100 USD\"\n{more}+++\n"
    )
}

/// The working group of Ada and Ben, a board, a foundation.
fn iwg(board: &str, more: &str) -> String {
    let group = group("iwg", "working-group", "", &[("ada", "chair"), ("ben", "member")]);
    site(
        "llvm-iwg",
        &format!("{group}{board}{}{more}", self::group("foundation", "foundation", "external = true\n", &[])),
    )
}

fn board() -> String {
    group("board", "board", "decision_mode = \"simple-majority\"\n", &[("cleo", "member")])
}

/// A statement of work with its way up to `events`.
fn sow(keys: &str, events: &str) -> String {
    format!(
        "-- sow/0001-lists.md --\n+++\ntitle = \"Host the lists\"\nproposals = []\nowner = \"ada\"\ngroup = \"iwg\"\n\
         discussion = \"https://example.org/t/9\"\ncomment = {{ opens = 2026-01-05, closes = 2026-01-20 }}\n{keys}{}{}{}{events}+++\n",
        event("draft", "2026-01-02", "ada", ""),
        event("discussion", "2026-01-05", "ada", ""),
        event("costed", "2026-02-02", "ada", ""),
    )
}

const FREE: &str = "route = \"volunteer\"\nroute_reason = \"It is done once.\"\ncost = { status = \"none\" }\n";

fn of_steps(fixture: &str) -> Vec<String> {
    let steps = ["illegal-transition", "missing-evidence", "wrong-actor"];
    found(fixture)
        .into_iter()
        .filter(|it| steps.iter().any(|rule| it.starts_with(rule)) && it.contains("sow/"))
        .collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_body_of_which_nobody_knows_who_it_is_decides_on_no_money() {
    let spent = |board: &str, more: &str| {
        let decision = decision(1, "board", "expenditure", "", more);
        let found = found(&iwg(board, &decision));
        found.into_iter().filter(|it| it.starts_with("decision-without-deciders")).collect::<Vec<_>>()
    };
    let votes = vote("vic", "yes", "2026-03-03") + &vote("ben", "yes", "2026-03-03");
    let [bare, elsewhere] = ["", "external = true\n"].map(|more| group("board", "board", more, &[]));
    let missed = ["decision-without-deciders decisions/0001-question.md"];
    assert_eq!(spent(&bare, &votes), missed);
    assert_eq!(spent(&elsewhere, &votes), missed);
    assert_eq!(spent(&elsewhere, "minutes = \"https://example.org/minutes\"\n"), NONE);
    assert_eq!(spent(&elsewhere, "secretary = \"cleo\"\n"), NONE);
    assert_eq!(spent(&group("board", "board", "external = true\n", &[("cleo", "secretary")]), ""), NONE);
    assert_eq!(spent(&board(), ""), missed);
    assert_eq!(spent(&board(), &vote("cleo", "yes", "2026-03-03")), NONE);
}

#[test]
fn another_body_or_an_outsider_never_acts_in_place_of_the_board() {
    let approved = |board: &str, by: &str| {
        let keys = "route = \"contractor\"\nroute_reason = \"Nights.\"\ncost = { status = \"quoted\" }\nshared_infrastructure = false\n";
        let events = event("routed", "2026-03-06", "ada", "decision = \"DEC-0001\"\n")
            + &event("board-review", "2026-03-07", "ada", "")
            + &event("approved", "2026-03-09", by, "decision = \"DEC-0002\"\n");
        let decisions = decision(1, "iwg", "route", "\"SOW-0001\"", &vote("ada", "yes", "2026-03-03"))
            + &decision(2, "board", "expenditure", "\"SOW-0001\"", "minutes = \"https://example.org/minutes\"\n");
        let text = "\n## Exit and handover\n\nBy an export.\n";
        let found = of_steps(&iwg(board, &(decisions + &sow(keys, &events) + text)));
        found.into_iter().filter(|it| it.starts_with("wrong-actor")).collect::<Vec<_>>()
    };
    let wrong = ["wrong-actor sow/0001-lists.md"];
    for board in [group("board", "board", "", &[]), group("board", "board", "external = true\n", &[]), board()] {
        assert_eq!(approved(&board, "vic"), wrong, "{board}");
        assert_eq!(approved(&board, "iwg"), wrong, "{board}");
        assert_eq!(approved(&board, "board"), NONE, "{board}");
    }
    assert_eq!(approved(&board(), "cleo"), NONE);
}

#[test]
fn a_decision_routes_work_where_it_says_so() {
    let routed = |kind: &str| {
        let decision = decision(1, "iwg", kind, "\"SOW-0001\"", &vote("ada", "yes", "2026-03-03"));
        let events = event("routed", "2026-03-06", "ada", "decision = \"DEC-0001\"\n");
        of_steps(&iwg(&board(), &(decision + &sow(&format!("{FREE}shared_infrastructure = false\n"), &events))))
    };
    assert_eq!(routed("route"), NONE);
    assert_eq!(routed("general"), ["missing-evidence sow/0001-lists.md"]);
}

#[test]
fn a_text_goes_back_until_the_contract_is_signed() {
    let after = |events: &str| {
        let keys = "route = \"contractor\"\nroute_reason = \"Nights.\"\ncost = { status = \"quoted\" }\nshared_infrastructure = false\n";
        let way = event("routed", "2026-03-06", "ada", "decision = \"DEC-0001\"\n")
            + &event("board-review", "2026-03-07", "ada", "");
        let decisions = decision(1, "iwg", "route", "\"SOW-0001\"", &vote("ada", "yes", "2026-03-03"))
            + &decision(2, "board", "expenditure", "\"SOW-0001\"", &vote("cleo", "yes", "2026-03-03"));
        let text = "\n## Exit and handover\n\nBy an export.\n";
        of_steps(&iwg(&board(), &(decisions + &sow(keys, &(way + events)) + text)))
    };
    let approved = event("approved", "2026-03-09", "board", "decision = \"DEC-0002\"\n");
    let why = "note = \"Not clear enough.\"\n";
    assert_eq!(after(&event("draft", "2026-03-10", "board", why)), NONE);
    assert_eq!(after(&event("draft", "2026-03-10", "board", "")), ["missing-evidence sow/0001-lists.md"]);
    assert_eq!(after(&(approved.clone() + &event("routed", "2026-03-20", "iwg", why))), NONE);
    assert_eq!(after(&(approved.clone() + &event("draft", "2026-03-20", "iwg", why))), NONE);
    assert_eq!(
        after(&(approved + &event("costed", "2026-03-20", "iwg", why))),
        ["illegal-transition sow/0001-lists.md"]
    );
}

#[test]
fn the_contractor_agrees_where_one_runs_the_service() {
    let service = |operator: &str| {
        format!(
            "-- services/lists.md --\n+++\nname = \"Lists\"\narea = \"mailing lists\"\npurpose = \"Mail\"\nlifecycle = \"production\"\nowner = \"iwg\"\noperator = \"{operator}\"\n+++\n"
        )
    };
    let house = "-- organizations/acme.md --\n+++\nname = \"Acme\"\nroles = [\"contractor\"]\n+++\n-- contractors/acme.md --\n+++\norganization = \"acme\"\nservices = [\"lists\"]\n+++\n";
    let begun = |operator: &str, agreements: &str| {
        let keys = format!(
            "{FREE}services = [\"lists\"]\nshared_infrastructure = true\nassignees = [\"vic\"]\nagreements = [{agreements}]\n"
        );
        let events = event("routed", "2026-03-06", "ada", "decision = \"DEC-0001\"\n")
            + &event("in-progress", "2026-03-09", "ada", "")
            + &event("in-progress", "2026-04-09", "ada", "note = \"Vic takes over.\"\n");
        let decision = decision(1, "iwg", "route", "\"SOW-0001\"", &vote("ada", "yes", "2026-03-03"));
        of_steps(&iwg(&board(), &(decision + &service(operator) + house + &sow(&keys, &events))))
    };
    let missed = ["missing-evidence sow/0001-lists.md", "missing-evidence sow/0001-lists.md"];
    for agreed in ["\"iwg\"", "\"DEC-0001\"", "\"ada\""] {
        assert_eq!(begun("iwg", agreed), NONE, "{agreed}");
    }
    assert_eq!(begun("iwg", "\"vic\", \"cleo\""), missed);
    assert_eq!(begun("acme", "\"DEC-0001\""), missed);
    assert_eq!(begun("acme", "\"DEC-0001\", \"vic\""), missed);
    assert_eq!(begun("acme", "\"DEC-0001\", \"contractor/acme\""), NONE);
}

#[test]
fn small_work_is_done_in_three_commits() {
    let proposal = |keys: &str, events: &str| {
        format!(
            "-- proposals/0001-links.md --\n+++\ntitle = \"Mend the links\"\nproposer = \"vic\"\nissue = \"https://example.org/i/1\"\nimpact = \"minor\"\n{keys}{}{events}+++\n\n## Problem\n\nForty links are dead.\n",
            event("submitted", "2026-11-02", "vic", "")
        )
    };
    let free = "cost = { status = \"none\" }\nshared_infrastructure = false\nassignees = [\"vic\"]\n";
    let link = "link = \"https://example.org/t/1\"\n";
    let walk = [
        ("2026-11-02", proposal(free, "")),
        ("2026-11-04", proposal(free, &event("taken-on", "2026-11-04", "vic", link))),
        (
            "2026-11-09",
            proposal(
                free,
                &(event("taken-on", "2026-11-04", "vic", link) + &event("completed", "2026-11-09", "vic", link)),
            ),
        ),
    ];
    let mut base = Tree::fixture(&iwg(&board(), ""));
    for (day, change) in &walk {
        let head = Tree::clone(&base).changed(change);
        let project = support::project_since(head.clone(), base);
        let of_proposal = project.report.findings.iter().filter(|it| it.path.as_str().starts_with("proposals/"));
        assert_eq!(of_proposal.map(|it| it.message.clone()).collect::<Vec<_>>(), NONE, "{day}");
        base = head;
    }
    let typed = walk.last().map_or(0, |(_, text)| text.len());
    assert!(walk.len() == 3 && typed < 700, "{} commits, {typed} characters, 7 days", walk.len());
    let twin = |keys: &str, more: &str| {
        let found = found(&iwg(&board(), &proposal(keys, &event("taken-on", "2026-11-04", "vic", more))));
        found.into_iter().filter(|it| it.ends_with("0001-links.md")).collect::<Vec<_>>()
    };
    let missed = ["missing-evidence proposals/0001-links.md"];
    assert_eq!(twin(free, link), NONE);
    assert_eq!(twin(free, ""), missed);
    assert_eq!(twin(&free.replace("none", "estimated"), link), missed);
    assert_eq!(twin(&free.replace("= false", "= true"), link), missed);
}

#[test]
fn an_area_team_settles_what_it_finds_no_answer_to() {
    let decided = |mode: &str, votes: &[(&str, &str)]| {
        let votes: String = votes.iter().map(|(person, value)| vote(person, value, "2026-03-03")).collect();
        let team = group("iwg", "working-group", "", &[("ada", "chair"), ("ben", "secretary"), ("cleo", "member")]);
        let found =
            found(&site("llvm-area-team", &(team + &decision(1, "iwg", "general", "", &(mode.to_owned() + &votes)))));
        found.into_iter().filter(|it| it.ends_with("question.md")).collect::<Vec<_>>()
    };
    let carried = [("ada", "yes"), ("ben", "yes"), ("cleo", "no")];
    assert_eq!(decided("", &carried), NONE);
    assert_eq!(decided("mode = \"simple-majority\"\n", &carried), NONE);
    let lost = [("ada", "yes"), ("ben", "no"), ("cleo", "no")];
    assert_eq!(decided("", &lost), ["outcome-against-votes decisions/0001-question.md"]);
}

#[test]
fn the_lead_breaks_a_tie_in_the_same_decision() {
    let decided = |mode: &str, votes: &[(&str, &str)]| {
        let votes: String = votes.iter().map(|(person, value)| vote(person, value, "2026-03-03")).collect();
        let team =
            group("iwg", "project", "", &[("ada", "lead"), ("ben", "member"), ("cleo", "member"), ("vic", "member")]);
        let decision = decision(1, "iwg", "general", "", &(mode.to_owned() + &votes));
        let found = found(&site("openstack-liaisons", &(team + &decision)));
        found.into_iter().filter(|it| it.ends_with("question.md")).collect::<Vec<_>>()
    };
    let with_lead = [("ada", "yes"), ("ben", "yes"), ("cleo", "no"), ("vic", "no")];
    for mode in ["mode = \"simple-majority\"\n", "mode = \"lead\"\n"] {
        assert_eq!(decided(mode, &with_lead), NONE, "{mode}");
    }
    let against_lead = [("ada", "no"), ("ben", "yes"), ("cleo", "yes"), ("vic", "no")];
    for mode in ["mode = \"simple-majority\"\n", "mode = \"lead\"\n"] {
        assert_eq!(decided(mode, &against_lead), ["outcome-against-votes decisions/0001-question.md"], "{mode}");
    }
}

#[test]
fn a_group_may_decide_in_three_days() {
    let dated = decision(1, "iwg", "general", "", &vote("ada", "yes", "2026-03-03"))
        .replace("decided =", "closes = 2026-03-05\ndecided =");
    let early = |fixture: String| found(&fixture).into_iter().filter(|it| it.starts_with("decided-too-early")).count();
    assert_eq!(early(iwg(&board(), &dated)), 0);
    assert_eq!(early(iwg(&board(), &dated.replace("closes = 2026-03-05", "closes = 2026-03-09"))), 1);
}

#[test]
fn a_proposal_of_2020_needs_no_issue() {
    let proposal = |day: &str| {
        let text = format!(
            "-- proposals/0001-lists.md --\n+++\ntitle = \"Lists\"\nproposer = \"vic\"\nissue = {{ unknown = \"no tracker\" }}\nimpact = \"minor\"\n{}+++\n",
            event("submitted", day, "vic", "")
        );
        found(&iwg(&board(), &text)).into_iter().filter(|it| it.starts_with("missing-evidence")).count()
    };
    assert_eq!(proposal("2020-09-16"), 0);
    assert_eq!(proposal("2021-09-16"), 1);
}

#[test]
fn a_delegate_of_the_board_is_sent_by_the_board_alone() {
    let term = |seat: &str| {
        let member = format!(
            "\n[[member]]\nperson = \"cleo\"\nrole = \"member\"\nseat = \"{seat}\"\nfrom = 2026-03-09\nconfirmed_by = \"DEC-0001\"\n"
        );
        let group = format!("-- groups/iwg.md --\n+++\nname = \"iwg\"\ntype = \"working-group\"\n{member}+++\n");
        let appointed = decision(1, "board", "membership", "\"cleo\"", &vote("cleo", "yes", "2026-03-03"));
        let found = found(&site("llvm-iwg", &format!("{group}{}{appointed}", board())));
        found.into_iter().filter(|it| it.starts_with("term-without")).count()
    };
    assert_eq!(term("board"), 0);
    assert_eq!(term("community"), 1);
}

#[test]
fn what_asks_somebody_to_go_on_is_no_warning_where_the_record_has_ended() {
    let names = candor::check::rules::names();
    assert!(ASKING_TO_GO_ON.iter().all(|rule| names.contains(rule)));
    let minutes = "-- meetings/2026-09-02.md --\n+++\ngroup = \"iwg\"\nkind = \"regular\"\nheld = true\npresent = [\"ada\"]\n\
                   +++\n\n- [ ] Ask for quotes.\n";
    let level = |settings: &str| {
        let settings =
            format!("-- candor.toml --\ntitle = \"Makers\"\n{settings}[levels]\naction-without-owner = \"warning\"\n");
        let findings = support::project(Tree::fixture(&format!("{settings}{minutes}"))).report.findings;
        findings.iter().find(|it| it.rule == "action-without-owner").map(|it| it.level)
    };
    assert_eq!(level(""), Some(Level::Warning));
    assert_eq!(level("record_until = 2026-09-02\n"), Some(Level::Note));
}

/// How often `rule` is found on the file that ends like `path`.
fn times(fixture: &str, rule: &str, path: &str) -> usize {
    let findings = support::project(Tree::fixture(fixture)).report.findings;
    findings.iter().filter(|it| it.rule == rule && it.path.as_str().ends_with(path)).count()
}

#[test]
fn two_consumers_have_to_approve_and_not_only_to_answer() {
    let approved = |verdicts: &[(&str, &str)]| {
        let consumer = |(organization, verdict): &(&str, &str)| {
            format!(
                "\n[[consumer]]\norganization = \"{organization}\"\nverdict = \"{verdict}\"\nlink = \"https://example.org/m/{organization}\"\n"
            )
        };
        let consumers: String = verdicts.iter().map(consumer).collect();
        let proposal = format!(
            "-- proposals/0001-crate.md --\n+++\ntitle = \"A crate\"\nproposer = \"vic\"\nissue = \"https://example.org/i/1\"\n\
             discussion = \"https://example.org/t/1\"\ncomment = {{ opens = 2026-01-05, closes = 2026-01-20 }}\n{consumers}{}{}{}+++\n",
            event("proposed", "2026-01-02", "vic", ""),
            event("commenting", "2026-01-05", "vic", ""),
            event("approved", "2026-02-02", "ada", ""),
        );
        let houses: String = ["acme", "bolt", "crate"]
            .map(|slug| {
                format!("-- organizations/{slug}.md --\n+++\nname = \"{slug}\"\nroles = [\"community\"]\n+++\n")
            })
            .concat();
        let findings = support::project(Tree::fixture(&site("rust-vmm", &(houses + &proposal)))).report.findings;
        let missed = |it: &&candor::diagnostic::Diagnostic| it.message.contains("consuming communities");
        findings.iter().filter(missed).count()
    };
    assert_eq!(approved(&[("acme", "approves"), ("bolt", "approves")]), 0);
    assert_eq!(approved(&[("acme", "approves"), ("bolt", "approves"), ("crate", "declines")]), 0);
    for (one, two) in [("approves", "declines"), ("declines", "declines"), ("approves", "no-opinion")] {
        assert_eq!(approved(&[("acme", one), ("bolt", two)]), 1, "{one} and {two}");
    }
    assert_eq!(approved(&[("acme", "approves"), ("acme", "approves")]), 1, "one community answers once");
}

#[test]
fn a_verdict_is_one_of_its_values_and_no_free_words() {
    let read = |verdict: &str| {
        let proposal = format!(
            "-- proposals/0001-crate.md --\n+++\ntitle = \"A crate\"\nproposer = \"vic\"\nissue = \"https://example.org/i/1\"\n\n\
             [[consumer]]\norganization = \"acme\"\n{verdict}+++\n"
        );
        let fixture = site("rust-vmm", &proposal);
        ["unknown-value", "consumer-without-verdict"].map(|rule| times(&fixture, rule, "0001-crate.md"))
    };
    for value in ["approves", "declines", "no-opinion"] {
        assert_eq!(read(&format!("verdict = \"{value}\"\n")), [0, 0], "{value}");
    }
    assert_eq!(read("verdict = \"No.\"\n")[0], 1);
    assert_eq!(read("note = \"We like it.\"\n"), [0, 1]);
}

#[test]
fn the_impact_is_asked_for_by_the_profile_that_decides_by_it() {
    let asked = |profile: &str, impact: &str| {
        let proposal = format!(
            "-- proposals/0001-links.md --\n+++\ntitle = \"Mend the links\"\nproposer = \"vic\"\nissue = \"https://example.org/i/1\"\n{impact}{}+++\n",
            event("submitted", "2026-11-02", "vic", "")
        );
        let profiles = if profile == "base" { "\"base\"".to_owned() } else { format!("\"base\", \"{profile}\"") };
        let fixture = site("base", &proposal).replace("\"base\", \"base\"", &profiles);
        let findings = support::project(Tree::fixture(&fixture)).report.findings;
        findings
            .iter()
            .filter(|it| it.path.as_str().starts_with("proposals/") && it.message.contains("`impact`"))
            .count()
    };
    assert_eq!(asked("llvm-iwg", ""), 1);
    assert_eq!(asked("llvm-iwg", "impact = \"minor\"\n"), 0);
    for other in ["base", "rust-vmm", "openstack-liaisons", "ghc-devops", "llvm-area-team"] {
        assert_eq!(asked(other, ""), 0, "{other}");
    }
}

#[test]
fn documentation_of_a_contractor_is_read_wherever_it_is_said() {
    let service = |more: &str| {
        format!(
            "-- services/lists.md --\n+++\nname = \"Lists\"\nlifecycle = \"production\"\nowner = \"iwg\"\noperator = \"acme\"\n{more}+++\n"
        )
    };
    let contractor = |keys: &str, text: &str| {
        format!(
            "-- organizations/acme.md --\n+++\nname = \"Acme\"\nroles = [\"contractor\"]\n+++\n-- contractors/acme.md --\n+++\n\
             organization = \"acme\"\nservices = [\"lists\"]\n{keys}+++\n{text}"
        )
    };
    let missed = |service: String, contractor: String| {
        times(&iwg(&board(), &(service + &contractor)), "contractor-without-documentation", "acme.md")
    };
    let link = "documentation = \"https://example.org/runbooks\"\n";
    assert_eq!(missed(service(""), contractor("", "")), 1);
    assert_eq!(missed(service(""), contractor("documentation = { unknown = \"nobody asked\" }\n", "")), 1);
    assert_eq!(missed(service(""), contractor(link, "")), 0);
    assert_eq!(missed(service(link), contractor("", "")), 0);
    assert_eq!(missed(service(""), contractor("", "\n## Runbooks\n\nThe lists restart by themselves.\n")), 0);
    assert_eq!(missed(service(""), contractor("", "\n## Exit plan\n\nThe lists are exported.\n")), 1);
}

#[test]
fn work_is_stated_from_proposals_with_which_the_group_moves_on() {
    let stated = |proposed: &str, public: bool| {
        let proposal = format!(
            "-- proposals/0001-lists.md --\n+++\ntitle = \"Lists\"\nproposer = \"vic\"\nissue = \"https://example.org/i/1\"\nimpact = \"minor\"\n{}{proposed}+++\n",
            event("submitted", "2025-12-01", "vic", "")
        );
        let events = event("draft", "2026-01-02", "ada", "")
            + if public { "\n[[event]]\nto = \"discussion\"\ndate = 2026-01-05\nby = \"ada\"\n" } else { "" };
        let sow = format!(
            "-- sow/0001-lists.md --\n+++\ntitle = \"Host the lists\"\nproposals = [\"PRP-0001\"]\nowner = \"ada\"\ngroup = \"iwg\"\n{events}+++\n"
        );
        times(&iwg(&board(), &(proposal + &sow)), "sow-without-proposal", "sow/0001-lists.md")
    };
    let adopted = event("triaged", "2025-12-08", "iwg", "") + &event("adopted", "2025-12-15", "iwg", "");
    assert_eq!(stated("", true), 1, "not looked at yet");
    assert_eq!(stated(&event("triaged", "2025-12-08", "iwg", ""), true), 1);
    assert_eq!(stated(&event("declined", "2025-12-08", "iwg", "note = \"Not now.\"\n"), true), 1);
    assert_eq!(stated(&adopted, true), 0);
    assert_eq!(stated("", false), 0, "a draft is nobody's answer yet");
    let none = sow("shared_infrastructure = false\n", "");
    assert_eq!(times(&iwg(&board(), &none), "sow-without-proposal", "0001-lists.md"), 1);
}

#[test]
fn minutes_keep_offers_to_a_call_to_themselves_until_the_award() {
    let seller = "-- organizations/halden.md --\n+++\nname = \"Halden Systems\"\naliases = [\"Halden\"]\nroles = [\"vendor\"]\n+++\n";
    let call = |last: &str| {
        format!(
            "-- rfp/0001-lists.md --\n+++\ntitle = \"Lists\"\nsow = \"SOW-0001\"\nopen = true\npublished = 2026-10-01\n\
             questions_until = 2026-10-20T17:00:00Z\ncloses = 2026-11-01T17:00:00Z\naward_criteria = [\"price\"]\n\
             prices_public_after_days = 30\n{}{}{last}+++\n",
            event("draft", "2026-09-01", "iwg", ""),
            event("published", "2026-10-01", "iwg", ""),
        )
    };
    let minutes = |text: &str| {
        format!(
            "-- meetings/2026-11-09.md --\n+++\ngroup = \"iwg\"\nkind = \"regular\"\nheld = true\npresent = [\"ada\"]\n\n\
             [[agenda]]\ntitle = \"The call\"\nabout = \"RFP-0001\"\n+++\n\n## RFP-0001\n\n{text}\n"
        )
    };
    let found = |text: &str, last: &str| {
        times(&iwg(&board(), &(format!("{seller}{}", call(last)) + &minutes(text))), "offer-in-public", "2026-11-09.md")
    };
    for leak in ["Halden and another company have sent offers for RFP-0001.", "Halden Systems bids for RFP-0001."] {
        assert_eq!(found(leak, ""), 1, "{leak}");
    }
    for fine in [
        "2 offers for RFP-0001 came in.",
        "Halden runs the forum well, as RFP-0001 says.",
        "Haldens offer nothing for RFP-0001.",
    ] {
        assert_eq!(found(fine, ""), 0, "{fine}");
    }
    let ended = event("closed", "2026-11-02", "iwg", "") + &event("awarded", "2026-11-05", "board", "");
    assert_eq!(found("Halden and another company have sent offers for RFP-0001.", &ended), 0);
}

#[test]
fn a_key_that_is_left_out_does_not_lower_what_is_asked_of_a_service() {
    let level = |more: &str| {
        let service = format!(
            "-- services/lists.md --\n+++\nname = \"Lists\"\nlifecycle = \"production\"\nowner = \"iwg\"\n{more}+++\n"
        );
        let findings = support::project(Tree::fixture(&iwg(&board(), &service))).report.findings;
        findings.iter().find(|it| it.rule == "critical-without-slo").map(|it| it.level)
    };
    let slo = "\n[[slo]]\nindicator = \"availability\"\nobjective = \">= 99 %\"\n";
    assert_eq!(level("critical = \"high\"\n"), Some(Level::Warning));
    assert_eq!(level(""), Some(Level::Note));
    for kept in ["critical = \"low\"\n".to_owned(), slo.to_owned(), format!("critical = \"high\"\n{slo}")] {
        assert_eq!(level(&kept), None, "{kept}");
    }
}
