//! Relative links of texts that move, and to texts that move: they lead where they led.

use std::collections::{BTreeMap, BTreeSet};

use super::FreeText;
use crate::id::{ContentPath, encoded};
use crate::text::Span;

/// `text` as it is to be at `to`: with every relative link to a file or a folder that is there leading to where that is then.
/// Nothing else of it changes. `moves` says where files go; `folders` are those that are there.
pub(super) fn relinked(
    text: &FreeText,
    to: &ContentPath,
    moves: &BTreeMap<ContentPath, ContentPath>,
    is_there: &dyn Fn(&ContentPath) -> bool,
) -> String {
    let mut edits: BTreeMap<Span, String> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for link in &text.outline.links {
        let Some(span) = link.destination_span.filter(|span| seen.insert(*span)) else { continue };
        let written = &text.text[span.range()];
        if let Some(changed) = destination(written, &text.path, to, moves, is_there) {
            edits.insert(span, changed);
        }
    }
    let mut out = text.text.to_string();
    for (span, changed) in edits.iter().rev() {
        out.replace_range(span.range(), changed);
    }
    out
}

/// The destination as it has to be in the file at `to`; `None` where it stays as it is.
fn destination(
    written: &str,
    from: &ContentPath,
    to: &ContentPath,
    moves: &BTreeMap<ContentPath, ContentPath>,
    is_there: &dyn Fn(&ContentPath) -> bool,
) -> Option<String> {
    let end = written.find(['#', '?']).unwrap_or(written.len());
    let (path, rest) = written.split_at(end);
    let is_elsewhere = path.is_empty() || path.starts_with('/') || path.contains(':') || path.contains('<');
    if is_elsewhere {
        return None;
    }
    let plain = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    let target = from.join(&plain)?;
    let now = match moves.get(&target) {
        Some(moved) => moved.clone(),
        None if is_there(&target) => folder_of_moved(&target, moves).unwrap_or(target),
        None => return None,
    };
    let slash = if path.ends_with('/') { "/" } else { "" };
    let changed = format!("{}{slash}{rest}", encoded(&relative(to, &now)));
    // What leads to the same place from there stays as its author wrote it.
    let same = to.join(&plain) == Some(now);
    (!same).then_some(changed)
}

/// The folder that all files of the folder `target` go to.
fn folder_of_moved(target: &ContentPath, moves: &BTreeMap<ContentPath, ContentPath>) -> Option<ContentPath> {
    let folders: BTreeSet<&str> =
        moves.iter().filter(|(from, _)| from.folder() == target.as_str()).map(|(_, to)| to.folder()).collect();
    let mut folders = folders.into_iter();
    let only = folders.next().filter(|_| folders.next().is_none())?;
    ContentPath::parse(only)
}

/// The path from the folder of `from` to `to`.
fn relative(from: &ContentPath, to: &ContentPath) -> String {
    let base: Vec<&str> = from.folder().split('/').filter(|part| !part.is_empty()).collect();
    let target: Vec<&str> = to.as_str().split('/').collect();
    let shared = base.iter().zip(&target[..target.len() - 1]).take_while(|(one, other)| one == other).count();
    let mut parts = vec![".."; base.len() - shared];
    parts.extend(&target[shared..]);
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::*;

    #[test]
    fn links_lead_where_they_led() {
        let texts = texts(
            "-- notes/2026/12.md --\n[a](../plan.md#next) [b](11.md) [c](https://example.org/) [d](#here) [e](none.md) ![f](p.png)\n\
             -- notes/2026/11.md --\nHello.\n-- notes/plan.md --\nHello.\n-- notes/2026/p.png --\n",
        );
        let path = |text: &str| ContentPath::parse(text).unwrap();
        let moves = BTreeMap::from([
            (path("notes/2026/12.md"), path("meetings/2026-01-12.md")),
            (path("notes/2026/11.md"), path("meetings/2026-01-11.md")),
        ]);
        let there = ["notes/2026/12.md", "notes/2026/11.md", "notes/plan.md", "notes/2026/p.png"];
        let is_there = |it: &ContentPath| there.contains(&it.as_str());
        let text = texts.iter().find(|text| text.path.as_str() == "notes/2026/12.md").unwrap();
        assert_eq!(
            relinked(text, &moves[&text.path], &moves, &is_there),
            "[a](../notes/plan.md#next) [b](2026-01-11.md) [c](https://example.org/) [d](#here) [e](none.md) ![f](../notes/2026/p.png)\n"
        );
    }

    #[test]
    fn a_link_to_a_folder_whose_files_move_leads_to_where_they_go() {
        let texts = texts("-- README.md --\n[minutes](minutes) [again](minutes/)\n-- minutes/a.md --\nHello.\n");
        let path = |text: &str| ContentPath::parse(text).unwrap();
        let moves = BTreeMap::from([(path("minutes/a.md"), path("meetings/2026-01-12.md"))]);
        let is_there = |it: &ContentPath| it.as_str() == "minutes";
        let text = &texts[0];
        assert_eq!(relinked(text, &text.path, &moves, &is_there), "[minutes](meetings) [again](meetings/)\n");
    }
}
