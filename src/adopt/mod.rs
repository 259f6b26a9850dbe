//! A repository that was never written for this tool, as a record: what is in it, and which files would have to be written.
//!
//! ```text
//! Tree + what git knows + answers ──plan──▶ sentences, files, questions
//! ```
//!
//! Bodies stay their authors' own: what is understood goes into the front matter above them. What is not understood stays where
//! it is, byte for byte. What cannot be told for certain is a [`Question`], with what is taken until somebody answers.

mod accounts;
mod actions;
mod days;
mod decisions;
mod folders;
mod links;
mod minutes;
mod names;
mod people;
mod proposals;
mod questions;
mod services;
mod tables;
mod trackers;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::{Record, parse};
use crate::fields::Field;
use crate::id::{ContentPath, Kind};
use crate::layout::Layout;
use crate::markdown::Outline;
use crate::text::{Date, Span, count, days_between};
use crate::tree::{Beginning, History, Tree};

pub use questions::{Answers, FILE, Question};

use actions::Action;
use decisions::Decision;
use folders::Folders;
use minutes::Minutes;
use people::{Directory, Person};
use proposals::Proposal;
use questions::{Ask, Asked};
use services::Service;
use trackers::Tracker;

/// When git first had each file, by its path.
pub type Past = BTreeMap<ContentPath, Beginning>;

/// What there is to be adopted.
pub struct Material<'a> {
    /// The files as they were before anything was adopted.
    pub tree: &'a Tree,
    /// When git first had each; empty without git.
    pub past: &'a Past,
    /// How the lines went that say in which state files are, where a plan has found such; `None` without git.
    pub history: Option<&'a History>,
    /// What was answered so far.
    pub answers: &'a Answers,
    /// The day on which it is looked at.
    pub today: Date,
}

/// What adopting a repository does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What was found, a sentence each.
    pub found: Vec<String>,
    /// The files that are new or not as they were, in the order of their paths.
    pub files: BTreeMap<ContentPath, String>,
    /// Files that are somewhere else then, with where.
    pub moved: BTreeMap<ContentPath, ContentPath>,
    /// What could not be told for certain, in the order in which it came up.
    pub questions: Vec<Question>,
    /// Answers that are none of the choices, in sentences.
    pub not_understood: Vec<String>,
}

/// A Markdown file that is no record yet.
pub(crate) struct FreeText {
    path: ContentPath,
    text: Arc<str>,
    outline: Outline,
}

impl FreeText {
    /// The heading that it begins with.
    fn title(&self) -> Option<&str> {
        self.outline.title.as_ref().map(|(title, _)| title.as_str())
    }

    /// Its lines outside of code, without the marks of lists, quotes and emphasis around them.
    fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines_in(Span::new(0, self.text.len()))
    }

    fn lines_in(&self, span: Span) -> impl Iterator<Item = &str> {
        let mut at = span.start;
        self.text[span.range()].split_inclusive('\n').filter_map(move |line| {
            let start = at;
            at += line.len();
            let is_code = self.outline.code.iter().any(|code| code.start <= start && start < code.end);
            let line = line.trim();
            let bare = ["* ", "- ", "+ ", "> "].iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line);
            let bare = bare.trim().trim_matches(['*', '_']);
            (!is_code && !bare.is_empty()).then_some(bare)
        })
    }

    /// Its paragraphs that are no list, table or heading, each in one line.
    fn paragraphs(&self) -> Vec<String> {
        let is_text = |line: &str| {
            let first = line.trim_start().chars().next();
            first.is_some_and(|first| !"#|>*+-<`".contains(first))
                && !line.starts_with("    ")
                && !line.starts_with('\t')
        };
        let is_item = |line: &str| {
            let mark = line.trim_start();
            ["* ", "- ", "+ "].iter().any(|item| mark.starts_with(item))
        };
        let mut paragraphs = Vec::new();
        let mut open = String::new();
        // A line below an item of a list goes on with it until there is an empty one.
        let mut is_in_list = false;
        for line in self.text.lines() {
            is_in_list = !line.trim().is_empty() && (is_in_list || is_item(line)) && !line.starts_with('#');
            if line.trim().is_empty() || !is_text(line) {
                paragraphs.push(std::mem::take(&mut open));
            } else if !is_in_list {
                open.push_str(line.trim());
                open.push(' ');
            }
        }
        paragraphs.push(open);
        paragraphs.retain(|it| !it.is_empty());
        paragraphs
    }

    /// What stands behind `label` in a line of its own, `Status: accepted`, or in the first line below a heading of that name.
    fn labelled(&self, label: &str) -> Option<String> {
        let of_line = self.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            let value = value.trim_matches(['*', '_', ' ']);
            (name.trim_matches(['*', '_', ' ']).eq_ignore_ascii_case(label) && !value.is_empty())
                .then(|| value.to_owned())
        });
        of_line.or_else(|| {
            let at = self.outline.headings.iter().position(|heading| heading.title.eq_ignore_ascii_case(label))?;
            self.lines_in(self.outline.sections[at].span).next().map(str::to_owned)
        })
    }
}

