//! Folders whose files are records already, named and written in a way of their own: `EIPS/eip-1559.md` with a `status` in its YAML.
//! They stay as they are; a row of `candor.toml` says how they are to be read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::questions::{Ask, Asked};
use crate::config;
use crate::document::{Document, parse};
use crate::fields::{At, Notation};
use crate::id::{ContentPath, Kind};
use crate::layout::Layout;
use crate::text::{Span, ascii_slug, count};
use crate::tree::{History, Tree};
use crate::workflow::{BUILT_IN, KindWorkflow, Means, Profile, Vocabulary};

/// A folder of proposals in a layout of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folder {
    pub path: String,
    /// What ids begin with: `EIP`; `None` where nothing says it.
    pub prefix: Option<String>,
    /// How its files are named: `eip-{number}.md`.
    pub name: String,
    /// The key that says in which state each is.
    pub state: String,
    /// Keys that mean one of Candor's, each with that.
    pub keys: Vec<(String, &'static str)>,
    /// Words of the state, each with the state that it means, where that has another name.
    pub states: Vec<(String, String)>,
    pub files: Vec<ContentPath>,
    /// Whether the history of the state is to stand in the files.
    pub with_events: bool,
}

/// The folders of a repository that has no `candor.toml`, and the profile whose states they use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Folders {
    pub folders: Vec<Folder>,
    /// `base`, where there are none.
    pub profile: String,
}

/// From how many files on a folder is one of records.
const SEVERAL: usize = 3;
/// What keys are called that mean one of Candor's.
const KEYS: [(&str, &[&str]); 3] = [
    ("proposer", &["author", "authors", "proposers", "champion", "champions"]),
    ("issue", &["discussions-to", "discussion", "tracking-issue", "issue-url", "pr", "pull-request"]),
    ("summary", &["description", "abstract"]),
];
/// Keys that say in which state a text is.
const STATES: [&str; 2] = ["status", "state"];
/// What common words for a state mean.
const WORDS: [(Means, &[&str]); 8] = [
    (Means::Draft, &["draft", "idea", "wip"]),
    (Means::Open, &["proposed", "submitted", "open", "provisional", "new"]),
    (Means::Assessed, &["review", "in-review", "under-review", "implementable"]),
    (Means::Done, &["accepted", "approved", "adopted", "final", "implemented", "merged", "done", "completed"]),
    (Means::Refused, &["rejected", "declined", "refused"]),
    (Means::Withdrawn, &["withdrawn", "abandoned", "cancelled", "canceled"]),
    (Means::Replaced, &["superseded", "replaced", "obsolete", "duplicate", "moved"]),
    (Means::Expired, &["stagnant", "stale", "deferred", "postponed", "expired", "inactive"]),
];

/// A file that may belong to such a folder.
struct Candidate<'a> {
    path: &'a ContentPath,
    /// How its name is written, with `{number}` and `{slug}` in it.
    pattern: String,
    /// Its outermost keys with their values as written.
    keys: BTreeMap<String, String>,
}

/// The folders of proposals in `tree`, with what is asked about them. Where there is a `candor.toml`, it says that already.
pub(super) fn folders(tree: &Tree, history: Option<&History>, asked: &mut Asked) -> Folders {
    let none = || Folders { folders: Vec::new(), profile: "base".to_owned() };
    if tree.text(config::FILE).is_some() {
        return none();
    }
    let mut by_folder: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for (folder, candidate) in tree.sources.keys().filter_map(|path| candidate(tree, path)) {
        by_folder.entry(folder).or_default().push(candidate);
    }
    let found: Vec<(Folder, BTreeMap<String, usize>)> =
        by_folder.into_iter().filter_map(|(path, files)| folder(path, &files)).collect();
    if found.is_empty() {
        return none();
    }
    let words: BTreeSet<&str> = found.iter().flat_map(|(_, words)| words.keys().map(String::as_str)).collect();
    let profile = profile(&words, asked);
    let workflow = workflow(&profile);
    let mut folders: Vec<Folder> = Vec::new();
    for (mut folder, words) in found {
        if let Some(workflow) = &workflow {
            folder.states = states(&folder, &words, workflow, asked);
        }
        names_people(&mut folder, tree, asked);
        folder.with_events = history.is_some() && with_events(&folder, asked);
        folders.push(folder);
    }
    Folders { folders, profile }
}

