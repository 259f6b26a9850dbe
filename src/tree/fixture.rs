//! A whole site on one screen: the notation of the tests and of the rules' pages.

use super::{Asset, LeftOut, Tree, is_source, source};
use crate::id::ContentPath;

impl Tree {
    /// Files from one text, each after a line `-- path --`. Lines before the first such line are left out.
    /// A line `-- path -> target --` is a symbolic link.
    ///
    /// A path that cannot stand in a tree panics: fixtures are written by hand, in tests and on the rules' pages.
    pub fn fixture(text: &str) -> Tree {
        let mut tree = Tree { name: "Fixture".to_owned(), ..Tree::default() };
        let mut open: Option<(ContentPath, String)> = None;
        for line in text.split_inclusive('\n') {
            match header(line) {
                Some(header) => {
                    tree.add(open.take());
                    let (path, target) =
                        header.split_once(" -> ").map_or((header, None), |(path, to)| (path, Some(to)));
                    let path = ContentPath::parse(path).expect("a fixture's path lies below the root");
                    match target {
                        Some(target) => tree.link(path, target),
                        None => open = Some((path, String::new())),
                    }
                }
                None => {
                    if let Some((_, body)) = &mut open {
                        body.push_str(line);
                    }
                }
            }
        }
        tree.add(open);
        tree
    }

    /// What a link at `path` stands for, as on disk: a file that was written before it, or nothing that is read.
    fn link(&mut self, path: ContentPath, target: &str) {
        let Some(target) = path.join(target) else {
            self.left_out.insert(path, LeftOut::LinkOut);
            return;
        };
        match self.sources.get(&target).cloned() {
            Some(source) => drop(self.sources.insert(path, source)),
            None => drop(self.left_out.insert(path, LeftOut::LinkLoop)),
        }
    }

    fn add(&mut self, file: Option<(ContentPath, String)>) {
        let Some((path, body)) = file else { return };
        if is_source(&path) {
            self.sources.insert(path, source(body.as_bytes()));
        } else {
            self.assets.insert(path, Asset::Bytes(body.into_bytes().into()));
        }
    }
}

fn header(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")
}
