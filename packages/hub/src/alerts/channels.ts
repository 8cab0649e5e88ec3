import { type Robot, sendToRobot } from '@bangqiao/wechat';
import type { Config } from '../config/index.ts';
import { sendMail } from './mail.ts';
import type { Message } from './message.ts';

/** One way to tell people. */
export interface Channel {
  name: 'wecom' | 'dingtalk' | 'feishu' | 'email';
  /** @throws WechatError, HubError `mail_not_sent`, with what to do. */
  send(message: Message): Promise<void>;
}

/** Those that the configuration names. */
export function channelsOf({ alerts }: Pick<Config, 'alerts'>): Channel[] {
  const robots: [vendor: Robot['vendor'], url: string | null, secret: string | null][] = [
    ['wecom', alerts.wecom_url, null],
    ['dingtalk', alerts.dingtalk_url, alerts.dingtalk_secret],
    ['feishu', alerts.feishu_url, alerts.feishu_secret],
  ];
  const channels: Channel[] = robots.flatMap(([vendor, url, secret]) =>
    url === null
      ? []
      : [
          {
            name: vendor,
            send: (message) => sendToRobot({ vendor, url, ...(secret === null ? {} : { secret }) }, message),
          },
        ],
  );
  const { smtp_host: host, email_to: to } = alerts;
  if (host !== null && to.length > 0)
    channels.push({ name: 'email', send: (message) => sendMail(alerts, host, message) });
  return channels;
}
