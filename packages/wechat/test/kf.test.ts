import { expect, test } from 'vitest';
import { all, clientOf, wecom } from './support/sim.ts';

async function service(options: Parameters<typeof wecom>[0] = {}) {
  const { sim, baseUrl } = await wecom({ customers: 3, ...options });
  const { client } = clientOf(sim, baseUrl);
  const [{ openKfid } = { openKfid: '' }] = await client.kf.accounts();
  const [anna, ben] = sim.customers().map((one) => one.externalUserid) as [string, string];
  return { sim, client, openKfid, anna, ben };
}

test('what customers and servicers said is read in order, from the beginning and from a cursor', async () => {
  const { sim, client, openKfid, anna, ben } = await service();
  const ids = Array.from({ length: 7 }, (_, n) => sim.service.say(openKfid, n % 2 ? anna : ben, `第${n}句`));
  const answer = sim.service.answer(openKfid, anna, 'member1', '您好');
  const pages = await all(client.kf.messages(openKfid, { limit: 3 }));
  expect(pages.flatMap((page) => page.messages.map((one) => one.msgid))).toEqual([...ids, answer]);
  const later = await all(client.kf.messages(openKfid, { from: pages[0]!.cursor }));
  expect(later.flatMap((page) => page.messages.map((one) => one.msgid))).toEqual([...ids.slice(3), answer]);
});

test('an empty page that says there is more does not end the reading', async () => {
  const { sim, client, openKfid, anna } = await service({ faults: { emptyPage: 0.7 }, seed: 3 });
  const ids = Array.from({ length: 6 }, (_, n) => sim.service.say(openKfid, anna, `第${n}句`));
  const pages = await all(client.kf.messages(openKfid, { limit: 2 }));
  expect(pages.some((page) => page.messages.length === 0 && page.hasMore)).toBe(true);
  expect(pages.flatMap((page) => page.messages.map((one) => one.msgid))).toEqual(ids);
});

test('a consumer that stops after a page finds the rest from its cursor', async () => {
  const { sim, client, openKfid, anna } = await service();
  for (let n = 0; n < 5; n++) sim.service.say(openKfid, anna, `第${n}句`);
  let kept = '';
  for await (const page of client.kf.messages(openKfid, { limit: 2 })) {
    kept = page.cursor;
    break;
  }
  expect(sim.stats.calls['/cgi-bin/kf/sync_msg']).toBe(1);
  const rest = await all(client.kf.messages(openKfid, { from: kept }));
  expect(rest.flatMap((page) => page.messages)).toHaveLength(3);
});

test('two readers of one account take turns; of two accounts they do not', async () => {
  const { sim, client, openKfid, anna } = await service();
  const other = sim.service.account('另一个');
  sim.service.say(openKfid, anna, '一');
  sim.service.say(other, anna, '二');
  const first = client.kf.messages(openKfid);
  await first.next();
  const order: string[] = [];
  const second = all(client.kf.messages(openKfid)).then(() => order.push('same'));
  await all(client.kf.messages(other)).then(() => order.push('other'));
  order.push('first ends');
  await first.return();
  await second;
  expect(order).toEqual(['other', 'first ends', 'same']);
});

test('a stale notice is left out, and the token of the app is not renewed for it', async () => {
  const { sim, client, openKfid, anna } = await service();
  sim.service.say(openKfid, anna, '在吗');
  const pages = await all(client.kf.messages(openKfid, { token: 'ENCold' }));
  expect(pages.flatMap((page) => page.messages)).toHaveLength(1);
  expect(sim.stats).toMatchObject({ tokens: 1, refusals: { 95007: 1 } });
});

test('what is older than three days is gone from the beginning', async () => {
  const { sim, client, openKfid, anna } = await service();
  sim.service.say(openKfid, anna, '很久以前');
  sim.advance(3 * 86_400_000 + 60_000);
  const fresh = sim.service.say(openKfid, anna, '刚才');
  const pages = await all(client.kf.messages(openKfid));
  expect(pages.flatMap((page) => page.messages.map((one) => one.msgid))).toEqual([fresh]);
});

test('a cursor of another account is refused, an account that is not there too', async () => {
  const { sim, client, openKfid, anna } = await service();
  const other = sim.service.account('另一个');
  sim.service.say(openKfid, anna, '一');
  const [page] = await all(client.kf.messages(openKfid));
  await expect(all(client.kf.messages(other, { from: page!.cursor }))).rejects.toMatchObject({
    code: 'wecom_bad_request',
  });
  await expect(all(client.kf.messages('wkNobody'))).rejects.toMatchObject({ code: 'kf_no_account' });
});

test('a program may send until a person serves, and a sixth message comes back as failed', async () => {
  const { sim, client, openKfid, anna } = await service();
  const say = () => client.kf.send(openKfid, anna, { msgtype: 'text', text: { content: '您好' } });
  await expect(say()).rejects.toMatchObject({ code: 'kf_wrong_state', errcode: 95018 });
  sim.service.say(openKfid, anna, '在吗');
  expect(await client.kf.state(openKfid, anna)).toEqual({ state: 0, servicerUserid: '' });
  const sent = [];
  for (let n = 0; n < 6; n++) sent.push((await say()).msgid);
  const items = (await all(client.kf.messages(openKfid))).flatMap((page) => page.messages);
  expect(items.at(-1)).toMatchObject({
    event: { event_type: 'msg_send_fail', fail_msgid: sent[5], fail_type: 6 },
  });
  await client.kf.handOver(openKfid, anna, { state: 3, servicerUserid: 'member1' });
  expect(await client.kf.state(openKfid, anna)).toEqual({ state: 3, servicerUserid: 'member1' });
  await expect(say()).rejects.toMatchObject({ code: 'kf_wrong_state' });
});

test('the code of an arrival is good for one greeting, within twenty seconds', async () => {
  const { sim, client, openKfid, anna } = await service();
  const greeting = { msgtype: 'text', text: { content: '欢迎' } };
  const arrival = async () => {
    sim.service.enter(openKfid, anna);
    const items = (await all(client.kf.messages(openKfid))).flatMap((page) => page.messages);
    return (items.at(-1)!.event as { welcome_code: string }).welcome_code;
  };
  const code = await arrival();
  expect((await client.kf.sendOnEvent(code, greeting)).msgid).not.toBe('');
  await expect(client.kf.sendOnEvent(code, greeting)).rejects.toMatchObject({ code: 'wecom_refused' });
  const late = await arrival();
  sim.advance(21_000);
  await expect(client.kf.sendOnEvent(late, greeting)).rejects.toMatchObject({ code: 'wecom_refused' });
});

test('a message whose answer was lost is not sent again, and says that it may have gone out', async () => {
  const { sim, client, openKfid, anna } = await service();
  sim.service.say(openKfid, anna, '在吗');
  await client.ping();
  sim.faults.dropAfter = 1;
  const sending = client.kf.send(openKfid, anna, { msgtype: 'text', text: { content: '您好' } });
  await expect(sending).rejects.toMatchObject({ code: 'wecom_connection_lost', effect: 'unknown' });
  expect(sim.stats.calls['/cgi-bin/kf/send_msg']).toBe(1);
});

test('customers of customer service come with nickname and, rarely, unionid', async () => {
  const { sim, client, anna, ben } = await service();
  const [first, second] = sim.customers();
  const seen = await client.kf.customers([anna, ben, 'wmUnknown']);
  expect(seen.customers.map((one) => [one.nickname, one.unionid])).toEqual([
    [first!.name, first!.unionid],
    [second!.name, null],
  ]);
  expect(seen.unknown).toEqual(['wmUnknown']);
});
