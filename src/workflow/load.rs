//! Finding the profiles that a site names, and those that they build on, in the order in which they lie.

use std::collections::BTreeSet;

use super::layer::{Layer, LayerPlace};
use super::merge::merge;
use super::verify::verify;
use super::written::Written;
use super::{Profile, Vocabulary};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::{At, Origin, ReadFile, is_edited, settings};
use crate::id::ContentPath;
use crate::text::{Span, nearest};
use crate::tree::Tree;

/// The profiles that come with the program, by name.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("base", include_str!("profiles/base.toml")),
    ("council", include_str!("profiles/council.toml")),
    ("eip", include_str!("profiles/eip.toml")),
    ("ghc-devops", include_str!("profiles/ghc-devops.toml")),
    ("llvm-area-team", include_str!("profiles/llvm-area-team.toml")),
    ("llvm-iwg", include_str!("profiles/llvm-iwg.toml")),
    ("openstack-liaisons", include_str!("profiles/openstack-liaisons.toml")),
    ("rust-vmm", include_str!("profiles/rust-vmm.toml")),
];

impl Profile {
    /// What the profiles `names` say together, and what is wrong with them. `base` lies beneath, named or not.
    ///
    /// A name is that of a built-in profile, or a file beside `candor.toml`: `ours.toml`. What cannot be read is left out.
    /// A finding in a built-in profile stands at its name in `candor.toml`.
    pub fn load(
        names: &[At<String>],
        tree: &Tree,
        config_path: &ContentPath,
        vocabulary: &Vocabulary,
    ) -> (Profile, Vec<Diagnostic>) {
        Profile::load_as(true, names, tree, config_path, vocabulary)
    }

    /// The same, where what its slips mean is read, or not.
    pub(crate) fn load_as(
        is_as_meant: bool,
        names: &[At<String>],
        tree: &Tree,
        config_path: &ContentPath,
        vocabulary: &Vocabulary,
    ) -> (Profile, Vec<Diagnostic>) {
        let mut loader = Loader {
            is_as_meant,
            tree,
            config_path,
            layers: Vec::new(),
            open: Vec::new(),
            findings: Vec::new(),
            edits: Vec::new(),
            broken: BTreeSet::new(),
        };
        loader.visit("base", &Named { path: config_path, span: None, listed: None });
        for name in names {
            loader.visit(name, &Named { path: config_path, span: Some(name.span), listed: Some(name.span) });
        }
        loader.rank();
        let Loader { layers, mut findings, edits, broken, .. } = loader;
        let told = findings.len();
        let vocabulary = &vocabulary.with_own_keys(&layers, &mut findings);
        let merged = merge(&layers, vocabulary, &mut findings);
        verify(&merged, &layers, vocabulary, &mut findings);
        let further = findings.split_off(told);
        findings.extend(further.into_iter().filter(|it| !is_edited(&edits, it)));
        // What a broken file seems to say is no ground to judge it by.
        findings.retain(|it| !broken.contains(&it.path) || matches!(it.rule, "invalid-toml" | "impossible-date"));
        findings.sort_by(Diagnostic::order);
        (merged.profile, findings)
    }
}

/// Where a profile is asked for.
struct Named<'a> {
    path: &'a ContentPath,
    span: Option<Span>,
    /// The entry of `candor.toml` that leads there.
    listed: Option<Span>,
}

struct Loader<'a> {
    is_as_meant: bool,
    tree: &'a Tree,
    config_path: &'a ContentPath,
    /// Every profile after those that it builds on.
    layers: Vec<Layer>,
    /// The profiles that are being read, each because the one before builds on it.
    open: Vec<String>,
    findings: Vec<Diagnostic>,
    /// What mends the slips that are read as what they mean.
    edits: Vec<Edit>,
    /// The profiles whose TOML is broken.
    broken: BTreeSet<ContentPath>,
}

