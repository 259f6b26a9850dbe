use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::PathBuf;
use std::time::Duration;

use super::disk::list;
use super::exchange::set_aside;
use super::*;
use crate::id::ContentPath;
use crate::page::Body;

/// A folder with a record in `record`, and nothing else.
fn place() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let (root, out) = (place.path().join("record"), place.path().join("site"));
    fs::create_dir(&root).unwrap();
    fs::write(root.join("candor.toml"), "").unwrap();
    (place, root, out)
}

fn file(path: &str, text: &str) -> Page {
    Page { path: ContentPath::parse(path).unwrap(), body: Body::Text(text.into()) }
}

fn build(out: &Path, root: &Path, files: &[(&str, &str)]) -> Result<Written, Failure<Infallible>> {
    build_with(out, root, ANY, files)
}

fn build_with(
    out: &Path,
    root: &Path,
    permission: Permission,
    files: &[(&str, &str)],
) -> Result<Written, Failure<Infallible>> {
    write(out, root, permission, &Known::default(), files.par_iter().map(|(path, text)| Ok(file(path, text))))
}

const ANY: Permission = Permission { in_place: false, removal: true, manifest: false, precompress: false };

fn refusal(result: Result<Written, Failure<Infallible>>) -> String {
    match result {
        Err(Failure::Refused(why)) => why,
        other => panic!("{other:?} is no refusal"),
    }
}

