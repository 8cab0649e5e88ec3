import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, onTestFinished, test } from 'vitest';
import { doctorVerb } from '../src/cli/doctor.ts';
import { explainVerb } from '../src/cli/explain.ts';
import { rebindVerb } from '../src/cli/rebind.ts';
import type { CliContext } from '../src/cli/session.ts';
import { statusVerb } from '../src/cli/status.ts';
import { rebind } from '../src/erp/binding.ts';
import { failureOf } from '../src/failure.ts';
import { importFile } from '../src/ingest/index.ts';
import type { Store } from '../src/store/index.ts';
import { PEOPLE } from './explain-world.ts';
import { openTestStore, testDatabase } from './support/database.ts';

interface Desk {
  store: Store;
  run(...argv: string[]): Promise<{ exitCode: number; out: string; code?: string }>;
}

async function desk(env: Record<string, string> = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const address = await testDatabase();
  const database: Record<string, string> = address.file
    ? { BANGQIAO_DATABASE_FILE: address.file }
    : { DATABASE_URL: address.databaseUrl ?? '' };
  return {
    store: await openTestStore(address),
    run: async (...argv) => {
      const out: string[] = [];
      const context: CliContext = {
        lang: 'zh',
        exitCode: 0,
        io: {
          stdout: { write: (text) => out.push(text) },
          stderr: { write: () => {} },
          stdin: { isTTY: false } as NodeJS.ReadStream,
          env: { ...database, ...env },
          cwd: folder,
        },
      };
      const program = new Command('bangqiao').exitOverride();
      for (const verb of [explainVerb, statusVerb, doctorVerb, rebindVerb]) verb(program, context);
      try {
        await program.parseAsync(argv, { from: 'user' });
        return { exitCode: context.exitCode, out: out.join('') };
      } catch (error) {
        const { exitCode, code } = failureOf(error);
        return { exitCode, code, out: out.join('') };
      }
    },
  };
}
function bringPeople(store: Store) {
  return importFile(store, PEOPLE, { by: 'import', now: () => new Date('2026-03-01T02:00:00.000Z') });
}

test('explain answers in text or as one document; nobody and several are exit 2, said in words', async () => {
  const { store, run } = await desk();
  await bringPeople(store);
  const text = await run('explain', '+86 138 0000 0009');
  expect(text).toMatchObject({ exitCode: 0 });
  expect(text.out).toContain('南京新元示例科技有限公司');
  const json = await run('explain', 'wx_demo_09', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ customer: { wechat: { id: 'wx_demo_09' } }, decision: null });
  const several = await run('explain', '示例');
  expect(several.exitCode).toBe(2);
  expect(several.out).toMatch(/#1 .*\n[\s\S]*请说得更具体/);
  const nobody = await run('explain', '不在的人', '--json');
  expect(nobody.exitCode).toBe(2);
  expect(JSON.parse(nobody.out)).toMatchObject({ error: { code: 'nobody' }, exitCode: 2 });
});

test('status answers in text or as one document', async () => {
  const { store, run } = await desk();
  await bringPeople(store);
  expect((await run('status')).out).toContain('客户 25 位');
  const document = await run('status', '--json');
  expect(document.out.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(document.out)).toMatchObject({ customers: { total: 25, outside: { pending: 25 } } });
});

test('doctor prints a line for each look, or one document', async () => {
  const { run } = await desk();
  const text = await run('doctor');
  expect(text.exitCode).toBe(0);
  expect(text.out).toMatch(/^✓ .*\n✓ /);
  expect(text.out).toContain('– 登录：没有检查，因为没有配置 ERP');
  const document = await run('doctor', '--json');
  expect(document.out.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(document.out)).toMatchObject({ exitCode: 0 });
  expect((await run('doctor', '--config', 'nowhere.yaml')).exitCode).toBe(2);
});

const ERP = {
  BANGQIAO_BASE_URL: 'http://erp.example.com',
  BANGQIAO_AUTH_USERNAME: 'demo',
  BANGQIAO_AUTH_PASSWORD: 'demo-pass',
};
const AT = '2026-03-01T02:00:00.000Z';

test('rebind changes nothing without a person’s word, and then binds to the configured ERP', async () => {
  const { store, run } = await desk(ERP);
  await rebind(store, { kind: 'erp', base_url: 'http://old.example.com', account: 'demo' }, AT);
  const bound = () => store.db.selectFrom('erp_binding').select(['base_url', 'account']).executeTakeFirst();
  expect(await run('rebind')).toMatchObject({ exitCode: 2, code: 'not_confirmed' });
  expect(await bound()).toMatchObject({ base_url: 'http://old.example.com' });
  expect(await run('rebind', '--same-erp')).toMatchObject({ exitCode: 0 });
  expect(await bound()).toEqual({ base_url: 'http://erp.example.com', account: 'demo' });
});

test('rebind never gives a database of the demo to a real ERP, and needs an ERP to bind to', async () => {
  const { store, run } = await desk(ERP);
  await rebind(store, { kind: 'stand-in', base_url: 'http://127.0.0.1:8090', account: 'demo' }, AT);
  expect(await run('rebind', '--same-erp')).toMatchObject({ exitCode: 2, code: 'demo_database' });
  const bound = await store.db.selectFrom('erp_binding').select('kind').executeTakeFirst();
  expect(bound?.kind).toBe('stand-in');
  const without = await desk();
  expect(await without.run('rebind', '--same-erp')).toMatchObject({ exitCode: 2, code: 'no_erp' });
});
