//! What can be followed, as feeds and calendars: one value for all forms, in the words of the pages.

pub(super) mod atom;
pub(super) mod calendar;
pub(super) mod json;
pub(super) mod rss;

use std::cell::LazyCell;

use crate::site::{DayAhead, Entry, Follow, Form, News, OnTheDay, Site, What};
use crate::text::Date;

use super::view::follow::title;
use super::view::part::called;
use super::view::{self, sentence, strip};
use super::{RenderContext, place};
use crate::words;

/// How many steps a feed has at most, and how many days ahead: enough for a reader who comes back after a holiday, at any size of the
/// record.
const ENTRIES: usize = 100;

/// One feed, whatever its form.
struct Feed {
    title: String,
    description: String,
    /// The address of the page that it is about.
    page: String,
    /// The language of its texts, as a tag.
    lang: String,
    /// The day of its latest entry.
    updated: Date,
    /// The latest first.
    items: Vec<Item>,
}

/// One entry of a feed.
struct Item {
    title: String,
    /// The address of what it is about.
    link: String,
    /// The same for ever.
    key: String,
    day: Date,
    /// The kind of the record that it is about, in the words of the site.
    category: String,
    /// In sentences.
    text: String,
}

/// What somebody follows, in one of its forms.
pub(super) fn file(context: &RenderContext, what: Follow, form: Form) -> String {
    files(context, what, &[form]).pop().expect("a form gives a file")
}

/// The same in several forms, in their order; what they hold is made once for all.
pub(super) fn files(context: &RenderContext, what: Follow, forms: &[Form]) -> Vec<String> {
    let feed = LazyCell::new(|| feed(context, what));
    let base = context.site.config.base_url.as_deref().unwrap_or_default();
    let file = |form: &Form| {
        let address = place::canonical(base, place::feed(context.site, what, *form).as_str());
        match form {
            Form::Rss => rss::document(&feed, &address, context.site.today),
            Form::Atom => atom::document(&feed, &address),
            Form::Json => json::document(&feed, &address),
            Form::Calendar => calendar::document(context, what),
        }
    };
    forms.iter().map(file).collect()
}

fn feed(context: &RenderContext, what: Follow) -> Feed {
    let site = context.site;
    let base = site.config.base_url.as_deref().unwrap_or_default();
    let page = match what {
        Follow::Site => "index.html".to_string(),
        Follow::Kind(kind) => place::index(site, kind, 1),
        Follow::Record(at) => place::record(&site.entries[at]),
    };
    let items: Vec<Item> =
        shown(context.calendar().news(site, what)).iter().map(|news| item(context, base, what, news)).collect();
    let title = title(site, what);
    let is_site = what == Follow::Site;
    Feed {
        description: site.config.description.clone().filter(|_| is_site).unwrap_or_else(|| title.clone()),
        title,
        page: place::canonical(base, &page),
        lang: site.config.lang.clone(),
        updated: items.first().map_or(site.today, |item| item.day),
        items,
    }
}

/// Those of `news` that a feed has: the days ahead that come first, and the latest of the rest.
fn shown(news: Vec<News>) -> Vec<News> {
    let mut ahead: Vec<Date> = news.iter().filter_map(day_ahead).collect();
    ahead.sort_unstable();
    let last = ahead.get(ENTRIES).copied().unwrap_or(Date::MAX);
    let mut others = 0;
    news.into_iter()
        .filter(|news| match day_ahead(news) {
            Some(day) => day < last || last == Date::MAX,
            None => {
                others += 1;
                others <= ENTRIES
            }
        })
        .collect()
}

fn day_ahead(news: &News) -> Option<Date> {
    match &news.what {
        What::Ahead(it) => Some(it.day),
        What::Step(_) | What::Waits | What::Voted => None,
    }
}

fn item(context: &RenderContext, base: &str, followed: Follow, news: &News) -> Item {
    let site = context.site;
    let entry = news.of;
    let page = place::canonical(base, &place::record(entry));
    let step = match &news.what {
        What::Step(activity) => activity.step,
        What::Ahead(_) | What::Waits | What::Voted => None,
    };
    let anchor = step.map(|step| format!("#event.{}", step + 1)).unwrap_or_default();
    let now = || strip::paragraph(site, entry).unwrap_or_default();
    let follower = match followed {
        Follow::Record(at) => Some(&site.entries[at]),
        Follow::Site | Follow::Kind(_) => None,
    };
    let (title, text) = match &news.what {
        What::Step(activity) => {
            let text = words::with_day(sentence::sentence(site, entry, activity), words::long_date(activity.date));
            // The latest entry of a record says where it is today.
            let last = entry.steps().iter().rposition(|step| step.is_dated);
            let is_last = step.is_some() && step == last;
            let now = strip::paragraph(site, entry).filter(|_| is_last);
            (sentence::headline(entry, activity), now.map_or(text.clone(), |now| words::what_and_now(text, now)))
        }
        What::Ahead(it) => (headline(site, it), about(site, it)),
        What::Waits => (words::record_waits_for(called(entry), follower.map_or("", |it| &it.title)), now()),
        What::Voted => {
            let text = sentence::decided(site, entry).unwrap_or_else(now);
            (vote(follower, entry), text)
        }
    };
    Item {
        title,
        link: format!("{page}{anchor}"),
        key: news.key.clone(),
        day: news.day,
        category: view::singular(site, entry.kind()),
        text,
    }
}

/// How somebody voted, as a headline.
fn vote(person: Option<&Entry>, decision: &Entry) -> String {
    let voters = decision.tally().map_or(&[][..], |tally| &tally.voters);
    let own = voters.iter().rfind(|it| it.person == person.map(|it| it.at));
    let how = own.map_or("", |it| it.value.as_str());
    words::voted_on(person.map_or("", |it| &it.title), how, called(decision))
}

/// The services that the contract `at` of a record covers; `None` where it names none.
fn covered(site: &Site, of: &Entry, at: usize) -> Option<String> {
    let contract = of.contractor()?.contract.items().get(at)?;
    let services = contract.services.items().iter();
    let names: Vec<String> = services
        .map(|it| site.find(&it.value).map_or(it.value.as_str(), |service| &service.title).to_string())
        .collect();
    (!names.is_empty()).then(|| crate::text::list(names, &words::AND))
}

fn headline(site: &Site, it: &DayAhead) -> String {
    let (what, day) = (sentence::ahead(site, it), words::long_date(it.day));
    // The title of a meeting mostly has its day.
    if what.contains(&day) { what } else { words::on_a_day(what, day) }
}

/// What else there is to say of a day that lies ahead, in sentences: the agenda of a meeting, where a matter is.
pub(super) fn about(site: &Site, it: &DayAhead) -> String {
    let of = &site.entries[it.of];
    let of_meeting = || {
        let points = of.meeting().map_or(&[][..], |meeting| meeting.agenda.items()).iter();
        let points: Vec<&str> = points.map(|point| point.title.text()).filter(|title| !title.is_empty()).collect();
        (!points.is_empty()).then(|| words::agenda_is(points.join("; ")))
    };
    let own = match it.what {
        OnTheDay::Meeting => of_meeting(),
        OnTheDay::NextMeeting | OnTheDay::Action(_) => Some(words::said_in(&of.title)),
        OnTheDay::ContractEnds(at) | OnTheDay::Notice(at) => covered(site, of, at).map(words::contract_covers),
        OnTheDay::End(_) | OnTheDay::Milestone(_) | OnTheDay::SeatEnds(_) | OnTheDay::Revealed => {
            strip::paragraph(site, of)
        }
    };
    own.unwrap_or_else(|| headline(site, it))
}
