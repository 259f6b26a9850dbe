//! What a rule is given, and whether it asked what changed.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::change::{Change, Pair};
use crate::diagnostic::Diagnostic;
use crate::id::RecordId;
use crate::site::{Entry, JudgedStep, LineStep, Site};

/// What a rule may look at.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The site under review: the head, where there is a change.
    pub site: &'a Site,
    /// What the profile sets for the requirement that the rule's page names: days, a count or percents; zero where the page
    /// names none, or one that is no number.
    pub limit: i64,
    /// Reached by [`Facts::change`] alone, so that nobody looks at it unseen.
    change: Option<&'a Change<'a>>,
    asked: &'a Asked,
}

/// Whether somebody asked for the change. What is found without asking is found without the change too.
#[derive(Debug, Default)]
pub(super) struct Asked(AtomicBool);

impl Asked {
    /// What `find` gives, and whether it asked for the change on the way.
    pub(super) fn during<T>(find: impl FnOnce(&Asked) -> T) -> (T, bool) {
        let asked = Asked::default();
        let found = find(&asked);
        (found, asked.0.into_inner())
    }
}

impl<'a> Facts<'a> {
    /// What a rule is given that looks at `site`, by itself or with the `change` that led to it.
    pub(super) fn new(site: &'a Site, change: Option<&'a Change<'a>>, asked: &'a Asked) -> Facts<'a> {
        Facts { site, change, asked, limit: 0 }
    }

    /// The same for a requirement that is set to `limit`.
    #[must_use]
    pub fn with_limit(self, limit: i64) -> Facts<'a> {
        Facts { limit, ..self }
    }

    /// The change under review; `None` when the site is looked at by itself.
    pub fn change(&self) -> Option<&'a Change<'a>> {
        self.asked.0.store(true, Ordering::Relaxed);
        self.change
    }

    /// A finding about a record. The rule's name is filled in later.
    pub fn at(
        &self,
        entry: &Entry,
        span: impl Into<Option<crate::text::Span>>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new("", &entry.path, span, message)
    }

    /// The records that the change touches, before and after; none without a change.
    pub fn pairs(&self) -> &'a [Pair<'a>] {
        self.change().map_or(&[], |change| &change.pairs)
    }

    /// The step that the change takes by the line in which `entry` says where it stands; `None` where it takes none.
    pub fn line_step(&self, entry: &'a Entry) -> Option<LineStep<'a>> {
        if let Some(pair) = self.pair(entry) {
            return self.site.line_step(Some(pair.before), entry);
        }
        // Without the change the answer is the same for a record that is not new.
        self.change.filter(|change| change.added.iter().any(|it| it.at == entry.at))?;
        // Where no record kept such a line before, a group takes stock.
        let is_kept = self.change()?.base.of_kind(entry.kind()).any(|it| it.state_line.is_some());
        self.site.line_step(None, entry).filter(|_| is_kept)
    }

    /// The steps of `entry` that can be judged. Where the change adds the first one to a record that said otherwise where it
    /// stood, that is where this step comes from.
    pub fn judged_steps(&self, entry: &'a Entry) -> Vec<JudgedStep<'a>> {
        // Nobody asks for the change where it makes no difference.
        let is_derived = self.site.workflow_of(entry).is_some_and(|workflow| workflow.derived);
        let pair = if is_derived && !entry.events().is_empty() { self.pair(entry) } else { None };
        self.site.judged_steps_since(entry, pair.map(|pair| pair.before))
    }

    /// The record `entry` before and after the change; `None` when no change touches it.
    pub fn pair(&self, entry: &Entry) -> Option<&'a Pair<'a>> {
        // Without the change the answer is the same for a record that it does not touch.
        self.change.filter(|change| change.pair(entry).is_some())?;
        self.change()?.pair(entry)
    }

    /// The record whose file a finding is about.
    pub fn record(&self, finding: &Diagnostic) -> Option<&'a RecordId> {
        self.site.at_path(&finding.path).map(|entry| &entry.id)
    }
}
