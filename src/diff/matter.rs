//! One record that a change touches, and what it does to it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use toml::{Table, Value};

use crate::change::Change;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::{PERSON, bit};
use crate::id::{ContentPath, Kind};
use crate::markdown::MentionKind;
use crate::site::{Draft, Entry, Link, LinkTarget, Site, meaning_of_life};
use crate::words::{self, Word};

use super::edit::{Edit, Form, Sort};
use super::prose::{Sign, pieces};
use super::{hidden, labels, next, sentences, tasks, values, votes};

/// The records that are called by their names where others speak of them.
const BY_NAME: [Kind; 5] = [Kind::Person, Kind::Organization, Kind::Group, Kind::Service, Kind::Contractor];

/// What happened to a record or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It came in.
    Added,
    /// It is gone.
    Removed,
    /// Its file was there, and was a draft or left out.
    Published,
    /// Its file is there, and is a draft or left out now.
    Unpublished,
    /// It says something else; it may lie elsewhere too.
    Changed,
    /// It lies elsewhere, and says what it said.
    Moved,
}

impl Fate {
    /// In one word: `added`.
    pub fn as_str(self) -> &'static str {
        match self {
            Fate::Added => "added",
            Fate::Removed => "removed",
            Fate::Published => "published",
            Fate::Unpublished => "unpublished",
            Fate::Changed => "changed",
            Fate::Moved => "moved",
        }
    }
}

/// How much a record needs somebody to look. In the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It has a new error, or takes a step with one.
    Blocked,
    /// It has a new warning.
    Doubtful,
    /// It is gone.
    Removed,
    /// It takes a step, or a vote, an outcome or an amount differs.
    Deciding,
    /// It is new.
    Added,
    /// Its values differ.
    Values,
    /// Its text differs, or its place.
    Text,
}

/// A step that came in.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its place among the events of the record, counted from zero; `None` where a line of the record says where it stands.
    pub at: Option<usize>,
    /// The state before it; `None` when it is the first.
    pub from: Option<String>,
    /// The state that it enters.
    pub to: String,
    /// What the workflow says to it.
    pub verdict: Verdict,
    /// What it asks for and lacks, where no finding says so, in the language of the [`Diff`](super::Diff).
    pub lacks: Vec<String>,
}

impl Step {
    /// What the workflow says to it, as a clause after its states.
    pub(super) fn judgement(&self) -> String {
        match self.lacks.is_empty() {
            true => self.verdict.in_words().to_string(),
            false => words::step_lacks(self.lacks.join(", ")),
        }
    }

    /// Whether `edit` is the event that takes it.
    pub(super) fn is_told_by(&self, edit: &Edit) -> bool {
        self.at.is_some() && edit.place == self.at && is_new_step(edit)
    }
}

/// What the workflow says to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It knows the step, and no error was found about it.
    InOrder,
    /// It does not know the step.
    NotAllowed,
    /// It knows the step, and an error was found about it: evidence that is missing, an actor who may not take it.
    Incomplete,
    /// It knows one of its states not, or the step has no day.
    NotJudged,
}

impl Verdict {
    /// Whether the step may be taken as it is; `None` where that cannot be judged.
    pub fn is_legal(self) -> Option<bool> {
        match self {
            Verdict::InOrder => Some(true),
            Verdict::NotAllowed | Verdict::Incomplete => Some(false),
            Verdict::NotJudged => None,
        }
    }

    /// It as a clause after the states of the step.
    fn in_words(self) -> Word {
        match self {
            Verdict::InOrder => words::VERDICT_IN_ORDER,
            Verdict::NotAllowed => words::VERDICT_NOT_ALLOWED,
            Verdict::Incomplete => words::VERDICT_INCOMPLETE,
            Verdict::NotJudged => words::VERDICT_NOT_JUDGED,
        }
    }
}

