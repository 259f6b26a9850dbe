//! iCalendar: meetings with their hours, last days, ends of contracts and what is due.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

use crate::fields::{Field, Moment};
use crate::page::view::sentence;
use crate::page::{RenderContext, place};
use crate::site::{DayAhead, End, Follow, OnTheDay};
use crate::text::{Date, readable};
use crate::words;

use super::{about, title};

/// The calendar of the whole site or of a group.
pub(super) fn document(context: &RenderContext, what: Follow) -> String {
    let site = context.site;
    let mut calendar = Calendar::empty();
    let itself = concat!("-//Candor//Candor ", env!("CARGO_PKG_VERSION"), "//EN");
    for property in [("VERSION", "2.0"), ("PRODID", itself), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    let name = match what {
        Follow::Record(at) => words::kind_of_site(&site.config.title, &site.entries[at].title),
        Follow::Site | Follow::Kind(_) => title(site, what),
    };
    calendar.name(&readable(&name));
    for it in context.calendar().days_in(site, what) {
        calendar.push(event(context, it));
    }
    calendar.done().to_string()
}

fn event(context: &RenderContext, it: &DayAhead) -> Event {
    let site = context.site;
    let of = &site.entries[it.of];
    let base = site.config.base_url.as_deref().unwrap_or_default();
    let host = base.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("candor");
    let mut event = Event::new();
    event.uid(&readable(&format!("{}@{host}", it.key)));
    event.summary(&readable(&sentence::ahead(site, it)));
    event.description(&readable(&about(site, it)));
    event.url(&place::canonical(base, &place::record(of)));
    // The same bytes for the same record: when it was announced, not when it was written down.
    event.timestamp(start_of(it.announced));
    let meeting = of.meeting().filter(|_| it.what == OnTheDay::Meeting);
    let offers = of.rfp().filter(|_| it.what == OnTheDay::End(End::Offers));
    let begins = meeting.map(|meeting| &meeting.at).or(offers.map(|rfp| &rfp.closes)).and_then(moment);
    match begins {
        Some(begins) => {
            event.starts(begins);
            if let Some(ends) = meeting.and_then(|meeting| moment(&meeting.ends)).filter(|ends| *ends > begins) {
                event.ends(ends);
            }
        }
        // Without an end it is that day and no other.
        None => {
            event.starts(naive(it.day));
        }
    }
    if let Some(join) = meeting.and_then(|meeting| meeting.join.get()) {
        event.location(&readable(&join.0));
    }
    event.done()
}

/// When something begins or ends; `None` where that is not stated.
fn moment(field: &Field<Moment>) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(field.get()?.instant.as_second(), 0)
}

fn naive(day: Date) -> NaiveDate {
    let (year, month, day) = (day.year().into(), day.month().unsigned_abs().into(), day.day().unsigned_abs().into());
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of one calendar is one of the other")
}

fn start_of(day: Date) -> DateTime<Utc> {
    naive(day).and_time(chrono::NaiveTime::MIN).and_utc()
}
