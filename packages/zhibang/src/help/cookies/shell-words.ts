/**
 * The words of a command as a shell would take them apart: both kinds of quotes, `$'…'`, and a backslash at a line's end.
 * What `cmd` of Windows wants escaped (`^"`, `^` at a line's end) is first put back.
 */
export function shellWords(command: string): string[] {
  const isCmd = /\^["\r\n]/.test(command);
  const text = isCmd ? command.replace(/\^\r?\n/g, ' ').replace(/\^([\s\S])/g, '$1') : command;
  const words: string[] = [];
  const piece =
    /(\s+)|\$'((?:[^'\\]|\\[\s\S])*)'?|'([^']*)'?|"((?:[^"\\]|\\[\s\S])*)"?|\\(\r?\n|[\s\S])|([^\s'"\\$]+|\$)/g;
  let open = false;
  for (const [, blank, escaped, single, double, char, plain] of text.matchAll(piece)) {
    if (blank !== undefined) {
      open = false;
      continue;
    }
    if (char !== undefined && /\n/.test(char)) continue;
    const part =
      escaped !== undefined
        ? unescaped(escaped)
        : double !== undefined
          ? double.replace(/\\(["\\$`!])/g, '$1')
          : (single ?? char ?? plain ?? '');
    if (open) words[words.length - 1] += part;
    else words.push(part);
    open = true;
  }
  return words;
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** `\u0021`, `\x21`, `\'` in `$'…'`. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{1,4})|x([\da-f]{1,2})|([\s\S]))/gi, (_whole, wide, narrow, letter) =>
    letter === undefined
      ? String.fromCharCode(Number.parseInt(wide ?? narrow, 16))
      : (LETTERS[letter] ?? letter),
  );
}
