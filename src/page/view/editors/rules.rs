//! The rules that found something on the site: the list, and the page of each; and who holds each clause.

use crate::check::{self, RULES, Rule, RulePage, levels};
use crate::diagnostic::Diagnostic;
use crate::markdown::{Context, MentionKind, Options, Resolved, html};
use crate::site::Made;
use crate::text::capitalised;
use crate::words::{self, Word};
use crate::workflow::RuleLevel;

use super::super::part::Part;
use super::super::{View, clauses};
use super::room::{anchor, head};

pub(in crate::page::view) fn rules(view: &View) -> Result<String, Diagnostic> {
    let levels = levels(view.site);
    let row = |rule: &Rule| {
        given! {
            rule: view.rule_link(rule.name),
            title: RulePage::of(rule).title.clone(),
            // `error`, `warning` or `off`, on this site.
            level: levels[rule.name].as_str(),
            findings: problems(view, rule),
        }
    };
    let found: Vec<&Rule> = RULES.iter().filter(|rule| view.context.has_found(rule.name)).collect();
    let family = |rules: &[&Rule]| {
        given! {
            title: match rules[0].family {
                "sow" => words::STATEMENTS_OF_WORK.to_string(),
                family => capitalised(&family.replace('_', " ")),
            },
            anchor: format!("family.{}", rules[0].family),
            rules: rules.iter().map(|rule| row(rule)).collect::<Vec<_>>(),
        }
    };
    let held = check::clauses(view.site, &view.context.report);
    let clauses = &view.site.profile.clauses;
    let it = given! {
        count: found.len(),
        all: RULES.len(),
        index: Part::link(words::FOR_EDITORS, view.to(Made::Editors.path())),
        families: found.chunk_by(|one, other| one.family == other.family).map(family).collect::<Vec<_>>(),
        profiles: clauses::by_profile(view, &held),
        clauses: clauses.len(),
    };
    view.fill("editors-rules.html", head(&words::RULES), &it)
}

pub(in crate::page::view) fn rule(view: &View, name: &str) -> Result<String, Diagnostic> {
    let rule = Rule::named(name).expect("routes name rules that exist");
    let page = RulePage::of(rule);
    let level: RuleLevel = levels(view.site)[rule.name];
    let options = Options { drop_title: true, ..Options::default() };
    let it = given! {
        name: rule.name,
        title: page.title.clone(),
        level: level.as_str(),
        usual_level: (level != page.level).then(|| page.level.as_str()),
        rung: page.rung.as_str(),
        // Whether the record, and what the site says, stay below it.
        is_not_asked: (view.site.rung < page.rung).then_some(true),
        serves: page.reasons(&view.site.profile.names),
        index: Part::link(words::RULES, view.to(Made::EditorsRules.path())),
        // HTML that is safe to show as it is.
        text: with_captions(&html(page.body, &NoRecord, options).body),
        findings: problems(view, rule),
    };
    view.fill("editors-rule.html", head(&page.title), &it)
}

/// The findings of a rule, which leads to them; `None` when there are none.
fn problems(view: &View, rule: &Rule) -> Option<Part> {
    let findings = view.context.report.findings.iter().filter(|finding| finding.rule == rule.name);
    let (first, more) = findings.fold((None, 0), |(first, count), finding| (first.or(Some(finding)), count + 1));
    let page = view.to(Made::Editors.path());
    let level = first?.level.to_string();
    Some(Part::link(more.to_string(), format!("{page}#{}", anchor(&level, rule.name))))
}

/// What the blocks of an example are, by the word behind their fence.
const CAPTIONS: [(&str, &str, Word); 4] = [
    ("base", "example-base", words::BEFORE_THE_CHANGE),
    ("flagged", "example-flagged", words::FLAGGED),
    ("report", "example-report", words::WHAT_THE_AUTHOR_READS),
    ("clean", "example-fine", words::NOT_FLAGGED),
];

/// The examples as figures with captions.
fn with_captions(html: &str) -> String {
    let mut rest = html;
    let mut captioned = String::with_capacity(html.len() + 1024);
    while let Some(start) = rest.find("<pre") {
        let Some(end) = rest[start..].find("</pre>").map(|at| start + at + "</pre>".len()) else { break };
        let (before, block) = (&rest[..start], &rest[start..end]);
        captioned.push_str(before);
        match CAPTIONS.iter().find(|(fence, ..)| block.contains(&format!("class=\"language-{fence}\""))) {
            Some((_, class, caption)) => captioned.push_str(&format!(
                "<figure class=\"example {class}\"><figcaption>{caption}</figcaption>{block}</figure>"
            )),
            None => captioned.push_str(block),
        }
        rest = &rest[end..];
    }
    captioned.push_str(rest);
    captioned
}

/// The pages of the rules speak of no record of the site.
struct NoRecord;

impl Context for NoRecord {
    fn link(&self, _destination: &str, _is_image: bool) -> Option<Resolved> {
        None
    }

    fn mention(&self, _mention: &MentionKind) -> Option<Resolved> {
        None
    }
}
