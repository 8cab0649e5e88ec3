import { describe, expect, it } from 'vitest';
import { type Faults, noFaults } from '../src/index.ts';
import { column, table, type Visitor, visit } from './visitor.ts';

const fails = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => false,
    () => true,
  );

/** An allocated ord, got before the fault is switched on. */
async function fresh(visitor: Visitor): Promise<number> {
  return (await visitor.ov1('salesmanage/custom/add?intsort=1')).json.body.bill.value;
}

const struck = (visitor: Visitor): Record<string, number> => visitor.sim.stats.struck;

/** Faults that replace the answer: a read never sees its own, a save is stored in about half of the cases. */
async function replaces(
  name: 'error500' | 'emptyBody' | 'htmlPage',
  looks: (text: string, status: number) => void,
) {
  const visitor = await visit();
  visitor.sim.faults[name] = 1;
  const read = await visitor.ov1('source?enumid=13');
  looks(read.text, read.status);
  const ords = Array.from({ length: 24 }, () => visitor.sim.insert({ name: '甲' }));
  for (const ord of ords) {
    const save = await visitor.save(ord, {});
    looks(save.text, save.status);
  }
  const stored = ords.filter((ord) => visitor.sim.customer(ord)?.fields.name !== '甲').length;
  expect(stored).toBeGreaterThan(3);
  expect(stored).toBeLessThan(21);
  expect(struck(visitor)).toEqual({ [name]: 25 });
}

