import nodemailer from 'nodemailer';
import type { Config } from '../config/index.ts';
import { HubError } from '../errors.ts';
import type { Message } from './message.ts';

const TIMEOUT_MS = 15_000;

/** Sends one e-mail. @throws HubError `mail_not_sent` */
export async function sendMail(
  alerts: Config['alerts'],
  host: string,
  { title, text }: Message,
): Promise<void> {
  const { smtp_port: port, smtp_security: security, smtp_username: user, smtp_password: pass } = alerts;
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    ...(user === null || pass === null ? {} : { auth: { user, pass } }),
  });
  try {
    const from = alerts.email_from ?? user ?? `bangqiao@${host}`;
    await transport.sendMail({ from, to: alerts.email_to, subject: title, text });
  } catch (error) {
    throw notSent(error as Error & { code?: string });
  } finally {
    transport.close();
  }
}

/** The library's codes: who has to mend it. The server's own answer may quote the account and stays out. */
const REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EAUTH: ['发信账号或密码不对', 'account or password are wrong'],
  ECONNECTION: ['连不上发信服务器', 'the mail server cannot be reached'],
  ESOCKET: [
    '连不上发信服务器，或加密方式不对',
    'the mail server cannot be reached, or not with this kind of encryption',
  ],
  ETIMEDOUT: ['发信服务器没有回答', 'the mail server does not answer'],
  ETLS: ['加密方式不对', 'the kind of encryption is wrong'],
  EDNS: ['找不到发信服务器', 'there is no such mail server'],
  EENVELOPE: ['发信服务器不接受发件人或收件人', 'the mail server refuses the sender or a recipient'],
};

function notSent(error: Error & { code?: string }): HubError {
  const [zh, en] = REASONS[error.code ?? ''] ?? ['发信服务器没有接收', 'the mail server did not take it'];
  return new HubError({
    code: 'mail_not_sent',
    exitCode: 1,
    zh: `邮件没有发出：${zh}`,
    en: `The e-mail was not sent: ${en}`,
    nextZh: '核对 alerts.smtp_… 和 alerts.email_…，再运行 bangqiao alerts test',
    nextEn: 'Check alerts.smtp_… and alerts.email_…, then run bangqiao alerts test',
    cause: error,
  });
}
