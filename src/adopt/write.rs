//! The files of a plan: records with their front matter above the words of their authors.

use std::collections::{BTreeMap, BTreeSet};

use super::actions::Action;
use super::decisions::Decision;
use super::folders::rows;
use super::links::relinked;
use super::minutes::{Item, Minutes};
use super::people::Person;
use super::proposals::{Proposal, issue};
use super::questions::{FILE, Question, written};
use super::services::Service;
use super::{FreeText, Understood};
use crate::config;
use crate::fields::toml_text;
use crate::id::ContentPath;
use crate::text::count;
use crate::tree::Tree;

/// Every file that is new or not as it was.
pub(super) fn files(
    tree: &Tree,
    texts: &[FreeText],
    understood: &Understood,
    moved: &BTreeMap<ContentPath, ContentPath>,
    questions: &[Question],
) -> BTreeMap<ContentPath, String> {
    let folders: BTreeSet<&str> = tree.sources.keys().chain(tree.assets.keys()).map(ContentPath::folder).collect();
    let is_folder = |path: &ContentPath| {
        let below = format!("{path}/");
        folders.iter().any(|folder| *folder == path.as_str() || folder.starts_with(&below))
    };
    let is_there =
        |path: &ContentPath| tree.sources.contains_key(path) || tree.assets.contains_key(path) || is_folder(path);
    let body = |text: &FreeText, to: &ContentPath| relinked(text, to, moved, &is_there);
    let mut files: BTreeMap<ContentPath, String> = BTreeMap::new();
    for (it, actions) in understood.minutes.iter().zip(&understood.actions) {
        files.insert(it.to.clone(), meeting(understood, it, actions, &body(it.text, &it.to)));
    }
    for it in &understood.decisions {
        files.insert(it.to.clone(), decision(understood, it, &body(it.text, &it.to)));
    }
    let records: BTreeSet<&ContentPath> = understood
        .minutes
        .iter()
        .map(|it| &it.text.path)
        .chain(understood.decisions.iter().map(|it| &it.text.path))
        .collect();
    for text in texts.iter().filter(|text| !records.contains(&text.path)) {
        let now = body(text, &text.path);
        if *now != *text.text {
            files.insert(text.path.clone(), now);
        }
    }
    for person in understood.people.people.iter().filter(|it| !it.is_known) {
        add(&mut files, tree, format!("people/{}.md", person.slug), || person_page(understood, person));
    }
    for (name, slug) in &understood.organizations {
        add(&mut files, tree, format!("organizations/{slug}.md"), || organization_page(name));
    }
    for it in &understood.services {
        add(&mut files, tree, it.to.to_string(), || service_page(it));
    }
    for it in &understood.proposals {
        add(&mut files, tree, it.to.to_string(), || proposal_page(understood, it));
    }
    let (name, key) = &understood.group;
    if has_meetings(understood) {
        add(&mut files, tree, format!("groups/{key}.md"), || group_page(understood, name));
    }
    add(&mut files, tree, config::FILE.to_owned(), || configuration(tree, understood));
    let questions = written(questions);
    if !questions.is_empty() {
        files.insert(ContentPath::parse(FILE).expect("a plain file name is a path"), questions);
    }
    files
}

/// Whether the repository has minutes or decisions, and so a group that they are of.
fn has_meetings(understood: &Understood) -> bool {
    !understood.minutes.is_empty() || !understood.decisions.is_empty()
}

/// Adds a file, where there is none of that name.
fn add(files: &mut BTreeMap<ContentPath, String>, tree: &Tree, path: String, text: impl Fn() -> String) {
    if let Some(path) = ContentPath::parse(&path)
        && !tree.sources.contains_key(&path)
    {
        files.insert(path, text());
    }
}

/// Lines of a front matter.
struct Front(String);

impl Front {
    fn new() -> Front {
        Front("+++\n".to_owned())
    }

    fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &toml_text(value));
    }

    fn raw(&mut self, key: &str, value: &str) {
        self.0.push_str(&format!("{key} = {value}\n"));
    }

    fn unknown(&mut self, key: &str, reason: &str) {
        self.raw(key, &format!("{{ unknown = {} }}", toml_text(reason)));
    }

    fn list(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            let values: Vec<String> = values.iter().map(|value| toml_text(value)).collect();
            self.raw(key, &format!("[{}]", values.join(", ")));
        }
    }

    fn table(&mut self, name: &str) {
        self.0.push_str(&format!("\n[[{name}]]\n"));
    }

    /// The front matter with `body` below it, byte for byte.
    fn above(self, body: &str) -> String {
        format!("{}+++\n\n{body}", self.0)
    }
}

/// The address that a file had, for whoever kept it; nothing where it stays.
fn redirect(front: &mut Front, from: &ContentPath, to: &ContentPath) {
    if from != to {
        let old = from.as_str().rsplit_once('.').map_or(from.as_str(), |(stem, _)| stem);
        front.list("redirects", &[format!("{old}/")]);
    }
}

