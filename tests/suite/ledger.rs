//! Money: what is withheld is counted, and nothing that is published gives it away; and the commands that write records.

use candor::site::ledger::Sum;
use candor::tree::Tree;

use crate::support::{files, project, texts};

const GROUPS: &str = r#"
-- candor.toml --
profile = ["llvm-iwg"]
group = "iwg"
-- groups/iwg.md --
+++
name = "Working group"
type = "working-group"
parent = "board"
+++
-- groups/board.md --
+++
name = "Board"
type = "board"
external = true
+++
"#;

/// An accepted decision of the board on `amount`, decided on `day`.
fn decision(number: u32, day: &str, amount: &str) -> String {
    format!(
        "-- decisions/{number:04}-money.md --\n+++\ntitle = \"Money {number}\"\ngroup = \"board\"\nkind = \"expenditure\"\n\
         about = []\ndecided = {day}\noutcome = \"accepted\"\nchannel = \"https://example.org/t/1\"\namount = {amount}\n+++\n"
    )
}

const KEPT_BACK: &str = "{ withheld = \"offers are open\", until = 2027-01-31, by = \"DEC-0001\" }";

fn money(records: &str) -> String {
    let mut files = files(&project(Tree::fixture(&format!("{GROUPS}{records}"))));
    files.remove("money/index.html").expect("a page on money")
}

#[test]
fn sums_are_exact_and_each_currency_stands_by_itself() {
    let records = [
        decision(1, "2026-01-15", "\"0.10 EUR\""),
        decision(2, "2026-02-15", "\"0.20 EUR\""),
        decision(3, "2026-05-15", "\"1,000 JPY\""),
        decision(4, "2025-05-15", "\"7 EUR\""),
    ];
    let page = money(&records.concat());
    let cells = texts(&page, "[aria-labelledby=\"site.time\"] tbody tr > *");
    let rows: Vec<String> = cells.chunks(4).map(|row| row[..2].join(": ")).collect();
    assert_eq!(
        rows,
        [
            "2026: 0.30 EUR and 1,000 JPY",
            "Quarter 1 of 2026: 0.30 EUR",
            "Quarter 2 of 2026: 1,000 JPY",
            "2025: 7 EUR",
            "Quarter 2 of 2025: 7 EUR"
        ]
    );
}

#[test]
fn what_is_withheld_is_in_no_sum_of_a_quarter_or_of_two_years() {
    for withheld in [vec![1], vec![2], vec![1, 3], vec![1, 2, 3]] {
        let amount = |number: u32| match withheld.contains(&number) {
            true => KEPT_BACK.to_owned(),
            false => format!("\"{} USD\"", 1000 * number),
        };
        let days = [(1, "2025-11-15"), (2, "2026-02-15"), (3, "2026-02-16")];
        let records: String = days.iter().map(|(number, day)| decision(*number, day, &amount(*number))).collect();
        let page = money(&records);
        let rows = texts(&page, "[aria-labelledby=\"site.time\"] tbody tr").join("\n");
        let count = rows.matches("withheld").count();
        // Each is counted for its year and for its quarter.
        let times = if withheld.contains(&2) && withheld.contains(&3) { withheld.len() - 1 } else { withheld.len() };
        assert_eq!(count, 2 * times, "{rows}");
        let listed = texts(&page, "[aria-labelledby=\"site.withheld\"] tbody tr");
        assert_eq!(listed.len(), withheld.len());
        assert!(
            listed.iter().all(|row| row.contains("31 January 2027") && row.contains("offers are open")),
            "{listed:?}"
        );
    }
}

#[test]
fn a_contract_under_a_decision_that_withholds_its_amount_does_not_show_its_own() {
    let contract = "-- contractors/fern.md --\n+++\norganization = \"fern\"\nservices = []\n\n[[contract]]\nid = \"F-1\"\n\
                    sows = []\nservices = []\nstarts = 2026-03-01\nends = 2027-03-01\namount = \"77123 USD\"\n\
                    decision = \"DEC-0002\"\n+++\n";
    let withheld = money(&format!("{}{contract}", decision(2, "2026-02-15", KEPT_BACK)));
    assert!(!withheld.contains("77,123") && !withheld.contains("77123"), "{withheld}");
    let public = money(&format!("{}{contract}", decision(2, "2026-02-15", "\"80000 USD\"")));
    assert!(public.contains("77,123 USD"));
}

