import { expect, test } from 'vitest';
import { openEnds } from '../src/push/mirror-gate.ts';

test.each<[string, string, [string, string][]]>([
  ['its open ends', '138****0001', [['138', '0001']]],
  ['no prefix of the country', '+86 138-****-0001', [['138', '0001']]],
  ['blanks inside a number as nothing', '138 **** 0001', [['138', '0001']]],
  ['an end alone', '*******0001', [['', '0001']]],
  ['full-width digits and stars as usual ones', '１３８＊＊＊＊０００１', [['138', '0001']]],
  ['nothing of one that is masked wholly', '***********', []],
  ['nothing of one that shows two digits', '1*********8', []],
  [
    'each of several',
    '138****0001/139****0002；137****0003',
    [
      ['138', '0001'],
      ['139', '0002'],
      ['137', '0003'],
    ],
  ],
  [
    'each of two with a blank between',
    '138****0001 139****0002',
    [
      ['138', '0001'],
      ['139', '0002'],
    ],
  ],
])('of a masked phone the gate takes %s', (_what, text, ends) => {
  expect(openEnds(text)).toEqual(ends);
});
