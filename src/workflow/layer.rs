//! One profile of those that lie one over the other, and where its findings stand.

use std::collections::BTreeSet;

use super::written::Written;
use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::text::Span;

/// One profile in the pile.
pub(super) struct Layer {
    /// What `candor.toml` or `extends` calls it: `llvm-iwg`, `ours.toml`.
    pub key: String,
    /// What it calls itself.
    pub name: String,
    pub written: Written,
    /// The layers that it wins over, as indices.
    pub over: BTreeSet<usize>,
    /// Where its text lies.
    pub place: LayerPlace,
}

/// Where the text of a profile lies.
pub(super) enum LayerPlace {
    /// Beside `candor.toml`.
    File(ContentPath),
    /// `candor.toml`, and where it lists the profile, or the one that builds on it.
    BuiltIn(ContentPath, Option<Span>),
}

impl Layer {
    /// The file that `span` lies in; `None` for built-in profiles, whose text the author does not have.
    pub(super) fn file(&self) -> Option<&ContentPath> {
        match &self.place {
            LayerPlace::File(path) => Some(path),
            LayerPlace::BuiltIn(..) => None,
        }
    }

    /// A finding at `span` of this profile.
    pub(super) fn finding(&self, rule: &'static str, span: Span, message: String) -> Diagnostic {
        match &self.place {
            LayerPlace::File(path) => Diagnostic::new(rule, path, span, message),
            LayerPlace::BuiltIn(config, listed) => {
                Diagnostic::new(rule, config, *listed, format!("in the profile `{}`: {message}", self.name))
            }
        }
    }
}
