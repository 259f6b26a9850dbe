//! Why nothing was published, in words that say what to do.

use std::fmt;
use std::io;
use std::path::Path;

/// Why nothing was published. What was published before is as it was.
#[derive(Debug)]
pub enum Failure<E> {
    /// The new site lacks most of the published records.
    Removal {
        /// How many records are published.
        published: usize,
        /// How many of them the new site does not have.
        lost: usize,
    },
    /// Most of the texts that the published site was made from are empty, or are not text any more.
    Emptied {
        /// From how many texts it was made.
        published: usize,
        /// How many of them are not there any more.
        lost: usize,
    },
    /// Writing there would lose something, or the files do not make one folder; the words say what to do.
    Refused(String),
    /// The disk; the error names the file.
    World(io::Error),
    /// One of the files was an error.
    Stopped(E),
}

impl<E: fmt::Display> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Failure::Removal { published, lost } => write!(
                f,
                "{lost} of the {published} records and pages that are published would be removed, so nothing was changed\n  \
                 see that the folder is whole and the right one; if they are meant to go, build with `--allow-removal`"
            ),
            Failure::Emptied { published, lost } => write!(
                f,
                "{lost} of the {published} texts that were published are empty or not UTF-8 now, so nothing was changed\n  \
                 see that the files are whole, as they may not be when a disk was full while they were copied; if they are meant to be \
                 so, build with `--allow-removal`"
            ),
            Failure::Refused(why) => f.write_str(why),
            Failure::World(error) => error.fmt(f),
            Failure::Stopped(error) => error.fmt(f),
        }
    }
}

pub(super) fn refused<E>(out: &Path, why: &str) -> Failure<E> {
    Failure::Refused(format!("{} {why}", out.display()))
}

pub(super) fn two_files<E>(path: &Path) -> Failure<E> {
    let path = path.display();
    Failure::Refused(format!("two files of the site would be {path}; rename one of the two that they come from"))
}

/// Two files of one path, or a file where another one needs a folder; any other trouble is the disk's.
pub(super) fn clash<E>(path: &Path, error: io::Error) -> Failure<E> {
    match error.kind() {
        // An error that names its own file has no code of the system any more.
        _ if error.raw_os_error().is_none() => Failure::World(error),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => two_files(path),
        _ => named(path)(error),
    }
}

pub(super) fn named<E>(path: &Path) -> impl Fn(io::Error) -> Failure<E> {
    move |error| Failure::World(with_name(path, &error))
}

pub(super) fn with_name(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
