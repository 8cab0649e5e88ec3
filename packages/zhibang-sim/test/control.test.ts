import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noFaults, plainOddities } from '../src/index.ts';
import { type Answer, type Doc, type Visitor, visit } from './visitor.ts';

const order = (visitor: Visitor, name: string, body: object = {}): Promise<Answer> =>
  visitor.post(`/__sim/${name}`, body);
const look = async (visitor: Visitor, name: string): Promise<Doc> =>
  (await fetch(`${visitor.base}/__sim/${name}`)).json();

describe('the control surface', () => {
  it('shows counters, counts and customers', async () => {
    const visitor = await visit();
    await visitor.list();
    const state = await look(visitor, 'state');
    expect(state.stats.calls).toEqual({ login: 1, 'customer.list': 1 });
    expect(state.counts.plain + state.counts.pool).toBe(30);
    expect(await look(visitor, 'customers')).toEqual(JSON.parse(JSON.stringify(visitor.sim.customers())));
  });

  it('inserts, edits, pools, hides, shows and removes behind the API', async () => {
    const visitor = await visit();
    const { ord } = (await order(visitor, 'insert', { fields: { name: '甲公司' } })).json;
    const place = () => visitor.sim.customer(ord)?.place;
    await order(visitor, 'edit', { ord, fields: { mobile: '13800000001' } });
    expect(visitor.sim.customer(ord)?.fields).toMatchObject({ name: '甲公司', mobile: '13800000001' });
    for (const [name, expected] of [
      ['pool', 'pool'],
      ['hide', 'hidden'],
      ['show', 'plain'],
      ['remove', 'deleted'],
    ]) {
      await order(visitor, name!, { ord });
      expect(place()).toBe(expected);
    }
  });

  it('sets faults and oddities, and refuses names and kinds that do not exist', async () => {
    const visitor = await visit();
    await order(visitor, 'faults', { error500: 1, limit: 1 });
    await order(visitor, 'oddities', { noPage: true, missingColumns: ['mobile'] });
    expect(visitor.sim.faults).toMatchObject({ error500: 1, limit: 1 });
    expect((await visitor.ov1('source?enumid=13')).status).toBe(500);
    expect(visitor.sim.oddities).toMatchObject({ noPage: true, missingColumns: ['mobile'] });
    const wrong = await order(visitor, 'faults', { eror500: 1 });
    expect([wrong.status, wrong.json.error]).toEqual([400, 'unknown setting: eror500']);
    expect((await order(visitor, 'oddities', { missingColumns: 'mobile' })).status).toBe(400);
    expect((await order(visitor, 'edit', { ord: 999_999 })).json.error).toBe('no customer 999999');
    expect((await order(visitor, 'nothing')).status).toBe(404);
  });

  it('kills tokens, resets the counters, and is not counted itself', async () => {
    const visitor = await visit();
    await order(visitor, 'tokens/kill');
    expect((await visitor.list()).header.status).not.toBe(0);
    await order(visitor, 'stats/reset');
    expect(visitor.sim.stats).toMatchObject({ calls: {}, logins: 0, maxConcurrent: 0 });
  });
});

describe('README.md', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)`\s*\|/gm)].map(([, name]) => name);

  it('names every oddity and every fault, and no other', () => {
    expect(rows.sort()).toEqual([...Object.keys(plainOddities()), ...Object.keys(noFaults())].sort());
  });
});
