//! The preview of a change: what every page of it says at its top, and the page of all that the change does.

use std::collections::HashSet;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Level};
use crate::diff::{Diff, Fate, Matter, Sign, human};
use crate::id::ContentPath;
use crate::page::{Review, place};
use crate::site::places::is_for_editors;
use crate::site::{Entry, Made, Site};
use crate::text::capitalised;
use crate::words;
use crate::words::Word;

use super::View;
use super::chrome::Head;
use super::part::{Part, phrase, spoken_id};

/// What the top of a page says.
#[derive(Serialize)]
pub(super) struct Banner {
    /// `PR 12`.
    name: String,
    /// Where all that the change does is; `None` there.
    changes: Option<String>,
    /// The page as it is published.
    published: Option<String>,
    /// What the change does to the record of the page.
    here: Option<Here>,
}

#[derive(Serialize)]
struct Here {
    title: Word,
    does: Does,
}

/// What the change does to one record.
#[derive(Serialize)]
struct Does {
    found: Vec<Found>,
    lines: Vec<Vec<Part>>,
    text: Vec<Piece>,
}

#[derive(Serialize)]
struct Found {
    is_error: bool,
    text: Vec<Part>,
}

#[derive(Serialize)]
struct Piece {
    sign: &'static str,
    text: String,
}

/// A line about what belongs to no record that the change touches.
#[derive(Serialize)]
struct Line {
    of: Option<String>,
    href: Option<String>,
    text: Vec<Part>,
}

impl View<'_> {
    /// What the top of this page says; `None` on the site itself.
    pub(super) fn banner(&self) -> Option<Banner> {
        let review = self.context.review.as_ref()?;
        let path = self.path.as_str();
        let changes = Made::PreviewChanges.path();
        Some(Banner {
            name: self.site.config.preview.clone()?,
            changes: (path != changes).then(|| self.to(changes)),
            published: published_at(review, path),
            here: review.at(path).and_then(|matter| Some(Here { title: title_here(matter.fate)?, does: does(matter) })),
        })
    }
}

/// Where what is at `path` below the output is published; `None` where it is not, or nobody knows where.
fn published_at(review: &Review, path: &str) -> Option<String> {
    let base_url = review.published.as_deref()?;
    let is_there = !is_for_editors(path) && path != Made::NotFound.path() && review.base.places.at(path).is_some();
    is_there.then(|| place::canonical(base_url, path))
}

fn title_here(fate: Fate) -> Option<Word> {
    match fate {
        Fate::Added | Fate::Published => Some(words::PREVIEW_NEW),
        Fate::Changed => Some(words::PREVIEW_CHANGED),
        Fate::Moved => Some(words::PREVIEW_MOVED),
        Fate::Removed | Fate::Unpublished => None,
    }
}

fn fate_in_words(fate: Fate) -> Word {
    match fate {
        Fate::Added => words::FATE_ADDED,
        Fate::Changed => words::FATE_CHANGED,
        Fate::Moved => words::FATE_MOVED,
        Fate::Removed => words::FATE_REMOVED,
        Fate::Published => words::FATE_PUBLISHED,
        Fate::Unpublished => words::FATE_UNPUBLISHED,
    }
}

fn does(matter: &Matter) -> Does {
    let found = |it: &Diagnostic| Found { is_error: it.level == Level::Error, text: phrase(&capitalised(&it.message)) };
    let sign = |sign: &Sign| match sign {
        Sign::Same => "same",
        Sign::Out => "out",
        Sign::In => "in",
    };
    Does {
        found: matter.findings.iter().map(found).collect(),
        lines: matter.sentences().iter().chain(&matter.next).map(|line| phrase(&capitalised(line))).collect(),
        text: matter.prose.iter().map(|(it, text)| Piece { sign: sign(it), text: text.clone() }).collect(),
    }
}

/// All that the change does: the records first, those that need a decision before the others.
pub(super) fn changes(view: &View) -> Result<String, Diagnostic> {
    let nothing = Diff::default();
    let diff = view.context.review.as_ref().map_or(&nothing, |review| review.diff);
    let record = |matter: &Matter| {
        let entry =
            |site: &Site| -> Option<String> { site.at_path(&ContentPath::parse(&matter.path)?).and_then(id_of) };
        let place = matter.address.as_ref().map(|address| format!("{address}index.html"));
        let before = || {
            let review = view.context.review.as_ref()?;
            published_at(review, &place::record(review.base.at_path(&ContentPath::parse(&matter.path)?)?))
        };
        given! {
            id: entry(view.site).or_else(|| entry(view.context.review.as_ref()?.base)),
            title: if matter.title.is_empty() { matter.id.clone() } else { matter.title.clone() },
            kind: capitalised(&view.singular(matter.kind)),
            fate: fate_in_words(matter.fate),
            href: place.map(|path| view.to(&path)),
            published: if matter.address.is_none() { before() } else { None },
            does: does(matter),
        }
    };
    let [leading, parts] = parts(view, diff);
    let filled = |parts: Parts| {
        let filled = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
        filled.map(|(title, lines)| given! { title, lines }).collect::<Vec<_>>()
    };
    let it = given! {
        title: words::PREVIEW_CHANGES,
        lede: if diff.is_empty() { words::PREVIEW_NOTHING.to_string() } else { format!("{}.", capitalised(&human::headline(diff))) },
        leading: filled(leading),
        records: diff.matters.iter().map(record).collect::<Vec<_>>(),
        parts: filled(parts),
    };
    view.fill("preview-changes.html", Head::titled(&words::PREVIEW_CHANGES), &it)
}