/// The folder that the file at `path` belongs to, and what its name and keys say; `None` where it is no numbered record in a
/// layout of its own.
fn candidate<'a>(tree: &'a Tree, path: &'a ContentPath) -> Option<(String, Candidate<'a>)> {
    static NAME: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^([A-Za-z]+[-_])?(\d{1,6})([-_])?(.+)?$").expect("the expression is right"));
    if !path.is_markdown() || Layout::usual().placed(path).id.kind != Kind::Page {
        return None;
    }
    let is_introduction = ["readme", "index"].contains(&path.stem().to_lowercase().as_str());
    let file = path.as_str().rsplit('/').next()?;
    let (folder, stem, rest) = match (is_introduction, path.folder().rsplit_once('/')) {
        (true, Some((above, own))) => (above, own, format!("/{file}")),
        (true, None) => return None,
        (false, _) => (path.folder(), path.stem(), file.get(path.stem().len()..)?.to_owned()),
    };
    let name = NAME.captures(stem)?;
    let before = name.get(1).map_or("", |it| it.as_str());
    let slug = match (name.get(3), name.get(4)) {
        (Some(dash), Some(_)) => format!("{}{{slug}}", dash.as_str()),
        (None, None) => String::new(),
        _ => return None,
    };
    let document = parse(path, tree.sources.get(path)?, Layout::usual());
    let keys = keys(&document);
    let has = |key: &str| keys.contains_key(key);
    let is_record = STATES.iter().any(|key| has(key));
    let pattern = format!("{before}{{number}}{slug}{rest}");
    is_record.then(|| (folder.to_owned(), Candidate { path, pattern, keys }))
}

/// The outermost keys of a front matter with their values, without quotes. Total.
fn keys(document: &Document) -> BTreeMap<String, String> {
    let text = |span: Span| document.text.get(span.range()).unwrap_or_default().trim().trim_matches(['"', '\'']);
    document.keys.iter().map(|it| (text(it.key).to_owned(), text(it.value).to_owned())).collect()
}

/// What most of `files` have in common, and how often each word of their state is used; `None` where that is too little.
fn folder(path: String, files: &[Candidate]) -> Option<(Folder, BTreeMap<String, usize>)> {
    let mut patterns: BTreeMap<&str, usize> = BTreeMap::new();
    files.iter().for_each(|file| *patterns.entry(&file.pattern).or_default() += 1);
    let name =
        patterns.into_iter().max_by_key(|(_, times)| *times).filter(|(_, times)| *times >= SEVERAL)?.0.to_owned();
    let of_name: Vec<&Candidate> = files.iter().filter(|file| file.pattern == name).collect();
    // A file that tells where it went needs no title; most have one.
    let titled = of_name.iter().filter(|file| file.keys.contains_key("title")).count();
    if titled * 2 <= of_name.len() {
        return None;
    }
    let state = STATES.into_iter().max_by_key(|key| of_name.iter().filter(|it| it.keys.contains_key(*key)).count())?;
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for word in of_name.iter().filter_map(|it| it.keys.get(state)).filter(|word| !word.is_empty()) {
        *words.entry(word.clone()).or_default() += 1;
    }
    let used: BTreeSet<&str> = of_name.iter().flat_map(|it| it.keys.keys().map(String::as_str)).collect();
    let meant = |(key, others): &(&'static str, &[&str])| {
        let other = others.iter().find(|other| used.contains(**other)).filter(|_| !used.contains(key))?;
        Some(((*other).to_owned(), *key))
    };
    let folder = Folder {
        prefix: prefix(&name, &path),
        name,
        state: state.to_owned(),
        keys: KEYS.iter().filter_map(meant).collect(),
        states: Vec::new(),
        files: of_name.iter().map(|it| it.path.clone()).collect(),
        with_events: false,
        path,
    };
    Some((folder, words))
}

