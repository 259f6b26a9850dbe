// The findings as SARIF, against the schema of the standard. The schema is the one that @microsoft/jest-sarif carries.
//
//     node tests/browser/sarif.mjs CANDOR RECORD
//
// Checked are the findings of RECORD and those of a small record with the corners: no place, letters beyond ASCII,
// another place, a fix, a waiver. A log with a fault is refused, or the checker proves nothing.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const Ajv = require("ajv");
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const isValid = ajv.compile(schema);

const CORNERS = {
  "candor.toml": `title = "Corners"
base_url = "https://example.org/"

[[waiver]]
rule = "missing-front-matter"
record = "sow/0001-later.md"
reason = "“later”, said the group"
until = 2027-01-01
`,
  "groups/tööls, 1.md": `+++\r
name = "👩 Tööls"\r
type = "working-group"\r
tags = ["a"]\r
summary = "Out of order."\r
\r
[[member]]\r
person = "Ada Kühnel"\r
role = "chair"\r
from = 2026-01-01\r
+++\r
`,
  "people/ada.md": '+++\nname = "Ada Kühnel"\naliasses = []\n+++',
  "sow/0001-later.md": "Later.\n",
  "sow/0002-empty.md": "",
};

const [candor, record] = process.argv.slice(2);

function log(folder, ...more) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28 };
  try {
    return JSON.parse(execFileSync(candor, ["check", folder, "--format", "sarif", "--today", "2026-11-21", ...more], options));
  } catch (error) {
    // Findings are no failure here.
    if (error.status === 1) return JSON.parse(error.stdout);
    throw error;
  }
}

let failed = 0;
function fact(name, holds, why = "") {
  console.log(`${holds ? "ok" : "FAILED"}: ${name}${holds ? "" : `\n${why}`}`);
  failed += holds ? 0 : 1;
}

function facts(name, found) {
  fact(`${name}: ${found.runs[0].results.length} results are valid`, isValid(found), ajv.errorsText(isValid.errors));
}

const folder = mkdtempSync(join(tmpdir(), "candor-sarif-"));
try {
  for (const [name, text] of Object.entries(CORNERS)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  // Waived findings are left out without it, as code hosts do not know that word.
  const corners = log(folder, "--all");
  facts("the corners", corners);
  const results = corners.runs[0].results;
  for (const key of ["fixes", "suppressions", "relatedLocations"]) {
    fact(`the corners: some result has ${key}`, results.some((it) => key in it));
  }
  const withoutPlace = results.some((it) => !("region" in it.locations[0].physicalLocation));
  fact("the corners: some result is about a whole file", withoutPlace);
  facts("the record", log(record));
  results[0].level = "fatal";
  fact("a log with a fault is refused", !isValid(corners));
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(failed === 0 ? 0 : 1);
