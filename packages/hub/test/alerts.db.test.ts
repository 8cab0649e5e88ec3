import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWecomSim } from '@bangqiao/wechat/sim';
import { createSim } from '@bangqiao/zhibang-sim';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { AlertWatch } from '../src/alerts/watch.ts';
import type { Config } from '../src/config/index.ts';
import { changeLive } from '../src/config/live.ts';
import { refusedLogins } from '../src/erp/refused-logins.ts';
import { ServiceHealth } from '../src/jobs/health.ts';
import { createService } from '../src/jobs/service.ts';
import { openQuestion } from '../src/plan/waiting.ts';
import type { Store } from '../src/store/index.ts';
import { openDatabase, openHub } from '../src/sync/hub.ts';
import { refusal, startDesk } from './api-support.ts';
import { testConfig } from './support/config.ts';
import { testDatabase } from './support/database.ts';
import { typed, variablesOf } from './support/typed.ts';

const START = Date.parse('2026-05-04T01:00:00.000Z');
const MINUTE = 60_000;
const ERP = { kind: 'erp', base_url: 'http://erp.example.com', account: 'a' } as const;

/** A robot's vendor on this machine: takes messages, or answers as it is told. */
async function robot() {
  const texts: string[] = [];
  const answers: object[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = answers.shift() ?? { errcode: 0, errmsg: 'ok' };
      const said = JSON.parse(body) as { text?: { content: string }; content?: { text: string } };
      if ((answer as { errcode: number }).errcode === 0)
        texts.push(said.text?.content ?? said.content?.text ?? '');
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, texts, answers };
}

/** A mail server on this machine that wants to know who sends. */
async function mailServer() {
  const mails: { from: string; to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, answer) =>
      password === 'right' ? answer(null, { user: username }) : answer(new Error('535 no such account')),
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close(() => {}));
  return { port: (server.server.address() as AddressInfo).port, mails };
}

interface Post {
  store: Store;
  config: Config;
  /** A watch as a service has it: another one is a restart. */
  watch(): AlertWatch;
  log: string[];
}

async function post(env: Record<string, string>): Promise<Post> {
  const config = await testConfig(await testDatabase(), { BANGQIAO_ALERTS_DISK_BELOW_MB: '0', ...env });
  const store = await openDatabase(config);
  onTestFinished(() => store.close());
  const log: string[] = [];
  const source = { store, config, erp: ERP, startedAt: new Date(START) };
  const writing = pino({ base: null }, { write: (line: string) => void log.push(line) });
  return { store, config, log, watch: () => new AlertWatch(source, writing) };
}

/** Rounds of a minute each, as the service does. */
async function minutes(watch: AlertWatch, from: number, count: number): Promise<void> {
  for (let minute = from; minute < from + count; minute++)
    await watch.round(new Date(START + minute * MINUTE));
}

const park = (store: Store, count: number) => writes(store, count, 'parked');

async function writes(store: Store, count: number, state: 'parked' | 'planned'): Promise<void> {
  const at = new Date(START).toISOString();
  for (let customer_id = 1; customer_id <= count; customer_id++) {
    const row = { customer_id, kind: 'create', state, field_names: '[]', reason: 'test' };
    await store.db
      .insertInto('write_journal')
      .values({ ...row, created_at: at, updated_at: at } as never)
      .execute();
  }
}

async function refuseLogin(store: Store, captcha = false): Promise<void> {
  const refused = { credential: 'sealed', captcha, message: '密码错误 13800000001', at: START };
  await refusedLogins(store, ERP).add(refused);
}

test('what begins together is told in one message, once, and its end as well', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({
    BANGQIAO_ALERTS_WECOM_URL: `${url}/cgi-bin/webhook/send?key=k`,
    BANGQIAO_ALERTS_PARKED_ABOVE: '2',
  });
  const one = watch();
  await minutes(one, 0, 2);
  expect(texts).toEqual([]);
  await refuseLogin(store);
  await park(store, 3);
  await minutes(one, 2, 30);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('邦桥告警：2 件事');
  expect(texts[0]).toContain('138****0001');
  expect(texts[0]).toContain('doctor --login-again');
  expect(texts[0]).toContain('待人处理的写入有 3 笔');
  await store.db.deleteFrom('write_journal').execute();
  await minutes(one, 32, 30);
  expect(texts).toHaveLength(2);
  expect(texts[1]).toContain('邦桥：已恢复（1）');
  expect(texts[1]).toContain('✓ 已恢复：待人处理的写入有 3 笔');
});

