//! What changed, by month and day: of late on one page, and every year on a page of its own.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::page::{place, prose};
use crate::site::{Activity, Made};
use crate::text::Date;
use crate::words;

use super::View;
use super::chrome::Head;
use super::part::{Day, Part, spoken_id};
use super::sentence::outcome;

/// How many months the first page shows.
const MONTHS: usize = 3;

/// A link to the page of a year.
#[derive(Serialize)]
struct YearLink {
    text: String,
    href: String,
    count: usize,
    is_current: bool,
}

/// The latest months, and the years that have pages.
pub(super) fn changes(view: &View) -> Result<String, Diagnostic> {
    let months = by_month(&view.site.activity);
    let shown: Vec<&[Activity]> = months.take(MONTHS).collect();
    let text = view.site.written_for(Made::Changes).map(|entry| prose::prose(view, entry).body);
    page(view, words::CHANGES.to_string(), &shown, text.unwrap_or_default())
}

/// All of one year.
pub(crate) fn changes_in(view: &View, year: i16) -> Result<String, Diagnostic> {
    let of_year = |activity: &&[Activity]| activity[0].date.year() == year;
    let shown: Vec<&[Activity]> = by_month(&view.site.activity).filter(of_year).collect();
    page(view, words::changes_in(year), &shown, String::new())
}

/// The changes of each month, the latest first.
fn by_month(activity: &[Activity]) -> impl Iterator<Item = &[Activity]> {
    let month = |it: &Activity| (it.date.year(), it.date.month());
    activity.chunk_by(move |one, other| month(one) == month(other))
}

fn page(view: &View, title: String, months: &[&[Activity]], text: String) -> Result<String, Diagnostic> {
    let day = |changes: &[Activity]| {
        given! {
            day: Day::of(view.site, changes[0].date),
            changes: changes.iter().map(|it| change(view, it)).collect::<Vec<_>>(),
        }
    };
    let month = |changes: &&[Activity]| {
        let date = changes[0].date;
        given! {
            anchor: format!("month.{}-{:02}", date.year(), date.month()),
            title: words::month_of(words::month_name(date), date.year()),
            count: changes.len(),
            days: changes.chunk_by(|one, other| one.date == other.date).map(day).collect::<Vec<_>>(),
        }
    };
    let is_empty = months.is_empty();
    let it = given! {
        title: title.clone(),
        lede: if is_empty { words::NOTHING_CHANGED } else { words::CHANGES_LEDE },
        views: years(view),
        // The author's text as HTML.
        text,
        blocks: Vec::<Part>::new(),
        months: months.iter().map(month).collect::<Vec<_>>(),
    };
    let head = Head { description: Some(words::CHANGES_LEDE.to_string()), ..Head::titled(&title) };
    view.fill("made.html", head, &it)
}

/// The latest months, then each year with a page, the latest first.
fn years(view: &View) -> Vec<YearLink> {
    let link = |text: String, path: &str, count| YearLink {
        text,
        href: view.to(path),
        count,
        is_current: view.path.as_str() == path,
    };
    let count = |is_of: &dyn Fn(Date) -> bool| view.site.activity.iter().filter(|it| is_of(it.date)).count();
    let latest = by_month(&view.site.activity).take(MONTHS).map(<[Activity]>::len).sum();
    let year = |year: i16| link(year.to_string(), &place::changes(year), count(&|day| day.year() == year));
    let of_years = view.site.years_of_change().into_iter().rev().map(year);
    std::iter::once(link(words::OF_LATE.to_string(), Made::Changes.path(), latest)).chain(of_years).collect()
}

/// One thing that happened, with the record and what became of it.
pub(super) fn change(view: &View, activity: &Activity) -> impl Serialize + use<> {
    let entry = &view.site.entries[activity.entry];
    let step = activity.step.and_then(|at| entry.status.as_ref()?.steps.get(at));
    given! {
        id: spoken_id(&entry.id),
        title: entry.title.clone(),
        href: view.to(&place::record(entry)),
        // What became of it, after its title: `was accepted, 5 yes, 1 no.`
        what: step.map_or_else(|| words::CAME_ABOUT.to_string(), |step| outcome(view.site, entry, step, &activity.what)),
    }
}
