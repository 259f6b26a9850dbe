// What a reader did to a page that has to be opened anew: it is put back when the page is there again.

const STATE = `candor-state ${location.pathname}`;
const FIELDS = "input, select, textarea";
const FOCUSABLE = "a[href], button, summary, input, select, textarea, [tabindex]";

function remember() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const state = {
    top: scrollY,
    open: all("details").map((it) => it.open),
    fields: all(FIELDS).map((it) => it.value),
    focused: all(FOCUSABLE).indexOf(document.activeElement),
  };
  try {
    sessionStorage.setItem(STATE, JSON.stringify(state));
  } catch {
    // Without storage the browser's own memory of the place has to do.
  }
}

function restore() {
  const state = remembered();
  if (state === null) return;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const back = () => {
    const details = all("details");
    if (details.length === state.open.length) details.forEach((it, at) => (it.open = state.open[at]));
    const fields = all(FIELDS);
    if (fields.length === state.fields.length) fields.forEach((field, at) => refill(field, state.fields[at]));
    all(FOCUSABLE)[state.focused]?.focus({ preventScroll: true });
    scrollTo({ top: state.top, behavior: "instant" });
  };
  scrollTo({ top: state.top, behavior: "instant" });
  addEventListener("load", back);
}

function refill(field, value) {
  if (field.value === value || field.type === "file") return;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function remembered() {
  try {
    const state = JSON.parse(sessionStorage.getItem(STATE));
    sessionStorage.removeItem(STATE);
    return state;
  } catch {
    return null;
  }
}
