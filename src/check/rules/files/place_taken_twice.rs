//! Two things that would be published at one place: readers get only one of them.

use crate::check::prelude::*;
use crate::site::places::{OldAddress, folder, published};
use crate::site::{Clash, Overlap, Route};
use crate::text::what_tells_apart;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.places.clashes().iter().filter_map(|clash| finding(facts, clash)).collect()
}

/// `None` for what Candor makes itself, which never loses its place, and for an old address that some systems take for another one of
/// the same record.
fn finding(facts: &Facts, clash: &Clash) -> Option<Diagnostic> {
    let (site, entries) = (facts.site, &facts.site.entries);
    let finding = match &clash.loser {
        Route::Record(at) => {
            let path = &entries[*at].path;
            Diagnostic::new("", path, None, not_published(site, clash, path))
        }
        Route::Asset(file) => match clash.overlap {
            Overlap::Packed | Overlap::Manifest => return Some(gives_way(site, clash, file)),
            Overlap::Place | Overlap::FileAndFolder | Overlap::Letters | Overlap::LettersOfFolder => {
                Diagnostic::new("", file, None, not_published(site, clash, file))
            }
        },
        Route::Redirect(path, at) => return old_address(facts, clash, path, &entries[*at]),
        Route::Made(_)
        | Route::Index(..)
        | Route::Rule(_)
        | Route::Findings(_)
        | Route::Moved(..)
        | Route::Folder(_)
        | Route::Changes(_)
        | Route::Digest(..)
        | Route::Feed(..)
        | Route::RecordData(_)
        | Route::Table(_)
        | Route::SitemapPart(_)
        | Route::Search(_)
        | Route::ThemeAsset(..) => return None,
    };
    let file_of = |route: &Route| match route {
        Route::Asset(file) => Some(file.clone()),
        other => other.record().map(|at| entries[at].path.clone()),
    };
    let finding = match (file_of(&clash.loser), clash.winner.as_ref().and_then(file_of)) {
        (Some(one), Some(other)) => of_two_files(finding, &one, &other),
        _ => finding,
    };
    let winner = if let Some(Route::Record(at)) = &clash.winner { Some(&entries[*at]) } else { None };
    let is_there = matches!(clash.overlap, Overlap::Place | Overlap::FileAndFolder);
    let label = if is_there { "this file is published there" } else { "this file is the other one" };
    let label = winner.map(|it| (&it.path, first_line(it), label));
    Some(finding.labels(label).help(help(site, clash)))
}

fn not_published(site: &Site, clash: &Clash, path: &ContentPath) -> String {
    let place = address(&clash.place);
    let alike = looks_alike(site, clash, &format!("`{place}`, the place of `{path}`,"));
    alike.unwrap_or_else(|| format!("`{path}` is not published: {}", taken(site, clash, &place)))
}

fn old_address(facts: &Facts, clash: &Clash, path: &ContentPath, entry: &Entry) -> Option<Diagnostic> {
    let (site, place) = (facts.site, address(&clash.place));
    let alike = looks_alike(site, clash, &format!("the old address `{place}`"));
    let leads_here = |winner: &Route| winner.record().or_else(|| winner.leads_on_to()) == Some(entry.at);
    if alike.is_some() && clash.winner.as_ref().is_some_and(leads_here) {
        return None;
    }
    let message = alike
        .unwrap_or_else(|| format!("the old address `{place}` does not lead here: {}", taken(site, clash, &place)));
    let finding = facts.at(entry, written(facts, entry, path), message).at_level(Level::Warning);
    Some(finding.help("take this address out of `redirects`"))
}

/// That some systems take the place of `what` for another one; `None` where the two are one everywhere.
fn looks_alike(site: &Site, clash: &Clash, what: &str) -> Option<String> {
    let of = match clash.overlap {
        Overlap::Place | Overlap::FileAndFolder | Overlap::Packed | Overlap::Manifest => return None,
        Overlap::Letters => "the place",
        Overlap::LettersOfFolder => "in the folder",
    };
    let other = clash.winner.as_ref()?.path(site);
    let depth = [&clash.place, &other].map(|path| path.as_str().split('/').count()).into_iter().min()?;
    let cut = |path: &ContentPath| path.as_str().split('/').take(depth).collect::<Vec<_>>().join("/");
    let (tell, keep) = what_tells_apart(&cut(&clash.place), &cut(&other));
    let (other, winner) = (address(&other), winner(site, clash));
    Some(format!("{tell} {what} from `{other}`, {of} of {winner}, and {keep} one of the two"))
}

