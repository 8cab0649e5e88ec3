import { describe, expect, it } from 'vitest';
import { measure, readSet, setNames } from './support/labelled.ts';

describe.each(setNames())('the labelled conversations of %s', (name) => {
  const set = readSet(name);

  it('are at least 100, each with an id of its own', () => {
    expect(set.length).toBeGreaterThanOrEqual(100);
    expect(new Set(set.map(({ id }) => id)).size).toBe(set.length);
  });

  it.each(['phone', 'quote', 'company'] as const)(
    'give %s with precision and recall of 0.9 at least',
    (kind) => {
      const { figures, misses } = measure(set);
      const { precision, recall } = figures[kind];
      const list = misses
        .filter((miss) => miss.kind === kind)
        .map(({ id, what, value }) => `${id} ${what} ${value}`);
      expect({ good: precision >= 0.9 && recall >= 0.9, list }).toMatchObject({ good: true });
    },
  );
});
