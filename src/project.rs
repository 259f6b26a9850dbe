//! A group's record on one day: the whole pipeline from a tree to pages, as one value.

use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;
use std::sync::Arc;

use rayon::prelude::*;

use crate::change::Change;
use crate::check::meanings;
use crate::check::{Comparison, Crossed, Report, check, check_records, has_same_rules, judge, rules};
use crate::config::{Config, FILE};
use crate::diagnostic::Diagnostic;
use crate::diff::{Diff, Fate};
use crate::document::not_utf8;
use crate::id::{ContentPath, Kind};
use crate::page::{
    Files, NAMING, Page, RenderContext, Review, Route, Theme, differing, made_together, render_together, routes,
};
use crate::site::{Given, Site, Way};
use crate::text::Date;
use crate::tree::{Source, Tree};
use crate::words::{self, Language};
use crate::workflow::Profile;

/// What the caller wants of a project, beside the content.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day on which the record is looked at.
    pub today: Date,
    /// Whether drafts are part of it.
    pub drafts: bool,
    /// An address in place of the configured one: for previews.
    pub base_url: Option<String>,
    /// Whether links name the file `index.html` of a folder, also where the configuration does not say so.
    pub index_links: bool,
}

/// The record of one day: read, linked, checked, ready to be shown.
#[derive(Debug)]
pub struct Project {
    /// The files that it was read from.
    pub tree: Arc<Tree>,
    /// The records, linked, on the day of the options.
    pub site: Arc<Site>,
    /// What the rules found; after [`Project::linked`] what can be had before they run.
    pub report: Report,
    /// The built-in theme with the files that the tree has in its place.
    pub theme: Arc<Theme>,
    /// What the project is a change of; `None` when it is looked at by itself.
    pub base: Option<Base>,
}

/// The record that a change starts from, looked at on the same day.
#[derive(Debug)]
pub struct Base {
    /// The files that the base was read from.
    pub tree: Tree,
    /// The records of the base, read with the same options.
    pub site: Site,
    /// Its theme.
    pub theme: Arc<Theme>,
    /// What the change does to the findings.
    pub comparison: Comparison,
}

impl Base {
    /// What is found in the base by itself, one finding for each cause.
    pub fn told(&self) -> Report {
        self.comparison.base.report(&self.site)
    }
}

impl Project {
    /// The project in `tree`. Total: what is wrong stands in the report.
    pub fn of(tree: Tree, options: &Options) -> Project {
        let (theme, site) = read(&tree, options, None);
        let report = check(&site, None);
        Project { tree: tree.into(), site: site.into(), report, theme: theme.into(), base: None }
    }

    /// The project in `tree` as a change of `base`: every finding of its report says how it stands to those of the base.
    ///
    /// Where the two have other rules, each is judged by those of both: what a change breaks of the rules that it starts from
    /// is its own, and what was wrong before it is not, whichever of the rules finds it.
    pub fn since(tree: Tree, base: Tree, options: &Options) -> Project {
        match Project::since_read(tree, |_| Ok::<_, Infallible>(base), options) {
            Ok(project) => project,
        }
    }

    /// The same where the base is yet to be read, by `base`, which is told the tree: both are worked at side by side.
    ///
    /// # Errors
    /// That of `base`.
    pub fn since_read<E: Send>(
        tree: Tree,
        base: impl FnOnce(&Tree) -> Result<Tree, E> + Send,
        options: &Options,
    ) -> Result<Project, E> {
        let (base, (theme, site)) = rayon::join(|| base(&tree), || read(&tree, options, None));
        let base = base?;
        let theme = Arc::new(theme);
        let reworded = base.reworded(&tree).and_then(|changed| site.reworded(&base, &changed));
        let (theme_before, before, reworded) = match reworded {
            Some((before, records)) => (theme.clone(), before, Some(records)),
            None => {
                let (theme, before) = read(&base, options, Some(&site));
                (theme.into(), before, None)
            }
        };
        let change = Change::between(&before, &site);
        let is_ruled = base.text(FILE).is_some() || tree.text(FILE).is_none();
        let (then, now) = ways(&change);
        let (of_head, of_base) = match has_same_rules(&tree, &base) && then.is_empty() {
            true => (None, None),
            false => rayon::join(
                || {
                    is_ruled
                        .then(|| read_by((&base, then), &tree, options, &site))
                        .or_else(|| adopting(&before, &tree, options, &site))
                },
                || Some(read_by((&tree, now), &base, options, &before)),
            ),
        };
        let by_other_rules = Crossed { head: of_head.as_ref(), base: of_base.as_ref() };
        let (report, comparison) = judge(&change, (&base, &tree), by_other_rules, reworded.as_ref());
        drop(change);
        let base = Some(Base { tree: base, site: before, theme: theme_before, comparison });
        Ok(Project { tree: tree.into(), site: site.into(), report, theme, base })
    }

