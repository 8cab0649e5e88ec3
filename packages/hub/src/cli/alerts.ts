import type { Language } from '@bangqiao/core';
import type { Command } from 'commander';
import type { Trouble } from '../alerts/kinds.ts';
import { type Tried, tryChannels } from '../alerts/try.ts';
import { HubError } from '../errors.ts';
import { chinaTime } from '../words/china-time.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';
import { renderTable } from './table.ts';

/** `alerts`: what is wrong now, and whether people are reached. */
export function alertsVerb(program: Command, context: CliContext): void {
  const group = program
    .command('alerts')
    .description(
      context.lang === 'zh'
        ? '告警：查看现在的问题，测试能否送到'
        : 'alerts: what is wrong now, and a test of the channels',
    );
  group.helpCommand(false);
  addVerb(group, context, {
    usage: 'test',
    changes: true,
    summary: { zh: '给每个渠道发一条测试消息', en: 'send a test to every channel' },
    work: async (session) => {
      const tried = await tryChannels(session.config());
      if (tried.length === 0) throw noChannel();
      session.result({ channels: tried }, triedText(tried, session.lang));
      return tried.every(({ ok }) => ok) ? 0 : 1;
    },
  });
  addVerb(group, context, {
    usage: 'list',
    summary: { zh: '现在有哪些问题', en: 'what is wrong now' },
    work: (session) =>
      withDatabase(session, async ({ db }) => {
        const rows = await db
          .selectFrom('alerts')
          .selectAll()
          .where('over_at', 'is', null)
          .orderBy('since')
          .execute();
        const alerts = rows.map(({ kind, since, words }) => ({
          kind,
          since,
          ...(JSON.parse(words) as Trouble),
        }));
        session.result({ alerts }, listText(alerts, session.lang));
      }),
  });
}

function triedText(tried: readonly Tried[], lang: Language): string {
  const rows = tried.map(({ channel, ok, said, next }) => [
    channel,
    ok ? '✓' : '✗',
    next === null ? said[lang] : `${said[lang]} → ${next[lang]}`,
  ]);
  return renderTable(lang === 'zh' ? ['渠道', '', '结果'] : ['channel', '', 'result'], rows);
}

function listText(alerts: readonly (Trouble & { since: string })[], lang: Language): string {
  if (alerts.length === 0) return lang === 'zh' ? '没有问题。' : 'Nothing is wrong.';
  return alerts
    .map(({ what, next, since }) => `● ${what[lang]}  (${chinaTime(since)})\n  → ${next[lang]}`)
    .join('\n');
}

function noChannel(): HubError {
  return new HubError({
    code: 'no_alert_channel',
    exitCode: 2,
    zh: '没有配置告警渠道。',
    en: 'No channel of alerts is configured.',
    nextZh:
      '在 config.yaml 里填 alerts.wecom_url、alerts.dingtalk_url、alerts.feishu_url 或 alerts.smtp_host 和 alerts.email_to',
    nextEn:
      'Set alerts.wecom_url, alerts.dingtalk_url, alerts.feishu_url, or alerts.smtp_host and alerts.email_to in config.yaml',
  });
}
