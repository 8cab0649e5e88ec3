import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { SlidingWindow } from '../src/api/window.ts';
import { createWecomClient } from '../src/index.ts';
import { all, clientOf, wecom } from './support/sim.ts';

test('members, their customers and a customer with all followers are read', async () => {
  const { sim, baseUrl } = await wecom({ customers: 20 });
  const { client } = clientOf(sim, baseUrl);
  expect(await client.contacts.members()).toEqual(['member1', 'member2']);
  const ids = await client.contacts.ofMember('member1');
  const theirs = sim.relations().filter((one) => one.userid === 'member1');
  expect(ids).toEqual(theirs.map((one) => one.externalUserid));
  const seen = await client.contacts.get(ids[0]!);
  const { name, unionid } = sim.customers().find((one) => one.externalUserid === ids[0])!;
  expect(seen?.contact).toMatchObject({ name, unionid, externalUserid: ids[0] });
  expect(seen?.followers[0]?.tags).toContainEqual({ id: null, name: '老乡', group: null });
});

test('followers are read over all pages', async () => {
  const { sim, baseUrl } = await wecom({ faults: { followersPerPage: 3 } });
  const customer = sim.people.customer({ name: '众人皆知' });
  for (let n = 0; n < 10; n++) {
    sim.people.member(`many${n}`);
    sim.people.add(`many${n}`, customer.externalUserid);
  }
  const { client } = clientOf(sim, baseUrl);
  const seen = await client.contacts.get(customer.externalUserid);
  expect(seen?.followers.map((one) => one.userid)).toEqual(Array.from({ length: 10 }, (_, n) => `many${n}`));
  expect(sim.stats.calls['/cgi-bin/externalcontact/get']).toBe(4);
});

test('names with emoji, markup and the end of CDATA arrive as they are', async () => {
  const { sim, baseUrl } = await wecom({ customers: 60 });
  const { client } = clientOf(sim, baseUrl);
  const names = (await all(client.contacts.batch(['member1', 'member2'])))
    .flatMap((page) => page.contacts)
    .map((one) => one.contact.name);
  expect(new Set(names)).toEqual(new Set(sim.customers().map((one) => one.name)));
  expect(names.some((name) => name.includes('🌸') || name.includes(']]>'))).toBe(true);
});

test('nobody left: no customers, and no customer, instead of an error', async () => {
  const { sim, baseUrl } = await wecom();
  const { externalUserid } = sim.people.customer({ name: '短暂' });
  sim.people.add('member1', externalUserid);
  sim.people.leave('member1', externalUserid);
  const { client } = clientOf(sim, baseUrl);
  expect(await client.contacts.ofMember('member1')).toEqual([]);
  expect(await client.contacts.get(externalUserid)).toBeNull();
  await expect(client.contacts.ofMember('nobody')).rejects.toMatchObject({
    code: 'wecom_bad_member',
    action: 'skip',
  });
});

test('a batch goes on over empty pages, and from any cursor it gave', async () => {
  const { sim, baseUrl } = await wecom({ customers: 25, faults: { emptyPage: 0.5 }, seed: 4 });
  const { client } = clientOf(sim, baseUrl);
  const pages = await all(client.contacts.batch(['member1', 'member2'], { limit: 5 }));
  const empty = pages.filter((page) => page.contacts.length === 0);
  expect(empty.length).toBeGreaterThan(0);
  const ids = (list: typeof pages) =>
    list.flatMap((page) => page.contacts.map((one) => one.contact.externalUserid));
  expect(ids(pages)).toEqual(sim.relations().map((one) => one.externalUserid));
  sim.faults.emptyPage = 0;
  const middle = pages[Math.floor(pages.length / 2)]!;
  const later = await all(client.contacts.batch(['member1', 'member2'], { limit: 5, from: middle.cursor }));
  expect(ids(later)).toEqual(ids(pages.slice(pages.indexOf(middle) + 1)));
});