    /// The project in `tree`, read and linked but not yet checked: its report is pending. Documents that `before` has too,
    /// with the same text, are not parsed again. Until [`Project::checked`] the report holds what can be had at once: the
    /// findings of `before` about files that are the same, and what is wrong with each changed record by itself. Without `before`
    /// it is empty.
    pub fn linked(tree: Tree, options: &Options, before: Option<&Project>) -> Project {
        Project::linked_as(None, tree, options, before)
    }

    /// The same where the site is a preview of what is called `preview`.
    pub fn linked_as(preview: Option<&str>, tree: Tree, options: &Options, before: Option<&Project>) -> Project {
        let (theme, site) = read_as(preview, &tree, options, before.map(|before| &*before.site));
        let report = pending(&tree, &site, before);
        Project { tree: tree.into(), site: site.into(), report, theme: theme.into(), base: None }
    }

    /// The same project with the `changed` records as they are now, as far as that can be had without linking all others anew: its report
    /// is pending, and what other records say of the changed ones is as it was. `None` where that would show something else than what
    /// the records say.
    pub fn at_a_glance(&self, changed: Vec<(ContentPath, Source)>) -> Option<Project> {
        let site = self.site.at_a_glance(&changed)?;
        let paths: BTreeSet<&ContentPath> = changed.iter().map(|(path, _)| path).collect();
        let report = pending_but(&paths, &site, self);
        let mut tree = Tree::clone(&self.tree);
        tree.provenance.commit = None;
        tree.sources.extend(changed);
        Some(Project { tree: tree.into(), site: site.into(), report, theme: self.theme.clone(), base: None })
    }

    /// The same project with all that the rules find. Tree, site and theme are shared, not copied.
    pub fn checked(&self) -> Project {
        let report = check(&self.site, None);
        let (tree, site, theme) = (self.tree.clone(), self.site.clone(), self.theme.clone());
        Project { tree, site, report, theme, base: None }
    }

    /// The same project as that of `commit`, the whole hash of the commit whose texts these are.
    #[must_use]
    pub fn at_commit(self, commit: Option<String>) -> Project {
        if self.tree.provenance.commit == commit {
            return self;
        }
        let mut tree = Arc::unwrap_or_clone(self.tree);
        tree.provenance.commit = commit;
        Project { tree: tree.into(), ..self }
    }

    /// What the pages are made from.
    pub fn context(&self) -> RenderContext<'_> {
        RenderContext::new(&self.site, &self.report, &self.theme, &self.tree)
    }
}

/// A site as a preview of a change shows it: without what leads search engines and feed readers to it.
#[derive(Debug)]
pub struct Edition {
    site: Site,
    report: Report,
    theme: Arc<Theme>,
}

impl Edition {
    /// What the change since a revision is called in the language `lang`, where it has no name of its own.
    pub fn name_since(revision: &str, lang: &str) -> String {
        words::within(Language::of(lang), || words::preview_since(revision))
    }

    /// The site of `project` as a preview of what is called `name`, such as `PR 12`, with what its own rules find in it.
    pub fn of(project: &Project, name: &str) -> Edition {
        let (site, report) = rayon::join(
            || project.site.as_preview(name, &rules::names(), project.theme.assets()),
            || match &project.base {
                Some(base) => base.comparison.head.report(&project.site),
                None => check(&project.site, None),
            },
        );
        Edition { site, report, theme: project.theme.clone() }
    }

