import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvColumns, csvRowsIn } from '../src/exports/csv.ts';
import type { RawRecord } from '../src/exports/record.ts';

async function rows(text: string, size = 5): Promise<RawRecord[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const found: RawRecord[] = [];
  for await (const row of csvRowsIn(pieces(), text)) found.push(row);
  return found;
}

const cell = fc.string({ unit: fc.constantFrom('a', '汉', '"', ',', '\n', '\r\n', ' ', ';'), maxLength: 6 });

test('whatever is written by the rules comes back, in pieces of any size', async () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n'),
      async (table, size, end) => {
        const text = [['x', 'y', 'z'], ...table].map((row) => row.map(quoted).join(',')).join(end);
        const cells = (await rows(text, size)).map((row) =>
          'fields' in row ? Object.values(row.fields) : row,
        );
        expect(cells).toEqual(table);
      },
    ),
  );
});

test('lines are counted through cells of several lines and empty ones', async () => {
  const text = 'a,b\n1,"x\ny"\n\n2,z\n';
  expect(await rows(text)).toEqual([
    { line: 2, fields: { a: '1', b: 'x\ny' } },
    { line: 5, fields: { a: '2', b: 'z' } },
  ]);
});

test('a quote that nobody closes costs its own row only', async () => {
  const text = 'a,b\n1,x\n2,"open\n3,y\n4,z';
  expect(await rows(text)).toEqual([
    { line: 2, fields: { a: '1', b: 'x' } },
    { line: 3, broken: 'bad_csv' },
    { line: 4, fields: { a: '3', b: 'y' } },
    { line: 5, fields: { a: '4', b: 'z' } },
  ]);
  const long = `a,b\n2,"open\n${'3,y\n'.repeat(600_000)}`;
  const found = await rows(long, 100_000);
  expect(found.length).toBe(600_001);
  expect(found[0]).toEqual({ line: 2, broken: 'bad_csv' });
});

test('quotes inside a cell, short and long rows are taken as they are', async () => {
  expect(await rows('a,b\n1,他说"好"的\n2,"他说"好"的"\n3\n4,x,y\n')).toEqual([
    { line: 2, fields: { a: '1', b: '他说"好"的' } },
    { line: 3, fields: { a: '2', b: '他说"好"的' } },
    { line: 4, fields: { a: '3', b: '' } },
    { line: 5, fields: { a: '4', b: 'x' } },
  ]);
});

test('tabs and semicolons separate too, where the first line has them', () => {
  expect(csvColumns('时间\t内容 \t"发送人"\r\n')).toEqual(['时间', '内容', '发送人']);
  expect(csvColumns('a;b;c')).toEqual(['a', 'b', 'c']);
});
