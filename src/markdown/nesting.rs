//! The elements that raw HTML opened and did not close yet. Whatever an author leaves open or closes twice, the output nests.
//!
//! `base` is how many were open when the innermost element of Markdown began: raw HTML within it cannot close what is around it.

use super::sanitise::{Content, Element, Place};

#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<Open>,
    /// How many of them keep their text as it is.
    verbatim: usize,
}

#[derive(Debug)]
struct Open {
    element: &'static Element,
    name: &'static str,
    holds: Holds,
}

/// What an element has in it so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    Nothing,
    /// What comes before all else in a table.
    Caption,
    Something,
}

/// Elements that come first in their parent, with what may be before them.
const FIRST: &[(&str, Holds)] = &[("summary", Holds::Nothing), ("caption", Holds::Nothing), ("thead", Holds::Caption)];

/// In these, nothing that is named becomes a link.
const VERBATIM: &[&str] = &["a", "code", "kbd", "pre", "samp", "var"];

impl Nesting {
    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    pub(super) fn is_verbatim(&self) -> bool {
        self.verbatim > 0
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.verbatim > 0 && self.open.iter().any(|open| open.name == "a")
    }

    /// Whether an element is open in which one of `place` may stand.
    pub(super) fn holds_one_of(&self, base: usize, place: Place) -> bool {
        match place {
            Place::In(parents) => self.open[base..].iter().any(|open| parents.contains(&open.element.name)),
            Place::Line | Place::Block => true,
        }
    }

    /// Makes room for `element`, closing what it cannot stand in; `false` when it cannot stand here at all.
    /// `takes_blocks` says whether the innermost element of Markdown does.
    pub(super) fn admit(&mut self, out: &mut String, base: usize, element: &Element, takes_blocks: bool) -> bool {
        match element.place {
            Place::Line => self.before_line(out, base),
            Place::Block if !takes_blocks => return false,
            Place::Block => self.before_block(out, base),
            Place::In(parents) => {
                let parent = self.open[base..].iter().rposition(|open| parents.contains(&open.element.name));
                let Some(at) = parent.map(|at| base + at) else { return false };
                let latest = FIRST.iter().find(|(name, _)| *name == element.name).map(|(_, latest)| *latest);
                if latest.is_some_and(|latest| self.open[at].holds > latest) {
                    return false;
                }
                self.close_to(out, at + 1);
                self.open[at].holds = if element.name == "caption" { Holds::Caption } else { Holds::Something };
            }
        }
        true
    }

    /// Notes that the start tag of `element` was written as `name`.
    pub(super) fn push(&mut self, element: &'static Element, name: &'static str) {
        self.verbatim += usize::from(VERBATIM.contains(&name));
        self.open.push(Open { element, name, holds: Holds::Nothing });
    }

    /// Before a block of Markdown or HTML: closes lines and tables that it cannot stand in.
    pub(super) fn before_block(&mut self, out: &mut String, base: usize) {
        while self.open.len() > base && self.open.last().is_some_and(|open| open.element.content != Content::Blocks) {
            self.pop(out);
        }
        self.settle(out, base);
    }

    /// Before text or an element of a line: closes tables and lists that hold none.
    pub(super) fn before_line(&mut self, out: &mut String, base: usize) {
        while self.open.len() > base && self.open.last().is_some_and(|open| open.element.content == Content::Parts) {
            self.pop(out);
        }
        self.settle(out, base);
    }

    /// Writes the end tag `name`, and those of what stands open in it; `false`, and nothing written, when it is not open here.
    pub(super) fn close(&mut self, out: &mut String, base: usize, name: &str) -> bool {
        let found = self.open[base..].iter().rposition(|open| open.element.name.eq_ignore_ascii_case(name));
        if let Some(at) = found {
            self.close_to(out, base + at);
        }
        found.is_some()
    }

    /// Whether the element `name` is open, here or around it.
    pub(super) fn is_open(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.element.name == name)
    }

    /// Closes until `count` are left.
    pub(super) fn close_to(&mut self, out: &mut String, count: usize) {
        while self.open.len() > count {
            self.pop(out);
        }
    }

    fn pop(&mut self, out: &mut String) {
        let Some(open) = self.open.pop() else { return };
        self.verbatim -= usize::from(VERBATIM.contains(&open.name));
        if open.holds == Holds::Nothing {
            out.push_str(needed(open.name));
        }
        out.push_str("</");
        out.push_str(open.name);
        out.push('>');
    }

    /// Notes that something comes into the innermost element.
    fn settle(&mut self, out: &mut String, base: usize) {
        if self.open.len() > base
            && let Some(open) = self.open.last_mut()
        {
            if open.holds == Holds::Nothing && open.name == "details" {
                out.push_str(needed(open.name));
            }
            open.holds = Holds::Something;
        }
    }
}

/// What must stand in the element `name` whatever the author left out: something to open it by, a cell.
fn needed(name: &str) -> &'static str {
    match name {
        "details" => "<summary>Details</summary>",
        "tr" => "<td></td>",
        _ => "",
    }
}
