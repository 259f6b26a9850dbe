// Shows in the page what is served now: in place where that can be, else by opening it anew with what its reader did to it.

const own = document.currentScript.dataset;
/** The state that the page shows, and whether it was there at all. */
let version = Number(own.version);
let isGood = own.status === "200";
let source = null;
let lost = 0;
/** The state that is being fetched, and the one that was called meanwhile. */
let fetching = false;
let called = null;

keep();
restore();
ask().then(list, () => {});

/** What is known about the record in view. */
async function ask() {
  const answer = await fetch(`/_candor/findings?at=${encodeURIComponent(location.pathname)}`);
  return answer.json();
}

/** Follows to the state with this `number`. Since the one with the number `whole`, more than texts has changed. */
async function update(number, whole) {
  if (fetching) {
    called = [number, Math.max(whole, called?.[1] ?? 0)];
    return;
  }
  fetching = true;
  try {
    const [answer, about] = await Promise.all([fetch(location.href), ask()]);
    show(answer, about, new DOMParser().parseFromString(await answer.text(), "text/html"), whole);
  } catch {
    // The channel says when the preview is gone.
  }
  fetching = false;
  const next = called;
  called = null;
  if (next && next[0] !== version) await update(...next);
}

function show(answer, about, next, whole) {
  const before = version;
  version = Number(next.querySelector('script[src="/_candor/reload.js"]')?.dataset.version ?? version);
  list(about);
  const broken = about.findings.find((it) => it.hides_text);
  if (isGood && (broken || !answer.ok)) {
    const place = broken && `${broken.file}${broken.line ? `:${broken.line}` : ""}`;
    const why = broken
      ? `\`${place}\`: ${broken.message}`
      : answer.status === 404 ? "There is no page at this address any more" : "This page cannot be made";
    // What was shown is older than what is to come: all of that is news.
    version = before;
    return say(`${why}. Below is the last page that could be shown.`);
  }
  say("");
  if (isGood && answer.ok && before >= whole && merge(next)) return;
  remember();
  location.reload();
}

function close() {
  clearTimeout(lost);
  source?.close();
  source = null;
}

function listen() {
  // A browser has few connections for one server: tabs that nobody sees hold none.
  if (source !== null || document.hidden) return;
  source = new EventSource("/_candor/events");
  source.onmessage = (event) => {
    clearTimeout(lost);
    if (lost !== 0) say("");
    lost = 0;
    const [number, whole] = event.data.split(" ").map(Number);
    if (number !== version) update(number, whole);
  };
  source.onerror = () => {
    clearTimeout(lost);
    lost = setTimeout(() => {
      say("The preview has ended: this page no longer follows the files. Run `candor serve` again.");
      close();
      listen();
    }, 1000);
  };
}

addEventListener("visibilitychange", () => (document.hidden ? close() : listen()));
addEventListener("pagehide", close);
addEventListener("pageshow", listen);
listen();
