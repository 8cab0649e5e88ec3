import { ENDPOINTS, ROLES } from '@bangqiao/api';
import { expect, test } from 'vitest';
import { addUser } from '../src/users/users.ts';
import { leaveOpen, ownedOnly, PASSWORD, startDesk } from './api-support.ts';
import { PEOPLE, startWorld } from './explain-world.ts';
import { type Asker, fuzz } from './fuzz/fuzz.ts';

/** More on demand: `npm run fuzz -- --requests 100000 --seed 7`. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 1000);
const seed = Number(process.env.FUZZ_SEED ?? 1);

test('whatever is sent by whomever: no server error, no stack, nothing of another role', {
  timeout: 60_000 + requests * 100,
}, async () => {
  const world = await startWorld({ customers: 12 });
  await world.bring(PEOPLE);
  await world.sync();
  const [mine] = await world.store.db.selectFrom('erp_mirror').selectAll().orderBy('ord').limit(1).execute();
  await ownedOnly(world.store, [mine!.customer_id], '7');
  await leaveOpen(world.store);
  const others = await world.store.db
    .selectFrom('customers_unified')
    .select('company_name')
    .where('id', '<>', mine!.customer_id)
    .where('company_name', 'is not', null)
    .execute();
  const hub = { erp: world.erp, run: () => Promise.reject(new Error('no runs here')) } as never;
  const desk = await startDesk({ store: world.store, hub });
  const tokens = new Map<Asker, string>();
  for (const role of ROLES) {
    const user = { name: role, password: PASSWORD, role, erp_user: { id: '7', name: '销售7' } };
    await addUser(desk.store, user, new Date().toISOString());
    const { token } = await signIn(desk.url, role);
    tokens.set(role, token);
  }
  const names = others.map(({ company_name }) => company_name).filter((name) => name !== null);
  const phone = /(?<![\d.])1[3-9]\d{9}(?![\d.])/;
  const report = await fuzz({
    url: desk.url,
    requests,
    seed,
    headers: async (asker): Promise<Record<string, string>> => {
      if (asker === 'nobody') return {};
      if (asker === 'stranger') return { cookie: 'bangqiao_session=none-of-ours' };
      return { cookie: tokens.get(asker) ?? '' };
    },
    forbidden: {
      seller: new RegExp(names.map((name) => name.replace(/[^\p{L}\p{N}]/gu, '.')).join('|'), 'u'),
      read_only: phone,
      nobody: phone,
      stranger: phone,
    },
  });
  console.log(
    `fuzz: ${report.requests} requests, seed ${seed}: ${JSON.stringify(report.byStatus)}, ` +
      `${report.reached.size} route × role × status, ${Math.round(report.coverage * 100)} % of route × role, ` +
      `${Math.round(report.statuses * 100)} % of those with each status wanted`,
  );
  expect(report.findings).toEqual([]);
  if (process.env.FUZZ_REQUESTS) console.log(`not reached: ${report.missed.join(', ')}`);
  if (requests >= 500) expect(report.coverage).toBeGreaterThanOrEqual(0.9);
  if (requests >= 8000) expect(report.statuses).toBeGreaterThanOrEqual(0.9);
});

async function signIn(url: string, name: string): Promise<{ token: string }> {
  const { method, path } = ENDPOINTS['session.open'];
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-bangqiao': '1' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  return { token: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
