//! A page of text beside the record.

use crate::document::page::Page;
use crate::page::view::View;
use crate::page::view::block::Block;
use crate::page::view::part::Part;
use crate::page::words;
use crate::site::Entry;

use super::{Column, Deadline, Fact, OfKind, Order};

impl OfKind for Page {
    const HEADING: &'static str = words::PAGE;
    const ORDER: Order = Order::ByName;
    const BOARD: Option<u8> = None;
    const IN_SECTIONS: &'static [&'static str] = &[];
    const COLUMNS: &'static [Column<Page>] =
        &[Column::text(words::FOLDER, |_, entry, _| vec![Part::text(entry.path.folder())])];
    const FACTS: &'static [Fact<Page>] = &[(words::OWNER, field!(owner)), (words::REVIEWED, field!(reviewed))];

    fn before(_: &View, _: &Entry, _: &Page) -> Vec<Option<Block>> {
        vec![]
    }

    fn after(_: &View, _: &Entry, _: &Page) -> Vec<Option<Block>> {
        vec![]
    }

    fn deadlines(_: &Entry, _: &Page) -> Vec<Deadline> {
        vec![]
    }
}
