//! Places that are one where capital letters and the forms of accents make no difference.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use crate::id::ContentPath;
use crate::text::folded;

use super::{Overlap, Route, folders};

/// The pieces whose places are one where capital letters and the forms of accents make no difference, by their places in the list:
/// who wins, who loses, and how they meet.
pub(super) fn alike(placed: &[(ContentPath, Route)]) -> Vec<(usize, usize, Overlap)> {
    let keys: Vec<Cow<str>> = placed.par_iter().map(|(path, _)| folded(path.as_str())).collect();
    // Where all places are as they are folded, no two are the same.
    if keys.iter().all(|key| matches!(key, Cow::Borrowed(_))) || !may_meet(&keys) {
        return Vec::new();
    }
    let mut first_at: HashMap<&str, usize> = HashMap::with_capacity(keys.len());
    let mut first_in: HashMap<&str, usize> = HashMap::new();
    let mut several: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, key) in keys.iter().enumerate() {
        let first = *first_at.entry(key).or_insert(at);
        if first != at {
            several.entry(key).or_insert_with(|| vec![first]).push(at);
        }
        // Those above a folder that is known are known.
        folders(key).take_while(|folder| *first_in.entry(folder).or_insert(at) == at).for_each(drop);
    }
    let rank = |at: &usize| (placed[*at].1.rank(), *at);
    let same = several.values().flat_map(|places| {
        let winner = places.iter().copied().min_by_key(rank);
        let losers = places.iter().copied().filter(move |at| Some(*at) != winner);
        losers.filter_map(move |loser| Some((winner?, loser, Overlap::Letters)))
    });
    let nested = first_in.iter().flat_map(|(folder, first)| {
        let files = several.get(folder).cloned().unwrap_or_else(|| first_at.get(folder).copied().into_iter().collect());
        files.into_iter().map(|file| {
            let (winner, loser) = if placed[file].1.rank() == 0 { (file, *first) } else { (*first, file) };
            (winner, loser, Overlap::LettersOfFolder)
        })
    });
    let mut alike: Vec<_> = same.chain(nested).collect();
    alike.sort_by_key(|(winner, loser, overlap)| (*loser, *overlap, *winner));
    // One reason is enough.
    alike.dedup_by_key(|(_, loser, _)| *loser);
    alike
}

/// Whether two of `keys` are the same, or one is a folder of another, as far as hashes say: looking that up takes a while for a large
/// site whose folders have capital letters, and hardly ever is there anything to be found.
fn may_meet(keys: &[Cow<str>]) -> bool {
    let hash = |text: &str| {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        hasher.finish()
    };
    let mut of_files: Vec<u64> = keys.par_iter().map(|key| hash(key)).collect();
    let mut of_folders: Vec<u64> = keys.par_iter().flat_map_iter(|key| folders(key).map(hash)).collect();
    of_files.par_sort_unstable();
    of_folders.par_sort_unstable();
    of_folders.dedup();
    let is_file = |folder: &u64| of_files.binary_search(folder).is_ok();
    of_files.windows(2).any(|pair| pair[0] == pair[1]) || of_folders.par_iter().any(is_file)
}
