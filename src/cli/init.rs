//! `candor init`: the beginnings of a record in a folder.

use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::config::FILE;
use crate::document::group::GroupType;
use crate::document::{Rung, vocabulary};
use crate::fields::At;
use crate::id::ContentPath;
use crate::text::{Date, Span, ascii_slug, did_you_mean, nearest};
use crate::tree::Tree;
use crate::workflow::{BUILT_IN, Profile};

use super::ci::{self, Host};
use super::env::{fail, folder, has_reader, print, say_aside, today};
use super::new::write_new;
use super::{Outcome, Verbosity, day};

/// Begin a new record of a group in a folder
///
/// Writes candor.toml, a home page, the group itself and a page for authors. Nothing that is already there is changed.
#[derive(Args, Debug)]
pub(super) struct Init {
    /// The folder; made when it is not there [default: this one; with --ci that of the record around it]
    dir: Option<PathBuf>,

    /// The workflow that the group follows
    #[arg(long, value_name = "NAME", default_value = "base")]
    profile: String,

    /// How much of the model the group begins with: record, decisions, money or procurement; what the record holds beyond it
    /// is asked for by itself [default: what is answered on a terminal, else record]
    #[arg(long, value_name = "NAME", value_parser = rung)]
    rung: Option<Rung>,

    /// What the site is called [default: the folder's name]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// What the group is called [default: the title of the site]
    #[arg(long, value_name = "NAME")]
    group: Option<String>,

    /// The day that the record begins with [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,

    /// Write what a code host runs, too: checks and comments pull requests, publishes, and looks at the record once a day
    ///
    /// The files go to the root of the git repository. Where a record has begun, they alone are written.
    #[arg(long, value_enum, value_name = "HOST")]
    ci: Option<Host>,

    /// The branch that the site is published from [default: the one that the remote names]
    #[arg(long, value_name = "NAME", requires = "ci")]
    branch: Option<String>,

    /// The address of the release of candor that CI fetches: a .tar.gz for Linux on x86-64
    #[arg(long, value_name = "URL", requires = "ci", value_parser = ci::address)]
    binary: Option<String>,

    /// The SHA-256 of that release, as the file SHA256SUMS beside it says
    #[arg(long, value_name = "HEX", requires = "binary", value_parser = ci::checksum)]
    sha256: Option<String>,
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
        let dir = match self.folder() {
            Ok(dir) => dir,
            Err(why) => return fail(Outcome::Usage, why),
        };
        let title = self.title.clone().unwrap_or_else(|| folder_name(&dir));
        let group = self.group.clone().unwrap_or_else(|| title.clone());
        let key = match self.group.as_deref().map(ascii_slug) {
            Some(key) if key.is_empty() => {
                return fail(Outcome::Usage, "the name of the group has no letters to name its file by");
            }
            key => key.unwrap_or_else(|| "our-group".to_owned()),
        };
        // A record that has begun keeps the groups and the rung that it has.
        let has_begun = dir.join(FILE).is_file();
        let rung = self.rung.unwrap_or_else(|| if has_begun { Rung::Record } else { asked_for(verbosity) });
        let has_groups = has_begun && dir.join("groups").is_dir();
        let mut texts: Vec<(PathBuf, String)> = Vec::new();
        if !has_begun || self.ci.is_none() {
            let files = files(&title, (&key, &group), &self.profile, rung, today(self.today));
            let is_wanted = |(name, _): &(String, String)| !has_groups || !name.starts_with("groups/");
            texts.extend(files.into_iter().filter(is_wanted).map(|(name, text)| (dir.join(name), text)));
        }
        if let Some(host) = self.ci {
            let binary = (self.binary.as_deref().unwrap_or_default(), self.sha256.as_deref().unwrap_or_default());
            match ci::files(host, &dir, self.branch.as_deref(), binary) {
                Ok(files) => texts.extend(files),
                Err(why) => return fail(Outcome::Usage, why),
            }
        }
        self.write(&dir, &texts, verbosity)
    }

    /// The folder that is meant. With `--ci` and no name, that of the record around this place.
    ///
    /// # Errors
    /// When there is none around it but one below: a second one must not begin by standing in the wrong folder.
    fn folder(&self) -> Result<PathBuf, String> {
        let (near, host) = match (&self.dir, self.ci) {
            (Some(named), _) => return Ok(named.clone()),
            (None, None) => return Ok(PathBuf::from(".")),
            (None, Some(host)) => (folder(None), host),
        };
        let Some(below) = ci::record_below(&near).filter(|_| !near.join(FILE).is_file()) else { return Ok(near) };
        Err(format!(
            "there is a record in {0}; name it, as in `candor init {0} --ci {1}`, or `.` to begin another one here",
            below.display(),
            host.name()
        ))
    }

    /// Writes each file that is not there yet.
    fn write(&self, dir: &Path, texts: &[(PathBuf, String)], verbosity: Verbosity) -> Outcome {
        let mut wrote = 0;
        for (path, text) in texts {
            match write_new(path, text) {
                Ok(()) => {
                    wrote += 1;
                    print(format_args!("{}\n", path.display()));
                }
                // A file in the place of its folder is something else.
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && path.symlink_metadata().is_ok() => {
                    let is_same = std::fs::read_to_string(path).is_ok_and(|there| there == *text);
                    let which = if is_same { "" } else { " with another text" };
                    say_aside(format_args!("{} is there already{which} and stays as it is", path.display()));
                }
                Err(error) => return fail(Outcome::Environment, format_args!("{}: {error}", path.display())),
            }
        }
        if !verbosity.quiet && wrote > 0 {
            let dir = if dir == Path::new(".") { String::new() } else { format!(" {}", dir.display()) };
            if let Some(host) = self.ci {
                say_aside(host.what_is_left(texts));
            }
            say_aside(format_args!(
                "Next:\n  candor serve{dir}\n  candor new person \"Your Name\"{dir}\n  candor check{dir}"
            ));
        }
        Outcome::Clean
    }
}

