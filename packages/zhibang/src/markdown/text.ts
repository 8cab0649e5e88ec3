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

/** A field's id as an anchor: `@__sp_result` → `f-__sp_result`. */
export function anchor(id: string): string {
  return `f-${id.replace(/[^\p{L}\p{N}_-]/gu, '')}`;
}