/// A record that the change touches.
#[derive(Debug)]
pub struct Matter {
    /// `SOW-0001`, `ada`; that of the head, where it is there.
    pub id: String,
    /// `sow`.
    pub kind: Kind,
    /// What it was called, when it is called otherwise now and lies where it lay: another prefix.
    pub was_id: Option<String>,
    /// What it was before it lay elsewhere; `None` when it is of the same kind.
    pub was_kind: Option<Kind>,
    /// What a reader calls it; empty where that must not be quoted.
    pub title: String,
    /// Where it lies; where it lay, when it is gone.
    pub path: String,
    /// Where it lay, when it lies elsewhere now.
    pub was_at: Option<String>,
    /// Its folder on the site; `None` when it is gone.
    pub address: Option<String>,
    /// What happened to it.
    pub fate: Fate,
    /// Whether its file differs or lies elsewhere; `false` when the change only brings findings on it.
    pub is_touched: bool,
    /// How much it needs a look.
    pub weight: Weight,
    /// The steps that came in, in their order.
    pub steps: Vec<Step>,
    /// The values that differ, with ids in the place of references.
    pub edits: Vec<Edit>,
    /// The same as readers are told them, with people by their names; of a value that is read the same there is none.
    pub(super) told: Vec<Edit>,
    /// What else differs: the state, tasks, links of the text.
    pub notes: Vec<Edit>,
    /// New findings about it, and errors in the way of its step.
    pub findings: Vec<Diagnostic>,
    /// Its text, with what went and what came in.
    pub prose: Vec<(Sign, String)>,
    /// How its text begins, where it came in and there is more to be read of it than its title.
    pub(super) lead: Option<String>,
    /// Whether its front matter cannot be read, before and after.
    pub(super) unread: [bool; 2],
    /// The records that referred to it and lead nowhere there now, by their ids, each with whether a step of it rests on it.
    pub left_behind: Vec<(String, bool)>,
    /// What has its address now that it is gone, by its id; `None` where nothing has.
    pub(super) led_to: Option<String>,
    /// Who holds it and what comes next, as a sentence in the language of the [`Diff`](super::Diff); `None` when that is as it was, or nothing is to be done.
    pub next: Option<String>,
}

/// What is known of the whole change, whichever record is looked at.
pub(super) struct Known<'a> {
    /// New findings, and errors in the way of a step, by their files.
    pub(super) findings: HashMap<&'a ContentPath, Vec<&'a Diagnostic>>,
    /// What people, bodies and services are called, by the records that they are: `person/ada`.
    names: HashMap<String, String>,
    /// Whether nothing of the base may be quoted.
    pub(super) is_withholding: bool,
}

impl<'a> Known<'a> {
    /// What the findings `new` and the records on both sides say. Whom the change takes out is called as before, unless nothing of
    /// that may be quoted.
    pub(super) fn of(change: &Change<'a>, new: &'a [Diagnostic], is_withholding: bool) -> Known<'a> {
        let mut findings: HashMap<&ContentPath, Vec<&Diagnostic>> = HashMap::new();
        new.iter().for_each(|finding| findings.entry(&finding.path).or_default().push(finding));
        let is_gone = |it: &&Entry| !is_withholding && change.after(it).is_none();
        let gone = change.base.entries.iter().filter(is_gone);
        let called: Vec<&Entry> =
            change.head.entries.iter().chain(gone).filter(|it| BY_NAME.contains(&it.kind())).collect();
        let mut often: HashMap<(Kind, &str), usize> = HashMap::new();
        called.iter().for_each(|it| *often.entry((it.kind(), &it.title)).or_default() += 1);
        let name = |it: &Entry| match often.get(&(it.kind(), &*it.title)) {
            Some(1) => it.title.clone(),
            Some(_) | None => format!("{} ({})", it.title, it.id.key),
        };
        let names = called.iter().map(|it| (format!("{}/{}", it.kind(), it.id.key), name(it))).collect();
        Known { findings, names, is_withholding }
    }

    /// `table` with people, bodies and services by their names; those that are not in the record any more stay as they are.
    fn with_names(&self, table: &Table) -> Table {
        table.iter().map(|(key, value)| (key.clone(), self.with_name(value))).collect()
    }

    fn with_name(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.names.get(text).unwrap_or(text).clone()),
            Value::Array(items) => Value::Array(items.iter().map(|it| self.with_name(it)).collect()),
            Value::Table(table) => Value::Table(self.with_names(table)),
            Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => value.clone(),
        }
    }
}

