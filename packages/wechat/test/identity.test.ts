import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityOf, Ordinals } from '../src/identity.ts';

const anything = fc.dictionary(
  fc.string({ maxLength: 6 }),
  fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.integer(),
    fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  ),
  { maxKeys: 6 },
);

test('the order of keys and the blanks around values never make another event', () => {
  fc.assert(
    fc.property(anything, (content) => {
      const reversed = Object.fromEntries(
        Object.entries(content)
          .reverse()
          .map(([name, value]) => [name, typeof value === 'string' ? ` ${value}\n` : value]),
      );
      expect(identityOf('s', reversed)).toBe(identityOf('s', content));
    }),
  );
});

test('any other value, key or place of a value makes another event', () => {
  const ids = [
    { a: 'x' },
    { b: 'x' },
    { a: 'x', b: '' },
    { a: ['x'] },
    { a: [['x']] },
    { a: { a: 'x' } },
    [['a', 'x'], 1],
    { a: '1' },
    { a: 1 },
    { a: null },
    {},
  ].map((content) => identityOf('s', content));
  expect(new Set(ids).size).toBe(ids.length);
  expect(identityOf('t', { a: 'x' })).not.toBe(ids[0]);
});

test('equal things within a span are counted, and a new span begins anew', () => {
  const ordinals = new Ordinals();
  const order: [string, string][] = [
    ['10:00', '好'],
    ['10:00', '好'],
    ['10:00', '行'],
    ['10:01', '好'],
  ];
  expect(order.map(([span, key]) => ordinals.next(span, key))).toEqual([0, 1, 0, 0]);
});
