//! What can be taken along as data, in plain words, with where it is.

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::place;
use crate::site::{Made, Route};
use crate::text::capitalised;
use crate::words::{self, Word};

use super::View;
use super::block::Block;
use super::chrome::Head;
use super::part::Part;
use super::prose;

/// The files for programs: what each is called, where it is, what there is to say of it.
const FOR_PROGRAMS: [(Word, Made, Word); 2] = [
    (words::DATA_ALL, Made::AllRecords, words::DATA_ALL_NOTE),
    (words::DATA_SCHEMA, Made::DataSchema, words::DATA_SCHEMA_NOTE),
];

/// The record in the forms of others.
const STANDARDS: [(Word, Made, Word); 3] = [
    (words::DATA_CONTRACTING, Made::Contracting, words::DATA_CONTRACTING_NOTE),
    (words::DATA_CATALOG, Made::Catalog, words::DATA_CATALOG_NOTE),
    (words::DATA_LEVELS, Made::ServiceLevels, words::DATA_LEVELS_NOTE),
];

pub(super) fn data(view: &View) -> Result<String, Diagnostic> {
    let lines = |rows: &[(Word, Made, Word)]| -> Vec<Vec<Part>> {
        let there = rows.iter().filter(|(_, made, _)| view.context.is_there(&Route::Made(*made)));
        let there = there.filter(|(_, made, _)| view.site.places.at(made.path()).is_some());
        let line = |(name, made, note): &(Word, Made, Word)| {
            vec![Part { note: Some(note.to_string()), ..Part::link(*name, view.to(made.path())) }]
        };
        there.map(line).collect()
    };
    let sentences = |all: &[Word]| all.iter().map(|it| vec![Part::text(*it)]).collect::<Vec<_>>();
    let read = [words::DATA_READ_WITHHELD, words::DATA_READ_GAPS, words::DATA_READ_KEPT];
    let blocks = [
        tables(view),
        Block::listed("programs", words::DATA_FOR_PROGRAMS, "items", lines(&FOR_PROGRAMS)),
        Block::listed("standards", words::DATA_STANDARDS, "items", lines(&STANDARDS)),
        Block::listed("one", words::DATA_ONE, "items", sentences(&[words::DATA_ONE_NOTE])),
        Block::listed("reading", words::DATA_READ, "items", sentences(&read)),
    ];
    let it = given! {
        title: words::DATA,
        lede: words::DATA_LEDE,
        views: Vec::<Part>::new(),
        // The author's text as HTML.
        text: view.site.written_for(Made::Data).map(|entry| prose::prose(view, entry).body).unwrap_or_default(),
        blocks: blocks.into_iter().flatten().collect::<Vec<_>>(),
        months: Vec::<Part>::new(),
    };
    let head = Head { description: Some(words::DATA_LEDE.to_string()), ..Head::titled(&words::DATA) };
    view.fill("made.html", head, &it)
}

/// The table of each kind of which there are records.
fn tables(view: &View) -> Option<Block> {
    let data = view.context.data();
    let kinds = Kind::ALL.iter().filter(|kind| data.count(**kind) > 0);
    let block = Block::table(
        "tables",
        words::DATA_TABLES,
        kinds,
        &[
            (words::KIND, &|kind| {
                vec![Part::link(capitalised(&view.plural(**kind)), view.to(&place::index(view.site, **kind, 1)))]
            }),
            (words::RECORDS_IN_IT, &|kind| vec![Part::text(data.count(**kind).to_string())]),
            (words::DATA_TABLE, &|kind| {
                let path = place::table(**kind);
                let name = path.rsplit('/').next().unwrap_or_default().to_owned();
                vec![Part::link(name, view.to(&path))]
            }),
        ],
    )?;
    Some(Block { note: Some(words::DATA_TABLES_NOTE.to_string()), ..block })
}
