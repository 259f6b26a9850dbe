//! `candor profile`: how a group works, for people, as JSON, or as a picture.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anstyle::AnsiColor;
use clap::Args;

use crate::check::{Rule, RulePage};
use crate::diagnostic::{Diagnostic, Level};
use crate::document::vocabulary;
use crate::fields::At;
use crate::id::{ContentPath, Kind};
use crate::project::{Options, Project};
use crate::text::{Span, capitalised, count, did_you_mean, listing, nearest};
use crate::tree::Tree;
use crate::workflow::describe::{Asked, KindSummary, StateSummary, StepSummary, Summary, summary};
use crate::workflow::diagram::Diagram;
use crate::workflow::{BUILT_IN, Profile, RuleLevel};

use super::env::{BOLD, DIM, fail, findings_of, folder, prefix, print, say_aside, today, width};
use super::{Outcome, Shape, Verbosity};

/// Print a workflow profile: states, steps and who takes them, what is asked of whom
///
/// Without a name it is the profile of the record here, all that candor.toml lists in one. A name is that of a built-in
/// profile, or a file such as `ours.toml`.
#[derive(Args, Debug)]
pub(super) struct ProfileCommand {
    /// A built-in profile, or a TOML file [default: what candor.toml says]
    name: Option<String>,

    /// Only this kind of record
    #[arg(long, value_parser = super::new::kind)]
    kind: Option<Kind>,

    /// In which form it is printed
    #[arg(long, value_enum, default_value = "human")]
    format: Shape,

    /// Draw the states of a kind as SVG; sow, unless `--kind` names another
    #[arg(long, conflicts_with = "format")]
    svg: bool,
}

/// A profile, what is wrong with it, and the files that it comes from.
struct Loaded {
    profile: Profile,
    findings: Vec<Diagnostic>,
    tree: Tree,
    folder: PathBuf,
}

impl ProfileCommand {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let loaded = match &self.name {
            None => of_site(),
            Some(name) => named(name),
        };
        let Loaded { profile, findings, tree, folder } = match loaded {
            Ok(loaded) => loaded,
            Err(outcome) => return outcome,
        };
        if let Some(kind) = self.kind.filter(|kind| profile.kind(*kind).is_none()) {
            return fail(Outcome::Usage, format_args!("this profile has no states for {}", kind.with_article()));
        }
        let shown = if self.svg { draw(&profile, self.kind.unwrap_or(Kind::Sow)) } else { self.print(&profile) };
        if let Err(outcome) = shown {
            return outcome;
        }
        if !findings.is_empty() && !verbosity.quiet {
            say_aside(findings_of(&tree, &findings, &prefix(&folder)).trim_end());
        }
        if findings.iter().any(|it| it.level == Level::Error) { Outcome::Findings } else { Outcome::Clean }
    }

    fn print(&self, profile: &Profile) -> Result<(), Outcome> {
        let mut it = summary(profile);
        it.kinds.retain(|it| self.kind.is_none_or(|kind| it.kind == kind));
        match self.format {
            Shape::Human => print(told(&it, self.kind.is_none(), width())),
            Shape::Json => {
                let json = serde_json::to_string_pretty(&it).map_err(|error| {
                    fail(Outcome::Environment, format_args!("the profile cannot be written: {error}"))
                })?;
                print(format_args!("{json}\n"));
            }
        }
        Ok(())
    }
}

fn draw(profile: &Profile, kind: Kind) -> Result<(), Outcome> {
    let diagram = profile.kind(kind).and_then(Diagram::of);
    let diagram = diagram
        .ok_or_else(|| fail(Outcome::Usage, format_args!("this profile has no states for {}", kind.with_article())))?;
    print(diagram.standalone(&format!("The states of {}", kind.with_article())));
    Ok(())
}

/// What the candor.toml of the record here says, with the levels and waivers that it sets.
fn of_site() -> Result<Loaded, Outcome> {
    let folder = folder(None);
    let options = Options { today: today(None), drafts: false, base_url: None, index_links: false };
    let Project { tree, site, report, .. } = Project::of(tomls(&folder)?, &options);
    let findings = report.findings.into_iter().filter(is_of_profiles).collect();
    Ok(Loaded { profile: site.profile.clone(), findings, tree: Arc::unwrap_or_clone(tree), folder })
}

/// The workflow of the record here, without what is wrong with it.
///
/// # Errors
/// When the folder cannot be read; the words name it.
pub(super) fn profile_here() -> Result<Profile, Outcome> {
    Ok(of_site()?.profile)
}

