import { expect, test } from 'vitest';

test('passes as well', () => expect(1).toBe(1));
test.skip('is skipped', () => expect(1).toBe(2));
