// How a fact says that it does not hold.

/// Throws unless `holds`.
export function holds(holds, otherwise) {
  if (!holds) throw untrue(otherwise);
}

/// Throws when there is anything in `exceptions`, and names the first of them.
export function none(exceptions) {
  const shown = exceptions.slice(0, 12).join('\n');
  const more = exceptions.length > 12 ? `\n… and ${exceptions.length - 12} more` : '';
  holds(exceptions.length === 0, shown + more);
}

/// Waits until `look` answers something true, and gives that. Throws after `limit` milliseconds.
export async function eventually(limit, look, otherwise) {
  const until = performance.now() + limit;
  while (true) {
    const seen = await look();
    if (seen) return seen;
    holds(performance.now() < until, otherwise);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

function untrue(message) {
  const error = new Error(message);
  error.name = 'Untrue';
  return error;
}
