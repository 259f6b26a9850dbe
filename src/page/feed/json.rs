//! JSON Feed 1.1.

use serde_json::json;

use super::Feed;
use super::atom::moment;

/// The feed at `address`.
pub(super) fn document(feed: &Feed, address: &str) -> String {
    let items: Vec<serde_json::Value> = feed
        .items
        .iter()
        .map(|item| {
            json!({
                "id": item.key,
                "url": item.link,
                "title": item.title,
                "content_text": item.text,
                "date_published": moment(item.day),
                "tags": [item.category],
            })
        })
        .collect();
    let document = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page,
        "feed_url": address,
        "language": feed.lang,
        "items": items,
    });
    format!("{document:#}\n")
}