/// What is understood of a repository.
struct Understood<'a> {
    minutes: Vec<Minutes<'a>>,
    decisions: Vec<Decision<'a>>,
    people: Directory,
    trackers: Vec<Tracker>,
    /// For each of the minutes, what somebody took on.
    actions: Vec<Vec<Action>>,
    /// What the group is called, and how records refer to it.
    group: (String, String),
    /// How the group is reached.
    contact: Option<String>,
    /// The last day that the record tells of, where it is kept no more.
    ended: Option<Date>,
    /// Who is meant by an account that minutes name, by the slug of the person.
    accounts: BTreeMap<String, String>,
    /// What the texts put behind names, with how records refer to it.
    organizations: BTreeMap<String, String>,
    services: Vec<Service>,
    proposals: Vec<Proposal>,
    folders: Folders,
}

/// What adopting `material` does. Total; the same material gives the same plan.
pub fn plan(material: &Material) -> Plan {
    let tree = material.tree;
    let texts = free_texts(tree);
    let mut asked = Asked::new(material.answers);
    let taken: BTreeSet<ContentPath> = tree.sources.keys().cloned().collect();
    let free: BTreeSet<ContentPath> = texts.iter().map(|text| text.path.clone()).collect();
    let taken: BTreeSet<ContentPath> = taken.difference(&free).cloned().collect();
    let mut minutes = minutes::minutes(&texts, material.past, &taken, &mut asked);
    minutes::ask_who(&mut minutes, &mut asked);
    let decisions = decisions::decisions(&texts, &minutes);
    let folders = folders::folders(tree, material.history, &mut asked);
    if minutes.is_empty() && decisions.is_empty() && folders.folders.is_empty() {
        let found = vec![match texts.len() {
            0 => "every Markdown file here has a front matter already, so there is nothing to adopt".to_owned(),
            number => format!(
                "{} without front matter, and none of them looks like minutes or a decision: they are pages as they are",
                count(number, "Markdown file", "Markdown files")
            ),
        }];
        return Plan { found, ..Plan::default() };
    }
    let has_meetings = !minutes.is_empty() || !decisions.is_empty();
    let group = group(tree, &texts, has_meetings, &mut asked);
    let people = people::directory(&minutes, known(tree), &mut asked);
    let accounts = accounts::accounts(&minutes, &people, &mut asked);
    let organizations = organizations(&people, &mut asked);
    let trackers = trackers::trackers(&minutes, &mut asked);
    let actions = actions_of(&minutes, &people, &mut asked);
    let is_minutes = |text: &&FreeText| minutes.iter().any(|it| it.text.path == text.path);
    let is_taken = |path: &ContentPath| tree.sources.contains_key(path);
    let others: Vec<&FreeText> = texts.iter().filter(|text| has_meetings && !is_minutes(text)).collect();
    let services = services::services(&others, &people, &is_taken, &mut asked);
    let proposals = proposals::proposals(&minutes, &trackers, last_proposal(tree), &mut asked);
    let contact = contact(&texts);
    let ended = ended(&minutes, material.today, &mut asked);
    let understood = Understood {
        minutes,
        decisions,
        people,
        trackers,
        actions,
        group,
        contact,
        ended,
        accounts,
        organizations,
        services,
        proposals,
        folders,
    };
    let moved = moves(&understood);
    let mut files = write::files(tree, &texts, &understood, &moved, &asked.questions);
    if let Some(history) = material.history {
        let Folders { folders, profile } = &understood.folders;
        let with_events = folders.iter().filter(|folder| folder.with_events);
        with_events.for_each(|folder| files.extend(folders::with_history(folder, tree, history, profile)));
    }
    let Asked { questions, not_understood, .. } = asked;
    Plan { found: sentences(&understood), files, moved, questions, not_understood }
}

