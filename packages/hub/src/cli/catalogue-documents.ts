import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { catalogue, markdownPages, openApiDocument, typescriptOf } from '@bangqiao/zhibang';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { loadTenantCatalogue, tenantCatalogue } from '../catalogue/index.ts';
import { addVerb, type CliContext } from './session.ts';

/** `catalogue openapi`, `typescript` and `markdown`: what is made from the catalogue for others to read. */
export function catalogueDocuments(verb: Command, context: CliContext): void {
  addVerb<{ yaml?: boolean }>(verb, context, {
    usage: 'openapi',
    summary: { zh: '输出 OpenAPI 3.1 文档', en: 'print the OpenAPI 3.1 document' },
    setUp: (command, text) =>
      command.option(
        '--yaml',
        text({ zh: 'YAML（不写 --json 时就是）', en: 'as YAML (what comes without --json)' }),
      ),
    work: async (session) => {
      const own = loadTenantCatalogue(session.config().folder);
      const document = openApiDocument(session.lang, own ?? undefined);
      session.result(document, stringify(document, { aliasDuplicateObjects: false }).trimEnd());
    },
  });
  addVerb(verb, context, {
    usage: 'typescript',
    summary: { zh: '输出 TypeScript 类型', en: 'print the types for TypeScript' },
    work: async (session) => {
      const types = typescriptOf(tenantCatalogue(session.config().folder) ?? catalogue());
      session.result({ typescript: types }, types.trimEnd());
    },
  });
  addVerb<{ out: string }>(verb, context, {
    usage: 'markdown',
    summary: {
      zh: '生成接口文档（Markdown，中英文）',
      en: 'write the documents (Markdown, Chinese and English)',
    },
    setUp: (command, text) =>
      command.option(
        '--out <folder>',
        text({ zh: '写到哪个目录', en: 'folder to write to' }),
        'docs/zhibang',
      ),
    work: async (session, { out }) => {
      const folder = resolve(session.io.cwd, out);
      const pages = markdownPages();
      if (tenantCatalogue(session.config().folder))
        session.note({
          zh: '这些页来自内置目录，不是本公司的；本公司的见 catalogue show、openapi、typescript',
          en: "These pages are made from the built-in catalogue, not the company's own: see catalogue show, openapi, typescript",
        });
      for (const [path, text] of pages) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      session.result(
        { folder, pages: pages.size },
        session.text({
          zh: `${folder}：写了 ${pages.size} 页`,
          en: `${folder}: ${pages.size} pages written`,
        }),
      );
    },
  });
}