/// What the change does to the record that was `before` and is `after`; `None` when it leaves it as it was.
pub(super) fn matter(change: &Change, before: Option<&Entry>, after: Option<&Entry>, known: &Known) -> Option<Matter> {
    let entry = after.or(before)?;
    let findings = findings(change, before, after, known);
    let was_at = before.filter(|before| before.path != entry.path).map(|before| before.path.to_string());
    let was_kind = before.map(|before| before.kind()).filter(|kind| *kind != entry.kind());
    // Where a file moved, its place says what it is called.
    let was_id = before.filter(|it| it.id != entry.id && was_kind.is_none() && was_at.is_none());
    let was_id = was_id.map(|before| before.id.to_string());
    let is_another = was_at.is_some() || was_kind.is_some() || was_id.is_some();
    let differs = before.map(|it| &it.text) != after.map(|it| &it.text);
    if !differs && !is_another && findings.is_empty() {
        return None;
    }
    let fate = fate(change, before, after);
    let unread = [before, after].map(|it| it.is_some_and(|it| it.has_broken_front()));
    let is_broken = unread != [false; 2];
    // The same text in a folder of another kind is read otherwise, and says what it said.
    let Differing { steps, edits, told, notes } = match differs && !is_broken {
        true => differing(change, before, after, known, &findings),
        false => Differing::default(),
    };
    // Where a front matter does not end, nobody knows where the text begins.
    let has_text = |it: &Entry| it.front.is_some() || !it.has_broken_front();
    let of_text = before.zip(after).filter(|(before, after)| has_text(before) && has_text(after));
    let texts = of_text.map(|(before, after)| tasks::without_told_boxes(change, before, after));
    let mut prose = texts.map(|[before, after]| pieces(&before, &after)).unwrap_or_default();
    prose.retain(|(sign, _)| !(known.is_withholding && *sign == Sign::Out));
    let ahead = after.and_then(|after| next(change.head, after));
    let was_ahead = before.and_then(|before| next(change.base, before));
    // Another order of the same things decides nothing.
    let it_matters = edits.iter().any(|it| it.form != Form::Order && labels::is_deciding(&it.key))
        || !notes.is_empty()
        || !steps.is_empty()
        || was_kind.is_some();
    let is_quotable = !(known.is_withholding && after.is_none());
    let is_forgotten = before.zip(after).is_some_and(|(before, after)| is_forgotten(before, after));
    Some(Matter {
        id: entry.id.to_string(),
        kind: entry.kind(),
        was_id,
        was_kind,
        title: if is_quotable { entry.title.clone() } else { String::new() },
        path: entry.path.to_string(),
        was_at: was_at.filter(|_| !is_forgotten),
        address: after.map(|after| after.address.clone()),
        fate,
        is_touched: differs || is_another,
        weight: weight(fate, &findings, it_matters, !edits.is_empty()),
        steps,
        edits,
        told,
        notes,
        findings,
        prose,
        lead: after.filter(|_| before.is_none()).and_then(|it| it.outline.lead.clone()),
        unread,
        left_behind: before.filter(|_| after.is_none()).map(|it| left_behind(change, it)).unwrap_or_default(),
        led_to: before.filter(|_| after.is_none()).and_then(|it| change.after(it)).map(|it| it.id.to_string()),
        next: ahead.filter(|ahead| Some(ahead) != was_ahead.as_ref()),
    })
}

