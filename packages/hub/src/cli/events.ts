import type { Bilingual, Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { HubError } from '../errors.ts';
import { listParked, type ParkedEvent, retryParked } from '../understand/parked.ts';
import { chinaTime } from '../words/china-time.ts';
import { idsIn } from './numbers.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';
import { renderTable } from './table.ts';

/** `events`: what came from WeChat and could not be understood. */
export function eventsVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const group = program.command('events').description(
    text({
      zh: '无法处理的微信事件：查看、重试',
      en: 'WeChat events that could not be understood: see, retry',
    }),
  );
  group.helpCommand(false);
  addVerb(group, context, {
    usage: 'list',
    summary: { zh: '无法处理的事件，以及原因', en: 'those that could not be understood, and why' },
    work: (session) =>
      withDatabase(session, async (store) => {
        const events = await listParked(store.db);
        session.result({ events }, listText(events, session.lang));
      }),
  });
  addVerb(group, context, {
    usage: 'retry [ids]',
    changes: true,
    summary: {
      zh: '再处理一次（编号用逗号分开；不写则全部）；服务运行时马上处理，否则等它启动',
      en: 'take them up again (numbers, or all): at once while the service runs, else when it starts',
    },
    work: (session, _options, ids) =>
      withDatabase(session, async (store) => {
        const count = await retryParked(store, ids ? idsIn(ids, noEvent) : null);
        session.result(
          { retried: count },
          session.text({ zh: `${count} 个会再处理`, en: `${count} are taken up again` }),
        );
      }),
  });
}

function noEvent(one: string): HubError {
  return new HubError({
    code: 'no_event',
    exitCode: 2,
    zh: `没有这样的事件：${one}`,
    en: `No such event: ${one}`,
    nextZh: '编号见 bangqiao events list',
    nextEn: 'The numbers stand in bangqiao events list',
  });
}

function listText(events: readonly ParkedEvent[], lang: Language): string {
  if (events.length === 0) return lang === 'zh' ? '没有无法处理的事件。' : 'Every event was understood.';
  const headers =
    lang === 'zh' ? ['编号', '时间', '来源', '种类', '原因'] : ['id', 'time', 'channel', 'type', 'why'];
  return renderTable(
    headers,
    events.map((event) => [
      event.id,
      chinaTime(event.at),
      event.channel,
      event.type,
      event.problem?.[lang] ?? '',
    ]),
  );
}
