// Reloads the page when the record has changed, where the reader had scrolled to, and says so when the preview is gone.
(() => {
  let { version } = document.currentScript.dataset;
  const { tag } = document.currentScript.dataset;
  const key = `candor-scroll ${location.pathname}`;
  let source = null;
  let lost = 0;
  let notice = null;

  function remember(value) {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      // Without storage the browser's own memory of the place has to do.
    }
  }

  function remembered() {
    try {
      const value = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return value;
    } catch {
      return null;
    }
  }

  const place = remembered();
  if (place !== null) {
    const restore = () => scrollTo({ top: Number(place), behavior: "instant" });
    restore();
    addEventListener("load", restore);
  }

  function say(text) {
    if (notice === null) {
      notice = document.createElement("div");
      notice.setAttribute("role", "status");
      notice.style.cssText =
        "position:fixed;bottom:1rem;right:1rem;z-index:2147483647;padding:.4rem .8rem;border-radius:.4rem;" +
        "font:14px/1.4 system-ui,sans-serif;color:#fff;background:#333;opacity:.9";
      document.body.append(notice);
    }
    notice.textContent = text;
    notice.hidden = text === "";
  }

  function state(version) {
    return Math.floor(Number(version) / 2);
  }

  async function isSame() {
    try {
      const response = await fetch(location.href, { method: "HEAD" });
      return response.headers.get("etag") === `"${tag}"`;
    } catch {
      return false;
    }
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
    source.onmessage = async (event) => {
      clearTimeout(lost);
      if (notice !== null) say("");
      if (event.data === version) return;
      // A state has two numbers, the second for when its findings are there: a page without any stays as it is.
      if (state(event.data) === state(version) && (await isSame())) {
        version = event.data;
        return;
      }
      remember(scrollY);
      location.reload();
    };
    source.onerror = () => {
      clearTimeout(lost);
      lost = setTimeout(() => {
        say("The preview has ended: this page no longer follows the files. Run candor serve again.");
        close();
        listen();
      }, 1000);
    };
  }

  addEventListener("visibilitychange", () => (document.hidden ? close() : listen()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", listen);
  listen();
})();
