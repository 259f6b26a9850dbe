//! `candor build --preview`: the site with a change, for those who judge it.

use std::path::Path;

use clap::Args;

use crate::change::Change;
use crate::diff::Diff;
use crate::page::{RenderContext, Review};
use crate::project::{Base, Edition, Options, Project, published_address};

use super::diff::{files, web_address};
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
    #[arg(long, value_name = "URL", requires = "preview", value_parser = web_address)]
    published: Option<String>,
}

/// A name on one line, or the words for why it is none.
fn name(text: &str) -> Result<String, String> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { Err("a preview needs a name, as in --preview \"PR 12\"".to_owned()) } else { Ok(name) }
}

impl Preview {
    /// The record as a change of the base; `None` where no preview is asked for.
    pub(super) fn read(&self, dir: &Path, options: &Options, verbosity: Verbosity) -> Option<Result<Project, Outcome>> {
        let base = self.base.as_deref()?;
        Some(change::since(dir, (base, self.base_dir.as_deref()), options, verbosity))
    }

    /// The site of `project` as a preview; `None` where none is asked for.
    pub(super) fn edition<'a>(&self, project: &'a Project, options: &Options) -> Option<Shown<'a>> {
        let (name, base) = self.preview.as_deref().zip(project.base.as_ref())?;
        let change = Change::between(&base.site, &project.site);
        let files = files(&base.tree, &project.tree);
        let diff = Diff::of(&change, (&base.tree, &project.tree), (&project.report, &base.comparison), files);
        let edition = Edition::of(&project.tree, options, name, &project.site);
        let published = self.published.clone().or_else(|| published_address(&base.tree));
        Some(Shown { edition, diff, base, published })
    }
}

/// A preview that is ready to be written.
pub(super) struct Shown<'a> {
    edition: Edition,
    diff: Diff,
    base: &'a Base,
    published: Option<String>,
}

impl Shown<'_> {
    /// What the pages are made from.
    pub(super) fn context<'a>(&'a self, project: &'a Project) -> RenderContext<'a> {
        let review = Review::new(&self.diff, &self.base.site, self.published.as_deref());
        self.edition.context(&project.tree, review)
    }
}
