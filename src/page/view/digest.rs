//! What happened in a month: a page, and the same as a text that can be sent by mail.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::place;
use crate::site::{Activity, Digest, Entry, MATTER_KINDS, Made, Month, Site};
use crate::text::days_after;
use crate::words::{self, Word};

use super::View;
use super::block::Block;
use super::chrome::Head;
use super::part::{Part, called};
use super::sentence::{self, outcome};

/// How many days ahead a digest tells of.
const DAYS_AHEAD: i64 = 31;

/// How many of the records that wait for a group are named; its page has all.
const WAITING: usize = 5;

/// How wide the lines of a letter are, in letters.
const WIDTH: usize = 78;

/// One thing of a digest: what it is about, where that is below the output, and what there is to say of it.
struct Item {
    of: String,
    path: String,
    says: String,
}

/// What belongs together, in the order in which it happened.
struct Section {
    id: &'static str,
    title: Word,
    items: Vec<Item>,
}

/// Whether what happens to records of a kind belongs into a section.
type Belongs = fn(Kind) -> bool;

/// The sections of what happened, in their order. What fits into several is in the first of them.
const HAPPENED: [(&str, Word, Belongs); 4] = [
    ("decisions", words::DECISIONS, |kind| kind == Kind::Decision),
    ("met", words::DIGEST_MET, |kind| kind == Kind::Meeting),
    ("work", words::DIGEST_WORK, |kind| MATTER_KINDS.contains(&kind)),
    ("others", words::DIGEST_OTHERS, |_| true),
];

/// The months that have a digest, the latest first.
pub(super) fn digests(view: &View) -> Result<String, Diagnostic> {
    let months = view.site.months_of_change().into_iter().rev();
    let link = |month| vec![Part::link(in_words(month), view.to(&place::digest(month, Digest::Page)))];
    let blocks = Block::listed("months", words::DIGEST_MONTHS, "items", months.map(link).collect());
    let blocks = blocks.into_iter().collect();
    page(view, words::DIGESTS.to_string(), words::DIGESTS_LEDE.to_string(), blocks)
}

/// The page of a month.
pub(crate) fn digest(view: &View, month: Month) -> Result<String, Diagnostic> {
    let blocks = sections(view, month).into_iter().filter_map(|section| {
        let line = |item: Item| vec![Part::link(item.of, view.to(&item.path)), Part::text(item.says)];
        Block::counted(section.id, section.title, "items", section.items.into_iter().map(line).collect())
    });
    let elsewhere = vec![
        vec![Part::link(words::DIGEST_AS_TEXT, view.to(&place::digest(month, Digest::Text)))],
        vec![Part::link(words::DIGESTS, view.to(Made::Digests.path()))],
    ];
    let blocks = blocks.chain(Block::listed("elsewhere", words::DIGEST_MORE, "items", elsewhere)).collect();
    page(view, words::digest_of(&view.site.config.title, in_words(month)), lede(view, month), blocks)
}

/// The same as plain text.
pub(crate) fn digest_as_text(view: &View, month: Month) -> String {
    let base = view.site.config.base_url.as_deref().unwrap_or_default();
    let title = words::digest_of(&view.site.config.title, in_words(month));
    let mut text = format!("{title}\n{}\n\n{}\n", "=".repeat(title.chars().count()), lede(view, month));
    let lines = textwrap::Options::new(WIDTH).subsequent_indent("  ").break_words(false);
    for section in sections(view, month) {
        let heading = section.title.to_string();
        text += &format!("\n{heading}\n{}\n", "-".repeat(heading.chars().count()));
        for item in section.items {
            text += &format!("\n{}\n", textwrap::fill(&format!("* {}: {}", item.of, item.says), &lines));
            text += &format!("  {}\n", place::canonical(base, &item.path));
        }
    }
    text
}

