import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createCallbackDoor, eventsOfCallback, type OpenedCallback } from '../src/index.ts';
import type { WecomSim } from '../src/sim/index.ts';
import { wecom } from './support/sim.ts';

/** A receiver as the hub will be one: opens each callback, then answers as `answer` has it. */
async function receiver(sim: WecomSim, answer: (nth: number) => number | 'late' = () => 200) {
  const door = createCallbackDoor({
    token: sim.token,
    encodingAesKey: sim.encodingAesKey,
    receivers: [sim.corpId],
  });
  const opened: OpenedCallback[] = [];
  const server = createServer(async (request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://127.0.0.1').searchParams);
    if (request.method === 'GET') return void response.end(door.check(query));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    opened.push(door.open(query, Buffer.concat(chunks).toString('utf8')));
    const status = answer(opened.length);
    if (status !== 'late') response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  sim.callbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ingest/wecom`;
  return opened;
}

test('the check at saving the URL passes', async () => {
  const { sim } = await wecom();
  await receiver(sim);
  expect(await sim.checkCallback()).toBe(true);
});

test('whatever length a name or state has, each callback opens', async () => {
  const { sim } = await wecom();
  const opened = await receiver(sim);
  const states = Array.from({ length: 40 }, (_, n) => '状'.repeat(n % 9) + 'x'.repeat(n));
  for (const state of states) {
    const { externalUserid } = sim.people.customer({ name: '小周🌸]]>' });
    sim.people.add('member1', externalUserid, { state });
  }
  await sim.settled();
  expect(new Set(opened.map((one) => one.fields.State ?? ''))).toEqual(new Set(states));
  expect(sim.stats).toMatchObject({ events: 40, deliveries: 40, accepted: 40, givenUp: 0 });
});

test('an answer that fails or never comes is asked for three times in all', async () => {
  const { sim } = await wecom({ faults: { callbackPatienceMs: 40 } });
  const opened = await receiver(sim, (nth) => (nth === 1 ? 500 : nth === 2 ? 'late' : 200));
  sim.people.event({ Event: 'change_external_contact', ChangeType: 'something_new' });
  await sim.settled();
  expect(opened).toHaveLength(3);
  expect(new Set(opened.map((one) => one.xml)).size).toBe(1);
  sim.faults.callbackRepeatsErrors = false;
  await receiver(sim, () => 500);
  sim.people.event({ Event: 'change_external_contact', ChangeType: 'something_new' });
  await sim.settled();
  expect(sim.stats.deliveries).toBe(4);
});

test('callbacks come twice and out of order when told to, and none is lost', async () => {
  const { sim } = await wecom({ faults: { callbackTwice: 0.4, callbackLate: 0.4 }, seed: 2 });
  const opened = await receiver(sim);
  const ids = Array.from({ length: 60 }, (_, n) => {
    const { externalUserid } = sim.people.customer({ name: `客户${n}` });
    sim.people.add('member1', externalUserid, { welcome: n % 2 === 0 });
    return externalUserid;
  });
  await sim.settled();
  const seen = opened.map((one) => String(one.fields.ExternalUserID));
  expect(new Set(seen)).toEqual(new Set(ids));
  expect(seen.length).toBeGreaterThan(ids.length);
  expect(opened.some((one) => one.fields.WelcomeCode === undefined)).toBe(true);
});

test('a storm with duplicates, late ones and hundreds in one second ends with exactly the distinct events', async () => {
  const now = 1_700_000_000_000;
  const faults = { callbackTwice: 0.3, callbackLate: 0.3, callbackPatienceMs: 30_000 };
  const { sim } = await wecom({ clock: () => now, faults, seed: 5 });
  const opened = await receiver(sim, (nth) => (nth % 7 === 0 ? 500 : 200));
  for (let n = 0; n < 300; n++) {
    const { externalUserid } = sim.people.customer({ name: `客户${n}` });
    sim.people.add(`member${(n % 2) + 1}`, externalUserid, n % 3 === 0 ? { state: 'fair' } : {});
    if (n % 5 === 0) sim.people.edit(`member${(n % 2) + 1}`, externalUserid, { remark: '备注' });
    if (n % 10 === 0) sim.people.leave(`member${(n % 2) + 1}`, externalUserid);
  }
  await sim.settled();
  const ids = opened.flatMap(({ fields }) => eventsOfCallback(fields).events.map((event) => event.id));
  expect(ids.length).toBeGreaterThan(sim.stats.events * 1.3);
  expect(new Set(ids).size).toBe(sim.stats.events);
});

test('the stand-in can be steered from another process', async () => {
  const { sim, baseUrl } = await wecom();
  const order = async (name: string, body: unknown) => {
    const answer = await fetch(`${baseUrl}/__sim/${name}`, { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const { body } = await order('contacts/new', { userid: 'member1', name: '小周' });
  expect(sim.relations()[0]?.externalUserid).toBe(body.externalUserid);
  expect((await order('faults', { nonsense: 1 })).status).toBe(400);
  expect((await order('faults', { busy: 1 })).body).toMatchObject({ busy: 1 });
  expect((await order('contacts/drop', { userid: 'member1' })).body).toEqual({
    error: 'externalUserid is missing',
  });
  sim.archive.text('member1', [String(body.externalUserid)], '您好');
  sim.archive.skip(3);
  sim.archive.undecipherable();
  const log = (await (await fetch(`${baseUrl}/__archive?seq=0`)).json()) as { chatdata: { seq: number }[] };
  expect(log.chatdata.map((one) => one.seq)).toEqual([1, 5]);
  sim.advance(6 * 86_400_000);
  expect(sim.archive.page(0, 10)).toEqual([]);
});
