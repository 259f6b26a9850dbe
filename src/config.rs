//! `candor.toml`: what the group says about its site and how strict it wants to be.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

mod values;

use crate::diagnostic::Diagnostic;
use crate::document::{self, Record, Rung};
use crate::fields::{At, DECISION, Field, GROUP, Link, List, Map, Origin, ReadFile, Ref, is_edited, settings};
use crate::id::{ContentPath, encoded};
use crate::layout::{self, FolderRow, Layout, Misspelt};
use crate::table;
use crate::text::{Date, Period, Span, did_you_mean, listing, nearest};
use crate::tree::Tree;
use crate::workflow::{MeaningNeed, Profile, RuleLevel, Vocabulary};

/// The name of the configuration, in the site root.
pub const FILE: &str = "candor.toml";

/// The rule that reports a misspelt key.
const UNKNOWN_KEY: &str = "unknown-key";

table! {
    /// What `candor.toml` holds.
    Settings {
        /// What the site is called.
        Optional title: String,
        /// One sentence for search engines and feeds.
        Optional description: String,
        /// Where the site is published; feeds, canonical links and the sitemap need it.
        Optional base_url: String,
        /// The workflow profiles, the strongest last.
        Optional profile: List<String>,
        /// How much of the model the group uses, when it begins with less than all of it; what the record holds beyond that
        /// is asked for by itself.
        Optional rung: Rung,
        /// Files and folders that are no part of the record, as patterns like those of `.gitignore`.
        Optional exclude: List<String>,
        /// Where records lie that are not in the folders of their kinds.
        Optional folder: List<FolderRow>,
        /// The language of the site, as a tag: `en`, `pt-BR`.
        Optional lang: String,
        /// The time zone in which the hours of meetings are shown: `Europe/Berlin`; absent: UTC.
        Optional timezone: String,
        /// The group whose site this is.
        Optional group: Ref<GROUP>,
        /// The colour of links and marks, as `#rrggbb`.
        Optional accent: String,
        /// A picture beside the name of the site, by its path in the folder: `static/logo.svg`.
        Optional logo: String,
        /// A style sheet of the site's own, by its path in the folder: it comes after the built-in one.
        Optional style: String,
        /// What the top of every page leads to, in this order; absent: all that the site has.
        Optional navigation: List<NavigationItem>,
        /// HTML of the group's own for the head of every page, written as it is.
        Optional head: String,
        /// HTML of the group's own for the foot of every page, written as it is.
        Optional foot: String,
        /// Whether the site has a file `_headers`, by which hosts enforce that nothing runs on it but its own.
        Optional headers: bool,
        /// Where the sources of the record can be seen and changed.
        Optional repository: Link,
        /// The branch that is published; absent: the one that the git remote names, else `main`.
        Optional branch: String,
        /// Where a file can be seen, its history and how it is changed, for hosts that are not known.
        Optional source_links: SourceLinks,
        /// Whether links name the file `index.html` of a folder, for a site that is opened without a server.
        Optional index_links: bool,
        /// Where the content lies in that repository.
        Optional source_path: String,
        /// The last day that the record tells of; absent while it is kept. What is late or has stopped is counted to it.
        Optional record_until: Date,
        /// What followed the record, in Markdown: it stands at the top of every page.
        Optional record_after: String,
        /// The areas of the group's scope, in their order; absent: those of the profile.
        Optional scope: List<String>,
        /// Which issues a bare `#27` means.
        Optional tracker: List<Tracker>,
        /// Levels of rules: `error`, `warning` or `off`.
        Optional levels: Map<RuleLevel>,
        /// Findings that are accepted, with a reason and an end.
        Optional waiver: List<Waiver>,
        /// The prefix that the Open Contracting Partnership registered for the group, `ocds-a2b3c4`: the ids of contracting
        /// processes begin with it.
        Optional ocds_prefix: String,
        /// The decision of the group that allows what a change loosens of these rules, of the kind `charter`.
        Optional rules_by: Ref<DECISION>,
    }
}

