//! A folder on disk, read once.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::exclude::{BEFORE_KEY, Exclude, holds_key, may_hold_key, never_content};
use super::ignored::{Ignored, around};
use super::texts::{Texts, state};
use super::{Asset, CONFIGURATION, LeftOut, Source, Tree, content_path, is_hidden, is_pointer, is_source, source};
use crate::id::ContentPath;

/// What a walk found at one path, before anything is read.
enum Found {
    Source(PathBuf),
    Asset(PathBuf),
    LeftOut(LeftOut),
    /// A file or a folder that is there and that the system does not give.
    Unreadable(io::Error),
}

impl Tree {
    /// Everything below `root`. Not part of it are files and folders whose names begin with a dot, but in `static/`; a folder
    /// that holds a site that Candor wrote; what `.gitignore` or `exclude` in `candor.toml` names; and what editors leave.
    ///
    /// # Errors
    /// When `root` is not a folder that can be read; the error names it. What cannot be read below it is left out, and
    /// remembered in [`Tree::unreadable`].
    pub fn read(root: &Path) -> io::Result<Tree> {
        Tree::read_again(root, &Texts::default()).map(|(tree, _)| tree)
    }

    /// The same, where the `known` texts are not read again whose files are as they were; with what is known then.
    ///
    /// # Errors
    /// As [`Tree::read`].
    pub fn read_again(root: &Path, known: &Texts) -> io::Result<(Tree, Texts)> {
        Tree::read_at(root, known, SystemTime::now())
    }

    pub(super) fn read_at(root: &Path, known: &Texts, now: SystemTime) -> io::Result<(Tree, Texts)> {
        let real_root = root.canonicalize().map_err(|error| named(root, &error))?;
        if !real_root.is_dir() {
            return Err(io::Error::new(io::ErrorKind::NotADirectory, format!("{} is not a folder", root.display())));
        }
        let name = real_root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut tree = Tree { name, ..Tree::default() };
        let read = Mutex::new(Vec::new());
        let read_all = |texts: Vec<(ContentPath, PathBuf)>| {
            let texts = texts.into_iter().map(|(path, file)| {
                let text = known.read(&path, &file, now);
                (path, text)
            });
            let texts: Vec<_> = texts.collect();
            read.lock().unwrap_or_else(PoisonError::into_inner).extend(texts);
        };
        // What was found is read while the rest is looked for.
        rayon::scope(|scope| {
            let mut texts = Vec::new();
            walk(&real_root, |path, found| {
                if let Found::Source(file) = found {
                    texts.push((path, file));
                    if texts.len() == AT_ONCE {
                        let texts = std::mem::take(&mut texts);
                        scope.spawn(|_| read_all(texts));
                    }
                } else {
                    tree.place(path, found);
                }
            })?;
            read_all(texts);
            Ok::<_, io::Error>(())
        })?;
        let read = read.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (mut known, mut sources) = (Texts::default(), Vec::with_capacity(read.len()));
        for (path, text) in read {
            match text {
                Ok((text, stamp)) => {
                    stamp.into_iter().for_each(|stamp| known.keep(&path, stamp, &text));
                    sources.push((path, text));
                }
                Err(error) => tree.leave_out(path, &error),
            }
        }
        tree.sources = sources.into_iter().collect();
        let files: Vec<(&ContentPath, &Asset)> = tree.assets.iter().collect();
        let looked_at = files.into_par_iter().filter_map(|(path, asset)| {
            // One that cannot be read is found when it is published.
            let Asset::OnDisk(file) = asset else { return None };
            let about = fs::metadata(file).ok()?;
            Some((path.clone(), is_pointer_on_disk(file, &about), state(&about)))
        });
        let looked_at: Vec<(ContentPath, bool, _)> = looked_at.collect();
        tree.lfs = looked_at.iter().filter(|(_, is_pointer, _)| *is_pointer).map(|(path, ..)| path.clone()).collect();
        let known = known.with_files(looked_at.into_iter().map(|(path, _, state)| (path, state)));
        Ok((tree, known))
    }

