//! Service levels as OpenSLO v1 objects: the service, and an objective for each level that can be counted.
//!
//! OpenSLO asks where a measurement can be queried. Here that is the record itself: the results of each month stand in it.

use serde_json::{Value, json};

use crate::document::service::Service;
use crate::document::shared::Slo;
use crate::fields::Objective;
use crate::id::{Kind, encoded};
use crate::site::{Entry, Site};

use super::is_handed_on;
use super::names::Names;

const VERSION: &str = "openslo/v1";

/// How long a description may be, in letters.
const LONGEST: usize = 1050;

/// In how many of the windows an objective without a share of its own is to be kept: in all of them, as near as the format
/// comes to that, which ends below one.
const ALWAYS: f64 = 0.9999;

/// Each service that promises something, with what it promises.
pub(super) fn objects(site: &Site) -> Vec<Value> {
    let mut names = Names::default();
    let services = site.of_kind(Kind::Service).filter(|it| is_handed_on(site, it));
    let in_use = services.filter_map(|it| Some((it, it.service().filter(|service| service.is_in_use())?)));
    in_use.flat_map(|(entry, service)| of_service(site, &mut names, entry, service)).collect()
}

fn of_service(site: &Site, names: &mut Names, entry: &Entry, service: &Service) -> Vec<Value> {
    let levels: Vec<(&Slo, &Objective)> =
        service.slo.items().iter().filter_map(|slo| Some((&slo.value, slo.objective.get()?))).collect();
    if levels.is_empty() {
        return Vec::new();
    }
    let name = names.of(entry);
    let mut spec = json!({});
    if let Some(purpose) = service.purpose.get() {
        spec["description"] = shortened(purpose).into();
    }
    let own = object("Service", &name, &entry.title, spec);
    let of_level = |(slo, objective): (&Slo, &Objective)| {
        let indicator = slo.indicator.get().map_or("level", |it| it.as_str());
        let level = names.free(&format!("{name}-{indicator}"));
        level_of(site, entry, (&name, &level), slo, objective)
    };
    let levels: Vec<Value> = levels.into_iter().map(of_level).collect();
    std::iter::once(own).chain(levels).collect()
}

fn level_of(site: &Site, entry: &Entry, (service, name): (&str, &str), slo: &Slo, objective: &Objective) -> Value {
    let indicator = slo.indicator.get().map_or("level", |it| it.as_str());
    let address = format!("{}{}record.json", site.config.public_url().unwrap_or_default(), encoded(&entry.address));
    let source = json!({ "metricSource": { "type": "Record", "spec": {
        "record": address,
        "indicator": indicator,
        "unit": objective.unit,
        "source": slo.source.get(),
    } } });
    let title = format!("{}: {} {objective}", entry.title, indicator.replace('-', " "));
    let share = if objective.at_least { objective.value } else { 100.0 - objective.value };
    // A share of a hundred is no target that the format has.
    let is_share = objective.unit == "%" && (0.0..100.0).contains(&share);
    let (metric, target) = match is_share {
        true => {
            let sort = if objective.at_least { "success" } else { "failure" };
            let ratio = json!({ "ratioMetric": { "rawType": sort, "raw": source } });
            (ratio, json!({ "displayName": title, "targetPercent": share }))
        }
        false => {
            let compare = if objective.at_least { "gte" } else { "lte" };
            let target = json!({ "displayName": title, "op": compare, "value": objective.value, "target": ALWAYS });
            (json!({ "thresholdMetric": source }), target)
        }
    };
    let mut spec = json!({
        "description": shortened(&title),
        "service": service,
        "indicator": { "metadata": { "name": name }, "spec": metric },
        "budgetingMethod": "Occurrences",
        "objectives": [target],
    });
    if let Some(days) = slo.window_days.get().filter(|days| **days > 0) {
        spec["timeWindow"] = json!([{ "duration": format!("{days}d"), "isRolling": true }]);
    }
    object("SLO", name, &title, spec)
}

fn object(kind: &str, name: &str, title: &str, spec: Value) -> Value {
    json!({ "apiVersion": VERSION, "kind": kind, "metadata": { "name": name, "displayName": title }, "spec": spec })
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
