//! Files that are there and that nobody will read.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::LinkTarget;
use crate::tree::LeftOut;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let left_out = &facts.site.left_out;
    let missed = missed(facts.site);
    let is_told = |(path, why): &&(ContentPath, LeftOut)| !why.is_wanted() || missed.contains(path);
    left_out.iter().filter(is_told).filter_map(|(path, why)| finding(path, *why)).collect()
}

/// Of what is left out because somebody wanted it, that to which a text leads.
fn missed(site: &Site) -> BTreeSet<&ContentPath> {
    let links = site.entries.iter().flat_map(|entry| &entry.links);
    let missing = links.filter_map(|link| if let LinkTarget::Missing(path) = &link.target { Some(path) } else { None });
    let ends = missing.flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]).chain([path.as_str()]));
    let at = |path: &str| site.left_out.binary_search_by(|(it, _)| it.as_str().cmp(path)).ok();
    ends.filter_map(at).map(|at| &site.left_out[at].0).collect()
}

/// `None` for what another rule reports.
fn finding(path: &ContentPath, why: LeftOut) -> Option<Diagnostic> {
    let (level, message, help) = reason(why)?;
    Some(Diagnostic::new("", path, None, message).at_level(level).help(help.replace("{path}", &format!("`{path}`"))))
}

fn reason(why: LeftOut) -> Option<(Level, &'static str, &'static str)> {
    Some(match why {
        LeftOut::LinkOut => (
            Level::Error,
            "this link leads out of the folder of the site, so it is not followed",
            "put a copy of the file in its place, as {path}",
        ),
        LeftOut::LinkLoop => (
            Level::Warning,
            "this link leads to itself or to nothing",
            "let {path} lead to a file of this folder, or remove it",
        ),
        LeftOut::LinkToFolder => (
            Level::Warning,
            "this link leads to another folder of the site, whose files are read there",
            "remove the link; to publish a page at a second address, name that in the record's `redirects`",
        ),
        // That is a name to change, and `misnamed-file` says how.
        LeftOut::Name(_) => return None,
        LeftOut::NoFile => (
            Level::Error,
            "this is a pipe, a socket or a device and no file, so it is not read",
            "put a file in its place, or remove it",
        ),
        LeftOut::Ignored => (
            Level::Warning,
            "a text leads here, and `.gitignore` names it, so it is not published",
            "let `.gitignore` leave it out, or take the link out",
        ),
        LeftOut::Excluded => (
            Level::Warning,
            "a text leads here, and `exclude` in `candor.toml` names it, so it is not published",
            "take it out of `exclude`, or take the link out",
        ),
        LeftOut::Leftover => (
            Level::Warning,
            "a text leads here, and its name is that of a file that an editor or a system left, so it is not published",
            "rename it, or take the link out",
        ),
        LeftOut::Secret => (
            Level::Warning,
            "this file holds a private key, or is called like one for keys and passwords, so it is not published",
            "take it out of the folder, with `git rm` where git has it; if it was in the repository, replace the key or password everywhere",
        ),
        LeftOut::Unreadable => {
            (Level::Error, "the system does not let this file be read, so it is not published", "allow reading it")
        }
    })
}