    /// Where the pages are that the change of `project` makes or changes and that the preview has, in the order of their paths: as the
    /// site itself would be before and after, without what a preview adds. `told_before` is what the base says of itself. Files on disk
    /// are read by `read`.
    pub fn changed(&self, project: &Project, told_before: &Report, read: Files) -> Vec<ContentPath> {
        let Some(base) = &project.base else { return Vec::new() };
        let before = RenderContext::new(&base.site, told_before, &base.theme, &base.tree);
        let after = RenderContext::new(&project.site, &self.report, &project.theme, &project.tree);
        differing(&before, &after, read, |path, _| self.site.places.at(path.as_str()).is_some())
    }

    /// What the pages are made from; `tree` is the one that the site was read from.
    pub fn context<'a>(&'a self, tree: &'a Tree, review: Review<'a>) -> RenderContext<'a> {
        RenderContext::new(&self.site, &self.report, &self.theme, tree).for_review(review)
    }
}

/// A change as the pages of its preview show it, whatever state of the record they show beside it.
#[derive(Debug)]
pub struct Reviewed {
    diff: Diff,
    base: Base,
    published: Option<String>,
}

impl Reviewed {
    /// The change of `project`, in which `files` that are no records came, went or differ; `None` when it is looked at by itself.
    pub fn of(project: Project, files: impl Fn(&Tree, &Tree) -> Vec<(String, Fate)>) -> Option<Reviewed> {
        let base = project.base?;
        let change = Change::between(&base.site, &project.site);
        let files = files(&base.tree, &project.tree);
        let diff = Diff::for_readers(&change, (&base.tree, &project.tree), (&project.report, &base.comparison), files);
        let published = published_address(&base.tree);
        Some(Reviewed { diff, base, published })
    }

    /// What the pages of a preview say of it.
    pub fn review(&self) -> Review<'_> {
        Review::new(&self.diff, &self.base.site, self.published.as_deref())
    }
}

/// Where the site in `tree` is published, as its own configuration says; `None` where it does not.
pub fn published_address(tree: &Tree) -> Option<String> {
    Config::load(tree, &rules::names(), meanings::NEEDED).0.base_url
}

/// How the site in `tree` is configured when it is read with `options`.
pub fn configured(tree: &Tree, options: &Options) -> Config {
    with(options, Config::load(tree, &rules::names(), meanings::NEEDED).0)
}

/// `config` as `options` ask for it.
fn with(options: &Options, mut config: Config) -> Config {
    if let Some(address) = &options.base_url {
        config.base_url = Some(format!("{}/", address.trim_end_matches('/')));
    }
    config.index_links |= options.index_links;
    config
}

/// What can be said about `site`, the one in `tree`, before the rules have run.
fn pending(tree: &Tree, site: &Site, before: Option<&Project>) -> Report {
    let Some(before) = before else { return Report { is_pending: true, ..Report::default() } };
    let (is, was) = (&tree.sources, &before.tree.sources);
    let differs = |path: &&ContentPath| is.get(*path).map(|it| &it.text) != was.get(*path).map(|it| &it.text);
    let changed: BTreeSet<&ContentPath> = is.keys().chain(was.keys()).filter(differs).collect();
    pending_but(&changed, site, before)
}

/// The same where the files at `changed` are all that differ.
fn pending_but(changed: &BTreeSet<&ContentPath>, site: &Site, before: &Project) -> Report {
    let is_same = |path: &ContentPath| !changed.contains(path);
    let mut report = before.report.about(is_same);
    report.findings.extend(check_records(site, |entry| !is_same(&entry.path)));
    report.findings.sort_by(Diagnostic::order);
    report.findings.dedup();
    report
}

/// The theme and the site in `tree`; what `like` has already is not parsed again.
fn read(tree: &Tree, options: &Options, like: Option<&Site>) -> (Theme, Site) {
    read_as(None, tree, options, like)
}

/// The same where the site is a preview of `preview`.
fn read_as(preview: Option<&str>, tree: &Tree, options: &Options, like: Option<&Site>) -> (Theme, Site) {
    let rules = rules::names();
    let (config, profile, mut problems) = Config::load(tree, &rules, meanings::NEEDED);
    let (theme, of_theme) = Theme::load(tree, config.accent.as_deref(), &config.lang);
    problems.extend(of_theme);
    problems.extend(damaged_settings(tree));
    let mut config = with(options, config);
    config.preview = preview.map(str::to_owned);
    let given = given((config, profile, problems), rules, &theme, options);
    (theme, Site::read(tree, given, like))
}

