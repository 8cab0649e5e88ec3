import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CatalogueEntry, catalogue, readCookieFile } from '@bangqiao/zhibang';
import { createSim, type Fact, publishedFacts } from '@bangqiao/zhibang-sim';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { stillNeeded } from '../src/catalogue/help-browser.ts';
import { askForHelp, helpAddress, nextHop } from '../src/catalogue/help-request.ts';
import { fetchCatalogue, findBrowser } from '../src/catalogue/index.ts';
import { COOKIE, otherHelpSite } from './support/other-help-site.ts';
import { typed } from './support/typed.ts';

const LAUNCHER = fileURLToPath(new URL('../bin/bangqiao.mjs', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bangqiao-catalogue-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

async function bangqiao(...argv: string[]) {
  const said = await typed(argv, { cwd: folder, env: { PATH: process.env.PATH ?? '' } });
  return { ...said, document: () => JSON.parse(said.out) };
}

const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

const stored = (): { version: string; entries: CatalogueEntry[] } =>
  JSON.parse(readFileSync(join(folder, 'storage', 'catalogue.json'), 'utf8'));

/** Without the English words: no page of the vendor's has them. (The other things that no page has come with the known entry.) */
function seen(entries: readonly CatalogueEntry[]): unknown {
  const drop = (key: string, value: unknown) => (['labelEn', 'optionsEn'].includes(key) ? undefined : value);
  return JSON.parse(JSON.stringify(entries, drop));
}

/** Facts of another tenant: an option more, a field less, a length that differs. */
const CHANGED = ['customer.saveCompany', 'customer.list', 'department.add'];
const tenantFacts = (): Fact[] =>
  publishedFacts().map((fact) => {
    if (fact.call === CHANGED[0])
      return withFields(fact, (fields) =>
        fields.map((field) =>
          field.id === 'ly' ? { ...field, options: { ...field.options, 981: '微信咨询' } } : field,
        ),
      );
    if (fact.call === CHANGED[1])
      return withFields(fact, (fields) => fields.filter(({ id }) => id !== 'zip'));
    if (fact.call !== CHANGED[2]) return fact;
    return withFields(fact, (fields) =>
      fields.map((field) => (field.id === 'intro' ? { ...field, maxLength: 1234 } : field)),
    );
  });

type Fields = NonNullable<Fact['request']>;
const withFields = (fact: Fact, change: (fields: Fields) => Fields): Fact => ({
  ...fact,
  request: change(fact.request!),
});

function whatDiffers(document: {
  difference: {
    added: unknown[];
    gone: unknown[];
    changed: { call: string; fields: { field: string; kind: string }[] }[];
  };
}) {
  const { added, gone, changed } = document.difference;
  const named = changed.map(({ call, fields }) => [
    call,
    fields.map(({ field, kind }) => `${kind} ${field}`),
  ]);
  return { added, gone, changed: Object.fromEntries(named) };
}

const EXACTLY = {
  added: [],
  gone: [],
  changed: {
    'customer.saveCompany': ['changed ly'],
    'customer.list': ['gone zip'],
    'department.add': ['changed intro'],
  },
};

/** 219 entries take seconds, on a machine that does nothing else. */
const SLOW = 300_000;

/** Without a browser only on a developer's own machine: in CI its absence fails. */
const hasBrowser = (() => {
  try {
    return Boolean(findBrowser(undefined, process.env));
  } catch {
    return false;
  }
})();

describe.skipIf(!hasBrowser && !process.env.CI)('catalogue fetch in a real browser', () => {
  test(
    'killed in the middle goes on where it stopped, gives every entry back as the site was drawn from, and names exactly what differs',
    async () => {
      const facts = tenantFacts();
      const sim = createSim({ customers: 0, catalogue: facts });
      onTestFinished(() => sim.close());
      const baseUrl = await sim.listen();
      file('cookies.json', JSON.stringify(sim.browserCookies()));
      const words = ['catalogue', 'fetch', '--cookies', 'cookies.json', '--base-url', baseUrl, '--pace', '0'];
      await killedAt(60, words);
      expect(existsSync(join(folder, 'storage', 'catalogue.json'))).toBe(false);
      const { exitCode, err, document } = await bangqiao(...words, '--json', '--lang', 'en');
      expect(exitCode, err).toBe(0);
      expect(err).toMatch(/Going on: \d\d+ are there already/);
      expect(seen(stored().entries)).toEqual(facts);
      expect(stored().version).toBe('32.17');
      expect(whatDiffers(document())).toEqual(EXACTLY);
      expect(existsSync(join(folder, 'storage', 'catalogue.fetch.jsonl'))).toBe(false);
    },
    SLOW,
  );

  test(
    'reads a site whose script and markup differ just as well',
    async () => {
      // A third of the entries, from everywhere: the other test reads all of them.
      const facts = tenantFacts().filter(({ call }, at) => at % 3 === 0 || CHANGED.includes(call));
      const { server, baseUrl } = await otherHelpSite(facts);
      onTestFinished(() => void server.close().closeAllConnections());
      file('cookies.txt', `Cookie: ${COOKIE}`);
      const words = ['fetch', '--cookies', 'cookies.txt', '--base-url', baseUrl, '--pace', '0', '--json'];
      const { exitCode, err, document } = await bangqiao('catalogue', ...words);
      expect(exitCode, err).toBe(0);
      expect(seen(stored().entries)).toEqual(facts);
      expect(stored().version).toBe('32.18');
      const { gone, ...differs } = whatDiffers(document());
      expect({ ...differs, gone: [] }).toEqual(EXACTLY);
      expect(gone).toHaveLength(publishedFacts().length - facts.length);
    },
    SLOW,
  );

  test('of which an entry never shows overwrites nothing, names it, and reads only that one the next time', async () => {
    const facts = publishedFacts().filter(({ category }) => category[0] === '组织架构');
    const { server, baseUrl } = await otherHelpSite(facts, { broken: ['部门列表'] });
    onTestFinished(() => void server.close().closeAllConnections());
    file('cookies.txt', COOKIE);
    mkdirSync(join(folder, 'storage'));
    file('storage/catalogue.json', '{"entries":[]}');
    const words = [
      'fetch',
      '--cookies',
      'cookies.txt',
      '--base-url',
      baseUrl,
      '--pace',
      '0',
      '--patience',
      '2',
    ];
    const half = await bangqiao('catalogue', ...words);
    expect(half.exitCode).toBe(1);
    expect(half.err).toContain(`读到 ${facts.length - 1} 个条目，还有 1 个没有显示出来：部门列表`);
    expect(stored()).toEqual({ entries: [] });
    const again = await bangqiao('catalogue', ...words.with(-1, '1'));
    expect(again.err).toContain(`已有 ${facts.length - 1} 个`);
  });

  test('takes from the index alone what the menu hides and prose that nothing names, though one request stays open for ever', async () => {
    const [prose] = publishedFacts().filter(({ style }) => style === 'page');
    const [shown, hidden] = publishedFacts().filter(({ category }) => category[0] === '组织架构');
    const { server, baseUrl } = await otherHelpSite([prose!, shown!, hidden!], {
      hidden: [hidden!.name],
      isOdd: true,
    });
    onTestFinished(() => void server.close().closeAllConnections());
    file('cookies.txt', COOKIE);
    const words = ['--base-url', baseUrl, '--pace', '0', '--patience', '2', '--json', '--lang', 'en'];
    const { exitCode, err, document } = await bangqiao(
      'catalogue',
      'fetch',
      '--cookies',
      'cookies.txt',
      ...words,
    );
    expect(exitCode, err).toBe(0);
    const { read, unread, difference } = document();
    expect(read).toBe(1);
    expect(unread.map(({ name }: { name: string }) => name)).toEqual([prose!.name, hidden!.name]);
    expect([difference.same, difference.changed]).toEqual([3, []]);
    expect(seen(stored().entries)).toEqual([prose, shown, hidden]);
  });

  test('whose login ends on the way says so, and goes on with fresh cookies', async () => {
    const facts = publishedFacts().filter(({ category }) => category[0] === '组织架构');
    const sim = createSim({ customers: 0, catalogue: facts });
    onTestFinished(() => sim.close());
    const baseUrl = await sim.listen();
    const read: number[] = [];
    const fetchAs = (onEntry: (done: number) => void) =>
      fetchCatalogue({
        folder,
        baseUrl,
        cookies: readCookieFile(JSON.stringify(sim.browserCookies()))!,
        browser: findBrowser(undefined, process.env),
        pace: 0,
        patienceMs: 1500,
        now: () => new Date(),
        onStart: (_total, kept) => read.push(kept),
        onEntry,
      });
    const ended = fetchAs((done) => {
      if (done === 3) sim.killTokens();
    });
    await expect(ended).rejects.toMatchObject({ code: 'cookies_expired' });
    const { tenant } = await fetchAs(() => {});
    expect(read).toEqual([0, 3]);
    expect(tenant.entries).toHaveLength(facts.length);
  });
});

/** Runs the command as a process of its own and kills it once it has read so many entries. */
async function killedAt(entries: number, words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [LAUNCHER, ...words], { cwd: folder, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const state = join(folder, 'storage', 'catalogue.fetch.jsonl');
  const lines = () => (existsSync(state) ? readFileSync(state, 'utf8').split('\n').length : 0);
  while (lines() <= entries && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('catalogue fetch', () => {
  /** A site that answers every call so, or with this page. */
  async function siteOf(answer: string | RequestListener): Promise<string> {
    const page: RequestListener = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
    const server = createServer(typeof answer === 'string' ? page : answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close().closeAllConnections());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const fetchFrom = (baseUrl: string, ...more: string[]) =>
    bangqiao(
      'catalogue',
      'fetch',
      '--cookies',
      'cookies.txt',
      '--base-url',
      baseUrl,
      '--browser',
      process.execPath,
      ...more,
    );
  const help = '<html><title>智邦国际开放平台</title><script>window.PageInitParams[0]=[{"id":1,"name":"概';

  test.each([
    ['the login page', '<title>用户登录</title><input type="password">', 'cookies_expired', '登录已过期'],
    [
      'a script that says so',
      "<script>alert('登录超时，请重新登录')</script>",
      'cookies_expired',
      '登录已过期',
    ],
    ['401', (_q, r) => void r.writeHead(401).end(), 'cookies_expired', '登录已过期'],
    ['half of the page', help, 'help_page_half', '帮助页不完整'],
    [
      'half of the page and no more',
      (_q, r) => void r.writeHead(200).write(help, () => r.destroy()),
      'help_page_half',
      '帮助页不完整',
    ],
    ['nothing', () => {}, 'help_silent', '在 1 秒内没有回答完'],
    ['the ERP’s own fault', (_q, r) => void r.writeHead(503).end('busy'), 'help_broken', '回答 HTTP 503'],
    ['another page', '<title>IIS</title>', 'not_help_page', '不是智邦开放平台的帮助页'],
    [
      'itself again and again',
      (_q, r) => void r.writeHead(302, { location: '/' }).end(),
      'not_help_page',
      '不是智邦开放平台的帮助页',
    ],
  ] satisfies [string, string | RequestListener, string, string][])(
    'says so plainly when it gets %s, and touches nothing',
    async (_what, html, code, words) => {
      file('cookies.txt', 'Cookie: a=1');
      mkdirSync(join(folder, 'storage'));
      file('storage/catalogue.json', '{"entries":[]}');
      const baseUrl = await siteOf(html);
      const { exitCode, err, document } = await fetchFrom(
        baseUrl,
        '--json',
        ...(code === 'help_silent' ? ['--patience', '0.5'] : []),
      );
      expect(exitCode).toBe(1);
      expect(err).toContain(words);
      expect(document().error.code).toBe(code);
      expect(stored()).toEqual({ entries: [] });
    },
  );

  const askAt = (url: string, cookies: string) =>
    askForHelp({ url, cookies: readCookieFile(cookies)!, patienceMs: 5000, now: new Date() });
  const whole = `${help}述","url":"/a"}]</script></html>`;

  /** A site that leads on. */
  const moved = (location: string) =>
    siteOf((_request, response) => void response.writeHead(302, { location }).end());
  /** A site that wants this cookie and no other. */
  const wanting = (cookie: string) =>
    siteOf(
      ({ headers }, response) =>
        void response.end(headers.cookie === cookie ? whole : '<title>登录</title><input type="password">'),
    );

  test('takes the cookies along to another port of the ERP, as from http to https, and not to another host', async () => {
    const real = await wanting('a=1');
    const found = await askAt(await moved(`${real}/help`), 'a=1');
    expect(found).toMatchObject({ url: `${real}/help`, kind: 'help' });
    const elsewhere = await moved(real.replace('127.0.0.1', 'localhost'));
    await expect(askAt(elsewhere, 'a=1')).rejects.toMatchObject({ code: 'cookies_of_another_site' });
  });

  test('sends each name of the ERP its own cookies, and opens the browser with those of the last', async () => {
    const both = JSON.stringify([
      { name: 'a', value: '1', domain: '127.0.0.1' },
      { name: 'b', value: '2', domain: 'localhost' },
    ]);
    const named = (await wanting('b=2')).replace('127.0.0.1', 'localhost');
    const { url, cookies } = await askAt(await moved(`${named}/help`), both);
    expect([url, cookies.map(({ name }) => name)]).toEqual([`${named}/help`, ['b']]);
  });

  test('does not go on from https to http, where the session would be sent in clear', () => {
    expect(nextHop('http://erp.example.com/a', 'https://erp.example.com/a')).toBe(
      'https://erp.example.com/a',
    );
    expect(nextHop('https://erp.example.com/a', '/b')).toBe('https://erp.example.com/b');
    expect(() => nextHop('https://erp.example.com/a', 'http://erp.example.com/a')).toThrow(
      expect.objectContaining({ code: 'help_not_encrypted' }),
    );
  });

  test('sends a Chinese user name in a cookie as a browser does', async () => {
    const sent: string[] = [];
    const url = await siteOf(({ headers }, response) => {
      sent.push(Buffer.from(headers.cookie ?? '', 'latin1').toString('utf8'));
      response.end(whole);
    });
    await askAt(url, '[{"name":"user","value":"张三"}]');
    expect(sent).toEqual(['user=张三']);
  });

  test.each([
    ['http://erp.example.com:8080', ''],
    ['http://erp.example.com:8080/zb/', '/zb'],
    ['http://erp.example.com:8080/zb/index2.asp?x=1', '/zb'],
    ['http://erp.example.com:8080/SYSA/index2.asp', ''],
    ['http://erp.example.com:8080/zb/sysn/view/init/home.ashx', '/zb'],
    ['http://erp.example.com:8080/zb/webapi/v3', '/zb'],
  ])('finds the help page from %s', (baseUrl, prefix) => {
    expect(helpAddress(baseUrl)).toBe(`http://erp.example.com:8080${prefix}/sysn/view/OpenApi/help.ashx`);
    expect(helpAddress(helpAddress(baseUrl))).toBe(helpAddress(baseUrl));
  });

  test('waits longer for a text without its end, and does not wait for ever for a page that keeps asking', () => {
    const [whole, open] = ['首页\n注意事项：', '首页\n请求参数'];
    expect(stillNeeded(whole, false, 25)).toBe(25);
    expect(stillNeeded(whole, true, 25)).toBe(1000);
    expect(stillNeeded(open, false, 25)).toBe(1000);
    expect(stillNeeded(open, false, 400)).toBe(1600);
    expect(stillNeeded(open, true, 25)).toBeGreaterThan(1000);
  });

  test('says before any call that the cookies are over, of another site, or no cookies at all', async () => {
    const past = {
      name: 'ASP.NET_SessionId',
      value: 'a',
      domain: '127.0.0.1',
      expirationDate: 1_600_000_000,
    };
    file('cookies.txt', JSON.stringify([past]));
    expect((await fetchFrom('http://127.0.0.1:9')).err).toContain('Cookie 已过期（ASP.NET_SessionId）');
    file('cookies.txt', JSON.stringify([{ ...past, domain: 'erp.example.com' }]));
    expect((await fetchFrom('http://127.0.0.1:9')).err).toContain('没有 127.0.0.1 的 Cookie');
    file('cookies.txt', 'hello');
    const none = await fetchFrom('http://127.0.0.1:9');
    expect(none.exitCode).toBe(2);
    for (const shape of ['cookies.txt', 'cURL', 'HAR', 'storageState', 'PowerShell', 'Cookie:'])
      expect(none.err).toContain(shape);
    file('cookies.txt', 'a=1');
    expect((await fetchFrom('http://127.0.0.1:9')).err).toContain('打不开');
  });

  test('takes a browser from the path, on Windows from the usual folders', () => {
    const path = join(folder, 'chromium');
    writeFileSync(path, '', { mode: 0o755 });
    expect(findBrowser(undefined, { PATH: folder }, 'linux')).toBe(path);
    expect(() => findBrowser(undefined, { PROGRAMFILES: folder, PATH: folder }, 'win32')).toThrow(
      /No Chromium/,
    );
  });

  test('says what to install when there is no browser, and what is missing when there is no address', async () => {
    file('cookies.txt', 'a=1');
    const missing = await fetchFrom('http://127.0.0.1:9', '--browser', '/nowhere/chrome', '--lang', 'en');
    expect(missing.exitCode).toBe(2);
    expect(missing.err).toContain('There is no such browser: /nowhere/chrome');
    expect((await bangqiao('catalogue', 'fetch', '--cookies', 'cookies.txt')).err).toContain('--base-url');
  });
});

describe('catalogue import', () => {
  const department = publishedFacts().find(({ call }) => call === 'department.add')!;
  const text = (path = department.path) =>
    [
      '首页 > 组织架构 > 部门管理 > 部门对接',
      department.name,
      '调用方式：HTTP | POST',
      `接口地址：http://erp.example.com${path}`,
      '请求参数',
      '字段名称\t类型\t必填\t描述',
      'name\tString\t是\t部门名称，文本，必填，50字以内',
      '注意事项：',
    ].join('\n');

  test('takes pasted text, keeps everything else, and tells what differs', async () => {
    const { exitCode, document } = await bangqiao(
      'catalogue',
      'import',
      file('pasted.txt', text()),
      '--json',
    );
    expect(exitCode).toBe(0);
    const { read, entries, difference } = document();
    expect([read, entries, difference.same]).toEqual([1, 219, 218]);
    expect(difference.changed).toMatchObject([{ call: 'department.add' }]);
    const [entry] = stored().entries.filter(({ call }) => call === 'department.add');
    expect(entry!.request).toMatchObject([
      { id: 'name', label: '部门名称', type: 'string', required: true, maxLength: 50 },
    ]);
  });

  test('refuses an entry that was cut, by name, and takes a text in whatever encoding Windows saved it', async () => {
    const half = await bangqiao(
      'catalogue',
      'import',
      file('half.txt', text().replace('注意事项：', '')),
      '--json',
    );
    expect([half.exitCode, half.document().error.code]).toEqual([1, 'help_page_half']);
    expect(half.err).toContain(`half.txt 里的“${department.name}”不完整`);
    expect(existsSync(join(folder, 'storage', 'catalogue.json'))).toBe(false);
    const wide = file('wide.txt', Buffer.from(`\uFEFF${text()}`, 'utf16le'));
    expect((await bangqiao('catalogue', 'import', wide, '--json')).document().read).toBe(1);
  });

  test('takes a saved page with its index: entries that are not in it are gone, new ones are there', async () => {
    const known = catalogue()
      .filter(({ style }) => style !== 'page')
      .slice(0, 200);
    const index = [
      ...known.map(({ id, name, path }) => ({ id, name, url: path, child: null })),
      { id: 999, name: '微信绑定', url: '/webapi/v3/wechat/bind', child: null },
    ];
    const rows = text()
      .split('\n')
      .map((line) =>
        line.includes('\t') ? `<tr><td>${line.replaceAll('\t', '</td><td>')}</td></tr>` : `<p>${line}</p>`,
      )
      .join('');
    const page = `<!DOCTYPE html><html><head><title>智邦国际开放平台</title><meta name="version" content="32.20"/>
      <script>window.PageInitParams[0]=${JSON.stringify(index)}</script></head><body><div>${rows}</div></body></html>`;
    const { out } = await bangqiao('catalogue', 'import', file('saved.html', page), '--lang', 'en');
    expect(out).toContain('Against the built-in catalogue: 1 added, 19 gone, 1 changed, 199 the same');
    expect(out).toContain('+ 999  wechat.bind999  微信绑定');
    expect(out).toContain('- request openprice 价格策略');
    expect(out).toContain('~ request name 部门名称  length none → 50');
    expect(stored().version).toBe('32.20');
  });

  test('of a login page, of half a page, of anything else or of nothing says so', async () => {
    const imported = (content: string) => bangqiao('catalogue', 'import', file('x', content));
    expect((await imported('<html><title>用户登录</title><input type="password"></html>')).err).toContain(
      '登录已过期',
    );
    expect((await imported('<html><title>智邦国际开放平台</title>')).err).toContain('帮助页不完整');
    expect(await imported('hello')).toMatchObject({ exitCode: 2 });
    expect((await bangqiao('catalogue', 'import', 'nowhere')).err).toContain('没有这个文件');
    expect(existsSync(join(folder, 'storage'))).toBe(false);
  });
});