/// Whether a finding speaks of a profile and not of the other settings.
fn is_of_profiles(finding: &Diagnostic) -> bool {
    const OF_PROFILES: [&str; 3] = ["invalid-profile", "profiles-disagree", "unknown-profile"];
    OF_PROFILES.contains(&finding.rule) || finding.path.as_str() != crate::config::FILE
}

/// `finding` at the level that its rule has by itself.
fn levelled(finding: Diagnostic) -> Option<Diagnostic> {
    let rule = Rule::named(finding.rule)?;
    let level = match RulePage::of(rule).level {
        RuleLevel::Error => Level::Error,
        RuleLevel::Warning => Level::Warning,
        RuleLevel::Note => Level::Note,
        RuleLevel::Off => return None,
    };
    Some(finding.at_level(level))
}

/// A built-in profile, or the one in a file; those that it builds on are looked for beside it.
fn named(name: &str) -> Result<Loaded, Outcome> {
    let is_built_in = BUILT_IN.iter().any(|(built_in, _)| *built_in == name);
    let here = folder(None);
    let beside = here.join(name);
    let file = [Path::new(name), &beside].into_iter().find(|path| name.ends_with(".toml") && path.is_file());
    let (folder, key) = match (is_built_in, file) {
        (true, _) => (here, name.to_owned()),
        (false, Some(file)) => {
            let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let key = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            (folder.to_owned(), key)
        }
        (false, None) => return Err(no_such(name, &here)),
    };
    let tree = if is_built_in { Tree::fixture("") } else { tomls(&folder)? };
    let config = ContentPath::parse(crate::config::FILE).expect("a plain file name is a path");
    let named = At { value: key, span: Span::new(0, 0) };
    let (profile, findings) = Profile::load(&[named], &tree, &config, &vocabulary());
    let findings = findings.into_iter().filter_map(levelled).collect();
    Ok(Loaded { profile, findings, tree, folder })
}

fn no_such(name: &str, here: &Path) -> Outcome {
    let beside = tomls(here).map(|tree| tree.sources.into_keys().map(|path| path.to_string()).collect::<Vec<_>>());
    let beside = beside.unwrap_or_default();
    let files = beside.iter().map(String::as_str).filter(|path| *path != crate::config::FILE);
    let names = BUILT_IN.iter().map(|(name, _)| *name);
    let help = match nearest(name, names.clone().chain(files)) {
        Some(meant) => did_you_mean(meant),
        None => format!("built in are {}; a profile of your own is a file, `ours.toml`", listing(names)),
    };
    fail(Outcome::Usage, format_args!("there is no profile `{name}`; {help}"))
}

/// The TOML files that lie in `folder`, and nothing else of it: a profile needs no records.
fn tomls(folder: &Path) -> Result<Tree, Outcome> {
    let world = |error: std::io::Error| fail(Outcome::Environment, format_args!("{}: {error}", folder.display()));
    let mut tree = Tree::fixture("");
    for file in fs::read_dir(folder).map_err(world)? {
        let file = file.map_err(world)?;
        let name = file.file_name().to_string_lossy().into_owned();
        let Some(path) = ContentPath::parse(&name).filter(|_| name.ends_with(".toml") && file.path().is_file()) else {
            continue;
        };
        let bytes = fs::read(file.path()).map_err(world)?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        tree.sources.insert(path, crate::tree::Source { text: text.into(), not_utf8: None });
    }
    Ok(tree)
}

/// The profile for people; `whole` adds what is asked beyond the steps.
fn told(it: &Summary, whole: bool, width: usize) -> String {
    let mut page = Printed { text: String::new(), width: width.min(100) };
    page.line(0, &format!("{BOLD}{}{BOLD:#}", it.profiles.last().map_or("base", String::as_str)));
    if let [below @ .., _] = it.profiles.as_slice()
        && !below.is_empty()
    {
        page.line(0, &format!("builds on {}", below.join(", ")));
    }
    for kind in &it.kinds {
        page.kind(kind);
    }
    if whole {
        for group in &it.groups {
            page.heading(&capitalised(&group.title));
            page.asked(&group.asked);
        }
        if !it.asked.is_empty() {
            page.heading("What else is asked");
            page.asked(&it.asked);
        }
        if !it.levels.is_empty() {
            page.heading("Levels");
            for level in &it.levels {
                page.line(2, &format!("{}: {}", level.rule, level.level));
            }
        }
        if !it.clauses.is_empty() {
            page.heading("Clauses");
            for clause in &it.clauses {
                page.line(2, &clause.cited);
                let rules = (!clause.rules.is_empty()).then(|| clause.rules.join(", "));
                let person = clause.person.as_ref().map(|why| format!("a person: {why}"));
                let held: Vec<String> = rules.into_iter().chain(person).collect();
                page.line(4, &format!("{DIM}held by {}{DIM:#}", held.join("; ")));
            }
        }
    }
    page.text
}