/// What ids begin with: as the names of the files do, else the name of the folder without the mark of the plural.
fn prefix(name: &str, folder: &str) -> Option<String> {
    let of_name = name.split('{').next().unwrap_or_default().trim_end_matches(['-', '_']);
    let last = folder.rsplit('/').next().unwrap_or_default();
    let of_folder = last.strip_suffix(['s', 'S']).unwrap_or_default();
    let is_prefix = |it: &&str| (2..=6).contains(&it.len()) && it.chars().all(|letter| letter.is_ascii_alphabetic());
    let prefix = [of_name, of_folder].into_iter().find(is_prefix)?.to_uppercase();
    (prefix != "PRP").then_some(prefix)
}

/// The states of proposals in a built-in profile.
fn workflow(name: &str) -> Option<KindWorkflow> {
    let config = ContentPath::parse(config::FILE).expect("a plain file name is a path");
    let named = At { value: name.to_owned(), span: Span::new(0, 0) };
    let (profile, _) = Profile::load(&[named], &Tree::fixture(""), &config, &Vocabulary::default());
    profile.kinds.get(&Kind::Proposal).cloned()
}

/// The profile that has most of the words of a state: one of the built-in ones, or `base`.
fn profile(words: &BTreeSet<&str>, asked: &mut Asked) -> String {
    let fits = |name: &str| {
        let workflow = workflow(name);
        words.iter().filter(|word| workflow.as_ref().is_some_and(|it| it.state(&ascii_slug(word)).is_some())).count()
    };
    let of_base = fits("base");
    let best = BUILT_IN.iter().map(|(name, _)| (fits(name), *name)).max_by_key(|(fits, _)| *fits);
    let Some((_, best)) = best.filter(|(fits, _)| *fits > of_base) else { return "base".to_owned() };
    let choices = vec![best.to_owned(), "base".to_owned()];
    let at = asked.choose(Ask {
        key: "profile".to_owned(),
        text: "Which profile says how a proposal goes on?".to_owned(),
        places: vec![format!(
            "it has the states {}",
            crate::text::list(words.iter().map(|it| (*it).to_owned()), "and")
        )],
        choices: choices.clone(),
        guess: 0,
    });
    choices[at].clone()
}

/// What the words mean that are no state of that name. A word that nobody knows stays without a state.
fn states(
    folder: &Folder,
    words: &BTreeMap<String, usize>,
    workflow: &KindWorkflow,
    asked: &mut Asked,
) -> Vec<(String, String)> {
    const NONE: &str = "none of these";
    let mut found = Vec::new();
    for (word, files) in words {
        let slug = ascii_slug(word);
        if workflow.state(&slug).is_some() {
            continue;
        }
        let means = WORDS.iter().find(|(_, words)| words.contains(&slug.as_str())).map(|(means, _)| *means);
        let likely = means.and_then(|means| workflow.state_that(means)).map(|state| state.name.clone());
        let mut choices: Vec<String> = workflow.states.iter().map(|state| state.name.clone()).collect();
        choices.push(NONE.to_owned());
        let at = asked.choose(Ask {
            key: format!("state {} {word}", folder.path),
            text: format!("Which state does `{}: {word}` mean?", folder.state),
            places: vec![format!("{} in `{}`", count(*files, "file", "files"), folder.path)],
            guess: choices.iter().position(|choice| Some(choice) == likely.as_ref()).unwrap_or(choices.len() - 1),
            choices: choices.clone(),
        });
        if choices[at] != NONE {
            found.push((word.clone(), choices[at].clone()));
        }
    }
    found
}

/// Asks whether the names of authors are those of people with a record here; where they are not, the key keeps its own name.
fn names_people(folder: &mut Folder, tree: &Tree, asked: &mut Asked) {
    let of_people = folder.keys.iter().find(|(_, meant)| *meant == "proposer");
    let Some((key, _)) = of_people.cloned() else { return };
    let keeps_people = tree.sources.keys().any(|path| Layout::usual().placed(path).id.kind == Kind::Person);
    let at = asked.choose(Ask {
        key: format!("names {}", folder.path),
        text: format!("What does `{key}` in `{}` say?", folder.path),
        places: vec![count(folder.files.len(), "file", "files")],
        choices: vec![
            "names, which are shown as they are written".to_owned(),
            "one person or group that has a record here".to_owned(),
        ],
        guess: usize::from(keeps_people),
    });
    if at == 0 {
        folder.keys.retain(|(_, meant)| *meant != "proposer");
    }
}