fn meeting(understood: &Understood, it: &Minutes, actions: &[Action], body: &str) -> String {
    let mut front = Front::new();
    front.text("group", &understood.group.1);
    front.text("kind", it.kind);
    front.raw("held", "true");
    let slugs = |list: &[super::names::Participant]| {
        let mut slugs: Vec<String> = Vec::new();
        for person in list.iter().filter_map(|it| understood.people.of(&it.name)) {
            if !slugs.contains(&person.slug) {
                slugs.push(person.slug.clone());
            }
        }
        slugs
    };
    let present = slugs(&it.present);
    match present.is_empty() {
        true => front.unknown("present", "no list of participants was found in the minutes"),
        false => front.list("present", &present),
    }
    front.list("regrets", &slugs(&it.regrets));
    let here = |decision: &&Decision| decision.meeting == Some(it.day);
    let decisions: Vec<String> = understood.decisions.iter().filter(here).filter_map(id_of).collect();
    front.list("decisions", &decisions);
    if it.agenda.is_empty() {
        front.unknown("agenda", "no headings were found in the minutes");
    }
    if let Some(next) = it.next {
        front.raw("next", &next.to_string());
    }
    if let Some(published) = it.published {
        front.raw("published", &published.to_string());
    }
    redirect(&mut front, &it.text.path, &it.to);
    for item in &it.agenda {
        point(&mut front, understood, it, item);
    }
    let mut text = front.above(body);
    text.push_str(&tasks(it.text, actions));
    text
}

fn point(front: &mut Front, understood: &Understood, it: &Minutes, item: &Item) {
    front.table("agenda");
    front.text("title", &item.title);
    let link = issue(item, it.day, &understood.trackers);
    let is_of = |proposal: &&Proposal| link.as_deref().is_some_and(|link| is_same_issue(link, &proposal.issue));
    let about: Vec<String> = understood.proposals.iter().filter(is_of).filter_map(|it| id_at(&it.to)).collect();
    front.list("about", &about);
    if let Some(link) = link {
        front.text("link", &link);
    }
    if let Some(outcome) = &item.outcome {
        front.text("outcome", outcome);
    }
}

/// Whether `link` leads to `issue`, or to a comment below it.
fn is_same_issue(link: &str, issue: &str) -> bool {
    link.strip_prefix(issue).is_some_and(|rest| rest.is_empty() || rest.starts_with(['#', '?', '/']))
}

/// A section with the actions, below all that the authors wrote.
fn tasks(text: &FreeText, actions: &[Action]) -> String {
    if actions.is_empty() {
        return String::new();
    }
    let is_used = |title: &str| text.outline.headings.iter().any(|heading| heading.title.eq_ignore_ascii_case(title));
    let titles = ["Actions", "Who took on what"];
    let title = titles.iter().find(|title| !is_used(title)).unwrap_or(&titles[0]);
    let gap = if text.text.ends_with('\n') { "\n" } else { "\n\n" };
    let mut section = format!("{gap}## {title}\n\n");
    for action in actions {
        let tick = if action.is_done { "x" } else { " " };
        section.push_str(&format!("- [{tick}] @{}: {}\n", action.owner, action.what));
    }
    section
}

/// `DEC-0001`.
fn id_of(decision: &Decision) -> Option<String> {
    id_at(&decision.to)
}

/// The id of the numbered record at `path`.
fn id_at(path: &ContentPath) -> Option<String> {
    let id = crate::layout::Layout::usual().placed(path).id;
    id.number().map(|_| id.to_string())
}

fn decision(understood: &Understood, it: &Decision, body: &str) -> String {
    let mut front = Front::new();
    front.text("title", &it.title);
    front.text("group", &understood.group.1);
    front.text("kind", "general");
    front.unknown("about", "the text was adopted as it is, and names no record");
    if let Some(decided) = it.decided {
        front.raw("decided", &decided.to_string());
    }
    match it.outcome {
        Some(outcome) => front.text("outcome", outcome),
        None => front.unknown("outcome", "the text does not say how it ended"),
    }
    front.unknown("channel", "the text was adopted as it is, and names no place where it was discussed");
    if let Some(day) = it.meeting {
        front.text("meeting", &format!("MTG-{day}"));
    }
    redirect(&mut front, &it.text.path, &it.to);
    front.above(body)
}

fn person_page(understood: &Understood, person: &Person) -> String {
    let mut front = Front::new();
    front.text("name", &person.name);
    let is_there = |it: &&Minutes| {
        it.present.iter().any(|it| understood.people.of(&it.name).is_some_and(|it| it.slug == person.slug))
    };
    let meetings = understood.minutes.iter().filter(is_there).count();
    front.text("summary", &format!("Took part in {} of this record.", count(meetings, "meeting", "meetings")));
    front.list("aliases", &person.aliases);
    if let Some(github) = person.github.as_ref().or_else(|| understood.accounts.get(&person.slug)) {
        front.text("github", github);
    }
    for slug in person.organizations.iter().filter_map(|name| understood.organizations.get(name)) {
        front.table("affiliation");
        front.text("organization", slug);
    }
    front.above("").trim_end().to_owned() + "\n"
}

