//! `candor build --preview`: the site with a change, for those who judge it.

use std::path::Path;

use clap::Args;

use crate::change::Change;
use crate::diagnostic::Diagnostic;
use crate::diff::Diff;
use crate::id::ContentPath;
use crate::output::Failure;
use crate::page::{Page, RenderContext, Review, excerpt, prepare_code};
use crate::project::{Base, Edition, Options, Project, Reviewed, published_address};
use crate::text::turns_direction;
use crate::tree::{RevisionError, Tree};

use super::diff::files;
use super::{Outcome, Verbosity, change};

/// What is asked of a preview.
#[derive(Args, Debug)]
pub(super) struct Preview {
    /// Publish a preview of the change since this git revision; every page says so
    #[arg(long, value_name = "REV", requires = "preview")]
    base: Option<String>,

    /// Where the record was in that revision, from the root of the repository
    #[arg(long, value_name = "DIR", requires = "base")]
    base_dir: Option<String>,

    /// What readers of the preview know the change as: "PR 12"
    #[arg(long, value_name = "NAME", requires = "base", value_parser = name)]
    preview: Option<String>,

    /// Where the site itself is published, for links from the preview [default: the base_url of the base]
    #[arg(long, value_name = "URL", requires = "preview", value_parser = super::build::address)]
    published: Option<String>,

    /// Write only the pages that the change makes or changes; links to the others lead to the published site
    #[arg(long, requires = "preview")]
    changed_only: bool,
}

/// A name on one line, without what nobody sees, or the words for why it is none.
fn name(text: &str) -> Result<String, String> {
    let seen = text.replace(|letter: char| letter.is_control() || turns_direction(letter), " ");
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { Err("a preview needs a name, as in --preview \"PR 12\"".to_owned()) } else { Ok(name) }
}

/// What a preview while writing is compared with.
#[derive(Args, Debug, Clone)]
pub(super) struct Since {
    /// Show what the files change since this git revision, on the pages and on one of all that the change does
    #[arg(long, value_name = "REV")]
    base: Option<String>,

    /// Where the record was in that revision, from the root of the repository
    #[arg(long, value_name = "DIR", requires = "base")]
    base_dir: Option<String>,
}

impl Since {
    /// The revision that the files are compared with; `None` where none is named.
    pub(super) fn revision(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// What the change is called in the language `lang`; `None` where none is shown.
    pub(super) fn name(&self, lang: &str) -> Option<String> {
        Some(Edition::name_since(self.base.as_deref()?, lang))
    }

    /// What the record `tree`, which is in `dir`, changes; `None` where that is not asked for.
    ///
    /// # Errors
    /// When the revision cannot be read.
    pub(super) fn reviewed(
        &self,
        tree: &Tree,
        dir: &Path,
        options: &Options,
    ) -> Result<Option<Reviewed>, RevisionError> {
        let Some(revision) = self.base.as_deref() else { return Ok(None) };
        let base = Tree::before(tree, dir, (revision, None), self.base_dir.as_deref())?;
        Ok(Reviewed::of(Project::since(tree.clone(), base, options), files))
    }
}

/// The bytes of a file that is published as it is.
fn read(file: &Path) -> Option<Vec<u8>> {
    std::fs::read(file).ok()
}

impl Preview {
    /// The revision that a preview is made since; `None` where none is asked for.
    pub(super) fn revision(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The record as a change of the base; `None` where no preview is asked for.
    pub(super) fn read(&self, dir: &Path, options: &Options, verbosity: Verbosity) -> Option<Result<Project, Outcome>> {
        let base = self.base.as_deref()?;
        Some(change::since(dir, (base, self.base_dir.as_deref()), options, verbosity))
    }

    /// The site of `project` as a preview; `None` where none is asked for.
    pub(super) fn edition<'a>(&self, project: &'a Project) -> Option<Shown<'a>> {
        let (name, base) = self.preview.as_deref().zip(project.base.as_ref())?;
        let change = Change::between(&base.site, &project.site);
        let files = files(&base.tree, &project.tree);
        let told_before = || self.changed_only.then(|| base.told());
        let ((diff, ()), (edition, told_before)) = rayon::join(
            || {
                rayon::join(
                    || {
                        let judged = (&project.report, &base.comparison);
                        Diff::for_readers(&change, (&base.tree, &project.tree), judged, files)
                    },
                    || prepare_code(&change),
                )
            },
            || rayon::join(|| Edition::of(project, name), told_before),
        );
        let published = self.published.clone().or_else(|| published_address(&base.tree));
        let changed = told_before.map(|told| edition.changed(project, &told, &read));
        Some(Shown { edition, diff, base, published, changed })
    }
}

/// A preview that is ready to be written.
pub(super) struct Shown<'a> {
    edition: Edition,
    diff: Diff,
    base: &'a Base,
    published: Option<String>,
    /// Where the pages are that it has; `None` where it has all.
    changed: Option<Vec<ContentPath>>,
}

impl Shown<'_> {
    /// What the pages are made from.
    pub(super) fn context<'a>(&'a self, project: &'a Project) -> RenderContext<'a> {
        let review = Review::new(&self.diff, &self.base.site, self.published.as_deref());
        self.edition.context(&project.tree, review)
    }

    /// The pieces of a preview that has only what the change makes or changes; `None` where it has all.
    ///
    /// # Errors
    /// When nobody knows where the others are, and when a template is wrong.
    pub(super) fn part<E>(
        &self,
        context: &RenderContext,
        broken: impl FnOnce(Diagnostic) -> E,
    ) -> Result<Option<Vec<Page>>, Failure<E>> {
        const NOWHERE: &str = "the links of a preview with `--changed-only` lead to the site itself, and nobody knows where that is; \
                               say it with `--published https://…`, or with `base_url` in candor.toml";
        let Some(changed) = &self.changed else { return Ok(None) };
        let published = self.published.as_deref().ok_or_else(|| Failure::Refused(NOWHERE.to_owned()))?;
        let published = format!("{}/", published.trim_end_matches('/'));
        excerpt(context, &published, changed, &read).map(Some).map_err(|finding| Failure::Stopped(broken(finding)))
    }
}