/// Every file below `folder` but the mark, with what it holds.
fn holds(folder: &Path) -> BTreeMap<String, String> {
    let files = list(folder).unwrap().into_keys().filter(|path| path != Path::new(OUTPUT_MARK));
    files.map(|path| (path.display().to_string(), fs::read_to_string(folder.join(path)).unwrap())).collect()
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_folder_holds_exactly_the_files() {
    let (place, root, out) = place();
    let first = build(&out, &root, &[("index.html", "home"), ("sow/0001/index.html", "one")]).unwrap();
    assert_eq!(first, Written { written: 2, unchanged: 0, removed: 0, bytes: 7 });
    let second = build(&out, &root, &[("index.html", "home"), ("sow/0002/index.html", "two!")]).unwrap();
    assert_eq!(second, Written { written: 1, unchanged: 1, removed: 1, bytes: 4 });
    let expected = [("index.html", "home"), ("sow/0002/index.html", "two!")];
    assert_eq!(holds(&out), expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
    assert_eq!(names_in(place.path()), ["record", "site"]);
}

#[test]
#[cfg(unix)]
fn unchanged_files_and_folders_are_not_touched() {
    use std::os::unix::fs::MetadataExt;
    let (_place, root, out) = place();
    build(&out, &root, &[("a.html", "a"), ("b.html", "b")]).unwrap();
    let (site, kept) = (fs::metadata(&out).unwrap(), fs::metadata(out.join("a.html")).unwrap());
    build(&out, &root, &[("a.html", "a"), ("b.html", "other")]).unwrap();
    let after = fs::metadata(out.join("a.html")).unwrap();
    assert_eq!((kept.ino(), kept.mtime_nsec()), (after.ino(), after.mtime_nsec()));
    assert_ne!(site.ino(), fs::metadata(&out).unwrap().ino());

    let site = fs::metadata(&out).unwrap();
    let same = build(&out, &root, &[("a.html", "a"), ("b.html", "other")]).unwrap();
    assert_eq!(same, Written { unchanged: 2, ..Written::default() });
    assert_eq!(site.ino(), fs::metadata(&out).unwrap().ino());
}

#[test]
fn assets_are_copied_and_compared() {
    let (_place, root, out) = place();
    let source = root.join("logo.png");
    let asset = || {
        rayon::iter::once(Ok::<_, Infallible>(Page {
            path: ContentPath::parse("assets/logo.png").unwrap(),
            body: Body::OnDisk(source.clone()),
        }))
    };
    fs::write(&source, vec![7; 200_000]).unwrap();
    assert_eq!(write(&out, &root, ANY, &Known::default(), asset()).unwrap().bytes, 200_000);
    assert_eq!(write(&out, &root, ANY, &Known::default(), asset()).unwrap().unchanged, 1);
    fs::write(&source, vec![8; 200_000]).unwrap();
    assert_eq!(write(&out, &root, ANY, &Known::default(), asset()).unwrap().written, 1);
    fs::remove_file(&source).unwrap();
    let gone = write(&out, &root, ANY, &Known::default(), asset()).unwrap_err();
    assert!(matches!(&gone, Failure::World(error) if error.to_string().contains("logo.png")), "{gone}");
}

#[test]
fn an_error_or_a_panic_midway_leaves_the_old_site() {
    let (place, root, out) = place();
    build(&out, &root, &[("index.html", "old")]).unwrap();
    let many = |stop: fn() -> Result<Page, String>| {
        let files = (0..200).into_par_iter();
        files.map(move |at| if at == 150 { stop() } else { Ok(file(&format!("{at}/index.html"), "new")) })
    };
    let stopped = write(&out, &root, ANY, &Known::default(), many(|| Err("broken template".to_owned()))).unwrap_err();
    assert_eq!(stopped.to_string(), "broken template");
    let panicked = std::panic::catch_unwind(|| {
        write(&out, &root, ANY, &Known::default(), many(|| panic!("a wrong program"))).is_ok()
    });
    assert!(panicked.is_err());
    assert_eq!(holds(&out), [("index.html".to_owned(), "old".to_owned())].into());
    assert_eq!(names_in(place.path()), ["record", "site"]);
}

#[test]
fn two_files_of_one_path_are_refused() {
    let (_place, root, out) = place();
    build(&out, &root, &[("index.html", "old")]).unwrap();
    for pair in [["a/b", "a/b"], ["a", "a/b"], ["a/b", "a"], ["index.html", "index.html"]] {
        let why = refusal(build(&out, &root, &pair.map(|path| (path, "old"))));
        assert!(why.contains("two files of the site would be"), "{why}");
    }
    assert!(refusal(build(&out, &root, &[(OUTPUT_MARK, "")])).contains("cannot be the name"));
    assert_eq!(holds(&out).len(), 1);
}

#[test]
fn what_would_lose_something_is_refused_and_kept() {
    let (place, root, out) = place();
    let nothing: &[(&str, &str)] = &[];
    let letters = place.path().join("letters");
    fs::create_dir(&letters).unwrap();
    fs::write(letters.join("to-my-love.txt"), "words").unwrap();
    fs::write(place.path().join("file"), "words").unwrap();
    build(&out, &root, &[("index.html", "home")]).unwrap();
    fs::create_dir(out.join(".git")).unwrap();
    for (folder, why) in [
        (letters.clone(), "Candor did not write it"),
        (root.clone(), "is the record itself"),
        (place.path().to_owned(), "holds the record"),
        (place.path().join("file"), "is a file"),
        (out.clone(), "holds `.git`"),
        (PathBuf::from("/"), "holds the record"),
        (place.path().join("nothing/.."), "names no folder"),
        (std::env::current_dir().unwrap(), "is the folder you stand in"),
    ] {
        let said = refusal(build(&folder, &root, nothing));
        assert!(said.contains(why), "{said}");
    }
    assert_eq!(names_in(place.path()), ["file", "letters", "record", "site"]);
    assert_eq!(names_in(&letters), ["to-my-love.txt"]);
}

#[test]
fn a_record_may_hold_its_own_output() {
    let (_place, root, _) = place();
    let out = root.join("public/site");
    build(&out, &root, &[("index.html", "home")]).unwrap();
    build(&out, &root, &[("index.html", "changed")]).unwrap();
    assert_eq!(names_in(&root.join("public")), ["site"]);
}

#[test]
#[cfg(unix)]
fn an_output_behind_a_link_is_replaced_where_it_lies() {
    let (place, root, out) = place();
    let real = place.path().join("real");
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &out).unwrap();
    build(&out, &root, &[("index.html", "home")]).unwrap();
    assert!(fs::symlink_metadata(&out).unwrap().is_symlink());
    assert_eq!(holds(&real).len(), 1);
    fs::remove_dir_all(&real).unwrap();
    assert!(refusal(build(&out, &root, &[])).contains("leads nowhere"));
}

#[test]
#[cfg(unix)]
fn links_in_the_old_site_lead_nowhere_out() {
    let (place, root, out) = place();
    let outside = place.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("a.html"), "a").unwrap();
    build(&out, &root, &[("index.html", "home")]).unwrap();
    std::os::unix::fs::symlink(&outside, out.join("folder")).unwrap();
    std::os::unix::fs::symlink(outside.join("a.html"), out.join("b.html")).unwrap();
    let written = build(&out, &root, &[("folder/a.html", "a"), ("b.html", "b")]).unwrap();
    assert_eq!(written, Written { written: 2, unchanged: 0, removed: 2, bytes: 2 });
    assert_eq!(fs::read_to_string(outside.join("a.html")).unwrap(), "a");
    assert!(!fs::symlink_metadata(out.join("b.html")).unwrap().is_symlink());
}