    /// The texts at `paths` below `root`, which may have changed since it was read as this tree, as they are now. `None` where more than
    /// these texts may be another: what is new, gone, no text or no file of its own. What an editor wrote beside them does not count.
    pub fn texts_now(&self, root: &Path, paths: &[PathBuf]) -> Option<Vec<(ContentPath, Source)>> {
        let mut texts = Vec::new();
        for path in paths {
            let file = root.join(path);
            let about = fs::symlink_metadata(&file).ok();
            let known = content_path(path).ok().and_then(|path| self.sources.get_key_value(&path));
            match (known, about) {
                (Some((path, _)), Some(about)) if about.is_file() => {
                    texts.push((path.clone(), source(&fs::read(file).ok()?)));
                }
                (None, None) => {}
                (None, Some(about)) if about.is_file() && is_leftover(path) => {}
                (Some(_) | None, _) => return None,
            }
        }
        let is_other = |(path, text): &(ContentPath, Source)| self.sources.get(path) != Some(text);
        texts.iter().any(is_other).then_some(texts)
    }

    /// Whether what [`Tree::read`] gives of `root` may be another once the file or folder at `path` is another, comes or goes. Both
    /// are absolute and without links; the root is asked for by itself too.
    pub fn may_depend_on(root: &Path, path: &Path) -> bool {
        let Ok(relative) = path.strip_prefix(root) else { return false };
        let decides = relative.file_name().is_some_and(|name| DECIDES.iter().any(|it| name == *it));
        let within = relative.parent().filter(|_| decides).unwrap_or(relative);
        // A mark says of its own folder that nothing in it is read.
        let mut marked = within.ancestors().skip(usize::from(decides)).filter(|folder| *folder != Path::new(""));
        !is_hidden(&with_slashes(within)) && !marked.any(|folder| is_output(&root.join(folder)))
    }

    /// The files outside of what is read of `root` that decide what that is, or what is known of it, such as when it was committed. Not
    /// all of them need be there.
    pub fn depends_on_around(root: &Path) -> Vec<PathBuf> {
        around(root)
    }

    /// Remembers what a walk found at `path`, which is no text that can be read.
    fn place(&mut self, path: ContentPath, found: Found) {
        match found {
            Found::Source(file) | Found::Asset(file) => drop(self.assets.insert(path, Asset::OnDisk(file))),
            Found::LeftOut(why) => {
                // A link in the place of a record is a record that cannot be read.
                if why == LeftOut::LinkLoop && is_source(&path) {
                    self.unreadable.insert(path.clone(), "the link leads to itself or to nothing".to_owned());
                }
                self.left_out.insert(path, why);
            }
            Found::Unreadable(error) => self.leave_out(path, &error),
        }
    }

    fn leave_out(&mut self, path: ContentPath, error: &io::Error) {
        self.unreadable.insert(path.clone(), error.to_string());
        self.left_out.insert(path, LeftOut::Unreadable);
    }
}

/// The names of files that are never content and say what is.
const DECIDES: [&str; 2] = [".gitignore", crate::OUTPUT_MARK];

/// Whether an editor or a system leaves files of that name.
fn is_leftover(path: &Path) -> bool {
    path.file_name().is_some_and(|name| never_content(&name.to_string_lossy()) == Some(LeftOut::Leftover))
}

/// Whether the folder holds a site that Candor wrote.
fn is_output(folder: &Path) -> bool {
    folder.join(crate::OUTPUT_MARK).exists()
}

fn with_slashes(relative: &Path) -> String {
    relative.to_string_lossy().replace('\\', "/")
}

/// So many texts are read by one thread, before another one is asked.
const AT_ONCE: usize = 64;

