//! The page on money: by year and quarter, what each amount rests on, what is withheld, what if a contract ended tomorrow.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::document::contractor::Contract;
use crate::fields::At;
use crate::id::Kind;
use crate::page::prose;
use crate::site::ledger::{Amount, Line, Stage, Sum};
use crate::site::{Entry, Made};
use crate::text::{capitalised, list};
use crate::words;
use crate::words::Word;

use super::View;
use super::block::{Block, Table, TableColumn};
use super::chrome::Head;
use super::part::Part;

pub(super) fn money(view: &View) -> Result<String, Diagnostic> {
    let lines = view.site.ledger();
    let own = view.site.written_for(Made::Money);
    let blocks = [
        Some(this_year(view, &lines)),
        by_time(&lines),
        Some(stage(view, &lines, Stage::Approved, "approvals", words::APPROVED, &words::NOTHING_APPROVED)),
        Some(stage(view, &lines, Stage::Committed, "commitments", words::COMMITTED, &words::NOTHING_COMMITTED)),
        Some(stage(view, &lines, Stage::Paid, "payments", words::PAID, &words::NOTHING_PAID)),
        Some(withheld(view)),
        Some(contracts(view)),
        pledged(view),
    ];
    let it = given! {
        title: words::MONEY,
        lede: words::MONEY_LEDE,
        views: Vec::<Part>::new(),
        // The author's text as HTML.
        text: own.map(|entry| prose::prose(view, entry).body).unwrap_or_default(),
        blocks: blocks.into_iter().flatten().collect::<Vec<_>>(),
        months: Vec::<Part>::new(),
    };
    let head = Head { description: Some(words::MONEY_LEDE.to_string()), ..Head::titled(&words::MONEY) };
    view.fill("made.html", head, &it)
}

/// What happened this year, in sentences.
fn this_year(view: &View, lines: &[Line]) -> Block {
    let year = view.site.today.year();
    let of = |stage: Stage| {
        let amounts = lines.iter().filter(|line| line.stage == stage && line.day.is_some_and(|day| day.year() == year));
        Sum::of(amounts.map(|line| &line.amount))
    };
    let said = [
        words::approved_in(year, sum_in_words(&of(Stage::Approved))),
        words::committed_in(year, sum_in_words(&of(Stage::Committed))),
        words::paid_in(year, sum_in_words(&of(Stage::Paid))),
    ];
    let mut items: Vec<Vec<Part>> = said.into_iter().map(|sentence| vec![Part::text(sentence)]).collect();
    if !lines.iter().any(|line| line.stage == Stage::Approved) {
        items.insert(0, vec![Part::text(words::NOTHING_APPROVED)]);
    }
    let kept_back = view.site.withheld_amounts();
    items.extend(kept_back.iter().map(|(entry, _, why)| {
        let said = match why.until {
            Some(until) => words::an_amount_until(words::long_date(until)),
            None => words::AN_AMOUNT_IS_WITHHELD.to_string(),
        };
        vec![Part { note: Some(said), ..view.record_link(entry) }]
    }));
    Block::of("year", words::THIS_YEAR, given! { items })
}

/// `46,500 USD and 1 amount that is withheld`; `nothing`. What is withheld is counted and never added.
pub(crate) fn sum_in_words(sum: &Sum) -> String {
    let public: Vec<String> = sum.amounts().map(words::amount).collect();
    let counted = [
        (sum.withheld, words::withheld_amounts as fn(usize) -> String),
        (sum.not_recorded, words::unrecorded_amounts as fn(usize) -> String),
    ];
    let others = counted.into_iter().filter(|(count, _)| *count > 0).map(|(count, said)| said(count));
    let all: Vec<String> = public.into_iter().chain(others).collect();
    if all.is_empty() { words::NOTHING.to_string() } else { list(all, &words::AND) }
}

