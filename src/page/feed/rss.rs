//! RSS 2.0.

use quick_xml::events::BytesText;

use crate::markdown::escaped;
use crate::page::xml::{self, Xml, element};
use crate::text::{Date, month_name, readable, weekday};

use super::{Feed, Item};

/// The feed at `address` as it is on the day `today`.
pub(super) fn document(feed: &Feed, address: &str, today: Date) -> String {
    xml::document(|writer| {
        let rss = writer.create_element("rss");
        let rss = rss.with_attributes([("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")]);
        rss.write_inner_content(|writer| {
            writer.create_element("channel").write_inner_content(|writer| {
                element(writer, "title", &feed.title)?;
                element(writer, "link", &feed.page)?;
                element(writer, "description", &feed.description)?;
                element(writer, "language", &feed.lang)?;
                element(writer, "lastBuildDate", &rfc2822(today))?;
                element(writer, "generator", concat!("Candor ", env!("CARGO_PKG_VERSION")))?;
                let itself = [("href", address), ("rel", "self"), ("type", "application/rss+xml")];
                writer.create_element("atom:link").with_attributes(itself).write_empty()?;
                feed.items.iter().try_for_each(|it| item(writer, it))
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

fn item(writer: &mut Xml, item: &Item) -> std::io::Result<()> {
    writer.create_element("item").write_inner_content(|writer| {
        element(writer, "title", &item.title)?;
        element(writer, "link", &item.link)?;
        let guid = writer.create_element("guid").with_attribute(("isPermaLink", "false"));
        guid.write_text_content(BytesText::new(&readable(&item.key)))?;
        element(writer, "pubDate", &rfc2822(item.day))?;
        element(writer, "category", &item.category)?;
        // Readers take a description for HTML.
        element(writer, "description", &escaped(&item.text))
    })?;
    Ok(())
}

/// The beginning of `date` in the form of RFC 2822: records know days, not hours. Written from its parts, as the last day
/// that the calendar has cannot be turned into a moment.
fn rfc2822(date: Date) -> String {
    let (weekday, month) = (&weekday(date)[..3], &month_name(date)[..3]);
    format!("{weekday}, {} {month} {:04} 00:00:00 +0000", date.day(), date.year())
}
