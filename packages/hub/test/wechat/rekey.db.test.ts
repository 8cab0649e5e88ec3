import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mergeByPerson } from '../../src/identity/merge.ts';
import { rekeyFile } from '../../src/identity/rekey-file.ts';
import { unmergeCustomer } from '../../src/identity/unmerge.ts';
import { message, type Side, START, side } from './support.ts';

const now = new Date(START).toISOString();
const context = { by: 'person', reason: 'a person said so', source: 'manual', runId: null, now } as const;

/** `people rekey` with this file. */
async function rekey(hub: Side, lines: readonly string[], undo = false) {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-rekey-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'ids.csv');
  await writeFile(file, lines.join('\n'));
  return await rekeyFile(hub.store, file, { undo, context: () => context });
}

const said = (id: string, text: string) => message(id, text, { channel: 'wecom_kf', account: 'kf_1' });
const counts = async (hub: Side) =>
  (await hub.customers()).map(({ id, message_count }) => [id, message_count]);

test('a customer whose id WeCom replaced is known by both, with history; again it is nothing new, and undone it is as before', async () => {
  const hub = await side();
  await hub.take([said('wmOld1', '我的电话13800000021')]);
  const file = ['old,new', 'wmOld1,wmNew1', 'wmNobody,wmNobody2', 'wmSame,wmSame', 'wmOld1,'];
  const report = await rekey(hub, file);
  expect(report.counts).toMatchObject({ added: 1, unknown: 1 });
  expect(report.bad.map(({ line }) => line)).toEqual([4, 5]);
  await hub.take([said('wmNew1', '在吗'), said('wmOld1', '迟到的一句')]);
  expect(await counts(hub)).toEqual([[1, 3]]);
  const history = () =>
    hub.store.db
      .selectFrom('field_change_history')
      .select(['old_value', 'new_value', 'changed_by'])
      .where('field_name', '=', 'external_userid')
      .orderBy('id')
      .execute();
  expect(await history()).toEqual([{ old_value: 'wmOld1', new_value: 'wmNew1', changed_by: 'person' }]);

  expect((await rekey(hub, file)).counts).toMatchObject({ added: 0, done: 1 });
  expect((await rekey(hub, file, true)).counts).toMatchObject({ removed: 1 });
  expect((await rekey(hub, file, true)).counts).toMatchObject({ removed: 0 });
  expect(await history()).toMatchObject([{}, { old_value: 'wmNew1', new_value: 'wmOld1' }]);
  await hub.take([said('wmNew1', '又来一句')]);
  expect(await counts(hub)).toEqual([
    [1, 3],
    [2, 1],
  ]);
});

test('whoever the new id had become is one with the customer, unless something speaks against it', async () => {
  const hub = await side();
  await hub.take([
    said('wmCustomerA', '我们公司是杭州示例泵业有限公司'),
    said('wmCustomerA2', '在吗'),
    said('wmCustomerB', '我们公司是宁波示例电机有限公司'),
    said('wmCustomerB2', '我们公司是绍兴示例阀门有限公司'),
  ]);
  const report = await rekey(hub, ['旧,新', 'wmCustomerA,wmCustomerA2', 'wmCustomerB,wmCustomerB2']);
  expect(report.counts).toMatchObject({ merged: 1, suggested: 1 });
  expect(await counts(hub)).toEqual([
    [1, 2],
    [3, 1],
    [4, 1],
  ]);
  const open = await hub.store.db
    .selectFrom('identity_suggestions')
    .select(['customer_a', 'customer_b'])
    .where('state', '=', 'open')
    .execute();
  expect(open).toEqual([{ customer_a: 3, customer_b: 4 }]);
});

test('the new id of somebody who was merged goes with him when the two are parted', async () => {
  const hub = await side();
  await hub.take([said('wmCustomerOne', '一'), said('wmCustomerTwo', '二')]);
  await hub.store.transaction((trx) => mergeByPerson(trx, 1, 2, context));
  await rekey(hub, ['old,new,kind', 'wmCustomerTwo,wmCustomerTwoNew,external_userid']);
  await hub.take([said('wmCustomerTwoNew', '三')]);
  expect(await counts(hub)).toEqual([[1, 3]]);
  await hub.store.transaction((trx) => unmergeCustomer(trx, 2, context));
  expect(await counts(hub)).toEqual([
    [1, 1],
    [2, 2],
  ]);
  await hub.take([said('wmCustomerTwoNew', '四'), said('wmCustomerOne', '五')]);
  expect(await counts(hub)).toEqual([
    [1, 2],
    [2, 3],
  ]);
});
