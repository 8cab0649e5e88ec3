import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CallRecord, fileTokenStore, memoryTokenStore } from '../src/index.ts';
import { tempFolder } from './support/folder.ts';
import { clientOf, wecom } from './support/sim.ts';

test('fifty calls at once fetch one token', async () => {
  const { sim, baseUrl } = await wecom({ customers: 3 });
  const { client } = clientOf(sim, baseUrl);
  await Promise.all(Array.from({ length: 50 }, () => client.contacts.members()));
  expect(sim.stats.tokens).toBe(1);
});

test.each([40014, 42001] as const)(
  'a token revoked as %s is renewed once, however many calls meet it',
  async (as) => {
    const { sim, baseUrl } = await wecom({ faults: { deadTokenAs: as } });
    const { client } = clientOf(sim, baseUrl);
    await client.ping();
    sim.revokeTokens();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.contacts.members()));
    expect(answers.every((members) => members.length === 2)).toBe(true);
    expect(sim.stats.tokens).toBe(2);
  },
);

test('a token that dies again at once is not renewed for ever', async () => {
  const { sim, baseUrl } = await wecom({ faults: { tokenLifeSeconds: 0 } });
  const { client } = clientOf(sim, baseUrl);
  await expect(client.contacts.members()).rejects.toMatchObject({
    code: 'wecom_token_dead',
    action: 'refresh',
  });
  expect(sim.stats.tokens).toBe(2);
});

test('a token is renewed before it dies', async () => {
  let now = 1_700_000_000_000;
  const { sim, baseUrl } = await wecom({ clock: () => now });
  const { client } = clientOf(sim, baseUrl, { clock: () => now });
  await client.contacts.members();
  now += 7200_000 * 0.89;
  await client.contacts.members();
  expect(sim.stats.tokens).toBe(1);
  now += 7200_000 * 0.02;
  await client.contacts.members();
  expect(sim.stats).toMatchObject({ tokens: 2, refusals: {} });
});

test('two clients of one app share a token through the file, which is the owner’s alone', async () => {
  const folder = await tempFolder();
  const { sim, baseUrl } = await wecom();
  const one = clientOf(sim, baseUrl, { tokens: fileTokenStore(folder) });
  const other = clientOf(sim, baseUrl, { tokens: fileTokenStore(folder) });
  await one.client.ping();
  await other.client.ping();
  expect(sim.stats.tokens).toBe(1);
  const [file = ''] = await readdir(folder);
  expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  sim.revokeTokens();
  await one.client.contacts.members();
  await other.client.contacts.members();
  expect(sim.stats.tokens).toBe(2);
});

test('a token file that cannot be understood counts as none', async () => {
  const folder = await tempFolder();
  const { sim, baseUrl } = await wecom();
  await clientOf(sim, baseUrl, { tokens: fileTokenStore(folder) }).client.ping();
  const [file = ''] = await readdir(folder);
  await writeFile(join(folder, file), '{"token":');
  await clientOf(sim, baseUrl, { tokens: fileTokenStore(folder) }).client.ping();
  expect(sim.stats.tokens).toBe(2);
  expect(JSON.parse(await readFile(join(folder, file), 'utf8'))).toHaveProperty('expiresAt');
});

test('two apps with one store never mix their tokens up', async () => {
  const tokens = memoryTokenStore();
  const first = await wecom({ secret: 'secret-of-one' });
  const second = await wecom({ secret: 'secret-of-two' });
  await clientOf(first.sim, first.baseUrl, { tokens }).client.contacts.members();
  await clientOf(second.sim, second.baseUrl, { tokens }).client.contacts.members();
  expect([first.sim.stats.tokens, second.sim.stats.tokens]).toEqual([1, 1]);
});

test.each([
  [{ secret: 'wrong' }, 'wecom_bad_secret', 40001],
  [{ corpId: 'wwelsewhere' }, 'wecom_bad_corp_id', 40013],
  [{ secret: '' }, 'wecom_bad_request', 41004],
])('with %o the refusal says what is wrong', async (settings, code, errcode) => {
  const { sim, baseUrl } = await wecom();
  const { client } = clientOf(sim, baseUrl, settings);
  await expect(client.ping()).rejects.toMatchObject({ code, errcode, action: 'fail' });
});

test('a wrong secret is sent once a minute, not with every call', async () => {
  let now = 1_700_000_000_000;
  const { sim, baseUrl } = await wecom({ clock: () => now });
  const { client } = clientOf(sim, baseUrl, { secret: 'wrong', clock: () => now });
  for (let n = 0; n < 5; n++) await expect(client.ping()).rejects.toMatchObject({ code: 'wecom_bad_secret' });
  expect(sim.stats.calls).toEqual({ '/cgi-bin/gettoken': 1 });
  now += 61_000;
  await expect(client.ping()).rejects.toMatchObject({ code: 'wecom_bad_secret' });
  expect(sim.stats.calls).toEqual({ '/cgi-bin/gettoken': 2 });
});

test('an address that is not allowed is told with the address, and not tried again', async () => {
  const { sim, baseUrl } = await wecom({ faults: { allowedIps: ['203.0.113.7'] } });
  const { client } = clientOf(sim, baseUrl);
  const error = await client.ping().catch((one: unknown) => one);
  expect(error).toMatchObject({ code: 'wecom_ip_refused', blame: 'config', action: 'fail' });
  expect((error as Error).message).toContain('from ip: 127.0.0.1');
  expect(sim.stats.calls).toEqual({ '/cgi-bin/gettoken': 1 });
});

test('no token and no secret stands in an error or in what is told of calls', async () => {
  const { sim, baseUrl } = await wecom({ faults: { tokenLifeSeconds: 0 } });
  const records: CallRecord[] = [];
  const { client } = clientOf(sim, baseUrl, { onCall: (record) => records.push(record) });
  const dead = await client.contacts.members().catch((one: unknown) => one);
  await sim.close();
  const lost = await client.contacts.members().catch((one: unknown) => one);
  const whole = JSON.stringify([records, dead, lost, String(dead), String(lost), (lost as Error).stack]);
  expect(records.length).toBeGreaterThan(3);
  expect(whole).not.toContain(sim.secret);
  expect(whole).not.toContain('access_token=');
  expect(whole).not.toContain('corpsecret=');
});
