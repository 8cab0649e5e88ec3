import { type SavedCookie, saved } from './saved.ts';

/** `domain, subdomains too, path, secure, expires, name, value`: by tabs, or blanks where pasting made blanks of them. */
const NETSCAPE = /^(\S+)\s+(?:TRUE|FALSE)\s+(\/\S*)\s+(?:TRUE|FALSE)\s+(-?[\d.]+)[\t ]+(\S+)[\t ]?(.*)$/i;

/** `cookies.txt`; `#HttpOnly_` before the domain is no comment. */
export function fromNetscape(text: string): SavedCookie[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^#HttpOnly_/i, ''))
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => {
      const [, domain, path, ends, name = '', value = ''] = NETSCAPE.exec(line) ?? [];
      return name === '' ? [] : [saved(name, value, { domain, path, ends })];
    });
}

const HEADS = /^(name|名称)$/i;

/** Rows copied out of the developer tools: name, value, domain, path, expires, …; or the first two alone. */
export function fromDevTools(text: string): SavedCookie[] {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter(([name = '']) => !HEADS.test(name));
  if (!rows.every(isRow)) return [];
  return rows.map(([name = '', value = '', domain, path, ends]) =>
    saved(name, value, { domain, path, ends }),
  );
}

function isRow([name = '', value, , path]: readonly string[]): boolean {
  return /^[^\s=;:]+$/.test(name) && value !== undefined && (path === undefined || path.startsWith('/'));
}
