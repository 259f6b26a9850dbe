//! Footnotes: numbered in the order in which the text refers to them, each with the way back.

use std::collections::HashMap;
use std::fmt::Write;

/// More ways back than this help nobody.
const WAYS_BACK: usize = 20;

#[derive(Debug, Default)]
pub(super) struct Footnotes {
    by_label: HashMap<String, usize>,
    notes: Vec<Note>,
    referred: usize,
}

#[derive(Debug, Default)]
struct Note {
    /// From one; zero until something refers to it.
    number: usize,
    /// References that one can come back to.
    references: usize,
    body: Option<String>,
}

impl Footnotes {
    /// The next reference to `label`: the number to show, and which of the ways back leads here.
    /// `can_return` is `false` where a link cannot stand.
    pub(super) fn refer(&mut self, label: &str, can_return: bool) -> (usize, Option<usize>) {
        let at = self.at(label);
        let note = &mut self.notes[at];
        if note.number == 0 {
            self.referred += 1;
            note.number = self.referred;
        }
        let way_back = can_return && note.references < WAYS_BACK;
        note.references += usize::from(way_back);
        (note.number, way_back.then_some(note.references))
    }

    /// What the footnote `label` says. A second definition is added to the first, so that nothing in it is lost.
    pub(super) fn define(&mut self, label: &str, body: &str) {
        let at = self.at(label);
        self.notes[at].body.get_or_insert_default().push_str(body);
    }

    /// Whether something refers to `label`.
    pub(super) fn is_referred(&self, label: &str) -> bool {
        self.by_label.get(&label.to_lowercase()).is_some_and(|at| self.notes[*at].number > 0)
    }

    fn at(&mut self, label: &str) -> usize {
        let next = self.notes.len();
        let at = *self.by_label.entry(label.to_lowercase()).or_insert(next);
        if at == next {
            self.notes.push(Note::default());
        }
        at
    }

    /// The list at the end of the text; nothing when there are no footnotes.
    pub(super) fn write(self, out: &mut String) {
        let notes = self.in_order();
        if notes.is_empty() {
            return;
        }
        out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        for note in notes {
            let body = note.body.as_deref().unwrap_or_default().trim_end();
            let (body, end) = body.strip_suffix("</p>").map_or((body, ""), |body| (body, "</p>"));
            let _ = write!(out, "<li id=\"fn:{}\">{body}", note.number);
            for which in 1..=note.references {
                let id = reference_id(note.number, which);
                let _ = write!(
                    out,
                    " <a class=\"footnote-back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"Back to "
                );
                let _ = match which {
                    1 => write!(out, "reference {}\">↩</a>", note.number),
                    _ => write!(out, "reference {}, place {which}\">↩<sup>{which}</sup></a>", note.number),
                };
            }
            out.push_str(end);
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
    }

    /// Every id that [`Footnotes::write`] and the references leave in the output.
    pub(super) fn ids(self) -> Vec<String> {
        let mut ids = Vec::new();
        for note in self.in_order() {
            ids.push(format!("fn:{}", note.number));
            ids.extend((1..=note.references).map(|which| reference_id(note.number, which)));
        }
        ids
    }

    /// Those that have a text, by number; those that nothing refers to come last.
    fn in_order(self) -> Vec<Note> {
        let mut last = self.referred;
        let mut notes: Vec<Note> = self.notes.into_iter().filter(|note| note.body.is_some()).collect();
        for note in notes.iter_mut().filter(|note| note.number == 0) {
            last += 1;
            note.number = last;
        }
        notes.sort_by_key(|note| note.number);
        notes
    }
}

/// The id of a reference: `fnref:1`, then `fnref:1-2`.
pub(super) fn reference_id(number: usize, which: usize) -> String {
    if which == 1 { format!("fnref:{number}") } else { format!("fnref:{number}-{which}") }
}
