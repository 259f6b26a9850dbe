//! A finding as a value: what is wrong with the record, where, and what its author can type to mend it.
//!
//! Wrong content is never an error of the program. Every stage that reads content returns diagnostics beside its value;
//! the printers, one per file, turn the same values into text for people and for machines.

pub mod checkstyle;
mod fingerprints;
pub mod fix;
pub mod github;
pub mod gitlab;
pub mod human;
pub mod json;
mod lines;
pub mod sarif;

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::id::ContentPath;
use crate::text::Span;

/// How much a finding weighs. Ordered: an error is greater than a warning, a warning than a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Known and no fault: a gap that the author states, or a matter of form. It fails no check.
    Note,
    /// Worth a look; it does not fail a check by itself.
    Warning,
    /// Wrong, so that a check fails.
    Error,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        })
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Another place that the finding speaks of, with what stands there: `the term ended here`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The file that holds the place.
    pub path: ContentPath,
    /// The bytes of that file that the finding speaks of.
    pub span: Span,
    /// What stands there, in a few words in lower case.
    pub text: String,
}

/// What a finding is about beside its place: a key of a record, or a record as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The file of the record.
    pub path: ContentPath,
    /// `comment.closes`; `event.2` for the third event, `step.2` for the step that it takes. `None` for the whole record.
    pub key: Option<String>,
}

impl Subject {
    /// Whether one of the two is the other or holds it: `comment` and `comment.closes`.
    pub fn meets(&self, other: &Subject) -> bool {
        let holds = |outer: &str, inner: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.path == other.path
            && self.key.as_ref().zip(other.key.as_ref()).is_none_or(|(one, two)| holds(one, two) || holds(two, one))
    }
}

/// How a finding relates to the base revision that a change starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BaselineState {
    /// The change brought it in.
    New,
    /// It was there before.
    Existing,
    /// It was there before, and the change moves the state of its record, which an error blocks.
    BlocksStep,
    /// It was there before, and the change fixed it.
    Fixed,
}

impl BaselineState {
    /// In the words of the reports: `was there before the change`.
    pub fn as_words(self) -> &'static str {
        match self {
            BaselineState::New => "new in this change",
            BaselineState::Existing => "was there before the change",
            BaselineState::BlocksStep => "was there before the change, and blocks the step that the record takes",
            BaselineState::Fixed => "fixed",
        }
    }
}

/// What mends a finding, as edits of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in the imperative: `write the id in place of the alias`.
    pub title: String,
    /// In the order of the places; no two overlap.
    pub edits: Vec<Edit>,
    /// Whether nothing but the intended can come of it, so that it can be applied unseen. Else it is shown as a patch.
    pub is_safe: bool,
}

impl Fix {
    /// A fix that can be applied unseen.
    pub fn safe(title: impl Into<String>, edits: Vec<Edit>) -> Fix {
        Fix { title: title.into(), edits, is_safe: true }
    }

    /// A fix that its author looks at first.
    pub fn patch(title: impl Into<String>, edits: Vec<Edit>) -> Fix {
        Fix { title: title.into(), edits, is_safe: false }
    }
}

/// Text that takes the place of other text in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The file that is edited.
    pub path: ContentPath,
    /// What goes; empty where text is only put in.
    pub span: Span,
    /// What comes in its place; empty where text is only taken out.
    pub text: String,
}

impl Edit {
    /// An edit of the file at `path` that puts `text` in the place of `span`.
    pub fn new(path: &ContentPath, span: Span, text: impl Into<String>) -> Edit {
        Edit { path: path.clone(), span, text: text.into() }
    }
}

/// One thing that is wrong in one place. A copy shares what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    contents: Arc<Contents>,
    /// `None` when the record is looked at by itself.
    pub baseline_state: Option<BaselineState>,
}

/// What a [`Diagnostic`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The rule's name in kebab case: what it flags.
    pub rule: &'static str,
    /// How much it weighs: an error from [`Diagnostic::new`], until the configuration sets another level.
    pub level: Level,
    /// The file; a finding about the whole site names `candor.toml`.
    pub path: ContentPath,
    /// Where in the file; `None` when the whole file is meant.
    pub span: Option<Span>,
    /// The fact, in lower case and without a full stop, names in backticks.
    pub message: String,
    /// What it is about, where its place does not say that: the section that is missing. Two findings of one rule at one place
    /// are told apart by it. `None` where the place says it.
    pub about: Option<String>,
    /// Whether it is made once for several records, at the first of them. Then what it is about tells it from the others of its
    /// rule, and its place does not.
    pub is_for_several: bool,
    /// What it is about, so that it can be told whether it and another one follow from the same fact; empty where nothing
    /// else does. They are not printed.
    pub subjects: Vec<Subject>,
    /// Other places that belong to it, in the order in which they are told.
    pub labels: Vec<Label>,
    /// What to type.
    pub help: Option<String>,
    /// The clause that the rule serves, where it depends on the case; else the rule's page names it.
    pub clause: Option<String>,
    /// What mends it; `None` when only its author can.
    pub fix: Option<Fix>,
}

