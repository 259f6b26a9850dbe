//! What can be followed, and how.

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::place;
use crate::site::{Follow, Form, Made, Site};
use crate::text::capitalised;
use crate::words::{self, Word};

use super::View;
use super::block::Block;
use super::chrome::Head;
use super::part::{Part, called};

/// What a feed is called.
pub(crate) fn title(site: &Site, what: Follow) -> String {
    match what {
        Follow::Site => site.config.title.clone(),
        Follow::Kind(kind) => words::kind_of_site(&site.config.title, super::plural(site, kind)),
        Follow::Record(at) => {
            let entry = &site.entries[at];
            let name = match entry.kind() {
                Kind::Group => words::waits_for(&entry.title),
                _ => called(entry),
            };
            words::kind_of_site(&site.config.title, name)
        }
    }
}

pub(super) fn follow(view: &View) -> Result<String, Diagnostic> {
    let site = view.site;
    let whole = Part::link(words::ALL_OF_IT, view.to("index.html"));
    let groups = site.of_kind(Kind::Group).map(|group| (Follow::Record(group.at), view.record_link(group)));
    let kinds = Kind::ALL.iter().map(|kind| {
        let link = Part::link(capitalised(&view.plural(*kind)), view.to(&place::index(view.site, *kind, 1)));
        (Follow::Kind(*kind), link)
    });
    let others = vec![vec![Part::text(words::FOLLOW_OTHERS_NOTE)]];
    let blocks = [
        block(view, "all", words::FOLLOW_ALL, [(Follow::Site, whole)].into_iter()),
        block(view, "bodies", words::FOLLOW_BODIES, groups),
        block(view, "kinds", words::FOLLOW_KINDS, kinds),
        digests(view),
        Block::listed("others", words::FOLLOW_OTHERS, "items", others),
        Block::listed("how", words::FOLLOW_HOW, "items", ways(view)),
    ];
    let it = given! {
        title: words::FOLLOW,
        lede: words::FOLLOW_LEDE,
        views: Vec::<Part>::new(),
        text: String::new(),
        blocks: blocks.into_iter().flatten().collect::<Vec<_>>(),
        months: Vec::<Part>::new(),
    };
    let head = Head { description: Some(words::FOLLOW_LEDE.to_string()), ..Head::titled(&words::FOLLOW) };
    view.fill("made.html", head, &it)
}

/// A row for each of `followed` that there is something of, with its forms; `None` where there is nothing of any.
fn block(view: &View, id: &str, title: Word, followed: impl Iterator<Item = (Follow, Part)>) -> Option<Block> {
    let forms = |what: Follow, forms: &[Form]| -> Vec<Part> {
        let link = |form: &Form| Some(Part::link(name(*form), view.follow(what, *form)?));
        forms.iter().filter_map(link).collect()
    };
    let rows = followed.filter_map(|(what, name)| {
        let (feeds, calendar) = (forms(what, &Form::FEEDS), forms(what, &[Form::Calendar]));
        (!feeds.is_empty() || !calendar.is_empty()).then_some((name, feeds, calendar))
    });
    Block::lean_table(
        id,
        title,
        rows,
        &[
            (words::WHAT, &|(name, ..)| vec![name.clone()]),
            (words::FEED, &|(_, feeds, _)| feeds.clone()),
            (words::CALENDAR, &|(.., calendar)| calendar.clone()),
        ],
    )
}

/// What leads to the digests; `None` before anything happened.
fn digests(view: &View) -> Option<Block> {
    let path = Made::Digests.path();
    let page = view.site.places.at(path).map(|_| vec![Part::link(words::DIGESTS, view.to(path))]);
    Some(Block {
        note: Some(words::FOLLOW_DIGESTS_NOTE.to_string()),
        ..Block::listed("digests", words::FOLLOW_DIGESTS, "items", vec![page?])?
    })
}

fn name(form: Form) -> Word {
    match form {
        Form::Rss => words::FORM_RSS,
        Form::Atom => words::FORM_ATOM,
        Form::Json => words::FORM_JSON,
        Form::Calendar => words::CALENDAR,
    }
}

/// How to follow something, where there are feeds and where there are calendars.
fn ways(view: &View) -> Vec<Vec<Part>> {
    let ways = [(Form::Rss, words::FOLLOW_FEEDS_NOTE), (Form::Calendar, words::FOLLOW_CALENDARS_NOTE)];
    let there = ways.into_iter().filter(|(form, _)| view.follow(Follow::Site, *form).is_some());
    there.map(|(_, note)| vec![Part::text(note)]).collect()
}
