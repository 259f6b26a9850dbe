//! A word, and the records that say it: the index of the site's search, as files that a browser asks for one by one.
//!
//! ```text
//! Record… ──words──▶ Chunk… ──merged──▶ Lists ──written──▶ search/<hash>/{i,w…,p…,t…,f}.js
//! ```
//!
//! Texts are cut into units of a few sentences. A list says in which units a word is, and how much it weighs there; the forms
//! of one word (`vote`, `voted`) share a list. The dictionary leads from a form to its lists, so that whoever searches needs
//! no grammar. Every file is a script that hands its content to one function, for a folder that is opened without a server
//! cannot be fetched from.
//!
//! The index is a pure function of the records: the same ones make the same files under the same names.

mod dictionary;
mod files;
mod gather;
mod numbers;
mod stems;
mod tokens;

pub use files::{File, Index};

/// What is known of a record before anybody reads its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Where it is, from the root of the site, as an address: `sow/0003/`.
    pub address: String,
    /// What people call it besides its title: `SOW-0003`; empty where it has no such id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The language of its text, as a tag: `de`.
    pub lang: String,
    /// Its place among [`Labels::kinds`].
    pub kind: usize,
    /// Its place among [`Labels::states`]; `None` where it has none.
    pub state: Option<usize>,
    /// The day that it is listed under, as ISO 8601 has it; empty where none is recorded.
    pub day: String,
    /// Where it is, since when and with whom, in one sentence; empty for what is in no state.
    pub answer: String,
    /// Whom and what it names, by their places among [`Labels::named`], for each of those lists.
    pub names: Vec<Vec<usize>>,
}

/// Something that can be chosen, by the word that stands for it in an address and by the one that readers see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// In an address: `board-review`.
    pub key: String,
    /// For readers: `Board review`.
    pub text: String,
}

/// What records can be narrowed down by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// The kinds of records.
    pub kinds: Vec<Label>,
    /// The states, those of one name once.
    pub states: Vec<Label>,
    /// Lists of people, groups, services: each with the word that stands for it in an address.
    pub named: Vec<(String, Vec<Label>)>,
}

/// A piece of a record's text, and how much its words weigh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// How much its words weigh.
    pub weight: Weight,
    /// Plain text.
    pub text: String,
}

/// How much a word weighs by the place in which it is said. The heavier one counts where a word is said in several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Anywhere in the text.
    Text,
    /// In the summary, a heading, a point of the agenda.
    Heading,
    /// In another name of the record. It is found by it, and it is not quoted.
    Alias,
}

/// The index of `records`, whose passages `passages` hands out, by the place of the record; the title and the id are not among them.
/// Whoever reads a text in parallel reads each once.
pub fn index(records: &[Record], labels: &Labels, passages: &(dyn Fn(usize) -> Vec<Passage> + Sync)) -> Index {
    let mut order: Vec<usize> = (0..records.len()).collect();
    // Kinds, states and years are then runs of records, and of equal ones the latest is the first.
    order.sort_by(|one, other| {
        let key = |at: &usize| (records[*at].kind, records[*at].state.map_or(0, |state| state + 1));
        let later = || records[*other].day.cmp(&records[*one].day);
        key(one).cmp(&key(other)).then_with(later).then_with(|| records[*one].address.cmp(&records[*other].address))
    });
    files::written(records, &order, labels, gather::gather(records, &order, passages))
}