impl Deref for Diagnostic {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        &self.contents
    }
}

/// What is changed is no longer shared.
impl DerefMut for Diagnostic {
    fn deref_mut(&mut self) -> &mut Contents {
        Arc::make_mut(&mut self.contents)
    }
}

impl Diagnostic {
    /// A finding at the level of an error; the configuration may set another level later.
    pub fn new(
        rule: &'static str,
        path: &ContentPath,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
    ) -> Diagnostic {
        let contents = Contents {
            rule,
            level: Level::Error,
            path: path.clone(),
            span: span.into(),
            message: message.into(),
            about: None,
            is_for_several: false,
            subjects: Vec::new(),
            labels: Vec::new(),
            help: None,
            clause: None,
            fix: None,
        };
        Diagnostic { contents: Arc::new(contents), baseline_state: None }
    }

    /// The same as a finding about `what`, which has no place because it is not there.
    pub fn about(mut self, what: impl Into<String>) -> Diagnostic {
        self.about = Some(what.into());
        self
    }

    /// The same as the one finding for several records that have `what` in common; it stands at the first of them.
    pub fn for_several(mut self, what: impl Into<String>) -> Diagnostic {
        self.is_for_several = true;
        self.about(what)
    }

    /// The same with another subject: `key` of the record at `path`, or the whole record.
    pub fn concerning(mut self, path: &ContentPath, key: impl Into<Option<String>>) -> Diagnostic {
        self.subjects.push(Subject { path: path.clone(), key: key.into() });
        self
    }

    /// The same with `help` as what to type, in place of any that it had.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The same with `clause` as the one that it serves, in place of any that it had.
    pub fn clause(mut self, clause: impl Into<String>) -> Diagnostic {
        self.clause = Some(clause.into());
        self
    }

    /// The same with the clause that it serves, where one is known; it keeps its own otherwise.
    pub fn cited(mut self, clause: Option<impl Into<String>>) -> Diagnostic {
        if let Some(clause) = clause {
            self.clause = Some(clause.into());
        }
        self
    }

    /// The same with `fix` as what mends it, in place of any that it had.
    pub fn fix(mut self, fix: Fix) -> Diagnostic {
        self.fix = Some(fix);
        self
    }

    /// The same at `level`.
    pub fn at_level(mut self, level: Level) -> Diagnostic {
        self.level = level;
        self
    }

    /// The same with what `set` makes of it.
    pub fn with(mut self, set: impl FnOnce(&mut Contents)) -> Diagnostic {
        set(&mut self);
        self
    }

    /// The same with how it relates to the base revision.
    pub fn baseline(mut self, state: impl Into<Option<BaselineState>>) -> Diagnostic {
        self.baseline_state = state.into();
        self
    }

    /// The same with `text` at another place; as it is, where that is nowhere.
    pub fn label(mut self, path: &ContentPath, span: impl Into<Option<Span>>, text: impl Into<String>) -> Diagnostic {
        self.labels.extend(span.into().map(|span| Label { path: path.clone(), span, text: text.into() }));
        self
    }

    /// The same with every one of `places` that is somewhere.
    pub fn labels<'a, S: Into<Option<Span>>, T: Into<String>>(
        self,
        places: impl IntoIterator<Item = (&'a ContentPath, S, T)>,
    ) -> Diagnostic {
        places.into_iter().fold(self, |finding, (path, span, text)| finding.label(path, span, text))
    }

    /// The same with what mends it, where something does.
    pub fn mended_by(mut self, fix: Option<Fix>) -> Diagnostic {
        if fix.is_some() {
            self.fix = fix;
        }
        self
    }

    /// The files at which it points: its own, then those of its labels and of the edits that fix it.
    pub fn paths(&self) -> impl Iterator<Item = &ContentPath> {
        let edits = self.fix.iter().flat_map(|fix| &fix.edits).map(|edit| &edit.path);
        [&self.path].into_iter().chain(self.labels.iter().map(|label| &label.path)).chain(edits)
    }

    /// Whether it says the same of the same file as `other`, wherever in that it points.
    pub fn says_the_same(&self, other: &Diagnostic) -> bool {
        (self.rule, self.level, &self.path, &self.message) == (other.rule, other.level, &other.path, &other.message)
    }

    /// By place, then by rule: the order of every report.
    pub fn order(&self, other: &Diagnostic) -> std::cmp::Ordering {
        (&self.path, self.span, self.rule, &self.message).cmp(&(&other.path, other.span, other.rule, &other.message))
    }
}
