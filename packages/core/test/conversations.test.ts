import { describe, expect, it } from 'vitest';
import { measure, readSet } from './support/labelled.ts';

const dev = readSet('dev');

describe('the labelled conversations', () => {
  it('are at least 210, each with an id of its own', () => {
    expect(dev.length).toBeGreaterThanOrEqual(210);
    expect(new Set(dev.map(({ id }) => id)).size).toBe(dev.length);
  });

  it.each(['phone', 'quote', 'company'] as const)(
    'give %s with precision and recall of 0.9 at least',
    (kind) => {
      const { figures, misses } = measure(dev);
      const { precision, recall } = figures[kind];
      const list = misses
        .filter((miss) => miss.kind === kind)
        .map(({ id, what, value }) => `${id} ${what} ${value}`);
      expect({ good: precision >= 0.9 && recall >= 0.9, list }).toMatchObject({ good: true });
    },
  );
});
