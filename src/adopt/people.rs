//! Everybody in the lists of participants, each once, with the spellings that are taken for the same person.

use std::collections::{BTreeMap, BTreeSet};

use super::minutes::Minutes;
use super::names::{Participant, can_stand_for, has_initial, is_like, letters, words};
use super::questions::{Ask, Asked};
use crate::text::ascii_slug;

/// Somebody, with all that the lists say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Person {
    /// How records refer to them: `ada-example`.
    pub slug: String,
    /// The fullest spelling.
    pub name: String,
    /// The other spellings, in the order of letters.
    pub aliases: Vec<String>,
    pub github: Option<String>,
    pub organizations: Vec<String>,
    /// Whether they have a record already, which stays as it is.
    pub is_known: bool,
}

/// Everybody, and who is meant by each spelling.
#[derive(Debug, Default)]
pub(super) struct Directory {
    /// In the order of their slugs.
    pub people: Vec<Person>,
    by_letters: BTreeMap<String, usize>,
}

impl Directory {
    /// The person that `name` spells, as a list of participants did; `None` when no list has it.
    pub(super) fn of(&self, name: &str) -> Option<&Person> {
        self.by_letters.get(&letters(name)).map(|at| &self.people[*at])
    }

    /// The one person that `name` can mean in a sentence: a spelling, an account, or a first name that one of them has.
    pub(super) fn named(&self, name: &str) -> Option<&Person> {
        let own = letters(name.trim_start_matches('@'));
        let by_account = |it: &&Person| it.github.as_deref().is_some_and(|github| letters(github) == own);
        if let Some(person) = self.of(name).or_else(|| self.people.iter().find(by_account)) {
            return Some(person);
        }
        let mut with_name =
            self.people.iter().filter(|it| words(&it.name).first().is_some_and(|it| letters(it) == own));
        with_name.next().filter(|_| with_name.next().is_none())
    }
}

/// One spelling, or several that differ in capitals, marks and blanks only.
#[derive(Debug, Default, Clone)]
struct Spelling {
    /// As written, each with how often.
    forms: BTreeMap<String, usize>,
    handles: BTreeSet<String>,
    organizations: BTreeSet<String>,
    /// The minutes whose lists have it, by their place among all.
    meetings: BTreeSet<usize>,
    known: Option<Person>,
}

impl Spelling {
    /// The form that says most: with most words, with capitals, the most frequent.
    fn best(&self) -> &str {
        let weight = |(form, count): &(&String, &usize)| {
            let is_spaced = form.contains(' ');
            let is_capital = form.chars().next().is_some_and(char::is_uppercase);
            (words(form).len(), is_spaced, is_capital, **count)
        };
        self.forms.iter().max_by_key(weight).map_or("", |(form, _)| form)
    }

    fn add(&mut self, other: Spelling) {
        for (form, count) in other.forms {
            *self.forms.entry(form).or_default() += count;
        }
        self.handles.extend(other.handles);
        self.organizations.extend(other.organizations);
        self.meetings.extend(other.meetings);
        self.known = self.known.take().or(other.known);
    }
}

/// Everybody in the lists of `minutes`; `known` have records already.
pub(super) fn directory(minutes: &[Minutes], known: Vec<Person>, asked: &mut Asked) -> Directory {
    let mut spellings: BTreeMap<String, Spelling> = BTreeMap::new();
    for person in known {
        let spelling = Spelling { known: Some(person.clone()), ..Spelling::default() };
        let entry = spellings.entry(letters(&person.name)).or_default();
        entry.add(spelling);
        *entry.forms.entry(person.name).or_default() += 1;
        entry.handles.extend(person.github);
        entry.forms.extend(person.aliases.into_iter().map(|alias| (alias, 1)));
    }
    for (at, it) in minutes.iter().enumerate() {
        it.present.iter().chain(&it.regrets).for_each(|person| keep(&mut spellings, person, at));
    }
    let mut same: BTreeMap<String, String> = by_alias(&spellings);
    same.extend(by_handle(&spellings));
    let short = short_names(&spellings, &same, asked);
    same.extend(short);
    same.extend(slips(&spellings, &same, asked));
    collected(spellings, &same)
}