impl Loader<'_> {
    /// Lays the profile `key` and those that it builds on; nothing when they lie already.
    fn visit(&mut self, key: &str, named: &Named) {
        if self.layers.iter().any(|layer| layer.key == key) {
            return;
        }
        if self.open.iter().any(|open| open == key) {
            let way: Vec<String> = self.open.iter().map(|open| format!("`{open}`")).collect();
            let message = format!("the profile `{key}` builds on itself: {} extends `{key}`", way.join(" extends "));
            self.findings.push(
                Diagnostic::new("invalid-profile", named.path, named.span, message)
                    .help("remove one `extends` of the circle"),
            );
            return;
        }
        let built_in = BUILT_IN.iter().find(|(name, _)| *name == key).map(|(_, text)| *text);
        let file = self.config_path.join(key).filter(|_| key.ends_with(".toml"));
        let from_file = file.as_ref().and_then(|path| self.tree.sources.get(path));
        let (text, place) = match (built_in, from_file, file) {
            (Some(text), _, _) => (text, LayerPlace::BuiltIn(self.config_path.clone(), named.listed)),
            (None, Some(source), Some(path)) => (&*source.text, LayerPlace::File(path)),
            (None, _, _) => return self.unknown(key, named),
        };
        let path = match &place {
            LayerPlace::File(path) => path.clone(),
            LayerPlace::BuiltIn(config, _) => config.clone(),
        };
        let file: ReadFile<Written> = settings(&path, Origin::Profile, text, self.is_as_meant);
        if file.is_broken {
            self.broken.insert(path);
        }
        let (edits, written) = (file.edits, file.value);
        self.edits.extend(edits);
        let problems = file.problems;
        let name = written.name.get().cloned().unwrap_or_else(|| key.trim_end_matches(".toml").to_owned());
        let layer = Layer { key: key.to_owned(), name, written, over: BTreeSet::new(), place };
        self.findings.extend(problems.into_iter().map(|problem| match (&layer.place, problem.span) {
            (LayerPlace::BuiltIn(..), Some(span)) => layer.finding(problem.rule, span, problem.message.clone()),
            _ => problem,
        }));
        if let (Some(below), span) = (layer.written.extends.get(), layer.written.extends.span()) {
            self.open.push(key.to_owned());
            match &layer.place {
                LayerPlace::File(path) => self.visit(below, &Named { path, span, listed: named.listed }),
                LayerPlace::BuiltIn(path, listed) => {
                    self.visit(below, &Named { path, span: *listed, listed: named.listed });
                }
            }
            self.open.pop();
        }
        self.layers.push(layer);
    }

    fn unknown(&mut self, key: &str, named: &Named) {
        let names = BUILT_IN.iter().map(|(name, _)| *name);
        let files = self.tree.sources.keys().map(ContentPath::as_str).filter(|path| {
            path.ends_with(".toml") && *path != self.config_path.as_str() && !path.starts_with("themes/")
        });
        let file = format!("{key}.toml");
        let own = files.clone().find(|path| *path == file);
        let help = match own.or_else(|| nearest(key, names.clone().chain(files))) {
            Some(meant) if own.is_some() => format!("write `\"{meant}\"`, the file of that name"),
            Some(meant) => format!("did you mean `{meant}`?"),
            None => {
                let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
                format!(
                    "built in are {}; a profile of your own is a file beside candor.toml, named with its `.toml`",
                    names.join(", ")
                )
            }
        };
        let message = format!("there is no profile `{key}`");
        self.findings.push(Diagnostic::new("unknown-profile", named.path, named.span, message).help(help));
    }

    /// Works out which layers each one wins over: `base`, those that it builds on and theirs, those that it names.
    fn rank(&mut self) {
        for at in 0..self.layers.len() {
            let layer = &self.layers[at];
            let namesake = self.layers.iter().enumerate().any(|(other, it)| other != at && it.name == layer.name);
            if let (true, Some(_), Some(span)) = (namesake, layer.file(), layer.written.name.span()) {
                let message = format!("another profile of this site is called `{}` too", layer.name);
                let finding = layer.finding("invalid-profile", span, message);
                self.findings.push(finding.help("give it a name of its own"));
            }
            let mut over = BTreeSet::from([0]);
            if let Some(below) = layer.written.extends.get().and_then(|below| self.position(below)) {
                over.insert(below);
                over.extend(&self.layers[below].over);
            }
            for name in layer.written.wins_over.items() {
                match self.position(name) {
                    Some(below) if below < at => drop(over.insert(below)),
                    Some(below) => {
                        over.insert(below);
                        let message = match below == at {
                            true => format!("`wins_over` names `{}`, the profile that it stands in", name.value),
                            false => format!("`{}` is to win over `{}`, which lies above it", layer.name, name.value),
                        };
                        let finding = layer.finding("invalid-profile", name.span, message);
                        self.findings.push(match below == at {
                            true => finding.help("remove it"),
                            false => finding.help(format!(
                                "list `{}` after it in the `profile` of candor.toml, or remove this word",
                                layer.key
                            )),
                        });
                    }
                    None if BUILT_IN.iter().any(|(built_in, _)| *built_in == name.value) => {}
                    None => {
                        let message = format!("`wins_over` names `{}`, which is no profile of this site", name.value);
                        let names = self.layers.iter().map(|layer| layer.name.as_str());
                        let finding = layer.finding("unknown-profile", name.span, message);
                        self.findings.push(match nearest(name, names) {
                            Some(meant) => finding.help(format!("did you mean `{meant}`?")),
                            None => finding.help("remove it, or list that profile in candor.toml before this one"),
                        });
                    }
                }
            }
            self.layers[at].over = over;
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.layers.iter().position(|layer| layer.key == name || layer.name == name)
    }
}
