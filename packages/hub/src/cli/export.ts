import { resolve } from 'node:path';
import type { Command } from 'commander';
import { exportPerson } from '../privacy/export.ts';
import { personOf } from '../privacy/person.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';

/** `export`: all that is kept of one person, to hand it over. */
export function exportVerb(program: Command, context: CliContext): void {
  addVerb<{ out: string }>(program, context, {
    usage: 'export <customer>',
    changes: true,
    summary: { zh: '导出一位客户在这里的全部资料（JSON）', en: 'all that is kept of a customer, as JSON' },
    setUp: (command, text) =>
      command.option(
        '--out <folder>',
        text({ zh: '写到哪个文件夹（默认当前）', en: 'into this folder (default: here)' }),
        '.',
      ),
    work: (session, { out }, who = '') =>
      withDatabase(session, async (store, { folder }) => {
        const person = await personOf(store.db, await oneCustomer(store, who));
        const how = { out: resolve(session.io.cwd, out), folder, at: thisPerson().at };
        const files = await exportPerson(store.db, person, how);
        const said = {
          zh: `${files.join('\n')}\n含未遮盖的个人资料，交给本人后请删除。`,
          en: `${files.join('\n')}\nIt holds personal data in clear: delete it once it is handed over.`,
        };
        session.result({ files }, session.text(said));
      }),
  });
}
