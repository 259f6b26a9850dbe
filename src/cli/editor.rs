//! Where an editor opens a file: the addresses that editors listen to.

use std::path::Path;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::text::list;

/// Editors, by the names of their programs, with the address under which each opens a place.
const EDITORS: [(&str, &str); 9] = [
    ("code", "vscode://file{path}:{line}:{column}"),
    ("codium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("windsurf", "windsurf://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("subl", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("mate", "txmt://open?url=file://{path}&line={line}&column={column}"),
    ("mvim", "mvim://open?url=file://{path}&line={line}&column={column}"),
];

/// What an address may not hold as it is.
const UNFIT: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'<').add(b'>').add(b'?').add(b'`').add(b':');

/// What opens a file in an editor: an address with `{path}`, and mostly `{line}` and `{column}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Editor(String);

impl Editor {
    /// The editor with the program `text`, or the one that opens such an address.
    pub(super) fn parse(text: &str) -> Result<Editor, String> {
        let known = EDITORS.iter().find(|(name, _)| *name == text).map(|(_, address)| *address);
        match known.or_else(|| Some(text).filter(|text| text.contains("{path}") && text.contains(':'))) {
            Some(address) => Ok(Editor(address.to_owned())),
            None => Err(format!(
                "write one of {}, or the address that your editor opens a file by, such as \
                 editor://open?file={{path}}&line={{line}}",
                list(EDITORS.iter().map(|(name, _)| (*name).to_owned()), "and")
            )),
        }
    }

    /// The address that opens `file`, an absolute path, at a place counted from one.
    pub(super) fn at(&self, file: &Path, (line, column): (usize, usize)) -> String {
        let path = file.to_string_lossy().replace('\\', "/");
        let path = utf8_percent_encode(&path, UNFIT).to_string();
        let path = if path.starts_with('/') { path } else { format!("/{path}") };
        let address = self.0.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        address.replace("{path}", &path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_opened_in_the_editor_that_is_named() {
        let file = Path::new("/home/ada/my record/sow/0003-disks #2.md");
        let at = |editor: &str| Editor::parse(editor).unwrap().at(file, (12, 3));
        assert_eq!(at("code"), "vscode://file/home/ada/my%20record/sow/0003-disks%20%232.md:12:3");
        assert_eq!(
            at("x://open?at={path}&l={line}"),
            "x://open?at=/home/ada/my%20record/sow/0003-disks%20%232.md&l=12"
        );
        assert!(Editor::parse("notepad").unwrap_err().starts_with("write one of code, codium,"));
    }
}
