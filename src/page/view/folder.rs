//! What lies in a folder of the record that no text introduces: the folders in it, its texts, its files.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::site::Entry;
use crate::site::places::published;
use crate::text::capitalised;
use crate::words;

use super::View;
use super::block::Block;
use super::chrome::Head;
use super::part::Part;

pub(crate) fn folder(view: &View, folder: &ContentPath) -> Result<String, Diagnostic> {
    let site = view.site;
    let entries: Vec<(&Entry, String)> =
        site.entries.iter().filter_map(|entry| Some((entry, below(folder, &entry.path)?))).collect();
    let files: Vec<(&ContentPath, String)> =
        site.assets.iter().filter_map(|file| Some((file, below(folder, file)?))).collect();
    let all = entries.iter().map(|(_, rest)| rest).chain(files.iter().map(|(_, rest)| rest));
    let within: BTreeSet<String> = all.filter_map(|rest| Some(rest.split_once('/')?.0.to_owned())).collect();
    let is_here = |rest: &String| !rest.contains('/');
    let to_folder = |name: &String| {
        let place = format!("{folder}/{name}/index.html");
        site.places.at(&place).map(|_| vec![Part::link(name.clone(), view.to(&place))])
    };
    let text = |entry: &Entry| vec![Part { note: entry.common.summary.get().cloned(), ..view.record_link(entry) }];
    let texts = entries.iter().filter(|(_, rest)| is_here(rest)).map(|(entry, _)| text(entry));
    let file = |file: &ContentPath, name: &String| vec![Part::link(name.clone(), view.to(published(file)))];
    let listed = files.iter().filter(|(_, rest)| is_here(rest)).map(|(path, rest)| file(path, rest));
    let blocks = [
        Block::listed("folders", words::FOLDERS, "items", within.iter().filter_map(to_folder).collect::<Vec<_>>()),
        Block::listed("texts", words::FOLDER_TEXTS, "items", texts.collect::<Vec<_>>()),
        Block::listed("files", words::FOLDER_FILES, "items", listed.collect::<Vec<_>>()),
    ];
    let name = folder.file_name();
    let title = capitalised(&name.replace(['-', '_'], " "));
    let lede = words::folder_lede(folder.as_str());
    let it = given! {
        title: title.clone(),
        lede: lede.clone(),
        views: Vec::<Part>::new(),
        text: String::new(),
        blocks: blocks.into_iter().flatten().collect::<Vec<_>>(),
        months: Vec::<Part>::new(),
    };
    view.fill("made.html", Head { description: Some(lede), ..Head::titled(&title) }, &it)
}

/// Where the file at `path` is in `folder`; `None` where it is not.
fn below(folder: &ContentPath, path: &ContentPath) -> Option<String> {
    Some(path.as_str().strip_prefix(folder.as_str())?.strip_prefix('/')?.to_owned())
}
