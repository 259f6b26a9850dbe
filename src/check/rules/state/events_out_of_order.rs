//! Events that are not in the order of their days.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let events = entry.events().iter().enumerate();
    let dated = events.filter_map(|(at, event)| Some(Dated { at, event, date: *event.date.get()? }));
    let dated: Vec<Dated> = dated.collect();
    if dated.is_sorted_by_key(|event| event.date) {
        return Vec::new();
    }
    // What begins a matter stands where it belongs: its day is wrong.
    let initial = facts.site.workflow_of(entry).map(|workflow| workflow.initial.as_str());
    let begins = dated.first().is_some_and(|first| Some(first.event.to.text()) == initial);
    if let Some(order) = Order::of(&dated).filter(|_| !begins) {
        return vec![upside_down(facts, entry, &dated, order)];
    }
    out_of_place(&dated).into_iter().map(|(event, other)| finding(facts, entry, event, other)).collect()
}

#[derive(Clone, Copy)]
struct Dated<'a> {
    at: usize,
    event: &'a At<Event>,
    date: Date,
}

/// The two ways in which people write down what is newest first.
#[derive(Clone, Copy)]
enum Order {
    /// The newest event stands above the others, which are in order.
    NewestOnTop,
    /// Each event stands above the one before it.
    NewestFirst,
}

impl Order {
    fn of(dated: &[Dated]) -> Option<Order> {
        let [first, rest @ ..] = dated else { return None };
        // Of two events, either of the two days may be the wrong one.
        let last = rest.last().filter(|_| rest.len() > 1)?;
        if rest.is_sorted_by_key(|event| event.date) && first.date >= last.date {
            return Some(Order::NewestOnTop);
        }
        dated.is_sorted_by(|one, two| one.date >= two.date).then_some(Order::NewestFirst)
    }

    /// The places of `number` events in the order of their days.
    fn sorted(self, number: usize) -> Vec<usize> {
        match self {
            Order::NewestOnTop => (1..number).chain([0]).collect(),
            Order::NewestFirst => (0..number).rev().collect(),
        }
    }
}

fn upside_down(facts: &Facts, entry: &Entry, dated: &[Dated], order: Order) -> Diagnostic {
    let (first, last) = (dated[0], dated[dated.len() - 1]);
    let to = first.event.to.text();
    let (message, help, title) = match order {
        Order::NewestOnTop => (
            format!("the step of {} to `{to}` on {} stands above the earlier ones", name(entry), first.date),
            "move this event below the others: the last one says where the record is now",
            "put the newest event at the end",
        ),
        Order::NewestFirst => (
            format!("the events of {} go from the newest to the oldest", name(entry)),
            "write them from the first to the last: the last one says where the record is now",
            "put the events in the order of their days",
        ),
    };
    let finding = facts.at(entry, first.event.date.span(), message).help(help);
    let finding = finding.label(&entry.path, last.event.date.span(), "the last event here is earlier");
    let edit =
        sorted_events(entry, &order.sorted(entry.events().len())).filter(|_| dated.len() == entry.events().len());
    let finding = finding.mended_by(edit.map(|edit| Fix::patch(title, vec![edit])));
    dated.iter().fold(finding, |finding, event| finding.concerning(&entry.path, event_key(event.at)))
}

/// The events that must go elsewhere for the rest to be in order, as few as can be, each with one of the rest that it is on the
/// wrong side of. Where the choice is open, what stands first counts as right.
fn out_of_place<'a>(dated: &[Dated<'a>]) -> Vec<(Dated<'a>, Dated<'a>)> {
    let lengths = lengths_in_order(dated);
    let mut wanted = lengths.iter().copied().max().unwrap_or_default();
    let mut kept: Vec<Dated> = Vec::new();
    let mut others: Vec<Dated> = Vec::new();
    for (event, length) in dated.iter().zip(lengths) {
        if length == wanted && kept.last().is_none_or(|last| last.date <= event.date) {
            kept.push(*event);
            wanted -= 1;
        } else {
            others.push(*event);
        }
    }
    let against = |event: Dated<'a>| {
        let next = kept.partition_point(|it| it.at < event.at);
        let before = kept[..next].last().filter(|it| it.date > event.date);
        before.or(kept.get(next)).copied().map(|other| (event, other))
    };
    others.into_iter().filter_map(against).collect()
}

/// For each event, how many at most are in order from it on, itself included.
fn lengths_in_order(dated: &[Dated]) -> Vec<usize> {
    // From the end: the latest day with which a chain of each length can begin; longer chains begin earlier.
    let mut begins: Vec<Date> = Vec::new();
    let mut lengths: Vec<usize> = Vec::with_capacity(dated.len());
    for event in dated.iter().rev() {
        let longer = begins.partition_point(|day| *day >= event.date);
        match begins.get_mut(longer) {
            Some(day) => *day = event.date,
            None => begins.push(event.date),
        }
        lengths.push(longer + 1);
    }
    lengths.reverse();
    lengths
}

fn finding(facts: &Facts, entry: &Entry, event: Dated, other: Dated) -> Diagnostic {
    let comes = if event.at > other.at { "after" } else { "before" };
    let message = format!(
        "the step of {} to `{}` is dated {} and comes {comes} the one to `{}` on {}",
        name(entry),
        event.event.to.text(),
        event.date,
        other.event.to.text(),
        other.date
    );
    let help = "put each `[[event]]` in the order of the days, or correct the `date` that is wrong";
    let finding = facts.at(entry, event.event.date.span(), message).help(help);
    let label = if event.at > other.at { "this day is later" } else { "this day is earlier" };
    let finding = finding.label(&entry.path, other.event.date.span(), label);
    [event.at, other.at].into_iter().fold(finding, |finding, at| finding.concerning(&entry.path, event_key(at)))
}