fn service_page(it: &Service) -> String {
    let mut front = Front::new();
    let not_said = format!("{} does not say", it.from);
    front.text("name", &it.name);
    front.unknown("area", "not stated yet");
    match &it.purpose {
        Some(purpose) => front.text("purpose", purpose),
        None => front.unknown("purpose", &not_said),
    }
    front.unknown("lifecycle", &not_said);
    match &it.owner {
        Ok(slug) => front.text("owner", slug),
        Err(Some(said)) => front.unknown("owner", &format!("{} says “{said}”", it.from)),
        Err(None) => front.unknown("owner", &not_said),
    }
    front.unknown("operator", &not_said);
    front.unknown("admins", &not_said);
    match &it.host {
        Some(host) => front.unknown("host", &format!("{} says “{host}”", it.from)),
        None => front.unknown("host", &not_said),
    }
    if let Some(url) = &it.url {
        front.text("url", url);
    }
    front.unknown("personal_data", &not_said);
    front.unknown("reviewed", &format!("{} carries no day", it.from));
    front.above("").trim_end().to_owned() + "\n"
}

fn proposal_page(understood: &Understood, it: &Proposal) -> String {
    let mut front = Front::new();
    front.text("title", &it.title);
    front.unknown("proposer", "the minutes name the issue and not who proposed it");
    front.text("issue", &it.issue);
    let meetings: Vec<String> = it.days.iter().map(|day| format!("MTG-{day}")).collect();
    if let Some(first) = it.days.first() {
        front.table("event");
        front.text("to", "submitted");
        front.raw("date", &first.to_string());
        front.text("by", &understood.group.1);
        front.text("note", &format!("First on an agenda in MTG-{first}; the issue may be older."));
    }
    let meetings = crate::text::list(meetings, "and");
    front.above(&format!("On the agendas of {meetings}.\n"))
}

fn organization_page(name: &str) -> String {
    let mut front = Front::new();
    front.text("name", name);
    front.unknown("roles", "lists of participants have the name beside a person and say no more");
    front.above("").trim_end().to_owned() + "\n"
}

fn group_page(understood: &Understood, name: &str) -> String {
    let mut front = Front::new();
    front.text("name", name);
    front.text("summary", "The group whose record this is.");
    front.text("type", "working-group");
    match &understood.contact {
        Some(contact) => front.text("contact", contact),
        None => front.unknown("contact", "not stated yet"),
    }
    front.unknown("member", "the texts name those who took part in meetings, and not who belongs to the group");
    front.above("").trim_end().to_owned() + "\n"
}

fn configuration(tree: &Tree, understood: &Understood) -> String {
    let (name, key) = &understood.group;
    // What every repository has and no page needs.
    const BESIDE: [&str; 4] = ["LICENSE", "COPYING", "CODEOWNERS", "Makefile"];
    let is_beside = |path: &&ContentPath| BESIDE.iter().any(|name| path.as_str().starts_with(name));
    // A second run reads the repository without what the first one excluded.
    let beside = tree.assets.keys().chain(tree.left_out.keys()).filter(is_beside).map(ContentPath::as_str);
    let exclude: Vec<String> = [FILE].into_iter().chain(beside).map(|path| toml_text(&format!("/{path}"))).collect();
    let ended = understood.ended.map(|day| {
        format!("\n# The last meeting of which the record holds anything. What is late is counted to that day.\nrecord_until = {day}\n")
    });
    let of_group = match has_meetings(understood) {
        true => format!("rung = \"record\"\ngroup = {}\n", toml_text(key)),
        false => String::new(),
    };
    let mut text = format!(
        "title = {}\nprofile = [{}]\n{of_group}\n\
         # What is no part of the record, such as the questions of `candor adopt`.\nexclude = [{}]\n{}",
        toml_text(name),
        toml_text(&understood.folders.profile),
        exclude.join(", "),
        ended.unwrap_or_default()
    );
    if !understood.trackers.is_empty() {
        text.push_str("\n# What a number such as #27 means in a text.\n");
    }
    for (at, tracker) in understood.trackers.iter().enumerate() {
        let gap = if at == 0 { "" } else { "\n" };
        text.push_str(&format!("{gap}[[tracker]]\nurl = {}\n", toml_text(&tracker.url)));
        for (key, day) in [("from", tracker.from), ("until", tracker.until)] {
            text.push_str(&day.map(|day| format!("{key} = {day}\n")).unwrap_or_default());
        }
    }
    text.push_str(&rows(&understood.folders.folders));
    text
}
