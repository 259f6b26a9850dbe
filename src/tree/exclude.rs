//! What lies in the folder and is never content: what `candor.toml` excludes, what editors leave behind, keys.

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use toml::de::{DeTable, DeValue};

use crate::id::ContentPath;

use super::LeftOut;

/// The paths that the configuration of a site excludes.
pub(super) struct Exclude {
    globs: Gitignore,
}

impl Exclude {
    /// What the `candor.toml` with this text excludes. What is no pattern is passed by: the configuration reports it.
    pub(super) fn of(configuration: &str) -> Exclude {
        let (table, _) = DeTable::parse_recoverable(configuration);
        let mut globs = GitignoreBuilder::new("");
        if let Some(DeValue::Array(items)) = table.get_ref().get("exclude").map(toml::Spanned::get_ref) {
            for glob in items.iter().filter_map(|item| item.get_ref().as_str()) {
                drop(globs.add_line(None, glob).map(drop));
            }
        }
        Exclude { globs: globs.build().unwrap_or_else(|_| Gitignore::empty()) }
    }

    /// Whether the file or the folder at `path` is excluded. Whether a folder above it is must have been asked before.
    pub(super) fn holds(&self, path: &ContentPath, is_folder: bool) -> bool {
        !self.globs.is_empty()
            && path.as_str() != super::CONFIGURATION
            && self.globs.matched(path.as_str(), is_folder).is_ignore()
    }

    /// Whether the file at `path` or a folder on the way to it is excluded.
    pub(super) fn holds_or_above(&self, path: &ContentPath) -> bool {
        !self.globs.is_empty()
            && path.as_str() != super::CONFIGURATION
            && self.globs.matched_path_or_any_parents(path.as_str(), false).is_ignore()
    }
}

/// Whether it can be told what the `candor.toml` with this text excludes: it is TOML, `exclude` is a list of patterns, and no key beside
/// it or in a table looks as if it were meant: what stands below a `[[waiver]]` is a key of the waiver.
pub(super) fn is_told(configuration: &str) -> bool {
    const KEY: &str = "exclude";
    let (table, errors) = DeTable::parse_recoverable(configuration);
    let is_pattern = |item: &toml::Spanned<DeValue>| item.get_ref().as_str().is_some_and(|it| glob_error(it).is_none());
    let is_list = match table.get_ref().get(KEY).map(toml::Spanned::get_ref) {
        Some(DeValue::Array(items)) => items.iter().all(is_pattern),
        Some(_) => false,
        None => true,
    };
    let is_like = |key: &str| key != KEY && strsim::damerau_levenshtein(&key.to_lowercase(), KEY) <= 2;
    let others = || table.get_ref().iter().filter(|(key, _)| *key.get_ref() != KEY && !key.get_ref().starts_with("x-"));
    errors.is_empty()
        && is_list
        && !others().any(|(key, value)| is_like(key.get_ref()) || holds_list(value.get_ref(), KEY))
}

/// Whether a table in `value`, at whatever depth, has a list at `key`.
fn holds_list(value: &DeValue, key: &str) -> bool {
    match value {
        DeValue::Array(items) => items.iter().any(|item| holds_list(item.get_ref(), key)),
        DeValue::Table(table) => table.iter().any(|(name, value)| {
            let is_list = matches!(value.get_ref(), DeValue::Array(_));
            is_list && name.get_ref().eq_ignore_ascii_case(key) || holds_list(value.get_ref(), key)
        }),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            false
        }
    }
}

/// What is wrong with the pattern `glob`; `None` when it can be matched.
pub(crate) fn glob_error(glob: &str) -> Option<String> {
    GitignoreBuilder::new("").add_line(None, glob).err().map(|error| error.to_string())
}

/// Why a file of this name is never content; `None` for most.
pub(super) fn never_content(name: &str) -> Option<LeftOut> {
    let name = name.to_lowercase();
    if is_leftover(&name) {
        return Some(LeftOut::Leftover);
    }
    is_secret(&name).then_some(LeftOut::Secret)
}

