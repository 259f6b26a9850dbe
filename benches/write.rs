//! Writes the corpus to a folder, for `benches/run`, which builds it by itself: `write-corpus RECORDS FOLDER`.
//!
//! `FOLDER/candor` is the record, `FOLDER/hugo` the same texts for Hugo with the least theme that shows them: a page for each, the
//! list of each folder, feeds, and with `search.toml` an index for a search.

mod corpus;

use std::fs;
use std::path::Path;

const CONFIGURATION: &str = "\
baseURL = \"https://example.org/\"
title = \"Measured\"
[markup.highlight]
codeFences = false
[pagination]
pagerSize = 50
";

/// What a second configuration adds: coloured code and an index of all texts.
const WITH_SEARCH: &str = "\
[markup.highlight]
codeFences = true
noClasses = false
[outputs]
home = [\"html\", \"rss\", \"json\"]
";

/// The theme: each file with what it holds.
const LAYOUTS: [(&str, &str); 5] = [
    (
        "baseof.html",
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head>\n<body><nav>\
         {{ range site.Sections }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ end }}</nav>\n\
         <main>{{ block \"main\" . }}{{ end }}</main></body></html>\n",
    ),
    (
        "page.html",
        "{{ define \"main\" }}<h1>{{ .Title }}</h1>\n<dl>{{ range $key, $value := .Params }}<dt>{{ $key }}</dt>\
         <dd>{{ $value }}</dd>{{ end }}</dl>\n<nav>{{ .TableOfContents }}</nav>\n{{ .Content }}{{ end }}\n",
    ),
    (
        "section.html",
        "{{ define \"main\" }}<h1>{{ .Title }}</h1>\n<ul>{{ range (.Paginate .RegularPages).Pages }}\
         <li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>\n{{ end }}</ul>\
         {{ with .Paginator.Next }}<a href=\"{{ .URL }}\">More</a>{{ end }}{{ end }}\n",
    ),
    (
        "home.html",
        "{{ define \"main\" }}<ul>{{ range site.Sections }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}\
         </ul>{{ end }}\n",
    ),
    (
        "home.json",
        "{{ $all := slice }}{{ range site.RegularPages }}{{ $all = $all | append (dict \"href\" .RelPermalink \"title\" .Title \
         \"text\" .Plain) }}{{ end }}{{ $all | jsonify }}\n",
    ),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [records, folder] = &arguments[..] else {
        eprintln!("write-corpus RECORDS FOLDER");
        return;
    };
    let (folder, fixture) = (Path::new(folder), corpus::fixture(records.parse().expect("a number of records")));
    for file in fixture.split("-- ").filter_map(|part| part.split_once(" --\n")).filter(|(path, _)| is_path(path)) {
        write(&folder.join("candor").join(file.0), file.1);
        if file.0.ends_with(".md") {
            write(&folder.join("hugo/content").join(file.0), &for_hugo(file.1));
        }
    }
    write(&folder.join("hugo/hugo.toml"), CONFIGURATION);
    write(&folder.join("hugo/search.toml"), WITH_SEARCH);
    LAYOUTS.iter().for_each(|(name, text)| write(&folder.join("hugo/layouts").join(name), text));
}

fn is_path(text: &str) -> bool {
    !text.contains(char::is_whitespace)
}

fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder can be made");
    fs::write(file, text).expect("a file can be written");
}

/// The same text with the title where Hugo expects it and the rest below `params`, as some keys mean something else there.
fn for_hugo(text: &str) -> String {
    let Some((front, body)) = text.strip_prefix("+++\n").and_then(|text| text.split_once("+++\n")) else {
        return text.to_owned();
    };
    let is_title = |line: &&str| line.starts_with("title = ") || line.starts_with("name = ");
    let title =
        front.lines().find(is_title).and_then(|line| line.split_once(" = ")).map_or("\"Untitled\"", |(_, it)| it);
    let params: Vec<String> = front.lines().map(|line| line.replacen("[[", "[[params.", 1)).collect();
    format!("+++\ntitle = {title}\n\n[params]\n{}\n+++\n{body}", params.join("\n"))
}