/// A row for each year, and below it one for each quarter with anything in it; the latest year first.
fn by_time(lines: &[Line]) -> Option<Block> {
    let mut times: BTreeMap<(std::cmp::Reverse<Option<i16>>, u8), Vec<&Line>> = BTreeMap::new();
    for line in lines {
        let year = std::cmp::Reverse(line.day.map(|day| day.year()));
        times.entry((year, 0)).or_default().push(line);
        if let Some(day) = line.day {
            let quarter = (day.month().unsigned_abs() - 1) / 3 + 1;
            times.entry((year, quarter)).or_default().push(line);
        }
    }
    let time = |(std::cmp::Reverse(year), quarter): &(std::cmp::Reverse<Option<i16>>, u8)| match (year, quarter) {
        (None, _) => words::DAY_NOT_RECORDED.to_string(),
        (Some(year), 0) => words::whole_year(year),
        (Some(year), quarter) => words::quarter_of(*quarter, *year),
    };
    let of = |lines: &[&Line], stage: Stage| {
        let sum = Sum::of(lines.iter().filter(|line| line.stage == stage).map(|line| &line.amount));
        if sum.is_empty() { Vec::new() } else { vec![Part::text(sum_in_words(&sum))] }
    };
    Block::table(
        "time",
        words::BY_YEAR_AND_QUARTER,
        &times,
        &[
            (words::WHEN, &|(at, _)| vec![Part::text(time(at))]),
            (words::APPROVED, &|(_, lines)| of(lines, Stage::Approved)),
            (words::COMMITTED, &|(_, lines)| of(lines, Stage::Committed)),
            (words::PAID, &|(_, lines)| of(lines, Stage::Paid)),
        ],
    )
}

fn stage(view: &View, lines: &[Line], stage: Stage, id: &str, title: Word, nothing: &str) -> Block {
    let of_stage = lines.iter().filter(|line| line.stage == stage);
    let block = Block::lean_table(
        id,
        title,
        of_stage,
        &[
            (words::WHAT, &|line| {
                let link = view.record_link(line.of);
                vec![if line.name.is_empty() {
                    link
                } else {
                    view.record_link_as(line.of, words::named(line.name, &line.of.title))
                }]
            }),
            (words::AMOUNT, &|line| vec![view.amount(&line.amount)]),
            (words::DATE, &|line| line.day.map(|day| view.day(day)).into_iter().collect()),
            (words::DECISION, &|line| match line.decision {
                Some(decision) if decision.at == line.of.at => view.about_of(decision),
                Some(decision) => vec![view.record_link(decision)],
                None => vec![Part::empty(words::NO_DECISION_NAMED)],
            }),
        ],
    );
    block.unwrap_or_else(|| Block::empty(id, title, nothing))
}

fn withheld(view: &View) -> Block {
    let block = Block::table(
        "withheld",
        words::WITHHELD,
        view.site.withheld_amounts(),
        &[
            (words::WHERE, &|(entry, ..)| vec![view.record_link(entry)]),
            (words::UNTIL, &|(.., why)| match why.until {
                Some(until) => vec![view.day(until)],
                None => vec![Part::empty(words::NOT_RECORDED)],
            }),
            (words::REASON, &|(.., why)| vec![Part::text(&*why.reason)]),
            (words::DECISION, &|(.., why)| match &why.by {
                Some(by) => vec![view.any_reference(by)],
                None => vec![Part::empty(words::NO_DECISION_NAMED)],
            }),
        ],
    );
    block.unwrap_or_else(|| Block::empty("withheld", words::WITHHELD, &words::NOTHING_WITHHELD))
}

