//! `candor init`: the beginnings of a record in a folder.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::config::FILE;
use crate::text::{Date, did_you_mean, nearest};
use crate::workflow::BUILT_IN;

use super::env::{fail, print, say_aside, today};
use super::new::{ascii_slug, write_new};
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

    /// What the group is called [default: the title of the site]
    #[arg(long, value_name = "NAME")]
    group: Option<String>,

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
        let group = self.group.clone().unwrap_or_else(|| title.clone());
        let key = match self.group.as_deref().map(ascii_slug) {
            Some(key) if key.is_empty() => {
                return fail(Outcome::Usage, "the name of the group has no letters to name its file by");
            }
            key => key.unwrap_or_else(|| "our-group".to_owned()),
        };
        // A record that has begun keeps the groups that it has.
        let has_begun = self.dir.join(FILE).is_file();
        let mut wrote = 0;
        for (name, text) in files(&title, (&key, &group), &self.profile, today(self.today)) {
            let path = self.dir.join(&name);
            if has_begun && name.starts_with("groups/") && self.dir.join("groups").is_dir() && !path.is_file() {
                continue;
            }
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
            let dir = self.dir.display();
            let dir = if self.dir == Path::new(".") { String::new() } else { format!(" {dir}") };
            say_aside(format_args!(
                "Next:\n  candor serve{dir}\n  candor new person \"Your Name\"{dir}\n  candor check{dir}"
            ));
        }
        Outcome::Clean
    }

    fn folder_name(&self) -> String {
        let absolute = std::path::absolute(&self.dir).unwrap_or_else(|_| self.dir.clone());
        let name = absolute.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_else(|| "Our group".to_owned())
    }
}

fn files(title: &str, (key, group): (&str, &str), profile: &str, today: Date) -> Vec<(String, String)> {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let (title, group) = (quoted(title), quoted(group));
    vec![
        (".gitignore".to_owned(), "# What `candor build` writes.\n/site/\n".to_owned()),
        (
            FILE.to_owned(),
            format!(
                "# What the site is called, and which workflow the group follows.\n\
                 title = {title}\n\
                 profile = [{}]\n\
                 group = \"{key}\"\n\n\
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
            "index.md".to_owned(),
            "+++\ntitle = \"Where things stand\"\n+++\n\n\
             This is the public record of our group: what it decides, spends and delivers. \
             [How to write a record](writing-a-record.md) says how it grows.\n"
                .to_owned(),
        ),
        (
            format!("groups/{key}.md"),
            format!(
                "+++\nname = {group}\nsummary = \"The group whose record this is.\"\n\
                 type = \"working-group\"\n\n\
                 # How the group is reached: \"https://…\" or \"mailto:…\".\n\
                 contact = {{ unknown = \"not stated yet\" }}\n\
                 # In place of this line one table for each term, at the end; people are files in people/.\n\
                 member = {{ unknown = \"not listed yet\" }}\n\
                 # [[member]]\n# person = \"ada-example\"\n# role = \"chair\"\n# from = {today}\n+++\n\n\
                 ## Purpose\n\nThe group keeps this record and answers for what stands in it.\n"
            ),
        ),
        (
            "writing-a-record.md".to_owned(),
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