test('a captcha is answered with a login in a browser, not with the password', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({ BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k` });
  await refuseLogin(store, true);
  await minutes(watch(), 0, 5);
  expect(texts[0]).toContain('先用这个账号在浏览器里登录一次，再运行 bangqiao doctor --login-again');
  expect(texts[0]).not.toContain('核对密码');
});

test('a restart repeats no alert; a day later what still is so is told again', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({ BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k` });
  await refuseLogin(store);
  await minutes(watch(), 0, 5);
  await minutes(watch(), 5, 5);
  expect(texts).toHaveLength(1);
  await minutes(watch(), 24 * 60, 5);
  expect(texts).toHaveLength(1 + 1);
});

test('what comes and goes within minutes is one alert, not many', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({
    BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k`,
    BANGQIAO_ALERTS_PARKED_ABOVE: '0',
  });
  const one = watch();
  for (let minute = 0; minute < 20; minute += 2) {
    await park(store, 1);
    await minutes(one, minute, 1);
    await store.db.deleteFrom('write_journal').execute();
    await minutes(one, minute + 1, 1);
  }
  expect(texts).toHaveLength(1);
  await minutes(one, 20, 15);
  expect(texts.map((text) => text.split('\n')[0])).toEqual(['邦桥告警：1 件事', '邦桥：已恢复（1）']);
});

test('in quiet hours nobody is told; after them what still is so, and nothing of what came and went', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({
    BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k`,
    BANGQIAO_ALERTS_PARKED_ABOVE: '0',
    // 09:00 in Beijing is when this test begins.
    BANGQIAO_ALERTS_QUIET_HOURS: '08:00-10:00',
  });
  const one = watch();
  await refuseLogin(store);
  await park(store, 1);
  await minutes(one, 0, 5);
  await store.db.deleteFrom('write_journal').execute();
  await minutes(one, 5, 54);
  expect(texts).toEqual([]);
  await minutes(one, 60, 2);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('邦桥告警：1 件事');
  expect(texts[0]).toContain('ERP 拒绝了登录');
});

test('a channel that fails is tried again with longer pauses, and holds up no other', async () => {
  const [wecom, feishu] = [await robot(), await robot()];
  const { store, watch, log } = await post({
    BANGQIAO_ALERTS_WECOM_URL: `${wecom.url}/x?key=very-secret-key`,
    BANGQIAO_ALERTS_FEISHU_URL: `${feishu.url}/open-apis/bot/v2/hook/h`,
  });
  const gone = { errcode: 93000, errmsg: 'invalid webhook url' };
  wecom.answers.push(gone, gone, gone);
  await refuseLogin(store);
  await minutes(watch(), 0, 4);
  expect(feishu.texts).toHaveLength(1);
  expect(wecom.texts).toHaveLength(0);
  // Two tries in four minutes, not one a minute.
  expect(wecom.answers).toHaveLength(1);
  expect(log.join('')).toContain('robot_gone');
  expect(log.join('')).not.toContain('very-secret-key');
  await minutes(watch(), 4, 8);
  expect(wecom.texts).toHaveLength(1);
  expect(feishu.texts).toHaveLength(1);
});

