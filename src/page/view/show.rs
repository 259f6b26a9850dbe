//! How the values of fields look: one way for each type, so that a row names its field and no more.

use crate::document::shared::Window;
use crate::fields::{Field, Link, List, Moment, OneOf, Ref, Word};
use crate::text::{Date, Money};
use crate::words;

use super::View;
use super::part::Part;
use super::spelling;

/// A value of a field as a page shows it.
pub(crate) trait Show {
    /// One part for each value that it holds, in the order in which they are written.
    fn parts(&self, view: &View) -> Vec<Part>;
}

impl View<'_> {
    /// What a field holds, each type in its own way; gaps say why. Empty when the key is absent.
    pub(crate) fn show<T: Show>(&self, field: &Field<T>) -> Vec<Part> {
        self.field(field, |value| value.parts(self))
    }

    /// What a field holds: `show` says how a stated value looks; gaps say why. Empty when the key is absent.
    pub(crate) fn field<T>(&self, field: &Field<T>, show: impl FnOnce(&T) -> Vec<Part>) -> Vec<Part> {
        match field {
            Field::Absent | Field::Unreadable(_) => Vec::new(),
            Field::Stated(value) => show(&value.value),
            Field::Unknown(unknown) => vec![Part::unknown(unknown)],
            Field::Withheld(withheld) => vec![self.withheld(withheld)],
        }
    }

    /// A number of days.
    pub(crate) fn days(&self, field: &Field<u32>) -> Vec<Part> {
        self.field(field, |days| vec![Part::text(words::days(days))])
    }

    /// An organization or a person by its slug, else the words as they are.
    pub(crate) fn actor_or_words(&self, text: &str) -> Part {
        match self.site.resolve(text, crate::fields::ACTOR).entry() {
            Some(entry) => self.record_link(entry),
            None => plain(text),
        }
    }
}

impl<const KINDS: u32> Show for Ref<KINDS> {
    fn parts(&self, view: &View) -> Vec<Part> {
        vec![view.reference(self)]
    }
}

impl<T: Show> Show for List<T> {
    fn parts(&self, view: &View) -> Vec<Part> {
        self.iter().flat_map(|item| item.value.parts(view)).collect()
    }
}

impl<A: Show, B: Show> Show for OneOf<A, B> {
    fn parts(&self, view: &View) -> Vec<Part> {
        match self {
            OneOf::First(value) => value.parts(view),
            OneOf::Second(value) => value.parts(view),
        }
    }
}

impl<T: Word> Show for T {
    fn parts(&self, _: &View) -> Vec<Part> {
        vec![Part::text(spelling::label(self.spelled()))]
    }
}

macro_rules! show {
    ($($type:ty: $part:expr;)*) => {
        $(impl Show for $type {
            fn parts(&self, view: &View) -> Vec<Part> {
                let part: fn(&$type, &View) -> Part = $part;
                vec![part(self, view)]
            }
        })*
    };
}

show! {
    String: |it, _| plain(it);
    Date: |it, view| view.day(*it);
    Moment: |it, _| spelling::moment(it);
    Link: |it, view| view.written_link(&it.0);
    bool: |it, _| Part::text(if *it { words::YES } else { words::NO });
    u32: |it, _| Part::text(it.to_string());
    f64: |it, _| Part::text(it.to_string());
    Money: |it, _| Part::text(words::amount(*it));
    Window: |it, _| Part::text(words::period(it.opens.get().copied(), it.closes.get().copied()));
}

/// Text that may be a mail address or a web address, which is then a link.
fn plain(text: &str) -> Part {
    let is_mail = text.contains('@') && !text.contains(' ') && !text.contains("://");
    match text {
        text if text.starts_with("https://") || text.starts_with("http://") => Part::web(text),
        text if is_mail => Part::external(text, format!("mailto:{text}")),
        text => Part::text(text),
    }
}