/// Gives to what the change touches the weight of the errors that it makes elsewhere: in records that it leaves as they were and that
/// refer to it, or to which it refers.
pub(super) fn weigh_causes(change: &Change, matters: &mut [Matter]) {
    let is_wrong = |it: &&Matter| !it.is_touched && it.weight == Weight::Blocked;
    let wrong: BTreeSet<String> = matters.iter().filter(is_wrong).map(|it| it.path.clone()).collect();
    if wrong.is_empty() {
        return;
    }
    let is_near = |site: &Site, path: &str| {
        let entry = ContentPath::parse(path).and_then(|path| site.at_path(&path));
        let near = |entry: &Entry| {
            let leads = entry.edges.iter().map(|edge| edge.to);
            let led = entry.backlinks.iter().map(|link| link.from);
            leads.chain(led).any(|at| wrong.contains(site.entries[at].path.as_str()))
        };
        entry.is_some_and(near)
    };
    for it in matters.iter_mut().filter(|it| it.is_touched && it.weight > Weight::Blocked) {
        let was_at = it.was_at.as_deref().unwrap_or(&it.path);
        if is_near(change.base, was_at) || is_near(change.head, &it.path) {
            it.weight = Weight::Blocked;
        }
    }
}

/// What is found about the record, the errors first. What is said of the place that it left is said of it, unless another record is
/// there now.
fn findings(change: &Change, before: Option<&Entry>, after: Option<&Entry>, known: &Known) -> Vec<Diagnostic> {
    let left = |path: &ContentPath| before.is_some_and(|it| it.path == *path) && change.head.at_path(path).is_none();
    let is_about = |path: &ContentPath| after.is_some_and(|after| after.path == *path) || left(path);
    let paths: BTreeSet<&ContentPath> = [before, after].into_iter().flatten().map(|it| &it.path).collect();
    let about = paths.into_iter().filter(|path| is_about(path)).filter_map(|path| known.findings.get(path));
    let mut findings: Vec<Diagnostic> = about.flatten().map(|it| (*it).clone()).collect();
    findings.sort_by_key(|it| std::cmp::Reverse(it.level));
    findings
}

/// What happened to a record that is on one side at least.
fn fate(change: &Change, before: Option<&Entry>, after: Option<&Entry>) -> Fate {
    match (before, after) {
        (None, Some(after)) if is_kept_back(change.base, after) => Fate::Published,
        (Some(before), None) if is_kept_back(change.head, before) => Fate::Unpublished,
        (None, _) => Fate::Added,
        (Some(_), None) => Fate::Removed,
        (Some(before), Some(after)) if before.path == after.path || before.text != after.text => Fate::Changed,
        (Some(_), Some(_)) => Fate::Moved,
    }
}

/// Whether the record is called otherwise so that nobody finds the name that it had, which its file had too.
fn is_forgotten(before: &Entry, after: &Entry) -> bool {
    let redactions = |entry: &Entry| entry.common.redaction.items().len();
    before.id != after.id && redactions(after) > redactions(before)
}

fn weight(fate: Fate, findings: &[Diagnostic], it_matters: bool, has_edits: bool) -> Weight {
    let has = |level: Level| findings.iter().any(|it| it.level == level);
    match fate {
        _ if has(Level::Error) => Weight::Blocked,
        _ if has(Level::Warning) => Weight::Doubtful,
        Fate::Removed | Fate::Unpublished => Weight::Removed,
        Fate::Added | Fate::Published => Weight::Added,
        Fate::Changed | Fate::Moved if it_matters => Weight::Deciding,
        Fate::Changed | Fate::Moved if has_edits => Weight::Values,
        Fate::Changed | Fate::Moved => Weight::Text,
    }
}

/// What differs in a record beside its text, as a [`Matter`] holds it.
#[derive(Default)]
struct Differing {
    steps: Vec<Step>,
    edits: Vec<Edit>,
    told: Vec<Edit>,
    notes: Vec<Edit>,
}

