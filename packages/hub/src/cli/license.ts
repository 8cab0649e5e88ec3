import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import type { Command } from 'commander';
import { noImportFile } from '../ingest/no-file.ts';
import { addLicence } from '../licence/add-licence.ts';
import { installedReader } from '../licence/reader.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';

/** `license`: business licences (营业执照) of customers. */
export function licenseVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const group = program
    .command('license')
    .description(text({ zh: '客户的营业执照', en: 'business licences of customers' }));
  group.helpCommand(false);
  addVerb<{ code?: string; name?: string }>(group, context, {
    usage: 'add <customer> <image>',
    changes: true,
    summary: { zh: '添加一张营业执照（照片、扫描件或 PDF）', en: 'add a licence (photo, scan or PDF)' },
    setUp: (command, words) =>
      command
        .option('--code <code>', words({ zh: '上面的统一社会信用代码', en: 'the credit code on it' }))
        .option('--name <name>', words({ zh: '上面的公司名称', en: 'the company name on it' })),
    work: (session, { code, name }, who = '', image = '') =>
      withDatabase(session, async (store, { folder, license: { verify } }) => {
        const customer = await oneCustomer(store, who);
        const file = resolve(session.io.cwd, image);
        const bytes = await readFile(file).catch(() => {
          throw noImportFile(file);
        });
        const reader = await installedReader();
        const fields = { ...(code ? { credit_code: code } : {}), ...(name ? { company_name: name } : {}) };
        try {
          const desk = { store, folder, verify, reader };
          const added = await addLicence(desk, customer.id, { bytes, fields }, thisPerson());
          const state = added.verified
            ? { zh: '已验证', en: 'verified' }
            : { zh: '已上传，未验证', en: 'uploaded, not verified' };
          const remarks = added.remarks.map((remark) => `  ${remark[session.lang]}`);
          const head = session.text({
            zh: `#${added.customer} 的营业执照：${state.zh}`,
            en: `Licence of #${added.customer}: ${state.en}`,
          });
          session.result(added, [head, ...remarks].join('\n'));
        } finally {
          await reader?.close?.();
        }
      }),
  });
}
