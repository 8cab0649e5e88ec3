import { compileCondition } from './cel.ts';
import { CHINESE_NAMES, CHINESE_OPERATORS } from './chinese-names.ts';

const NAMES = new Map(CHINESE_NAMES);
const OPERATORS = new Map([...CHINESE_OPERATORS, ['=', '==']]);
const BRACKETS = new Map([
  ['（', '('],
  ['）', ')'],
  ['！', '!'],
]);
const anyOf = (words: Iterable<string>) => [...words].join('|');
const PIECES = new RegExp(
  [
    `"[^"]*"|'[^']*'|“(?<quoted>[^”"]*)”`,
    `(?<name>${anyOf(NAMES.keys())})`,
    `\\s*(?<operator>${anyOf(CHINESE_OPERATORS.map(([word]) => word))}|(?<![=!<>])=(?!=))\\s*`,
    `(?<bracket>[${anyOf(BRACKETS.keys())}])`,
  ].join('|'),
  'gu',
);

/**
 * A condition that an office wrote in its own words (`有手机号，并且问过报价`, `意向分 < 5`), in CEL.
 * Null: it compiles as it stands, or does not even so.
 */
export function meantCondition(source: string): string | null {
  if (compileCondition(source).ok) return null;
  const meant = source.replace(PIECES, (whole, ...rest) => {
    const { quoted, name, operator, bracket } = rest.at(-1) as Record<string, string | undefined>;
    if (quoted !== undefined) return `"${quoted}"`;
    if (name !== undefined) return NAMES.get(name) ?? whole;
    if (operator !== undefined) return ` ${OPERATORS.get(operator)} `;
    return bracket === undefined ? whole : (BRACKETS.get(bracket) ?? whole);
  });
  return compileCondition(meant.trim()).ok ? meant.trim() : null;
}
