import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENDPOINTS, type Endpoint } from '@bangqiao/api';
import { expect, test } from 'vitest';

const CONSOLE = join(import.meta.dirname, '..');

/** Every endpoint that the console's code names and that changes something, or hands out a file. */
function asked(): string[] {
  const files = readdirSync(join(CONSOLE, 'src'), { recursive: true, encoding: 'utf8' });
  const code = files
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(CONSOLE, 'src', name), 'utf8'))
    .join('\n');
  return Object.entries(ENDPOINTS as Record<string, Endpoint>)
    .filter(([, { changes, media }]) => changes || media === 'text/csv')
    .map(([name]) => name)
    .filter((name) => code.includes(`'${name}'`))
    .sort();
}

test('every change that the console can ask for is in the list of keys, with the test that looks at it', () => {
  const list = readFileSync(join(CONSOLE, 'README.md'), 'utf8').matchAll(
    /^\| [^|]+ \| `([\w.]+)` \| ([\w, ]+) \|/gm,
  );
  const tests = new Map<string, string[]>();
  for (const [, name = '', where = ''] of list)
    tests.set(name, [...(tests.get(name) ?? []), ...where.split(', ')]);
  expect(asked().length).toBeGreaterThan(20);
  expect(asked().filter((name) => !tests.has(name))).toEqual([]);
  expect([...tests.keys()].filter((name) => !Object.hasOwn(ENDPOINTS, name))).toEqual([]);
  const files = readdirSync(join(CONSOLE, 'test/e2e'));
  for (const where of [...tests.values()].flat()) expect(files).toContain(`${where}.test.ts`);
});
