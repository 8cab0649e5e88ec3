import type { WechatEvent } from '@bangqiao/wechat';
import { expect, test } from 'vitest';
import { Intake } from '../../src/ingest/intake.ts';
import { understandAll } from '../../src/understand/worker.ts';
import { openTestStore, testDatabase } from '../support/database.ts';
import { START } from './support.ts';

/** Each is a race of its own: without a lock one of them loses. */
const ROUNDS = 12;

test('two processes that understand the same events at once make one customer of each person', async () => {
  const address = await testDatabase();
  const stores = [await openTestStore(address), await openTestStore(address)] as const;
  const clock = () => new Date(START);
  const log = { error: () => {} };
  const intake = new Intake(stores[0], clock);
  for (let round = 0; round < ROUNDS; round++) {
    const event = {
      id: `c${round}`,
      type: 'contact',
      at: new Date(START - 1000).toISOString(),
      channel: 'wecom',
      account: 'member1',
      wechat_id: `wmPerson${round}`,
      change: 'added',
      wechat_nickname: '小周',
    } as WechatEvent;
    await intake.take([{ source: 'wecom', event }]);
    await Promise.all(stores.map((store) => understandAll({ store, clock, log })));
  }
  const { n } = await stores[0].db
    .selectFrom('customers_unified')
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(Number(n)).toBe(ROUNDS);
});