/// The Markdown files without front matter, in the order of their paths. A file whose bytes are no text is left alone.
fn free_texts(tree: &Tree) -> Vec<FreeText> {
    let is_free = |text: &str| !["+++", "---"].iter().any(|fence| text.trim_start().starts_with(fence));
    let files = tree.sources.iter().filter(|(path, source)| {
        path.is_markdown()
            && source.not_utf8.is_none()
            && path.as_str() != FILE
            && !path.as_str().starts_with("themes/")
            && is_free(&source.text)
    });
    files
        .map(|(path, source)| {
            let document = parse(path, source, Layout::usual());
            FreeText { path: path.clone(), text: document.text.clone(), outline: document.outline }
        })
        .collect()
}

/// The people who have a record already.
fn known(tree: &Tree) -> Vec<Person> {
    let records = tree.sources.iter().filter(|(path, _)| Layout::usual().placed(path).id.kind == Kind::Person);
    let person = |(path, source): (&ContentPath, &crate::tree::Source)| {
        let document = parse(path, source, Layout::usual());
        let Record::Person(person) = &document.record else { return None };
        document.front?;
        Some(Person {
            slug: document.id.key.to_string(),
            name: person.name.get().cloned()?,
            aliases: person.aliases.items().iter().map(|alias| alias.value.clone()).collect(),
            github: person.github.get().cloned(),
            organizations: Vec::new(),
            is_known: true,
        })
    };
    records.filter_map(person).collect()
}

/// What the group is called and how records refer to it: as a record of a group says, else as the text at the root does.
fn group(tree: &Tree, texts: &[FreeText], is_asked: bool, asked: &mut Asked) -> (String, String) {
    let records = tree.sources.iter().filter(|(path, _)| Layout::usual().placed(path).id.kind == Kind::Group);
    let mut groups = records.filter_map(|(path, source)| {
        let document = parse(path, source, Layout::usual());
        let Record::Group(group) = &document.record else { return None };
        match &group.name {
            Field::Stated(name) => Some((name.value.clone(), document.id.key.to_string())),
            Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => None,
        }
    });
    if let Some(group) = groups.next() {
        return group;
    }
    const READ_FIRST: [&str; 2] = ["readme.md", "index.md"];
    let is_first = |text: &&FreeText| READ_FIRST.contains(&text.path.as_str().to_lowercase().as_str());
    let title = texts.iter().find(is_first).and_then(FreeText::title);
    let name = title.map_or(&*tree.name, without_what_it_is).to_owned();
    let name = match is_asked {
        true => asked.words(Ask {
            key: "group".to_owned(),
            text: "What is the group called whose record this is?".to_owned(),
            places: vec!["write its name behind the ticked box".to_owned()],
            choices: vec![name],
            guess: 0,
        }),
        false => name,
    };
    let key = crate::text::ascii_slug(&name);
    (name, if key.is_empty() { "our-group".to_owned() } else { key })
}

