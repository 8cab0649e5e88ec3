import { expect, test } from 'vitest';
import { type Robot, sendToRobot, WechatError } from '../src/index.ts';
import { refuseUnlessTaken } from '../src/robots/answer.ts';
import { bodyFor } from '../src/robots/message.ts';
import { dingtalkSign, feishuSign } from '../src/robots/sign.ts';
import { wecom } from './support/sim.ts';

const HELLO = { title: '邦桥', text: '有 3 条写入待处理' };

const robotsOf = (baseUrl: string): Robot[] => [
  { vendor: 'wecom', url: `${baseUrl}/cgi-bin/webhook/send?key=demo-key` },
  { vendor: 'dingtalk', url: `${baseUrl}/robot/send?access_token=demo-token`, secret: 'SEC0123456789abcdef' },
  { vendor: 'feishu', url: `${baseUrl}/open-apis/bot/v2/hook/demo-hook`, secret: 'demo-secret' },
];

function verdict(vendor: Robot['vendor'], answer: Record<string, unknown>) {
  try {
    refuseUnlessTaken(vendor, answer, { operation: 'robot.test' });
    return 'taken';
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    return [error.code, error.action, error.retryAfterMs];
  }
}

test('both signatures come out as published, and Feishu’s is not DingTalk’s', () => {
  const dingtalk = dingtalkSign(1700000000000, 'SEC0123456789abcdef');
  expect(dingtalk).toBe('TSZbRFUuvaSQaRKUpF970OPCb2/LcQAP3wOvwZIzBZk=');
  expect(encodeURIComponent(dingtalk)).toBe('TSZbRFUuvaSQaRKUpF970OPCb2%2FLcQAP3wOvwZIzBZk%3D');
  expect(feishuSign(1700000000, 'demo-secret')).toBe('mYHw2R2SOm8Rw/sne3lQdmz4sOfntKR+1P/8RKKTwmA=');
});

test('all three robots take a signed message, also when base64 has + and / in it', async () => {
  let now = 1_700_000_000_000;
  const { sim, baseUrl } = await wecom({ clock: () => now });
  for (let n = 0; n < 15; n++) {
    now += 61_000;
    for (const robot of robotsOf(baseUrl)) await sendToRobot(robot, HELLO, { clock: () => now });
  }
  expect(sim.stats.robotMessages).toBe(45);
});

test('wrong secret, clock, address: each vendor’s refusal is understood although it comes with 200', async () => {
  const { baseUrl } = await wecom();
  const [, dingtalk, feishu] = robotsOf(baseUrl) as [Robot, Robot, Robot];
  const codeOf = (robot: Robot, options = {}) =>
    sendToRobot(robot, HELLO, options).then(
      () => 'taken',
      (error: WechatError) => error.code,
    );
  const anHourAgo = { clock: () => Date.now() - 3_700_000 };
  expect(await codeOf({ ...dingtalk, secret: 'other' })).toBe('robot_bad_signature');
  expect(await codeOf({ ...feishu, secret: 'other' })).toBe('robot_bad_signature');
  expect(await codeOf(dingtalk, anHourAgo)).toBe('robot_bad_signature');
  expect(await codeOf(feishu, anHourAgo)).toBe('robot_bad_signature');
  expect(await codeOf({ vendor: 'wecom', url: `${baseUrl}/cgi-bin/webhook/send?key=old` })).toBe(
    'robot_gone',
  );
  expect(await codeOf({ vendor: 'dingtalk', url: `${baseUrl}/robot/send?access_token=old` })).toBe(
    'robot_gone',
  );
});

test('a robot used too often says when it may be used again', async () => {
  const { baseUrl } = await wecom();
  const [robot] = robotsOf(baseUrl) as [Robot];
  for (let n = 0; n < 20; n++) await sendToRobot(robot, HELLO);
  await expect(sendToRobot(robot, HELLO)).rejects.toMatchObject({
    code: 'robot_rate_limited',
    action: 'slow_down',
    retryAfterMs: 60_000,
  });
});

test('every number of the vendors has its meaning', () => {
  expect(verdict('wecom', { errcode: 0, errmsg: 'ok' })).toBe('taken');
  expect(verdict('feishu', { code: 0, msg: 'success', StatusCode: 0 })).toBe('taken');
  expect(verdict('feishu', { StatusCode: 0, StatusMessage: 'success' })).toBe('taken');
  expect(verdict('dingtalk', { errcode: 310000, errmsg: 'keywords not in content' })).toEqual([
    'robot_keyword_missing',
    'fail',
    null,
  ]);
  expect(verdict('dingtalk', { errcode: 310000, errmsg: 'ip 203.0.113.7 not in whitelist' })).toEqual([
    'robot_ip_refused',
    'fail',
    null,
  ]);
  expect(verdict('dingtalk', { errcode: 310000, errmsg: 'sign not match' })).toEqual([
    'robot_bad_signature',
    'fail',
    null,
  ]);
  expect(verdict('dingtalk', { errcode: 130101 })).toEqual(['robot_rate_limited', 'slow_down', 600_000]);
  expect(verdict('feishu', { code: 19024, msg: 'Key Words Not Found' })).toEqual([
    'robot_keyword_missing',
    'fail',
    null,
  ]);
  expect(verdict('feishu', { code: 19022 })).toEqual(['robot_ip_refused', 'fail', null]);
  expect(verdict('feishu', { code: 11232 })).toEqual(['robot_rate_limited', 'slow_down', 60_000]);
  expect(verdict('feishu', { code: 9499, msg: 'Bad Request' })).toEqual(['robot_bad_message', 'fail', null]);
  expect(verdict('wecom', {})).toEqual(['wecom_protocol', 'fail', null]);
});

test('a text that is too long is cut between characters, within the vendor’s bytes', () => {
  const body = bodyFor('wecom', { title: '标题', text: '👨‍👩‍👧字'.repeat(500) });
  const { content } = body.text as { content: string };
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
  expect(content).toMatch(/(👨‍👩‍👧|字)…$/u);
});

test('the robot’s key stands in no error', async () => {
  const { baseUrl } = await wecom();
  for (const robot of robotsOf('http://127.0.0.1:9'))
    await expect(sendToRobot(robot, HELLO)).rejects.toSatisfy((error: Error) => !/demo-/.test(allOf(error)));
  const gone = { vendor: 'feishu', url: `${baseUrl}/open-apis/bot/v2/hook/secret-hook` } as const;
  await expect(sendToRobot(gone, HELLO)).rejects.toSatisfy(
    (error: Error) => !/secret-hook/.test(allOf(error)),
  );
});

function allOf(error: Error): string {
  return [error.message, error.stack, JSON.stringify(error), String(error.cause)].join();
}
