//! Files that stand for another one, which the store of large files did not hand out.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let finding = |path| {
        let message = format!("`{path}` holds no more than the address of the real file in Git LFS");
        let help = "run `git lfs pull` before the site is built; in a workflow, check out with `lfs: true`";
        Diagnostic::new("", path, None, message).help(help)
    };
    facts.site.pointers.iter().map(finding).collect()
}