fn id_of(entry: &Entry) -> Option<String> {
    spoken_id(&entry.id)
}

/// Lines under their titles.
type Parts = Vec<(Word, Vec<Line>)>;

/// What belongs to none of the records, by its title: what may need a decision, and what is read after the records. Of files that are not
/// published not even the name is there.
fn parts(view: &View, diff: &Diff) -> [Parts; 2] {
    let sites = || std::iter::once(view.site).chain(view.context.review.as_ref().map(|review| review.base));
    let hidden: HashSet<&str> = sites()
        .flat_map(|site| {
            let drafts = site.drafts.iter().map(|draft| &draft.path);
            drafts.chain(site.left_out.iter().map(|(path, _)| path)).chain(&site.unlinked)
        })
        .map(ContentPath::as_str)
        .collect();
    let is_public = |it: &&Diagnostic| !hidden.contains(it.path.as_str());
    let found = |it: &Diagnostic| {
        let entry = view.site.at_path(&it.path);
        let of = entry.map_or_else(|| it.path.to_string(), |entry| entry.title.clone());
        Line { of: Some(of), href: entry.map(|entry| view.to_record(entry)), text: phrase(&it.message) }
    };
    let plain = |text: String| Line { of: None, href: None, text: phrase(&text) };
    let fixed: Vec<&Diagnostic> = diff.fixed.iter().filter(is_public).collect();
    let fixed = match diff.is_withholding && !fixed.is_empty() {
        true => vec![plain(words::findings_fixed(fixed.len()))],
        false => fixed.into_iter().map(found).collect(),
    };
    let is_published =
        |path: &str| path.starts_with("themes/") || sites().any(|site| site.places.at(path_of(path)).is_some());
    let files = diff.files.iter().filter(|(path, _)| is_published(path));
    let file = |(path, fate): &(String, Fate)| {
        let href = view.site.places.at(path_of(path)).map(|_| view.to(path_of(path)));
        Line { of: Some(path.clone()), href, text: vec![Part::text(fate_in_words(*fate).to_string())] }
    };
    let sentences = |all: &[String]| all.iter().map(|it| plain(it.clone())).collect();
    // What is found is beside the records, where there are some.
    let title = if diff.matters.is_empty() { words::PREVIEW_FOUND_ALONE } else { words::PREVIEW_FOUND };
    let leading = vec![
        (title, diff.findings.iter().filter(is_public).map(found).collect()),
        (words::PREVIEW_RULES, diff.told_rules().map(|rule| plain(capitalised(&rule.sentence()))).collect()),
    ];
    let following = vec![
        (words::PREVIEW_UNBLOCKS, sentences(&diff.unblocked)),
        (words::PREVIEW_HOLDS_UP, sentences(&diff.held_up)),
        (words::PREVIEW_FIXED, fixed),
        (words::PREVIEW_FILES, files.map(file).collect()),
    ];
    [leading, following]
}

/// Where the file at `path` in the folder of the site is below the output.
fn path_of(path: &str) -> &str {
    path.strip_prefix("static/").unwrap_or(path)
}

const NOINDEX: &str = "<meta name=\"robots\" content=\"noindex\">";

/// The page `html` with what every page of a preview has, where its template leaves that out: `banner` and the word to search
/// engines.
pub(super) fn completed<E>(mut html: String, banner: impl FnOnce() -> Result<String, E>) -> Result<String, E> {
    let after = |html: &str, tag: &str| {
        let start = html.find(tag)?;
        Some(start + html[start..].find('>')? + 1)
    };
    if !html.contains(NOINDEX) {
        let at = after(&html, "<head").or_else(|| after(&html, "<html")).unwrap_or_default();
        html.insert_str(at, &format!("\n{NOINDEX}"));
    }
    if !html.contains("id=\"site.preview\"") {
        let at = after(&html, "<body").unwrap_or(html.len());
        html.insert_str(at, &banner()?);
    }
    Ok(html)
}
