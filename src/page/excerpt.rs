//! A preview that holds only what differs from the published site: its links to the rest lead there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;
use regex::{Captures, Regex};

use super::{Body, Files, Page, RenderContext, Route, place, render};
use crate::change::Change;
use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::markdown;
use crate::site::Made;

/// What a preview has whatever the change does.
const ALWAYS: [Made; 3] = [Made::PreviewChanges, Made::Robots, Made::Headers];

/// Part of a preview.
struct Excerpt<'a> {
    context: &'a RenderContext<'a>,
    /// Where the site is published, with a slash at its end.
    published: &'a str,
    /// What leads to the root of the preview from anywhere.
    root: String,
    /// The pages that are part of it.
    pages: BTreeSet<&'a str>,
    read: Files<'a>,
}

/// Those pieces of the preview `context` that are at one of `paths`, with what every preview has and with the files that they use,
/// in the order of their paths; style sheets on disk are read by `read`. A link to another page leads to where that is published,
/// below the address `published`. A path at which the preview has nothing is left out.
///
/// # Errors
/// When a template is wrong.
pub fn excerpt<'a>(
    context: &'a RenderContext<'a>,
    published: &'a str,
    paths: &'a [ContentPath],
    read: Files<'a>,
) -> Result<Vec<Page>, Diagnostic> {
    let always = ALWAYS.iter().map(|made| made.path());
    let wanted = always.chain(paths.iter().map(ContentPath::as_str));
    let pieces: BTreeMap<&str, &Route> = wanted.filter_map(|path| Some((path, piece(context, path)?))).collect();
    let pages = pieces.keys().copied().collect();
    let part = Excerpt { context, published, root: place::absolute_root(context.site), pages, read };
    let made: Vec<(Page, Vec<String>)> =
        pieces.par_iter().map(|(_, route)| part.make(route)).collect::<Result<_, _>>()?;
    let mut files: BTreeMap<ContentPath, Page> = BTreeMap::new();
    let mut used: Vec<String> = Vec::new();
    for (page, uses) in made {
        used.extend(uses);
        files.insert(page.path.clone(), page);
    }
    while let Some(path) = used.pop() {
        let is_made = ContentPath::parse(&path).is_some_and(|path| files.contains_key(&path));
        if let Some(route) = piece(context, &path).filter(|_| !is_made) {
            let (page, uses) = part.make(route)?;
            used.extend(uses);
            files.insert(page.path.clone(), page);
        }
    }
    Ok(files.into_values().collect())
}

/// So few records are shown together as soon as one is: of more, one waits for nothing that the others do not make in the meantime.
const FEW: usize = 8;

/// Loads what colours the code of the records that `change` touches, where these are few: for whoever has other things to do until they
/// are shown.
pub fn prepare_code(change: &Change) {
    let reworded = change.pairs.iter().filter(|pair| pair.before.text != pair.after.text);
    let records = reworded.map(|pair| pair.after).chain(change.added.iter().copied());
    records.take(FEW).for_each(|record| markdown::prepare_code(&record.text, &record.outline.code));
}

/// What the site has at `path`.
fn piece<'a>(context: &RenderContext<'a>, path: &str) -> Option<&'a Route> {
    context.site.places.at(path).filter(|route| context.is_there(route))
}

/// A start tag, with its values between quotation marks or without.
static TAG: LazyLock<Regex> = LazyLock::new(|| {
    let attribute = r#"\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?"#;
    Regex::new(&format!(r"<[A-Za-z][A-Za-z0-9-]*(?:{attribute}|\s*/)*\s*>")).expect("a regular expression")
});

/// An attribute that holds an address, and the address. That of a page that leads on by itself follows a number.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let written = r#"(\s(?:(?:href|src|poster|action)\s*=\s*["']?|content\s*=\s*["']?0;\s*url=))([^\s"'>]+)"#;
    Regex::new(written).expect("a regular expression")
});

/// A file that a style sheet uses.
static IN_STYLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)"#).expect("a regular expression"));

impl Excerpt<'_> {
    /// The piece at `route` with its links, and the files that it uses, by where they are below the output.
    fn make(&self, route: &Route) -> Result<(Page, Vec<String>), Diagnostic> {
        let page = render(self.context, route)?;
        let path = page.path.clone();
        let mut used = Vec::new();
        let body = match page.body {
            Body::Text(html) if path.as_str().ends_with(".html") && !matches!(route, Route::Asset(_)) => {
                Body::Text(self.led_on(&path, &html, &mut used))
            }
            body => {
                if path.as_str().ends_with(".css") {
                    let bytes = body.with_files(self.read).unwrap_or_default();
                    let style = String::from_utf8_lossy(&bytes);
                    let addresses = IN_STYLE.captures_iter(&style).filter_map(|it| it.get(1));
                    used.extend(addresses.filter_map(|it| Some(self.below(&path, it.as_str())?.0)));
                }
                body
            }
        };
        Ok((Page { path, body }, used))
    }

    /// The page `html` at `path` with its links to pages that are not part of this leading to where these are published. The other
    /// files that it uses are added to `used`.
    fn led_on(&self, path: &ContentPath, html: &str, used: &mut Vec<String>) -> String {
        let in_tag = |tag: &Captures| {
            let address = |found: &Captures| match self.below(path, &found[2]) {
                Some((to, rest)) if is_page(&to) && !self.pages.contains(&*to) => {
                    format!("{}{}{rest}", &found[1], place::canonical(self.published, &to))
                }
                Some((to, _)) => {
                    used.push(to);
                    found[0].to_owned()
                }
                None => found[0].to_owned(),
            };
            ADDRESS.replace_all(&tag[0], address).into_owned()
        };
        TAG.replace_all(html, in_tag).into_owned()
    }

    /// Where `address` leads below the output from the file at `from`, and what follows that in it: `#votes`. `None` where the site
    /// has nothing there.
    fn below<'a>(&self, from: &ContentPath, address: &'a str) -> Option<(String, &'a str)> {
        let end = address.find(['#', '?']).unwrap_or(address.len());
        let (written, rest) = address.split_at(end);
        let is_out = written.is_empty() || written.starts_with("//") || written.split('/').next()?.contains(':');
        if is_out {
            return None;
        }
        let (folder, written) = match written.strip_prefix(&self.root) {
            Some(below) => ("", below),
            None if written.starts_with('/') => return None,
            None => (from.folder(), written),
        };
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in written.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        let path = percent_decode_str(&parts.join("/")).decode_utf8_lossy().into_owned();
        let is_folder = matches!(written.rsplit('/').next(), Some("" | "." | "..") | None);
        let path = match (is_folder, path.is_empty()) {
            (true, true) => "index.html".to_owned(),
            (true, false) => format!("{path}/index.html"),
            (false, _) => path,
        };
        piece(self.context, &path).map(|_| (path, rest))
    }
}

/// Whether what is at `path` is a page that can be read elsewhere as well; any other file is used by a page.
fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}
