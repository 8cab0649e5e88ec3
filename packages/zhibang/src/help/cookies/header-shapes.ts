import { pairsIn, type SavedCookie, saved } from './saved.ts';

/** A header's name and colon (or tab) wherever it stands in the line, or the name alone: its value stands on the next line. */
const HEADER = /^(?:(.*?)(?<![\w-])(set-)?cookie(?:\s*:\s*|\t+)(.*)|\s*()(set-)?cookie\s*)$/i;

interface Header {
  isSet: boolean;
  value: string;
}

/**
 * The header `Cookie:` alone or in a copied block of headers. `Set-Cookie:` in it is what the ERP gave back: the newer value.
 */
export function fromHeaders(text: string): SavedCookie[] {
  const headers = headersIn(text.split(/\r?\n/).filter((line) => line.trim() !== ''));
  const sent = headers.filter(({ isSet }) => !isSet).flatMap(({ value }) => pairsIn(value));
  const given = headers.filter(({ isSet }) => isSet).flatMap(({ value }) => fromSetCookie(value));
  return [...sent.filter(({ name }) => !given.some((cookie) => cookie.name === name)), ...given];
}

function headersIn(lines: readonly string[]): Header[] {
  return lines.flatMap((line, at) => {
    const found = HEADER.exec(line);
    if (!found) return [];
    const [, before = '', set, rest = '', , setAlone] = found;
    const value = rest === '' ? (lines[at + 1] ?? '') : unquoted(rest, before.at(-1));
    return [{ isSet: Boolean(set ?? setAlone), value }];
  });
}

/** A value ends at a quote only where one was opened before its name: `'Cookie: a=1'`. Others are part of it. */
function unquoted(value: string, quote: string | undefined): string {
  const end = quote === "'" || quote === '"' ? value.lastIndexOf(quote) : -1;
  return end < 0 ? value : value.slice(0, end);
}

/** `name=value; Path=/; Expires=…` */
export function fromSetCookie(header: string): SavedCookie[] {
  const [first] = pairsIn(header.split(';')[0]!);
  if (!first) return [];
  const attributes = pairsIn(header).slice(1);
  const attribute = (wanted: string): string | undefined =>
    attributes.find(({ name }) => name.toLowerCase() === wanted)?.value;
  return [
    saved(first.name, first.value, {
      domain: attribute('domain'),
      path: attribute('path'),
      ends: attribute('expires'),
    }),
  ];
}

const PAIR = /^\s*[^\s=;:,"'<>{}()[\]\\/?]+=/;

/** `a=1; b=2`, as `document.cookie` tells it, or a pair a line; nothing else may stand in the text. */
export function fromPairs(text: string): SavedCookie[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^(['"])(.*)\1[;,]?$/, '$2'))
    .filter((line) => line !== '');
  return lines.every((line) => PAIR.test(line)) ? pairsIn(lines.join(';')) : [];
}
