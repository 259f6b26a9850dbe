//! The looks of the site: templates and the files beside them, built in, overridable file by file.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera};

use super::accent::Accent;
use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::text::{Span, readable};
use crate::tree::Tree;
use crate::words::{self, Language};

/// Where a site may keep its own versions of a theme's files.
pub const FOLDER: &str = "themes/default/";

macro_rules! built_in {
    ($($name:literal)*) => {
        /// The files of the built-in theme, in the order of their names.
        pub const BUILT_IN: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../themes/default/", $name)))),*];
    };
}

built_in! {
    "404.html"
    "about.html"
    "actions.html"
    "base.html"
    "components.html"
    "editors-findings.html"
    "editors-keys.html"
    "editors-rule.html"
    "editors-rules.html"
    "editors.html"
    "help.html"
    "home.html"
    "how-we-work.html"
    "icon.svg"
    "index.html"
    "inventory.html"
    "made.html"
    "preview-changes.html"
    "preview.html"
    "promises.html"
    "record.html"
    "redirect.html"
    "search.html"
    "search.js"
    "site.js"
    "style.css"
    "titles.html"
    "unknown.html"
    "work.html"
}

/// A set of templates that fit together, and their assets.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    assets: BTreeMap<String, ThemeAsset>,
    /// Where a template's file lies, for findings: those of the site have a path below it.
    own: BTreeMap<String, Arc<str>>,
}

#[derive(Debug)]
struct ThemeAsset {
    /// With the hash of its content in its name.
    path: String,
    bytes: Arc<[u8]>,
}

impl Theme {
    /// The built-in theme with the files that `tree` has in its place, in the colour `accent`, and what is wrong with them.
    ///
    /// Its words are those of the interface in the language `lang`, a tag.
    /// A file that cannot be used is left out in favour of the built-in one, so there is always a theme.
    pub fn load(tree: &Tree, accent: Option<&str>, lang: &str) -> (Theme, Vec<Diagnostic>) {
        let own: BTreeMap<String, Arc<str>> = tree
            .sources
            .iter()
            .filter_map(|(path, source)| Some((path.as_str().strip_prefix(FOLDER)?.to_owned(), source.text.clone())))
            .collect();
        let (accent, language) = (accent.and_then(Accent::of), Language::of(lang));
        match Theme::of(&own, accent.as_ref(), language) {
            Ok(theme) => (theme, Vec::new()),
            Err(problem) => {
                let theme = Theme::of(&BTreeMap::new(), accent.as_ref(), language)
                    .unwrap_or_else(|error| panic!("the built-in theme: {}", error.message));
                (theme, vec![problem])
            }
        }
    }

    fn of(
        own: &BTreeMap<String, Arc<str>>,
        accent: Option<&Accent>,
        language: &'static Language,
    ) -> Result<Theme, Diagnostic> {
        let mut files: BTreeMap<&str, &str> = BUILT_IN.iter().copied().collect();
        files.extend(own.iter().map(|(name, text)| (name.as_str(), &**text)));
        let mut tera = Tera::default();
        tera.global_context().insert("words", &words::for_templates(language));
        tera.autoescape_on(vec![".html"]);
        tera.set_escape_fn(|text, out| tera::escape_html(&readable(text), out));
        let templates = files.iter().filter(|(name, _)| name.ends_with(".html")).map(|(name, text)| (*name, *text));
        tera.add_raw_templates(templates).map_err(|error| template_problem(own, &error, None))?;
        let assets = files
            .iter()
            .filter(|(name, _)| !name.ends_with(".html"))
            .map(|(name, text)| {
                let text = accent.map_or_else(|| (*text).to_owned(), |accent| accent.applied_to(name, text));
                let bytes: Arc<[u8]> = text.into_bytes().into();
                ((*name).to_owned(), ThemeAsset { path: hashed(name, &bytes), bytes })
            })
            .collect();
        Ok(Theme { tera, assets, own: own.clone() })
    }

    /// The names of the assets and where they are published, in the order of the names.
    pub fn assets(&self) -> Vec<(String, ContentPath)> {
        let path = |asset: &ThemeAsset| ContentPath::parse(&asset.path).expect("names of files are parts of paths");
        self.assets.iter().map(|(name, asset)| (name.clone(), path(asset))).collect()
    }

    /// The site's own files in the place of built-in ones, by their names.
    pub(super) fn own(&self) -> &BTreeMap<String, Arc<str>> {
        &self.own
    }

    /// Where the asset `name` lies on the site: `assets/style.1f2e3d4c.css`.
    pub fn published(&self, name: &str) -> &str {
        &self.assets[name].path
    }

    /// The bytes of the asset `name`, as they are published; panics when the theme has no such asset.
    pub fn asset(&self, name: &str) -> Arc<[u8]> {
        self.assets[name].bytes.clone()
    }

    /// `template` filled in for the page at `page`.
    ///
    /// # Errors
    /// When the template is wrong: where, and which page was being made.
    pub fn fill(&self, template: &str, context: &Context, page: &ContentPath) -> Result<String, Diagnostic> {
        self.tera.render(template, context).map_err(|error| template_problem(&self.own, &error, Some(page)))
    }
}

fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    format!("assets/{stem}.{}.{ending}", &hash[..8])
}

/// An error of the template engine as a finding: in the site's own file when it has one, else in the built-in one.
fn template_problem(own: &BTreeMap<String, Arc<str>>, error: &tera::Error, page: Option<&ContentPath>) -> Diagnostic {
    let mut place = None;
    let mut message = error.to_string();
    if let ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) = error.kind() {
        place = Some((report.filename().to_owned(), Span::from(report.span().range.clone())));
        message = report.message().to_owned();
    }
    let place = place
        .or_else(|| own.iter().find_map(|(name, text)| Some((name.clone(), place_in_message(&message, name, text)?))));
    let named = place.as_ref().map(|(name, _)| name.as_str());
    let name =
        named.or_else(|| own.keys().map(String::as_str).find(|name| message.contains(*name))).unwrap_or("base.html");
    let path = ContentPath::parse(&format!("{FOLDER}{name}")).expect("template names are paths");
    let span = place.as_ref().map(|(_, span)| *span).filter(|_| own.contains_key(name));
    let first = message.lines().next().unwrap_or_default();
    let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
    let making = page.map(|page| format!(", while making `{page}`")).unwrap_or_default();
    Diagnostic::new("broken-template", &path, span, format!("the template cannot be used: {message}{making}"))
        .help("mend the template, or remove the file with `git rm`: the built-in one then takes its place")
}

/// The place in the template `name` that the engine says in words, `404.html:3:7`: errors of several templates come so.
fn place_in_message(message: &str, name: &str, text: &str) -> Option<Span> {
    let (_, after) = message.split_once(&format!("{name}:"))?;
    let mut numbers = after.split(|letter: char| !letter.is_ascii_digit());
    let line: usize = numbers.next()?.parse().ok()?;
    let column: usize = numbers.next()?.parse().ok()?;
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let within = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    let end =
        text[start + within..].find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or_default();
    Some(Span::new(start + within, start + within + end.max(1).min(text.len() - start - within)))
}