/// Text that is wrapped as it grows.
struct Printed {
    text: String,
    width: usize,
}

impl Printed {
    fn kind(&mut self, it: &KindSummary) {
        self.heading(&capitalised(&it.plural));
        if it.derived {
            self.line(2, &format!("{DIM}The state follows from the other fields of the record.{DIM:#}"));
        }
        for step in it.steps.iter().filter(|step| step.from.is_empty()) {
            self.step(step);
        }
        for state in &it.states {
            self.state(state);
            for step in it.steps.iter().filter(|step| !step.from_any && step.from.contains(&state.name)) {
                self.step(step);
            }
        }
        let mut from_any = it.steps.iter().filter(|step| step.from_any).peekable();
        if from_any.peek().is_some() {
            self.text.push('\n');
            self.line(2, &format!("{BOLD}From any state{BOLD:#}"));
        }
        for step in from_any {
            self.step(step);
        }
    }

    fn state(&mut self, it: &StateSummary) {
        let (mark, colour) = match it.phase {
            "open" => ("●", AnsiColor::Cyan.on_default()),
            "waiting" => ("◐", AnsiColor::Yellow.on_default()),
            "done" => ("✓", AnsiColor::Green.on_default()),
            _ => ("✕", DIM),
        };
        self.text.push('\n');
        let means =
            it.means.filter(|means| *means != it.name).map(|means| format!(", means {means}")).unwrap_or_default();
        let ends = if it.terminal { ", terminal" } else { "" };
        self.line(
            2,
            &format!("{colour}{mark}{colour:#} {BOLD}{}{BOLD:#} {DIM}({}{means}{ends}){DIM:#}", it.name, it.phase),
        );
        self.line(4, &it.description);
        let facts = [
            ("with", it.holders.join(", else ")),
            (
                "stalled after",
                it.stalled_after_days.map(|days| count(days as usize, "day", "days")).unwrap_or_default(),
            ),
            ("sections", it.sections.join(", ")),
            ("fields", it.fields.join(", ")),
        ];
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            self.line(4, &format!("{name}: {value}"));
        }
    }

    fn step(&mut self, it: &StepSummary) {
        let when = it.when.as_ref().map(|when| format!(" ({when})")).unwrap_or_default();
        self.line(4, &format!("→ {BOLD}{}{BOLD:#}: {}, by {}{when}", it.to, it.label, it.by));
        for need in &it.needs {
            self.line(6, &format!("needs {need}"));
        }
        if let Some(clause) = &it.clause {
            self.line(6, &format!("{DIM}{clause}{DIM:#}"));
        }
    }

    fn asked(&mut self, asked: &[Asked]) {
        for it in asked {
            self.line(2, &it.what);
            if let Some(clause) = &it.clause {
                self.line(4, &format!("{DIM}{clause}{DIM:#}"));
            }
        }
    }

    fn heading(&mut self, title: &str) {
        self.text.push('\n');
        self.line(0, &format!("{BOLD}{title}{BOLD:#}"));
    }

    /// `text` behind `indent` blanks, its further lines two deeper.
    fn line(&mut self, indent: usize, text: &str) {
        let mut used = 0;
        for (at, word) in text.split(' ').enumerate() {
            let length = visible(word);
            let breaks = at > 0 && used + 1 + length > self.width;
            let blanks = match (at, breaks) {
                (0, _) => indent,
                (_, true) => indent + 2,
                (_, false) => 1,
            };
            if breaks {
                self.text.push('\n');
                used = 0;
            }
            write!(self.text, "{:blanks$}{word}", "").expect("text takes everything");
            used += blanks + length;
        }
        self.text.push('\n');
    }
}

/// The letters of `word` that are seen: without what only colours them.
fn visible(word: &str) -> usize {
    let mut letters = 0;
    let mut in_colour = false;
    for letter in word.chars() {
        match (in_colour, letter) {
            (false, '\x1b') => in_colour = true,
            (true, 'm') => in_colour = false,
            (true, _) => {}
            (false, _) => letters += 1,
        }
    }
    letters
}
