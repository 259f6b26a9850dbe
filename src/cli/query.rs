//! `candor query`: the records as data, for scripts.

use std::path::PathBuf;

use clap::Args;

use crate::data;
use crate::fields::{ACTOR, ANY};
use crate::id::Kind;
use crate::project::Options;
use crate::site::{Entry, Resolved, Site};
use crate::text::{Date, Period, did_you_mean, listing, nearest};

use super::env::{fail, folder, not_empty, print, read, today};
use super::{Outcome, Verbosity, day};

/// Print records as JSON, one on each line, filtered by kind, state, holder and day
///
/// Each line is what the site has as `record.json` beside the page of a record; `candor schema record` says of what shape. With
/// several options a record has to fit all of them; of an option that is given several times, one.
#[derive(Args, Debug)]
pub(super) struct Query {
    /// The folder of the record
    dir: Option<PathBuf>,

    /// Only records of this kind, such as `sow`
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,

    /// Only records in this state, such as `board-review`
    #[arg(long, value_name = "STATE")]
    state: Vec<String>,

    /// Only what this person, group or organization has now
    #[arg(long, value_name = "WHO")]
    holder: Vec<String>,

    /// Only records of this day or a later one: that of a meeting or a decision, else that of the last step
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<Date>,

    /// Only records of this day or an earlier one
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Option<Date>,

    /// Only this record
    #[arg(long, value_name = "ID")]
    id: Vec<String>,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

impl Query {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let dir = folder(self.dir.clone());
        let options = Options { today: today(self.today), drafts: false, base_url: None, index_links: false };
        let project = match read(&dir, &options, verbosity).and_then(|project| not_empty(project, &dir, true)) {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        let site = &*project.site;
        let filter = match self.filter(site) {
            Ok(filter) => filter,
            Err(why) => return fail(Outcome::Usage, why),
        };
        let found = data::records(site).into_iter().filter(|entry| filter.takes(site, entry));
        let lines: Vec<String> = found.map(|entry| format!("{}\n", data::record(site, entry))).collect();
        print(lines.concat());
        Outcome::Clean
    }

    /// The options, each as what it means on `site`.
    ///
    /// # Errors
    /// When one of them names what nobody knows; the words say what is known.
    fn filter(&self, site: &Site) -> Result<Filter, String> {
        let kinds = self.kind.iter().map(|name| kind(name)).collect::<Result<_, _>>()?;
        let states = self.state.iter().map(|name| state(site, name)).collect::<Result<_, _>>()?;
        let holders = self.holder.iter().map(|name| holder(site, name)).collect::<Result<_, _>>()?;
        let ids = self.id.iter().map(|name| record(site, name)).collect::<Result<_, _>>()?;
        Ok(Filter { kinds, states, holders, ids, days: Period { from: self.from, to: self.to } })
    }
}

/// Which records are asked for; an empty list asks for all.
struct Filter {
    kinds: Vec<Kind>,
    states: Vec<String>,
    holders: Vec<usize>,
    ids: Vec<usize>,
    days: Period,
}

impl Filter {
    fn takes(&self, site: &Site, entry: &Entry) -> bool {
        let state = || entry.status.as_ref().map(|status| &status.state);
        let holds = |(_, whom): (String, Vec<&Entry>)| whom.iter().any(|it| self.holders.contains(&it.at));
        let is_held = || site.position(entry).and_then(|position| position.holder).is_some_and(holds);
        let has_any_day = self.days.from.is_none() && self.days.to.is_none();
        (self.kinds.is_empty() || self.kinds.contains(&entry.kind()))
            && (self.ids.is_empty() || self.ids.contains(&entry.at))
            && (self.states.is_empty() || state().is_some_and(|state| self.states.contains(state)))
            && (has_any_day || entry.day().is_some_and(|day| self.days.holds(day)))
            && (self.holders.is_empty() || is_held())
    }
}

fn kind(name: &str) -> Result<Kind, String> {
    let kinds = || Kind::ALL.iter().filter(|kind| **kind != Kind::Page).map(|kind| kind.name());
    Kind::parse(name).filter(|kind| *kind != Kind::Page).ok_or_else(|| {
        let meant = nearest(name, kinds()).map_or_else(|| format!("the kinds are {}", listing(kinds())), did_you_mean);
        format!("there is no kind `{name}`; {meant}")
    })
}

fn state(site: &Site, name: &str) -> Result<String, String> {
    let states = || site.profile.kinds.values().flat_map(|kind| kind.states.iter().map(|state| state.name.as_str()));
    if states().any(|state| state == name) {
        return Ok(name.to_owned());
    }
    let meant = nearest(name, states()).map(did_you_mean);
    Err(format!("no kind has a state `{name}`; {}", meant.unwrap_or_else(|| "`candor profile` lists them".to_owned())))
}

fn holder(site: &Site, name: &str) -> Result<usize, String> {
    resolved(site.resolve(name, ACTOR), name, "person, group or organization")
}

fn record(site: &Site, name: &str) -> Result<usize, String> {
    resolved(site.resolve(name, ANY), name, "record")
}

fn resolved(found: Resolved, name: &str, what: &str) -> Result<usize, String> {
    found.entry().map(|entry| entry.at).ok_or_else(|| format!("there is no {what} `{name}`"))
}
