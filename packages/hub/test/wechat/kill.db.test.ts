import { expect, test } from 'vitest';
import { Intake } from '../../src/ingest/intake.ts';
import type { Store } from '../../src/store/index.ts';
import { understandAll } from '../../src/understand/worker.ts';
import { openTestStore, testDatabase } from '../support/database.ts';
import { startHelper } from '../support/process.ts';
import { talk } from './talk-of-many.ts';

const FEEDER = new URL('./feeder.ts', import.meta.url);
const EVENTS = 400;

/** All that events made, but for the times and numbers of writing. */
async function outcome({ db }: Store) {
  const customers = await db
    .selectFrom('customers_unified')
    .select([
      'wechat_id',
      'phone',
      'message_count',
      'conversation_days',
      'intent_score',
      'has_quote_request',
      'last_message_content',
      'stage',
    ])
    .orderBy('wechat_id')
    .execute();
  const messages = await db
    .selectFrom('messages')
    .innerJoin('wechat_events', 'wechat_events.id', 'messages.id')
    .select(['event_id', 'recalled_at'])
    .orderBy('event_id')
    .execute();
  const facts = await db
    .selectFrom('customer_facts')
    .innerJoin('wechat_events', 'wechat_events.id', 'customer_facts.message_id')
    .select(['event_id', 'kind', 'value', 'customer_facts.state'])
    .orderBy('event_id')
    .orderBy('kind')
    .execute();
  return { customers, messages, facts };
}

test('killed between any two steps and sent everything again, it ends as if nothing had happened', async () => {
  const address = await testDatabase();
  for (const lines of [1, 2, 4, 7, 12]) {
    const feeder = startHelper(FEEDER, JSON.stringify(address), String(EVENTS));
    for (let line = 0; line < lines; line++) await feeder.line();
    await feeder.kill();
  }
  const last = startHelper(FEEDER, JSON.stringify(address), String(EVENTS));
  for (let line = ''; line !== 'done'; ) {
    line = await last.line();
    expect(line).not.toContain('error');
  }
  expect(await last.end()).toBe(0);
  const killed = await openTestStore(address);

  const whole = await openTestStore(await testDatabase());
  await new Intake(whole).take(talk(EVENTS).map((event) => ({ source: 'bridge', event })));
  await understandAll({ store: whole, clock: () => new Date(), log: { error: () => expect.unreachable() } });
  const expected = await outcome(whole);
  expect(expected.customers).toHaveLength(12);
  expect(expected.messages.some(({ recalled_at }) => recalled_at !== null)).toBe(true);
  expect(await outcome(killed)).toEqual(expected);
});