test('a sync without a good run for long, a run that stopped to ask, and writes that fail are trouble', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({ BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k` });
  const one = watch();
  await minutes(one, 100, 2);
  expect(texts).toEqual([]);
  await minutes(one, 121, 2);
  expect(texts[0]).toContain('同步已停：约 2 小时');
  const at = (minute: number) => new Date(START + minute * MINUTE).toISOString();
  await writes(store, 1, 'planned');
  const asked = {
    code: 'breaker',
    isQuestion: true,
    gone: 0,
    userMessage: { zh: '本次要写 300 行', en: '300 rows would be written' },
    nextStep: { zh: '看计划', en: 'look at the plan' },
  };
  const run = { trigger: 'schedule', holder: '{}', started_at: at(124), ended_at: at(125) };
  await store.db
    .insertInto('sync_runs')
    .values([
      { ...run, kind: 'pull', result: '{"pull":{}}', error: null },
      { ...run, kind: 'push', result: JSON.stringify({ pull: null, push: null, asked }), error: 'asks' },
    ])
    .execute();
  await store.db
    .insertInto('erp_sync_logs')
    .values(
      Array.from({ length: 12 }, (_, number) => ({
        sync_direction: 'local_to_erp' as const,
        sync_type: 'push' as const,
        sync_action: 'create' as const,
        sync_result: number < 3 ? ('success' as const) : ('failed' as const),
        synced_at: at(110),
      })),
    )
    .execute();
  await minutes(one, 126, 15);
  const all = texts.slice(1).join('\n');
  expect(all).toContain('同步停下来问人：本次要写 300 行');
  expect(all).toContain('24 小时内写入 ERP 12 笔，只成功 25%');
  expect(all).toContain('✓ 已恢复：同步已停');
});

const minuteOf = (minute: number) => new Date(START + minute * MINUTE).toISOString();

/** A run of the service as `sync_runs` keeps it. */
async function ran(store: Store, minute: number, kind: string, result: object, error: string | null = null) {
  const at = minuteOf(minute);
  const row = { kind, trigger: 'schedule', holder: '{}', started_at: at, ended_at: at, error };
  await store.db
    .insertInto('sync_runs')
    .values({ ...row, result: JSON.stringify(result) } as never)
    .execute();
}

test('while the ERP is away pushes with nothing to write prove nothing: the sync counts as stopped', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({ BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k` });
  const one = watch();
  for (let minute = 0; minute < 130; minute += 30) {
    await ran(store, minute, 'pull', {}, 'the ERP is away');
    await ran(store, minute, 'push', { pull: null, push: { calls: 0 } });
  }
  await minutes(one, 121, 2);
  expect(texts[0]).toContain('同步已停：约 2 小时');
});

test('where nobody may be created and all else is written the sync has not stopped, and no question stands', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({
    BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k`,
    BANGQIAO_ERP_PULL_ENABLED: 'false',
  });
  await writes(store, 1, 'planned');
  const words = { userMessage: { zh: '本次要写 300 行', en: '300 rows' }, nextStep: null };
  const asked = { code: 'breaker', isQuestion: true, gone: 0, ...words };
  await ran(store, 0, 'push', { pull: null, push: {}, asked }, 'asks');
  expect(await openQuestion(store.db)).not.toBe(null);
  for (let minute = 1; minute < 130; minute += 30) {
    await ran(store, minute, 'push', { pull: null, push: {}, barred: true }, 'the account may not do this');
  }
  expect(await openQuestion(store.db)).toBe(null);
  await minutes(watch(), 121, 2);
  expect(texts).toEqual([]);
});

test('a push that calls nobody does not say that the ERP is back', async () => {
  const sim = createSim({ customers: 3, seed: 1 });
  const target = {
    kind: 'stand-in',
    baseUrl: await sim.listen(),
    username: 'demo',
    password: 'demo-pass',
  } as const;
  onTestFinished(() => sim.close());
  const config = await testConfig(await testDatabase(), { BANGQIAO_ERP_PULL_ENABLED: 'false' });
  const log = pino({ level: 'silent' });
  const hub = await openHub({ config, log, label: 'service', target });
  onTestFinished(() => hub.close());
  const health = new ServiceHealth();
  health.opened(hub.store, 'stand-in');
  const service = createService(hub, config, health, log);
  const reachable = async () => (await health.health()).erp?.reachable;
  await service.round();
  expect(await reachable()).toBe(true);
  health.erpAnswered(false, minuteOf(0));
  const second = await service.round();
  expect(second?.push).toMatchObject({ calls: 0 });
  expect(await reachable()).toBe(false);
});

test('a question of the breaker is one alert until it is answered, whatever else runs meanwhile', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({ BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k` });
  const one = watch();
  const words = { userMessage: { zh: '本次要写 300 行', en: '300 rows' }, nextStep: null };
  const asked = { code: 'breaker', isQuestion: true, gone: 0, ...words };
  const question = async () => (await openQuestion(store.db))?.asked ?? null;
  await writes(store, 1, 'planned');
  for (let minute = 0; minute < 90; minute += 30) {
    await ran(store, minute, 'push', { pull: null, push: {}, asked }, 'asks');
    await ran(store, minute + 5, 'pull', { pull: { scope: 'newest' }, push: null });
    await ran(store, minute + 6, 'push', {
      pull: null,
      push: {},
      asked: { ...asked, code: 'plan_only', isQuestion: false },
    });
    await minutes(one, minute + 6, 20);
  }
  // Somebody who was named went alone.
  await ran(store, 87, 'push', { pull: null, push: {}, named: true });
  expect(texts).toHaveLength(1);
  expect(await question()).toMatchObject({ code: 'breaker' });
  await ran(store, 90, 'push', { pull: null, push: {} });
  await minutes(one, 90, 15);
  expect(texts[1]).toContain('✓ 已恢复：同步停下来问人：本次要写 300 行');

  // Who is missing is asked by a pull of everybody; a push knows nothing of it.
  const gone = { ...asked, code: 'breaker_gone', gone: 40 };
  await ran(store, 110, 'pull', { pull: { scope: 'all' }, push: null, asked: gone }, 'asks');
  await ran(store, 112, 'push', { pull: null, push: {} });
  await minutes(one, 112, 15);
  expect(texts).toHaveLength(3);

  // A sweep that did not see the end of the list says nothing; a whole one, of a pull alone, that nobody is missing any more.
  await ran(store, 130, 'pull', { pull: { scope: 'all', complete: false }, push: null });
  expect(await question()).toEqual(gone);
  await ran(store, 131, 'pull', { pull: { scope: 'all', complete: true }, push: null });
  expect(await question()).toBe(null);
  await minutes(one, 131, 15);
  expect(texts).toHaveLength(4);
});