/// What a site in the folder `dir` is called when nobody says.
fn folder_name(dir: &Path) -> String {
    let absolute = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let name = absolute.file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| "Our group".to_owned())
}

/// The rung that `text` names, or the words for what was meant.
fn rung(text: &str) -> Result<Rung, String> {
    let names = || Rung::ALL.iter().map(|rung| rung.as_str());
    Rung::ALL.iter().copied().find(|rung| rung.as_str() == text).ok_or_else(|| match nearest(text, names()) {
        Some(meant) => did_you_mean(meant),
        None => format!("there are {}", names().collect::<Vec<_>>().join(", ")),
    })
}

/// The rung that the person at the terminal chooses; the lowest where nobody sits there or nothing is answered.
fn asked_for(verbosity: Verbosity) -> Rung {
    let lowest = Rung::default();
    if !has_reader() || !std::io::stdin().is_terminal() {
        if !verbosity.quiet {
            say_aside(format_args!(
                "The record begins on the rung `{lowest}`: {}. What it holds beyond that is asked for by itself; `--rung` \
                 names another.",
                lowest.about()
            ));
        }
        return lowest;
    }
    let width = Rung::ALL.iter().map(|rung| rung.as_str().len()).max().unwrap_or_default();
    say_aside("How much does the group begin with? What the record holds beyond it is asked for by itself.");
    for (at, it) in Rung::ALL.iter().enumerate() {
        say_aside(format_args!("  {}  {:width$}  {}", at + 1, it.as_str(), it.about()));
    }
    say_aside(format_args!("A number or a name, or nothing for `{lowest}`:"));
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        match chosen(line.trim()) {
            Ok(rung) => return rung,
            Err(help) => say_aside(format_args!("{help}; write a number or a name:")),
        }
    }
    lowest
}

/// The rung that an answer names: by its number from one, by its name, or by saying nothing.
fn chosen(answer: &str) -> Result<Rung, String> {
    let by_number = answer.parse::<usize>().ok().and_then(|number| Rung::ALL.get(number.checked_sub(1)?)).copied();
    match (answer.is_empty(), by_number) {
        (true, _) => Ok(Rung::default()),
        (false, Some(rung)) => Ok(rung),
        (false, None) => rung(&answer.to_lowercase()),
    }
}

/// Whether the built-in profile `name` asks a working group for people who have certain duties.
fn has_duties(name: &str) -> bool {
    let path = ContentPath::parse(FILE).expect("a plain file name is a path");
    let named = At { value: name.to_owned(), span: Span::new(0, 0) };
    let (profile, _) = Profile::load(&[named], &Tree::fixture(""), &path, &vocabulary());
    profile.group(GroupType::WorkingGroup.as_str()).is_some_and(|asked| !asked.duties.is_empty())
}

