//! A page of text beside the record.

use crate::document::page::Page;

use super::*;

impl OfKind for Page {
    const HEADING: Word = words::PAGE;
    const ORDER: Order = Order::ByName;
    const COLUMNS: &'static [Column<Page>] =
        &[Column::text(words::FOLDER, |_, entry, _| vec![Part::text(entry.path.folder())])];
    const FACTS: &'static [Fact<Page>] = &[(words::OWNER, field!(owner)), (words::REVIEWED, field!(reviewed))];
}
