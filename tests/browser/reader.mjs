// A reader's window on the site.

/// Opens a page in a context of its own: `options` are those of a browser context. Closing the context closes
/// the page. What the 404 page names by its published address, since it is served at any depth, comes from
/// this server.
export async function openWindow(browser, address, base, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(10_000);
  await context.route((url) => !url.href.startsWith(address) && onThisServer(url.href, address, base) !== null, async (route) => {
    await route.fulfill({ response: await route.fetch({ url: onThisServer(route.request().url(), address, base) }) });
  });
  return context.newPage();
}

/// Where this server has what is published at `url`; `null` when the site has no such address.
export function onThisServer(url, address, base) {
  if (!base) return null;
  const [it, published] = [new URL(url), new URL(base)];
  const ours = [published.origin, new URL(address).origin].includes(it.origin) && it.pathname.startsWith(published.pathname);
  return ours ? address + it.pathname.slice(published.pathname.length) : null;
}