#[test]
fn what_a_killed_build_left_is_cleared_and_what_it_set_aside_comes_back() {
    let (place, root, out) = place();
    build(&out, &root, &[("index.html", "old")]).unwrap();
    let beside = Beside::new(&out);
    fs::rename(&out, &beside.old).unwrap();
    fs::create_dir_all(beside.new.join("half")).unwrap();
    fs::write(&beside.lock, "").unwrap();
    let stopped = write(&out, &root, ANY, &Known::default(), rayon::iter::once(Err::<Page, _>("stop")));
    assert!(matches!(stopped, Err(Failure::Stopped("stop"))));
    assert_eq!(holds(&out), [("index.html".to_owned(), "old".to_owned())].into());
    assert_eq!(names_in(place.path()), ["record", "site"]);
}

#[test]
fn without_an_exchange_the_two_are_renamed() {
    let (_place, root, out) = place();
    build(&out, &root, &[("index.html", "old")]).unwrap();
    let beside = Beside::new(&out);
    fs::create_dir(&beside.new).unwrap();
    set_aside(&out, &beside).unwrap();
    assert_eq!(holds(&out).len(), 0);
    assert!(!beside.old.exists() && !beside.new.exists());
}

#[test]
#[cfg(unix)]
fn in_place_the_folder_stays_and_holds_exactly_the_files() {
    use std::os::unix::fs::MetadataExt;
    let (place, root, out) = place();
    let in_place = Permission { in_place: true, removal: true, ..Permission::default() };
    build(&out, &root, &[("index.html", "old"), ("a", "file"), ("b/c/d.html", "page"), ("same", "same")]).unwrap();
    let (folder, same) = (fs::metadata(&out).unwrap().ino(), fs::metadata(out.join("same")).unwrap().ino());
    std::os::unix::fs::symlink(place.path(), out.join("link")).unwrap();
    let files = [("index.html", "new"), ("a/b.html", "page"), ("b", "file"), ("same", "same"), ("link/x.html", "page")];
    for written in [5, 5] {
        let sum = build_with(&out, &root, in_place, &files).unwrap();
        assert_eq!(sum.written + sum.unchanged, written);
    }
    assert_eq!(holds(&out), files.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
    assert_eq!((fs::metadata(&out).unwrap().ino(), fs::metadata(out.join("same")).unwrap().ino()), (folder, same));
    assert_eq!(names_in(&out), [".candor-site", "a", "b", "index.html", "link", "same"]);
    assert_eq!(names_in(place.path()), ["record", "site"]);
    // What a killed build left is cleared by the next.
    fs::create_dir_all(out.join(".candor-new/half")).unwrap();
    build_with(&out, &root, in_place, &files).unwrap();
    assert_eq!(names_in(&out).len(), 6);
}

#[test]
fn most_of_the_records_do_not_go_unasked() {
    let (_place, root, out) = place();
    let careful = Permission::default();
    let site = |records: usize| {
        let records = (0..records).map(|at| format!("sow/{at:04}/index.html"));
        let made = ["index.html", "sow/index.html", "rules/stalled/index.html", "style.css"].map(str::to_owned);
        records.chain(made).collect::<Vec<_>>()
    };
    let build = |records: usize, permission| {
        let files = site(records);
        let files: Vec<(&str, &str)> = files.iter().map(|path| (path.as_str(), "text")).collect();
        build_with(&out, &root, permission, &files)
    };
    for (before, after, refused) in
        [(10, 5, false), (10, 4, true), (10, 0, true), (2, 0, true), (3, 1, true), (1, 0, false), (0, 0, false)]
    {
        build(before, ANY).unwrap();
        match build(after, careful) {
            Err(Failure::Removal { published, lost }) => {
                assert_eq!((published, lost, refused), (before, before - after, true));
                assert_eq!(holds(&out).len(), before + 4, "the old site is whole");
            }
            other => assert!(!refused && other.is_ok(), "{before} {after}"),
        }
        build(after, ANY).unwrap();
        assert_eq!(holds(&out).len(), after + 4);
    }
}

#[test]
fn most_of_the_texts_do_not_go_unasked() {
    for in_place in [false, true] {
        let (_place, root, out) = place();
        let build = |text: &str, texts: Option<usize>, removal| {
            let known = Known { texts, ..Known::default() };
            let permission = Permission { in_place, removal, ..Permission::default() };
            write(&out, &root, permission, &known, rayon::iter::once(Ok::<_, Infallible>(file("index.html", text))))
        };
        assert!(build("old", None, false).is_ok() && build("old", Some(0), false).is_ok(), "no mark says how many");
        for (before, after, refused) in [(10, 5, false), (10, 4, true), (10, 0, true), (2, 0, true), (1, 0, false)] {
            build("old", Some(before), true).unwrap();
            match build("new", Some(after), false) {
                Err(Failure::Emptied { published, lost }) => {
                    assert_eq!((published, lost, refused), (before, before - after, true));
                    assert_eq!(holds(&out)["index.html"], "old");
                }
                other => assert!(!refused && other.is_ok(), "{before} {after}"),
            }
            build("new", Some(after), true).unwrap();
            assert_eq!(holds(&out)["index.html"], "new");
            assert!(build("newer", Some(after), false).is_ok(), "what was empty before is not lost");
        }
    }
}

#[test]
fn builds_at_once_leave_one_of_their_sites() {
    let (place, root, out) = place();
    std::thread::scope(|scope| {
        for builder in ["a", "b", "c"] {
            let (root, out) = (&root, &out);
            scope.spawn(move || {
                for _ in 0..10 {
                    let files: Vec<String> = (0..20).map(|at| format!("{at}/index.html")).collect();
                    let files: Vec<(&str, &str)> = files.iter().map(|path| (path.as_str(), builder)).collect();
                    build(out, root, &files).unwrap();
                }
            });
        }
    });
    let held = holds(&out);
    let first = held["0/index.html"].clone();
    assert!(held.len() == 20 && held.values().all(|text| *text == first));
    assert_eq!(names_in(place.path()), ["record", "site"]);
}

/// Not a test of its own: the program that the next test kills.
#[test]
fn builds_without_end_when_told_to() {
    let Some(place) = std::env::var_os("CANDOR_TEST_BUILDS_IN") else { return };
    let place = PathBuf::from(place);
    for round in 0.. {
        let text = format!("{round}");
        // The paths differ from round to round as well, so that there is something to remove.
        let files = (0..150).into_par_iter().map(|at| Ok::<_, Infallible>(file(&format!("{}/{at}", round % 2), &text)));
        let half = (0..150).into_par_iter().map(|at| Ok(file(&format!("{at}/same"), "same")));
        write(&place.join("site"), &place.join("record"), ANY, &Known::default(), files.chain(half)).unwrap();
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let (place, root, out) = place();
    build(&out, &root, &[("index.html", "old")]).unwrap();
    for round in 0..15 {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "output::tests::builds_without_end_when_told_to"])
            .env("CANDOR_TEST_BUILDS_IN", place.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(20 + round * 9));
        child.kill().unwrap();
        child.wait().unwrap();
        let held = holds(&out);
        let changing: Vec<&String> =
            held.iter().filter(|(path, _)| !path.ends_with("same")).map(|(_, text)| text).collect();
        assert!(held.len() == 300 || held.len() == 1, "{} files", held.len());
        assert!(changing.iter().all(|text| *text == changing[0]));
    }
    build(&out, &root, &[("index.html", "new")]).unwrap();
    assert_eq!(names_in(place.path()), ["record", "site"]);
}

