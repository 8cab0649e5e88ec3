import { expect, onTestFinished, test } from 'vitest';
import { type Health, type HealthSource, startServer } from '../src/http/index.ts';

const WELL: Health = {
  database: { ok: true },
  erp: { kind: 'erp', reachable: true, checkedAt: '2026-03-01T02:00:00.000Z' },
  lastRun: {
    kind: 'sync',
    startedAt: '2026-03-01T02:00:00.000Z',
    endedAt: '2026-03-01T02:01:00.000Z',
    ok: true,
    error: null,
    pull: { total: 1200, created: 7, complete: true },
    push: { considered: 25, created: 20 },
  },
  counts: { customers: 1225, linked: 1220, waiting: 1, parked: 2 },
};

async function serve(source: HealthSource, timeoutMs?: number): Promise<string> {
  const server = await startServer(source, { host: '127.0.0.1', port: 0 }, timeoutMs ? { timeoutMs } : {});
  onTestFinished(() => server.close());
  return server.url;
}
function says(health: Health): HealthSource {
  return { health: async () => health };
}
async function ready(source: HealthSource, timeoutMs?: number) {
  const answer = await fetch(`${await serve(source, timeoutMs)}/readyz`);
  return {
    code: answer.status,
    body: (await answer.json()) as { status: string; database: Health['database'] },
  };
}

test('the process is alive although the database never answers', async () => {
  const url = await serve({ health: () => new Promise(() => {}) });
  const answer = await fetch(`${url}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'alive' }]);
});

test('it is ready with a database, and tells the last run and the ERP', async () => {
  const { code, body } = await ready(says(WELL));
  expect(code).toBe(200);
  expect(body).toEqual({ status: 'ready', ...WELL });
});

test('who asks from elsewhere is told whether it is ready, and no figures and no words of the last run', async () => {
  const failed: Health = {
    ...WELL,
    lastRun: { ...WELL.lastRun!, ok: false, error: 'login of boss refused' },
  };
  const url = await serve(says(failed));
  const headers = { 'x-forwarded-for': '203.0.113.7' };
  expect(await (await fetch(`${url}/readyz`, { headers })).json()).toEqual({ status: 'degraded' });
  const page = await (await fetch(`${url}/?lang=en`, { headers })).text();
  expect(page).toContain('Running, with trouble');
  for (const told of ['1220', 'boss']) expect(page).not.toContain(told);
});

test('an ERP out of reach or a failed run is trouble, but no reason to send nobody here', async () => {
  const away: Health = { ...WELL, erp: { kind: 'erp', reachable: false, checkedAt: null } };
  const failed: Health = { ...WELL, lastRun: { ...WELL.lastRun!, ok: false, error: 'login refused' } };
  for (const health of [away, failed]) {
    const { code, body } = await ready(says(health));
    expect([code, body.status]).toEqual([200, 'degraded']);
  }
});

test.each<[string, HealthSource]>([
  ['says no', says({ ...WELL, database: { ok: false, problem: 'disk full' } })],
  ['throws', { health: () => Promise.reject(new Error('disk full')) }],
  ['hangs', { health: () => new Promise(() => {}) }],
])('it is not ready when the database %s', async (how, source) => {
  const { code, body } = await ready(source, 50);
  expect([code, body.status]).toEqual([503, 'down']);
  expect(body.database.problem).toContain(how === 'hangs' ? '50 ms' : 'disk full');
});

test('the page shows the last figures in the reader’s language, and nothing unescaped', async () => {
  const health: Health = {
    ...WELL,
    lastRun: { ...WELL.lastRun!, ok: false, error: '<script>alert(1)</script>' },
  };
  const url = await serve(says(health));
  const english = await (await fetch(url, { headers: { 'accept-language': 'en-GB,en' } })).text();
  expect(english).toContain('Linked with the ERP');
  expect(english).toContain('<td>1220</td>');
  expect(english).toContain('<th>considered</th>');
  expect(english).not.toContain('<script');
  const chinese = await fetch(`${url}/?lang=zh`, { headers: { 'accept-language': 'en' } });
  expect(await chinese.text()).toContain('已关联 ERP');
  expect(chinese.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('what is not there is told as JSON', async () => {
  const answer = await fetch(`${await serve(says(WELL))}/nothing?x=1`);
  expect([answer.status, await answer.json()]).toEqual([
    404,
    { error: { code: 'not_found', path: '/nothing' } },
  ]);
});

test('a port that is taken is told with what to do', async () => {
  const port = Number(new URL(await serve(says(WELL))).port);
  await expect(startServer(says(WELL), { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'port_in_use',
    exitCode: 2,
  });
});
