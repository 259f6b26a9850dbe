// Small additions to pages that work without them: index tables that filter and sort
// in place and keep what was asked for in the address.
// Words shown to readers come from the page (data attributes), so that a site speaks one language.

"use strict";

// On paper nothing can be unfolded. The style sheet opens what is folded where the browser can; the rest is done here.
let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const details of unfolded) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
  unfolded = [];
});

// How many rows are shown at once: more would be slow, and nobody reads them.
const MOST = 500;
for (const table of document.querySelectorAll("table[data-filter]")) enhance(table);
for (const areas of document.querySelectorAll("[data-filter-areas]")) filterAreas(areas);

/**
 * Gives one index table its filter field, its sorting heads, its states to choose from and, on phones, a choice of order.
 * A long index has further pages: their rows are fetched once, when somebody first filters or sorts. A folder that is
 * opened without a server cannot be fetched from; this page is then filtered alone, and says so.
 */
function enhance(table) {
  const words = table.dataset;
  const body = table.tBodies[0];
  const own = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const collator = collatorOf(document.documentElement.lang);
  const texts = new WeakMap();
  const pages = document.querySelector("nav.pages");
  const others = (words.pages || "").split(" ").filter((page, at) => page && String(at + 1) !== words.page);
  let all = own;
  let fetching = null;
  let alone = false;
  let state = "";
  let sorted = null;
  let direction = 1;

  const tools = (table.closest(".table-scroll") || table).previousElementSibling;
  const field = tools.querySelector("input");
  const choice = tools.querySelector("select");
  const shown = tools.querySelector("[role=status]");

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(column, sorted === column ? -direction : 1));
  });
  choice.addEventListener("change", () => sort(choice.value === "" ? null : Number(choice.value), 1));
  field.addEventListener("input", show);
  const choose = states((chosen) => {
    state = chosen;
    show();
  });
  const asked = new URLSearchParams(location.search);
  if (asked.has("q") || asked.has("state")) {
    field.value = asked.get("q") ?? "";
    choose(asked.get("state") ?? "");
    show();
  }

  function sort(column, towards) {
    sorted = column;
    direction = towards;
    choice.value = column === null ? "" : String(column);
    heads.forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    show();
  }

  async function show() {
    const wanted = plain(field.value).split(" ").filter(Boolean);
    remember({ q: field.value.trim(), state });
    const asked = wanted.length > 0 || state !== "" || sorted !== null;
    if (asked && others.length) await (fetching ??= fetchOthers());
    const rows = (asked ? all : own).filter(
      (row) => (!state || row.dataset.state === state) && wanted.every((word) => text(row).includes(word)),
    );
    if (sorted !== null) rows.sort((one, other) => direction * collator.compare(key(one, sorted), key(other, sorted)));
    body.replaceChildren(...rows.slice(0, MOST));
    const few = Math.min(rows.length, MOST);
    const said = few < rows.length ? words.shownPart : words.shown;
    shown.textContent = asked && rows.length < all.length || few < rows.length
      ? (said || "").replace("{n}", few).replace("{all}", few < rows.length ? rows.length : all.length)
      : "";
    if (asked && alone) shown.textContent += ` ${words.here}`;
    if (pages) pages.hidden = asked && !alone;
  }

  /** The rows of the whole index, in its order. */
  async function fetchOthers() {
    try {
      if (location.protocol === "file:") throw new Error("no server");
      const parser = new DOMParser();
      const found = await Promise.all(others.map(async (page) => {
        const answer = await fetch(page);
        if (!answer.ok) throw new Error(answer.statusText);
        const base = new URL(page, location.href);
        const rows = [...parser.parseFromString(await answer.text(), "text/html").querySelectorAll("table[data-filter] tbody tr")];
        for (const row of rows) {
          for (const link of row.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), base).href;
        }
        return rows.map((row) => document.adoptNode(row));
      }));
      found.splice(Number(words.page) - 1, 0, own);
      all = found.flat();
    } catch {
      alone = true;
    }
  }

  function text(row) {
    if (!texts.has(row)) texts.set(row, plain(row.textContent));
    return texts.get(row);
  }
}

/** Makes the counts of states above a table choices: one of them, or all. What comes back chooses one without a click. */
function states(choose) {
  const buttons = [];
  for (const count of document.querySelectorAll("ul.facets [data-state]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.state = count.dataset.state;
    button.append(...count.childNodes);
    button.addEventListener("click", () => press(button.dataset.state));
    count.replaceWith(button);
    buttons.push(button);
  }
  const mark = (name) => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.state === name));
  };
  const press = (name) => {
    mark(name);
    choose(name);
  };
  mark("");
  return (name) => buttons.some((button) => button.dataset.state === name) && press(name);
}

