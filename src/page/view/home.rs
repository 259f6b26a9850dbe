//! The home page: who the group is, what is on now, what was decided lately, what a reader can do, and with whom matters wait.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::group::{Member, Role};
use crate::id::Kind;
use crate::page::{place, prose};
use crate::site::{Entry, Made, Now, UnderWay, meaning_of_outcome};
use crate::text::Date;
use crate::words;
use crate::words::Word;
use crate::workflow::Means;

use super::View;
use super::chrome::Head;
use super::kind::{self, Ahead};
use super::part::{self, Day, Part};
use super::strip::{self, Strip};

/// How many lines a block of the first screen shows before it refers to the whole list.
const LINES: usize = 3;
/// How many matters are named for each body.
const OLDEST: usize = 3;
/// How many points of an agenda are named.
const POINTS: usize = 4;
/// How many members are named.
const NAMES: usize = 9;
/// How long the beginning of the introduction may be to say who the group is: two or three sentences.
const LEDE: usize = 420;

/// A line of a list: what it is about, and what is worth a word.
#[derive(Serialize)]
struct Line {
    title: String,
    href: String,
    /// How it ended, for a decision.
    state: Option<Part>,
    day: Option<Day>,
    note: String,
    /// Where it is, for a matter that waits.
    position: Option<Strip>,
}

pub(super) fn home(view: &View) -> Result<String, Diagnostic> {
    let site = view.site;
    let introduction = site.introduction("");
    let text = introduction.map(|entry| prose::prose(view, entry).body).unwrap_or_default();
    let (first, rest) = beginning(&text);
    let under_way = under_way(view);
    let it = given! {
        title: introduction.and_then(|entry| entry.stated_title()).unwrap_or(&site.config.title).to_owned(),
        // Who the group is, as HTML; the description of the site where the introduction does not begin with it.
        lede: first.map(str::to_owned),
        description: site.config.description.clone().filter(|_| first.is_none()),
        who: who(view),
        meeting: meeting(view),
        // Of a record that has ended: that it names no later meeting.
        no_meeting: no_meeting(view),
        now: under_way.iter().take(LINES).map(|it| now_line(view, it)).collect::<Vec<_>>(),
        now_more: under_way.len().saturating_sub(LINES),
        work: work(view),
        decided: decided(view),
        decisions: site.of_kind(Kind::Decision).count(),
        decision_index: index_of(view, Kind::Decision),
        can: can(view, &under_way),
        bodies: bodies(view, &under_way),
        // What happened to the records, day by day.
        changes: (!site.activity.is_empty()).then(|| view.to(Made::Changes.path())),
        // The rest of the introduction, as HTML.
        text: rest.to_owned(),
    };
    let head = Head { description: site.config.description.clone(), ..Head::titled(&site.config.title) };
    view.fill("home.html", head, &it)
}

/// The first paragraph of `html` where it is short enough to stand at the top, and what follows it.
fn beginning(html: &str) -> (Option<&str>, &str) {
    let whole = (None, html);
    let Some((first, rest)) = html.strip_prefix("<p>").and_then(|inner| inner.split_once("</p>")) else { return whole };
    let mut is_text = true;
    let length = first.chars().filter(|letter| {
        let was_text = is_text;
        is_text = match letter {
            '<' => false,
            '>' => true,
            _ => is_text,
        };
        was_text && is_text
    });
    // A footnote belongs to the text that it stands under.
    if length.count() > LEDE || first.contains("footnote") { whole } else { (Some(first), rest.trim()) }
}

fn index_of(view: &View, kind: Kind) -> Option<String> {
    view.site.of_kind(kind).next()?;
    Some(view.to(&place::index(view.site, kind, 1)))
}

