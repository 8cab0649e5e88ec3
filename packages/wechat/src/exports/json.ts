import type { Json } from '../api/decode.ts';
import { linesIn } from './lines.ts';
import type { RawRecord } from './record.ts';

const LARGEST = 4 * 1024 * 1024;

/** JSON Lines: one object a line; a broken line is told and the next one read. */
export async function* jsonLinesIn(text: AsyncIterable<string>): AsyncGenerator<RawRecord, void> {
  for await (const { line, text: json } of linesIn(text)) if (json.trim() !== '') yield parsed(json, line);
}

/** The objects of an array that may be far larger than memory, or objects one behind the other. */
export async function* jsonObjectsIn(text: AsyncIterable<string>): AsyncGenerator<RawRecord, void> {
  let held = '';
  let depth = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  let begunAt = 1;
  let oversized = false;
  for await (const chunk of text) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === NEWLINE) line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = false;
      } else if (code === QUOTE) inString = depth > 0;
      else if (code === OPEN) {
        if (depth++ > 0) continue;
        from = at;
        begunAt = line;
        held = '';
        oversized = false;
      } else if (code === CLOSE && depth > 0 && --depth === 0) {
        if (oversized) yield { line: begunAt, broken: 'too_large' };
        else yield parsed(held + chunk.slice(from, at + 1), begunAt);
        held = '';
      }
    }
    if (depth === 0) continue;
    oversized ||= held.length > LARGEST;
    held = oversized ? '' : held + chunk.slice(from);
  }
  if (depth > 0) yield { line: begunAt, broken: 'not_closed' };
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, NEWLINE] = [0x22, 0x5c, 0x7b, 0x7d, 0x0a];

function parsed(json: string, line: number): RawRecord {
  try {
    const value = parseWithLongIds(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line, fields: value as Json };
  } catch {
    return { line, broken: 'bad_json' };
  }
  return { line, broken: 'bad_json' };
}

/** WeChat's message ids have 64 bits: beyond 2^53 a number keeps its digits as a string. */
export function parseWithLongIds(json: string): unknown {
  if (!/[:[,]\s*-?\d{16,}/.test(json)) return JSON.parse(json);
  return JSON.parse(json, (_, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
      ? (context?.source ?? value)
      : value,
  );
}
