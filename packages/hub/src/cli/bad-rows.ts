import type { Bilingual, Language } from '@bangqiao/core';

/** Bad rows that are told one by one; --json has all of them. */
const TOLD = 20;

/** One line for each row of a file that could not be taken, and one for those that are not told. */
export function badRows(bad: readonly { line: number; reason: Bilingual }[], lang: Language): string[] {
  const rows = bad
    .slice(0, TOLD)
    .map(({ line, reason }) =>
      lang === 'zh' ? `  第 ${line} 行：${reason.zh}` : `  line ${line}: ${reason.en}`,
    );
  const more = bad.length - TOLD;
  if (more > 0)
    rows.push(lang === 'zh' ? `  还有 ${more} 行，--json 可看全部` : `  ${more} more: --json has all`);
  return rows;
}
