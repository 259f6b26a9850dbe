//! XML documents, written piece by piece.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::text::readable;

pub(super) type Xml = Writer<Vec<u8>>;

/// A document with its declaration; `write` adds the root element.
pub(super) fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let declared = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    declared.and_then(|()| write(&mut writer)).expect("writing to memory does not fail");
    let mut text = String::from_utf8(writer.into_inner()).expect("the writer was given text");
    text.push('\n');
    text
}

/// An element that holds nothing but text. Characters that no XML document may hold are shown as U+FFFD.
pub(super) fn element(writer: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&readable(text)))?;
    Ok(())
}
