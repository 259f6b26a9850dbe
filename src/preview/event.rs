//! What the preview has to say in the terminal.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use crate::diagnostic::human::one_line;
use crate::text::count;

/// What the preview has to say, one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The first pages are served.
    Serving {
        /// With a slash at its end.
        url: String,
        /// From the start of the preview to the first pages.
        took: Duration,
        /// How many findings are on the pages; `None` while they are still looked for.
        findings: Option<usize>,
    },
    /// Something changed, and the new pages are served.
    Changed {
        /// The changed files below the root, in the order of their paths; empty when the system did not say.
        paths: Vec<PathBuf>,
        /// From the first sign of the change to the new pages.
        took: Duration,
        /// `None` while they are still looked for.
        findings: Option<usize>,
    },
    /// The findings of the last change are on the pages.
    Completed {
        /// From the first sign of the change.
        took: Duration,
        /// How many findings are on the pages now.
        findings: usize,
    },
    /// Findings that were not there before the last change, one line each.
    Found(Vec<String>),
    /// The system cannot watch the folder; it is looked through twice a second instead.
    Polling(String),
    /// The new state could not be loaded, for a fault of the program; the last one is still served.
    Broken(String),
    /// The new state is served with the findings of the last one, for a fault of the program.
    NotCompleted(String),
    /// The browser did not open, for this reason; the pages are served all the same.
    NotOpened(String),
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let state = |took: &Duration, findings: &usize| {
            format!("{} ms, {}", took.as_millis(), count(*findings, "finding", "findings"))
        };
        let or_still_checking = |took: &Duration, findings: &Option<usize>| match findings {
            Some(findings) => state(took, findings),
            None => format!("{} ms, still checking", took.as_millis()),
        };
        match self {
            Event::Serving { url, took, findings } => {
                write!(f, "serving {url} ({}); Ctrl-C ends it", or_still_checking(took, findings))
            }
            Event::Changed { paths, took, findings } => {
                match &paths[..] {
                    [] => write!(f, "changed")?,
                    [path] => write!(f, "{}", one_line(&path.to_string_lossy()))?,
                    [path, rest @ ..] => write!(f, "{} and {} more", one_line(&path.to_string_lossy()), rest.len())?,
                }
                write!(f, ": {}", or_still_checking(took, findings))
            }
            Event::Completed { took, findings } => write!(f, "checked: {}", state(took, findings)),
            Event::Found(lines) => {
                let shown: Vec<String> = lines.iter().take(NEWS).map(|line| format!("  new: {line}")).collect();
                write!(f, "{}", shown.join("\n"))?;
                match lines.len().saturating_sub(NEWS) {
                    0 => Ok(()),
                    more => write!(f, "\n  and {more} more"),
                }
            }
            Event::Polling(why) => write!(f, "looking for changes twice a second, as the system cannot watch: {why}"),
            Event::Broken(why) => write!(f, "the last state is still served, as loading the new one failed: {why}"),
            Event::NotCompleted(why) => {
                write!(f, "the findings are those of the last state, as checking the new one failed: {why}")
            }
            Event::NotOpened(why) => write!(f, "the browser did not open: {why}"),
        }
    }
}

/// How many new findings are named.
const NEWS: usize = 5;
