//! The page of one record: status, text, facts, history, who speaks of it, what is wrong with it.

use serde::Serialize;

use crate::config::SourceLink;
use crate::diagnostic::Diagnostic;
use crate::markdown::Heading;
use crate::page::{place, prose};
use crate::site::{Entry, Follow, Form, Made};
use crate::text::capitalised;
use crate::words;
use crate::words::Word;

use super::View;
use super::block::Block;
use super::chrome::{self, Head, Room};
use super::kind;
use super::linked;
use super::part::{Part, spoken_id};
use super::sentence;

/// A line of the table of contents, with those below it.
#[derive(Serialize)]
struct ContentsItem {
    title: String,
    anchor: String,
    items: Vec<ContentsItem>,
}

pub(crate) fn record(view: &View, entry: &Entry) -> Result<String, Diagnostic> {
    let site = view.site;
    let kind = entry.kind();
    let html = prose::prose(view, entry);
    let before = view.before(entry);
    let mut after = view.after(entry);
    after.extend(view.thread(entry));
    let history = view.history(entry);
    let mentions = view.mentions(entry);
    // Only where the commits tell what happened.
    let cut = (site.history.is_cut && entry.state_line.is_some()).then_some(words::HISTORY_CUT);
    let own_sections = [
        (words::HISTORY, "site.history", !history.is_empty() || cut.is_some()),
        (words::MENTIONED_IN, "site.mentions", !mentions.is_empty()),
    ];
    let contents = contents(&html.headings, &before, &after, &own_sections);
    let (previous, next) = kind::neighbours(view, entry);
    let lang = entry.common.lang.get().map_or(&*site.config.lang, String::as_str);
    let it = given! {
        id: spoken_id(&entry.id),
        // `sow`.
        kind: kind.name(),
        // `Statement of work`.
        kind_title: kind::kicker(view, entry),
        title: entry.title.clone(),
        day: kind::day_in_place_of_title(entry),
        of: entry.meeting().map(|meeting| view.show(&meeting.group)).unwrap_or_default(),
        summary: entry.common.summary.get().cloned(),
        title_anchor: html.title_anchor,
        is_draft: entry.is_draft(),
        index: Part::link(capitalised(&view.plural(kind)), view.to(&place::index(view.site, kind, 1))),
        previous,
        next,
        // How a decision ended, in a sentence.
        outcome: sentence::decided(site, entry),
        strip: view.strip(entry),
        before,
        // HTML that is safe to show as it is.
        text: html.body,
        contents,
        after,
        // The path in the picture of its kind: SVG that is safe to show as it is.
        picture: view.picture(entry),
        how_we_work: format!("{}#kind.{}", view.to(Made::HowWeWork.path()), kind),
        history,
        // Why the history may not be whole.
        cut: cut.map(|it| it.to_string()),
        mentions,
        facts: view.facts(entry),
        // What no fact has a place for.
        missed: view.missed_in(entry),
        feed: view.feed(Follow::Record(entry.at)).or_else(|| view.feed(Follow::Kind(kind))),
        calendar: view.follow(Follow::Record(entry.at), Form::Calendar),
        data: crate::data::is_handed_on(site, entry).then(|| view.to(&place::record_data(entry))),
        source: site.config.source_link(SourceLink::Source, &entry.path),
        changes: site.config.source_link(SourceLink::History, &entry.path),
        edit: site.config.source_link(SourceLink::Edit, &entry.path),
        // The attributes of the article, and of the site's own words in it.
        text_lang: chrome::attributes_of(lang, words::spoken().tag()),
        own_lang: chrome::attributes_of(words::spoken().tag(), lang),
    };
    let is_for_editors = place::is_for_editors(&entry.address);
    let head = Head {
        description: description(entry),
        section: Some(kind),
        follow: vec![Follow::Record(entry.at), Follow::Kind(kind)],
        card: "article",
        is_indexed: !entry.is_draft() && !is_for_editors,
        room: if is_for_editors { Room::Editors } else { Room::Readers },
        record: Some(entry.at),
        linked: linked::linked(view, entry),
        ..Head::titled(&page_title(entry))
    };
    view.fill("record.html", head, &it)
}

fn page_title(entry: &Entry) -> String {
    match spoken_id(&entry.id) {
        Some(id) => format!("{id} {}", entry.title),
        None => entry.title.clone(),
    }
}

/// The summary, else the beginning of the text.
pub(super) fn description(entry: &Entry) -> Option<String> {
    let purpose = || entry.service().and_then(|service| service.purpose.get().cloned());
    entry.common.summary.get().cloned().or_else(purpose).or_else(|| entry.outline.lead.clone())
}

/// The headings of the text down to the third level, then the sections that the site adds.
fn contents(
    headings: &[Heading],
    before: &[Block],
    after: &[Block],
    own_sections: &[(Word, &str, bool)],
) -> Vec<ContentsItem> {
    let line = |title: &str, anchor: &str| ContentsItem {
        title: title.to_owned(),
        anchor: anchor.to_owned(),
        items: Vec::new(),
    };
    let blocks = |blocks: &[Block]| blocks.iter().map(|block| line(&block.title, &block.id)).collect::<Vec<_>>();
    let mut contents = blocks(before);
    let mut in_text = false;
    for heading in headings {
        match (heading.level, contents.last_mut().filter(|_| in_text)) {
            (..=2, _) => {
                contents.push(line(&heading.title, &heading.anchor));
                in_text = true;
            }
            (3, Some(above)) => above.items.push(line(&heading.title, &heading.anchor)),
            _ => {}
        }
    }
    contents.extend(blocks(after));
    contents
        .extend(own_sections.iter().filter(|(.., is_there)| *is_there).map(|(title, anchor, _)| line(title, anchor)));
    contents
}
