//! The dictionary: every form in order, each with the lists of its words. What a form shares with the one before is left out.

use super::numbers::{letter, push};

/// How many forms are in one file.
const FORMS: usize = 400;

/// A part of the dictionary.
pub(super) struct Part {
    /// Its first form.
    pub first: String,
    /// The number of the first list that no form before it leads to.
    pub next: usize,
    /// The forms, parted by blanks; each begins with a letter for how many it shares with the one before.
    pub forms: String,
    /// For each form its lists, each as two numbers. The first is twice how far the list lies before the next new one, 0 for that
    /// one itself, and one more where a further list follows; the second is how many units are on the list.
    pub lists: String,
}

/// The dictionary of `forms`, which are in order; `lengths` are those of the lists.
pub(super) fn parts(forms: &[(String, Vec<u32>)], lengths: &[usize]) -> Vec<Part> {
    let mut next = 0;
    let mut parts = Vec::new();
    for chunk in forms.chunks(FORMS) {
        let first = chunk[0].0.clone();
        let mut part = Part { first, next, forms: String::new(), lists: String::new() };
        let mut before = "";
        for (form, lists) in chunk {
            let shared = common(before, form);
            if !part.forms.is_empty() {
                part.forms.push(' ');
            }
            part.forms.push(letter(shared));
            part.forms.extend(form.chars().skip(shared));
            before = form;
            for (at, list) in lists.iter().enumerate() {
                let list = *list as usize;
                let is_new = list == next;
                let back = next - list;
                push(&mut part.lists, 2 * back + usize::from(at + 1 < lists.len()));
                push(&mut part.lists, lengths[list]);
                next += usize::from(is_new);
            }
        }
        parts.push(part);
    }
    parts
}

/// How many letters two texts begin with in common.
fn common(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}