/// The members of today, those with a role first, and how to reach the group; `None` where the site is no group's.
fn who(view: &View) -> Option<impl Serialize> {
    let site = view.site;
    let group = site.own_group()?;
    let it = group.group()?;
    let mut seen = BTreeSet::new();
    let mut members: Vec<(bool, Part)> = Vec::new();
    let terms = || site.members_on(group, site.today);
    // Who has two terms is named by the one with a role.
    let special =
        |term: &Member| term.role.get().map(|role| role.as_str()).filter(|role| *role != Role::Member.as_str());
    let with_role = terms().filter(|(_, term)| special(term).is_some());
    for (person, term) in with_role.chain(terms()).filter(|(person, _)| seen.insert(person.at)) {
        let note = special(term).map(super::spelling::spelled);
        members.push((note.is_none(), Part { note, ..Part::link(&*person.title, view.to_record(person)) }));
    }
    let count = members.len();
    Some(given! {
        group: Part::link(&*group.title, view.to_record(group)),
        count,
        members: members.into_iter().take(NAMES).map(|(_, part)| part).collect::<Vec<_>>(),
        more: count.saturating_sub(NAMES),
        contact: view.show(&it.contact),
    })
}

/// The next meeting of a group of the site: the one of its own group where several meet. Of a record that has ended, one that it
/// names for its last day or a later one.
fn meeting(view: &View) -> Option<impl Serialize> {
    let site = view.site;
    let group = |entry: &Entry| entry.meeting().and_then(|it| site.find(it.group.get()?)).map(|group| group.at);
    let own = site.own_group().map(|own| own.at);
    let mut ahead: Vec<(bool, Date, bool, &Entry)> = Vec::new();
    for entry in site.of_kind(Kind::Meeting) {
        for deadline in kind::deadlines(site, entry) {
            let Some(day) = deadline.day.filter(|day| *day >= site.today) else { continue };
            let is_other = own.is_some() && group(entry) != own;
            ahead.push((is_other, day, deadline.what != Ahead::Itself, entry));
        }
    }
    ahead.sort_by_key(|(is_other, day, is_announced, entry)| (*is_other, *day, *is_announced, entry.at));
    let (is_other, day, is_announced, entry) = *ahead.first()?;
    let it = entry.meeting()?;
    let points = it.agenda.items().iter().filter(|_| !is_announced);
    Some(given! {
        href: view.to_record(entry),
        weekday: words::weekday(day),
        day: Day::of(site, day),
        // When it begins, where that is stated.
        hours: view.hours(it).filter(|_| !is_announced),
        // Whose meeting it is, where it is not that of the group.
        of: is_other.then(|| words::of_profile(&site.group_called(entry))),
        // The minutes that announce it, where it has no page of its own yet.
        announced_in: is_announced.then(|| view.record_link(entry)),
        agenda: points.clone().take(POINTS).map(|point| point.title.text().to_owned()).collect::<Vec<_>>(),
        agenda_more: points.count().saturating_sub(POINTS),
        join: it.join.get().filter(|_| !is_announced).map(|link| view.written_link(&link.0)),
    })
}

/// That no meeting is recorded after the last day of the record, or after one that it names for later; `None` while it is kept, and where
/// it has no meetings.
fn no_meeting(view: &View) -> Option<String> {
    let site = view.site;
    let end = site.config.record_until.get().copied()?;
    let meetings = site.of_kind(Kind::Meeting);
    let named = meetings.flat_map(|entry| [entry.id.date(), entry.meeting().and_then(|it| it.next.get().copied())]);
    let last = named.flatten().max()?;
    Some(words::no_meeting_after(words::long_date(last.max(end))))
}

/// What is open to others now: comments, votes, calls, questions, the one that ends first at the top.
fn under_way<'a>(view: &View<'a>) -> Vec<UnderWay<'a>> {
    let site = view.site;
    let open = site.entries.iter().filter(|entry| site.is_open_matter(entry));
    // What a record says of another is said of that one too. A question that merely lies with a body is listed there.
    let own = open.flat_map(|entry| {
        let under_way = site.position(entry).map(|position| position.under_way).unwrap_or_default();
        under_way.into_iter().filter(|it| it.of.at == entry.at && !matches!(it.what, Now::Undecided))
    });
    let mut under_way: Vec<UnderWay> = own.collect();
    under_way.sort_by_key(|it| (it.what.ends().unwrap_or(Date::MAX), it.of.at));
    under_way
}

