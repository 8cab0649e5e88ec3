const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const LAST_CODE_POINT = 0x10ffff;

/** The text of a saved page as a browser would copy it: tabs between cells, a line for each block. */
export function pageText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<\/t[dh]\s*>\s*(?=<t[dh])/gi, '\t')
    .replace(
      /<br\s*\/?>|<\/?(?:div|p|tr|table|tbody|thead|ul|ol|li|h\d|pre|dl|dt|dd|section|article|nav|header|main)\b[^>]*>/gi,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}

/** Undefined for what names no character: it stays as it stands. */
function entity(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return ENTITIES[name.toLowerCase()];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : undefined;
}

/** True for a saved page, false for pasted text. */
export function isPage(text: string): boolean {
  return /<(!doctype|html|body|script|div)\b/i.test(text.slice(0, 5000));
}