/// Whether git goes on to be the history of the state, or the files have it from now on.
fn with_events(folder: &Folder, asked: &mut Asked) -> bool {
    let at = asked.choose(Ask {
        key: format!("events {}", folder.path),
        text: format!("Where is the history of `{}` in `{}` to be kept?", folder.state, folder.path),
        places: vec![count(folder.files.len(), "file", "files")],
        choices: vec!["in git, as it is".to_owned(), "as events in each file".to_owned()],
        guess: 0,
    });
    at == 1
}

/// The files of `folder` with their history as events, by path; the text below the front matter stays as it is, and so does every
/// key. What git does not tell is stated as unknown.
pub(super) fn with_history(
    folder: &Folder,
    tree: &Tree,
    history: &History,
    workflow_of: &str,
) -> BTreeMap<ContentPath, String> {
    let workflow = workflow(workflow_of);
    let state = |word: &str| {
        let named = folder.states.iter().find(|(it, _)| it == word).map(|(_, state)| state.clone());
        let slug = ascii_slug(word);
        named.or_else(|| workflow.as_ref()?.state(&slug).map(|_| slug))
    };
    let mut files = BTreeMap::new();
    for path in &folder.files {
        let Some(source) = tree.sources.get(path) else { continue };
        let document = parse(path, source, Layout::usual());
        let (Some(front), Some(lines)) = (document.front, history.lines.get(path)) else { continue };
        let end = if source.text.contains("\r\n") { "\r\n" } else { "\n" };
        let steps: Vec<(String, &crate::tree::LineChange)> =
            lines.iter().filter_map(|line| Some((state(&line.word)?, line))).collect();
        if steps.is_empty() {
            continue;
        }
        let mut events = String::new();
        for (to, line) in steps {
            let why = format!("git has the change from {}", line.by.replace(['"', '\\'], "'"));
            match document.notation {
                Notation::Yaml => {
                    if events.is_empty() {
                        events.push_str(&format!("event:{end}"));
                    }
                    events.push_str(&format!(
                        "  - to: {to}{end}    date: {}{end}    by: {{ unknown: \"{why}\" }}{end}",
                        line.day
                    ));
                }
                Notation::Toml => events.push_str(&format!(
                    "{end}[[event]]{end}to = \"{to}\"{end}date = {}{end}by = {{ unknown = \"{why}\" }}{end}",
                    line.day
                )),
            }
        }
        let mut text = source.text.to_string();
        let gap = if text[..front.end].ends_with('\n') { "" } else { end };
        text.insert_str(front.end, &format!("{gap}{events}"));
        files.insert(path.clone(), text);
    }
    files
}

/// The rows of `candor.toml` for `folders`.
pub(super) fn rows(folders: &[Folder]) -> String {
    let text = crate::fields::toml_text;
    let mut rows = String::new();
    for folder in folders {
        let path = if folder.path.is_empty() { "." } else { &folder.path };
        rows.push_str(&format!("\n[[folder]]\npath = {}\nkind = \"proposal\"\n", text(path)));
        if let Some(prefix) = &folder.prefix {
            rows.push_str(&format!("prefix = {}\n", text(prefix)));
        }
        rows.push_str(&format!("name = {}\n", text(&folder.name)));
        if !folder.with_events {
            rows.push_str(&format!("state = {}\n", text(&folder.state)));
        }
        rows.push_str("unknown_keys = \"show\"\n");
        if !folder.keys.is_empty() {
            rows.push_str("\n[folder.keys]\n");
            folder.keys.iter().for_each(|(word, meant)| rows.push_str(&format!("{} = {}\n", key(word), text(meant))));
        }
        if !folder.states.is_empty() && !folder.with_events {
            rows.push_str("\n[folder.states]\n");
            folder.states.iter().for_each(|(word, state)| rows.push_str(&format!("{} = {}\n", key(word), text(state))));
        }
    }
    rows
}

/// A key of TOML: with quotes only where it needs them.
fn key(word: &str) -> String {
    let is_bare =
        !word.is_empty() && word.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    if is_bare { word.to_owned() } else { crate::fields::toml_text(word) }
}

#[cfg(test)]
mod tests {
    use super::super::questions::Answers;
    use super::*;