/// The files of a record that begins, each with its path and its text.
fn files(title: &str, (key, group): (&str, &str), profile: &str, rung: Rung, today: Date) -> Vec<(String, String)> {
    vec![
        (".gitignore".to_owned(), "# What `candor build` writes.\n/site/\n".to_owned()),
        (FILE.to_owned(), configuration(title, key, profile, rung)),
        (
            "index.md".to_owned(),
            "+++\ntitle = \"Where things stand\"\n+++\n\n\
             This is the public record of our group: what it decides, spends and delivers.\n"
                .to_owned(),
        ),
        (format!("groups/{key}.md"), group_page(group, profile, rung, today)),
        ("editors/writing-a-record.md".to_owned(), manual(rung)),
    ]
}

fn configuration(title: &str, key: &str, profile: &str, rung: Rung) -> String {
    let (title, profile) = (quoted(title), quoted(profile));
    let rungs: String = Rung::ALL.iter().map(|it| format!("#   {}: {}\n", it.as_str(), it.about())).collect();
    let tracker = match rung {
        Rung::Record => "",
        Rung::Decisions | Rung::Money | Rung::Procurement => {
            "\n# What `#27` in a text means.\n\
             # [[tracker]]\n\
             # url = \"https://github.com/example/record/issues/\"\n"
        }
    };
    format!(
        "# What the site is called, and which workflow the group follows.\n\
         title = {title}\n\
         profile = [{profile}]\n\n\
         # How much of it the group begins with. What the record holds beyond that is asked for by itself.\n\
         {rungs}\
         rung = \"{rung}\"\n\
         group = \"{key}\"\n\n\
         # Where the site is published; feeds and search engines need it.\n\
         # base_url = \"https://example.org/\"\n\n\
         # Where the sources can be seen, for links from each page.\n\
         # repository = \"https://github.com/example/record\"\n\
         {tracker}"
    )
}

fn group_page(group: &str, profile: &str, rung: Rung, today: Date) -> String {
    let duty = match rung > Rung::Record && has_duties(profile) {
        true => {
            "# In place of this line one table for each duty, at the end; `candor profile` lists those that are asked for.\n\
             duty = { unknown = \"not given to anybody yet\" }\n\
             # [[duty]]\n# area = \"releases\"\n# holders = [\"ada-example\"]\n"
        }
        false => "",
    };
    format!(
        "+++\nname = {}\nsummary = \"The group whose record this is.\"\n\
         type = \"working-group\"\n\n\
         # How the group is reached: \"https://…\" or \"mailto:…\".\n\
         contact = {{ unknown = \"not stated yet\" }}\n\
         # In place of this line one table for each term, at the end; people are files in people/.\n\
         member = {{ unknown = \"not listed yet\" }}\n\
         # [[member]]\n# person = \"ada-example\"\n# role = \"chair\"\n# from = {today}\n\
         {duty}+++\n\n\
         ## Purpose\n\nThe group keeps this record and answers for what stands in it.\n",
        quoted(group)
    )
}

fn manual(rung: Rung) -> String {
    let first = match rung {
        Rung::Record => "`candor new meeting \"Monthly meeting\"`, `candor new person \"Ada Example\"`",
        Rung::Decisions | Rung::Money | Rung::Procurement => {
            "`candor new proposal \"Move the lists to a forum\"`, `candor new meeting \"Monthly meeting\"`"
        }
    };
    let withheld = match rung {
        Rung::Record | Rung::Decisions => "",
        Rung::Money | Rung::Procurement => {
            " What may not be shown is withheld, with a reason, an end and a decision: \
             `amount = { withheld = \"offers are being compared\", until = 2030-06-30, by = \"DEC-0001\" }`."
        }
    };
    format!(
        "+++\ntitle = \"How to write a record\"\n+++\n\n\
         Each record is one Markdown file. `candor new KIND \"Title\"` writes one with its keys and sections: {first}. \
         `candor serve` shows it in the browser while you write, and `candor check` says what is missing.\n\n\
         What nobody knows is stated, not left out: `host = {{ unknown = \"the minutes do not say\" }}`.{withheld}\n\n\
         Tasks in the minutes are actions: `- [ ] @ada-example: ask for quotes (due 2030-05-11)`.\n"
    )
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