test('a question about writes is over once a person took them all back, for the alert as for the console', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({ BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k` });
  const one = watch();
  const words = { userMessage: { zh: '本次要写 300 行', en: '300 rows' }, nextStep: null };
  await writes(store, 1, 'planned');
  const asked = { code: 'breaker', isQuestion: true, gone: 0, ...words };
  await ran(store, 0, 'push', { pull: null, push: {}, asked }, 'asks');
  await minutes(one, 0, 5);
  expect(texts).toHaveLength(1);
  await store.db.updateTable('write_journal').set({ state: 'cancelled' }).execute();
  await minutes(one, 5, 15);
  expect(texts[1]).toContain('✓ 已恢复：同步停下来问人');
  expect(await openQuestion(store.db)).toBe(null);
});

test('a night of quiet hours neither ends what stopped nor makes a sync count as stopped in the morning', async () => {
  const { url, texts } = await robot();
  const { store, watch } = await post({
    BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k`,
    // 09:00 in Beijing is when this test begins.
    BANGQIAO_LIMITS_QUIET_HOURS: '10:00-18:00',
  });
  const one = watch();
  await ran(store, 58, 'pull', { pull: {} });
  await minutes(one, 540, 3);
  expect(texts).toEqual([]);
  await minutes(one, 540 + 119, 3);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('同步已停：约 10 小时');
  // The next day's quiet hours end nothing.
  await minutes(one, 1440 + 70, 15);
  expect(texts).toHaveLength(1);
});

