//! `candor theme`: the files that the pages are made with, and what a template is given.

use clap::Args;

use crate::page::theme::{BUILT_IN, FOLDER};
use crate::page::values;
use crate::project::Options;
use crate::text::{did_you_mean, nearest};
use crate::words::CATALOGUES;

use super::env::{BOLD, DIM, fail, folder, print, read, today};
use super::{Outcome, Verbosity};

/// Print a file of the built-in theme, to begin one of your own from
///
/// A file of that name in `themes/default/` of the record takes its place. The catalogues with the words of the interface are printed
/// too, for whoever translates them. Without a name, the list of the files.
#[derive(Args, Debug)]
pub(super) struct Theme {
    /// The file: `base.html`, `style.css`, `words/de.ftl`
    file: Option<String>,

    /// List what the templates are given, as the record here fills them; with a file, what that one is given
    #[arg(long)]
    values: bool,
}

/// What stands behind the list of the files.
const NOTE: &str = "the words of the interface, which another language begins from";

impl Theme {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let printed = || BUILT_IN.iter().chain(CATALOGUES);
        let built_in = self.file.as_deref().map(|name| printed().find(|(file, _)| *file == name));
        match (built_in, &self.file) {
            (Some(None), Some(name)) => {
                let meant = nearest(name, printed().map(|(file, _)| *file)).map(did_you_mean);
                let help = meant.unwrap_or_else(|| "`candor theme` lists the files".to_owned());
                fail(Outcome::Usage, format_args!("the theme has no file `{name}`; {help}"))
            }
            _ if self.values => self.values(verbosity),
            (Some(Some((_, text))), _) => {
                print(text);
                Outcome::Clean
            }
            _ => {
                let names =
                    |files: &[(&str, &str)]| files.iter().map(|(name, _)| format!("{name}\n")).collect::<String>();
                print(format_args!(
                    "{}{DIM}a file of the same name in {FOLDER} takes its place{DIM:#}\n\n{}{DIM}{NOTE}{DIM:#}\n",
                    names(BUILT_IN),
                    names(CATALOGUES)
                ));
                Outcome::Clean
            }
        }
    }

    fn values(&self, verbosity: Verbosity) -> Outcome {
        let options = Options { today: today(None), drafts: false, base_url: None, index_links: false };
        let project = match read(&folder(None), &options, verbosity) {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        let seen = match values(project.context()) {
            Ok(seen) => seen,
            Err(finding) => return fail(Outcome::Findings, &finding.message),
        };
        for (template, values) in seen.iter().filter(|(name, _)| self.file.as_ref().is_none_or(|file| file == *name)) {
            let lines: String = values.iter().map(|(name, what)| format!("  {name}  {DIM}{what}{DIM:#}\n")).collect();
            print(format_args!("{BOLD}{template}{BOLD:#}\n{lines}"));
        }
        Outcome::Clean
    }
}
