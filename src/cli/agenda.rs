//! `candor agenda`: the minutes file of the next meeting, with what waits for the group on its agenda.

use std::path::PathBuf;

use clap::Args;

use crate::fields::{GROUP, Ref, toml_text};
use crate::id::Kind;
use crate::project::Options;
use crate::site::agenda::{Point, Why};
use crate::site::{Entry, Site};
use crate::text::{Date, count, listing};

use super::env::{fail, folder, print, read, say_aside, today};
use super::{Outcome, Verbosity, day};

/// Print the minutes file of the next meeting with its agenda
///
/// What the record of that meeting has already is kept; behind it stand the decisions that are before the group, what was
/// left over, the matters that wait for it by how long they do, and actions whose day has come.
#[derive(Args, Debug)]
pub(super) struct Agenda {
    /// The group that meets [default: the group of candor.toml, else the only one]
    group: Option<String>,

    /// The day of the meeting [default: the next one that is announced, else by how often the group meets]
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<Date>,

    /// The folder of the record
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

/// How many matters that wait have a point of their own.
const NAMED: usize = 12;

impl Agenda {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let dir = folder(self.dir.clone());
        let options = Options { today: today(self.today), drafts: false, base_url: None, index_links: false };
        let project = match read(&dir, &options, verbosity) {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        let site = &*project.site;
        let group = match self.group_of(site) {
            Ok(group) => group,
            Err(why) => return fail(Outcome::Usage, why),
        };
        let announced = || site.next_meeting(group).map(|(date, _)| date);
        let Some(date) = self.date.or_else(announced).or_else(|| site.usual_next_meeting(group)) else {
            return fail(
                Outcome::Usage,
                format_args!(
                    "no next meeting of {} is announced\n  name its day, as in `candor agenda --date {}`",
                    group.title, site.today
                ),
            );
        };
        print(format_args!("{}", minutes(site, group, date)));
        if !verbosity.quiet {
            let path =
                site.meeting_on(group, date).map_or_else(|| format!("meetings/{date}.md"), |it| it.path.to_string());
            say_aside(format!("Save it as {path}."));
        }
        Outcome::Clean
    }

    fn group_of<'a>(&self, site: &'a Site) -> Result<&'a Entry, String> {
        let groups = || site.of_kind(Kind::Group);
        let names = || listing(groups().map(|group| &*group.id.key));
        match &self.group {
            Some(name) => site
                .find(&Ref::<GROUP>(name.clone()))
                .ok_or_else(|| format!("there is no group `{name}`; the groups are {}", names())),
            None => site
                .own_group()
                .or_else(|| groups().next().filter(|_| groups().len() == 1))
                .ok_or_else(|| format!("nothing says which group meets; name one of {}", names())),
        }
    }
}

/// A file of the kind that [`crate::document::parse`] reads as the meeting of `group` on `date`.
fn minutes(site: &Site, group: &Entry, date: Date) -> String {
    let own = site.meeting_on(group, date);
    let mut text = match own.and_then(kept) {
        Some(front) => format!("+++\n{}\n", front.trim_end()),
        None => format!("+++\ngroup = {}\nkind = \"regular\"\n", toml_text(&group.id.key)),
    };
    let points = site.agenda_for(group, date);
    let is_waiting = |point: &&Point| matches!(point.why, Why::Waits(_));
    let waiting: Vec<&Point> = points.iter().filter(is_waiting).collect();
    let (named, counted) = waiting.split_at(waiting.len().min(NAMED));
    let others = |is_due_too: bool| points.iter().filter(move |it| !is_waiting(it) && is_due(it) == is_due_too);
    for point in others(false).chain(named.iter().copied()) {
        text.push_str(&item(&title(point), point.about.into_iter(), link(point)));
    }
    if !counted.is_empty() {
        let title = format!("{} that wait for the group", count(counted.len(), "more matter", "more matters"));
        text.push_str(&item(&title, counted.iter().filter_map(|point| point.about), None));
    }
    for point in others(true) {
        text.push_str(&item(&title(point), point.about.into_iter(), None));
    }
    text.push_str("+++\n");
    let body = own.map(|own| own.body().trim()).unwrap_or_default();
    if !body.is_empty() {
        text.push_str(&format!("\n{body}\n"));
        return text;
    }
    for section in site.profile.outline(Kind::Meeting) {
        text.push_str(&format!("\n## {}\n\n<!-- {} -->\n", section.title, section.guidance));
    }
    text
}

/// The front matter that the record of the meeting has; `None` when it has none.
fn kept(own: &Entry) -> Option<&str> {
    let text = own.text.trim_start_matches('\u{feff}').strip_prefix("+++")?;
    Some(text.split_once("\n+++")?.0.trim())
}

fn is_due(point: &Point) -> bool {
    matches!(point.why, Why::Due(_))
}

fn title(point: &Point) -> String {
    let of_record = || point.about.map(|entry| entry.title.clone()).unwrap_or_default();
    match &point.why {
        Why::Decision(_) | Why::Waits(_) => of_record(),
        Why::LeftOver(_, item) => item.title.text().to_owned(),
        Why::Due(actions) => {
            let day =
                point.about.and_then(|it| it.id.date()).map(|date| format!(", agreed on {date}")).unwrap_or_default();
            format!("{} due{day}", count(actions.len(), "action", "actions"))
        }
    }
}

/// Where an item that was left over is discussed.
fn link(point: &Point) -> Option<String> {
    match &point.why {
        Why::LeftOver(_, item) => item.link.get().map(|link| link.0.clone()),
        Why::Decision(_) | Why::Waits(_) | Why::Due(_) => None,
    }
}

fn item<'a>(title: &str, about: impl Iterator<Item = &'a Entry>, link: Option<String>) -> String {
    let ids: Vec<String> = about.map(|entry| toml_text(&entry.id.reference())).collect();
    let about = match &ids[..] {
        [] => String::new(),
        [one] => format!("about = {one}\n"),
        several => format!("about = [{}]\n", several.join(", ")),
    };
    let link = link.map(|link| format!("link = {}\n", toml_text(&link))).unwrap_or_default();
    format!("\n[[agenda]]\ntitle = {}\n{about}{link}", toml_text(title))
}