test('a sync that is switched off, or began anew just now, is not one that stopped', async () => {
  const { url, texts } = await robot();
  const { store, config, watch } = await post({ BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k` });
  const one = watch();
  await changeLive(store, config, { erp_pull_enabled: false, erp_push_interval: 5 * 3600 }, minuteOf(0));
  await minutes(one, 4 * 60, 3);
  await changeLive(store, config, { erp_push_enabled: false }, minuteOf(250));
  await minutes(one, 48 * 60, 3);
  await changeLive(store, config, { erp_pull_enabled: true }, minuteOf(50 * 60));
  await minutes(one, 50 * 60 + 1, 3);
  expect(texts).toEqual([]);
  await minutes(one, 52 * 60 + 1, 3);
  expect(texts).toHaveLength(1);
});

test('a disk that runs full is trouble', async () => {
  const { url, texts } = await robot();
  const { watch } = await post({
    BANGQIAO_ALERTS_WECOM_URL: `${url}/x?key=k`,
    BANGQIAO_ALERTS_DISK_BELOW_MB: '10000000',
    BANGQIAO_ALERTS_LANGUAGE: 'en',
  });
  await minutes(watch(), 0, 2);
  expect(texts[0]).toMatch(/Bangqiao: 1 alert\n● Only \d+ MB are left on the disk/);
});

test('an e-mail arrives with sender, recipients and words; who may not send is told how to mend it', async () => {
  const { port, mails } = await mailServer();
  const address = await testDatabase();
  const mail = (password: string, security = 'none') => ({
    ...variablesOf(address),
    BANGQIAO_ALERTS_SMTP_HOST: '127.0.0.1',
    BANGQIAO_ALERTS_SMTP_PORT: String(port),
    BANGQIAO_ALERTS_SMTP_SECURITY: security,
    BANGQIAO_ALERTS_SMTP_USERNAME: 'hub@example.com',
    BANGQIAO_ALERTS_SMTP_PASSWORD: password,
    BANGQIAO_ALERTS_EMAIL_TO: 'office@example.com,boss@example.com',
    BANGQIAO_ALERTS_LANGUAGE: 'en',
  });
  const cwd = (await testConfig(address)).folder;
  const test = (env: Record<string, string>) => typed(['alerts', 'test', '--json'], { cwd, env });
  const right = await test(mail('right'));
  expect([right.exitCode, right.json()]).toMatchObject([0, { channels: [{ channel: 'email', ok: true }] }]);
  expect(mails).toMatchObject([{ from: 'hub@example.com', to: ['office@example.com', 'boss@example.com'] }]);
  expect(mails[0]?.text).toContain('Subject: Bangqiao: a test');
  const wrong = await test(mail('guessed'));
  expect(wrong.exitCode).toBe(1);
  expect(wrong.json()).toMatchObject({
    channels: [{ ok: false, code: 'mail_not_sent', said: { en: expect.stringContaining('password') } }],
  });
  expect(wrong.out + wrong.err).not.toContain('guessed');
  // No server here speaks TLS: nothing is sent in the clear instead.
  const encrypted = await test(mail('right', 'starttls'));
  expect(encrypted.json()).toMatchObject({ channels: [{ ok: false, code: 'mail_not_sent' }] });
  expect(mails).toHaveLength(1);
  const none = await typed(['alerts', 'test', '--json'], { cwd, env: variablesOf(address) });
  expect([none.exitCode, none.json()]).toMatchObject([2, { error: { code: 'no_alert_channel' } }]);
});

test('the console’s button: an administrator’s test reaches each robot with its own signature, and nobody else may', async () => {
  const sim = createWecomSim({ dingtalkSecret: 'SEC0123456789abcdef' });
  const url = await sim.listen();
  onTestFinished(() => sim.close());
  const config = await testConfig(await testDatabase(), {
    BANGQIAO_ALERTS_WECOM_URL: `${url}/cgi-bin/webhook/send?key=demo-key`,
    BANGQIAO_ALERTS_DINGTALK_URL: `${url}/robot/send?access_token=demo-token`,
    BANGQIAO_ALERTS_DINGTALK_SECRET: 'SEC0123456789abcdef',
    BANGQIAO_ALERTS_FEISHU_URL: `${url}/open-apis/bot/v2/hook/demo-hook`,
    BANGQIAO_ALERTS_FEISHU_SECRET: 'wrong-secret',
  });
  const desk = await startDesk({ config });
  const boss = await desk.user('administrator');
  const { channels } = await boss.ask('alerts.test', {});
  expect(channels.map(({ channel, ok, code }) => [channel, ok, code])).toEqual([
    ['wecom', true, null],
    ['dingtalk', true, null],
    ['feishu', false, 'robot_bad_signature'],
  ]);
  expect(sim.stats.robotMessages).toBe(2);
  const manager = await desk.user('manager');
  expect(await refusal(manager.ask('alerts.test', {}))).toBe('403 not_allowed');
  const audit = await desk.store.db.selectFrom('audit').select(['action', 'who', 'outcome']).execute();
  expect(audit).toContainEqual({ action: 'alerts.test', who: 'administrator', outcome: 'done' });
});

test('typed in: what is wrong now', async () => {
  const { store, watch, config } = await post({});
  await refuseLogin(store);
  await minutes(watch(), 0, 1);
  const { database } = config;
  const env = variablesOf(database.url === null ? { file: database.file } : { databaseUrl: database.url });
  const said = await typed(['alerts', 'list', '--json'], { cwd: config.folder, env });
  expect(said.json()).toMatchObject({ alerts: [{ kind: 'login_locked' }] });
});
