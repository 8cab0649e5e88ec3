import { allOddities, createSim } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { type CatalogueEntry, catalogue, exampleRequest, type Params } from '../src/index.ts';
import { testClient } from './support/client.ts';

const ENDPOINTS = catalogue().filter(({ style }) => style !== 'page');

/** What every good answer of its kind brings. */
function brought({ operation }: CatalogueEntry, result: Record<string, unknown>): boolean {
  if (operation === 'list') return (result.rows as []).length > 0 || (result.nodes as []).length > 0;
  if (operation === 'options') return (result.nodes as []).length > 0;
  if (operation === 'get' || operation === 'new') return Object.keys(result.fields as object).length > 0;
  return operation === 'login' || operation === 'logout' || result.message !== '';
}

test.each([
  ['a plain system', {}, {}],
  // Its kinds of follow-up are its own, too: the published 481 is none of them.
  ['a system with every oddity', allOddities(), { sort: '1201' }],
])(
  '%s answers the typed client at all 217 endpoints with what their kind brings',
  async (_, oddities, kind) => {
    const sim = createSim({ customers: 120, seed: 7, oddities });
    const { client } = testClient(await sim.listen());
    const call = client.call as (name: string, params: Params) => Promise<Record<string, unknown>>;
    const failed: string[] = [];
    for (const entry of ENDPOINTS) {
      // Where customers are numbered by hand, the number is demanded by policy.
      const number = entry.call === 'customer.add' ? { khid: 'KH209900001' } : {};
      const ownKind = entry.call.endsWith('.followUp') ? kind : {};
      const said = await call(entry.call, { ...exampleRequest(entry), ...number, ...ownKind }).then(
        (result) => (brought(entry, result) ? '' : JSON.stringify(result)),
        (error: Error) => error.message,
      );
      if (said) failed.push(`${entry.call}: ${said}`);
    }
    expect(failed).toEqual([]);
    expect(ENDPOINTS).toHaveLength(217);
    await client.close();
    await sim.close();
  },
);

test('every list is walked to its end, but for the one that the ERP cuts at fifty rows', async () => {
  const sim = createSim({ customers: 120, seed: 7 });
  const { client } = testClient(await sim.listen());
  const list = client.list as (name: string, params: Params) => ReturnType<typeof client.list>;
  const doubtful: string[] = [];
  for (const entry of ENDPOINTS.filter(({ operation }) => operation === 'list')) {
    const sweep = list(entry.call, exampleRequest(entry));
    for await (const page of sweep) expect(page.records).toHaveLength(page.rows.length);
    const { complete, reason, distinct } = sweep.outcome();
    if (!complete || distinct === 0) doubtful.push(`${entry.call}: ${distinct} rows, ${reason}`);
  }
  expect(doubtful).toEqual([
    'warehouse.list: 50 rows, the list has no pages and never brings more than 50 rows',
  ]);
  await client.close();
  await sim.close();
});