fn keep(spellings: &mut BTreeMap<String, Spelling>, person: &Participant, at: usize) {
    let entry = spellings.entry(letters(&person.name)).or_default();
    *entry.forms.entry(person.name.clone()).or_default() += 1;
    entry.handles.extend(person.handle.clone());
    entry.organizations.extend(person.organization.clone());
    entry.meetings.insert(at);
}

/// Spellings that the record of a person has as another name of theirs.
fn by_alias(spellings: &BTreeMap<String, Spelling>) -> BTreeMap<String, String> {
    let known = spellings.iter().filter(|(_, it)| it.known.is_some());
    let pairs = known.flat_map(|(key, it)| it.forms.keys().map(move |form| (letters(form), key.clone())));
    pairs.filter(|(form, key)| form != key && spellings.contains_key(form)).collect()
}

/// Spellings that share an account, each with the one that has most words.
fn by_handle(spellings: &BTreeMap<String, Spelling>) -> BTreeMap<String, String> {
    let mut with: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for (key, spelling) in spellings {
        spelling.handles.iter().for_each(|handle| with.entry(handle.to_lowercase()).or_default().push(key));
    }
    let mut same = BTreeMap::new();
    for keys in with.values().filter(|keys| keys.len() > 1) {
        let Some(main) = keys.iter().max_by_key(|key| words(spellings[**key].best()).len()) else { continue };
        same.extend(keys.iter().filter(|key| *key != main).map(|key| ((*key).clone(), (*main).clone())));
    }
    same
}

/// Names of one word, or with initials, that somebody with a full name can be meant by: `Ben`, `Ben E.` and the account `bexample`
/// for Ben Example. Whoever was at the same meeting under the full name is another person.
fn short_names(
    spellings: &BTreeMap<String, Spelling>,
    known: &BTreeMap<String, String>,
    asked: &mut Asked,
) -> BTreeMap<String, String> {
    let is_full = |it: &Spelling| words(it.best()).len() > 1 && !has_initial(it.best());
    let can_mean =
        |short: &str, full: &str| can_stand_for(short, full) || (words(short).len() == 1 && is_like(short, full));
    let mut same = BTreeMap::new();
    let is_open = |key: &String, it: &Spelling| !is_full(it) && it.known.is_none() && !known.contains_key(key);
    for (key, short) in spellings.iter().filter(|(key, it)| is_open(key, it)) {
        let candidates: Vec<(&String, &Spelling)> = spellings
            .iter()
            .filter(|(_, it)| {
                is_full(it) && can_mean(short.best(), it.best()) && it.meetings.is_disjoint(&short.meetings)
            })
            .collect();
        if candidates.is_empty() {
            continue;
        }
        let name = short.best();
        let mut choices: Vec<String> = candidates.iter().map(|(_, it)| it.best().to_owned()).collect();
        choices.push("another person".to_owned());
        let at = asked.choose(Ask {
            key: format!("person {name}"),
            text: format!("Who is “{name}” in the lists of participants?"),
            places: vec![format!(
                "in the lists of {}",
                crate::text::count(short.meetings.len(), "meeting", "meetings")
            )],
            // Of two with that name nothing tells which it is.
            guess: if candidates.len() == 1 { 0 } else { choices.len() - 1 },
            choices,
        });
        same.extend(candidates.get(at).map(|(main, _)| (key.clone(), (*main).clone())));
    }
    same
}

