//! Donors from whom a larger share of what is pledged comes than the group wants.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::text::Currency;

/// What a pledge counts by.
const COUNTED: [&str; 6] = ["donor", "amount", "hours_per_month", "event", "event.to", "event.date"];

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let pledges = facts.site.of_kind(Kind::Pledge).filter_map(|entry| Some((entry, entry.pledge()?)));
    // Of a sum of which a part could not be read, nobody knows a share.
    if facts.site.of_kind(Kind::Pledge).any(|entry| entry.is_unreadable_at(&COUNTED)) {
        return Vec::new();
    }
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
    let gifts = pledges.iter().flat_map(|(pledge, it)| {
        let donor = facts.site.target(pledge, "donor");
        let money = it.amount.get().map(|money| (Measure::Money(money.currency), money.units, it.amount.span()));
        let hours = it.hours_per_month.get();
        let hours = hours.map(|hours| (Measure::Time, (hours * 100.0).round() as i64, it.hours_per_month.span()));
        let given = money.into_iter().chain(hours).filter(|(_, units, _)| *units > 0);
        given.filter_map(move |(measure, units, span)| Some((measure, Gift { donor, pledge, units, span: span? })))
    });
    let mut measures = grouped(gifts);
    let currencies = measures.keys().filter(|measure| **measure != Measure::Time).count();
    measures.retain(|measure, gifts| *measure == Measure::Time || currencies == 1 || gifts.len() > 1);
    measures
}

fn check_measure(facts: &Facts, measure: &Measure, gifts: &[Gift], withheld: usize) -> Vec<Diagnostic> {
    let (all, percent) = (sum(gifts), facts.limit);
    let of_donors = grouped(gifts.iter().filter_map(|gift| Some((gift.donor?.at, gift))));
    let hidden = match (measure, withheld) {
        (Measure::Time, _) | (Measure::Money(_), 0) => String::new(),
        (Measure::Money(_), 1) => "; 1 pledge with a withheld amount is not counted".to_owned(),
        (Measure::Money(_), some) => format!("; {some} pledges with withheld amounts are not counted"),
    };
    let found = of_donors.into_iter().filter_map(|(donor, own)| {
        let (donor, part) = (&facts.site.entries[donor], sum(own.iter().copied()));
        (i128::from(part) * 100 > i128::from(all) * i128::from(percent)).then_some(())?;
        let share = i128::from(part) * 100 / i128::from(all);
        let of_all = format!("{} of {}", measure.amount(part), measure.amount(all));
        let (what, who) = (measure.title(), name(donor));
        let message =
            format!("{share} % of {what} comes from {who}, {of_all}, and at most {percent} % is asked for{hidden}");
        // What others would have to pledge.
        let wanted = i128::from(part) * 100 / i128::from(percent.max(1)) - i128::from(all);
        let wanted = i64::try_from(wanted).ok().filter(|_| percent > 0).map_or(String::new(), |wanted| {
            format!(": {} from them would bring the share to {percent} %", measure.amount(wanted))
        });
        let finding = facts
            .at(donor, key_span(donor, "name"), message)
            .help(format!("ask others too, and add what they promise below `pledges/`{wanted}"));
        let gifts =
            own.iter().map(|gift| (&gift.pledge.path, gift.span, format!("{} here", measure.amount(gift.units))));
        Some(finding.labels(gifts))
    });
    found.collect()
}

fn sum<'a>(gifts: impl IntoIterator<Item = &'a Gift<'a>>) -> i64 {
    gifts.into_iter().fold(0, |sum, gift| sum.saturating_add(gift.units))
}
