import { resolve } from 'node:path';
import type { Language } from '@bangqiao/core';
import type { Command } from 'commander';
import type { WriteContext } from '../customers/index.ts';
import { type RekeyReport, rekeyFile } from '../identity/rekey-file.ts';
import type { Store } from '../store/index.ts';
import { badRows } from './bad-rows.ts';
import { thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

/** `people rekey`: WeCom replaced its ids; a file says which by which. */
export function rekeyVerb(group: Command, context: CliContext): void {
  addVerb<{ undo?: boolean }>(group, context, {
    usage: 'rekey <file>',
    changes: true,
    summary: {
      zh: '企业微信更换了外部联系人 ID：按文件（old,new 两列）把客户接到新 ID 上',
      en: 'WeCom replaced its external ids: know the customers by the new ones (a file with old,new)',
    },
    setUp: (command, text) =>
      command.option('--undo', text({ zh: '撤销同一个文件', en: 'take the same file back' })),
    work: (session, { undo = false }, file = '') =>
      withDatabase(session, (store) => run(session, store, resolve(session.io.cwd, file), undo)),
  });
}

async function run(session: Session, store: Store, file: string, undo: boolean): Promise<ExitCode> {
  const context = (): WriteContext => {
    const { by, at } = thisPerson();
    return { by, reason: 'WeCom changed the id', source: 'manual', runId: null, now: at };
  };
  const report = await rekeyFile(store, file, { undo, context });
  session.result(report, describe(report, session.lang));
  return report.bad.length > 0 ? 1 : 0;
}

function describe({ counts, bad }: RekeyReport, lang: Language): string {
  const { added, merged, suggested, done, unknown, removed } = counts;
  const head =
    lang === 'zh'
      ? `接到新 ID ${added}，与新 ID 的客户合并 ${merged}，待人判断 ${suggested}，早已如此 ${done}，没有这个旧 ID ${unknown}，撤销 ${removed}，有问题 ${bad.length}`
      : `${added} known by the new id, ${merged} merged with whom the new id had become, ${suggested} for a person to decide, ${done} already so, ${unknown} unknown, ${removed} taken back, ${bad.length} bad`;
  return [head, ...badRows(bad, lang)].join('\n');
}