/// Full names that differ in a letter or two and never stand in one list.
fn slips(
    spellings: &BTreeMap<String, Spelling>,
    same: &BTreeMap<String, String>,
    asked: &mut Asked,
) -> BTreeMap<String, String> {
    let full: Vec<(&String, &Spelling)> =
        spellings.iter().filter(|(key, it)| words(it.best()).len() > 1 && !same.contains_key(*key)).collect();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (at, (key, one)) in full.iter().enumerate() {
        for (other_key, other) in &full[at + 1..] {
            let most = match key.chars().count().min(other_key.chars().count()) {
                0..8 => 0,
                8..12 => 1,
                _ => 2,
            };
            let is_slip = strsim::damerau_levenshtein(key, other_key) <= most
                && one.meetings.is_disjoint(&other.meetings)
                && !(one.known.is_some() && other.known.is_some());
            if !is_slip || found.contains_key(*key) || found.contains_key(*other_key) {
                continue;
            }
            let (main, rare) = match one.meetings.len() >= other.meetings.len() || one.known.is_some() {
                true => ((key, one), (other_key, other)),
                false => ((other_key, other), (key, one)),
            };
            let at = asked.choose(Ask {
                key: format!("person {}", rare.1.best()),
                text: format!("Who is “{}” in the lists of participants?", rare.1.best()),
                places: Vec::new(),
                choices: vec![main.1.best().to_owned(), "another person".to_owned()],
                guess: 0,
            });
            if at == 0 {
                found.insert((*rare.0).clone(), (*main.0).clone());
            }
        }
    }
    found
}

/// One person for all spellings that are the same.
fn collected(spellings: BTreeMap<String, Spelling>, same: &BTreeMap<String, String>) -> Directory {
    // A name may lead to one that leads on.
    let main_of = |key: &str| {
        let mut key = key.to_owned();
        for _ in 0..same.len() {
            match same.get(&key) {
                Some(next) => key.clone_from(next),
                None => break,
            }
        }
        key
    };
    let keys: Vec<(String, String)> = spellings.keys().map(|key| (key.clone(), main_of(key))).collect();
    let mut groups: BTreeMap<String, Spelling> = BTreeMap::new();
    for (key, spelling) in spellings {
        groups.entry(main_of(&key)).or_default().add(spelling);
    }
    let mut used = BTreeSet::new();
    let mut people: Vec<(String, Person)> = Vec::new();
    for (key, group) in groups {
        people.push((key, person(group, &mut used)));
    }
    people.sort_by(|(_, one), (_, other)| one.slug.cmp(&other.slug));
    let place: BTreeMap<&String, usize> = people.iter().enumerate().map(|(at, (key, _))| (key, at)).collect();
    let by_letters = keys.iter().map(|(key, main)| (key.clone(), place[main])).collect();
    Directory { by_letters, people: people.into_iter().map(|(_, person)| person).collect() }
}

fn person(group: Spelling, used: &mut BTreeSet<String>) -> Person {
    let name = words_apart(group.best());
    if let Some(known) = group.known {
        used.insert(known.slug.clone());
        return Person { is_known: true, ..known };
    }
    let plain = ascii_slug(&name);
    let plain = if plain.is_empty() { "somebody".to_owned() } else { plain };
    let slugs = std::iter::once(plain.clone()).chain((2..).map(|number| format!("{plain}-{number}")));
    let slug = slugs.into_iter().find(|slug| !used.contains(slug)).expect("one of endless names is free");
    used.insert(slug.clone());
    let aliases = group.forms.into_keys().filter(|form| *form != name).collect();
    let github = group.handles.into_iter().next();
    Person { slug, name, aliases, github, organizations: group.organizations.into_iter().collect(), is_known: false }
}

