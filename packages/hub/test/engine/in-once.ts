import type { Customer } from '@bangqiao/core';
import type { Oddities } from '@bangqiao/zhibang-sim';
import { expect } from 'vitest';
import { companies, company, dump, type Engine, engine, listed, partsAddUp } from './support.ts';

/** Six companies, one of them written as ERPs like to rewrite it, and two people without one. */
const PEOPLE: Partial<Customer>[] = [
  ...companies(5),
  company(6, {
    company_name: '样本（杭州）　进出口有限公司',
    email: 'Sample.Six@Example.com',
    address: '滨江区  江南大道１号',
  }),
  ...['李样本', '赵样本'].map((name, index) => ({
    wechat_id: `wxid_person_${index}`,
    wechat_nickname: name,
    real_name: name,
    phone: `1381111000${index}`,
    has_payment: true,
  })),
];

/** People come in on an ERP of these oddities: each stands in it once, carries its number here, and a second sync is quiet. */
export async function inOnceAndQuiet(oddities: Partial<Oddities>): Promise<Engine> {
  const hub = await engine({ customers: 30, oddities });
  const before = listed(hub.sim).length;
  const ids = await hub.bring(PEOPLE);
  const first = await hub.run();
  expect(first.push).toMatchObject({ considered: 8, created: 8 });
  expect(partsAddUp(first)).toBe(true);
  expect(listed(hub.sim)).toHaveLength(before + 8);
  for (const id of ids) await standsOnce(hub, id);
  const { erp_mirror: _mirror, ...pushed } = await dump(hub.store);
  hub.sim.resetStats();
  const second = await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  expect(second.pull).toMatchObject({ created: 0, updated: 0, failed: 0, complete: true });
  // The mirror may note that the list shows the new ones now.
  const { erp_mirror: _later, ...repeated } = await dump(hub.store);
  expect(repeated).toEqual(pushed);
  return hub;
}

async function standsOnce(hub: Engine, id: number): Promise<void> {
  const row = await hub.row(id);
  const theirs = listed(hub.sim).filter(({ fields }) => fields.weixinAcc === row.wechat_id);
  expect(theirs).toHaveLength(1);
  const { ord, fields } = theirs[0]!;
  expect(fields.mobile).toBe(row.phone);
  expect(row).toMatchObject({
    erp_customer_id: ord,
    erp_customer_code: fields.khid,
    erp_sync_status: 'synced',
  });
  expect(hub.sim.stats.creates[ord]).toBe(1);
  const [write, ...others] = await hub.writes(id);
  expect(others).toEqual([]);
  expect(write).toMatchObject({ state: 'confirmed', outcome: 'created', ord });
}
