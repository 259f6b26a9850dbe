//! `candor report`: the report on a period as a record, from what the records say of it.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;

use crate::id::Kind;
use crate::page::sum_in_words;
use crate::project::Options;
use crate::site::ledger::{Stage, Sum};
use crate::site::{Activity, Entry, Site};
use crate::text::{Date, Period, count, long_date};
use crate::workflow::Means;

use super::env::{fail, folder, print, read, say_aside, today};
use super::{Outcome, Verbosity, day};

/// Print the report on a period: what moved, what was decided, money, service levels, the outlook
///
/// The report is a record of the kind `report` with all that the records say of the period; whoever publishes it adds what
/// they do not. The same record gives the same report.
#[derive(Args, Debug)]
pub(super) struct Report {
    /// The first day
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Date,

    /// The last day
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Date,

    /// The folder of the record
    dir: Option<PathBuf>,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

impl Report {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let (from, to) = (self.from, self.to);
        if to < from {
            return fail(Outcome::Usage, format_args!("`--to` is {to}, which is before `--from`, {from}"));
        }
        let dir = folder(self.dir.clone());
        let options = Options { today: today(self.today), drafts: false, base_url: None, index_links: false };
        let project = match read(&dir, &options, verbosity) {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        print(format_args!("{}", report(&project.site, from, to)));
        if !verbosity.quiet {
            say_aside(format!("Save it as reports/{from}-to-{to}.md, and add what the records do not say."));
        }
        Outcome::Clean
    }
}

/// A file of the kind that [`crate::document::parse`] reads as a report on the days from `from` to `to`.
fn report(site: &Site, from: Date, to: Date) -> String {
    let period = Period { from: Some(from), to: Some(to) };
    let title = format!("From {} to {}", long_date(from), long_date(to));
    let mut text = format!(
        "+++\ntitle = {}\nperiod = {{ from = {from}, to = {to} }}\naudience = \"board\"\n+++\n\n## Done\n",
        crate::fields::toml_text(&title)
    );
    section(&mut text, "Decisions", decisions(site, period), "No decision is recorded as taken in these days.");
    section(&mut text, "What moved", moved(site, period), "No step is recorded in these days.");
    section(&mut text, "Money", money(site, period), "No amount is recorded in these days.");
    section(&mut text, "Service levels", levels(site, period), "No result is recorded for these months.");
    text.push_str("\n## Planned\n");
    section(&mut text, "Under way", under_way(site), "No matter is open.");
    section(&mut text, "Days ahead", ahead(site), "No day is announced.");
    text
}

fn section(text: &mut String, title: &str, lines: Vec<String>, nothing: &str) {
    let _ = write!(text, "\n### {title}\n\n");
    match lines.is_empty() {
        true => text.push_str(&format!("{nothing}\n")),
        false => lines.iter().for_each(|line| text.push_str(&format!("- {line}\n"))),
    }
}

/// What was decided, by the day.
fn decisions(site: &Site, period: Period) -> Vec<String> {
    let taken = site.of_kind(Kind::Decision).filter_map(|entry| {
        let day = *entry.decision()?.decided.get().filter(|day| period.holds(**day))?;
        let outcome = entry.decision()?.outcome.get()?;
        let tally = entry.tally().filter(|tally| !tally.voters.is_empty());
        let votes = tally.map(|tally| format!(", {} to {}", tally.yes, tally.no)).unwrap_or_default();
        let outcome = outcome.as_str().replace('-', " ");
        Some((day, format!("{}: {}, {outcome} on {}{votes}.", entry.id, plain(&entry.title), long_date(day))))
    });
    let mut taken: Vec<(Date, String)> = taken.collect();
    taken.sort();
    taken.into_iter().map(|(_, line)| line).collect()
}

/// Every other record that took steps, with those steps in their order.
fn moved(site: &Site, period: Period) -> Vec<String> {
    let mut steps: Vec<&Activity> = site.activity.iter().filter(|it| period.holds(it.date)).collect();
    steps.retain(|it| !matches!(site.entries[it.entry].kind(), Kind::Decision));
    // The latest stands first in the list of all.
    steps.sort_by_key(|it| (it.entry, it.date, it.step));
    let of_one = steps.chunk_by(|one, other| one.entry == other.entry);
    let line = |steps: &[&Activity]| {
        let entry = &site.entries[steps[0].entry];
        let said: Vec<String> = steps.iter().map(|it| format!("{} on {}", it.what, long_date(it.date))).collect();
        format!("{}: {}.", called(entry), said.join(", "))
    };
    of_one.map(line).collect()
}

fn money(site: &Site, period: Period) -> Vec<String> {
    let ledger = site.ledger();
    let of = |(stage, word): (Stage, &str)| {
        let lines = ledger.iter().filter(|line| line.stage == stage && line.day.is_some_and(|day| period.holds(day)));
        let sum = Sum::of(lines.map(|line| &line.amount));
        (!sum.is_empty()).then(|| format!("{word}: {}.", sum_in_words(&sum)))
    };
    let words = [(Stage::Approved, "Approved"), (Stage::Committed, "Committed"), (Stage::Paid, "Paid")];
    words.into_iter().filter_map(of).collect()
}

/// Each objective with a result in the period: how often it was met.
fn levels(site: &Site, period: Period) -> Vec<String> {
    let services = site.of_kind(Kind::Service).filter_map(|entry| Some((entry, entry.service()?)));
    let slos = services.flat_map(|(entry, service)| service.slo.items().iter().map(move |slo| (entry, slo)));
    let line = |(entry, slo): (&Entry, &crate::fields::At<crate::document::shared::Slo>)| {
        let objective = slo.objective.get()?;
        let of_period = slo.result.items().iter().filter(|it| it.month.get().is_some_and(|day| period.holds(*day)));
        let values: Vec<f64> = of_period.filter_map(|it| it.value.value.get().copied()).collect();
        let met = values.iter().filter(|value| objective.is_met_by(**value)).count();
        let indicator = slo.indicator.get().map_or_else(String::new, |it| it.as_str().replace('-', " "));
        let said = format!(
            "{}: {indicator} {objective} met in {met} of {}.",
            called(entry),
            count(values.len(), "month", "months")
        );
        (!values.is_empty()).then_some(said)
    };
    slos.filter_map(line).collect()
}

/// The open matters, each with its state.
fn under_way(site: &Site) -> Vec<String> {
    let is_plan =
        |entry: &&Entry| matches!(entry.kind(), Kind::Sow | Kind::Rfp | Kind::Bounty | Kind::Decision | Kind::Pledge);
    let open = site
        .entries
        .iter()
        .filter(is_plan)
        .filter(|entry| site.is_open_matter(entry) && !matches!(entry.means(), Some(Means::Draft)));
    let line = |entry: &Entry| {
        let position = site.position(entry)?;
        let state = position.row.map_or_else(|| position.state.replace('-', " "), |row| row.label.clone());
        let due = position.deadline.filter(|due| due.date >= site.today);
        let due = due.map(|due| format!(", last day {}", long_date(due.date))).unwrap_or_default();
        Some(format!("{}: {state}{due}.", called(entry)))
    };
    open.filter_map(line).collect()
}

/// Meetings and ends of contracts that lie ahead, by the day.
fn ahead(site: &Site) -> Vec<String> {
    let meetings = site.of_kind(Kind::Group).filter_map(|group| {
        let (day, _) = site.next_meeting(group)?;
        Some((day, format!("{}: {} meets.", long_date(day), plain(&group.title))))
    });
    let contracts = site.contracts().filter_map(|(entry, contract)| {
        let day = *contract.ends.get().filter(|day| **day >= site.today)?;
        Some((
            day,
            format!(
                "{}: the contract {} with {} ends.",
                long_date(day),
                plain(contract.id.text()),
                plain(&entry.title)
            ),
        ))
    });
    let mut days: Vec<(Date, String)> = meetings.chain(contracts).collect();
    days.sort();
    days.into_iter().map(|(_, line)| line).collect()
}

/// `SOW-0001, Pre-merge builders`; a record without a number by its title.
fn called(entry: &Entry) -> String {
    match entry.id.prefix() {
        "" => plain(&entry.title),
        _ if entry.kind() == Kind::Meeting => plain(&entry.id.to_string()),
        _ => format!("{}, {}", entry.id, plain(&entry.title)),
    }
}

/// `text` as Markdown that shows it as it is.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\`*_[]<>#|@~&".contains(letter) {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