/// Hands everything below `root` to `place`, in the order of the paths.
///
/// # Errors
/// When the system does not list `root`.
fn walk(root: &Path, mut place: impl FnMut(ContentPath, Found)) -> io::Result<()> {
    let mut passed_by = PassedBy::of(root);
    let mut walker = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = walker.next() {
        let path = match &entry {
            Ok(entry) => entry.path().to_owned(),
            Err(error) => error.path().unwrap_or(root).to_owned(),
        };
        let relative = path.strip_prefix(root).unwrap_or(Path::new(""));
        // What has no name below the folder is the folder.
        if relative.as_os_str().is_empty() {
            entry.map_err(|error| named(root, &error.into()))?;
            continue;
        }
        let is_folder = entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir());
        let what = match content_path(relative) {
            Ok(content_path) => match passed_by.why(&path, &content_path, is_folder) {
                Some(why) => why.map(|why| (content_path, Found::LeftOut(why))),
                None => at(root, &path, &content_path, entry).map(|found| (content_path, found)),
            },
            Err(it) => it.nearest.map(|path| (path, Found::LeftOut(LeftOut::Name(it.letter)))),
        };
        // What is left out, or no folder although it looks like one, is not looked into.
        if is_folder && (what.is_some() || passed_by.is_closed(relative, &path)) {
            walker.skip_current_dir();
        }
        if let Some((path, found)) = what {
            place(path, found);
        }
    }
    Ok(())
}

/// What a walk passes by.
struct PassedBy {
    ignored: Ignored,
    exclude: Exclude,
}

impl PassedBy {
    fn of(root: &Path) -> PassedBy {
        let file = root.join(CONFIGURATION);
        // Reading a pipe would wait for whoever writes into it.
        let text = if file.is_file() { fs::read(file).unwrap_or_default() } else { Vec::new() };
        PassedBy { ignored: Ignored::of(root), exclude: Exclude::of(&source(&text).text) }
    }

    /// Whether nothing in the folder is looked at or told.
    fn is_closed(&self, relative: &Path, path: &Path) -> bool {
        is_hidden(&with_slashes(relative)) || is_output(path)
    }

    /// Why the file or folder is passed by, `Some(None)` where nobody need know; `None` when it is not.
    fn why(&mut self, path: &Path, content_path: &ContentPath, is_folder: bool) -> Option<Option<LeftOut>> {
        if is_hidden(content_path.as_str()) {
            // A name that is nothing but an ending was meant as a text.
            let has_no_stem = [".md", ".markdown"].contains(&content_path.file_name()) && !is_folder;
            return Some(has_no_stem.then_some(LeftOut::Name(None)));
        }
        if is_folder && is_output(path) {
            return Some(None);
        }
        if content_path.as_str() == CONFIGURATION {
            return None;
        }
        let by_name = never_content(content_path.file_name());
        let excluded = || self.exclude.holds(content_path, is_folder).then_some(LeftOut::Excluded);
        let why = by_name.or_else(excluded);
        why.or_else(|| self.ignored.holds(path, is_folder).then_some(LeftOut::Ignored)).map(Some)
    }
}

/// What lies at `path`; `None` for a folder that is to be looked into.
fn at(
    root: &Path,
    path: &Path,
    content_path: &ContentPath,
    entry: walkdir::Result<walkdir::DirEntry>,
) -> Option<Found> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(Found::Unreadable(error.into())),
    };
    if entry.path_is_symlink() {
        return Some(follow(root, path, content_path));
    }
    if entry.file_type().is_dir() {
        let is_text = content_path.is_markdown() || content_path.as_str() == CONFIGURATION;
        return is_text.then(|| Found::Unreadable(io::Error::other("it is a folder")));
    }
    if !entry.file_type().is_file() {
        return Some(no_file(content_path));
    }
    Some(file(content_path, path))
}