#[test]
fn the_manifest_lists_every_other_file_and_is_the_same_for_the_same_site() {
    let (place, root, out) = place();
    let with = Permission { manifest: true, ..ANY };
    let on_disk = place.path().join("film");
    fs::write(&on_disk, "moving").unwrap();
    let film = || Page { path: ContentPath::parse("a/film.mp4").unwrap(), body: Body::OnDisk(on_disk.clone()) };
    let build = |files: &[(&str, &str)]| {
        let pages = files.par_iter().map(|(path, text)| file(path, text)).chain(rayon::iter::once(film()));
        write::<Infallible>(&out, &root, with, &Known::default(), pages.map(Ok)).unwrap();
        holds(&out)["manifest.json"].clone()
    };
    let one = build(&[("index.html", "home"), ("a/index.html", "a")]);
    assert_eq!(one, build(&[("a/index.html", "a"), ("index.html", "home")]));
    let read: serde_json::Value = serde_json::from_str(&one).unwrap();
    let listed: Vec<(&str, u64, &str)> = read["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["path"].as_str().unwrap(), it["size"].as_u64().unwrap(), it["blake3"].as_str().unwrap()))
        .collect();
    let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex().to_string();
    let (a, moving, home) = (hash("a"), hash("moving"), hash("home"));
    assert_eq!(listed, [("a/film.mp4", 6, &*moving), ("a/index.html", 1, &*a), ("index.html", 4, &*home)]);
    let other = build(&[("a/index.html", "b"), ("index.html", "home")]);
    assert_eq!(one.lines().filter(|line| !other.contains(*line)).count(), 1);
    // Without it, the list is gone.
    assert!(build_with(&out, &root, ANY, &[("index.html", "home")]).is_ok());
    assert!(!out.join("manifest.json").exists());
}

#[test]
fn what_is_asked_for_takes_the_place_of_a_file_and_no_build_stops_for_it() {
    let (_place, root, out) = place();
    let long = "home ".repeat(200);
    let files = [
        ("a/manifest.json", "kept"),
        ("index.html", long.as_str()),
        ("index.html.br/a.txt", "below the packed form"),
        ("index.html.gz", "by hand"),
        ("manifest.json", "{}"),
        ("manifest.json.gz", "kept"),
        ("short.html", "short"),
        ("short.html.gz", "kept"),
    ];
    let both = Permission { manifest: true, precompress: true, ..ANY };
    for _ in 0..2 {
        let written = build_with(&out, &root, both, &files).unwrap();
        let names: Vec<PathBuf> =
            list(&out).unwrap().into_keys().filter(|path| path != Path::new(OUTPUT_MARK)).collect();
        assert_eq!((names.len(), written.written + written.unchanged), (8, 8), "{names:?}");
        assert!(out.join("index.html.br").is_file() && fs::read(out.join("index.html.gz")).unwrap() != b"by hand");
        assert!(fs::read_to_string(out.join("manifest.json")).unwrap().contains("short.html.gz"));
    }
    for permission in [ANY, Permission { in_place: true, ..ANY }] {
        build_with(&out, &root, permission, &files).unwrap();
        assert_eq!(holds(&out), files.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
        build_with(&out, &root, Permission { in_place: permission.in_place, ..both }, &files).unwrap();
        assert!(fs::read(out.join("index.html.gz")).unwrap() != b"by hand");
    }
}

#[test]
#[cfg(unix)]
fn packed_texts_lie_beside_the_texts_and_are_made_again_only_where_those_change() {
    use std::os::unix::fs::MetadataExt;
    let (_place, root, out) = place();
    let packing = Permission { precompress: true, ..ANY };
    let (one, other) = ("one and the same ".repeat(99), "another one ".repeat(99));
    let names = |folder: &Path| list(folder).unwrap().into_keys().map(|path| path.display().to_string());
    let held = || {
        let mut names: Vec<String> = names(&out).filter(|name| name != OUTPUT_MARK).collect();
        names.sort();
        names.join(" ")
    };
    let inode = |name: &str| fs::metadata(out.join(name)).unwrap().ino();
    let files = [("a.html", &*one), ("b.json", &*one), ("c.png", &*one), ("d.html", "short")];
    let first = build_with(&out, &root, packing, &files).unwrap();
    assert_eq!(
        (held().as_str(), first.written),
        ("a.html a.html.br a.html.gz b.json b.json.br b.json.gz c.png d.html", 8)
    );

    let kept = ["a.html", "a.html.gz", "a.html.br"].map(inode);
    let changed = build_with(&out, &root, packing, &[("a.html", &*one), ("b.json", &*other)]).unwrap();
    assert_eq!((changed.written, changed.unchanged, changed.removed), (3, 3, 2));
    assert_eq!(kept, ["a.html", "a.html.gz", "a.html.br"].map(inode));

    // One that was changed by hand unpacks to something else.
    fs::write(out.join("a.html.gz"), fs::read(out.join("b.json.gz")).unwrap()).unwrap();
    assert_eq!(build_with(&out, &root, packing, &[("a.html", &*one), ("b.json", &*other)]).unwrap().written, 1);
    let mut unpacked = String::new();
    let file = fs::File::open(out.join("a.html.gz")).unwrap();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(file), &mut unpacked).unwrap();
    assert_eq!(unpacked, one);

    assert_eq!(build(&out, &root, &[("a.html", &*one)]).unwrap().removed, 5);
    assert_eq!(held(), "a.html");
}