table! {
    /// An issue tracker and the days on which a bare number meant it.
    Tracker {
        /// The address that the number is put behind.
        Required url: Link,
        /// The first day.
        Optional from: Date,
        /// The last day.
        Optional until: Date,
    }
}

impl Tracker {
    /// The days on which a bare number meant it; a day that is not stated is no limit.
    pub fn period(&self) -> Period {
        Period { from: self.from.get().copied(), to: self.until.get().copied() }
    }
}

table! {
    /// A finding that is accepted for a time.
    Waiver {
        /// The rule.
        Required rule: String,
        /// The record, by its id or its path.
        Required record: String,
        /// Why.
        Required reason: String,
        /// The decision to accept it.
        Optional decision: Ref<DECISION>,
        /// The last day on which it is accepted.
        Required until: Date,
    }
}

table! {
    /// One link at the top of every page.
    NavigationItem {
        /// A part of the site (`work`, `decisions`, `meetings`, `services`, `money`, `people`, `about`), a file or a folder of the
        /// record, or an address elsewhere.
        Required to: String,
        /// What it is called; absent: as the part or the page is.
        Optional title: String,
    }
}

table! {
    /// Addresses with `{branch}` and `{path}` in the places of both.
    SourceLinks {
        /// Where a file can be seen.
        Optional source: String,
        /// Where its history can be seen.
        Optional history: String,
        /// Where it can be changed.
        Optional edit: String,
    }
}

/// What a link to a file in the repository is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceLink {
    /// To see it.
    Source,
    /// To see what became of it.
    History,
    /// To change it.
    Edit,
}

/// Code hosts with the addresses below a repository; the last is what others do.
const CODE_HOSTS: [CodeHost; 5] = [
    CodeHost {
        names: &["gitlab"],
        files: [Some("/-/blob/{branch}/{path}"), Some("/-/commits/{branch}/{path}"), Some("/-/edit/{branch}/{path}")],
        commit: "/-/commit/",
    },
    CodeHost {
        names: &["codeberg.org", "gitea", "forgejo"],
        files: [
            Some("/src/branch/{branch}/{path}"),
            Some("/commits/branch/{branch}/{path}"),
            Some("/_edit/{branch}/{path}"),
        ],
        commit: "/commit/",
    },
    CodeHost {
        names: &["git.sr.ht"],
        files: [Some("/tree/{branch}/item/{path}"), Some("/log/{branch}/item/{path}"), None],
        commit: "/commit/",
    },
    CodeHost {
        names: &["bitbucket"],
        files: [Some("/src/{branch}/{path}"), Some("/history-node/{branch}/{path}"), None],
        commit: "/commits/",
    },
    CodeHost {
        names: &[""],
        files: [Some("/blob/{branch}/{path}"), Some("/commits/{branch}/{path}"), Some("/edit/{branch}/{path}")],
        commit: "/commit/",
    },
];

/// Where a code host shows what a repository holds.
struct CodeHost {
    /// How its name begins, or a part of its name.
    names: &'static [&'static str],
    /// The pages of a file, in the order of [`SourceLink`]; `None` where the host has no such page.
    files: [Option<&'static str>; 3],
    /// The page of a commit, before its hash.
    commit: &'static str,
}

