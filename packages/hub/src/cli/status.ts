import type { Command } from 'commander';
import { readStatus, statusText } from '../status/index.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';

export function statusVerb(program: Command, context: CliContext): void {
  addVerb(program, context, {
    usage: 'status',
    summary: {
      zh: '最近的同步、成功率、等待和待处理、资料质量',
      en: 'last runs, success rate, what waits and what needs you, quality',
    },
    work: (session) =>
      withDatabase(session, async (store) => {
        const status = await readStatus(store.db, new Date());
        session.result(status, statusText(status, session.lang));
      }),
  });
}