/// What would happen if each contract ended tomorrow: a line for each term, a column for each contract.
fn contracts(view: &View) -> Block {
    let site = view.site;
    let running: Vec<(&Entry, &At<Contract>)> =
        site.contracts().filter(|(_, contract)| !contract.has_ended(site.today)).collect();
    let unless_stated =
        |parts: Vec<Part>| if parts.is_empty() { vec![Part::empty(words::NOT_RECORDED)] } else { parts };
    let columns: [TableColumn<(&Entry, &At<Contract>)>; 7] = [
        (words::CONTRACT, &|(entry, it)| vec![view.record_link_as(entry, words::named(it.id.text(), &entry.title))]),
        (words::ENDS, &|(_, it)| unless_stated(view.show(&it.ends))),
        (words::NOTICE, &|(_, it)| unless_stated(view.days(&it.notice_days))),
        (words::CAN_BE_ENDED_AT_ONCE, &|(_, it)| unless_stated(view.show(&it.terminable_at_will))),
        (words::WITHOUT_IT, &|(_, it)| unless_stated(view.show(&it.services))),
        (words::KEYS_ELSEWHERE, &|(_, it)| view.keys_beside_contractor(it)),
        (words::EXIT_TRIED, &|(_, it)| unless_stated(view.show(&it.exit_tested))),
    ];
    match Table::of(running, &columns) {
        Some(table) => {
            Block { note: Some(words::CONTRACTS_NOTE.to_string()), ..Block::of("contracts", words::IF_IT_ENDED, table) }
        }
        None => Block::empty("contracts", words::IF_IT_ENDED, &words::NO_CONTRACT),
    }
}

/// Money that was promised to the project, and what became of it; `None` where nothing was.
fn pledged(view: &View) -> Option<Block> {
    let pledges =
        view.site.of_kind(Kind::Pledge).rev().filter(|entry| entry.pledge().is_some_and(|it| !it.amount.is_missing()));
    Block::lean_table(
        "pledged",
        words::PLEDGED,
        pledges,
        &[
            (words::PLEDGE, &|entry| vec![view.record_link(entry)]),
            (words::AMOUNT, &|entry| entry.pledge().map(|it| view.show(&it.amount)).unwrap_or_default()),
            (words::WHAT_CAME_OF_IT, &|entry| vec![Part::text(view.became_of(entry))]),
        ],
    )
}

impl View<'_> {
    fn amount(&self, amount: &Amount) -> Part {
        match amount {
            Amount::Public(money) => Part::text(words::amount(*money)),
            Amount::Withheld(why) => self.withheld(why),
            Amount::NotRecorded => Part::of(super::part::Sort::Unknown, words::NOT_RECORDED),
        }
    }

    /// What a decision is about.
    fn about_of(&self, decision: &Entry) -> Vec<Part> {
        self.site.targets(decision, "about").map(|entry| self.record_link(entry)).collect()
    }

    /// Who holds root access to what a contract covers, but for the contractor.
    fn keys_beside_contractor(&self, contract: &Contract) -> Vec<Part> {
        use crate::document::shared::HoldsFor;
        let services = contract.services.items().iter().filter_map(|it| self.site.find(&it.value));
        let keys = services.flat_map(|service| self.site.keys(service));
        let others = keys.filter(|key| key.is_for(&[HoldsFor::Iwg, HoldsFor::Group, HoldsFor::Board]));
        let mut people: Vec<&Entry> = others.filter_map(|key| self.site.find(key.access.person.get()?)).collect();
        people.sort_by_key(|person| person.at);
        people.dedup_by_key(|person| person.at);
        match people.is_empty() {
            true => vec![Part::empty(words::NOBODY_RECORDED)],
            false => people.into_iter().map(|person| self.record_link(person)).collect(),
        }
    }

    /// What became of a pledge, in a sentence.
    pub(super) fn became_of(&self, entry: &Entry) -> String {
        use crate::document::pledge::PledgeKind;
        let Some(pledge) = entry.pledge() else { return String::new() };
        let given = pledge.fulfilled.items();
        let last = given.iter().filter_map(|it| it.date.get()).max().map(|day| words::long_date(*day));
        let state = self.state(entry).map(|state| state.text);
        match (given.len(), last, pledge.kind.get()) {
            (1, Some(day), _) => words::given_on(day),
            (times @ 1.., Some(day), _) => words::given_times(times, day),
            (times @ 1.., None, _) => words::given_some_day(times),
            (0, ..) if self.site.is_over(entry) => capitalised(&words::closed_as(state.unwrap_or_default())),
            (0, _, Some(PledgeKind::Money)) => words::WAITING_FOR_PAYMENT.to_string(),
            (0, _, Some(PledgeKind::Time)) => words::WAITING_FOR_HOURS.to_string(),
            (0, _, Some(PledgeKind::Resource) | None) => words::WAITING_FOR_IT.to_string(),
        }
    }
}
