//! A whole site on one screen: the notation of the tests and of the rules' pages.

use super::{LeftOut, Tree};
use crate::id::ContentPath;

impl Tree {
    /// Files from one text, each after a line `-- path --`. Lines before the first such line are left out.
    /// A line `-- path -> target --` is a symbolic link.
    ///
    /// A path that cannot stand in a tree panics: fixtures are written by hand, in tests and on the rules' pages.
    pub fn fixture(text: &str) -> Tree {
        Tree { name: "Fixture".to_owned(), ..Tree::default() }.changed(text)
    }

    /// The same tree with the files of the fixture `text` laid over it. A line `-- path -- deleted` takes a file out,
    /// which must be there.
    pub fn changed(self, text: &str) -> Tree {
        let mut tree = self;
        let mut open: Option<(ContentPath, String)> = None;
        for line in text.split_inclusive('\n') {
            if let Some(path) = deleted(line) {
                tree.close(open.take());
                let path = ContentPath::parse(path).expect("a fixture's path lies below the root");
                let is_there = tree.sources.remove(&path).is_some() | tree.assets.remove(&path).is_some();
                assert!(is_there, "a fixture deletes `{path}`, which is not there");
                continue;
            }
            match header(line) {
                Some(header) => {
                    tree.close(open.take());
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
        tree.close(open);
        tree.without_excluded()
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

    fn close(&mut self, file: Option<(ContentPath, String)>) {
        if let Some((path, body)) = file {
            self.add(path, body.into_bytes());
        }
    }
}

fn header(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")
}

fn deleted(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix("-- ")?.strip_suffix(" -- deleted")
}