test('a batch gives tag ids, a single customer their names too', async () => {
  const { sim, baseUrl } = await wecom({ customers: 1 });
  const { client } = clientOf(sim, baseUrl);
  const [page] = await all(client.contacts.batch(['member1']));
  const [tag] = page!.contacts[0]!.follower.tags;
  expect(tag).toMatchObject({ name: null, group: null });
  const seen = await client.contacts.get(page!.contacts[0]!.contact.externalUserid);
  expect(seen?.followers[0]?.tags[0]).toEqual({ id: tag?.id, name: '重点', group: '客户等级' });
});

test('more than a hundred members a batch is the caller’s mistake', async () => {
  const { sim, baseUrl } = await wecom();
  const many = Array.from({ length: 101 }, (_, n) => `m${n}`);
  await expect(all(clientOf(sim, baseUrl).client.contacts.batch(many))).rejects.toThrow(RangeError);
});

test('remarks and tags are written, and a phone list replaces the former one', async () => {
  const { sim, baseUrl } = await wecom({ customers: 1 });
  const { client } = clientOf(sim, baseUrl);
  const { userid, externalUserid } = sim.relations()[0]!;
  await client.contacts.remark(userid, externalUserid, { remark: '已进 ERP', mobiles: ['13800000009'] });
  const tags = (await client.contacts.corpTags()).flatMap((group) => group.tags);
  await client.contacts.tag(userid, externalUserid, { add: [tags[2]!.id], remove: [tags[0]!.id] });
  await client.contacts.tag(userid, externalUserid, {});
  expect(sim.relations()[0]).toMatchObject({
    remark: '已进 ERP',
    remarkMobiles: ['13800000009'],
    tagIds: [tags[2]!.id],
  });
  expect(sim.stats.events).toBe(0);
});

test('a busy WeCom, dropped connections and a proxy’s page are outlived with growing pauses', async () => {
  const { sim, baseUrl } = await wecom({ faults: { busy: 0.2, drop: 0.2, proxyPage: 0.2 }, seed: 7 });
  const { client, pauses } = clientOf(sim, baseUrl, { tries: 12, backoffMs: 10 });
  for (let n = 0; n < 20; n++) expect(await client.contacts.members()).toHaveLength(2);
  expect(pauses).toContain(10);
  expect(pauses).toContain(20);
});

test('a WeCom that stays busy is given up after the tries', async () => {
  const { sim, baseUrl } = await wecom({ faults: { busy: 1 } });
  const { client, pauses } = clientOf(sim, baseUrl, { tries: 4, backoffMs: 100 });
  await expect(client.ping()).rejects.toMatchObject({ code: 'wecom_busy', errcode: -1, action: 'retry' });
  expect(pauses).toEqual([100, 200, 400]);
});

test('a frequency block keeps calls away from that endpoint for a minute, and from no other', async () => {
  let now = 1_700_000_000_000;
  const clock = () => now;
  const { sim, baseUrl } = await wecom({ faults: { perMinute: 3 }, clock });
  const { client } = clientOf(sim, baseUrl, { clock, longestWaitMs: 0 });
  for (let n = 0; n < 3; n++) await client.contacts.members();
  await expect(client.contacts.members()).rejects.toMatchObject({
    code: 'wecom_rate_limited',
    errcode: 45009,
    retryAfterMs: 60_000,
  });
  await expect(client.contacts.members()).rejects.toMatchObject({
    code: 'wecom_rate_limited',
    errcode: null,
  });
  expect(sim.stats.calls['/cgi-bin/externalcontact/get_follow_user_list']).toBe(4);
  expect(await client.contacts.corpTags()).toHaveLength(1);
  now += 60_000;
  expect(await client.contacts.members()).toHaveLength(2);
});

