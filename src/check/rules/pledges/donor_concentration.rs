//! Donors from whom a larger share of what is pledged comes than the group wants.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::fields::look;
use crate::text::Currency;

/// What came within the last year still tells on whom the group relies.
const A_YEAR: i64 = 365;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(percent) = facts.site.profile.requirements.max_donor_percent else { return Vec::new() };
    let pledges = facts.site.of_kind(Kind::Pledge).filter_map(|entry| Some((entry, entry.pledge()?)));
    let standing: Vec<(&Entry, &Pledge)> = pledges.filter(|(entry, _)| stands(facts, entry)).collect();
    let withheld = standing.iter().filter(|(_, pledge)| pledge.amount.withheld().is_some()).count();
    let measures = measures(facts, &standing);
    measures.iter().flat_map(|(measure, gifts)| of_measure(facts, measure, gifts, percent, withheld)).collect()
}

/// Whether both sides agree on the pledge, and it is still to come or came within a year.
fn stands(facts: &Facts, entry: &Entry) -> bool {
    let Some((workflow, state)) = facts.site.state(entry) else { return false };
    let is_recent = || facts.site.days_in_state(entry).is_some_and(|days| days <= A_YEAR);
    state.name != workflow.initial
        && match state.phase {
            Phase::Open | Phase::Waiting => true,
            Phase::Done => is_recent(),
            Phase::Ended => false,
        }
}

/// What can be added up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Measure {
    /// In the smallest unit of a currency.
    Money(Currency),
    /// In hundredths of an hour a month.
    Time,
}

impl Measure {
    fn title(&self) -> String {
        match self {
            Measure::Money(currency) => format!("the money pledged in {currency}"),
            Measure::Time => "the time pledged".to_owned(),
        }
    }

    fn said(&self, units: i64) -> String {
        match self {
            Measure::Money(currency) => Money { units, currency: *currency }.to_string(),
            Measure::Time => format!("{} hours a month", units as f64 / 100.0),
        }
    }
}

struct Gift<'a> {
    /// `None` where the record does not know the donor; another finding says so.
    donor: Option<&'a Entry>,
    pledge: &'a Entry,
    /// As its measure counts.
    units: i64,
    span: Span,
}

/// The gifts that can be added up. A currency with a single pledge beside others is left out: its share says nothing.
fn measures<'a>(facts: &Facts<'a>, pledges: &[(&'a Entry, &'a Pledge)]) -> BTreeMap<Measure, Vec<Gift<'a>>> {
    let mut measures: BTreeMap<Measure, Vec<Gift>> = BTreeMap::new();
    for (entry, pledge) in pledges {
        let donor = facts.site.target(entry, "donor");
        let money = pledge.amount.get().zip(pledge.amount.span());
        let money = money.map(|(it, span)| (Measure::Money(it.currency), it.units, span));
        let hours = pledge.hours_per_month.get().zip(pledge.hours_per_month.span());
        let hours = hours.map(|(it, span)| (Measure::Time, (it * 100.0).round() as i64, span));
        for (measure, units, span) in money.into_iter().chain(hours).filter(|(_, units, _)| *units > 0) {
            measures.entry(measure).or_default().push(Gift { donor, pledge: entry, units, span });
        }
    }
    let currencies = measures.keys().filter(|measure| **measure != Measure::Time).count();
    measures.retain(|measure, gifts| *measure == Measure::Time || currencies == 1 || gifts.len() > 1);
    measures
}

fn of_measure(facts: &Facts, measure: &Measure, gifts: &[Gift], percent: u32, withheld: usize) -> Vec<Diagnostic> {
    let all = sum(gifts);
    let mut donors: Vec<&Entry> = gifts.iter().filter_map(|gift| gift.donor).collect();
    donors.sort_by_key(|donor| donor.at);
    donors.dedup_by_key(|donor| donor.at);
    let mut found = Vec::new();
    for donor in donors {
        let own: Vec<&Gift> = gifts.iter().filter(|gift| gift.donor.is_some_and(|it| it.at == donor.at)).collect();
        let part = sum(own.iter().copied());
        let limit = i128::from(all) * i128::from(percent);
        if i128::from(part) * 100 <= limit {
            continue;
        }
        let share = i128::from(part) * 100 / i128::from(all);
        let hidden = match (measure, withheld) {
            (Measure::Time, _) | (Measure::Money(_), 0) => String::new(),
            (Measure::Money(_), 1) => "; 1 pledge with a withheld amount is not counted".to_owned(),
            (Measure::Money(_), some) => format!("; {some} pledges with withheld amounts are not counted"),
        };
        let message = format!(
            "{share} % of {} comes from {}, {} of {}, and at most {percent} % is asked for{hidden}",
            measure.title(),
            name(donor),
            measure.said(part),
            measure.said(all),
        );
        let span = look::field(donor.record.as_value(), "name").and_then(|name| name.span());
        let finding = facts.at(donor, span, message).help(help(measure, part, all, percent));
        let finding = citing(facts, "max_donor_percent", finding);
        found.push(own.iter().fold(finding, |finding, gift| {
            finding.label(&gift.pledge.path, gift.span, format!("{} here", measure.said(gift.units)))
        }));
    }
    found
}

fn sum<'a>(gifts: impl IntoIterator<Item = &'a Gift<'a>>) -> i64 {
    gifts.into_iter().fold(0, |sum, gift| sum.saturating_add(gift.units))
}

/// What others would have to pledge.
fn help(measure: &Measure, part: i64, all: i64, percent: u32) -> String {
    let wanted = i128::from(part) * 100 / i128::from(percent.max(1)) - i128::from(all);
    match i64::try_from(wanted) {
        Ok(wanted) if percent > 0 => {
            format!("ask others too: {} from them would bring the share to {percent} %", measure.said(wanted))
        }
        Ok(_) | Err(_) => "ask others too".to_owned(),
    }
}
