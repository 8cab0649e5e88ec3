import { linesIn } from './lines.ts';
import type { RawRecord } from './record.ts';

const HEADING = /^(\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}(?::\d{2})?) +(\S.*)$/;

/** Is this how a text export begins: a time and a name? */
export function looksLikeBlocks(head: string): boolean {
  return HEADING.test(head.trimStart().split(/\r?\n/, 1)[0] ?? '');
}

/**
 * Blocks of a text export: time and name, the words, a blank line. Only after a blank line may a line be a heading: a
 * message may quote one.
 */
export async function* blocksIn(text: AsyncIterable<string>): AsyncGenerator<RawRecord, void> {
  let block: { line: number; time: string; name: string; words: string[] } | null = null;
  let afterBlank = true;
  const whole = () => {
    const { line, time, name, words } = block!;
    return { line, fields: { time, name, text: words.join('\n').trim() } };
  };
  for await (const { line, text: words } of linesIn(text)) {
    const heading = afterBlank ? HEADING.exec(words) : null;
    if (heading) {
      if (block) yield whole();
      block = { line, time: heading[1]!, name: heading[2]!.trim(), words: [] };
    } else block?.words.push(words);
    afterBlank = words.trim() === '';
  }
  if (block) yield whole();
}
