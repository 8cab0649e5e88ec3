import { expect, test } from 'vitest';
import { storm } from './storm.ts';

/** `npm run followups-storm` asks for 1000x20. */
const [CUSTOMERS = 25, CONVERSATIONS = 6] = (process.env.FOLLOW_UPS_STORM ?? '25x6').split('x').map(Number);

test('customers with many conversations each, a tenth of the sends losing their answer after the effect: sent + doubtful = qualifying, none twice, none on the wrong customer', {
  timeout: 3_600_000,
}, async () => {
  const told = await storm(CUSTOMERS, CONVERSATIONS);
  if (process.env.FOLLOW_UPS_STORM) console.log(JSON.stringify(told));
  const { qualifying, sent, doubtful, parked } = told;
  expect(told).toMatchObject({ twice: [], missing: [], wrong: [], left: 0 });
  expect(told).toMatchObject({ twiceInTheEnd: [], missingInTheEnd: [] });
  expect(sent + doubtful + parked).toBe(qualifying);
  expect(parked).toBeGreaterThan(0);
  expect(told.struckAfter).toBeGreaterThan(0);
  expect(told.doubtfulThere).toBeGreaterThan(0);
  expect(told.doubtfulThere).toBeLessThan(doubtful);
});
