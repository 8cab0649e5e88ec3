import { describe, expect, test } from 'vitest';
import { cookiesFor, readCookieFile } from '../src/index.ts';

/** One browser's cookies of one site: a plain value, one in quotes, none. */
const PAIRS = { 'ASP.NET_SessionId': 'abc=1', ui: '"a b"', ZBLast: '' };
const HEADER = 'ASP.NET_SessionId=abc=1; ui="a b"; ZBLast=';
const LIST = Object.entries(PAIRS).map(([name, value]) => ({ name, value }));
const SITE = 'http://erp.example.com:8080/sysn/view/OpenApi/help.ashx';
const SOON = Date.UTC(2026, 0, 15, 0, 1) / 1000;

const har = (...requests: unknown[]) =>
  JSON.stringify({ log: { version: '1.2', entries: requests.map((request) => ({ request })) } });
const netscape = (cells: string) =>
  LIST.map(({ name, value }) => `erp.example.com${cells}${name}\t${value}`).join('\n');

/** How people come by their cookies; every one of these texts holds the same three. */
const SHAPES: readonly (readonly [string, string, string])[] = [
  [
    'an extension of Chrome, as JSON',
    'json',
    JSON.stringify(LIST.map((each) => ({ ...each, session: true }))),
  ],
  ['J2Team Cookies', 'json', JSON.stringify({ url: SITE, cookies: LIST })],
  ['a Playwright storage state', 'json', JSON.stringify({ cookies: LIST, origins: [] })],
  [
    'Cookie Quick Manager of Firefox',
    'json',
    JSON.stringify(
      LIST.map(({ name, value }) => ({ 'Name raw': name, 'Content raw': value, 'Expires raw': '0' })),
    ),
  ],
  [
    'a jar of tough-cookie',
    'json',
    JSON.stringify({ cookies: LIST.map(({ name, value }) => ({ key: name, value })) }),
  ],
  [
    'a list of Set-Cookie values',
    'json',
    JSON.stringify(HEADER.split('; ').map((pair) => `${pair}; Path=/`)),
  ],
  [
    'what a console prints',
    'json',
    `[${LIST.map(({ name, value }) => `{name: '${name}', value: '${value}'}`)}]`,
  ],
  [
    'what Selenium prints in Python',
    'json',
    `[${LIST.map(({ name, value }) => `{'name': '${name}', 'value': '${value}', 'secure': False, 'sameSite': None}`)}]`,
  ],
  ['a map', 'map', JSON.stringify(PAIRS)],
  ['a map under a name', 'map', JSON.stringify({ cookies: PAIRS })],
  [
    'the cookies of Firefox’s network panel',
    'map',
    JSON.stringify({
      'Response Cookies': { 'ASP.NET_SessionId': { httpOnly: true, value: 'abc=1' } },
      'Request Cookies': { ui: '"a b"', ZBLast: '' },
    }),
  ],
  ['headers as JSON', 'map', JSON.stringify({ headers: { accept: '*/*', Cookie: HEADER } })],
  [
    'a HAR with its headers',
    'har',
    har({ url: SITE, headers: [{ name: 'Cookie', value: HEADER }], cookies: [] }),
  ],
  ['a HAR with its cookies', 'har', har({ url: SITE, headers: [], cookies: LIST })],
  [
    'cookies.txt',
    'netscape',
    `# Netscape HTTP Cookie File\r\n\r\n${netscape('\tFALSE\t/\tFALSE\t0\t').replace('erp', '#HttpOnly_erp')}\r\n`,
  ],
  ['cookies.txt whose last tab an editor took', 'netscape', netscape('\tTRUE\t/\tFALSE\t0\t').trimEnd()],
  ['cookies.txt with blanks for tabs', 'netscape', netscape('  TRUE / FALSE 0 ').replaceAll('\t', ' ')],
  [
    'the table of the developer tools',
    'devtools',
    `Name\tValue\tDomain\tPath\tExpires / Max-Age\tSize\n${LIST.map(
      ({ name, value }) => `${name}\t${value}\terp.example.com\t/\t会话\t20\t✓\t\tLax\t\tMedium`,
    ).join('\n')}`,
  ],
  ['two columns of that table', 'devtools', LIST.map(({ name, value }) => `${name}\t${value}`).join('\n')],
  ['the header', 'header', `Cookie: ${HEADER}`],
  ['the header in quotes', 'header', `'cookie: ${HEADER}'`],
  ['the header without a colon', 'header', `cookie\n${HEADER}`],
  ['the header in Firefox’s table', 'header', `Cookie\t${HEADER}`],
  [
    'a block of answer and request headers',
    'header',
    [
      'HTTP/1.1 200 OK',
      'Set-Cookie: ZBLast=; path=/; expires=Fri, 31-Dec-2027 23:59:59 GMT; HttpOnly',
      'GET /sysn/view/OpenApi/help.ashx HTTP/1.1',
      'Vary: Cookie',
      `Cookie: ${HEADER.replace('ZBLast=', 'ZBLast=before')}`,
      'Referer: http://erp.example.com/',
    ].join('\r\n'),
  ],
  [
    'Set-Cookie lines',
    'header',
    HEADER.split('; ')
      .map((pair) => `Set-Cookie: ${pair}; path=/; domain=.erp.example.com; HttpOnly; SameSite=Lax`)
      .join('\n'),
  ],
  ['document.cookie', 'pairs', `'${HEADER}'`],
  ['plain pairs', 'pairs', HEADER],
  ['a pair a line', 'pairs', HEADER.replaceAll('; ', '\n')],
  [
    'cURL (bash) of Chrome today',
    'curl',
    `curl '${SITE}' \\\n  -H 'Accept: */*' \\\n  -b '${HEADER}' \\\n  --insecure`,
  ],
  ['cURL with a letter that bash would read', 'curl', `curl '${SITE}' -b $'${HEADER}; x=\\u0021'`],
  [
    'cURL of Firefox and older ones',
    'curl',
    `curl '${SITE}' -H 'User-Agent: x' -H 'Cookie: ${HEADER}' --compressed`,
  ],
  ['cURL with --cookie', 'curl', `curl --cookie '${HEADER}' "${SITE}"`],
  ['cURL with --cookie=', 'curl', `curl --cookie='${HEADER}' ${SITE}`],
  ['cURL with double quotes', 'curl', `curl "${SITE}" -b"${HEADER.replaceAll('"', '\\"')}"`],
  [
    'cURL (cmd) of Chrome today',
    'curl',
    `curl ^"${SITE}^" ^\r\n  -H ^"Accept: */*^" ^\r\n  -b ^"${HEADER.replaceAll('"', '^\\^"')}^" ^\r\n  --insecure`,
  ],
  [
    'cURL (cmd) with a header',
    'curl',
    `curl ^"${SITE}^" ^\n  -H ^"Cookie: ${HEADER.replaceAll('"', '^\\^"')}^"`,
  ],
  ['a piece of a cURL', 'curl', `-H 'Cookie: ${HEADER}'`],
  [
    'fetch (Node.js)',
    'script',
    `fetch("${SITE}", {\n "headers": {\n  "accept": "*/*",\n  "cookie": ${JSON.stringify(HEADER)}\n },\n "method": "GET"\n});`,
  ],
  ['headers of a script', 'script', `headers = {\n  'Accept': '*/*',\n  'Cookie': '${HEADER}',\n}`],
  [
    'PowerShell of Chrome',
    'powershell',
    `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n${LIST.map(
      ({ name, value }) =>
        `$session.Cookies.Add((New-Object System.Net.Cookie("${name}", "${value.replaceAll('"', '`"')}", "/", "erp.example.com")))`,
    ).join('\n')}\nInvoke-WebRequest -UseBasicParsing -Uri "${SITE}" -WebSession $session`,
  ],
  ['PowerShell with a header', 'script', `Invoke-WebRequest -Uri "${SITE}" -Headers @{"Cookie"='${HEADER}'}`],
];

const now = new Date('2026-01-15T00:00:00Z');
const validAt = (host: string, text: string) => cookiesFor(readCookieFile(text)!, host, now).valid;
const pairsOf = (cookies: readonly { name: string; value: string }[]) =>
  Object.fromEntries(cookies.map(({ name, value }) => [name, value]));

describe('a file of cookies', () => {
  test.each(SHAPES)('is read: %s', (_what, kind, text) => {
    for (const around of [text, `\uFEFF\n${text}\n`, text.replace(/\r?\n/g, '\r\n')]) {
      expect(readCookieFile(around)?.kind).toBe(kind);
      expect(pairsOf(validAt('erp.example.com', around))).toMatchObject(PAIRS);
    }
  });

  test('has no others than those that it shows', () => {
    for (const [what, , text] of SHAPES)
      expect(validAt('erp.example.com', text).length, what).toBe(text.includes('u0021') ? 4 : 3);
  });

  test('without any cookie in it is none', () => {
    const fetched = `fetch("${SITE}", {"headers": {"accept": "*/*"}, "credentials": "include"});`;
    const sanitized = har({ url: SITE, headers: [{ name: 'Accept', value: '*/*' }], cookies: [] });
    const curl = `curl '${SITE}' -H 'Accept: */*' -b cookies.txt`;
    const others = [
      fetched,
      sanitized,
      curl,
      'Set-Cookie',
      'GET / HTTP/1.1\nVary: Cookie\nHost: x',
      '[{"name":"a","val',
    ];
    for (const text of [
      '',
      '[]',
      '{}',
      '{"a":1}',
      'just words',
      'a\nb=1',
      '<html lang="zh"></html>',
      ...others,
    ])
      expect(readCookieFile(text), text).toBeNull();
  });

  test('keeps a quote that belongs to a value, and leaves no mark of Windows behind the last one', () => {
    expect(pairsOf(readCookieFile(`Cookie: ui="{x}"; a='b'; c=1`)!.cookies)).toEqual({
      ui: '"{x}"',
      a: "'b'",
      c: '1',
    });
    expect(pairsOf(readCookieFile(`curl ^"${SITE}^" -H ^"Cookie: a=1^%^41; b=2^"`)!.cookies)).toEqual({
      a: '1%41',
      b: '2',
    });
  });

  test('of one site counts for that site, under whatever address it was reached; of several, each for its own', () => {
    const curl = (url: string, value: string) => `curl '${url}' -b 'a=${value}'`;
    expect(validAt('192.168.1.5', curl(SITE, '1'))).toHaveLength(1);
    const all = [curl(SITE, 'old'), curl('http://www.example.com/', 'other'), curl(SITE, 'new')].join(' ;\n');
    expect(pairsOf(validAt('erp.example.com', all))).toEqual({ a: 'new' });
    expect(validAt('192.168.1.5', all)).toEqual([]);
  });

  test('knows which of them are over, in seconds, milliseconds or words, and which are another site’s', () => {
    const fresh = { value: '1', domain: '.ERP.example.com' };
    const late = [SOON - 3600, (SOON - 3600) * 1000, '2026-01-14T00:00:00.000Z', String(SOON - 60)];
    const soon = [SOON + 0.5, SOON * 1000, '2026-01-16T00:00:00.000Z', 'Session', 0, -1, null, 1e300];
    const list = [
      ...late.map((expires, at) => ({ ...fresh, name: `late${at}`, expires })),
      ...soon.map((expirationDate, at) => ({ ...fresh, name: `soon${at}`, expirationDate })),
      { ...fresh, name: 'other', domain: 'www.example.com' },
    ];
    const { valid, expired } = cookiesFor(readCookieFile(JSON.stringify(list))!, 'erp.example.com', now);
    expect(expired).toEqual(late.map((_each, at) => `late${at}`));
    expect(valid.map(({ name }) => name)).toEqual(soon.map((_each, at) => `soon${at}`));
    // What a browser takes: seconds up to the year 9999.
    expect(valid.flatMap(({ expires }) => expires ?? [])).toEqual([
      SOON * 1000 + 500,
      SOON * 1000,
      Date.UTC(2026, 0, 16),
    ]);
  });
});
