/** Text that may stand in a cell of a table. */
export function cellText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<]/g, (mark) => (mark === '|' ? '\\|' : '&lt;'));
}

/** A word in the type of code, in a cell too. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Where a field stands on its endpoint's page: `@__sp_result` of a request → `f-__sp_result`, of an answer → `r-…`. */
export function fieldAnchor(id: string, part: 'request' | 'answer' = 'request'): string {
  return `${part === 'request' ? 'f' : 'r'}-${id.replace(/[^\p{L}\p{N}_-]/gu, '')}`;
}

/** JSON as people write it: what is small and flat stays on one line. */
export function prettyJson(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Array.isArray(value)
    ? value.map((each) => prettyJson(each, depth + 1))
    : Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${prettyJson(each, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const line = parts.join(', ');
  if (parts.length === 0) return `${open}${close}`;
  const isSmall =
    line.length <= MOST_ON_A_LINE && !parts.some((part) => part.includes('\n') || part.includes('{'));
  if (isSmall) return Array.isArray(value) ? `[${line}]` : `{ ${line} }`;
  const inner = '  '.repeat(depth + 1);
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

const MOST_ON_A_LINE = 90;
