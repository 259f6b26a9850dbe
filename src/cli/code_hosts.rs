//! Findings in the forms that code hosts read, which name files from the root of the repository.

use std::path::Path;

use crate::check::{Find, RULES, Rule, RulePage, level_of, levels};
use crate::diagnostic::sarif::{RuleText, Setting};
use crate::diagnostic::{Diagnostic, checkstyle, github, gitlab, sarif};
use crate::project::Project;
use crate::site::places::EDITORS;

use super::env::source;

/// As annotations of GitHub Actions.
pub(super) fn annotations(project: &Project, findings: &[Diagnostic], folder: &Path) -> String {
    github::report(findings, &|path| source(project, path), &from_root(project, folder))
}

/// As Code Quality of GitLab.
pub(super) fn code_quality(project: &Project, findings: &[Diagnostic], folder: &Path) -> String {
    gitlab::report(findings, &|path| source(project, path), &from_root(project, folder))
}

/// As Checkstyle writes them.
pub(super) fn checkstyle_document(project: &Project, findings: &[Diagnostic], folder: &Path) -> String {
    checkstyle::report(findings, &|path| source(project, path), &from_root(project, folder))
}

/// As SARIF, with every rule; with `all` also with the findings that a waiver accepts. Hosts open an alert for each result,
/// accepted or not.
pub(super) fn sarif_log(project: &Project, findings: &[Diagnostic], folder: &Path, all: bool) -> String {
    let levels = levels(&project.site);
    let rules: Vec<RuleText> = RULES
        .iter()
        .map(|rule| {
            let page = RulePage::of(rule);
            let base = project.site.config.base_url.as_deref().filter(|_| has_page(project, rule));
            let address = base.map(|base| format!("{base}{EDITORS}rules/{}/", rule.name));
            RuleText {
                name: rule.name,
                level: level_of(levels[rule.name]),
                title: &page.title,
                page: page.body,
                address,
            }
        })
        .collect();
    let waivers = &project.site.config.waivers;
    let waived: Vec<(&Diagnostic, &str)> = project
        .report
        .waived
        .iter()
        .filter(|_| all)
        .map(|(finding, waiver)| (finding, waivers[*waiver].reason.text()))
        .collect();
    let setting = Setting { rules: &rules, prefix: &from_root(project, folder) };
    sarif::report(findings, &waived, &|path| source(project, path), setting)
}

/// Whether the site has a page on `rule`: it has one on each that finds something in what is published. On a change alone, no
/// site is asked.
fn has_page(project: &Project, rule: &Rule) -> bool {
    let found = project.report.findings.iter().chain(project.report.waived.iter().map(|(finding, _)| finding));
    !matches!(rule.find, Find::Change(_)) && found.into_iter().any(|finding| finding.rule == rule.name)
}

/// What leads from the root of the repository to the record: `content/`. Where no repository is found, what the
/// configuration says.
fn from_root(project: &Project, folder: &Path) -> String {
    let found = folder.canonicalize().ok().and_then(|folder| {
        let root = folder.ancestors().find(|it| it.join(".git").exists())?;
        folder.strip_prefix(root).ok()?.to_str().map(|path| path.replace('\\', "/"))
    });
    let path = found.unwrap_or_else(|| project.site.config.source_path.clone());
    let path = path.trim_matches('/');
    if path.is_empty() { String::new() } else { format!("{path}/") }
}