/// Names of files that programs leave beside those that they were asked to change.
const LEFTOVERS: [&str; 7] = ["4913", "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "__macosx", ".directory"];

/// Endings of such files.
const LEFTOVER_ENDINGS: [&str; 10] =
    ["~", ".orig", ".rej", ".bak", ".save", ".swp", ".swo", ".tmp", ".part", ".crdownload"];

fn is_leftover(name: &str) -> bool {
    LEFTOVERS.contains(&name)
        || LEFTOVER_ENDINGS.iter().any(|ending| name.ends_with(ending))
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || ["~$", "._", ".~lock."].iter().any(|beginning| name.starts_with(beginning))
}

/// Names of files that hold keys or passwords and nothing else.
const SECRETS: [&str; 21] = [
    "id_rsa",
    "id_dsa",
    "id_ecdsa",
    "id_ecdsa_sk",
    "id_ed25519",
    "id_ed25519_sk",
    ".env",
    ".netrc",
    "_netrc",
    ".pgpass",
    ".htpasswd",
    "htpasswd",
    ".npmrc",
    ".pypirc",
    ".git-credentials",
    "credentials",
    "secrets",
    "passwords.txt",
    "token.json",
    "wallet.dat",
    "secring.gpg",
];

/// Beginnings of such names. A text that is called so is a page.
const SECRET_BEGINNINGS: [&str; 8] = [
    "credentials.",
    "secrets.",
    "secret.",
    "client_secret",
    "service-account",
    "service_account",
    ".env.",
    "terraform.tfstate",
];

/// Endings of such names.
const SECRET_ENDINGS: [&str; 10] =
    [".env", ".p12", ".pfx", ".jks", ".jceks", ".keystore", ".kdbx", ".ppk", ".ovpn", ".tfstate"];

fn is_secret(name: &str) -> bool {
    let is_text = name.ends_with(".md") || name.ends_with(".markdown");
    !is_text
        && (SECRETS.contains(&name)
            || SECRET_BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
            || SECRET_ENDINGS.iter().any(|ending| name.ends_with(ending)))
}

/// How much of a file may stand before the key in it.
pub(super) const BEFORE_KEY: usize = 4096;

/// Whether the file called `name` may hold a key as text, so that its beginning is worth a look.
pub(super) fn may_hold_key(name: &str) -> bool {
    let name = name.to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(ending, "" | "pem" | "key" | "asc" | "gpg" | "txt" | "crt" | "cer" | "der" | "rsa" | "priv" | "json")
}

/// Whether `bytes`, the beginning of a file, are those of a private key.
pub(super) fn holds_key(bytes: &[u8]) -> bool {
    let bytes = &bytes[..bytes.len().min(BEFORE_KEY)];
    let text = String::from_utf8_lossy(bytes);
    (text.contains("-----BEGIN ") && text.contains("PRIVATE KEY"))
        || text.starts_with("PuTTY-User-Key-File")
        || (text.contains("\"private_key\"") && text.contains("\"client_email\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_and_secrets_are_known_by_their_names_and_content_is_not() {
        let leftovers = "p.md~ #p.md# p.md.orig p.MD.BAK p.rej p.save .p.md.swp p.swo 4913 ~$offer.docx Thumbs.db \
                         desktop.ini .DS_Store ._p.md .~lock.p.odt#";
        for name in leftovers.split_whitespace() {
            assert_eq!(never_content(name), Some(LeftOut::Leftover), "{name}");
        }
        for name in "id_rsa ID_ED25519 credentials.json .env .env.local prod.env store.p12 a.kdbx".split_whitespace() {
            assert_eq!(never_content(name), Some(LeftOut::Secret), "{name}");
        }
        for name in
            "p.md # #p 4913.md id_rsa.pub credentials.md backup.md original.pdf env.md C# a~b.png".split_whitespace()
        {
            assert_eq!(never_content(name), None, "{name}");
        }
    }

    #[test]
    fn a_private_key_is_known_and_a_certificate_is_none() {
        // In pieces, so that nobody who looks for keys finds one here.
        let key = |what: &str| format!("-----BEGIN {what}-----\nMIIE\n");
        assert!(holds_key(key("RSA PRIVATE KEY").as_bytes()) && holds_key(key("PRIVATE KEY").as_bytes()));
        assert!(!holds_key(key("CERTIFICATE").as_bytes()) && !holds_key(key("PUBLIC KEY").as_bytes()));
    }

    #[test]
    fn what_is_excluded_can_be_told_or_not() {
        for told in [
            "",
            "title = \"T\"\n",
            "exclude = []\n",
            "exclude = [\"notes/\"]\n",
            "[rules]\nexclude = 1\n",
            "[folder.keys]\nexclude = \"left_out\"\n",
            "[x-notes]\nexclude = [\"a\"]\n",
        ] {
            assert!(is_told(told), "{told}");
        }
        for untold in [
            "title = [\n",
            "exclude = \"notes/\"\n",
            "exclude = [\"notes/]\n",
            "exclude = [1]\n",
            "exclude = [\"[z-a]\"]\n",
            "exclude = [\"a\"]\nexclude = [\"b\"]\n",
            "exlude = [\"notes/\"]\n",
            "Excluded = [\"notes/\"]\n",
            "[exclude]\npaths = [\"notes/\"]\n",
            "[site]\nexclude = [\"notes/\"]\n",
            "[levels]\nstalled = \"off\"\nexclude = [\"notes/\"]\n",
            "[[waiver]]\nrule = \"stalled\"\nExclude = [\"notes/\"]\n",
            "[params.more]\nexclude = [\"notes/\"]\n",
            "<<<<<<< HEAD\nexclude = [\"notes/\"]\n=======\n",
        ] {
            assert!(!is_told(untold), "{untold}");
        }
    }

    #[test]
    fn a_pattern_that_cannot_be_matched_is_told_and_passed_by() {
        assert!(glob_error("[z-a]").is_some() && glob_error("node_modules/").is_none());
        let exclude =
            Exclude::of("exclude = [\"[z-a]\", \"notes/\", \"*.draft.md\", \"!keep.draft.md\", \"candor.toml\"]\n");
        let path = |text: &str| ContentPath::parse(text).unwrap();
        for (held, text) in [
            (true, "notes/a.md"),
            (true, "sow/0001-x.draft.md"),
            (false, "keep.draft.md"),
            (false, "notes.md"),
            (false, "candor.toml"),
        ] {
            assert_eq!(exclude.holds_or_above(&path(text)), held, "{text}");
        }
    }
}
