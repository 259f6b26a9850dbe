//! `candor init`: the beginnings of a record in a folder.

use std::path::PathBuf;

use clap::Args;

use crate::text::{Date, did_you_mean, nearest};
use crate::workflow::BUILT_IN;

use super::env::{fail, print, say_aside, today};
use super::new::write_new;
use super::{Outcome, Verbosity, day};

/// Begin a new record of a group in a folder
///
/// Writes candor.toml, a home page, the group itself and a page for authors. Nothing that is already there is changed.
#[derive(Args, Debug)]
pub(super) struct Init {
    /// The folder; made when it is not there
    #[arg(default_value = ".")]
    dir: PathBuf,

    /// The workflow that the group follows
    #[arg(long, value_name = "NAME", default_value = "base")]
    profile: String,

    /// What the site is called [default: the folder's name]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// The day that the record begins with [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

impl Init {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let names: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
        if !names.contains(&self.profile.as_str()) {
            let help = match nearest(&self.profile, names.iter().copied()) {
                Some(meant) => did_you_mean(meant),
                None => format!("there are {}", names.join(", ")),
            };
            return fail(Outcome::Usage, format_args!("there is no profile `{}`; {help}", self.profile));
        }
        let title = self.title.clone().unwrap_or_else(|| self.folder_name());
        let mut wrote = 0;
        for (name, text) in files(&title, &self.profile, today(self.today)) {
            let path = self.dir.join(name);
            match write_new(&path, &text) {
                Ok(()) => {
                    wrote += 1;
                    print(format_args!("{}\n", path.display()));
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                    say_aside(format_args!("{} is there already and stays as it is", path.display()));
                }
                Err(error) => return fail(Outcome::Environment, format_args!("{}: {error}", path.display())),
            }
        }
        if !verbosity.quiet && wrote > 0 {
            say_aside(format_args!("Now run `candor serve {}` and write.", self.dir.display()));
        }
        Outcome::Clean
    }

    fn folder_name(&self) -> String {
        let absolute = std::path::absolute(&self.dir).unwrap_or_else(|_| self.dir.clone());
        let name = absolute.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_else(|| "Our group".to_owned())
    }
}

fn files(title: &str, profile: &str, today: Date) -> Vec<(&'static str, String)> {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let title = quoted(title);
    vec![
        (
            "candor.toml",
            format!(
                "# What the site is called, and which workflow the group follows.\n\
                 title = {title}\n\
                 profile = [{}]\n\
                 group = \"our-group\"\n\n\
                 # Where the site is published; feeds and search engines need it.\n\
                 # base_url = \"https://example.org/\"\n\n\
                 # Where the sources can be seen, for links from each page.\n\
                 # repository = \"https://github.com/example/record\"\n\n\
                 # What `#27` in a text means.\n\
                 # [[tracker]]\n\
                 # url = \"https://github.com/example/record/issues/\"\n",
                quoted(profile)
            ),
        ),
        (
            "index.md",
            "+++\ntitle = \"Where things stand\"\n+++\n\n\
             This is the public record of our group: what it decides, spends and delivers. \
             [How to write a record](writing-a-record.md) says how it grows.\n"
                .to_owned(),
        ),
        (
            "groups/our-group.md",
            format!(
                "+++\nname = {title}\ntype = \"working-group\"\n\
                 summary = \"The group whose record this is.\"\n\n\
                 # One table for each term; people are files in people/.\n\
                 # [[member]]\n# person = \"ada-example\"\n# role = \"chair\"\n# from = {today}\n+++\n\n\
                 ## Purpose\n\nThe group keeps this record and answers for what stands in it.\n"
            ),
        ),
        (
            "writing-a-record.md",
            "+++\ntitle = \"How to write a record\"\nmenu = 1\n+++\n\n\
             Each record is one Markdown file. `candor new KIND \"Title\"` writes one with its keys and sections: \
             `candor new proposal \"Move the lists to a forum\"`, `candor new meeting \"Monthly meeting\"`. \
             `candor serve` shows it in the browser while you write, and `candor check` says what is missing.\n\n\
             What nobody knows is stated, not left out: `owner = { unknown = \"nobody has taken it yet\" }`. \
             What may not be shown is withheld, with a reason, an end and a decision: \
             `amount = { withheld = \"offers are being compared\", until = 2030-06-30, by = \"DEC-0001\" }`.\n\n\
             Tasks in the minutes are actions: `- [ ] @ada-example: ask for quotes (due 2030-05-11)`.\n"
                .to_owned(),
        ),
    ]
}
