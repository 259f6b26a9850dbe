// What is found in the record in view, and what the preview itself has to say: in a corner, beside the page and not a part of it.

const OPEN = "candor-findings-open";
const LEVELS = [["error", "errors"], ["warning", "warnings"], ["note", "notes"]];

let panel = null;

function shown() {
  if (panel !== null) return panel;
  const host = document.createElement("candor-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  Object.assign(style, { rel: "stylesheet", href: "/_candor/preview.css" });
  const [notice, found, summary, list] = ["p", "details", "summary", "ul"].map((name) => document.createElement(name));
  notice.setAttribute("role", "status");
  [notice.className, found.className, notice.hidden, found.hidden] = ["notice", "found", true, true];
  found.open = stored(OPEN) === "yes";
  found.addEventListener("toggle", () => store(OPEN, found.open ? "yes" : "no"));
  found.append(summary, list);
  root.append(style, notice, found);
  document.body.append(host);
  panel = { notice, found, summary, list };
  return panel;
}

/** Says `text` over the page until something else is said; the empty text takes it away. */
function say(text) {
  if (text === "" && panel === null) return;
  const { notice } = shown();
  notice.replaceChildren(...spans(text));
  notice.hidden = text === "";
}

/** Shows what is known `about` the record in view. */
function list(about) {
  const { findings, is_pending } = about;
  if (findings.length === 0 && panel === null) return;
  const { found, summary, list } = shown();
  const counts = LEVELS.map(([one, many]) => [findings.filter((it) => it.level === one).length, one, many]);
  const words = counts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  summary.textContent = `${words.join(", ")}${is_pending ? ", still checking" : ""}`;
  list.replaceChildren(...findings.map(item));
  found.hidden = findings.length === 0;
}

function item(finding) {
  const item = element("li", finding.level);
  item.append(element("p", "what", spans(finding.message)));
  if (finding.help) item.append(element("p", "how", spans(finding.help)));
  if (finding.fix) item.append(element("p", "how", ["candor check --fix: ", ...spans(finding.fix)]));
  const place = `${finding.file}${finding.line ? `:${finding.line}` : ""}`;
  const link = element(finding.editor ? "a" : "code", "place", [place]);
  if (finding.editor) link.href = finding.editor;
  item.append(link);
  return item;
}

function element(name, className, children = []) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}

/** A text whose names stand in backticks, as nodes. */
function spans(text) {
  return text.split("`").map((part, at) => (at % 2 ? element("code", "", [part]) : document.createTextNode(part)));
}

function stored(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // It is then folded on the next page.
  }
}
