//! What search engines want to know: which pages there are and which may be read.

use crate::text::Date;

use crate::site::Made;

use super::xml::{self, element};
use super::{RenderContext, Route, place, routes};

/// Every page with its address and, for records with a history, the day of their last step.
pub(super) fn sitemap(context: &RenderContext) -> String {
    let base = context.site.config.base_url.as_deref().unwrap_or_default();
    let pages = routes(context).iter().filter_map(|(path, route)| Some((path, last_change(context, route)?)));
    xml::document(|writer| {
        let set = writer.create_element("urlset");
        set.with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")).write_inner_content(|writer| {
            for (path, day) in pages {
                writer.create_element("url").write_inner_content(|writer| {
                    element(writer, "loc", &place::canonical(base, path.as_str()))?;
                    day.map_or(Ok(()), |day| element(writer, "lastmod", &day.to_string()))
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

/// `None` for what is no page of its own; else the day of its last change, when the record knows it.
fn last_change(context: &RenderContext, route: &Route) -> Option<Option<Date>> {
    match route {
        Route::Made(Made::Home | Made::Actions | Made::HowWeWork | Made::Problems | Made::Rules)
        | Route::Index(..)
        | Route::Rule(_) => Some(None),
        Route::Record(at) => Some(context.site.entries[*at].status.as_ref().and_then(|status| status.since)),
        Route::Made(Made::NotFound | Made::Robots | Made::Sitemap)
        | Route::Feed(_)
        | Route::Redirect(..)
        | Route::ThemeAsset(..)
        | Route::Asset(_) => None,
    }
}

/// Everything may be read; the sitemap tells what there is.
pub(super) fn robots(context: &RenderContext) -> String {
    let sitemap =
        context.site.config.base_url.as_ref().map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
