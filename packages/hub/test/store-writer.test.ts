import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Writer } from '../src/store/sqlite/writer.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'bangqiao-writer-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('what comes after the closing of a file reaches no other file, though its thread serves the next', async () => {
  const home = folder();
  const first = new Writer();
  await first.ask({ open: join(home, 'first.db') });
  await first.ask({ sql: 'create table kept (name text)', values: [] });
  const late = { sql: "insert into kept values ('late')", values: [] };
  const before = first.ask({ sql: "insert into kept values ('in time')", values: [] });
  const closed = first.close();
  await expect(first.ask(late)).rejects.toThrow('closed');
  await expect(first.tell(late)).rejects.toThrow('closed');
  expect((await before)?.changes).toBe(1);
  await closed;

  const next = new Writer();
  await next.ask({ open: join(home, 'next.db') });
  await next.ask({ sql: 'create table kept (name text)', values: [] });
  await expect(first.tell(late)).rejects.toThrow('closed');
  expect((await next.ask({ sql: 'select * from kept', values: [] }))?.rows.values).toEqual([]);
  await next.close();
});