fn now_line(view: &View, it: &UnderWay) -> Line {
    Line {
        title: it.of.title.clone(),
        href: view.to_record(it.of),
        state: None,
        day: None,
        note: strip::now(view.site, it),
        position: None,
    }
}

/// The whole list of what is under way.
fn work(view: &View) -> Option<String> {
    view.site.has_matters().then(|| view.to(Made::Work.path()))
}

/// The latest decisions that were taken.
fn decided(view: &View) -> Vec<Line> {
    let mut decided: Vec<(Date, &Entry)> = view
        .site
        .of_kind(Kind::Decision)
        .filter_map(|entry| Some((*entry.decision()?.decided.get()?, entry)))
        .filter(|(date, _)| *date <= view.site.today)
        .collect();
    decided.sort_by_key(|(date, entry)| (std::cmp::Reverse(*date), std::cmp::Reverse(entry.at)));
    let shown = decided.into_iter().take(LINES);
    shown
        .map(|(date, entry)| Line {
            title: entry.title.clone(),
            href: view.to_record(entry),
            // How it ended on that day; what came of it since is another day's.
            state: entry.decision().and_then(|it| it.outcome.get()).map(|it| {
                let state = view.site.state_that(Kind::Decision, meaning_of_outcome(*it));
                view.state_named(Kind::Decision, state)
            }),
            day: Some(Day::of(view.site, date)),
            note: [counted(entry), since_decided(view, entry)].into_iter().flatten().collect::<Vec<_>>().join("; "),
            position: None,
        })
        .collect()
}

/// `4 yes, 1 no`; `None` where nobody's vote is recorded.
fn counted(entry: &Entry) -> Option<String> {
    let tally = entry.tally().filter(|tally| !tally.voters.is_empty())?;
    Some(part::counted(tally))
}

/// `carried out on 9 July 2026`, `superseded`: what came of a decision.
fn since_decided(view: &View, entry: &Entry) -> Option<String> {
    let last = entry.status.as_ref()?.steps.last()?;
    let words = [
        (Means::Done, words::CAME_TO_BE_CARRIED_OUT.to_string()),
        (Means::Replaced, view.label(entry.kind(), &last.state)),
    ];
    let (_, word) = words.into_iter().find(|(means, _)| last.means == Some(*means))?;
    let decided = entry.decision()?.decided.get();
    Some(match last.is_dated {
        true if decided == Some(&last.date) => words::word_on_the_same_day(word),
        true => words::word_on_day(word, words::long_date(last.date)),
        false => word,
    })
}

/// Something that a reader can do.
#[derive(Serialize)]
struct Way {
    title: String,
    href: String,
    note: String,
}

