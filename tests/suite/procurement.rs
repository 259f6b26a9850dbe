//! What is bought, step by step: a call that fails and a second one, milestones, a retainer, a contract from its beginning to
//! its end. Each legal step brings in nothing, each illegal twin one finding at its place.

use candor::diagnostic::{BaselineState, Level};
use candor::tree::Tree;

use crate::support;

const GROUP: &str = "-- candor.toml --
profile = [\"base\", \"ours.toml\"]
group = \"iwg\"
-- ours.toml --
name = \"ours\"
extends = \"base\"

[[kind.sow.transition]]
from = \"approved\"
to = \"in-progress\"
by = \"anyone\"
label = \"the work begins\"
needs = [{ state = { of = \"rfp\", is = [\"awarded\"] } }]
-- people/ada.md --
+++
name = \"Ada Example\"
+++
-- people/cleo.md --
+++
name = \"Cleo Example\"
+++
-- organizations/acme.md --
+++
name = \"Acme\"
roles = [\"contractor\"]
+++
-- groups/iwg.md --
+++
name = \"Makers\"
type = \"working-group\"
contact = \"mailto:makers@example.org\"

[[member]]
person = \"ada\"
role = \"chair\"
from = 2020-01-01
+++
-- groups/board.md --
+++
name = \"Board\"
type = \"board\"
contact = \"mailto:board@example.org\"

[[member]]
person = \"cleo\"
role = \"chair\"
from = 2020-01-01
+++
";

fn decision(number: u32, kind: &str, about: &str, day: &str, amount: &str) -> String {
    format!(
        "-- decisions/{number:04}-money.md --\n+++\ntitle = \"Money for {about}\"\ngroup = \"board\"\nkind = \"{kind}\"\n\
         about = [\"{about}\"]\nopened = {day}\ndecided = {day}\noutcome = \"accepted\"\n\
         channel = \"https://example.org/t/{number}\"\namount = \"{amount}\"\n\n[[vote]]\nperson = \"cleo\"\n\
         value = \"yes\"\ndate = {day}\nlink = \"https://example.org/t/{number}#1\"\n+++\n"
    )
}

fn events(steps: &[(&str, &str)]) -> String {
    let event = |(to, date): &(&str, &str)| format!("\n[[event]]\nto = \"{to}\"\ndate = {date}\nby = \"iwg\"\n");
    steps.iter().map(event).collect()
}

const APPROVED: [(&str, &str); 6] = [
    ("draft", "2026-01-02"),
    ("discussion", "2026-01-05"),
    ("costed", "2026-02-02"),
    ("routed", "2026-02-03"),
    ("board-review", "2026-02-04"),
    ("approved", "2026-03-05"),
];

fn sow(keys: &str, more: &[(&str, &str)]) -> String {
    format!(
        "-- sow/0001-lists.md --\n+++\ntitle = \"Host the lists\"\nproposals = []\nowner = \"ada\"\ngroup = \"iwg\"\n\
         route = \"contractor\"\nroute_reason = \"Nights.\"\nshared_infrastructure = false\n\
         cost = {{ status = \"approved\", amount = \"9000 EUR\" }}\n{keys}{}+++\n",
        events(&[&APPROVED, more].concat())
    )
}

fn call(number: u32, more: &str, steps: &[(&str, &str)]) -> String {
    format!(
        "-- rfp/{number:04}-lists.md --\n+++\ntitle = \"Host the lists\"\nsow = \"SOW-0001\"\nopen = true\n\
         award_criteria = [\"price\"]\nprices_public_after_days = 30\n{more}{}+++\n",
        events(steps)
    )
}

/// The errors and warnings that a change brings in, as `rule path`; without those about sections, which no fixture here has.
fn brought_in(base: &Tree, head: &Tree) -> Vec<String> {
    let project = support::project_since(head.clone(), base.clone());
    let is_new = |it: &candor::diagnostic::Diagnostic| {
        let is_blamed = matches!(it.baseline_state, Some(BaselineState::New | BaselineState::BlocksStep));
        is_blamed && it.level > Level::Note && !["missing-section", "several-steps-at-once"].contains(&it.rule)
    };
    let found = project.report.findings.iter().filter(|it| is_new(it));
    found.map(|it| format!("{} {}", it.rule, it.path)).collect()
}

fn site(more: &[&str]) -> Tree {
    Tree::fixture(&(GROUP.to_owned() + &more.concat()))
}

const NONE: [&str; 0] = [];

#[test]
fn a_call_that_failed_and_the_one_after_it_are_both_on_record() {
    let money = decision(1, "expenditure", "SOW-0001", "2026-03-04", "9000 EUR");
    let closed = [("draft", "2026-03-06"), ("published", "2026-03-09"), ("closed", "2026-04-09")];
    let failed = [&closed[..], &[("unsuccessful", "2026-04-20")]].concat();
    let open = [("draft", "2026-11-02"), ("published", "2026-11-03")];
    let awarded =
        [&open[..], &[("closed", "2026-11-18"), ("evaluating", "2026-11-19"), ("awarded", "2026-11-20")]].concat();
    let closes = "published = 2026-11-03\nquestions_until = 2026-11-20T12:00Z\ncloses = 2026-12-01T12:00Z\n";
    let closes_early = "published = 2026-11-03\nquestions_until = 2026-11-10T12:00Z\ncloses = 2026-11-17T12:00Z\n";
    let offer = "\n[[offer]]\nfrom = \"acme\"\nreceived = 2026-11-10\noutcome = \"selected\"\n";
    let award = decision(2, "award", "RFP-0002", "2026-11-20", "8000 EUR");
    let both = "rfp = [\"RFP-0001\", \"RFP-0002\"]\n";
    let walk = [
        site(&[&money, &sow("rfp = \"RFP-0001\"\n", &[]), &call(1, "", &closed)]),
        site(&[&money, &sow("rfp = \"RFP-0001\"\n", &[]), &call(1, "", &failed)]),
        site(&[&money, &sow(both, &[]), &call(1, "", &failed), &call(2, closes, &open)]),
    ];
    for pair in walk.windows(2) {
        assert_eq!(brought_in(&pair[0], &pair[1]), NONE);
    }
    // Where it is: with the second call, and the first one is told beside it.
    let project = support::project(walk[2].clone());
    let sow_entry = project.site.entries.iter().find(|it| it.id.to_string() == "SOW-0001").expect("it is there");
    let position = project.site.position(sow_entry).expect("it has a state");
    assert_eq!(position.under_way.iter().map(|it| it.of.id.to_string()).collect::<Vec<_>>(), ["RFP-0002"]);
    let page = &support::files(&project)["sow/0001/index.html"];
    assert!(page.contains("RFP-0001") && page.contains("RFP-0002"));

    let won = call(2, &format!("{closes_early}{offer}"), &awarded);
    let begun =
        |rfp: &str| site(&[&money, &award, &sow(rfp, &[("in-progress", "2026-11-21")]), &call(1, "", &failed), &won]);
    let of_step = |rfp: &str| {
        let report = support::project(begun(rfp)).report;
        let found = report.findings.into_iter().filter(|it| it.rule == "missing-evidence");
        found.map(|it| it.path.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(of_step(both), NONE);
    assert_eq!(of_step("rfp = \"RFP-0002\"\n"), NONE);
    assert_eq!(of_step("rfp = [\"RFP-0002\", \"RFP-0001\"]\n"), ["sow/0001-lists.md"]);
    assert_eq!(of_step("rfp = \"RFP-0001\"\n"), ["sow/0001-lists.md"]);
}

fn milestone(what: &str, amount: &str, more: &str) -> String {
    format!("\n[[milestone]]\nwhat = \"{what}\"\namount = \"{amount}\"\n{more}")
}

#[test]
fn milestones_are_accepted_and_then_paid() {
    let money = decision(1, "expenditure", "SOW-0001", "2026-03-04", "9000 EUR");
    let at = |first: &str, second: &str| site(&[&money, &sow(&format!("{first}{second}"), &[])]);
    let second = milestone("The lists are moved", "5000 EUR", "due = 2026-12-20\n");
    let first = |more: &str| milestone("The archive is moved", "4000 EUR", more);
    let accepted = "accepted = 2026-06-10\n";
    let paid = "accepted = 2026-06-10\npaid = 2026-06-20\nlink = \"https://example.org/p/1\"\n";
    let walk = [at(&first(""), &second), at(&first(accepted), &second), at(&first(paid), &second)];
    for pair in walk.windows(2) {
        assert_eq!(brought_in(&pair[0], &pair[1]), NONE);
    }
    for (twin, expected) in [
        (at(&first("paid = 2026-06-20\n"), &second), &["paid-before-acceptance sow/0001-lists.md"][..]),
        (
            at(&first("accepted = 2026-06-21\npaid = 2026-06-20\n"), &second),
            &["paid-before-acceptance sow/0001-lists.md"],
        ),
        (at(&first(""), &second.replace("5000", "4500")), &["approved-terms-changed sow/0001-lists.md"]),
        (
            at(&first(""), &second.replace("5000", "5000.01")),
            &["approved-terms-changed sow/0001-lists.md", "payments-over-amount sow/0001-lists.md"],
        ),
        (at(&first(""), ""), &["approved-terms-changed sow/0001-lists.md"]),
    ] {
        let mut found = brought_in(&walk[0], &twin);
        found.sort_unstable();
        assert_eq!(found, expected);
    }
}

#[test]
fn what_is_paid_for_the_parts_stays_back_with_the_sum() {
    let cost =
        "cost = { status = \"approved\", withheld = \"offers are compared\", until = 2027-01-31, by = \"DEC-0001\" }";
    let text = sow(&milestone("The archive is moved", "4321 EUR", ""), &[]);
    let text = text.replace("cost = { status = \"approved\", amount = \"9000 EUR\" }", cost);
    let project = support::project(site(&[&text]));
    assert!(!support::files(&project)["sow/0001/index.html"].contains("4,321"));
    let is_told = project.report.findings.iter().any(|it| it.rule == "amount-in-withheld-record");
    assert!(is_told, "the amount is in the files all the same");
    let shown = support::project(site(&[&sow(&milestone("The archive is moved", "4321 EUR", ""), &[])]));
    assert!(support::files(&shown)["sow/0001/index.html"].contains("4,321"));
}

/// A contract with its retainer, its steps and its payments.
fn contract(ends: &str, steps: &str) -> String {
    format!(
        "-- contractors/acme.md --\n+++\norganization = \"acme\"\nservices = []\n\n[[contract]]\nid = \"C-1\"\n\
         signed_by = \"board\"\nsows = [\"SOW-0001\"]\nservices = []\nstarts = 2026-03-10\nends = {ends}\nnotice_days = 60\n\
         renewal = \"by a decision\"\namount = \"9000 EUR\"\ndecision = \"DEC-0001\"\nterminable_at_will = false\n\
         exit_tested = 2026-09-01\nretainer = {{ monthly = \"1000 EUR\", cap = \"9000 EUR\" }}\n{steps}+++\n"
    )
}

fn step(to: &str, date: &str, more: &str) -> String {
    format!("\n[[contract.event]]\nto = \"{to}\"\ndate = {date}\n{more}")
}

fn draw(date: &str, amount: &str) -> String {
    format!("\n[[contract.draw]]\ndate = {date}\namount = \"{amount}\"\nwhat = \"Work on {date}\"\n")
}

#[test]
fn a_contract_keeps_its_terms_from_its_signature_to_its_end() {
    let money = decision(1, "expenditure", "SOW-0001", "2026-03-04", "9000 EUR");
    let more = decision(2, "expenditure", "SOW-0001", "2026-09-01", "3000 EUR");
    let work = sow("contract = \"acme\"\n", &[]);
    let at = |ends: &str, steps: &[&str]| site(&[&money, &more, &work, &contract(ends, &steps.concat())]);
    let signed =
        step("negotiated", "2026-03-05", "") + &step("signed", "2026-03-08", "link = \"https://example.org/c\"\n");
    let (march, april) = (draw("2026-03-31", "1000 EUR"), draw("2026-04-30", "999.99 EUR"));
    let renewed = step("renewed", "2026-09-02", "until = 2027-12-31\ndecision = \"DEC-0002\"\n");
    let notice = step("notice", "2026-09-10", "");
    let ended = step("ended", "2026-11-20", "");
    let end = "2026-12-31";
    let walk = [
        at(end, &[&signed]),
        at(end, &[&signed, &march]),
        at(end, &[&signed, &march, &april]),
        at(end, &[&signed, &renewed, &march, &april]),
        at(end, &[&signed, &renewed, &notice, &march, &april]),
        at(end, &[&signed, &renewed, &notice, &ended, &march, &april]),
    ];
    for pair in walk.windows(2) {
        assert_eq!(brought_in(&pair[0], &pair[1]), NONE);
    }
    let page = &support::files(&support::project(walk[5].clone()))["contractors/acme/index.html"];
    for shown in
        ["31 December 2026", "31 December 2027", "20 November 2026", "999.99 EUR", "1,000 EUR a month, up to 9,000 EUR"]
    {
        assert!(page.contains(shown), "{shown}");
    }
    let told = |rule: &str| vec![format!("{rule} contractors/acme.md")];
    let again = draw("2026-04-02", "0.02 EUR");
    let unpaid = step("renewed", "2026-09-02", "until = 2027-12-31\n");
    let early = step("ended", "2026-11-08", "");
    let after = step("renewed", "2026-11-21", "until = 2028-12-31\ndecision = \"DEC-0002\"\n");
    for (base, twin, expected) in [
        (2, at(end, &[&signed, &march, &april, &again]), told("payments-over-amount")),
        (2, at(end, &[&signed, &march, &april.replace("999.99", "500")]), told("approved-terms-changed")),
        (2, at(end, &[&signed, &march]), told("approved-terms-changed")),
        (2, at("2027-12-31", &[&signed, &march, &april]), told("approved-terms-changed")),
        (2, at(end, &[&signed.replace("03-08", "03-09"), &march, &april]), told("approved-terms-changed")),
        (2, at(end, &[&signed, &unpaid, &march, &april]), told("money-without-board-decision")),
        (4, at(end, &[&signed, &renewed, &notice, &early, &march, &april]), told("contract-ended-before-notice")),
        (5, at(end, &[&signed, &renewed, &notice, &ended, &after, &march, &april]), told("contract-step-out-of-order")),
    ] {
        assert_eq!(brought_in(&walk[base], &twin), expected);
    }
}
