import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planted, plantOf } from '../../../../torture/planting.ts';
import { PLANTS } from '../../../../torture/plants.ts';

test('there are twelve planted bugs, each with a name of its own', () => {
  expect(new Set(PLANTS.map(({ name }) => name)).size).toBe(12);
});

test.each(PLANTS)('the text that the planted bug $name takes the place of is in the product', (plant) => {
  const before = readFileSync(join(import.meta.dirname, '../../..', plant.file), 'utf8');
  expect(planted(plant)).not.toBe(before);
});

test('a planted bug whose text is gone says so', () => {
  expect(() => planted({ ...plantOf('second-ord'), swaps: [['no such text', '']] })).toThrow(
    'second-ord: not once in hub/src/push/create.ts',
  );
});
