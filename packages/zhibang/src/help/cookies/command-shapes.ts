import { type CopiedRequest, ofRequests, pairsIn, type SavedCookie, saved } from './saved.ts';
import { shellWords } from './shell-words.ts';

const FLAGS = /(?:^|[\s"'])(?:-b|-H|--cookie|--header)(?=[\s=^'"$])/;

/** "Copy as cURL" of any browser, for bash and for cmd: `-b`, `--cookie` or a header. Several commands are several requests. */
export function fromCurl(text: string): SavedCookie[] {
  if (!FLAGS.test(text)) return [];
  const commands: string[][] = [[]];
  for (const word of shellWords(text)) {
    if (/^curl(\.exe)?$/i.test(word)) commands.push([]);
    commands.at(-1)!.push(word);
  }
  return ofRequests(commands.map(requestIn));
}

function requestIn(words: readonly string[]): CopiedRequest {
  const cookies = words.flatMap((word, at) => {
    const [, flag = '', joined = ''] =
      /^(-b|-H|--cookie(?==|$)|--header(?==|$))=?([\s\S]*)$/.exec(word) ?? [];
    if (flag === '') return [];
    const given = joined === '' ? (words[at + 1] ?? '') : joined;
    if (flag === '-b' || flag === '--cookie') return pairsIn(given);
    const header = /^cookie\s*:([\s\S]*)$/i.exec(given)?.[1];
    return header === undefined ? [] : pairsIn(header);
  });
  return { url: words.find((word) => /^https?:\/\//i.test(word)), cookies };
}

const LITERAL = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/.source;
const COOKIE_HEADER = new RegExp(`["']cookie["']\\s*[:=]\\s*(${LITERAL})`, 'gi');

/** The header as a script has it: `"cookie": "a=1; b=2"`, as "Copy as fetch (Node.js)" gives it. */
export function fromScript(text: string): SavedCookie[] {
  return ofRequests(
    text.split(/\bfetch\s*\(/).map((call) => ({
      url: new RegExp(LITERAL).exec(call)?.[0].slice(1, -1),
      cookies: [...call.matchAll(COOKIE_HEADER)].flatMap(([, literal = '']) =>
        pairsIn(literal.slice(1, -1).replace(/\\(.)/g, '$1')),
      ),
    })),
  );
}

const TEXT = /"((?:[^"`]|`[\s\S])*)"/.source;
const NET_COOKIE = new RegExp(
  `System\\.Net\\.Cookie\\(${TEXT},\\s*${TEXT}(?:,\\s*${TEXT},\\s*${TEXT})?`,
  'g',
);

/** "Copy as PowerShell": a cookie at a time is put into a session. */
export function fromPowerShell(text: string): SavedCookie[] {
  return ofRequests(
    [...text.matchAll(NET_COOKIE)].map(([, name = '', value = '', , domain]) => ({
      url: domain,
      cookies: [saved(plain(name), plain(value))],
    })),
  );
}

/** `` `" `` and `$([char]0x5f20)` of PowerShell. */
function plain(text: string): string {
  return text
    .replace(/\$\(\[char\]0x([\da-f]+)\)/gi, (_whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/`([\s\S])/g, '$1');
}