fn page(view: &View, title: String, lede: String, blocks: Vec<Block>) -> Result<String, Diagnostic> {
    let head = Head { description: Some(lede.clone()), ..Head::titled(&title) };
    let it = given! {
        title,
        lede,
        views: Vec::<Part>::new(),
        text: String::new(),
        blocks,
        months: Vec::<Part>::new(),
    };
    view.fill("made.html", head, &it)
}

fn in_words(month: Month) -> String {
    words::month_of(words::month_name(month.first()), month.year)
}

fn lede(view: &View, month: Month) -> String {
    match happened(view, month).count() {
        0 => words::DIGEST_QUIET.to_string(),
        count => words::digest_lede(in_words(month), count),
    }
}

/// What happened in `month`, the latest first.
fn happened<'a>(view: &'a View, month: Month) -> impl Iterator<Item = &'a Activity> {
    view.site.activity.iter().filter(move |it| Month::of(it.date) == month)
}

/// What a digest says, without the sections in which there is nothing.
fn sections(view: &View, month: Month) -> Vec<Section> {
    let site = view.site;
    // What was said of a record, the earliest first, by the section and by what happened first.
    let mut said: BTreeMap<usize, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    for activity in happened(view, month).collect::<Vec<_>>().into_iter().rev() {
        let entry = &site.entries[activity.entry];
        let step = activity.step.and_then(|at| entry.status.as_ref()?.steps.get(at));
        let section = HAPPENED.iter().position(|(.., belongs)| belongs(entry.kind())).unwrap_or_default();
        let says =
            step.map_or_else(|| words::CAME_ABOUT.to_string(), |step| outcome(site, entry, step, &activity.what));
        let of_section = said.entry(section).or_default();
        match of_section.iter_mut().find(|(at, _)| *at == entry.at) {
            Some((_, sentences)) => sentences.push(says),
            None => of_section.push((entry.at, vec![says])),
        }
    }
    let happened = said.into_iter().map(|(section, of)| {
        let (id, title, _) = HAPPENED[section];
        let item = |(at, says): (usize, Vec<String>)| item(&site.entries[at], says.join(" "));
        Section { id, title, items: of.into_iter().map(item).collect() }
    });
    let now = if is_latest(site, month) { vec![waits(view), ahead(view)] } else { Vec::new() };
    happened.chain(now).filter(|section| !section.items.is_empty()).collect()
}

/// Whether what is so today belongs into the digest of `month`: in it, and in the month after it, in which it is sent. Of a record
/// that has ended nothing is so today.
fn is_latest(site: &Site, month: Month) -> bool {
    let this = Month::of(site.today);
    let is_kept = site.config.record_until.is_missing();
    is_kept && (month == this || month == Month::of(days_after(this.first(), -1)))
}

fn item(entry: &Entry, says: String) -> Item {
    Item { of: called(entry).to_string(), path: place::record(entry), says }
}

/// What waits for each group today, what waits longest first.
fn waits(view: &View) -> Section {
    let site = view.site;
    let waiting = site.of_kind(Kind::Group).flat_map(|group| {
        let queue = site.queue(group);
        let more = queue.len().saturating_sub(WAITING);
        let says = |of: &Entry| item(of, words::digest_waits_for(&group.title));
        let rest = (more > 0).then(|| item(group, words::digest_more_wait(more)));
        queue.take(WAITING).map(says).chain(rest).collect::<Vec<_>>()
    });
    Section { id: "waits", title: words::DIGEST_WAITS, items: waiting.collect() }
}

/// The days ahead that are known.
fn ahead(view: &View) -> Section {
    let site = view.site;
    let last = days_after(site.today, DAYS_AHEAD);
    let days = view.context.calendar().days.iter().filter(|it| it.day <= last && it.is_announced(site));
    let items = days.map(|it| Item {
        of: words::long_date(it.day),
        path: place::record(&site.entries[it.of]),
        says: sentence::ahead(site, it),
    });
    Section { id: "ahead", title: words::DIGEST_AHEAD, items: items.collect() }
}
