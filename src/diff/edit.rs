//! A value that differs, as a value.

/// What sort of thing differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// One value.
    Value,
    /// An item of a list, which came in or went.
    Item,
    /// A word of a list that is part of an item, which came in or went: the item says whose it is.
    Word,
    /// Something that is said of a value which is not stated: why, until when, by whose decision.
    Gap,
}

/// What sort of value it is, which decides how it is written in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A sentence or a name that somebody wrote.
    Text,
    /// Yes or no.
    Flag,
    /// The items of a list that are there before and after, in their order, which differs.
    Order,
    /// Anything else.
    Value,
}

/// One value of a record, the configuration or a profile that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The keys that lead to it, joined by dots: `vote.value`. The items of a list share the key of the list.
    pub key: String,
    /// What the item of a list is called in which it lies; `None` outside of lists of tables.
    pub item: Option<String>,
    /// What sort of thing it is.
    pub sort: Sort,
    /// What sort of value it is.
    pub form: Form,
    /// As it was, in words; `None` when nothing was stated, and when the change withholds something.
    pub was: Option<String>,
    /// As it is, in words; `None` when nothing is stated any more.
    pub is: Option<String>,
    /// The place among the items of its list, counted from zero, on the side that has it; `None` for values.
    pub place: Option<usize>,
    /// Whether the kind of the record knows no such key, so that it is called as it is written.
    pub is_foreign: bool,
}

impl Edit {
    /// Whether it is an item of a list or a word of one, which came in or went.
    pub fn is_item(&self) -> bool {
        matches!(self.sort, Sort::Item | Sort::Word)
    }
}
