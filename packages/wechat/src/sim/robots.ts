import { createHmac } from 'node:crypto';
import type { SimCall } from './gate.ts';
import { tooMany, type World } from './world.ts';

type RobotAnswer = Record<string, unknown>;

const HOUR = 3_600_000;

/** The group robots of the three vendors: refusals come with HTTP 200. null: not a robot's address. */
export function robotAnswer(world: World, call: SimCall): RobotAnswer | null {
  if (call.path === '/cgi-bin/webhook/send') return wecom(world, call);
  if (call.path === '/robot/send') return dingtalk(world, call);
  if (call.path.startsWith('/open-apis/bot/v2/hook/')) return feishu(world, call);
  return null;
}

function wecom(world: World, { query, body }: SimCall): RobotAnswer {
  if (query.get('key') !== 'demo-key') return { errcode: 93000, errmsg: 'invalid webhook url' };
  if (tooMany(world, 'robot.wecom', 20)) return { errcode: 45009, errmsg: 'api freq out of limit' };
  const text = body[String(body.msgtype)] as { content?: string } | undefined;
  if (!text?.content) return { errcode: 44004, errmsg: 'empty content' };
  if (Buffer.byteLength(text.content) > (body.msgtype === 'text' ? 2048 : 4096))
    return { errcode: 40058, errmsg: 'content size out of limit' };
  return taken(world, { errcode: 0, errmsg: 'ok' });
}

function dingtalk(world: World, { query }: SimCall): RobotAnswer {
  if (query.get('access_token') !== 'demo-token') return { errcode: 300005, errmsg: 'token is not exist' };
  const timestamp = query.get('timestamp') ?? '';
  if (Math.abs(world.now() - Number(timestamp)) > HOUR)
    return { errcode: 310000, errmsg: 'invalid timestamp' };
  const mac = createHmac('sha256', world.dingtalkSecret);
  const right = mac.update(`${timestamp}\n${world.dingtalkSecret}`).digest('base64');
  if (query.get('sign') !== right) return { errcode: 310000, errmsg: 'sign not match' };
  if (tooMany(world, 'robot.dingtalk', 20))
    return { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' };
  return taken(world, { errcode: 0, errmsg: 'ok' });
}

function feishu(world: World, { path, body }: SimCall): RobotAnswer {
  if (!path.endsWith('/demo-hook')) return { code: 9499, msg: 'Bad Request', data: {} };
  const timestamp = String(body.timestamp ?? '');
  const right = createHmac('sha256', `${timestamp}\n${world.feishuSecret}`).update('').digest('base64');
  if (body.sign !== right || Math.abs(world.now() - Number(timestamp) * 1000) > HOUR)
    return {
      code: 19021,
      msg: 'sign match fail or timestamp is not within one hour from current time',
      data: {},
    };
  if (tooMany(world, 'robot.feishu', 100)) return { code: 11232, msg: 'frequency limited', data: {} };
  return taken(world, {
    code: 0,
    msg: 'success',
    data: {},
    StatusCode: 0,
    StatusMessage: 'success',
    Extra: null,
  });
}

function taken(world: World, answer: RobotAnswer): RobotAnswer {
  world.stats.robotMessages++;
  return answer;
}