/// What differs, each thing once: where a step or a value says where the record stands, nothing else does.
fn differing(
    change: &Change,
    before: Option<&Entry>,
    after: Option<&Entry>,
    known: &Known,
    findings: &[Diagnostic],
) -> Differing {
    let (both, is_withholding) = (before.zip(after), known.is_withholding);
    let (edits, told) = fronts(change, before, after)
        .map(|both| (edits(&both), edits(&[0, 1].map(|side: usize| known.with_names(&both[side])))))
        .unwrap_or_default();
    let kind = after.or(before).map(|it| it.kind());
    let is_foreign = |edit: &Edit| kind.is_some_and(|kind| !labels::is_key_of(kind, &edit.key));
    let told = told.into_iter().map(|it| Edit { is_foreign: is_foreign(&it), ..it }).collect();
    let [edits, mut told]: [Vec<Edit>; 2] =
        [edits, told].map(|all: Vec<Edit>| all.into_iter().map(|it| hidden(it, is_withholding)).collect());
    // What somebody decides on stands before what is only noted.
    told.sort_by_key(|it| !labels::is_deciding(&it.key));
    let mut steps = after.map(|after| steps(change.head, before, after, &edits, findings)).unwrap_or_default();
    let mut notes = notes(change, before, after);
    // The outcome of a decision is its state, and what a line says of it.
    let line = both.and_then(|(was, is)| change.head.state_key_of(is).or_else(|| change.base.state_key_of(was)));
    let says_state = |note: &Edit, edit: &Edit| {
        let came = edit.was.is_none() && edit.is == note.is;
        let is_outcome = edit.key == "outcome" && (came || edit.is.is_none() && edit.was == note.was);
        is_outcome || Some(&*edit.key) == line
    };
    notes.retain(|note| note.key != sentences::STATE || !edits.iter().any(|edit| says_state(note, edit)));
    // So is where a step leads that came in, and where one led that went.
    let leads_there = |note: &Edit, edit: &Edit| {
        let is_end = |end: &Option<String>, said: &Option<String>| said.is_some() && end.is_some() && edit.item == *end;
        edit.key == "event" && edit.is_item() && (is_end(&note.is, &edit.is) || is_end(&note.was, &edit.was))
    };
    notes.retain(|note| note.key != sentences::STATE || !edits.iter().any(|edit| leads_there(note, edit)));
    // The step of a line says what the line was and is.
    if let Some((step, key)) = both.and_then(|(before, after)| line_step(change.head, before, after, findings)) {
        steps.push(step);
        told.retain(|edit| edit.key != key);
    }
    // So does an event of a service that is where the event leads to.
    votes::say_what_is_replaced((before, after), &mut told);
    let life = after.and_then(|after| Some((meaning_of_life(*after.service()?.lifecycle.get()?), after.means()?)));
    if !steps.is_empty() && life.is_some_and(|(stated, reached)| stated == reached) {
        told.retain(|edit| edit.key != "lifecycle");
    }
    notes.retain(|note| !is_withholding || note.is.is_some());
    let notes = notes.into_iter().map(|it| hidden(it, is_withholding)).collect();
    Differing { steps, edits, told, notes }
}

/// The records that led to `before`, which is gone, and lead nowhere there now, in the order of their paths, each once.
fn left_behind(change: &Change, before: &Entry) -> Vec<(String, bool)> {
    let (base, head) = (change.base, change.head);
    let led_there = |text: &str, kinds: u32| base.resolve(text, kinds).entry().is_some_and(|it| it.at == before.at);
    let leads_there = |from: &Entry| {
        let references = from.references.iter().map(|it| (it.text.to_string(), it.kinds));
        let mentions = from.outline.mentions.iter().filter_map(|it| match &it.what {
            MentionKind::Record(id) => Some((id.to_string(), bit(id.kind))),
            MentionKind::Person(slug) => Some((slug.to_string(), PERSON)),
            MentionKind::Issue(_) => None,
        });
        let mut all = references.chain(mentions);
        all.any(|(text, kinds)| head.resolve(&text, kinds).entry().is_none() && led_there(&text, kinds))
    };
    let mut found: BTreeMap<&ContentPath, (String, bool)> = BTreeMap::new();
    for link in &before.backlinks {
        if let Some(from) = change.after(&base.entries[link.from]).filter(|from| leads_there(from)) {
            let known = found.entry(&from.path).or_insert_with(|| (from.id.to_string(), false));
            known.1 |= link.via.is_one_of(&["event.decision"]);
        }
    }
    found.into_values().collect()
}

