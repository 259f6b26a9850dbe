//! The record as data: what programs, tables and scripts get of it.
//!
//! Every form is made from the typed values and from the one position that strips, lists and feeds show. What a page holds back is
//! in none: a draft, an address that its owner did not agree to publish, a value that is withheld. That a value is withheld is said
//! beside the others, with the reason and the day, never in its place.

mod catalog;
mod contracting;
mod fields;
mod levels;
mod names;
mod record;
pub mod schema;
mod table;

use std::collections::HashMap;

use rayon::prelude::*;
use serde_json::Value;

use crate::id::Kind;
use crate::site::{Entry, Site, places};

/// The version of the shape. It rises when a program that reads the data would have to be changed.
pub const VERSION: u32 = 1;

/// The records that are handed on, in the order of the files: all that have a page, but for pages of text and drafts.
pub fn records(site: &Site) -> Vec<&Entry> {
    site.entries.iter().filter(|entry| is_handed_on(site, entry)).collect()
}

/// `entry` as data; [`schema::record`] says of what shape.
pub fn record(site: &Site, entry: &Entry) -> Value {
    record::record(site, entry)
}

/// Whether `entry` is handed on: it has a page, and is neither a page of text nor a draft.
pub fn is_handed_on(site: &Site, entry: &Entry) -> bool {
    let has_page = || {
        let route = site.places.at(&places::record(entry));
        route.and_then(places::Route::record) == Some(entry.at) && !places::is_for_editors(&entry.address)
    };
    is_public(entry) && has_page()
}

/// Every record as data, made once for all files of a site.
#[derive(Debug)]
pub struct Data {
    /// Each record in one line, in the order of the files.
    lines: Vec<String>,
    /// Where the line of a record is, by its place among the entries.
    places: HashMap<usize, usize>,
    /// The rows of the table of each kind, in the same order.
    rows: HashMap<Kind, Vec<Vec<String>>>,
}

impl Data {
    /// The data of `site`, each record by itself and in parallel.
    pub fn of(site: &Site) -> Data {
        let of_record = |entry: &Entry| {
            let value = record(site, entry);
            (entry.at, entry.kind(), value.to_string(), table::row(entry.kind(), &value))
        };
        let records: Vec<_> = records(site).into_par_iter().map(of_record).collect();
        let mut data = Data { lines: Vec::new(), places: HashMap::new(), rows: HashMap::new() };
        for (at, kind, line, row) in records {
            data.places.insert(at, data.lines.len());
            data.lines.push(line);
            data.rows.entry(kind).or_default().push(row);
        }
        data
    }

    /// The record at this place among the entries, in one line; `None` when it is not handed on.
    pub fn line(&self, at: usize) -> Option<&str> {
        self.places.get(&at).map(|line| self.lines[*line].as_str())
    }

    /// All records as one document; [`schema::whole`] says of what shape.
    pub fn whole(&self, site: &Site) -> String {
        whole(site, &self.lines)
    }

    /// The records of `kind` as a table with a line of headings, as RFC 4180 has it.
    pub fn table(&self, kind: Kind) -> String {
        table::written(kind, self.rows.get(&kind).map_or(&[], Vec::as_slice))
    }

    /// How many records of `kind` there are.
    pub fn count(&self, kind: Kind) -> usize {
        self.rows.get(&kind).map_or(0, Vec::len)
    }
}

/// The record in the forms of others, each where there is something for it.
#[derive(Debug)]
pub struct Standards {
    /// What was put out to others, in the Open Contracting Data Standard.
    pub contracting: Option<String>,
    /// The services for a Backstage catalogue, in YAML.
    pub catalog: Option<String>,
    /// What services promise, as OpenSLO objects in YAML.
    pub service_levels: Option<String>,
}

impl Standards {
    /// Those of `site`.
    pub fn of(site: &Site) -> Standards {
        Standards {
            contracting: contracting(site).map(|package| format!("{package}\n")),
            catalog: catalog(site),
            service_levels: service_levels(site),
        }
    }
}

/// What was put out to others, as an OCDS 1.1 release package; `None` where nothing was, and on a site that does not know its address.
pub fn contracting(site: &Site) -> Option<Value> {
    contracting::package(site, site.config.public_url()?)
}

/// The services and who answers for them as entities of a Backstage catalogue, in YAML; `None` without services.
pub fn catalog(site: &Site) -> Option<String> {
    names::documents(&catalog::entities(site))
}

/// What services promise as OpenSLO objects, in YAML; `None` where none promises anything that can be counted.
pub fn service_levels(site: &Site) -> Option<String> {
    names::documents(&levels::objects(site))
}

/// All records as one document, each on a line of its own; `lines` holds them as data in one line each.
pub fn whole(site: &Site, lines: &[String]) -> String {
    let head = |key: &str, value: Value| format!("\"{key}\":{value}");
    let heads = [
        head("version", VERSION.into()),
        head("as_of", site.today.to_string().into()),
        head("title", site.config.title.as_str().into()),
        head("url", site.config.base_url.as_deref().into()),
    ];
    format!("{{{},\"records\":[\n{}\n]}}\n", heads.join(","), lines.join(",\n"))
}

/// Whether `entry` is a record that may be handed on.
fn is_public(entry: &Entry) -> bool {
    entry.is_record() && !entry.is_draft()
}
