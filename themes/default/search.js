// The search of the site, on its own page. The index lies beside it in small files, each of which is a script that hands
// its content to one function: a folder that is opened without a server cannot be fetched from.
// Words shown to readers come from the page (data attributes), so that a site speaks one language.
// How the files are written, and how a text is cut into words, is said in src/search.

"use strict";

/** How many finds are shown at once, and how many more on asking. */
const FINDS = 6;
/** How many places are read to see whether a phrase is there. */
const PLACES = 24;
/** How long somebody pauses who wants to see what is found, in milliseconds. */
const PAUSE = 150;

const WORD = /#?[\p{Alphabetic}\p{N}\p{M}]+/gu;
const UNSPACED = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/u;
const LONGEST = 40;
const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th", ħ: "h", ς: "σ" };

/** A text as it is compared: small, without accents. */
function folded(text) {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[ßæœøđðłıþħς]/g, (letter) => PLAIN[letter]);
}

/** The words that are looked up for a text. The last sign of a run of Chinese is looked up only when it stands alone. */
function wordsOf(text) {
  const words = [];
  for (const [found] of folded(text).matchAll(WORD)) {
    const word = found.replace("#", "");
    if (!UNSPACED.test(word)) {
      words.push((/^#\d+$/.test(found) ? found : word).slice(0, LONGEST));
      continue;
    }
    for (const part of word.split(new RegExp(`(${UNSPACED.source})`, "u")).filter(Boolean)) {
      const signs = [...part];
      if (!UNSPACED.test(part) || signs.length === 1) words.push(part);
      else for (let at = 0; at + 1 < signs.length; at += 1) words.push(signs[at] + signs[at + 1]);
    }
  }
  return words;
}

/** What is asked for: words, and phrases in quotes. */
function asked(query) {
  const phrases = [];
  const rest = query.replace(/["“„«]([^"“”„«»]+)["”“»]/g, (_, phrase) => {
    if (wordsOf(phrase).length) phrases.push(phrase);
    return ` ${phrase} `;
  });
  return { words: [...new Set(wordsOf(rest))], phrases };
}

/** Numbers as the index writes them: 64 letters end one, 27 say that it goes on. */
function* numbersIn(text, at = 0) {
  while (at < text.length) {
    let number = 0;
    let factor = 1;
    let value = valueOf(text, at++);
    while (value >= 64) {
      number += value * factor;
      factor *= 27;
      value = valueOf(text, at++);
    }
    yield number + value * factor;
  }
}

function valueOf(text, at) {
  const code = text.charCodeAt(at);
  return code - 0x23 - (code > 0x5c);
}

/** How many letters have to be changed, put in, left out or swapped to make one word of the other; more than `most` is Infinity. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let older = [];
  let old = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let its = 1; its <= other.length; its += 1) {
      const same = one[at - 1] === other[its - 1] ? 0 : 1;
      row[its] = Math.min(old[its] + 1, row[its - 1] + 1, old[its - 1] + same);
      if (at > 1 && its > 1 && one[at - 1] === other[its - 2] && one[at - 2] === other[its - 1]) {
        row[its] = Math.min(row[its], older[its - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return Infinity;
    older = old;
    old = row;
  }
  return old[other.length] <= most ? old[other.length] : Infinity;
}

/** The index behind `load`, which promises the content of a file by its name. */
async function openIndex(load) {
  const start = await load("i");
  const counts = [...numbersIn(start.units)];
  const firstUnit = new Uint32Array(counts.length + 1);
  counts.forEach((count, at) => { firstUnit[at + 1] = firstUnit[at] + count; });
  const units = firstUnit[counts.length];
  const recordOf = new Uint32Array(units);
  counts.forEach((_, at) => recordOf.fill(at, firstUnit[at], firstUnit[at + 1]));
  const kind = new Uint16Array(counts.length);
  const state = new Uint16Array(counts.length);
  const year = new Uint16Array(counts.length);
  const runs = [...numbersIn(start.runs)];
  for (let at = 0, record = 0; at < runs.length; at += 4) {
    const end = record + runs[at + 3];
    kind.fill(runs[at], record, end);
    state.fill(runs[at + 1], record, end);
    year.fill(runs[at + 2], record, end);
    record = end;
  }
  const firstForms = start.first ? start.first.split(" ") : [];
  const firstLists = [0];
  for (const count of numbersIn(start.lists)) firstLists.push(firstLists.at(-1) + count);
  const dictionary = new Map();

  /** A part of the dictionary: its forms in order, each with the numbers and lengths of its lists. */
  async function part(at) {
    if (!dictionary.has(at)) dictionary.set(at, load(`w${at}`).then(readPart));
    return dictionary.get(at);
  }

  function readPart([first, text, lists]) {
    const numbers = numbersIn(lists);
    let next = first;
    let before = [];
    return text.split(" ").map((written) => {
      const letters = before.slice(0, valueOf(written, 0)).concat([...written.slice(1)]);
      before = letters;
      const entry = { form: letters.join(""), lists: [] };
      for (let more = 1; more;) {
        const back = numbers.next().value;
        const length = numbers.next().value;
        more = back % 2;
        entry.lists.push({ number: next - (back - more) / 2, length });
        if (back - more === 0) next += 1;
      }
      return entry;
    });
  }

  /** The part that holds `form`, or would. */
  function partOf(form) {
    let at = firstForms.findIndex((first) => first > form);
    if (at < 0) at = firstForms.length;
    return Math.max(at - 1, 0);
  }

  /** The forms that begin with `prefix`, from at most so many parts. */
  async function beginningWith(prefix, most) {
    const found = [];
    for (let at = partOf(prefix); at < firstForms.length && most > 0; at += 1, most -= 1) {
      if (firstForms[at] > prefix && !firstForms[at].startsWith(prefix)) break;
      found.push(...(await part(at)).filter((entry) => entry.form.startsWith(prefix)));
    }
    return found;
  }

  const usual = (one, other) => other.lists[0].length - one.lists[0].length;

  /** The forms that are meant by a word: itself, else what it begins, else what it is likely a slip for. */
  async function meant(word) {
    const here = firstForms.length ? await part(partOf(word)) : [];
    const exact = here.find((entry) => entry.form === word);
    if (exact && (exact.lists.some((list) => list.length > 4) || word.length < 3)) return [{ entry: exact, factor: 1 }];
    const longer = word.length > 1 || UNSPACED.test(word) ? await beginningWith(word, 2) : [];
    const begun = longer.filter((entry) => entry !== exact).sort(usual).slice(0, exact ? 2 : 4);
    const found = begun.map((entry) => ({ entry, factor: 0.6 }));
    if (exact) return [{ entry: exact, factor: 1 }, ...found];
    if (found.length || word.length < 4 || UNSPACED.test(word) || /\d/.test(word)) return found;
    return (await slips(word)).map((entry) => ({ entry, factor: 0.5 }));
  }

  async function slips(word) {
    const most = word.length < 8 ? 1 : 2;
    const starts = [word.slice(0, 2), word[1] + word[0], word.slice(1, 3), word[0]];
    for (const start of starts) {
      let best = Infinity;
      let found = [];
      for (const entry of await beginningWith(start, start.length > 1 ? 3 : 6)) {
        const far = Math.min(distance(word, entry.form, most), sharesStem(word, entry.form) ? 2.5 : Infinity);
        if (far > best || far === Infinity) continue;
        if (far < best) found = [];
        best = far;
        found.push(entry);
      }
      if (found.length) return found.sort(usual).slice(0, 3);
    }
    return [];
  }

  function sharesStem(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same += 1;
    return same > 3 && one.length - same < 4 && other.length - same < 5;
  }

  /** Hands the places of a list to `each`: the number of a unit and how much the word weighs there. */
  async function places(number, each) {
    let at = firstLists.findIndex((first) => first > number);
    if (at < 0) at = firstLists.length;
    const text = (await load(`p${at - 1}`)).split(" ")[number - firstLists[at - 1]];
    let from = 0;
    const next = () => {
      const { value } = numbersIn(text, from).next();
      from += value < 64 ? 1 : value < 1792 ? 2 : value < 48448 ? 3 : 4;
      return value;
    };
    while (from < text.length) {
      const weight = next();
      if (weight >= 16) {
        const bytes = Math.ceil(units / 6);
        for (let byte = 0; byte < bytes; byte += 1) {
          const bits = valueOf(text, from + byte);
          for (let bit = 0; bit < 6; bit += 1) if (bits & (1 << bit)) each(byte * 6 + bit, weight - 16);
        }
        from += bytes;
        continue;
      }
      let unit = 0;
      for (let count = next(); count > 0; count -= 1) {
        unit += next();
        each(unit, weight);
      }
    }
  }

  /** The text of a unit, with what is known of its record. */
  async function read(unit) {
    const record = recordOf[unit];
    const file = Math.floor(unit / start.per_file);
    const found = (await load(`t${file}`)).find(([number]) => number === record);
    const [, [address, id, title, day, answer], texts] = found;
    const text = texts[unit - Math.max(firstUnit[record], file * start.per_file)];
    return { record, address, id, title, day, answer, text };
  }

  /** How well each record and each unit fits the words; which words no record has; the forms to mark. */
  async function score(words) {
    const scores = new Float32Array(counts.length);
    const ofUnit = new Float32Array(units);
    const inUnit = new Uint8Array(units);
    const matched = new Uint8Array(counts.length);
    const unknown = [];
    const corrected = [];
    const marked = new Set();
    let known = 0;
    for (const word of words) {
      const meanings = await meant(word);
      if (!meanings.length) {
        unknown.push(word);
        continue;
      }
      known += 1;
      if (meanings.every(({ entry, factor }) => factor === 0.5 && !entry.form.startsWith(word))) corrected.push([word, meanings[0].entry.form]);
      const best = new Float32Array(counts.length);
      const here = new Float32Array(units);
      const lists = new Map();
      for (const { entry, factor } of meanings) {
        marked.add(entry.form);
        for (const list of entry.lists) {
          if (!lists.has(list.number)) lists.set(list.number, factor * Math.log(1 + units / list.length));
        }
        for (const other of await part(partOf(entry.form))) {
          if (other.lists.some((list) => entry.lists.some((its) => its.number === list.number))) marked.add(other.form);
        }
      }
      await Promise.all([...lists].map(([number, factor]) => places(number, (unit, weight) => {
        const value = weight * factor;
        const record = recordOf[unit];
        if (value > best[record]) best[record] = value;
        if (value > here[unit]) here[unit] = value;
      })));
      best.forEach((value, record) => {
        if (value) {
          scores[record] += value;
          matched[record] += 1;
        }
      });
      here.forEach((value, unit) => {
        if (value) {
          ofUnit[unit] += value;
          inUnit[unit] += 1;
        }
      });
    }
    return { scores, ofUnit, inUnit, matched, known, unknown, corrected, marked };
  }

  /** The unit of a record that fits best. */
  function bestUnit(record, ofUnit) {
    let best = firstUnit[record];
    for (let unit = best + 1; unit < firstUnit[record + 1]; unit += 1) if (ofUnit[unit] > ofUnit[best]) best = unit;
    return best;
  }

  /** Those of `records` that say every phrase in one place, as far as places are read; whether all were. */
  async function saying(phrases, records, { inUnit }) {
    const runs = phrases.map((phrase) => ` ${wordsOf(phrase).join(" ")} `);
    const needed = Math.min(...phrases.map((phrase) => new Set(wordsOf(phrase)).size));
    const said = new Map();
    let left = PLACES;
    for (const record of records) {
      for (let unit = firstUnit[record]; unit < firstUnit[record + 1]; unit += 1) {
        if (inUnit[unit] < needed) continue;
        if (left === 0) return { said, isAll: false };
        left -= 1;
        const { text, title } = await read(unit);
        const isIn = (words) => runs.every((run) => ` ${words.join(" ")} `.includes(run));
        if (text.split("\n").some((line) => isIn(wordsOf(line))) || isIn(wordsOf(title))) {
          said.set(record, unit);
          break;
        }
      }
    }
    return { said, isAll: true };
  }

  /** Whether a record is among what is chosen; `but` is left out of account. */
  async function chooser(chosen) {
    const tests = new Map();
    const add = (name, test) => { if (chosen[name]) tests.set(name, test); };
    const kindAt = start.kinds.findIndex(([key]) => key === chosen.kind);
    const stateAt = start.states.findIndex(([key]) => key === chosen.state) + 1;
    add("kind", (record) => kind[record] === kindAt);
    add("state", (record) => stateAt > 0 && state[record] === stateAt);
    add("year", (record) => year[record] + 1900 === Number(chosen.year));
    const names = start.named.some(([key]) => chosen[key]) ? await load("f") : [];
    for (const [at, [key, first]] of start.named.entries()) {
      if (!chosen[key]) continue;
      const name = names[at].findIndex(([its]) => its === chosen[key]);
      const of = new Set();
      if (name >= 0) await places(first + name, (unit) => of.add(recordOf[unit]));
      add(key, (record) => of.has(record));
    }
    return (record, but) => [...tests].every(([name, test]) => name === but || test(record));
  }

  /** How many of `records` are of each kind, state and year. */
  function counted(records, isChosen) {
    const count = (name, of) => {
      const counts = new Map();
      for (const record of records) if (of[record] + (name === "kind") && isChosen(record, name)) counts.set(of[record], (counts.get(of[record]) ?? 0) + 1);
      return counts;
    };
    const labelled = (counts, labels, base) =>
      labels.map(([key, text], at) => ({ key, text, count: counts.get(at + base) ?? 0 })).filter((it) => it.count);
    const years = [...count("year", year)].sort(([one], [other]) => other - one);
    return {
      kind: labelled(count("kind", kind), start.kinds, 0),
      state: labelled(count("state", state), start.states, 1),
      year: years.map(([year, count]) => ({ key: String(year + 1900), text: String(year + 1900), count })),
    };
  }

  return {
    kinds: start.kinds,
    named: start.named.map(([key]) => key),
    /** The names of people, groups or services that can be chosen: the word for each in an address, and the name. */
    async names(key) {
      return (await load("f"))[start.named.findIndex(([its]) => its === key)];
    },
    /**
     * What is found for `query` among what is `chosen`, best first: the records and the unit to quote of each, how many
     * there are of each kind, state and year, the forms to mark. `unknown` are words that no record has.
     */
    async search(query, chosen = {}) {
      const { words, phrases } = asked(query);
      const found = await score(words);
      const isChosen = await chooser(chosen);
      const all = Array.from(counts.keys());
      const isAny = words.length === 0;
      const needed = isAny ? 0 : found.known;
      let records = found.known || isAny ? all.filter((record) => found.matched[record] >= needed) : [];
      const isPartly = !isAny && found.known > 1 && records.length === 0;
      if (isPartly) records = all.filter((record) => found.matched[record] > 0);
      const units = new Map(records.map((record) => [record, bestUnit(record, found.ofUnit)]));
      const rank = (record) => found.matched[record] * 1000 * isPartly + found.scores[record] + 0.2 * found.ofUnit[units.get(record)];
      const ranks = new Map(records.map((record) => [record, rank(record)]));
      if (!isAny) records.sort((one, other) => ranks.get(other) - ranks.get(one) || one - other);
      let isAll = true;
      if (phrases.length && !found.unknown.length) {
        const spoken = await saying(phrases, records.filter((record) => isChosen(record)), found);
        isAll = spoken.isAll;
        records = records.filter((record) => spoken.said.has(record));
        for (const [record, unit] of spoken.said) units.set(record, unit);
      } else if (phrases.length) {
        records = [];
      }
      return {
        records: records.filter((record) => isChosen(record)),
        unit: (record) => units.get(record),
        facets: counted(records, isChosen),
        marked: found.marked,
        unknown: found.unknown,
        corrected: found.corrected,
        isPartly,
        isAll,
      };
    },
    /** What is shown of a record: its title and so on, and the text of the unit. */
    read,
    kindOf: (record) => start.kinds[kind[record]][1],
    stateOf: (record) => (state[record] ? start.states[state[record] - 1][0] : ""),
    /** The finds among `read` ones whose title or id is just what is asked for come first. */
    named_first: (query, finds) => {
      const whole = wordsOf(query).join(" ");
      const isIt = (find) => [find.title, find.id].some((name) => name && wordsOf(name).join(" ") === whole);
      return [...finds.filter(isIt), ...finds.filter((find) => !isIt(find))];
    },
  };
}

/** Where in a run without blanks the marked pairs are, those that overlap as one. */
function pairsIn(run, marked) {
  const places = [];
  for (let at = 0; at < run.length; at += 1) {
    for (const length of [2, 1]) {
      if (!marked.has(folded(run.slice(at, at + length)))) continue;
      const last = places.at(-1);
      if (last && last[1] >= at) last[1] = Math.max(last[1], at + length);
      else places.push([at, at + length]);
      break;
    }
  }
  return places;
}

/** The part of a text that says most of what is looked for, as pieces: `[text, whether it is marked]`. */
function passage(text, marked, length = 220) {
  const flat = text.replace(/\n/g, " · ").replace(/(\s*·\s*){2,}/g, " · ");
  const hits = [];
  for (const found of flat.matchAll(/[\p{Alphabetic}\p{N}\p{M}]+/gu)) {
    for (const [start, end] of UNSPACED.test(found[0]) ? pairsIn(found[0], marked) : [[0, found[0].length]]) {
      const words = wordsOf(found[0].slice(start, end));
      const isMarked = words.some((word) => marked.has(word) || marked.has(`#${word}`));
      if (isMarked) hits.push([found.index + start, found.index + end, words]);
    }
  }
  let from = 0;
  let most = 0;
  for (const [start] of hits) {
    const inside = new Set(hits.filter(([its, end]) => its >= start && end <= start + length).flatMap(([, , words]) => words)).size;
    if (inside > most) [most, from] = [inside, start];
  }
  from = Math.max(0, from - 60);
  if (from > 0) from = flat.indexOf(" ", from) + 1 || from;
  let to = Math.min(flat.length, from + length);
  if (to < flat.length) to = flat.lastIndexOf(" ", to) > from ? flat.lastIndexOf(" ", to) : to;
  const pieces = [];
  if (from > 0) pieces.push(["… ", false]);
  let at = from;
  for (const [start, end] of hits) {
    if (start < from || end > to) continue;
    pieces.push([flat.slice(at, start), false], [flat.slice(start, end), true]);
    at = end;
  }
  pieces.push([flat.slice(at, to), false]);
  if (to < flat.length) pieces.push([" …", false]);
  return pieces.filter(([piece]) => piece);
}

if (typeof document === "object") {
  // Before anything is painted, so that nothing moves: what is asked for takes the place of the titles.
  if (/[?&][a-z]+=[^&]/.test(location.search)) document.documentElement.dataset.asked = "";
  document.addEventListener("DOMContentLoaded", () => begin(document.querySelector("[data-search-index]")));
}

/** Promises files of the index, each once. */
function files(folder) {
  const waiting = new Map();
  globalThis.candorSearch = (name, content) => waiting.get(name)?.(content);
  const files = new Map();
  return (name) => {
    if (!files.has(name)) {
      files.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${folder}${name}.js`;
        script.addEventListener("error", () => {
          files.delete(name);
          reject(new Error(name));
        });
        script.addEventListener("load", () => script.remove());
        document.head.append(script);
      }));
    }
    return files.get(name);
  };
}

/** Makes the page of the search search. */
function begin(place) {
  const words = place.dataset;
  const form = place.querySelector("form");
  const field = form.querySelector("input[type=search]");
  const choices = [...form.querySelectorAll("select")];
  const status = place.querySelector("[role=status]");
  const answer = place.querySelector("[data-answer]");
  const notes = place.querySelector("[data-notes]");
  const list = place.querySelector("ol");
  const more = place.querySelector("[data-more]");
  const load = files(words.searchIndex);
  let index = null;
  let turn = 0;
  let pause = 0;
  let shown = FINDS;

  const params = new URLSearchParams(location.search);
  field.value = params.get("q") ?? "";
  const wanted = Object.fromEntries(choices.map((choice) => [choice.name, params.get(choice.name) ?? ""]));
  const isAsked = () => field.value.trim() !== "" || Object.values(wanted).some(Boolean);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      wanted[choice.name] = choice.value;
      ask();
    });
    if (choice.dataset.names !== undefined) choice.addEventListener("focus", () => fill(choice), { once: true });
  }
  more.addEventListener("click", async () => {
    const before = shown;
    shown += FINDS;
    await show();
    list.children[before]?.querySelector("a").focus();
  });
  place.addEventListener("keydown", (event) => {
    const links = [field, ...list.querySelectorAll("h2 a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && at >= 0 && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at > 0) links[at - 1].focus();
    else if (event.key === "Escape" && at > 0) field.focus();
    else return;
    event.preventDefault();
  });
  if (isAsked()) ask();
  else field.focus({ preventScroll: true });

  function ask() {
    clearTimeout(pause);
    shown = FINDS;
    remember();
    return show();
  }

  /** Keeps what is asked for in the address, so that it can be sent and comes back. */
  function remember() {
    const query = new URLSearchParams(Object.entries({ q: field.value.trim(), ...wanted }).filter(([, value]) => value)).toString();
    try {
      history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}`);
    } catch {
      // A page that is opened from a folder keeps its address.
    }
  }

  async function show() {
    const mine = ++turn;
    document.documentElement.toggleAttribute("data-asked", isAsked());
    if (!isAsked()) return clear();
    try {
      index ??= openIndex(load);
      const ready = await index;
      const found = await ready.search(field.value, wanted);
      const few = found.records.slice(0, shown);
      const read = await Promise.all(few.map((record) => ready.read(found.unit(record))));
      if (mine !== turn) return;
      const finds = ready.named_first(field.value, read);
      list.replaceChildren(...finds.map((find) => shownFind(find, ready, found)));
      more.hidden = found.records.length <= shown;
      for (const choice of choices) offer(choice, found.facets[choice.name]);
      await Promise.all(choices.filter((choice) => choice.dataset.names !== undefined && wanted[choice.name]).map(fill));
      tell(found, finds, ready);
    } catch (error) {
      index = null;
      if (mine === turn) status.textContent = words.broken;
      console.warn(error);
    }
  }

  function clear() {
    list.replaceChildren();
    more.hidden = true;
    for (const part of [status, answer, notes]) part.textContent = "";
  }

  /** Says how much is found, where it is when the query names it, and what was read in another way than it is written. */
  function tell(found, finds, ready) {
    const count = found.records.length;
    const many = found.isAll ? words.found : words.atLeast;
    status.textContent = count === 0 ? words.none : count === 1 && found.isAll ? words.one : many.replace("{n}", count.toLocaleString(document.documentElement.lang || undefined));
    const named = finds[0] && finds[0].answer && ready.named_first(field.value, [{ title: "", id: "" }, finds[0]])[0] === finds[0];
    answer.textContent = named ? `${finds[0].id || finds[0].title}: ${finds[0].answer.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase())}` : "";
    const lines = [];
    if (count && found.unknown.length) lines.push(words.without.replace("{words}", found.unknown.join(", ")));
    if (found.isPartly) lines.push(words.partly);
    for (const [word, other] of found.corrected) lines.push(words.corrected.replace("{word}", word).replace("{other}", other));
    notes.textContent = lines.join(" ");
  }

  function shownFind(find, ready, found) {
    const item = document.createElement("li");
    const head = item.appendChild(document.createElement("h2"));
    const link = head.appendChild(document.createElement("a"));
    link.href = words.searchRoot + find.address || "./";
    if (find.id) {
      const id = link.appendChild(document.createElement("span"));
      id.className = "id";
      id.textContent = find.id;
      link.append(" ");
    }
    link.append(...pieces(find.title, found.marked, Infinity));
    const about = item.appendChild(document.createElement("p"));
    about.className = "find-about";
    const kind = about.appendChild(document.createElement("span"));
    kind.textContent = ready.kindOf(find.record);
    if (find.answer) about.append(` · ${find.answer}`);
    else if (find.day) about.append(` · ${dayOf(find.day)}`);
    const said = item.appendChild(document.createElement("p"));
    said.className = "find-passage";
    said.append(...pieces(find.text, found.marked));
    return item;
  }

  function pieces(text, marked, length) {
    return passage(text, marked, length).map(([piece, isMarked]) => {
      if (!isMarked) return piece;
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
  }

  /** Puts what is left of a facet into its choice, with how many there are. */
  function offer(choice, facet) {
    if (!facet) {
      choice.value = wanted[choice.name];
      return;
    }
    const options = facet.map(({ key, text, count }) => new Option(`${text} (${count})`, key));
    if (wanted[choice.name] && !facet.some(({ key }) => key === wanted[choice.name])) {
      options.push(new Option(`${wanted[choice.name]} (0)`, wanted[choice.name]));
    }
    choice.replaceChildren(choice.options[0], ...options);
    choice.value = wanted[choice.name];
  }

  /** Puts the names of people, groups or services into their choice. */
  async function fill(choice) {
    if (choice.options.length > 1) return;
    index ??= openIndex(load);
    const names = await (await index).names(choice.name);
    if (choice.options.length > 1) return;
    choice.append(...names.map(([key, text]) => new Option(text, key)));
    choice.value = wanted[choice.name];
  }

  function dayOf(iso) {
    const lang = document.documentElement.lang || undefined;
    const day = new Date(`${iso}T00:00:00Z`);
    return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" }).format(day);
  }
}
