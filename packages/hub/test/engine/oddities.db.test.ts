import type { Customer } from '@bangqiao/core';
import { allOddities, type Oddities, plainOddities } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
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

const ONE_BY_ONE: Partial<Oddities>[] = [
  {},
  { rowsAsObjects: 'ord' },
  { rowsAsObjects: 'id' },
  { bareSingleRow: true },
  { reportSource: true },
  { dataInsteadOfBody: true },
  { columnsShuffled: true },
  { missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'] },
  { missingColumns: ['name', 'khid'] },
  { upperCaseKeys: true },
  { noPage: true },
  { pageStrings: true },
  { maxPageSize: 20 },
  { noPage: true, repeatLastPage: true },
  { ignoreSort: true },
  { ignoreFilters: ['khid'] },
  { ignoreFilters: ['*'] },
  { noSearchKey: true },
  { shortenCells: 12 },
  { maskPhones: true },
  { labelCells: false },
  { labelCells: 'all' },
  { controlCharacters: true },
  { numbersAsStrings: true },
  { nullForEmpty: true },
  { dateFormat: 'slash' },
  { aspOnly: true },
  { noV3: true },
  { helperAliasOnly: true },
  { aspOnly: true, zsmlOnly: true },
  { aspOnly: true, zsmlOnly: 'message' },
  { aspOnly: true, zsmlOnly: 'html' },
  { cookieSession: true },
  { cookieSession: 'only' },
  { secondLoginEjects: true },
  { deadTokenAs: '400', tokenLifeSeconds: 1 },
  { deadTokenAs: 'html', tokenLifeSeconds: 1 },
  { recordMissingAs: 'empty' },
  { recordMissingAs: 'blank' },
  { recordMissingAs: '该客户不存在或已被删除' },
  { editKeepsAbsent: false },
  { droppedFields: ['email', 'intro'] },
  { missingFields: ['email', 'msn'] },
  { detailShape: 'nested' },
  { detailShape: 'typed' },
  { detailShape: 'nestedTyped' },
  { personNameEcho: true },
  { optionsOnlyTree: true },
  { wechatSource: true },
  { khidByHand: true },
  { khidNotReserved: true },
  { duplicateCheck: ['name', 'khid', 'phone', 'mobile', 'email'] },
  { duplicateCheck: [] },
  { refuseInMessage: true },
  { trimValues: true },
  { rewriteValues: true },
  { unknownOrdCreates: true },
  { colsAsObjects: true },
  { missingHandlers: ['area_list'] },
  { missingHandlers: ['area_list'], missingHandlerAs: 'html200' },
];

test('every oddity of the stand-in ERP has its turn', () => {
  const tried = new Set(ONE_BY_ONE.flatMap((oddities) => Object.keys(oddities)));
  const untried = Object.keys(plainOddities()).filter((name) => !tried.has(name));
  // What searchKey reaches is part of every look-up test of its own; the kinds of follow-up have theirs among the follow-ups.
  expect(untried).toEqual(['searchKeyReaches', 'ownFollowUpKinds']);
});

test.each(ONE_BY_ONE.map((oddities) => [JSON.stringify(oddities), oddities] as const))(
  'with %s all who qualify stand in the ERP once, carry their number here, and a second sync is quiet',
  async (_name, oddities) => {
    await inOnceAndQuiet(oddities);
  },
);

test('with all oddities at once all who qualify stand in the ERP once, and a second sync is quiet', async () => {
  const hub = await inOnceAndQuiet(allOddities());
  const quiet = await dump(hub.store);
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  expect(await dump(hub.store)).toEqual(quiet);
});

async function inOnceAndQuiet(oddities: Partial<Oddities>): Promise<Engine> {
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
