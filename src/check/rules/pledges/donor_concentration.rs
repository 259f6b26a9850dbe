//! Donors from whom a larger share of what is pledged comes than the group wants.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::fields::look;
use crate::text::Currency;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let pledges = facts.site.of_kind(Kind::Pledge).filter_map(|entry| Some((entry, entry.pledge()?)));
    let counted: Vec<(&Entry, &Pledge)> = pledges.filter(|(entry, _)| counts(facts, entry)).collect();
    let withheld = counted.iter().filter(|(_, pledge)| pledge.amount.withheld().is_some()).count();
    let measures = measures(facts, &counted);
    measures.iter().flat_map(|(measure, gifts)| check_measure(facts, measure, gifts, withheld)).collect()
}

/// Whether both sides agree on the pledge, and it is still to come or came within the days that the profile names.
fn counts(facts: &Facts, entry: &Entry) -> bool {
    let Some((workflow, state)) = facts.site.state(entry) else { return false };
    let period = facts.site.profile.requirements.days("donor_share_days");
    let is_recent = || facts.site.days_in_state(entry).is_some_and(|days| period.is_none_or(|period| days <= period));
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

    fn amount(&self, units: i64) -> String {
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

fn check_measure(facts: &Facts, measure: &Measure, gifts: &[Gift], withheld: usize) -> Vec<Diagnostic> {
    let all = sum(gifts);
    let mut of_donors: BTreeMap<usize, Vec<&Gift>> = BTreeMap::new();
    for gift in gifts {
        if let Some(donor) = gift.donor {
            of_donors.entry(donor.at).or_default().push(gift);
        }
    }
    let limit = i128::from(all) * i128::from(facts.limit);
    let large = of_donors.into_iter().filter(|(_, own)| i128::from(sum(own.iter().copied())) * 100 > limit);
    large
        .map(|(donor, own)| {
            let donor = &facts.site.entries[donor];
            let span = look::field(donor.record.as_value(), "name").and_then(|name| name.span());
            let part = sum(own.iter().copied());
            let message = message(measure, donor, (part, all), facts.limit, withheld);
            let finding = facts.at(donor, span, message).help(help(measure, part, all, facts.limit));
            own.iter().fold(finding, |finding, gift| {
                let label = format!("{} here", measure.amount(gift.units));
                finding.label(&gift.pledge.path, gift.span, label)
            })
        })
        .collect()
}

fn message(measure: &Measure, donor: &Entry, (part, all): (i64, i64), percent: i64, withheld: usize) -> String {
    let share = i128::from(part) * 100 / i128::from(all);
    let hidden = match (measure, withheld) {
        (Measure::Time, _) | (Measure::Money(_), 0) => String::new(),
        (Measure::Money(_), 1) => "; 1 pledge with a withheld amount is not counted".to_owned(),
        (Measure::Money(_), some) => format!("; {some} pledges with withheld amounts are not counted"),
    };
    format!(
        "{share} % of {} comes from {}, {} of {}, and at most {percent} % is asked for{hidden}",
        measure.title(),
        name(donor),
        measure.amount(part),
        measure.amount(all),
    )
}

fn sum<'a>(gifts: impl IntoIterator<Item = &'a Gift<'a>>) -> i64 {
    gifts.into_iter().fold(0, |sum, gift| sum.saturating_add(gift.units))
}

/// What others would have to pledge.
fn help(measure: &Measure, part: i64, all: i64, percent: i64) -> String {
    let wanted = i128::from(part) * 100 / i128::from(percent.max(1)) - i128::from(all);
    match i64::try_from(wanted) {
        Ok(wanted) if percent > 0 => {
            format!("ask others too: {} from them would bring the share to {percent} %", measure.amount(wanted))
        }
        Ok(_) | Err(_) => "ask others too".to_owned(),
    }
}
