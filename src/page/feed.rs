//! RSS 2.0: an entry for each thing that happened, with an id that stays the same whatever else changes in the record.

use quick_xml::events::BytesText;

use crate::id::Kind;
use crate::markdown::escaped;
use crate::site::{Activity, Entry};
use crate::text::{Date, month_name, readable, weekday};

use super::view::{self, sentence, strip};
use super::xml::{self, Xml, element};
use super::{RenderContext, place, words};

/// How many entries a feed has at most: enough for a reader who comes back after a holiday, at any size of the record.
pub(super) const ENTRIES: usize = 100;

/// The feed of the whole site, or of the records of one kind; the latest first.
pub(super) fn rss(context: &RenderContext, kind: Option<Kind>) -> String {
    let site = context.site;
    let base = site.config.base_url.as_deref().unwrap_or_default();
    let title = match kind {
        None => site.config.title.clone(),
        Some(kind) => words::kind_of_site(&site.config.title, view::plural(site, kind)),
    };
    let page = kind.map_or("index.html".to_owned(), |kind| place::index(kind, 1));
    let description = site.config.description.clone().unwrap_or_else(|| title.clone());
    let own_address = place::canonical(base, &place::feed(kind));
    let wanted = |activity: &&Activity| kind.is_none_or(|kind| site.entries[activity.entry].kind() == kind);
    xml::document(|writer| {
        let rss = writer.create_element("rss");
        let rss = rss.with_attributes([("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")]);
        rss.write_inner_content(|writer| {
            writer.create_element("channel").write_inner_content(|writer| {
                element(writer, "title", &title)?;
                element(writer, "link", &place::canonical(base, &page))?;
                element(writer, "description", &description)?;
                element(writer, "language", &site.config.lang)?;
                element(writer, "lastBuildDate", &rfc2822(site.today))?;
                element(writer, "generator", concat!("Candor ", env!("CARGO_PKG_VERSION")))?;
                let itself = [("href", &*own_address), ("rel", "self"), ("type", "application/rss+xml")];
                writer.create_element("atom:link").with_attributes(itself).write_empty()?;
                let mut entries = site.activity.iter().filter(wanted).take(ENTRIES);
                entries.try_for_each(|activity| item(context, writer, base, activity))
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

fn item(context: &RenderContext, writer: &mut Xml, base: &str, activity: &Activity) -> std::io::Result<()> {
    let entry: &Entry = &context.site.entries[activity.entry];
    let page = place::canonical(base, &place::record(entry));
    let anchor = activity.step.map(|step| format!("#event.{}", step + 1)).unwrap_or_default();
    writer.create_element("item").write_inner_content(|writer| {
        element(writer, "title", &sentence::headline(entry, activity))?;
        element(writer, "link", &format!("{page}{anchor}"))?;
        let guid = writer.create_element("guid").with_attribute(("isPermaLink", "false"));
        guid.write_text_content(BytesText::new(&readable(&activity.key)))?;
        element(writer, "pubDate", &rfc2822(activity.date))?;
        element(writer, "category", &view::singular(context.site, entry.kind()))?;
        let what = sentence::sentence(context.site, entry, activity);
        let what = words::with_day(what, words::long_date(activity.date));
        // The latest entry of a record says where it is today.
        let last = entry.steps().iter().rposition(|step| step.is_dated);
        let now = activity.step.filter(|step| Some(*step) == last).and_then(|_| strip::paragraph(context.site, entry));
        let what = now.map_or(what.clone(), |now| words::what_and_now(what, now));
        // Readers take a description for HTML.
        element(writer, "description", &escaped(&what))
    })?;
    Ok(())
}

/// The beginning of `date` in the form of RFC 2822: records know days, not hours. Written from its parts, as the last day
/// that the calendar has cannot be turned into a moment.
fn rfc2822(date: Date) -> String {
    let (weekday, month) = (&weekday(date)[..3], &month_name(date)[..3]);
    format!("{weekday}, {} {month} {:04} 00:00:00 +0000", date.day(), date.year())
}
