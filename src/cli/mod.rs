//! The command line: one command per file. Arguments in, an exit code out; everything between is the library's.

mod adopt;
mod agenda;
mod branches;
mod build;
mod change;
mod check;
mod ci;
mod complete;
#[cfg(feature = "git")]
mod diff;
#[cfg(feature = "git")]
mod edition;
mod digest;
mod explain;
mod code_hosts;
mod init;
mod fix;
mod keys;
mod new;
mod profile;
mod query;
mod report;
mod schema;
#[cfg(feature = "serve")]
mod editor;
#[cfg(feature = "serve")]
mod serve;
mod theme;
mod env;
mod signals;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::text::{Date, parse_date};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it was asked to, and nothing that was found fails: the exit code is `0`.
    Clean,
    /// There are findings at the level that fails.
    Findings,
    /// The arguments or the configuration are wrong.
    Usage,
    /// The disk, the network, the system.
    Environment,
}

impl Outcome {
    /// The number with which the program ends: 0 to 3.
    fn code(self) -> u8 {
        match self {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Usage => 2,
            Outcome::Environment => 3,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(outcome.code())
    }
}

/// Publishes what a working group decides, spends and delivers.
///
/// Candor reads a folder of Markdown records with TOML front matter, checks that they are consistent with the group's own
/// rules, and renders a website with feeds. The folder is the one that holds candor.toml; without an argument it is looked
/// for here, in ./content and in the folders above.
#[derive(Parser, Debug)]
#[command(name = "candor", version, after_help = EXIT_CODES, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    #[command(flatten)]
    verbosity: Verbosity,
}

const EXIT_CODES: &str = "Exit codes: 0 clean, 1 findings at the failing level, 2 wrong usage or configuration, \
                          3 the environment (disk, network, port).\nColours follow the terminal and NO_COLOR.";

/// How much a command says.
#[derive(Args, Debug, Clone, Copy)]
pub struct Verbosity {
    /// Say nothing but what was asked for and what went wrong
    #[arg(long, short, global = true)]
    quiet: bool,

    /// Say what is being done and how long it took
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    verbose: bool,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Publish the site into a folder
    Build(build::Build),
    /// Check the record and say what is wrong
    Check(check::Check),
    /// Say what a change does to the record: steps, votes, amounts, terms, findings
    #[cfg(feature = "git")]
    Diff(diff::DiffCommand),
    /// Show the site while you write; the browser follows each save
    #[cfg(feature = "serve")]
    Serve(serve::Serve),
    /// Begin a new record of a group in a folder
    Init(init::Init),
    /// Bring a repository in that was never written for this: its minutes, people, decisions, tasks
    Adopt(adopt::Adopt),
    /// Write a new record with its keys and sections
    New(new::New),
    /// Print the minutes file of the next meeting with its agenda
    Agenda(agenda::Agenda),
    /// Print the report on a period as a record
    Report(report::Report),
    /// Print records as JSON, one on each line, filtered by kind, state, holder and day
    Query(query::Query),
    /// Say what a rule flags and why, with examples; without a name, list the rules
    Explain(explain::Explain),
    /// Print a workflow profile: states, steps and who takes them, what is asked of whom
    Profile(profile::ProfileCommand),
    /// Print the keys of a kind of record: what each takes, when it is required, an example
    Keys(keys::Keys),
    /// Print the keys of a kind of record as JSON Schema
    Schema(schema::Schema),
    /// Print a file of the built-in theme, or the list of them and of what templates are given
    Theme(theme::Theme),
    /// Print the completions for a shell
    Completions(complete::Completions),
    /// Print the manual page
    Man(complete::Man),
}

/// Runs the command in `arguments`, the first of which is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no mistakes.
            let outcome = if error.use_stderr() { Outcome::Usage } else { Outcome::Clean };
            let printed = error.print().and_then(|()| std::io::stdout().flush());
            return printed.map_or_else(|error| env::unwritable(&error), |()| outcome).into();
        }
    };
    let verbosity = arguments.verbosity;
    let outcome = match arguments.command {
        Command::Build(it) => it.run(verbosity),
        Command::Check(it) => it.run(verbosity),
        #[cfg(feature = "git")]
        Command::Diff(it) => it.run(verbosity),
        #[cfg(feature = "serve")]
        Command::Serve(it) => it.run(verbosity),
        Command::Init(it) => it.run(verbosity),
        Command::Adopt(it) => it.run(verbosity),
        Command::New(it) => it.run(verbosity),
        Command::Agenda(it) => it.run(verbosity),
        Command::Report(it) => it.run(verbosity),
        Command::Query(it) => it.run(verbosity),
        Command::Explain(it) => it.run(),
        Command::Profile(it) => it.run(verbosity),
        Command::Keys(it) => it.run(),
        Command::Schema(it) => it.run(),
        Command::Theme(it) => it.run(verbosity),
        Command::Completions(it) => it.run(),
        Command::Man(it) => it.run(),
    };
    outcome.into()
}

/// In which form findings are printed.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people: the place, the line, the help
    Human,
    /// For programs: one document, its shape versioned
    Json,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: ten annotations of the pull request, the most important first, and the summary of the run
    Github,
    /// For GitLab: a Code Quality report, which GitLab compares with that of the target branch, so that it holds all findings
    Gitlab,
    /// For other hosts and editors: the XML of Checkstyle; with a base, of the change alone
    Checkstyle,
}

/// In which form something that is no list of findings is printed.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// For people
    Human,
    /// For programs
    Json,
}

/// `2021-04-27`, or the words for why it is none.
fn day(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "a day is written as 2021-04-27".to_owned())
}
