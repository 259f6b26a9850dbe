//! Folders that are looked at without a word about what they are.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let config = &facts.site.config;
    if config.is_written {
        return Vec::new();
    }
    let message = format!(
        "there is no `{}`, so the site is called “{}” and the rules of the profile `base` apply",
        crate::config::FILE,
        config.title
    );
    vec![in_configuration(facts, None, message).help("`candor init` writes one")]
}
