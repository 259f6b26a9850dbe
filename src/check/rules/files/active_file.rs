//! Files beside the records that could run something in a reader's browser; they are not published.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let help = "publish a picture as PNG or as an SVG without scripts and handlers; what the site itself runs belongs into `static/`";
    let finding = |path| {
        let message = format!("`{path}` is not published, for it could run something in a reader's browser");
        Diagnostic::new("", path, None, message).help(help)
    };
    facts.site.active.iter().map(finding).collect()
}
