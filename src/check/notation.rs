//! What findings offer where a record is written in YAML: helps and fixes are worded as TOML everywhere else, once, and here they
//! become what an author of YAML types. A fix that does not is not offered.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Edit, Fix, fix};
use crate::document::{self, Record};
use crate::fields::{Notation, Table as _};
use crate::id::Kind;
use crate::site::{Entry, Site};
use crate::tree::Source;

/// `finding` as authors of YAML read it, where it is about their record or mends it; else as it is.
pub(super) fn in_own_notation(site: &Site, finding: Diagnostic) -> Diagnostic {
    let is_yaml = |path| site.notation_at(path) == Some(Notation::Yaml);
    let finding = in_own_words(site, finding);
    let is_about_yaml = is_yaml(&finding.path);
    let mends_yaml = finding.fix.iter().flat_map(|fix| &fix.edits).any(|edit| is_yaml(&edit.path));
    if !is_about_yaml && !mends_yaml {
        return finding;
    }
    finding.with(|it| {
        if is_about_yaml {
            it.help = it.help.take().map(|help| in_yaml(&help));
        }
        if mends_yaml {
            it.fix = it.fix.take().and_then(|fix| fix_in_yaml(site, fix));
        }
    })
}

/// `finding` with what the keys are called in the folder of its file.
fn in_own_words(site: &Site, finding: Diagnostic) -> Diagnostic {
    if !site.layout().has_own_words() {
        return finding;
    }
    let row = site.layout().placed(&finding.path).row.filter(|row| !row.keys.is_empty());
    let Some((row, help)) = row.zip(finding.help.as_ref()) else { return finding };
    let parts = help.split('`').enumerate().map(|(at, part)| {
        let (key, rest) = part.split_once(" = ").map_or((part, None), |(key, rest)| (key, Some(rest)));
        let own = row.keys.iter().find(|(_, meant)| meant == key).filter(|_| at % 2 == 1);
        match (own, rest) {
            (Some((own, _)), Some(rest)) => format!("{own} = {rest}"),
            (Some((own, _)), None) => own.clone(),
            (None, _) => part.to_owned(),
        }
    });
    let help = parts.collect::<Vec<_>>().join("`");
    finding.help(help)
}

/// `help` with YAML in the place of the TOML in its backticks. What it says of `candor.toml` stays TOML.
fn in_yaml(help: &str) -> String {
    if help.contains(".toml") {
        return help.to_owned();
    }
    let help = entries_in_yaml(help);
    let parts = help.split('`').enumerate();
    let words: Vec<String> =
        parts.map(|(at, part)| if at % 2 == 1 { code_in_yaml(part) } else { part.to_owned() }).collect();
    words.join("`")
}

/// `help` with the tables that it speaks of, ``an `[[event]]` table``, as the items that they are in YAML.
fn entries_in_yaml(help: &str) -> String {
    static TABLE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:\b(an?|the|this|that|its|one) )?`\[\[([\w.-]+)\]\]`( tables?\b)?").expect("the pattern is one")
    });
    let entry = |found: &Captures| {
        if is_of_configuration(&found[2]) {
            return found[0].to_owned();
        }
        let (article, table) = (found.get(1).map(|it| it.as_str()), found.get(3).map(|it| it.as_str()));
        let article = match article {
            Some("a" | "an") => "an ".to_owned(),
            Some(other) => format!("{other} "),
            None if table.is_none() => return found[0].to_owned(),
            None => String::new(),
        };
        let entry = if table == Some(" tables") { "entries" } else { "entry" };
        format!("{article}{entry} below `{}:`", &found[2])
    };
    TABLE.replace_all(help, entry).into_owned()
}

/// Whether a table of this name is one of `candor.toml`, and of no record: that is TOML whatever the records are.
fn is_of_configuration(table: &str) -> bool {
    let is_of_record = |kind: &Kind| Record::keys(*kind).contains(&table);
    Settings::ROWS.iter().any(|row| row.key == table) && !Kind::ALL.iter().any(is_of_record)
}

/// What a help shows in backticks, in YAML: `owner = "…"`, `[[event]]`, `+++`.
fn code_in_yaml(code: &str) -> String {
    static DOTTED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^([\w-]+)\.([\w-]+) = (.*)$").expect("the pattern is one"));
    static TABLES: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\[\[([\w.-]+)\]\]$").expect("the pattern is one"));
    if code == "+++" {
        return "---".to_owned();
    }
    if let Some(tables) = TABLES.captures(code).filter(|tables| !is_of_configuration(&tables[1])) {
        return format!("- …` below `{}:", &tables[1]);
    }
    let dotted = DOTTED.replace(code, "$1: { $2: $3 }");
    assignments_in_yaml(&dotted)
}

