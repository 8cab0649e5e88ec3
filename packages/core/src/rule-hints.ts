import { chineseWordIn } from './chinese-names.ts';
import { FACTS } from './fact-names.ts';

/** What is wrong, in one sentence: of a Chinese word how it is written, else what the parser says. */
export function messageFor(message: string, source: string, at: number): string {
  const chinese = chineseAt(source, at);
  if (chinese === null || !message.startsWith('Unexpected character')) return message;
  const known = chineseWordIn(chinese);
  return known === null ? `no column is called ${chinese}` : `${known.word} is written ${known.cel}`;
}

/** What a person who wrote a wrong condition probably meant, in one sentence; '' when nothing better can be said. */
export function hintFor(message: string, source: string, at: number): string {
  if (source.trim() === '') return 'write a condition, e.g. phone != "" && has_quote_request';
  if (message.startsWith('matches()')) return 'use like("pattern"), which takes RE2 patterns and cannot hang';
  const unknown = /^Unknown variable: (\S+)/.exec(message)?.[1];
  if (unknown !== undefined) return fieldHint(unknown);
  if (chineseAt(source, at) !== null)
    return 'column names are the English ones; Chinese may stand in quotes only';
  return operatorHint(source) ?? typeHint(message);
}

function fieldHint(name: string): string {
  const word = OPERATORS[name.toLowerCase()];
  if (word !== undefined) return `write ${word} instead of ${name}`;
  const best = Object.keys(FACTS)
    .map((fact) => ({ fact, edits: editDistance(name.toLowerCase(), fact) }))
    .reduce((one, other) => (other.edits < one.edits ? other : one));
  return best.edits <= Math.max(2, best.fact.length / 3)
    ? `did you mean ${best.fact}?`
    : 'use a column of the customer, e.g. phone, intent_score, has_order';
}

function chineseAt(source: string, at: number): string | null {
  return /^\p{Script=Han}+/u.exec(source.slice(at))?.[0] ?? null;
}

const OPERATORS: Record<string, string> = { and: '&&', or: '||', not: '!', null: '""' };

function operatorHint(source: string): string | null {
  const bare = source.replace(/"[^"]*"|'[^']*'/g, '""');
  const word = /\b(and|or|not)\b/i.exec(bare)?.[1];
  if (word !== undefined) return `write ${OPERATORS[word.toLowerCase()]} instead of ${word}`;
  if (/[^=!<>]=[^=]/.test(bare)) return 'write == to compare';
  if (/[（），。“”＝＞＜！]/u.test(bare)) return 'use half-width punctuation: ( ) , " = > < !';
  return null;
}

function typeHint(message: string): string {
  if (message.includes('null'))
    return 'an empty text is "", an unknown number is 0.0, an unknown flag is false';
  if (message.includes('string') && /int|double/.test(message))
    return 'text is compared with text in quotes, numbers with numbers';
  return '';
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, substitution));
    }
    row = next;
  }
  return row[b.length]!;
}