/// The configuration of one site, with its defaults filled in.
#[derive(Debug, Clone)]
pub struct Config {
    /// `candor.toml`, also when there is none.
    pub path: ContentPath,
    /// Whether there is a `candor.toml`.
    pub is_written: bool,
    /// The name of the site; that of the folder where `candor.toml` states none.
    pub title: String,
    /// One sentence for search engines and feeds; `None` when it is not stated.
    pub description: Option<String>,
    /// With a slash at its end.
    pub base_url: Option<String>,
    /// The language of the site, as a tag: `en` where none is stated.
    pub lang: String,
    /// The time zone in which hours are shown: UTC where none is stated.
    pub timezone: TimeZone,
    /// `#rrggbb`.
    pub accent: Option<String>,
    /// The group whose site this is, as written.
    pub group: Field<Ref<GROUP>>,
    /// A picture beside the name of the site, as written.
    pub logo: Field<String>,
    /// A style sheet of the site's own, as written.
    pub style: Field<String>,
    /// What the top of every page leads to; empty for all that the site has.
    pub navigation: Vec<NavigationItem>,
    /// HTML for the head of every page.
    pub head: Option<String>,
    /// HTML for the foot of every page.
    pub foot: Option<String>,
    /// Whether the site has a file `_headers`.
    pub headers: bool,
    /// What the site is a preview of, `PR 12`; `None` for the site itself. No file states it.
    pub preview: Option<String>,
    /// Without a slash at its end.
    pub repository: Option<String>,
    /// The branch that is published: where none is stated that of the repository, and `main` where that is not known.
    pub branch: String,
    /// Addresses for hosts that are not known.
    pub source_links: Option<SourceLinks>,
    /// Whether links name the file `index.html` of a folder, for a site that is opened without a server.
    pub index_links: bool,
    /// Where the content lies in the repository, as written; empty for its root.
    pub source_path: String,
    /// The last day that the record tells of, as written.
    pub record_until: Field<Date>,
    /// What followed the record, in Markdown.
    pub record_after: Option<String>,
    /// The areas that the site lists, else those of the profile.
    pub scope: Vec<String>,
    /// The issue trackers, in the order in which they are written.
    pub trackers: Vec<Tracker>,
    /// The findings that are accepted, each with its place, in the order in which they are written.
    pub waivers: Vec<At<Waiver>>,
    /// What the site sets for a rule, with the place where it does.
    pub levels: BTreeMap<String, (RuleLevel, Span)>,
    /// The workflow profiles by name, each with its place, the strongest last; empty when none is stated.
    pub profiles: Vec<At<String>>,
    /// Whether a profile is meant beside them that could not be read, or that is not there.
    pub has_unclear_profile: bool,
    /// How much of the model is used whatever the record holds: all of it where nothing is stated.
    pub rung: Rung,
    /// What the ids of contracting processes begin with; `None` when no prefix is stated.
    pub ocds_prefix: Option<String>,
    /// The decision that allowed the last loosening of the rules, as written.
    pub rules_by: Field<Ref<DECISION>>,
    /// Where the records of each kind lie, and how they are named.
    pub layout: Layout,
}