/// A statement of work of two parts, the first of which was paid.
const IN_PARTS: &str = "-- sow/0001-move.md --\n+++\ntitle = \"Move\"\n[cost]\nstatus = \"fixed\"\namount = \"900 USD\"\n\n\
                        [[milestone]]\nwhat = \"Old posts\"\namount = \"300 USD\"\npaid = 2026-03-05\n\n\
                        [[milestone]]\nwhat = \"New posts\"\namount = \"600 USD\"\n+++\n";

/// A contract over that work, with `more` in its table.
fn contract(more: &str) -> String {
    format!(
        "-- contractors/fern.md --\n+++\norganization = \"fern\"\nservices = []\n\n[[contract]]\nid = \"F-1\"\n\
         sows = [\"SOW-0001\"]\nservices = []\nstarts = 2026-03-01\nends = 2027-03-01\n{more}+++\n"
    )
}

/// The rows of one section of the page on money, cells apart by a bar.
fn rows(page: &str, section: &str, columns: usize) -> Vec<String> {
    let cells = texts(page, &format!("[aria-labelledby=\"site.{section}\"] tbody tr > *"));
    cells.chunks(columns).map(|row| row.join(" | ")).collect()
}

#[test]
fn each_payment_is_counted_once_for_its_part_or_under_its_contract() {
    let parts = money(IN_PARTS);
    assert_eq!(
        rows(&parts, "payments", 4),
        ["SOW-0001 Old posts, Move | 300 USD | 5 March 2026 | no decision is named"]
    );
    let amount = "amount = \"900 USD\"\n";
    let without = money(&format!("{IN_PARTS}{}", contract(amount)));
    assert_eq!(rows(&without, "payments", 4).len(), 1, "the contract has no payments of its own");
    let draw = "\n[[contract.draw]]\ndate = 2026-04-01\namount = \"310.50 USD\"\n";
    let with = money(&format!("{IN_PARTS}{}", contract(&format!("{amount}{draw}"))));
    let paid = rows(&with, "payments", 4);
    assert!(paid.len() == 1 && paid[0].contains("310.50 USD | 1 April 2026"), "{paid:?}");
}

#[test]
fn payments_say_nothing_of_an_amount_that_is_withheld() {
    let draw = "\n[[contract.draw]]\ndate = 2026-04-01\namount = \"77123 USD\"\n";
    let withheld = money(&contract(&format!("amount = {KEPT_BACK}\n{draw}")));
    assert!(!withheld.contains("77,123") && rows(&withheld, "payments", 4).len() == 1, "{withheld}");
    let part = IN_PARTS.replace("amount = \"900 USD\"", "withheld = \"offers are open\"\nuntil = 2027-01-31");
    let page = money(&part.replace("300", "77123"));
    assert!(!page.contains("77,123") && rows(&page, "payments", 4).len() == 1, "{page}");
}

#[test]
fn a_retainer_promises_at_most_its_cap() {
    let retainer = "\n[contract.retainer]\nmonthly = \"2000 USD\"\ncap = \"12000 USD\"\n";
    let page = money(&contract(retainer));
    assert!(rows(&page, "commitments", 4)[0].contains("12,000 USD"), "{page}");
}

#[test]
fn a_record_without_money_has_no_page_on_it_and_one_that_was_written_says_so() {
    let without = files(&project(Tree::fixture(GROUPS)));
    assert!(!without.contains_key("money/index.html"));
    assert!(!texts(&without["index.html"], ".site-nav li").contains(&"Money".to_owned()));
    let page = money("-- money.md --\n# Money\n\nThe group works without any.\n");
    for sentence in ["No expenditure is recorded as approved.", "No payment is recorded.", "No amount is withheld."] {
        assert!(texts(&page, "main").concat().contains(sentence), "{sentence}");
    }
    assert!(Sum::of(std::iter::empty()).is_empty());
}
