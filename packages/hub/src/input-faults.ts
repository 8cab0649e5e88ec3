import type { Bilingual } from '@bangqiao/core';

/** zod's English sentences, with Chinese for what people meet. */
export function faultInWords(en: string): Bilingual {
  const zh = PROBLEMS.find(([pattern]) => pattern.test(en))?.[1] ?? '内容不符合要求';
  return { zh, en };
}

const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^Unrecognized key/, '有不认识的字段'],
  [/^Invalid option/, '不在可选范围内'],
  [/^Too small.*string/, '太短'],
  [/^Too big.*string/, '太长'],
  [/^Too small/, '太小'],
  [/^Too big/, '太大'],
  [/received undefined/, '缺少这一项'],
  [/^Invalid input/, '类型不对'],
];
