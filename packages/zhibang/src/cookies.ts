/** Applies `Set-Cookie` lines to a jar of name → value. Path and domain do not matter: a session talks to one origin. */
export function applyCookies(jar: Record<string, string>, lines: readonly string[], now: number): void {
  for (const line of lines) {
    const [pair, ...attributes] = line.split(';');
    const at = pair?.indexOf('=') ?? -1;
    if (!pair || at <= 0) continue;
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (value === '' || hasExpired(attributes, now)) delete jar[name];
    else jar[name] = value;
  }
}

/** The `Cookie` header, '' when the jar is empty. */
export function cookieHeader(jar: Record<string, string>): string {
  return Object.entries(jar)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

function hasExpired(attributes: readonly string[], now: number): boolean {
  for (const attribute of attributes) {
    const [name, value = ''] = attribute.split('=');
    const key = name?.trim().toLowerCase();
    if (key === 'max-age') return Number(value) <= 0;
    if (key === 'expires') return Date.parse(value) <= now;
  }
  return false;
}