/// Whether `site` holds the file of `entry`, a record of another state of it, or one with its id, and keeps it back: as a draft,
/// or by its name.
fn is_kept_back(site: &Site, entry: &Entry) -> bool {
    let is_draft = |it: &Draft| it.path == entry.path || it.id.canonical() == entry.id.canonical();
    let is_around = |path: &ContentPath| *path == entry.path || is_below(&entry.path, path.as_str());
    site.drafts.iter().any(is_draft) || site.left_out.iter().any(|(path, _)| is_around(path))
}

fn is_below(path: &ContentPath, folder: &str) -> bool {
    path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The front matters on both sides; of a record that is on one side alone, the parts by which something is decided or staffed, and
/// nothing on the other. `None` where one cannot be read.
fn fronts(change: &Change, before: Option<&Entry>, after: Option<&Entry>) -> Option<[Table; 2]> {
    let of_whole = |table: Table| table.into_iter().filter(|(key, _)| labels::is_of_whole(key)).collect();
    match (before, after) {
        (Some(before), Some(after)) => change.fronts(before, after).map(|(was, is)| [was, is]),
        (None, Some(after)) => change.fronts(after, after).map(|(_, is)| [Table::new(), of_whole(is)]),
        (Some(before), None) => change.fronts(before, before).map(|(was, _)| [of_whole(was), Table::new()]),
        (None, None) => None,
    }
}

/// The values that differ.
fn edits([was, is]: &[Table; 2]) -> Vec<Edit> {
    values::edits(was, is)
}

fn is_new_step(edit: &Edit) -> bool {
    edit.key == "event" && edit.sort == Sort::Item && edit.is.is_some()
}

/// The step that a change of the line takes in which a record says where it stands, with the key of that line.
fn line_step(site: &Site, before: &Entry, after: &Entry, findings: &[Diagnostic]) -> Option<(Step, String)> {
    let (key, workflow) = (site.state_key_of(after)?, site.workflow_of(after)?);
    let step = site.line_step(Some(before), after)?;
    let is_about = |it: &Diagnostic| it.level == Level::Error && it.span.is_some_and(|span| step.span.holds(span));
    let verdict = match step.is_legal(workflow) {
        false => Verdict::NotAllowed,
        true if findings.iter().any(is_about) => Verdict::Incomplete,
        true => Verdict::InOrder,
    };
    let (from, to) = (step.from.map(str::to_owned), step.to.to_owned());
    Some((Step { at: None, from, to, verdict, lacks: Vec::new() }, key.to_owned()))
}

fn steps(site: &Site, before: Option<&Entry>, after: &Entry, edits: &[Edit], findings: &[Diagnostic]) -> Vec<Step> {
    let events = after.events();
    let judged = site.judged_steps_since(after, before);
    let new = edits.iter().filter(|it| is_new_step(it));
    let places = new.filter_map(|it| it.place).filter(|at| *at < events.len());
    places
        .map(|at| {
            let names = [format!("event.{at}"), format!("step.{at}")];
            let about = |it: &Diagnostic| {
                let key = |key: &String| names.iter().any(|name| key == name || key.starts_with(&format!("{name}.")));
                let is_subject = it.subjects.iter().any(|subject| subject.key.as_ref().is_some_and(key));
                is_subject || it.span.is_some_and(|span| events[at].whole().holds(span))
            };
            let state = |at: usize| events[at].to.get().cloned();
            let step = judged.iter().find(|step| step.at == at);
            let from = step.and_then(|step| step.from).map(str::to_owned);
            let is_said = findings.iter().any(|it| it.rule == "missing-evidence");
            let verdict = match step.zip(site.workflow_of(after)) {
                None => Verdict::NotJudged,
                Some((step, workflow)) if !step.is_legal(workflow) => Verdict::NotAllowed,
                Some(_) if findings.iter().any(|it| it.level == Level::Error && about(it)) => Verdict::Incomplete,
                Some(_) => Verdict::InOrder,
            };
            let asked = step.filter(|_| verdict == Verdict::Incomplete && !is_said);
            let unmet = asked
                .into_iter()
                .flat_map(|step| step.needs().filter_map(|need| site.unmet(after, Some(step.event), need, step.date)));
            Step {
                at: Some(at),
                from: from.or_else(|| at.checked_sub(1).and_then(state)),
                to: state(at).unwrap_or_else(|| words::NOT_STATED_HERE.to_string()),
                verdict,
                lacks: unmet.map(|it| words::of_profile(&it.wants())).collect(),
            }
        })
        .collect()
}

/// The state, the tasks and the links that differ.
fn notes(change: &Change, before: Option<&Entry>, after: Option<&Entry>) -> Vec<Edit> {
    let note = |key: &str, sort: Sort, [was, is]: [Option<String>; 2]| Edit {
        key: key.to_owned(),
        item: None,
        sort,
        form: Form::Value,
        was,
        is,
        place: None,
        is_foreign: false,
    };
    let mut found = Vec::new();
    let state = |entry: Option<&Entry>| Some(entry?.status.as_ref()?.state.clone());
    let steps = |entry: Option<&Entry>| entry.map_or(0, |entry| entry.events().len());
    let states = [state(before), state(after)];
    // A step says which state it leads to, a record that is gone has none, and where one with events has none nobody can read it.
    let is_known = states[1].is_some() || steps(after) == 0;
    if states[0] != states[1] && after.is_some() && is_known && steps(before) == steps(after) {
        let said = states.map(|state| state.map(|it| words::value_of(&it)));
        found.push(note(sentences::STATE, Sort::Value, said));
    }
    found.extend(tasks::notes(change, before, after));
    let Some((before, after)) = before.zip(after) else { return found };
    let (was, is) = (links(change, change.base, before), links(change, change.head, after));
    let link = |it: [Option<&String>; 2]| note(sentences::LINK, Sort::Item, it.map(Option::<&String>::cloned));
    let only = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| -> BTreeSet<String> {
        one.iter().filter(|(to, _)| !other.contains_key(*to)).map(|(_, written)| written.clone()).collect()
    };
    let (came, went) = (only(&is, &was), only(&was, &is));
    found.extend(came.difference(&went).map(|it| link([None, Some(it)])));
    found.extend(went.difference(&came).map(|it| link([Some(it), None])));
    found
}

/// Where the links in the text of `entry`, which is one of `site`, lead, each with how it is written. A record is the same one wherever it
/// lies and whatever it is called now.
fn links(change: &Change, site: &Site, entry: &Entry) -> BTreeMap<String, String> {
    let place = |address: &str| address.trim_end_matches("index.html").trim_end_matches('/').to_owned();
    let leads_to = |link: &Link| match &link.target {
        LinkTarget::Record { entry, fragment } => {
            let record = &site.entries[*entry];
            let is = if std::ptr::eq(site, change.base) { change.after(record).unwrap_or(record) } else { record };
            format!("{}#{}", place(&is.address), fragment.as_deref().unwrap_or_default())
        }
        LinkTarget::Made(path) => format!("{}#", place(path.as_str())),
        LinkTarget::Asset(path) => path.to_string(),
        LinkTarget::External
        | LinkTarget::Fragment(_)
        | LinkTarget::Missing(_)
        | LinkTarget::Outside
        | LinkTarget::Malformed => link.destination.clone(),
    };
    let of_text = entry.links.iter().filter(|link| link.span.start >= entry.body_start);
    of_text.map(|link| (leads_to(link), link.destination.clone())).collect()
}
