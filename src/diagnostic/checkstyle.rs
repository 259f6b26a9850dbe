//! Findings as Checkstyle writes them, which many hosts and editors read: one XML document, a `file` for each file.

use std::io;
use std::sync::Arc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::human::printable;
use super::lines::Lines;
use super::{Diagnostic, Level};
use crate::id::ContentPath;
use crate::text::readable;

/// The document, in the order of `diagnostics`; those of one file that follow each other share an element. `prefix` leads
/// from the root of the repository to the record: `content/`. `source` gives the text of a file, where there is one.
pub fn report(diagnostics: &[Diagnostic], source: &dyn Fn(&ContentPath) -> Option<Arc<str>>, prefix: &str) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written = document(&mut writer, diagnostics, source, prefix);
    written.expect("writing to memory does not fail");
    let text = String::from_utf8(writer.into_inner()).expect("the writer was given text");
    text + "\n"
}

fn document(
    writer: &mut Writer<Vec<u8>>,
    diagnostics: &[Diagnostic],
    source: &dyn Fn(&ContentPath) -> Option<Arc<str>>,
    prefix: &str,
) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("checkstyle").with_attribute(("version", "4.3"));
    root.write_inner_content(|writer| {
        for of_file in diagnostics.chunk_by(|one, other| one.path == other.path) {
            let path = &of_file[0].path;
            let lines = source(path).map(Lines::new);
            let name = format!("{prefix}{path}");
            let file = writer.create_element("file").with_attribute(("name", &*readable(&name)));
            file.write_inner_content(|writer| of_file.iter().try_for_each(|it| error(writer, it, lines.as_ref())))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn error(writer: &mut Writer<Vec<u8>>, diagnostic: &Diagnostic, lines: Option<&Lines>) -> io::Result<()> {
    let (line, column) = diagnostic.span.zip(lines).map_or((1, 1), |(span, lines)| lines.place(span.start));
    let help = diagnostic.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
    let message = printable(&format!("{}{help}", diagnostic.message));
    let attributes = [
        ("line", line.to_string()),
        ("column", column.to_string()),
        ("severity", severity(diagnostic.level).to_owned()),
        ("message", readable(&message).into_owned()),
        ("source", format!("candor.{}", diagnostic.rule)),
    ];
    let attributes = attributes.iter().map(|(key, value)| (*key, value.as_str()));
    writer.create_element("error").with_attributes(attributes).write_empty()?;
    Ok(())
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Note => "info",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn whatever_a_finding_says_is_text_of_one_attribute() {
        let path = |text| ContentPath::parse(text).unwrap();
        let findings = [
            Diagnostic::new("a-place", &path("a\"b.md"), Span::new(4, 7), "</error> & \u{1}\"'").help("type `<x>`"),
            Diagnostic::new("whole-file", &path("a\"b.md"), None, "no").at_level(Level::Warning),
            Diagnostic::new("other", &path("c.md"), None, "no").at_level(Level::Note),
        ];
        snapbox::assert_data_eq!(
            report(&findings, &|_| Some("one\ntwo\n".into()), "content/"),
            snapbox::str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
 <file name="content/a&quot;b.md">
  <error line="2" column="1" severity="error" message="&lt;/error&gt; &amp; �&quot;&apos; (type `&lt;x&gt;`)" source="candor.a-place"/>
  <error line="1" column="1" severity="warning" message="no" source="candor.whole-file"/>
 </file>
 <file name="content/c.md">
  <error line="1" column="1" severity="info" message="no" source="candor.other"/>
 </file>
</checkstyle>

"#]]
        );
    }
}