/// `ZhiqianXia` and `zhiqian_xia` as a name is written; what has blanks already is its author's own, but for capitals where
/// there are none at all.
fn words_apart(form: &str) -> String {
    let words = words(form);
    if form.contains(' ') || words.len() == 1 {
        return form.to_owned();
    }
    words.iter().map(|word| crate::text::capitalised(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::questions::Answers;
    use super::super::tests::texts;
    use super::super::{Past, minutes::minutes};
    use super::*;

    /// The people of lists, one for each meeting, and what was asked.
    fn found(lists: &[&str], answers: &str) -> Vec<String> {
        let fixture: String = lists
            .iter()
            .enumerate()
            .map(|(at, list)| {
                let items: String = list.split("; ").map(|name| format!("* {name}\n")).collect();
                format!("-- minutes/2026-01-{:02}.md --\n## Participants\n\n{items}", at + 1)
            })
            .collect();
        let (texts, answers) = (texts(&fixture), Answers::read(answers));
        let mut asked = Asked::new(&answers);
        let minutes = minutes(&texts, &Past::default(), &BTreeSet::new(), &mut asked);
        let directory = directory(&minutes, Vec::new(), &mut asked);
        let people = directory.people.iter().map(|it| format!("{} {} {:?}", it.slug, it.name, it.aliases));
        people.chain(asked.questions.iter().map(|it| format!("? {} {}", it.key, it.taken))).collect()
    }

    #[test]
    fn spellings_that_differ_in_capitals_and_blanks_are_one_person_without_a_question() {
        assert_eq!(
            found(&["Ada Example; ben", "ada_example", "AdaExample"], ""),
            ["ada-example Ada Example [\"AdaExample\", \"ada_example\"]", "ben ben []"]
        );
    }

    #[test]
    fn a_first_name_is_taken_for_the_one_who_has_it_and_asked_about() {
        let lists = ["Ada Example; Ben Example", "Ada; Ben Example"];
        assert_eq!(
            found(&lists, ""),
            ["ada-example Ada Example [\"Ada\"]", "ben-example Ben Example []", "? person Ada Ada Example"]
        );
        assert_eq!(
            found(&lists, "<!-- question: person Ada -->\n- [x] another person\n"),
            ["ada Ada []", "ada-example Ada Example []", "ben-example Ben Example []", "? person Ada another person"]
        );
    }

    #[test]
    fn a_name_with_an_initial_is_asked_about() {
        assert_eq!(
            found(&["Ben Example", "Ben E.", "B. Example"], ""),
            [
                "ben-example Ben Example [\"B. Example\", \"Ben E.\"]",
                "? person Ben E. Ben Example",
                "? person B. Example Ben Example"
            ]
        );
    }

    #[test]
    fn an_account_in_place_of_a_name_is_asked_about() {
        assert_eq!(
            found(&["Ana Díaz; Bo Li", "@anad; Bo Li"], ""),
            ["ana-diaz Ana Díaz [\"anad\"]", "bo-li Bo Li []", "? person anad Ana Díaz"]
        );
    }

    #[test]
    fn an_account_that_a_list_gives_to_somebody_is_theirs_without_a_question() {
        assert_eq!(
            found(&["Ruben Eriksson @rubene; Bo Li", "@rubene; Bo Li"], ""),
            ["bo-li Bo Li []", "ruben-eriksson Ruben Eriksson [\"rubene\"]"]
        );
    }

    #[test]
    fn a_first_name_beside_the_full_one_is_another_person() {
        assert_eq!(found(&["Ada Example; Ada"], ""), ["ada Ada []", "ada-example Ada Example []"]);
    }

    #[test]
    fn of_two_with_one_first_name_nobody_is_taken() {
        assert_eq!(
            found(&["Ada Example; Ada Other", "Ada"], ""),
            ["ada Ada []", "ada-example Ada Example []", "ada-other Ada Other []", "? person Ada another person"]
        );
    }

    #[test]
    fn a_slip_of_a_letter_is_asked_about() {
        assert_eq!(
            found(&["Benedict Example", "Benedict Example", "Benedikt Example"], ""),
            ["benedict-example Benedict Example [\"Benedikt Example\"]", "? person Benedikt Example Benedict Example"]
        );
    }
}