/// The highest number of a proposal that is there already; 0 without one.
fn last_proposal(tree: &Tree) -> u32 {
    let ids = tree.sources.keys().map(|path| Layout::usual().placed(path).id);
    ids.filter(|id| id.kind == Kind::Proposal).filter_map(|id| id.number()).max().unwrap_or_default()
}

/// A title without the words that say that it is one of a repository: `Workspace for the Lists Team`.
fn without_what_it_is(title: &str) -> &str {
    const WORDS: [&str; 9] = [
        "workspace for ",
        "workspace of ",
        "repository for ",
        "repository of ",
        "home of ",
        "welcome to ",
        "records of ",
        "minutes of ",
        "the ",
    ];
    let mut bare = title.trim();
    while let Some(word) = WORDS.iter().find(|word| bare.to_lowercase().starts_with(**word)) {
        bare = bare.get(word.len()..).unwrap_or_default().trim_start();
    }
    if bare.is_empty() { title } else { bare }
}

/// The one mail address that the text at the root has.
fn contact(texts: &[FreeText]) -> Option<String> {
    let first = texts.iter().filter(|text| text.path.folder().is_empty());
    let links = first.flat_map(|text| &text.outline.links).filter_map(|link| link.destination.strip_prefix("mailto:"));
    let addresses: BTreeSet<&str> = links.collect();
    let mut addresses = addresses.into_iter();
    addresses.next().filter(|_| addresses.next().is_none()).map(str::to_owned)
}

/// Whether `text` says in which role somebody took part, and not for whom: `Observer`, `voting members`.
fn is_role(text: &str) -> bool {
    const ROLES: [&str; 22] = [
        "chair",
        "co-chair",
        "deputy",
        "emeritus",
        "facilitator",
        "guest",
        "host",
        "in person",
        "invited",
        "lead",
        "maintainer",
        "member",
        "minutes",
        "moderator",
        "note taker",
        "notetaker",
        "observer",
        "online",
        "remote",
        "scribe",
        "secretary",
        "staff",
    ];
    let text = text.to_lowercase();
    let last = text.strip_suffix('s').unwrap_or(&text);
    ROLES.iter().any(|role| last == *role || text == *role || last.ends_with(&format!(" {role}")))
}

/// What stands behind names, each with how records refer to it, where it is taken for an organization.
fn organizations(people: &Directory, asked: &mut Asked) -> BTreeMap<String, String> {
    let mut all: BTreeMap<&String, Vec<&str>> = BTreeMap::new();
    for person in people.people.iter().filter(|it| !it.is_known) {
        person.organizations.iter().for_each(|it| all.entry(it).or_default().push(&person.name));
    }
    let mut taken = BTreeMap::new();
    for (name, people) in all {
        let at = asked.choose(Ask {
            key: format!("organization {name}"),
            text: format!("What is “{name}” in the lists of participants?"),
            places: vec![format!("beside {}", crate::text::list(people.iter().map(|it| (*it).to_owned()), "and"))],
            choices: vec!["an organization that they belong to".to_owned(), "something else".to_owned()],
            guess: usize::from(is_role(name)),
        });
        let slug = crate::text::ascii_slug(name);
        if at == 0 && !slug.is_empty() {
            taken.insert(name.clone(), slug);
        }
    }
    taken
}

/// After how many days without a meeting a record is taken to have ended.
const QUIET: i64 = 365;

/// The last day of the record, where it is kept no more.
fn ended(minutes: &[Minutes], today: Date, asked: &mut Asked) -> Option<Date> {
    let last = minutes.last()?.day;
    if days_between(last, today) <= QUIET {
        return None;
    }
    let at = asked.choose(Ask {
        key: "ended".to_owned(),
        text: "Does the group still keep this record?".to_owned(),
        places: vec![format!("the last meeting was on {last}")],
        choices: vec![format!("no, it ends on {last}"), "yes".to_owned()],
        guess: 0,
    });
    (at == 0).then_some(last)
}