impl Config {
    /// The configuration in `tree`, its profile, and what is wrong with the two. Total.
    ///
    /// `rules` are the names of every rule, so that a misspelt one is found.
    pub fn load(tree: &Tree, rules: &[&'static str], meanings: &[MeaningNeed]) -> (Config, Profile, Vec<Diagnostic>) {
        let meant = Config::read(tree, rules, meanings, true);
        let (config, profile, problems) = &meant;
        // What a slip means counts only where its author reads of it as of an error.
        let is_told = |it: &Diagnostic| {
            is_error(it.rule, config, profile) && !accepted(it.rule, config).any(|record| record == it.path.as_str())
        };
        match problems.iter().filter(|it| it.fix.is_some()).all(is_told) {
            true => meant,
            false => Config::read(tree, rules, meanings, false),
        }
    }

    /// The same, read with what its slips mean, or without.
    fn read(
        tree: &Tree,
        rules: &[&'static str],
        meanings: &[MeaningNeed],
        is_as_meant: bool,
    ) -> (Config, Profile, Vec<Diagnostic>) {
        let path = ContentPath::parse(FILE).expect("a plain file name is a path");
        let text = tree.text(FILE).cloned().unwrap_or_default();
        let file: ReadFile<Settings> = settings(&path, Origin::Configuration, &text, is_as_meant);
        let ReadFile { value: settings, problems: mut told, is_broken, edits } = file;
        let mut problems = Vec::new();
        let profiles = read_safely(&settings.profile, is_broken.then_some(&told));
        problems.extend(values::wrong(&path, &settings));
        let levels = checked_levels(&path, settings.levels.entries(), rules, &mut problems);
        let (layout, found) = layout::read(settings.folder.items(), &path, tree);
        let layout = layout.with_unclear(!settings.folder.is_complete());
        problems.extend(found);
        let mut config = Config {
            is_written: tree.text(FILE).is_some(),
            title: settings.title.get().cloned().unwrap_or_else(|| tree.name.clone()),
            description: settings.description.get().cloned(),
            ocds_prefix: settings.ocds_prefix.get().cloned(),
            base_url: values::base_url(&path, &settings, &mut problems),
            lang: values::lang(&path, &settings, &mut problems),
            timezone: values::timezone(&path, &settings, &mut problems),
            accent: values::accent(&path, &settings, &mut problems),
            group: settings.group.clone(),
            logo: settings.logo.clone(),
            style: settings.style.clone(),
            navigation: settings.navigation.items().iter().map(|item| item.value.clone()).collect(),
            head: settings.head.get().cloned(),
            foot: settings.foot.get().cloned(),
            headers: settings.headers.get() == Some(&true),
            preview: None,
            branch: settings
                .branch
                .get()
                .or(tree.provenance.branch.as_ref())
                .map_or_else(|| "main".to_owned(), String::clone),
            source_links: settings.source_links.get().cloned(),
            repository: settings.repository.get().map(|link| link.0.trim_end_matches('/').to_owned()),
            index_links: settings.index_links.get() == Some(&true),
            source_path: settings.source_path.get().cloned().unwrap_or_default(),
            record_until: settings.record_until.clone(),
            record_after: settings.record_after.get().cloned(),
            scope: settings.scope.items().iter().map(|area| area.value.clone()).collect(),
            trackers: settings.tracker.items().iter().map(|tracker| tracker.value.clone()).collect(),
            waivers: settings.waiver.items().to_vec(),
            levels,
            profiles,
            has_unclear_profile: false,
            rung: settings.rung.get().copied().unwrap_or(Rung::HIGHEST),
            rules_by: settings.rules_by.clone(),
            layout,
            path,
        };
        let is_off = |rule: &str| config.levels.get(rule).is_some_and(|(level, _)| *level == RuleLevel::Off);
        let meanings = meanings.iter().filter(|needed| !is_off(needed.rule)).copied().collect();
        let vocabulary = Vocabulary { rules: rules.to_vec(), meanings, ..document::vocabulary() };
        let (profile, found) = Profile::load_as(is_as_meant, &config.profiles, tree, &config.path, &vocabulary);
        let names_none = settings.profile.span().is_some() && config.profiles.is_empty();
        config.has_unclear_profile = names_none
            || !settings.profile.is_complete()
            || found.iter().any(|finding| finding.rule == "unknown-profile");
        problems.retain(|it| !is_edited(&edits, it));
        problems.append(&mut told);
        problems.extend(found);
        problems.extend(wrong_keys(&config.path, settings.folder.items(), &profile));
        let taken = misspelt(&config, &profile);
        let usual = |kind| profile.kinds.get(&kind).map(|workflow| &workflow.usual);
        config.layout = config.layout.with_usual(usual).taking(taken);
        if settings.scope.is_missing() {
            config.scope = profile.requirements.words("scope").to_vec();
        }
        (config, profile, problems)
    }

    /// The same site by the rules of `other`: its profiles, levels, waivers and rung, the areas that it answers for, and the day
    /// that is counted to where that is the later one.
    pub(crate) fn by_the_rules_of(self, other: Config) -> Config {
        let is_later = self.counted_to(Date::MAX) > other.counted_to(Date::MAX);
        let Config { layout, scope, waivers, levels, profiles, has_unclear_profile, rung, record_until, .. } = other;
        let record_until = if is_later { self.record_until.clone() } else { record_until };
        let layout = self.layout.clone().taking_as(&layout);
        Config { layout, scope, waivers, levels, profiles, has_unclear_profile, rung, record_until, ..self }
    }

    /// The address under which feeds and search engines find the site; `None` where it is not known, and in a preview, which
    /// has neither.
    pub fn public_url(&self) -> Option<&str> {
        self.base_url.as_deref().filter(|_| self.preview.is_none())
    }

    /// The day to which ages and deadlines are counted on the day `today`: where the record has ended, the day on which it did.
    pub fn counted_to(&self, today: Date) -> Date {
        self.record_until.get().map_or(today, |end| today.min(*end))
    }

    /// The address of issue `number` as it was meant on `date`; `None` when no tracker was declared for that day.
    pub fn issue(&self, number: u64, date: Option<Date>) -> Option<String> {
        let fits = |tracker: &&Tracker| match date {
            None => tracker.until.is_missing(),
            Some(date) => tracker.period().holds(date),
        };
        let tracker = self.trackers.iter().find(fits)?;
        Some(format!("{}/{number}", tracker.url.get()?.0.trim_end_matches('/')))
    }

    /// Where the file at `path` can be seen, its history or how to change it; `None` when no repository is stated, and where
    /// its host has no such page.
    pub fn source_link(&self, what: SourceLink, path: &ContentPath) -> Option<String> {
        let folder = self.source_path.trim_matches('/');
        let path = if folder.is_empty() { path.to_string() } else { format!("{folder}/{path}") };
        let filled = |template: &str| template.replace("{branch}", &self.branch).replace("{path}", &encoded(&path));
        if let Some(own) = &self.source_links {
            let own = match what {
                SourceLink::Source => &own.source,
                SourceLink::History => &own.history,
                SourceLink::Edit => &own.edit,
            };
            return own.get().map(|template| filled(template));
        }
        let (repository, host) = self.code_host()?;
        Some(format!("{repository}{}", filled(host.files[what as usize]?)))
    }

    /// Where the `commit` can be seen; `None` when no repository is stated, and where its host is described by addresses of
    /// files only.
    pub fn commit_link(&self, commit: &str) -> Option<String> {
        let (repository, host) = self.code_host().filter(|_| self.source_links.is_none())?;
        Some(format!("{repository}{}{commit}", host.commit))
    }

    /// The repository and what is known of its host.
    fn code_host(&self) -> Option<(&str, &'static CodeHost)> {
        let repository = self.repository.as_deref()?;
        let host = repository.split_once("://").map_or(repository, |(_, rest)| rest).split('/').next()?;
        let is_it = |name: &&str| host.starts_with(name) || host.split('.').any(|it| it == *name);
        Some((repository, CODE_HOSTS.iter().find(|it| it.names.iter().any(is_it))?))
    }
}

/// The items of `list` that stand before the first of the syntax errors in it; what follows may belong elsewhere.
fn read_safely(list: &Field<List<String>>, errors: Option<&Vec<Diagnostic>>) -> Vec<At<String>> {
    let errors = errors.into_iter().flatten().filter_map(|error| error.span);
    let within =
        errors.filter(|error| list.span().is_some_and(|list| list.start < error.start && error.start < list.end));
    let safe = within.map(|error| error.start).min();
    list.items().iter().filter(|item| safe.is_none_or(|safe| item.span.end <= safe)).cloned().collect()
}

fn checked_levels(
    path: &ContentPath,
    levels: &[(At<String>, At<RuleLevel>)],
    rules: &[&'static str],
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, (RuleLevel, Span)> {
    let mut checked = BTreeMap::new();
    for (rule, level) in levels {
        if !rules.contains(&rule.as_str()) {
            let diagnostic =
                Diagnostic::new("unknown-rule", path, rule.span, format!("there is no rule `{}`", rule.value));
            problems.push(match nearest(rule, rules.iter().copied()) {
                Some(meant) => diagnostic.help(did_you_mean(meant)),
                None => diagnostic.help("`candor explain` lists the rules"),
            });
            continue;
        }
        checked.insert(rule.value.clone(), (level.value, rule.span));
    }
    checked
}

/// What to do where a site's address is none.
pub const ADDRESS_HELP: &str = "write the whole address: `base_url = \"https://example.org/group/\"`";

/// The words for an address at which no site can be published.
pub fn not_an_address(text: &str) -> String {
    format!("`{text}` is not an address that a site can be published at")
}

/// The address of a site as browsers and programs read it, with a slash at its end: letters beyond ASCII as their numbers,
/// those of a host in the form of the name system. `None` when no site can be published at `text`: a scheme other than
/// `http` and `https`, no host, a user, an empty part, a way up, `?`, `#` or a letter that no address has.
pub fn site_address(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || "?#\\\"<>`{}|^@".contains(letter);
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    if !["http", "https"].contains(&scheme) || rest.contains(is_odd) || !rest.split('/').all(is_part) {
        return None;
    }
    let url = url::Url::parse(&format!("{scheme}://{rest}/")).ok()?;
    url.has_host().then(|| url.to_string())
}

/// What is called otherwise in a folder, and is no key of its kind or is called so twice.
fn wrong_keys(path: &ContentPath, rows: &[At<FolderRow>], profile: &Profile) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let wrong = |span: Span, message: String| Diagnostic::new("wrong-folder", path, span, message);
    for row in rows {
        let Some(kind) = row.kind.get().copied() else { continue };
        let own = profile.kinds.get(&kind).map_or(&[][..], |workflow| &workflow.usual.keys[..]);
        let known: Vec<&str> = Record::keys(kind).into_iter().chain(own.iter().map(|own| own.key.as_str())).collect();
        let entries = row.keys.entries();
        for (at, (written, meant)) in entries.iter().enumerate() {
            let message = || format!("{} has no key `{}`", kind.with_article(), meant.value);
            if !known.contains(&meant.as_str()) {
                problems.push(match nearest(meant, known.iter().copied()) {
                    Some(near) => wrong(meant.span, message()).help(did_you_mean(near)),
                    None => {
                        wrong(meant.span, message()).help(format!("the keys are {}", listing(known.iter().copied())))
                    }
                });
            } else if let Some((first, _)) = entries[..at].iter().find(|(_, other)| other.value == meant.value) {
                let message = format!("`{}` and `{}` are both to be `{}`", first.value, written.value, meant.value);
                problems.push(wrong(written.span, message).help("keep one of the two in `keys`"));
            }
        }
    }
    problems
}

/// Where a misspelt key is taken for the one that is meant, by the rules of the site.
fn misspelt(config: &Config, profile: &Profile) -> Misspelt {
    Misspelt {
        is_error: is_error(UNKNOWN_KEY, config, profile),
        accepted: accepted(UNKNOWN_KEY, config).map(str::to_owned).collect(),
    }
}

/// Whether what `rule` finds is an error, as it is for what reports a slip unless the site or a profile says otherwise.
fn is_error(rule: &str, config: &Config, profile: &Profile) -> bool {
    let own = config.levels.get(rule).map(|(level, _)| *level);
    own.or(profile.levels.get(rule).copied()).is_none_or(|level| level == RuleLevel::Error)
}

/// The records for which what `rule` finds is accepted, as they are written.
fn accepted<'a>(rule: &'a str, config: &'a Config) -> impl Iterator<Item = &'a str> {
    config.waivers.iter().filter(move |waiver| waiver.rule.text() == rule).map(|waiver| waiver.record.text())
}