/// What a reader can do now, each only where there is something to do. Where the record has ended there is nothing.
fn can(view: &View, under_way: &[UnderWay]) -> Vec<Way> {
    let site = view.site;
    if site.config.record_until.get().is_some() {
        return Vec::new();
    }
    // Of one thing to its page, of several to their list.
    let way = |title: Word, kind: Kind, note: fn(usize) -> String, is_it: fn(&Now) -> bool| {
        let open: Vec<&Entry> = under_way.iter().filter(|it| is_it(&it.what)).map(|it| it.of).collect();
        let href = match open[..] {
            [one] => view.to_record(one),
            _ => view.to(&place::index(view.site, kind, 1)),
        };
        let note = note(open.len());
        (!open.is_empty()).then(|| Way { title: title.to_string(), href, note })
    };
    let unowned = site.actions.iter().filter(|action| !action.done && action.owners.is_empty()).count();
    let propose = site.profile.kind(Kind::Proposal).map(|_| {
        let href = format!("{}#site.propose", view.to(Made::Help.path()));
        Way { title: words::PROPOSE.to_string(), href, note: words::propose_as(view.singular(Kind::Proposal)) }
    });
    let tasks = (unowned > 0).then(|| Way {
        title: words::TAKE_A_TASK.to_string(),
        href: format!("{}#site.unowned", view.to(Made::Help.path())),
        note: words::tasks_without_owner(unowned),
    });
    let follow = site.config.public_url().map(|_| Way {
        title: words::FOLLOW.to_string(),
        href: view.to(Made::Follow.path()),
        note: words::FOLLOW_NOTE.to_string(),
    });
    [
        propose,
        way(words::COMMENT, Kind::Sow, words::texts_open, |now| matches!(now, Now::Comments(_))),
        tasks,
        way(words::CLAIM_A_BOUNTY, Kind::Bounty, words::bounties_open, |now| matches!(now, Now::Claims(_))),
        way(words::MAKE_AN_OFFER, Kind::Rfp, words::calls_open, |now| matches!(now, Now::Offers(_))),
        way(words::ANSWER_A_SURVEY, Kind::Survey, words::surveys_open, |now| matches!(now, Now::Answers(_))),
        follow,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Everything that waits, by the body that it waits for, each matter once and the oldest first; then what people hold each
/// by themselves.
fn bodies(view: &View, under_way: &[UnderWay]) -> Vec<impl Serialize> {
    let site = view.site;
    let leads: BTreeSet<usize> = site.matters.iter().map(|matter| matter.lead).collect();
    // A matter is where its leading record is; what belongs to none waits for itself.
    let is_lead = |entry: &Entry| leads.contains(&entry.at) || site.matters_of(entry).next().is_none();
    let kinds = kind::matters();
    let is_waiting = |entry: &&Entry| kinds.contains(&entry.kind()) && site.is_open_matter(entry) && is_lead(entry);
    let mut entries: Vec<&Entry> = site.entries.iter().filter(is_waiting).collect();
    let since = |entry: &Entry| entry.status.as_ref().and_then(|status| status.since).unwrap_or(Date::MAX);
    entries.sort_by_key(|entry| (since(entry), entry.at));
    // The words of two workflows for one group are one body.
    let mut holders: Vec<(Held, String, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let (held, words) = held(view, entry);
        match holders.iter_mut().find(|(other, ..)| *other == held) {
            Some((.., same)) => same.push(entry),
            None => holders.push((held, words, vec![entry])),
        }
    }
    holders.sort_by_key(|(held, ..)| match held {
        Held::Body(_) => 0,
        Held::Words(_) => 1,
        Held::People => 2,
    });
    let shown: BTreeSet<usize> = under_way.iter().take(LINES).map(|it| it.of.at).collect();
    holders.into_iter().map(|(held, words, entries)| body(view, &held, &words, &entries, &shown)).collect()
}

/// With whom something is.
#[derive(PartialEq, Eq)]
enum Held {
    /// A body, by its place in the site.
    Body(usize),
    /// The words of the workflow alone.
    Words(String),
    /// Somebody, or an organization.
    People,
}

/// With whom it is, and what the workflow calls that.
fn held(view: &View, entry: &Entry) -> (Held, String) {
    let holder = view.site.position(entry).and_then(|position| position.holder);
    let (words, whom) = holder.unwrap_or_else(|| (words::NOBODY.to_string(), Vec::new()));
    let held = match whom[..] {
        [] => Held::Words(words.clone()),
        [one] if one.kind() == Kind::Group => Held::Body(one.at),
        _ => Held::People,
    };
    (held, words)
}

fn body(view: &View, held: &Held, words: &str, entries: &[&Entry], shown: &BTreeSet<usize>) -> impl Serialize + use<> {
    let lines = entries.iter().filter(|entry| !shown.contains(&entry.at)).take(OLDEST).map(|entry| Line {
        title: entry.title.clone(),
        href: view.to_record(entry),
        state: None,
        day: None,
        note: String::new(),
        position: view.strip(entry),
    });
    let lines: Vec<Line> = lines.collect();
    let (href, title) = match held {
        Held::Body(at) => (Some(view.to_record(&view.site.entries[*at])), words::held_with(words::of_profile(words))),
        Held::Words(_) => (None, words::held_with(words::of_profile(words))),
        Held::People => (None, words::WITH_PEOPLE.to_string()),
    };
    given! { count: entries.len(), href, title, is_of_people: matches!(held, Held::People), lines }
}
