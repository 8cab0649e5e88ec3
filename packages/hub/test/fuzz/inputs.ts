import type { Endpoint } from '@bangqiao/api';
import { z } from 'zod';

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
export type Dice = ReturnType<typeof dice>;

/** What strangers and broken programs send: injections, sizes, encodings, numbers that are none. */
const NASTY: readonly unknown[] = [
  "' or 1=1 --",
  '"; drop table users; --',
  '../../../../etc/passwd',
  '%00',
  '\u0000',
  '\ud800',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '𠮷甪直'.repeat(200),
  'a'.repeat(20_000),
  '',
  ' ',
  '-1',
  '1e309',
  '9007199254740993',
  -1,
  0,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
  { __proto__: { admin: true }, constructor: 1 },
  [[[[[[]]]]]],
  '2026-13-45T99:99:99.999Z',
  '١٢٣',
  '１２３',
];

function nasty(draw: Dice): unknown {
  return NASTY[draw(NASTY.length)];
}

/** A value that a schema takes, as far as its JSON schema tells; ids are of rows that may be there. */
function fitting(schema: z.ZodType, draw: Dice): unknown {
  return valueFor(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, draw, '');
}

interface Json {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

const WORDS = ['示例', '阀门', '深圳', 'example', '王小示', '13800000001', '公司'];
/** Of lists by number, by score and by time: each is another list's for most of those that get it. */
const CURSORS = [
  [5, 5],
  [0.5, 3],
  ['2026-03-01T02:00:00.000Z', 2],
].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
const BY_NAME: Readonly<Record<string, readonly unknown[]>> = {
  cursor: CURSORS,
  field: ['address', 'email', 'phone', 'company_name'],
  entry: ['customer.list', 'customer.get', '16', 'product.list'],
  code: ['name_missing', 'cancelled_by_person'],
  rule_conditions: ['phone_verified', 'intent_score > 50', 'phone &&'],
  base_url: ['http://127.0.0.1:1/', 'http://127.0.0.1:1'],
  password: ['four-unrelated-words'],
  current: ['four-unrelated-words'],
};

function valueFor(json: Json, draw: Dice, name: string): unknown {
  const named = BY_NAME[name];
  if (named) return named[draw(named.length)];
  if (json.const !== undefined) return json.const;
  if (json.enum) return json.enum[draw(json.enum.length)];
  if (json.anyOf) return valueFor(json.anyOf[draw(json.anyOf.length)] as Json, draw, name);
  if (json.type === 'object') {
    const wanted = Object.entries(json.properties ?? {}).filter(
      ([key]) => json.required?.includes(key) || draw(3) === 0,
    );
    return Object.fromEntries(wanted.map(([key, value]) => [key, valueFor(value, draw, key)]));
  }
  if (json.type === 'array') {
    return Array.from({ length: 1 + draw(3) }, () => valueFor(json.items ?? {}, draw, name));
  }
  if (json.type === 'integer' || json.type === 'number') {
    const least = json.minimum ?? json.exclusiveMinimum ?? 0;
    return least + draw(Math.max(1, Math.min((json.maximum ?? 60) - least + 1, 60)));
  }
  if (json.type === 'boolean') return draw(2) === 1;
  if (json.type === 'null') return null;
  if (json.format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  return String(WORDS[draw(WORDS.length)]).padEnd(json.minLength ?? 0, '示');
}

export interface Shot {
  path: string;
  body: string | undefined;
}

/** A request that fits the endpoint, or one in which something does not. */
export function shotAt(it: Endpoint, draw: Dice, fits: boolean): Shot {
  const params = part(it.params, draw);
  const query = part(it.query, draw);
  let body = it.body ? fitting(it.body, draw) : undefined;
  if (!fits) {
    const where = draw(4);
    if (where === 0) spoil(params, draw);
    else if (where === 1) query[Object.keys(query)[0] ?? 'unknown'] = nasty(draw);
    else if (where === 2 && typeof body === 'object' && body !== null) spoil(body as object, draw);
    else body = nasty(draw);
  }
  const path = it.path.replace(/:(\w+)/g, (_all, name: string) => encoded(params[name]));
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) asked.set(key, text(value));
  const cut = !fits && draw(20) === 0;
  const json = body === undefined ? undefined : JSON.stringify(body);
  return {
    path: asked.size > 0 ? `${path}?${asked}` : path,
    body: cut ? json?.slice(0, -2) : json,
  };
}

function part(schema: z.ZodType | undefined, draw: Dice): Record<string, unknown> {
  return schema ? (fitting(schema, draw) as Record<string, unknown>) : {};
}

function spoil(held: object, draw: Dice): void {
  const keys = [...Object.keys(held), 'unknown'];
  (held as Record<string, unknown>)[keys[draw(keys.length)] as string] = nasty(draw);
}

function encoded(value: unknown): string {
  const plain = text(value).slice(0, 500);
  return encodeURIComponent(plain.isWellFormed() ? plain : 'x') || 'x';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
