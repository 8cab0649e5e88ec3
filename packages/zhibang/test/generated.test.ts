import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue, typescriptOf } from '../src/index.ts';

const FILE = new URL('../src/generated/calls.ts', import.meta.url);

test('the types of all calls are those of the catalogue (UPDATE_GENERATED=1 writes them)', () => {
  const made = typescriptOf(catalogue(), '../results.ts');
  if (process.env.UPDATE_GENERATED) writeFileSync(FILE, made);
  expect(readFileSync(FILE, 'utf8') === made).toBe(true);
});

test('for other projects the types of results come from the package', () => {
  expect(typescriptOf(catalogue())).toContain("from '@bangqiao/zhibang';");
});