/// A pipe, a socket or a device. Without its configuration the record is another one.
fn no_file(path: &ContentPath) -> Found {
    match path.as_str() == CONFIGURATION {
        true => Found::Unreadable(io::Error::other("it is no file")),
        false => Found::LeftOut(LeftOut::NoFile),
    }
}

/// What a symbolic link at `path` stands for. The files of a folder are read where they lie, never through a link.
fn follow(root: &Path, path: &Path, content_path: &ContentPath) -> Found {
    match path.canonicalize() {
        Err(error) if leads_nowhere(&error) => Found::LeftOut(LeftOut::LinkLoop),
        Err(error) => Found::Unreadable(error),
        Ok(target) if !target.starts_with(root) => Found::LeftOut(LeftOut::LinkOut),
        Ok(target) if target.is_file() => file(content_path, &target),
        Ok(target) if target.is_dir() => Found::LeftOut(LeftOut::LinkToFolder),
        Ok(_) => no_file(content_path),
    }
}

/// Whether a link is wrong by itself, and not kept from being read.
fn leads_nowhere(error: &io::Error) -> bool {
    // The standard library has no stable name for a circle of links.
    const CIRCLE: i32 = 40;
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
        || (cfg!(target_os = "linux") && error.raw_os_error() == Some(CIRCLE))
        || format!("{:?}", error.kind()) == "FilesystemLoop"
}

fn file(path: &ContentPath, on_disk: &Path) -> Found {
    if is_source(path) {
        Found::Source(on_disk.to_owned())
    } else if may_hold_key(path.file_name()) && begins_with_key(on_disk) {
        Found::LeftOut(LeftOut::Secret)
    } else {
        Found::Asset(on_disk.to_owned())
    }
}

/// Whether the file begins with a private key. One that cannot be read is reported where it is published.
fn begins_with_key(file: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = fs::File::open(file).and_then(|file| file.take(BEFORE_KEY as u64).read_to_end(&mut bytes));
    read.is_ok() && holds_key(&bytes)
}

/// Whether the file, of which the system says `about`, is a pointer of Git LFS.
fn is_pointer_on_disk(file: &Path, about: &fs::Metadata) -> bool {
    // Longer ones there are none.
    const LONGEST: u64 = 1024;
    about.is_file() && about.len() < LONGEST && fs::read(file).is_ok_and(|bytes| is_pointer(&bytes))
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_a_difference_to_the_reading_is_watched_and_what_is_hidden_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let write = |path: &str| {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), "*.log\n").unwrap();
        };
        fs::create_dir(root.join(".git")).unwrap();
        for path in ["notes/a.log", "site/index.html", "static/a.txt", "static/.git/config"] {
            write(path);
        }
        let mark = format!("site/{}", crate::OUTPUT_MARK);
        for (path, makes_a_difference) in [
            ("notes/plan.md", true),
            ("static/.nojekyll", true),
            ("static/.well-known/security.txt", true),
            ("notes/.gitignore", true),
            ("plan.md~", true),
            ("notes/.plan.md.swp", false),
            (".cache/plan.md", false),
            ("static/.gitattributes", false),
            ("static/.git/HEAD", false),
            (".site.candor-new/index.html", false),
            // From here on nothing in this folder is read.
            (&mark, true),
            ("site/plan.md", false),
            // It decides, although it is as it was.
            (&mark, false),
        ] {
            let before = Tree::read(&root).unwrap();
            write(path);
            let after = Tree::read(&root).unwrap();
            let of = |tree: &Tree| (tree.sources.clone(), tree.assets.clone(), tree.left_out.clone());
            assert_eq!(of(&before) != of(&after), makes_a_difference, "{path}");
            assert_eq!(Tree::may_depend_on(&root, &root.join(path)), makes_a_difference || path == mark, "{path}");
        }
        assert!(Tree::may_depend_on(&root, &root) && !Tree::may_depend_on(&root, folder.path().parent().unwrap()));
    }
}
