import { afterEach } from 'vitest';
import { createSim, type Sim, type SimOptions } from '../src/index.ts';

const open: Sim[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((sim) => sim.close()));
});

/** What came back, before and after parsing. */
export interface Answer {
  status: number;
  text: string;
  headers: Headers;
  /** Strictly parsed; `undefined` when the text is not JSON. */
  json: Doc;
}

// The answers' shapes are the subject of these tests, so they are looked at untyped.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Doc = any;

export interface Visitor {
  sim: Sim;
  base: string;
  session: string;
  /** One ov1 call on the newer path; `path` without prefix. */
  ov1(path: string, datas?: Record<string, unknown>, cmdkey?: string): Promise<Answer>;
  list(datas?: Record<string, unknown>): Promise<Doc>;
  v3(path: string, body: object): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Allocates, saves, and gives the `ord`. */
  create(fields: Record<string, string>): Promise<number>;
  save(ord: number, fields: Record<string, string>): Promise<Answer>;
  detail(ord: number): Promise<Record<string, unknown>>;
}

export const pairs = (datas: Record<string, unknown>): { id: string; val: unknown }[] =>
  Object.entries(datas).map(([id, val]) => ({ id, val }));

export const credentials = (serial = 'TEST1', password = 'demo-pass', rndcode = '') =>
  pairs({
    user: 'txt:demo',
    password: `txt:${password}`,
    serialnum: `txt:${serial}`,
    rndcode: `txt:${rndcode}`,
  });

/** A sim of its own, closed after the test, and somebody logged in to it with raw fetch. */
export async function visit(options: SimOptions = {}): Promise<Visitor> {
  const sim = createSim({ customers: 30, ...options });
  open.push(sim);
  return enter(sim, await sim.listen());
}

export async function post(base: string, path: string, body: unknown, headers = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(base + path, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const answered = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(answered);
  } catch {}
  return { status: response.status, text: answered, headers: response.headers, json };
}

export async function enter(sim: Sim, base: string, serial = 'TEST1'): Promise<Visitor> {
  const login = await post(base, '/webapi/v3/ov1/login', {
    session: '',
    cmdkey: 'login',
    datas: credentials(serial),
  });
  const session = /"session":"(\w*)"/.exec(login.text)?.[1] ?? '';
  const ov1 = (path: string, datas = {}, cmdkey?: string): Promise<Answer> =>
    post(base, `/webapi/v3/ov1/${path}`, { session, cmdkey, datas: pairs(datas) });
  const save = async (ord: number, fields: Record<string, string>): Promise<Answer> => {
    const type = sim.customer(ord)?.fields.intsort ?? fields.intsort ?? '1';
    const whole = { name: `测试${ord}有限公司`, sort1: '3,7', person_name: '王五', ...fields, ord };
    return ov1(`salesmanage/custom/add?intsort=${type}&apihelptype=save`, whole, '__sys_dosave');
  };
  return {
    sim,
    base,
    session,
    ov1,
    save,
    list: async (datas = {}) => (await ov1('salesmanage/custom/list', datas, 'refresh')).json,
    v3: (path, body) => post(base, `/webapi/v3/${path}`, body, { 'ZBAPI-Token': session }),
    post: (path, body, headers) => post(base, path, body, headers),
    create: async (fields) => {
      const form = await ov1(`salesmanage/custom/add?intsort=${fields.intsort ?? '1'}&apihelptype=new`);
      const ord = Number(form.json.body.bill.value);
      await save(ord, fields);
      return ord;
    },
    detail: async (ord) =>
      fieldsOf((await ov1('salesmanage/custom/add?edit=1&apihelptype=get', { ord })).json.body.bill),
  };
}

/** Values of a bill by field id; groups one deep. */
function fieldsOf(bill: Doc): Record<string, unknown> {
  return Object.fromEntries(
    bill.groups.flatMap((group: Doc) => group.fields.map((each: Doc) => [each.id, each.value])),
  );
}

export const table = (doc: Doc): Doc => doc.body.source.table;

/** Cells of one column, found by the column's id. */
export function column(doc: Doc, id: string): unknown[] {
  const { cols, rows } = table(doc);
  const place = cols.findIndex((each: Doc) => each.id === id);
  return rows.map((row: Doc) => row[place]);
}

export const messageOf = (answer: Answer): string =>
  answer.json.header.message || answer.json.body.message?.title;
