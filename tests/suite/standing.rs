//! What a page says of where a record stands, told truly: days, holders, next steps, evidence.

use std::collections::BTreeMap;

use candor::tree::Tree;

use crate::support::{self, files, texts};

/// A site of makers and a board, on 21 November 2026, with what else is in `fixture`.
fn site(fixture: &str) -> BTreeMap<String, String> {
    files(&support::project(Tree::fixture(&format!("{GROUPS}{fixture}"))))
}

const GROUPS: &str = "\
-- candor.toml --
title = \"Example group\"
base_url = \"https://example.org/group/\"
group = \"makers\"
-- groups/makers.md --
+++
name = \"Makers\"
type = \"working-group\"
+++
-- groups/board.md --
+++
name = \"Board\"
type = \"board\"
quorum = 2

[[member]]
person = \"ada\"
role = \"member\"
from = 2026-01-01

[[member]]
person = \"bo\"
role = \"member\"
from = 2026-01-01

[[member]]
person = \"cy\"
role = \"member\"
from = 2026-01-01
+++
-- people/ada.md --
+++
name = \"Ada Example\"
+++
-- people/bo.md --
+++
name = \"Bo Example\"
+++
-- people/cy.md --
+++
name = \"Cy Example\"
+++
";

/// A decision of the makers on 2 March 2026, and the meeting of 9 April.
fn carried_out(evidence: &str) -> String {
    format!(
        "\
-- meetings/2026-04-09.md --
+++
group = \"makers\"
kind = \"regular\"
held = true
present = [\"ada\"]
+++
-- decisions/0001-machines.md --
+++
title = \"More machines\"
group = \"makers\"
kind = \"handover\"
about = []
channel = \"https://example.org/1\"
decided = 2026-03-02
outcome = \"accepted\"
executed = \"{evidence}\"
+++
"
    )
}

#[test]
fn a_decision_was_carried_out_on_the_day_of_what_shows_it() {
    for evidence in ["/meetings/2026-04-09/", "MTG-2026-04-09"] {
        let site = site(&carried_out(evidence));
        let page = &site["decisions/0001/index.html"];
        assert_eq!(texts(page, ".strip-now"), ["Executed on 9 April 2026."], "{evidence}");
        assert_eq!(texts(page, ".history > li > time"), ["9 April 2026", "2 March 2026"]);
        assert_eq!(texts(page, ".history .evidence a")[0], "Meeting of 9 April 2026");
        assert!(texts(page, ".history .note").is_empty(), "the evidence is said once");
        assert!(!page.contains("not in the record"));
        assert!(
            texts(&site["changes/index.html"], ".made .items li")
                .contains(&"DEC-0001 More machines was carried out: Meeting of 9 April 2026.".to_owned())
        );
        let decided = texts(&site["index.html"], "[aria-labelledby='site.decided'] .item-note");
        assert_eq!(decided, ["Accepted 2 March 2026, carried out on 9 April 2026"]);
    }
}

#[test]
fn where_no_day_is_known_none_is_said() {
    let site = site(&carried_out("https://example.org/done"));
    let page = &site["decisions/0001/index.html"];
    assert_eq!(texts(page, ".strip-now"), ["Executed on a day that is not recorded; accepted on 2 March 2026."]);
    assert_eq!(texts(page, ".history > li > time, .history > li > .no-day"), ["Day not recorded", "2 March 2026"]);
    assert_eq!(
        texts(&site["changes/index.html"], ".made .items li"),
        [
            "Meeting of 9 April 2026 was held; 1 person took part.",
            "DEC-0001 More machines was accepted; carried out on a day that is not recorded."
        ]
    );
    assert!(!site["feed.xml"].contains("#executed"), "what has no day is no entry of a feed");
}

#[test]
fn a_later_step_of_the_evidence_does_not_move_the_day() {
    let event = |to: &str, date: &str| format!("\n[[event]]\nto = \"{to}\"\ndate = {date}\nby = \"makers\"\n");
    let steps = [event("draft", "2026-02-01"), event("discussion", "2026-03-20"), event("costed", "2026-05-01")];
    let sow = format!("-- sow/0001-machines.md --\n+++\ntitle = \"Machines\"\n{}+++\n", steps.concat());
    let site = site(&format!("{}{sow}", carried_out("SOW-0001")));
    assert_eq!(texts(&site["decisions/0001/index.html"], ".strip-now"), ["Executed on 20 March 2026."]);
    assert!(site["feed.xml"].contains("DEC-0001#executed-2026-03-02"), "its id in the feed stays what it was");
}

#[test]
fn nothing_is_possible_now_that_the_rules_forbid_until_later() {
    let site = site(
        "\
-- decisions/0001-mirror.md --
+++
title = \"Pay for the mirror\"
group = \"board\"
kind = \"general\"
about = []
mode = \"simple-majority\"
channel = \"https://example.org/1\"
opened = 2026-11-10
closes = 2026-12-01

[[vote]]
person = \"ada\"
value = \"yes\"
+++
-- meetings/2026-12-08.md --
+++
group = \"makers\"
kind = \"regular\"
agenda = [{ title = \"Machines\" }]
+++
",
    );
    let decision = &site["decisions/0001/index.html"];
    assert_eq!(texts(decision, ".strip-facts dd"), ["The board decides."]);
    assert_eq!(
        texts(decision, ".strip-under-way"),
        ["Votes are taken until 1 December 2026. One of three has voted; at least two must."]
    );
    assert_eq!(
        texts(decision, "[aria-labelledby='site.votes'] > p"),
        ["1 yes, 0 no. A simple majority is needed. 1 of 3 members took part so far; 2 are needed."]
    );
    assert!(texts(&site["changes/index.html"], ".made .items li")[0].ends_with("was put to the board."));
    let meeting = &site["meetings/2026-12-08/index.html"];
    assert!(texts(meeting, ".strip-facts dd").contains(&"8 December 2026 (in 17 days).".to_owned()));
    assert!(texts(meeting, "h2").contains(&"Agenda".to_owned()), "there are no outcomes yet");
}

#[test]
fn an_ended_record_shows_how_far_it_came_and_how_it_ended() {
    let site = site(
        "\
-- decisions/0001-bridge.md --
+++
title = \"A bridge\"
group = \"makers\"
kind = \"general\"
about = []
channel = \"https://example.org/1\"
opened = 2026-03-01
decided = 2026-03-09
outcome = \"rejected\"
+++
",
    );
    let page = &site["decisions/0001/index.html"];
    assert_eq!(texts(page, ".path li"), ["Open", "Rejected"]);
    assert_eq!(texts(page, ".path [aria-current]"), ["Rejected"]);
}

#[test]
fn the_home_page_names_whom_something_is_with() {
    let pledge = |number: u32, donor: &str| {
        format!(
            "\
-- organizations/{donor}.md --
+++
name = \"{donor} Systems\"
roles = [\"donor\"]
+++
-- pledges/000{number}-money.md --
+++
title = \"Money {number}\"
donor = \"{donor}\"
kind = \"money\"

[[event]]
to = \"offered\"
date = 2026-11-01
by = \"{donor}\"

[[event]]
to = \"confirmed\"
date = 2026-11-09
by = \"makers\"
+++
"
        )
    };
    let sow = "\
-- sow/0001-machines.md --
+++
title = \"Machines\"
owner = \"cy\"
group = \"makers\"
assignees = [\"ada\", \"bo\"]

[[event]]
to = \"in-progress\"
date = 2026-11-15
by = \"makers\"
+++
";
    let site = site(&format!("{}{}{sow}", pledge(1, "northgate"), pledge(2, "westgate")));
    let home = &site["index.html"];
    assert_eq!(texts(home, ".bodies h2"), ["With those who do it 3"]);
    assert_eq!(
        texts(home, ".bodies [data-fact='with']"),
        ["northgate Systems", "westgate Systems", "the assignees: Ada Example, Bo Example"]
    );
}

#[test]
fn a_meeting_ahead_stands_once_under_its_own_name() {
    let meeting = |day: &str, rest: &str| {
        format!("-- meetings/{day}.md --\n+++\ngroup = \"makers\"\nkind = \"regular\"\n{rest}+++\n")
    };
    let held = |next: &str| format!("held = true\npresent = [\"ada\"]\nnext = {next}\n");
    let first = [meeting("2026-11-10", &held("2026-12-08")), meeting("2026-12-08", "")].concat();
    let ahead = |site: &BTreeMap<String, String>| texts(&site["index.html"], ".next-meeting p");
    assert_eq!(ahead(&site(&first)), ["Next meeting: Tuesday 8 December 2026 (in 17 days)"]);
    let announced = meeting("2026-11-10", &held("2026-12-08"));
    assert_eq!(
        ahead(&site(&announced)),
        ["Next meeting: Tuesday 8 December 2026 (in 17 days)", "Announced in Meeting of 10 November 2026."]
    );
}

#[test]
fn a_closed_action_ends_before_its_evidence() {
    let site = site(
        "\
-- meetings/2026-11-10.md --
+++
group = \"makers\"
kind = \"regular\"
held = true
present = [\"ada\"]
+++

- [x] @ada: switch the old builders off (due 2026-11-20) [change](https://example.org/215)
- [x] @bo: ask the host (#7). [It answered](https://example.org/7)
- [x] @cy: publish the minutes (due 2026-11-12): MTG-2026-11-10
- [x] read [the charter](https://example.org/charter)
",
    );
    let page = &site["meetings/2026-11-10/index.html"];
    assert_eq!(
        texts(page, ".action-what"),
        [
            "Ada Example: Switch the old builders off.",
            "Bo Example: Ask the host (#7).",
            "Cy Example: Publish the minutes.",
            "nobody: Read the charter."
        ]
    );
    assert_eq!(texts(page, ".action-note a"), ["change", "It answered", "Meeting of 10 November 2026", "link"]);
}

#[test]
fn every_site_that_has_matters_leads_to_its_work_first() {
    let proposal = "\
-- proposals/0001-lists.md --
+++
title = \"Move the lists\"
proposer = \"ada\"
issue = \"https://example.org/1\"
impact = \"minor\"
+++
";
    let menu = |site: &BTreeMap<String, String>| texts(&site["index.html"], ".site-nav li");
    assert_eq!(menu(&site(proposal)), ["Work", "People", "About"]);
    let sow = "-- sow/0001-machines.md --\n+++\ntitle = \"Machines\"\n+++\n";
    assert_eq!(menu(&site(&format!("{proposal}{sow}"))), ["Work", "People", "About"]);
}

#[test]
fn an_ended_record_says_that_no_later_meeting_is_recorded() {
    let record = |more: &str| {
        let fixture = format!(
            "-- candor.toml --\ntitle = \"M\"\ngroup = \"m\"\nrecord_until = 2026-11-12\n-- groups/m.md --\n+++\nname = \"M\"\n\
             type = \"working-group\"\nmeets_every = 14\n+++\n-- meetings/2026-11-10.md --\n+++\ngroup = \"m\"\n{more}+++\n"
        );
        files(&support::project(Tree::fixture(&fixture)))
    };
    for (more, expected) in [
        ("held = true\n", "No meeting after 12 November 2026 is recorded."),
        ("held = true\nnext = 2026-11-24\n", "No meeting after 24 November 2026 is recorded."),
    ] {
        let pages = record(more);
        for (path, element) in [("index.html", ".block p"), ("groups/m/index.html", ".section p")] {
            let said = texts(&pages[path], element);
            assert!(said.iter().any(|it| it == expected), "{path} {more}: {said:?}");
            assert!(!pages[path].contains(">Next meeting:"), "{path}");
        }
    }
}
