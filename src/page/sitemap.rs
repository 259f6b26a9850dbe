//! What search engines want to know: which pages there are and which may be read.

use crate::id::{ContentPath, encoded};
use crate::site::Digest;
use crate::site::places::{EDITORS, MadeFor, is_for_editors};
use crate::text::Date;

use super::xml::{self, element};
use super::{RenderContext, Route, place, places};

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// Every page with its address and, for records with a history, the day of their last step; on a large site the address of
/// each part that lists some of them.
pub(super) fn sitemap(context: &RenderContext) -> String {
    let parts: Vec<&ContentPath> = parts(context).collect();
    if parts.is_empty() {
        return list_of(context, &pages(context));
    }
    let base = base(context);
    xml::document(|writer| {
        writer.create_element("sitemapindex").with_attribute(NAMESPACE).write_inner_content(|writer| {
            for path in parts {
                let address = place::canonical(base, path.as_str());
                writer.create_element("sitemap").write_inner_content(|writer| element(writer, "loc", &address))?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

/// Part `number` of the pages, counted from one. The parts are of one length, but for the last.
pub(super) fn part(context: &RenderContext, number: usize) -> String {
    list_of(context, in_part(&pages(context), parts(context).count(), number))
}

/// Those of `pages` that are in part `number` of `parts`.
fn in_part<T>(pages: &[T], parts: usize, number: usize) -> &[T] {
    let length = pages.len().div_ceil(parts.max(1)).max(1);
    pages.chunks(length).nth(number - 1).unwrap_or_default()
}

/// Where the parts of the sitemap are; none on a site that needs only one.
fn parts<'a>(context: &RenderContext<'a>) -> impl Iterator<Item = &'a ContentPath> {
    let parts = places(context).filter(|(_, route)| matches!(route, Route::SitemapPart(_)));
    parts.map(|(path, _)| path)
}

/// Every page for readers, with the day of its last change where the record knows it.
fn pages<'a>(context: &RenderContext<'a>) -> Vec<(&'a ContentPath, Option<Date>)> {
    let for_readers = places(context).filter(|(path, _)| !is_for_editors(path.as_str()));
    for_readers.filter_map(|(path, route)| Some((path, last_change(context, route)?))).collect()
}

fn base<'a>(context: &RenderContext<'a>) -> &'a str {
    context.site.config.base_url.as_deref().unwrap_or_default()
}

fn list_of(context: &RenderContext, pages: &[(&ContentPath, Option<Date>)]) -> String {
    let base = base(context);
    xml::document(|writer| {
        writer.create_element("urlset").with_attribute(NAMESPACE).write_inner_content(|writer| {
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
        Route::Made(made) => (made.made_for() == MadeFor::Readers).then_some(None),
        Route::Index(..) | Route::Folder(_) | Route::Changes(_) | Route::Digest(_, Digest::Page) => Some(None),
        Route::Record(at) => Some(context.site.entries[*at].status.as_ref().and_then(|status| status.since)),
        Route::Rule(_)
        | Route::Digest(_, Digest::Text)
        | Route::Findings(_)
        | Route::Moved(..)
        | Route::Feed(..)
        | Route::RecordData(_)
        | Route::Table(_)
        | Route::SitemapPart(_)
        | Route::Redirect(..)
        | Route::Search(_)
        | Route::ThemeAsset(..)
        | Route::Asset(_) => None,
    }
}

/// Everything for readers may be read; the sitemap tells what there is. Of a preview nothing may be.
pub(super) fn robots(context: &RenderContext) -> String {
    if context.site.config.preview.is_some() {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let sitemap =
        context.site.config.base_url.as_ref().map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    let root = place::absolute_root(context.site);
    format!("User-agent: *\nAllow: /\nDisallow: {root}{EDITORS}\n{sitemap}")
}

/// The policy that every page keeps: nothing runs and nothing is loaded but what lies on the site.
const POLICY: &str = "default-src 'self'";

/// Headers for every address, in the form that Netlify, Cloudflare Pages and others read from `_headers`.
pub(super) fn headers(context: &RenderContext) -> String {
    let of_preview = context.site.config.preview.as_ref().map_or("", |_| "  X-Robots-Tag: noindex\n");
    let more = "  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n";
    format!("/*\n  Content-Security-Policy: {POLICY}; img-src 'self' data: https:\n{more}{of_preview}")
}

/// Each old address of a record and where it is now, in the form that Netlify, Cloudflare Pages, GitLab Pages and others read from
/// `_redirects`. Other hosts show the page that lies at the old address and leads on.
pub(super) fn redirects(context: &RenderContext) -> String {
    let root = place::absolute_root(context.site);
    let address = |path: &str| format!("{root}{}", encoded(place::without_index(path)));
    let line = |(from, route): &(ContentPath, Route)| {
        let to = place::record(&context.site.entries[route.leads_on_to()?]);
        Some(format!("{} {} 301\n", address(from.as_str()), address(&to)))
    };
    places(context).filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::places::ADDRESSES_PER_SITEMAP;

    #[test]
    fn every_page_is_in_one_part_and_no_part_is_too_long() {
        for count in [0, 1, 7, ADDRESSES_PER_SITEMAP + 1, 2 * ADDRESSES_PER_SITEMAP, 100_003] {
            let pages: Vec<usize> = (0..count).collect();
            let parts = count.div_ceil(ADDRESSES_PER_SITEMAP).max(1);
            let all: Vec<usize> = (1..=parts).flat_map(|number| in_part(&pages, parts, number).to_vec()).collect();
            assert_eq!(all, pages);
            assert!((1..=parts).all(|number| in_part(&pages, parts, number).len() <= ADDRESSES_PER_SITEMAP));
        }
    }
}