test('the own budget is waited for, per endpoint', async () => {
  let now = 1_700_000_000_000;
  const waits: number[] = [];
  const { sim, baseUrl } = await wecom();
  const { client } = clientOf(sim, baseUrl, {
    clock: () => now,
    rates: { '/cgi-bin/externalcontact/get_follow_user_list': { perMinute: 2, perHour: 100 } },
    longestWaitMs: 61_000,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  });
  for (let n = 0; n < 3; n++) await client.contacts.members();
  await client.contacts.corpTags();
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThan(59_000);
});

test('a sliding window never lets more than its limit into any span', () => {
  const window = new SlidingWindow(60_000);
  const begins: number[] = [];
  for (let now = 0; now < 600_000; now += 137) {
    if (window.waitFor(50, now) > 0) continue;
    window.add(now);
    begins.push(now);
  }
  const busiest = Math.max(
    ...begins.map((at) => begins.filter((one) => one >= at && one < at + 60_000).length),
  );
  expect(busiest).toBe(50);
});

test('an answer that is no JSON object, late, or from nobody is told apart', async () => {
  const server = createServer((request, response) => {
    if (request.url?.includes('gettoken')) response.end('[1]');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { corpId: 'ww1', secret: 's', tries: 1 };
  const client = createWecomClient({ ...settings, baseUrl });
  await expect(client.ping()).rejects.toMatchObject({ code: 'wecom_protocol' });
  server.removeAllListeners('request');
  const slow = createWecomClient({ ...settings, baseUrl, timeoutMs: 50 });
  await expect(slow.ping()).rejects.toMatchObject({ code: 'wecom_timed_out' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const nobody = createWecomClient({ ...settings, baseUrl });
  await expect(nobody.ping()).rejects.toMatchObject({ code: 'wecom_unreachable' });
  for (const one of [client, slow, nobody]) onTestFinished(() => one.close());
});

/** A WeCom that gives the same answer to everything but the token. */
async function alwaysSaying(answer: object) {
  let calls = 0;
  const server = createServer((request, response) => {
    const token = { errcode: 0, access_token: 't', expires_in: 7200 };
    const isToken = request.url?.includes('gettoken');
    if (!isToken) calls++;
    response.end(JSON.stringify(isToken ? token : answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createWecomClient({ corpId: 'ww1', secret: 's', baseUrl });
  onTestFinished(async () => {
    await client.close();
    server.close();
  });
  return { client, calls: () => calls };
}

test('a cursor that never moves ends in an error instead of being followed for ever', async () => {
  const { client, calls } = await alwaysSaying({
    errcode: 0,
    next_cursor: 'same',
    has_more: 1,
    msg_list: [],
  });
  const wrong = { code: 'wecom_protocol', said: 'the cursor does not move' };
  await expect(all(client.contacts.batch(['m']))).rejects.toMatchObject(wrong);
  await expect(client.contacts.get('wm1')).rejects.toMatchObject(wrong);
  await expect(all(client.kf.messages('wk1'))).rejects.toMatchObject(wrong);
  expect(calls()).toBeLessThan(20);
});

test('fields that lack, are null or of another kind read as absent', async () => {
  const { client } = await alwaysSaying({
    errcode: 0,
    external_contact: null,
    follow_user: [null, { remark_mobiles: 7 }],
  });
  const seen = await client.contacts.get('wm1');
  expect(seen?.contact).toMatchObject({ name: '', unionid: null, type: null });
  expect(seen?.followers).toMatchObject([{ userid: '', remarkMobiles: [], createdAt: null, tags: [] }]);
  expect(await client.kf.customers(['wm1'])).toEqual({ customers: [], unknown: [] });
});

test('a client that is closed stops waiting and calling', async () => {
  const { sim, baseUrl } = await wecom();
  const { client } = clientOf(sim, baseUrl, { sleep: async () => client.close(), backoffMs: 1 });
  sim.faults.busy = 1;
  await expect(client.ping()).rejects.toMatchObject({ code: 'wecom_aborted' });
});