/** Puts what a reader asked for into the address, so that it can be sent and comes back; what is empty is left out. */
function remember(asked) {
  const words = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(asked)) {
    if (value) words.set(name, value);
    else words.delete(name);
  }
  const query = words.toString();
  try {
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  } catch {
    // A page that is opened from a folder keeps its address.
  }
}

/** Gives the tables of an inventory one filter field; parts in which nothing is left are put away with what leads there. */
function filterAreas(areas) {
  const rows = [...areas.querySelectorAll("tbody tr")];
  const tools = areas.previousElementSibling;
  const field = tools.querySelector("input");
  const shown = tools.querySelector("[role=status]");
  field.addEventListener("input", show);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) show();

  function show() {
    const wanted = plain(field.value).split(" ").filter(Boolean);
    remember({ q: field.value.trim() });
    let count = 0;
    for (const row of rows) {
      const area = row.closest(".area");
      const said = plain(`${area.querySelector("h2, h3").firstChild.textContent} ${row.textContent}`);
      row.hidden = !wanted.every((word) => said.includes(word));
      if (!row.hidden) count += 1;
    }
    const isEmpty = (part) => wanted.length > 0 && !part.querySelector("tbody tr:not([hidden])");
    for (const part of areas.querySelectorAll(".area, .section")) part.hidden = isEmpty(part);
    for (const link of areas.querySelectorAll(".facets a")) {
      const area = document.getElementById(link.hash.slice(1))?.closest(".area");
      link.parentElement.hidden = Boolean(area?.hidden);
    }
    shown.textContent = count === rows.length
      ? ""
      : areas.dataset.shown.replace("{n}", count).replace("{all}", rows.length);
  }
}

/** What a cell sorts by: the value that it states, else its date, else its text. */
function key(row, column) {
  const cell = row.cells[column];
  if (!cell) return "";
  const time = cell.querySelector("time");
  return cell.dataset.value ?? (time ? time.dateTime : cell.textContent.trim());
}

/** Text as it is compared: without case, accents and runs of spaces. */
function plain(value) {
  return value.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/* The order of a language; that of the browser where the page names none that it knows. */
function collatorOf(language) {
  const options = { numeric: true, sensitivity: "base" };
  try {
    return new Intl.Collator(language || "en", options);
  } catch {
    return new Intl.Collator(undefined, options);
  }
}

// The hour of a meeting where the reader is. The line is there before, so that nothing moves.
for (const line of document.querySelectorAll(".hours-here")) {
  const day = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" };
  const from = new Date(line.dataset.from);
  // Days as the site writes them: 8 December, not December 8.
  const lang = document.documentElement.lang || undefined;
  const shown = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, day);
  const text = line.dataset.to ? shown.formatRange(from, new Date(line.dataset.to)) : shown.format(from);
  line.textContent = `${line.dataset.label} ${text}`;
}

const board = document.querySelector("[data-board]");
if (board) narrow(board, document.querySelector("[data-board-facets]"));

/**
 * Narrows the board of matters down to what the address asks for: `?kind=sow&state=board-review&stalled=yes`. A link above
 * it changes one of these and leaves the others; the one that is chosen takes its choice back.
 */
function narrow(board, facets) {
  const rows = [...board.querySelectorAll("li[data-kinds]")];
  const open = rows.filter((row) => !row.closest("details"));
  const links = facets ? [...facets.querySelectorAll("a[data-name]")] : [];
  const fits = (row, asked) => {
    const kind = asked.get("kind");
    const state = asked.get("state");
    return (!kind || row.dataset.kinds.split(" ").includes(kind))
      && (!state || row.dataset.state === state)
      && (!asked.get("stalled") || "stalled" in row.dataset);
  };
  const show = () => {
    const asked = new URLSearchParams(location.search);
    for (const row of rows) row.hidden = !fits(row, asked);
    for (const part of board.querySelectorAll("section")) part.hidden = !part.querySelector("li[data-kinds]:not([hidden])");
    for (const link of links) {
      if (asked.get(link.dataset.name) === link.dataset.value) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const left = open.filter((row) => !row.hidden).length;
    const status = facets?.querySelector("[role=status]");
    if (status) status.textContent = left === open.length ? "" : status.dataset.shown.replace("{n}", left).replace("{all}", open.length);
  };
  facets?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const asked = new URLSearchParams("all" in link.dataset ? "" : location.search);
    const { name, value } = link.dataset;
    if (name && asked.get(name) === value) asked.delete(name);
    else if (name) asked.set(name, value);
    history.pushState(null, "", `${location.pathname}${asked.size ? `?${asked}` : ""}`);
    show();
  });
  window.addEventListener("popstate", show);
  show();
}

// The key `/` leads to the search, unless somebody is writing.
document.addEventListener("keydown", (event) => {
  const isWriting = event.target.closest?.("input, select, textarea, [contenteditable]");
  const field = document.querySelector("[data-search-field]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting || !field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
