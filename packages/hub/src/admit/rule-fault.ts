import { type Bilingual, type ConditionError, meantCondition } from '@bangqiao/core';

/** One thing that is wrong with a rule, or worth knowing about it. */
export interface RuleFault {
  /** Null: the whole set. */
  rule: string | null;
  /** In the file, from 1; for stored rules in the condition. Null where there is no place. */
  line: number | null;
  column: number | null;
  problem: Bilingual;
  hint: Bilingual | null;
  /** The line at fault, and the character in it, from 0, under which a caret belongs. */
  excerpt: { text: string; at: number } | null;
  /** The condition as it was probably meant, correct. */
  meant?: string;
}

/** The fault of a condition, placed in the condition itself. */
export function conditionFault(rule: string, source: string, error: ConditionError): RuleFault {
  const meant = meantCondition(source);
  return {
    rule,
    line: error.line,
    column: error.column,
    problem: problemInWords(error.message),
    hint: error.hint === '' ? null : hintInWords(error.hint),
    excerpt: { text: source.split('\n')[error.line - 1] ?? '', at: error.column - 1 },
    ...(meant === null ? {} : { meant }),
  };
}

/** What the compiler says in English, with Chinese for what people meet; the English stands where there is none. */
function problemInWords(en: string): Bilingual {
  return { zh: translated(en, PROBLEMS), en };
}

function hintInWords(en: string): Bilingual {
  return { zh: translated(en, HINTS), en };
}

function translated(text: string, phrases: readonly (readonly [RegExp, string])[]): string {
  const found = phrases.find(([pattern]) => pattern.test(text));
  return found ? text.replace(found[0], found[1]) : text;
}

const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^Unknown variable: (\S+)$/, '没有这一列：$1'],
  [/^matches\(\) is not allowed$/, '不能用 matches()'],
  [/^wrong pattern: (.*)$/s, '正则表达式写错了：$1'],
  [/^the condition must be true or false, this is (\S+)$/, '条件的结果必须是 true 或 false，这里却是 $1'],
  [/^no such overload: (.*)$/s, '这两种值不能这样运算：$1'],
  [/^Unexpected end of input.*$/s, '条件没有写完'],
  [/^(\p{Script=Han}+) is written (.+)$/u, '“$1”要写成 $2'],
  [/^no column is called (\S+)$/, '没有“$1”这一列'],
  [/^(Unexpected|Expected) .*$/s, '写法不对：$&'],
];

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^write a condition, e\.g\. (.*)$/, '请写条件，例如 $1'],
  [/^use like\("pattern"\).*$/, '请用 like("…")，它支持 RE2 正则，不会卡死'],
  [/^did you mean (\S+)\?$/, '是不是想写 $1？'],
  [/^use a column of the customer, e\.g\. (.*)$/, '请用客户的列名，例如 $1'],
  [/^write (\S+) instead of (\S+)$/, '请把 $2 写成 $1'],
  [/^write == to compare$/, '比较请写 =='],
  [/^column names are the English ones;.*$/, '列名用英文；中文只能放在引号里'],
  [/^use half-width punctuation: (.*)$/, '请用半角标点：$1'],
  [/^an empty text is "".*$/, '空文字写作 ""，未知的数字是 0.0，未知的是否是 false'],
  [/^text is compared with text.*$/, '文字和带引号的文字比较，数字和数字比较'],
];