/// What somebody took on, for each of the minutes; nothing where it is to stay text.
fn actions_of(minutes: &[Minutes], people: &Directory, asked: &mut Asked) -> Vec<Vec<Action>> {
    let found: Vec<Vec<Action>> = minutes.iter().map(|it| actions::actions(it, people)).collect();
    let total: usize = found.iter().map(Vec::len).sum();
    if total == 0 {
        return found;
    }
    let place = |(it, actions): (&Minutes, &Vec<Action>)| {
        actions.iter().map(|action| format!("{}: @{}: {}", it.day, action.owner, action.what)).collect::<Vec<_>>()
    };
    let at = asked.choose(Ask {
        key: "actions".to_owned(),
        text: "Are the tasks and promises in the minutes to be kept as actions?".to_owned(),
        places: minutes.iter().zip(&found).flat_map(place).collect(),
        choices: vec!["yes, as open ones".to_owned(), "yes, as done".to_owned(), "no, they stay text".to_owned()],
        guess: 0,
    });
    match at {
        0 => found,
        1 => found
            .into_iter()
            .map(|actions| actions.into_iter().map(|it| Action { is_done: true, ..it }).collect())
            .collect(),
        _ => found.into_iter().map(|_| Vec::new()).collect(),
    }
}

/// Where files go, for those that do.
fn moves(understood: &Understood) -> BTreeMap<ContentPath, ContentPath> {
    let minutes = understood.minutes.iter().map(|it| (&it.text.path, &it.to));
    let decisions = understood.decisions.iter().map(|it| (&it.text.path, &it.to));
    let moved = minutes.chain(decisions).filter(|(from, to)| from != to);
    moved.map(|(from, to)| (from.clone(), to.clone())).collect()
}

/// What was found, for people.
fn sentences(understood: &Understood) -> Vec<String> {
    let Understood { minutes, decisions, people, trackers, actions, organizations, .. } = understood;
    let mut found = Vec::new();
    if let (Some(first), Some(last)) = (minutes.first(), minutes.last()) {
        let agenda: usize = minutes.iter().map(|it| it.agenda.len()).sum();
        found.push(format!(
            "{} from {} to {}, with {} on their agendas",
            count(minutes.len(), "minutes of a meeting", "minutes of meetings"),
            first.day,
            last.day,
            count(agenda, "point", "points")
        ));
    }
    let new: Vec<&Person> = people.people.iter().filter(|it| !it.is_known).collect();
    if !new.is_empty() {
        let aliases: usize = new.iter().map(|it| it.aliases.len()).sum();
        found.push(format!(
            "{} in their lists of participants, with {} of the same names",
            count(new.len(), "person", "people"),
            count(aliases, "other spelling", "other spellings")
        ));
    }
    if !organizations.is_empty() {
        found.push(count(organizations.len(), "organization beside a name", "organizations beside names"));
    }
    let total: usize = actions.iter().map(Vec::len).sum();
    if total > 0 {
        found.push(format!("{} with one certain owner", count(total, "task or promise", "tasks and promises")));
    }
    if !decisions.is_empty() {
        found.push(count(decisions.len(), "decision with a file of its own", "decisions with files of their own"));
    }
    for folder in &understood.folders.folders {
        let path = if folder.path.is_empty() { "the folder itself" } else { &folder.path };
        let files = count(folder.files.len(), "proposal", "proposals");
        found.push(format!(
            "{files} in {path}, named `{}`, each with its state in a line `{}`",
            folder.name, folder.state
        ));
    }
    if !understood.services.is_empty() {
        found.push(count(understood.services.len(), "service in a table or a list", "services in tables and lists"));
    }
    if !understood.proposals.is_empty() {
        found.push(count(understood.proposals.len(), "issue of several meetings", "issues of several meetings"));
    }
    for tracker in trackers {
        found.push(format!("a tracker that numbers such as #27 mean: {}", tracker.url));
    }
    found
}

#[cfg(test)]
pub(crate) mod tests;
