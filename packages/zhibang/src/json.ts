/**
 * Parses an answer. Strict first; then only what wire.md "Answers that lie or break" 2 names is repaired: raw control
 * characters inside strings, and a byte-order mark. Anything else stays a SyntaxError.
 */
export function parseAnswer(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(body);
  } catch (error) {
    const repaired = escapeControlsInStrings(body);
    if (repaired === body) throw error;
    return JSON.parse(repaired);
  }
}

const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

function escapeControlsInStrings(text: string): string {
  let out = '';
  let from = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) inString = !inString;
    else if (code === 0x5c && inString && text.charCodeAt(i + 1) >= 0x20) i++;
    else if (code < 0x20 && inString) {
      const char = text[i]!;
      out += text.slice(from, i) + (SHORT[char] ?? `\\u${code.toString(16).padStart(4, '0')}`);
      from = i + 1;
    }
  }
  return from === 0 ? text : out + text.slice(from);
}
