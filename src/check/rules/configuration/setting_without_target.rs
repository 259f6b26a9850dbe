//! Settings of a site that lead to a file or a page that is not there.

use crate::check::prelude::*;
use crate::site::LinkTarget;
use crate::site::places::PARTS;
use crate::text::{did_you_mean, nearest};

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let config = &facts.site.config;
    let files = [("logo", &config.logo), ("style", &config.style)].into_iter().filter_map(|(key, file)| {
        let is_there = matches!(facts.site.link_target(&config.path, file.get()?), LinkTarget::Asset(_));
        let message = format!("`{key}` names `{}`, which is no file of this site", file.text());
        let finding = in_configuration(facts, file.span(), message);
        (!is_there).then(|| finding.help(format!("put the file into `static/` and write `{key} = \"static/…\"`")))
    });
    let links = config.navigation.iter().filter(|item| !PARTS.contains(&item.to.text())).filter_map(|item| {
        let leads_nowhere = match facts.site.link_target(&config.path, item.to.get()?) {
            LinkTarget::Missing(_) | LinkTarget::Outside | LinkTarget::Malformed | LinkTarget::Fragment(_) => true,
            LinkTarget::External | LinkTarget::Record { .. } | LinkTarget::Made(_) | LinkTarget::Asset(_) => false,
        };
        let message = format!("the navigation names `{}`, and nothing of this site is there", item.to.text());
        let parts = list(PARTS.iter().map(|part| format!("`{part}`")), "or");
        let help = match nearest(item.to.text(), PARTS) {
            Some(meant) => did_you_mean(meant),
            None => format!("name a file of the record, a whole address, or a part of the site: {parts}"),
        };
        leads_nowhere.then(|| in_configuration(facts, item.to.span(), message).help(help))
    });
    files.chain(links).collect()
}
