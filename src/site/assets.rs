//! The files beside the records: which are published, and which could run something in a reader's browser.
//!
//! What lies in `static/` is the site's own and is published as it is.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attribute;

use crate::id::ContentPath;
use crate::tree::Tree;

/// Endings of files that a browser runs when somebody opens them.
const ACTIVE: [&str; 13] =
    [".html", ".htm", ".xhtml", ".xht", ".shtml", ".js", ".mjs", ".xml", ".xsl", ".xslt", ".swf", ".wasm", ".svgz"];

/// The files that are published, and those that are not because they are active, both in the order of the paths.
pub(super) fn sorted(tree: &Tree) -> (BTreeSet<ContentPath>, Vec<ContentPath>) {
    let mut published = BTreeSet::new();
    let mut active = Vec::new();
    for path in tree.assets.keys().filter(|path| !path.as_str().starts_with("themes/")) {
        if path.as_str().starts_with("static/") || !has_active_name(path) {
            published.insert(path.clone());
        } else {
            active.push(path.clone());
        }
    }
    for (path, source) in tree.sources.iter().filter(|(path, _)| path.has_ending(".svg")) {
        if path.as_str().starts_with("themes/") {
            continue;
        }
        if is_inert_picture(&source.text) {
            published.insert(path.clone());
        } else {
            active.push(path.clone());
        }
    }
    active.sort();
    (published, active)
}

fn has_active_name(path: &ContentPath) -> bool {
    let name = path.as_str().to_ascii_lowercase();
    ACTIVE.iter().any(|ending| name.ends_with(ending)) || name.ends_with(".svg")
}

/// Whether an SVG holds shapes and words only: no script, no handler, nothing foreign, no address that runs something, and
/// no declaration that could bring any of these in.
fn is_inert_picture(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let name = element.local_name();
                let name = name.as_ref().to_ascii_lowercase();
                let foreign = ["script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "set"];
                if foreign.contains(&name.as_str()) || name.starts_with("animate") {
                    return false;
                }
                let inert =
                    |attribute: Attribute| is_inert_attribute(attribute.key.local_name().as_ref(), &attribute.value);
                if !element.attributes().all(|attribute| attribute.is_ok_and(inert)) {
                    return false;
                }
            }
            Ok(Event::Eof) => return true,
            Ok(Event::DocType(declaration)) => {
                if declaration.to_ascii_uppercase().contains("<!ENTITY") {
                    return false;
                }
            }
            Ok(Event::PI(_)) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

fn is_inert_attribute(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let leads = name == "href" || name == "src";
    // Only places in the picture itself, pictures in it, and plain addresses.
    let starts = ["#", "https://", "http://", "data:image/png", "data:image/jpeg"];
    let value = value.trim_start().to_ascii_lowercase();
    !name.starts_with("on") && (!leads || starts.iter().any(|start| value.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_with_anything_that_runs_is_not_published() {
        assert!(is_inert_picture(
            r##"<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/><a href="#x">y</a></svg>"##
        ));
        for active in [
            "<svg><script>alert(1)</script></svg>",
            "<svg onload='alert(1)'/>",
            "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
            "<svg><a href='&#106;avascript:alert(1)'>x</a></svg>",
            "<svg><foreignObject><body/></foreignObject></svg>",
            "<!DOCTYPE svg [<!ENTITY x '<script/>'>]><svg>&x;</svg>",
            "<svg><SCRIPT>1</SCRIPT></svg>",
            "<svg><set attributeName='onmouseover' to='alert(1)'/></svg>",
            "<svg",
        ] {
            assert!(!is_inert_picture(active), "{active}");
        }
    }
}
