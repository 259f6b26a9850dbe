//! The files beside the records: which are published, and which could run something in a reader's browser or on the server.
//!
//! What lies in `static/` is the site's own and is published as it is.

use std::collections::BTreeSet;

use crate::id::ContentPath;
use crate::tree::{Source, Tree};

use super::{Site, pictures};

/// Why a file beside the records is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Danger {
    /// Its ending is one of files that a browser or a server runs.
    Runs,
    /// Its ending is none of those that are known to be read only.
    UnknownEnding,
    /// It is an SVG that holds more than shapes and words: what, as the end of a sentence.
    Picture(String),
}

/// Endings of files that a browser or a server runs when somebody opens them, without the full stop.
const RUN: &[&str] = &[
    "asp", "aspx", "cgi", "dtd", "fcgi", "hta", "htm", "html", "js", "jsp", "mht", "mhtml", "mjs", "php", "php3",
    "php4", "php5", "phtml", "pl", "rng", "shtml", "svgz", "swf", "wasm", "xht", "xhtml", "xml", "xsd", "xsl", "xslt",
];

/// Endings of files that are looked at, heard or kept, and that no browser and no server runs.
const READ: &[&str] = &[
    // Pictures.
    "apng", "avif", "bmp", "gif", "heic", "ico", "jpeg", "jpg", "png", "tif", "tiff", "webp", // Papers.
    "doc", "docx", "dvi", "epub", "key", "numbers", "odg", "odp", "ods", "odt", "pages", "pdf", "ppt", "pptx", "ps",
    "rtf", "xls", "xlsx", // Words and figures.
    "adoc", "asc", "bib", "cer", "crt", "pem", "cfg", "conf", "csv", "diff", "dot", "drawio", "eml", "gv", "ics",
    "ini", "ipynb", "json", "jsonl", "log", "mbox", "org", "patch", "po", "puml", "rst", "sig", "sql", "tex", "text",
    "toml", "tsv", "txt", "vcf", "yaml", "yml", // Sound and film.
    "aac", "flac", "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "srt", "vtt", "wav", "webm",
    // Packed.
    "7z", "bz2", "gz", "tar", "tgz", "xz", "zip", "zst", // Fonts, and what goes with a download.
    "otf", "ttf", "woff", "woff2", "md5", "sha256", "sha512",
];

/// Files without an ending that every repository has, in small letters.
const PLAIN: &[&str] = &[
    "authors",
    "changelog",
    "cname",
    "contributing",
    "copying",
    "license",
    "licence",
    "maintainers",
    "notice",
    "readme",
    "version",
];

/// The files that are published, and those that are not, with the reason, both in the order of the paths.
pub(super) fn sorted(tree: &Tree) -> (BTreeSet<ContentPath>, Vec<(ContentPath, Danger)>) {
    let mut published = BTreeSet::new();
    let mut dangerous = Vec::new();
    let files = tree.assets.keys().map(|path| (path, danger_of_name(path)));
    let pictures = tree.sources.iter().filter(|(path, _)| path.has_ending(".svg"));
    let pictures = pictures.map(|(path, source)| (path, danger_of_picture(source)));
    for (path, danger) in files.chain(pictures).filter(|(path, _)| !path.as_str().starts_with("themes/")) {
        match danger.filter(|_| !path.as_str().starts_with("static/")) {
            None => drop(published.insert(path.clone())),
            Some(danger) => dangerous.push((path.clone(), danger)),
        }
    }
    dangerous.sort_by(|(one, _), (other, _)| one.cmp(other));
    (published, dangerous)
}

impl Site {
    /// Why the file at `path` is there and is not published; `None` for any other path.
    pub fn danger(&self, path: &str) -> Option<&Danger> {
        let at = self.active.binary_search_by(|(active, _)| active.as_str().cmp(path)).ok()?;
        Some(&self.active[at].1)
    }
}

fn danger_of_name(path: &ContentPath) -> Option<Danger> {
    let name = path.file_name().to_ascii_lowercase();
    let mut parts = name.split('.');
    let (stem, endings) = (parts.next().unwrap_or_default(), parts.collect::<Vec<_>>());
    // Servers may go by any of the endings: `page.php.txt`.
    if endings.iter().any(|ending| RUN.contains(ending)) {
        return Some(Danger::Runs);
    }
    let is_read = match endings.last() {
        Some(last) => READ.contains(last),
        None => PLAIN.contains(&stem),
    };
    (!is_read).then_some(Danger::UnknownEnding)
}

fn danger_of_picture(source: &Source) -> Option<Danger> {
    let not_utf8 = source.not_utf8.map(|_| "it is not UTF-8".to_owned());
    not_utf8.or_else(|| pictures::refused(&source.text)).map(Danger::Picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_published_by_its_ending() {
        for (path, danger) in [
            ("sow/plan.pdf", None),
            ("sow/Plan.PNG", None),
            ("sow/a.tar.gz", None),
            ("sow/v1.2.txt", None),
            ("LICENSE", None),
            ("sow/page.html", Some(Danger::Runs)),
            ("sow/page.PHP", Some(Danger::Runs)),
            ("sow/page.php.txt", Some(Danger::Runs)),
            ("sow/schema.xsd", Some(Danger::Runs)),
            ("sow/PICTURE.SVG", Some(Danger::UnknownEnding)),
            ("sow/tool", Some(Danger::UnknownEnding)),
            ("sow/a.sol", Some(Danger::UnknownEnding)),
        ] {
            assert_eq!(danger_of_name(&ContentPath::parse(path).unwrap()), danger, "{path}");
        }
    }
}