/** One sentence and its proof for every fault and every setting of faults. */
const SHOWN: Record<keyof Faults, [sentence: string, shows: () => Promise<void>]> = {
  dropBeforeSave: [
    'drops the connection and stores nothing',
    async () => {
      const visitor = await visit();
      const ord = await fresh(visitor);
      visitor.sim.faults.dropBeforeSave = 1;
      expect(await fails(visitor.save(ord, {}))).toBe(true);
      expect(visitor.sim.customer(ord)).toBeUndefined();
      expect(struck(visitor)).toEqual({ dropBeforeSave: 1 });
      expect((await visitor.list()).header.status).toBe(0);
    },
  ],
  dropAfterSave: [
    'stores and drops the connection, but only when there was something to store',
    async () => {
      const visitor = await visit();
      const ord = await fresh(visitor);
      visitor.sim.faults.dropAfterSave = 1;
      expect(await fails(visitor.save(ord, { name: '' }))).toBe(false);
      expect(await fails(visitor.save(ord, { name: '甲公司' }))).toBe(true);
      expect(visitor.sim.customer(ord)?.fields.name).toBe('甲公司');
      expect(struck(visitor)).toEqual({ dropAfterSave: 1 });
    },
  ],
  stallAfterSave: [
    'stores and never answers',
    async () => {
      const visitor = await visit();
      const ord = await fresh(visitor);
      visitor.sim.faults.stallAfterSave = 1;
      const pending = fails(visitor.save(ord, { name: '甲公司' }));
      while (!visitor.sim.customer(ord)) await new Promise((resolve) => setTimeout(resolve, 5));
      const later = new Promise((resolve) => setTimeout(() => resolve('silence'), 100));
      expect(await Promise.race([pending, later])).toBe('silence');
      await visitor.sim.close();
      expect(await pending).toBe(true);
    },
  ],
  lieSuccess: [
    'says success and stores nothing',
    async () => {
      const visitor = await visit();
      const ord = await fresh(visitor);
      visitor.sim.faults.lieSuccess = 1;
      const { json } = await visitor.save(ord, { name: '甲公司' });
      expect([json.header.status, json.body.message.title]).toEqual([0, '保存成功']);
      expect(visitor.sim.customer(ord)).toBeUndefined();
      expect(visitor.sim.stats.stored).toEqual({});
    },
  ],
  silentFieldLoss: [
    'loses one optional field that was sent',
    async () => {
      const visitor = await visit();
      const ord = await fresh(visitor);
      visitor.sim.faults.silentFieldLoss = 1;
      await visitor.save(ord, { name: '甲公司', mobile: '13800000001', email: 'a@example.com' });
      const { fields } = visitor.sim.customer(ord)!;
      expect([fields.mobile, fields.email].filter((value) => value === '')).toHaveLength(1);
      expect(fields.name).toBe('甲公司');
    },
  ],
  dropRead: [
    'drops the connection of a reading call only',
    async () => {
      const visitor = await visit();
      const ord = await fresh(visitor);
      visitor.sim.faults.dropRead = 1;
      expect(await fails(visitor.list())).toBe(true);
      expect(await fails(visitor.save(ord, {}))).toBe(false);
    },
  ],
  error500: [
    'answers HTTP 500, a save sometimes stored and sometimes not',
    () => replaces('error500', (_text, status) => expect(status).toBe(500)),
  ],
  emptyBody: [
    'answers HTTP 200 with nothing in it',
    () => replaces('emptyBody', (text, status) => expect([text, status]).toEqual(['', 200])),
  ],
  htmlPage: [
    'answers HTTP 200 with an HTML page that is no login page',
    () =>
      replaces('htmlPage', (text) =>
        expect([text.includes('<html>'), text.includes('登录')]).toEqual([true, false]),
      ),
  ],
  controlChars: [
    'puts a raw line break into strings',
    async () => {
      const visitor = await visit();
      visitor.sim.faults.controlChars = 1;
      const answer = await visitor.ov1('source?enumid=13');
      expect(answer.json).toBeUndefined();
      expect(JSON.parse(answer.text.replaceAll('\n', '')).body.source.options).toHaveLength(5);
    },
  ],
  tokenDeath: [
    'lets every token die',
    async () => {
      const visitor = await visit();
      visitor.sim.faults.tokenDeath = 1;
      expect((await visitor.list()).header.status).not.toBe(0);
      visitor.sim.faults.tokenDeath = 0;
      expect((await visitor.list()).header.status).not.toBe(0);
    },
  ],
  tokenDeathEvery: [
    'lets every token die at every N-th call',
    async () => {
      const visitor = await visit();
      visitor.sim.resetStats();
      visitor.sim.faults.tokenDeathEvery = 3;
      const statuses: number[] = [];
      for (const _ of [1, 2, 3]) statuses.push((await visitor.list()).header.status);
      expect(statuses).toEqual([0, 0, 1]);
    },
  ],
  shiftRows: [
    'deletes, inserts or pools a customer after each page, never one that a test made',
    async () => {
      const visitor = await visit({ customers: 60 });
      const own = Array.from({ length: 10 }, (_, index) => visitor.sim.insert({ name: `自建${index}` }));
      visitor.sim.faults.shiftRows = 1;
      for (let page = 1; page <= 30; page++) await visitor.list();
      const all = visitor.sim.customers();
      expect(all.filter(({ place }) => place === 'deleted').length).toBeGreaterThan(0);
      expect(all.filter(({ place, seeded }) => place === 'pool' && seeded).length).toBeGreaterThan(2);
      expect(all.length).toBeGreaterThan(70);
      expect(own.map((ord) => visitor.sim.customer(ord)?.place)).toEqual(own.map(() => 'plain'));
    },
  ],
  clampPage: [
    'cuts a page to half of the rows asked for and numbers it so',
    async () => {
      const visitor = await visit();
      visitor.sim.faults.clampPage = 1;
      const doc = await visitor.list({ pagesize: 10, pageindex: 2, _rpt_sort: 'ord' });
      expect(table(doc).page).toMatchObject({ pagesize: 5, pageindex: 2 });
      visitor.sim.faults.clampPage = 0;
      const whole = column(await visitor.list({ pagesize: 10, _rpt_sort: 'ord' }), 'ord');
      expect(column(doc, 'ord')).toEqual(whole.slice(5));
    },
  ],
  slowMs: [
    'makes calls wait for each other no longer than the latency: two wait side by side',
    async () => {
      const visitor = await visit();
      visitor.sim.faults.slowMs = 30;
      await Promise.all([visitor.list(), visitor.list()]);
      expect(visitor.sim.stats.maxConcurrent).toBe(2);
    },
  ],
  slowJitterMs: [
    'draws the latency from the seeded generator',
    async () => {
      const ordinary = await drawsOf({});
      expect(await drawsOf({ slowJitterMs: 3 })).not.toEqual(ordinary);
    },
  ],
  slowPage: [
    'lets some list pages wait',
    async () => {
      const visitor = await visit();
      Object.assign(visitor.sim.faults, { slowPage: 1, slowPageMs: 1 });
      await visitor.list();
      await visitor.ov1('source?enumid=13');
      expect(struck(visitor)).toEqual({ slowPage: 1 });
    },
  ],
  slowPageMs: [
    'lets a slow page still be under way when another call is done',
    async () => {
      const visitor = await visit();
      Object.assign(visitor.sim.faults, { slowPage: 1, slowPageMs: 150 });
      const order: string[] = [];
      const slow = visitor.list().then(() => order.push('page'));
      await visitor.ov1('source?enumid=13').then(() => order.push('options'));
      await slow;
      expect(order).toEqual(['options', 'page']);
    },
  ],
  on: [
    'hits only the kinds of call that are exposed',
    async () => {
      const visitor = await visit({ faults: { error500: 1, lieSuccess: 1, on: ['read'] } });
      expect((await visitor.ov1('source?enumid=13')).status).toBe(500);
      const ord = visitor.sim.insert({ name: '甲' });
      expect((await visitor.save(ord, { name: '乙' })).status).toBe(200);
      expect(visitor.sim.customer(ord)?.fields.name).toBe('乙');
      visitor.sim.faults.on = ['login'];
      expect((await visitor.ov1('source?enumid=13')).status).toBe(200);
      expect((await visitor.ov1('login')).status).toBe(500);
    },
  ],
  limit: [
    'strikes no more often than the limit',
    async () => {
      const visitor = await visit({ faults: { error500: 1, limit: 2 } });
      const statuses: number[] = [];
      for (const _ of [1, 2, 3, 4]) statuses.push((await visitor.ov1('source?enumid=13')).status);
      expect(statuses).toEqual([500, 500, 200, 200]);
    },
  ],
};

/** Which of 40 reads got HTTP 500. */
async function drawsOf(faults: Partial<Faults>, seed = 1): Promise<number[]> {
  const visitor = await visit({ seed, faults: { ...faults, error500: 0.5 } });
  const statuses: number[] = [];
  for (let call = 0; call < 40; call++) statuses.push((await visitor.ov1('source?enumid=13')).status);
  return statuses;
}

describe('a system with faults', () => {
  for (const [name, [sentence, shows]] of Object.entries(SHOWN)) it(`${sentence} (${name})`, shows);

  it('is off by default', () => {
    const rates = Object.entries(noFaults()).filter(([name]) => !['on', 'slowPageMs'].includes(name));
    expect(rates.every(([, rate]) => rate === 0)).toBe(true);
  });

  it('strikes at the same calls for the same seed, and at others for another', async () => {
    const first = await drawsOf({});
    expect(await drawsOf({})).toEqual(first);
    expect(await drawsOf({}, 2)).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 500]));
  });
});
