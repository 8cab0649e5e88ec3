import type { Bilingual } from '@bangqiao/core';
import { readArchiveLedger } from '../ingest/archive.ts';
import type { Executor } from '../store/index.ts';
import { chinaTime } from '../words/china-time.ts';
import { say } from '../words/two-languages.ts';
import type { WechatStatus } from './status.ts';

export async function readWechat(db: Executor, now: string): Promise<WechatStatus> {
  const events = await db
    .selectFrom('wechat_events')
    .select((select) => ['state', select.fn.countAll<number>().as('count')])
    .where('state', 'in', ['raw', 'parked'])
    .groupBy('state')
    .execute();
  const inState = (state: string) => Number(events.find((row) => row.state === state)?.count ?? 0);
  const errands = await db
    .selectFrom('ingest_errands')
    .select('problem')
    .where('tries', '>', 0)
    .orderBy('asked_at')
    .execute();
  const { count } = await db
    .selectFrom('identity_suggestions')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return {
    waiting: inState('raw'),
    parked: inState('parked'),
    errands: { count: errands.length, code: errands[0]?.problem ?? null },
    suggestions: Number(count),
    archive: await readArchiveLedger(db, now),
  };
}

/** Only what a person should know: nothing while all is well. */
export function wechatLines({ waiting, parked, errands, suggestions, archive }: WechatStatus): Bilingual[] {
  const lines: Bilingual[] = [];
  if (waiting > 0)
    lines.push(say(`微信事件待处理：${waiting}`, `WeChat events not understood yet: ${waiting}`));
  if (parked > 0)
    lines.push(
      say(
        `无法处理的微信事件：${parked}（bangqiao events list）`,
        `WeChat events that could not be understood: ${parked} (bangqiao events list)`,
      ),
    );
  if (errands.count > 0)
    lines.push(
      say(
        `暂时没能从企业微信读到：${errands.count} 项（${errands.code}），会自动再试`,
        `Not read from WeCom so far: ${errands.count} (${errands.code}), tried again by itself`,
      ),
    );
  if (suggestions > 0)
    lines.push(
      say(
        `疑似重复的客户：${suggestions} 对（bangqiao people list）`,
        `Customers who may be one: ${suggestions} pairs (bangqiao people list)`,
      ),
    );
  return [...lines, ...archiveLines(archive)];
}

/** What is missing of the conversation archive, and how long WeCom still has it. */
export function archiveLines({ missing, lost, nextLoss }: WechatStatus['archive']): Bilingual[] {
  const lines: Bilingual[] = [];
  if (missing > 0 && nextLoss !== null)
    lines.push(
      say(
        `会话存档缺 ${missing} 条，最早的 ${chinaTime(nextLoss)} 之后就取不到了：让存档程序重新拉取`,
        `${missing} records of the archive are missing, the first is lost after ${chinaTime(nextLoss)}: let the sidecar fetch them again`,
      ),
    );
  if (lost > 0)
    lines.push(
      say(
        `会话存档有 ${lost} 条已过五天，取不回来了`,
        `${lost} records of the archive are lost: WeCom keeps them for five days`,
      ),
    );
  return lines;
}
