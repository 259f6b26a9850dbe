// Brings the page up to what is served now, and leaves alone what its reader did to it.
//
// What was served is kept as a copy, with the node of the page for each of its nodes. Changed on the page is only what differs
// between that copy and what is served now: what somebody opened, typed, focused or scrolled to stays, and so does what the
// scripts of the page did.

/** What the scripts of the page read once, when it opens: where something in it differs, the page is opened anew. */
const READ_ONCE = "[data-filter], [data-filter-areas], [data-board], [data-search-index]";
/** How many pairs of nodes are compared at most to see which of them stayed. */
const PAIRS = 1_000_000;

let served = null;
const nodes = new WeakMap();

/** Keeps what is served as the page stands now, before any script has changed it. */
function keep() {
  const copy = document.body.cloneNode(true);
  pair(copy, document.body);
  served = trimmed(copy);
}

function pair(copy, node) {
  nodes.set(copy, node);
  const children = [...node.childNodes];
  copy.childNodes.forEach((child, at) => pair(child, children[at]));
}

/** A body without the script of the preview and the blank that follows it. */
function trimmed(body) {
  body.querySelector('script[src="/_candor/reload.js"]')?.remove();
  while (body.lastChild?.nodeType === Node.TEXT_NODE && body.lastChild.data.trim() === "") body.lastChild.remove();
  return body;
}

/** Shows what `next`, a document, has. False when that takes opening the page anew; then nothing is changed. */
function merge(next) {
  const files = (of, selector, name) => [...of.querySelectorAll(selector)].map((it) => it.getAttribute(name));
  const styles = [...document.head.querySelectorAll("link[rel=stylesheet]")];
  const nextStyles = files(next.head, "link[rel=stylesheet]", "href");
  const scripts = (of) => files(of, "script[src]", "src").join("\n");
  if (styles.length !== nextStyles.length || scripts(document.head) !== scripts(next.head)) return false;
  const steps = [];
  compare(served, trimmed(next.body), steps);
  if (steps.some(({ at }) => (at.closest ? at : at.parentElement)?.closest(READ_ONCE))) return false;
  steps.forEach(({ take }) => take());
  styles.forEach((style, at) => style.getAttribute("href") === nextStyles[at] || style.setAttribute("href", nextStyles[at]));
  if (document.title !== next.title) document.title = next.title;
  return true;
}

/** Adds to `steps` what makes `before`, a part of what was served, the same as `after`. */
function compare(before, after, steps) {
  if (before.nodeType !== Node.ELEMENT_NODE) {
    if (before.data !== after.data) step(steps, before, (node) => (node.data = after.data));
    return;
  }
  // A browser with scripts keeps what is in here as text, a parsed document does not.
  if (before.nodeName === "NOSCRIPT") return;
  for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
    const value = after.getAttribute(name);
    // Whether something is unfolded is the reader's to say.
    if (value === before.getAttribute(name) || (name === "open" && before.nodeName === "DETAILS")) continue;
    step(steps, before, (node) => (value === null ? node.removeAttribute(name) : node.setAttribute(name, value)));
  }
  let [old, now] = [[...before.childNodes], [...after.childNodes]];
  while (old.length && now.length && old[0].isEqualNode(now[0])) [old, now] = [old.slice(1), now.slice(1)];
  let end = null;
  while (old.length && now.length && old.at(-1).isEqualNode(now.at(-1))) {
    end = old.at(-1);
    [old, now] = [old.slice(0, -1), now.slice(0, -1)];
  }
  let [from, to] = [0, 0];
  for (const [oldAt, nowAt] of [...same(old, now), [old.length, now.length]]) {
    between(before, old.slice(from, oldAt), now.slice(to, nowAt), old[oldAt] ?? end, steps);
    [from, to] = [oldAt + 1, nowAt + 1];
  }
}

/** The places in both lists of the nodes that stayed, as many as possible, in their order. */
function same(old, now) {
  if (old.length * now.length > PAIRS) return [];
  const key = (node) => node.outerHTML ?? `${node.nodeName} ${node.data}`;
  const [olds, nows] = [old.map(key), now.map(key)];
  const longest = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let other = now.length - 1; other >= 0; other -= 1) {
      longest[at][other] = olds[at] === nows[other]
        ? longest[at + 1][other + 1] + 1
        : Math.max(longest[at + 1][other], longest[at][other + 1]);
    }
  }
  const places = [];
  let [at, other] = [0, 0];
  while (at < old.length && other < now.length) {
    if (olds[at] === nows[other]) places.push([at++, other++]);
    else if (longest[at + 1][other] >= longest[at][other + 1]) at += 1;
    else other += 1;
  }
  return places;
}

/** Makes the children `old` of `parent`, which stand before `end`, the same as `now`. */
function between(parent, old, now, end, steps) {
  const isAlike = (one, other) => one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");
  let next = 0;
  for (const node of now) {
    const found = old.findIndex((it, at) => at >= next && isAlike(it, node));
    if (found < 0) {
      put(parent, node, old[next] ?? end, steps);
      continue;
    }
    old.slice(next, found).forEach((it) => step(steps, it, (gone) => gone.remove()));
    compare(old[found], node, steps);
    next = found + 1;
  }
  old.slice(next).forEach((it) => step(steps, it, (gone) => gone.remove()));
}

/** Does the same to a node of the copy and to that of the page. */
function step(steps, copy, change) {
  const at = nodes.get(copy);
  steps.push({ at, take: () => [copy, at].forEach(change) });
}

/** Puts `node` into `parent` before `next`, or at its end where that is `null`. */
function put(parent, node, next, steps) {
  const take = () => {
    const [copy, own] = [document.importNode(node, true), document.importNode(node, true)];
    pair(copy, own);
    parent.insertBefore(copy, next);
    const before = next && nodes.get(next);
    if (before?.isConnected) before.before(own);
    else nodes.get(parent).append(own);
  };
  steps.push({ at: nodes.get(parent), take });
}