    fn fixture(words: [&str; 3]) -> Tree {
        let file = |number: usize, word: &str| {
            format!(
                "-- EIPS/eip-{number}.md --\n---\ntitle: Number {number}\nauthor: Ada\nstatus: {word}\n---\n\nText.\n"
            )
        };
        Tree::fixture(&words.iter().zip(1..).map(|(word, number)| file(number, word)).collect::<String>())
    }

    fn found(tree: &Tree, answers: &str) -> (String, Vec<String>) {
        let answers = Answers::read(answers);
        let mut asked = Asked::new(&answers);
        let found = folders(tree, None, &mut asked);
        let questions = asked.questions.iter().map(|it| format!("{}: {}", it.key, it.taken)).collect();
        (format!("{}{}", found.profile, rows(&found.folders)), questions)
    }

    const ROW: &str = "\n[[folder]]\npath = \"EIPS\"\nkind = \"proposal\"\nprefix = \"EIP\"\nname = \"eip-{number}.md\"\n\
        state = \"status\"\nunknown_keys = \"show\"\n";

    #[test]
    fn a_folder_of_numbered_texts_with_a_state_is_one_of_proposals() {
        let (row, questions) = found(&fixture(["Draft", "Last Call", "Final"]), "");
        assert_eq!(row, format!("eip{ROW}"));
        let names = "names EIPS: names, which are shown as they are written";
        assert_eq!(questions, ["profile: eip", names]);
        let answer = "<!-- question: names EIPS -->\n- [x] one person or group that has a record here\n";
        let (row, _) = found(&fixture(["Draft", "Last Call", "Final"]), answer);
        assert_eq!(row, format!("eip{ROW}\n[folder.keys]\nauthor = \"proposer\"\n"));
    }

    #[test]
    fn a_word_that_no_profile_has_is_asked_about_and_means_nothing_until_somebody_says_so() {
        let (row, questions) = found(&fixture(["Submitted", "Rejected", "Sleeping"]), "");
        assert!(row.starts_with("base\n") && row.contains("\"declined\"") && !row.contains("Sleeping"), "{row}");
        assert_eq!(
            questions,
            [
                "state EIPS Rejected: declined",
                "state EIPS Sleeping: none of these",
                "names EIPS: names, which are shown as they are written"
            ]
        );
        let answer = "<!-- question: state EIPS Sleeping -->\n- [x] triaged\n";
        let (row, _) = found(&fixture(["Submitted", "Rejected", "Sleeping"]), answer);
        assert!(row.contains("Sleeping") && row.contains("\"triaged\""), "{row}");
    }

    #[test]
    fn names_of_other_layouts_are_patterns_too() {
        for (names, pattern, prefix) in [
            (["keps/1-a/README.md", "keps/2-b/README.md", "keps/3-c/README.md"], "{number}-{slug}/README.md", "KEP"),
            (["rfcs/0001-a.md", "rfcs/0002-b.md", "rfcs/0003-c.md"], "{number}-{slug}.md", "RFC"),
            (["text/pep_1.md", "text/pep_2.md", "text/pep_3.md"], "pep_{number}.md", "PEP"),
        ] {
            let files =
                names.map(|name| format!("-- {name} --\n+++\ntitle = \"A\"\nstate = \"submitted\"\n+++\n\nText.\n"));
            let (row, _) = found(&Tree::fixture(&files.concat()), "");
            assert!(row.contains(&format!("name = \"{pattern}\"\nstate = \"state\"")), "{row}");
            assert!(row.contains(&format!("prefix = \"{prefix}\"")), "{row}");
        }
    }

    #[test]
    fn two_files_a_configuration_or_texts_without_a_state_are_none() {
        let mut two = fixture(["Draft", "Final", "Final"]);
        two.sources.remove(&ContentPath::parse("EIPS/eip-3.md").unwrap());
        let without = Tree::fixture(
            "-- a/1.md --\n---\ntitle: A\n---\n-- a/2.md --\n---\ntitle: A\n---\n-- a/3.md --\n---\ntitle: A\n---\n",
        );
        for tree in [two, without] {
            assert_eq!(found(&tree, ""), ("base".to_owned(), Vec::new()));
        }
    }
}
