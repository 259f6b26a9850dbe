//! Atom 1.0.

use crate::id::encoded;
use crate::page::xml::{self, Xml, element};
use crate::text::Date;

use super::{Feed, Item};

/// The feed at `address`.
pub(super) fn document(feed: &Feed, address: &str) -> String {
    xml::document(|writer| {
        let root = writer.create_element("feed");
        let root = root.with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &*feed.lang)]);
        root.write_inner_content(|writer| {
            element(writer, "id", address)?;
            element(writer, "title", &feed.title)?;
            element(writer, "subtitle", &feed.description)?;
            element(writer, "updated", &moment(feed.updated))?;
            element(writer, "generator", concat!("Candor ", env!("CARGO_PKG_VERSION")))?;
            writer.create_element("author").write_inner_content(|writer| element(writer, "name", &feed.title))?;
            link(writer, "self", address)?;
            link(writer, "alternate", &feed.page)?;
            feed.items.iter().try_for_each(|it| entry(writer, address, it))
        })?;
        Ok(())
    })
}

fn entry(writer: &mut Xml, feed: &str, item: &Item) -> std::io::Result<()> {
    writer.create_element("entry").write_inner_content(|writer| {
        // An id is an address, though it need not lead anywhere.
        element(writer, "id", &format!("{feed}#{}", encoded(&item.key)))?;
        element(writer, "title", &item.title)?;
        element(writer, "updated", &moment(item.day))?;
        link(writer, "alternate", &item.link)?;
        writer.create_element("category").with_attribute(("term", &*item.category)).write_empty()?;
        element(writer, "summary", &item.text)
    })?;
    Ok(())
}

fn link(writer: &mut Xml, rel: &str, href: &str) -> std::io::Result<()> {
    writer.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty()?;
    Ok(())
}

/// The beginning of `date` in the form of RFC 3339: records know days, not hours.
pub(super) fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
