import { Transport } from '../api/transport.ts';
import { refuseUnlessTaken } from './answer.ts';
import { bodyFor, type Robot, type RobotMessage } from './message.ts';
import { dingtalkSign, feishuSign } from './sign.ts';

/**
 * Sends one message to one group, once: `retryAfterMs` of a `robot_rate_limited` says when to try again (WeCom and
 * DingTalk take 20 a minute and mute who sends more). Each message is signed anew, signatures live an hour. Throws
 * `WechatError`; the robot's address never stands in it.
 */
export async function sendToRobot(
  robot: Robot,
  message: RobotMessage,
  { clock = Date.now, timeoutMs = 10_000 }: { clock?: () => number; timeoutMs?: number } = {},
): Promise<void> {
  const operation = `robot.${robot.vendor}`;
  const { url, body } = requestFor(robot, message, clock());
  const transport = new Transport({ baseUrl: url.origin, timeoutMs, connections: 1 });
  try {
    const path = url.pathname + url.search;
    const answer = await transport.send({
      method: 'POST',
      path,
      body,
      operation,
      writes: true,
      secretPath: true,
    });
    refuseUnlessTaken(robot.vendor, answer, { operation });
  } finally {
    await transport.close();
  }
}

function requestFor(
  { vendor, url, secret }: Robot,
  message: RobotMessage,
  now: number,
): { url: URL; body: Record<string, unknown> } {
  const address = new URL(url);
  const body = bodyFor(vendor, message);
  if (vendor === 'dingtalk' && secret) {
    address.searchParams.set('timestamp', String(now));
    address.searchParams.set('sign', dingtalkSign(now, secret));
  }
  if (vendor === 'feishu' && secret) {
    const timestamp = Math.floor(now / 1000);
    return {
      url: address,
      body: { ...body, timestamp: String(timestamp), sign: feishuSign(timestamp, secret) },
    };
  }
  return { url: address, body };
}