/// `text` with a colon behind each key that an equals sign follows; quoted texts stay as they are.
fn assignments_in_yaml(text: &str) -> String {
    static KEY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#""(?:[^"\\]|\\.)*"|([A-Za-z_][\w-]*) = "#).expect("the pattern is one"));
    let replaced = KEY.replace_all(text, |found: &Captures| match found.get(1) {
        Some(key) => format!("{}: ", key.as_str()),
        None => found[0].to_owned(),
    });
    replaced.into_owned()
}

/// `fix` with what it writes into front matter of YAML as YAML. `None` where it cannot be written so.
fn fix_in_yaml(site: &Site, fix: Fix) -> Option<Fix> {
    let edits: Option<Vec<Edit>> = fix.edits.into_iter().map(|edit| edit_in_yaml(site, edit)).collect();
    let fix = Fix { title: in_yaml(&fix.title), edits: edits?, ..fix };
    let mut paths: Vec<_> = fix.edits.iter().map(|edit| &edit.path).collect();
    paths.dedup();
    let stays_read = |entry: &Entry| {
        let edits: Vec<&Edit> = fix.edits.iter().filter(|edit| edit.path == entry.path).collect();
        fix::apply(&entry.text, &edits)
            .is_some_and(|text| faults(site, entry, &text) <= faults(site, entry, &entry.text))
    };
    let entries = paths.into_iter().filter_map(|path| site.at_path(path));
    entries.filter(|entry| entry.notation == Notation::Yaml).all(stays_read).then_some(fix)
}

/// How much of `text` is not read as YAML.
fn faults(site: &Site, entry: &Entry, text: &str) -> usize {
    let read = document::parse(&entry.path, &Source { text: text.into(), not_utf8: None }, site.layout());
    match read.front {
        Some(_) => read.problems.iter().filter(|it| it.rule == "invalid-yaml").count(),
        None => usize::MAX,
    }
}

fn edit_in_yaml(site: &Site, edit: Edit) -> Option<Edit> {
    let in_front = |entry: &&Entry| {
        entry.notation == Notation::Yaml && entry.front.is_some_and(|front| edit.span.start < front.end)
    };
    if site.drafts.iter().any(|draft| draft.path == edit.path && draft.notation == Notation::Yaml) {
        // The text of a draft is not at hand to see whether it is read then: a key or a value in place of another is.
        let is_in_place = !edit.text.contains(['\n', '[', '{']) && !edit.text.contains(" = ");
        return is_in_place.then_some(edit);
    }
    let Some(entry) = site.at_path(&edit.path).filter(in_front) else { return Some(edit) };
    let is_on_one_line = !entry.text.get(edit.span.range())?.trim_end().contains('\n');
    let lines: Vec<&str> = edit.text.lines().collect();
    let is_read = match lines[..] {
        [] | [_] => is_on_one_line && !edit.text.starts_with("[["),
        _ => false,
    };
    is_read.then(|| Edit { text: assignments_in_yaml(&edit.text), ..edit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn helps_show_yaml_where_a_record_is_yaml() {
        for (toml, yaml) in [
            ("add `owner = \"…\"`: text", "add `owner: \"…\"`: text"),
            ("write `{ unknown = \"a = b\" }`", "write `{ unknown: \"a = b\" }`"),
            ("write `comment.opens = 2021-03-30`", "write `comment: { opens: 2021-03-30 }`"),
            ("add a `[[member]]` table with a `from`", "add an entry below `member:` with a `from`"),
            ("look at the `[[vote]]` tables", "look at the entries below `vote:`"),
            ("add an `[[event]]` with `to = \"draft\"`", "add an entry below `event:` with `to: \"draft\"`"),
            ("give its `[[folder]]` a `name`", "give its `[[folder]]` a `name`"),
            ("begin each with a line `[[event]]`", "begin each with a line `- …` below `event:`"),
            ("put it in brackets: `tags = [\"…\"]`", "put it in brackets: `tags: [\"…\"]`"),
            ("a = b outside of code", "a = b outside of code"),
            ("write `redirects = []` in `candor.toml`", "write `redirects = []` in `candor.toml`"),
        ] {
            assert_eq!(in_yaml(toml), yaml);
        }
    }
}