/// A file that is published by some builds.
fn gives_way(site: &Site, clash: &Clash, file: &ContentPath) -> Diagnostic {
    if clash.overlap == Overlap::Manifest {
        let message = format!("`{file}` is not published by a build with `--manifest`, which lists its files there");
        // Nothing is wrong with a site that is built without.
        return Diagnostic::new("", file, None, message)
            .at_level(Level::Note)
            .help("rename it where you build so; what describes a web application can be called `site.webmanifest`");
    }
    let text = clash.winner.as_ref().map_or_else(String::new, |text| address(&text.path(site)));
    let message = format!(
        "`{file}` is where the packed form of `{text}` belongs: servers send it in place of that, and a build with \
         `--precompress` writes its own"
    );
    let help = "`git mv` it to another name, or take it out: `--precompress` packs what the site makes";
    Diagnostic::new("", file, None, message).at_level(Level::Warning).help(help)
}

/// Who has the place.
fn winner(site: &Site, clash: &Clash) -> String {
    match &clash.winner {
        None => "the mark by which Candor knows its own output".to_owned(),
        Some(Route::Made(_)) => "a page that the site makes itself".to_owned(),
        Some(Route::Index(kind, _)) => format!("the index of {}", kind.plural()),
        Some(Route::Rule(rule)) => format!("the page of the rule `{rule}`"),
        Some(Route::Findings(_)) => "a page for editors".to_owned(),
        Some(Route::Moved(..)) => "an old address of a page that the site makes itself".to_owned(),
        Some(Route::Folder(_) | Route::Changes(_) | Route::Digest(..)) => {
            "a page that the site makes itself".to_owned()
        }
        Some(Route::Feed(..)) => "a feed".to_owned(),
        Some(Route::RecordData(_)) => "a record as data".to_owned(),
        Some(Route::Table(_)) => "a table of records".to_owned(),
        Some(Route::Search(_)) => "a file of the search".to_owned(),
        Some(Route::SitemapPart(_)) => "a part of the sitemap".to_owned(),
        Some(Route::ThemeAsset(name, _)) => format!("the file `{name}` of the theme"),
        Some(Route::Record(at)) if clash.loser_entry() == Some(*at) => "the page itself".to_owned(),
        Some(Route::Record(at)) => format!("`{}`", site.entries[*at].path),
        Some(Route::Asset(file)) => format!("`{file}`"),
        Some(Route::Redirect(_, at)) if clash.loser_entry() == Some(*at) => "another one in this list".to_owned(),
        Some(Route::Redirect(_, at)) => format!("an old address of `{}`", site.entries[*at].path),
    }
}

/// Why the place is not free.
fn taken(site: &Site, clash: &Clash, place: &str) -> String {
    let winner = winner(site, clash);
    let is_below =
        || clash.winner.as_ref().is_some_and(|it| clash.place.as_str().starts_with(&format!("{}/", it.path(site))));
    match clash.overlap {
        Overlap::FileAndFolder if clash.loser.leads_on_to().is_some() && is_below() => {
            format!("{winner} is published there")
        }
        Overlap::FileAndFolder => format!("with {winner}, one name would be a file and a folder"),
        Overlap::Place | Overlap::Letters | Overlap::LettersOfFolder | Overlap::Packed | Overlap::Manifest => {
            format!("its place, `{place}`, is that of {winner}")
        }
    }
}

fn help(site: &Site, clash: &Clash) -> String {
    match (&clash.loser, &clash.winner) {
        (Route::Record(_), Some(Route::Index(kind, 1))) => {
            format!("name it `{}/index.md` to introduce that index", folder(site, *kind))
        }
        (Route::Record(_), Some(Route::Record(_))) => {
            "`git mv` one of the two to another name, or put both texts into one file".to_owned()
        }
        (Route::Asset(file), _) if published(file) != file.as_str() => {
            format!("rename the file: what lies in `static/` is published without that, as `{}`", published(file))
        }
        _ => "`git mv` the file to another name".to_owned(),
    }
}

/// A place as a reader types it: folders without their `index.html`.
fn address(place: &ContentPath) -> String {
    let path = place.as_str();
    format!(
        "/{}",
        path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(path)
    )
}

/// Where the record names the old address; the last place of several.
fn written(facts: &Facts, entry: &Entry, path: &ContentPath) -> Option<Span> {
    let base_url = facts.site.config.base_url.as_deref();
    let mut items = entry.common.redirects.items().iter().rev();
    items.find(|old| OldAddress::read(old, base_url).file.as_ref() == Some(path)).map(|old| old.span)
}
