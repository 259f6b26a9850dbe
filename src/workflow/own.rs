//! What a profile says of the records of a kind themselves: where they lie, what they are called, which keys of the group's own they
//! have.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Vocabulary;
use super::layer::Layer;
use super::written::{WrittenKey, WrittenKind, words};
use crate::diagnostic::Diagnostic;
use crate::fields::{ANY, KeySort, OwnKey, bit};
use crate::id::{Kind, Naming};
use crate::layout::{self, Usual};
use crate::text::{Span, did_you_mean, listing, nearest};

impl Vocabulary {
    /// The same with the keys that `layers` give to each kind; what is wrong with one is reported at its place.
    pub(super) fn with_own_keys(&self, layers: &[Layer], findings: &mut Vec<Diagnostic>) -> Vocabulary {
        let mut own: BTreeMap<Kind, Vec<OwnKey>> = BTreeMap::new();
        for layer in layers {
            for (name, written) in layer.written.kind.entries() {
                let Some(kind) = Kind::parse(name).filter(|kind| *kind != Kind::Page) else { continue };
                for (key, it) in written.key.entries() {
                    let known = self.fields.get(&kind).map_or(&[][..], Vec::as_slice);
                    let is_taken = known.iter().any(|field| field.path == key.value);
                    let read = Reading { layer, findings: &mut *findings };
                    let Some(read) = read.key(kind, (&key.value, key.span), is_taken, &it.value) else { continue };
                    let of_kind = own.entry(kind).or_default();
                    // A profile that lies above says what the key is.
                    of_kind.retain(|other| other.key != read.key);
                    of_kind.push(read);
                }
            }
        }
        let mut vocabulary = self.clone();
        for (kind, keys) in &own {
            vocabulary.fields.entry(*kind).or_default().extend(keys.iter().map(OwnKey::path));
        }
        vocabulary.own_keys = own;
        vocabulary
    }
}

/// One profile that is read, and what is wrong with it.
pub(super) struct Reading<'a> {
    pub layer: &'a Layer,
    pub findings: &'a mut Vec<Diagnostic>,
}

impl Reading<'_> {
    fn invalid(&mut self, span: Span, message: String, help: impl Into<String>) {
        self.findings.push(self.layer.finding("invalid-profile", span, message).help(help));
    }

    /// `None` where it is no key that a record could have beside its others.
    fn key(mut self, kind: Kind, (key, span): (&str, Span), is_taken: bool, it: &WrittenKey) -> Option<OwnKey> {
        let is_word = key.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if !is_word {
            let message =
                format!("`{key}` is no name of a key: letters, digits, hyphens and underscores, a letter first");
            self.invalid(span, message, "write it as in `[kind.proposal.key.track]`");
            return None;
        }
        if is_taken {
            let message = format!("{} has a key `{key}` already", kind.with_article());
            self.invalid(span, message, "give yours another name, or use that one");
            return None;
        }
        let sort = *it.is.get()?;
        if let (Some(span), true) = (it.one_of.span(), sort != KeySort::Text) {
            self.invalid(
                span,
                format!("`{key}` takes a {sort}, and `one_of` lists texts"),
                "write `is = \"text\"`, or take it out",
            );
        }
        if let (Some([]), Some(span)) = (it.one_of.get().map(|list| &list.items[..]), it.one_of.span()) {
            self.invalid(span, "nothing stands in `one_of`".to_owned(), "name the words, or take it out");
        }
        if let (Some(span), true) = (it.to.span(), sort != KeySort::Reference) {
            self.invalid(
                span,
                format!("`{key}` takes a {sort}, and `to` says which records a reference leads to"),
                "write `is = \"reference\"`, or take it out",
            );
        }
        let mut kinds = 0;
        for (word, span) in words(&it.to) {
            match Kind::parse(word).filter(|kind| *kind != Kind::Page) {
                Some(kind) => kinds |= bit(kind),
                None => {
                    let known = || Kind::ALL.iter().filter(|kind| **kind != Kind::Page).map(|kind| kind.name());
                    let help = match nearest(word, known()) {
                        Some(meant) => did_you_mean(meant),
                        None => format!("kinds of record are {}", listing(known())),
                    };
                    self.invalid(span, format!("`{word}` is no kind of record"), help);
                }
            }
        }
        Some(OwnKey {
            key: key.to_owned(),
            title: it.title.get().cloned(),
            meaning: it.meaning.text().to_owned(),
            sort,
            words: if sort == KeySort::Text {
                it.one_of.items().iter().map(|it| it.value.clone()).collect()
            } else {
                Vec::new()
            },
            kinds: if kinds == 0 { ANY } else { kinds },
            is_list: it.list.is_true(),
        })
    }

    /// What the profile says on where records of `kind` lie and how they are named, without `keys`; `None` for what it does not say.
    pub(super) fn usual(mut self, kind: Kind, it: &WrittenKind) -> Usual {
        let mut usual = Usual::default();
        if let (Some(folder), Some(span)) = (it.folder.get(), it.folder.span()) {
            match layout::folder_of(folder) {
                Ok(folder) if folder.is_empty() || folder.contains(['*', '?', '[', '{']) => {
                    let message = "a profile gives a kind one folder of its own".to_owned();
                    self.invalid(
                        span,
                        message,
                        "write it as in `folder = \"designs\"`; `[[folder]]` in candor.toml can say more",
                    );
                }
                Ok(folder) => usual.folder = Some(folder),
                Err((message, _)) => self.invalid(span, message, "write it as in `folder = \"designs\"`"),
            }
        }
        if let (Some(prefix), Some(span)) = (it.prefix.get(), it.prefix.span()) {
            let other = Kind::ALL.iter().find(|other| **other != kind && other.usual_prefix() == prefix.trim());
            match (layout::prefix_of(prefix, kind), other.filter(|_| !prefix.trim().is_empty())) {
                (Ok(_), Some(other)) => {
                    let message = format!("ids that begin with `{prefix}-` are those of {}", other.plural());
                    self.invalid(span, message, "write another `prefix`");
                }
                (Ok(prefix), None) => usual.prefix = prefix,
                (Err((message, help)), _) => self.invalid(span, message, help),
            }
        }
        for (name, span) in words(&it.name) {
            match layout::name_of(name, kind) {
                Ok(_) if kind.naming() == Naming::Free => {}
                Ok(name) => usual.names.push(name),
                Err((message, help)) => self.invalid(span, message, help),
            }
        }
        usual
    }
}

/// What `given` say together, each profile what the ones before it do not say anew; with the `keys` of the group's own.
pub(super) fn together(given: impl Iterator<Item = Usual>, keys: Option<&Vec<OwnKey>>) -> Usual {
    let both = given.fold(Usual::default(), |below, above| Usual {
        folder: above.folder.or(below.folder),
        prefix: above.prefix.or(below.prefix),
        names: if above.names.is_empty() { below.names } else { above.names },
        keys: Arc::default(),
    });
    Usual { keys: keys.cloned().unwrap_or_default().into(), ..both }
}
