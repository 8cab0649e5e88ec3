import { pinyin } from 'pinyin-pro';
import { toHalfWidth } from './text.ts';

/** 拼音码: the capital initials of a name (重庆长安→CQCA); letters and digits stay, the rest goes. `person`: the surname is read as one (单→S). */
export function initials(name: string, person: boolean): string {
  const first = pinyin(toHalfWidth(name), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    surname: person ? 'head' : 'off',
  });
  return first
    .join('')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}
