import { expect, test } from 'vitest';
import { explainCustomer, explanationText, ambiguousText } from '../src/explain/index.ts';
import { PEOPLE, startWorld } from './explain-world.ts';
test('look', async () => {
  const w = await startWorld();
  await w.bring(PEOPLE);
  const r = await w.sync();
  console.log(JSON.stringify(r.push));
  for (const q of ['wx_demo_01', 'wx_demo_21', 'wx_demo_25', '13800000016', '#60', '示例']) {
    const e = await explainCustomer(w.store.db, q);
    if (e === null) console.log(q, null);
    else if ('ambiguous' in e) console.log(ambiguousText(e, 'zh'));
    else console.log(explanationText(e, 'zh'), '\n-----\n', explanationText(e, 'en'));
  }
  expect(1).toBe(1);
});