/// Files beside the records, of the configuration, the profiles and the theme, that hold bytes which are no UTF-8.
fn damaged_settings(tree: &Tree) -> impl Iterator<Item = Diagnostic> {
    let is_setting = |path: &ContentPath| {
        let name = path.as_str();
        !path.is_markdown() && (name.ends_with(".toml") || name.starts_with("themes/"))
    };
    let settings = tree.sources.iter().filter(move |(path, _)| is_setting(path));
    settings.filter_map(|(path, source)| Some(not_utf8(path, &source.text, source.not_utf8?)))
}

/// What goes into a site beside its documents: what was read of its configuration, and what `options` ask for.
fn given(
    (config, profile, problems): (Config, Profile, Vec<Diagnostic>),
    rules: Vec<&'static str>,
    theme: &Theme,
    options: &Options,
) -> Given {
    let Options { today, drafts, .. } = *options;
    Given {
        config,
        profile,
        problems,
        rules,
        theme: theme.assets(),
        today,
        drafts,
        naming: NAMING,
        ways: HashMap::new(),
    }
}

/// The site in `tree` by the rules in `ruling`; what `like` has already is not parsed again. What is wrong with those rules
/// is left out: it is told where they stand.
fn read_by((ruling, ways): (&Tree, Ways), tree: &Tree, options: &Options, like: &Site) -> Site {
    let rules = rules::names();
    let (config, _, _) = Config::load(tree, &rules, meanings::NEEDED);
    let (ruling, profile, _) = Config::load(ruling, &rules, meanings::NEEDED);
    let (theme, problems) = Theme::load(tree, None, &config.lang);
    let config = config.by_the_rules_of(ruling);
    let given = given((config, profile, problems), rules, &theme, options);
    Site::read(tree, Given { ways, ..given }, Some(like))
}

/// How groups decide, by their pages.
type Ways = HashMap<ContentPath, Way>;

/// How the groups decide on the other side of `change` that decide otherwise since: by their pages in the head as they did before,
/// and by those in the base as they do now.
fn ways(change: &Change) -> (Ways, Ways) {
    let groups = change.pairs.iter().map(|pair| (pair.before, pair.after)).filter(|(_, it)| it.kind() == Kind::Group);
    let altered = groups.filter(|(before, after)| Way::of(before) != Way::of(after));
    altered
        .map(|(before, after)| ((after.path.clone(), Way::of(before)), (before.path.clone(), Way::of(after))))
        .unzip()
}

/// The site in `tree` where it gets its first configuration and `before` had records already: by its own rules, but for what they
/// say of the rules that protect the history. Nobody can have agreed on those yet. `None` where they say nothing.
fn adopting(before: &Site, tree: &Tree, options: &Options, like: &Site) -> Option<Site> {
    let rules = rules::names();
    let (mut config, mut profile, problems) = Config::load(tree, &rules, meanings::NEEDED);
    let of_history: Vec<&str> = rules::of_changes();
    let is_other = |name: &str| !of_history.contains(&name);
    let had = (config.levels.len(), config.waivers.len(), profile.levels.len());
    config.levels.retain(|name, _| is_other(name));
    config.waivers.retain(|waiver| waiver.rule.get().is_none_or(|name| is_other(name)));
    profile.levels.retain(|name, _| is_other(name));
    let has = (config.levels.len(), config.waivers.len(), profile.levels.len());
    let (theme, _) = Theme::load(tree, None, &config.lang);
    let given = given((config, profile, problems), rules, &theme, options);
    (has != had && before.has_records()).then(|| Site::read(tree, given, Some(like)))
}

/// Every page of `context`, made in parallel, in no order.
pub fn pages<'a>(context: &'a RenderContext<'a>) -> impl ParallelIterator<Item = Result<Page, Diagnostic>> + 'a {
    // Several pieces are made of it, so it is made before them.
    context.prepare();
    let routes = routes(context);
    let together: Vec<Vec<&(ContentPath, Route)>> =
        routes.chunk_by(|(_, one), (_, other)| made_together(one, other)).map(<[_]>::to_vec).collect();
    together.into_par_iter().flat_map_iter(|routes| render_together(context, &routes))
}
