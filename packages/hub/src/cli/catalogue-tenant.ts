import { resolve } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import {
  type CookieFile,
  catalogue,
  compareCatalogues,
  type IndexLeaf,
  readCookieFile,
} from '@bangqiao/zhibang';
import { type Command, InvalidArgumentError } from 'commander';
import {
  type Fetched,
  type FetchOptions,
  fetchCatalogue,
  findBrowser,
  importCatalogue,
  loadTenantCatalogue,
  noHelpFile,
  saveTenantCatalogue,
  type TenantCatalogue,
  unreadableCookies,
} from '../catalogue/index.ts';
import { HubError } from '../errors.ts';
import { decodeFile, detectEncoding } from '../ingest/decode.ts';
import { differenceText } from './catalogue-difference.ts';
import { addVerb, type CliContext, type Session } from './session.ts';

interface FetchVerbOptions {
  cookies: string;
  baseUrl?: string;
  browser?: string;
  pace: number;
  patience: number;
}

/** `catalogue fetch` and `catalogue import`: what this company's own ERP says of its OpenAPI. */
export function catalogueTenantVerbs(verb: Command, context: CliContext): void {
  addVerb<FetchVerbOptions>(verb, context, {
    usage: 'fetch',
    changes: true,
    summary: {
      zh: '用浏览器 Cookie 读取本公司 ERP 帮助站的全部接口',
      en: "read every entry of your own ERP's help site, with a browser's cookies",
    },
    setUp: setUpFetch,
    work: fetchVerb,
  });
  addVerb(verb, context, {
    usage: 'import <files...>',
    changes: true,
    summary: {
      zh: '从保存的网页或粘贴的文字导入接口',
      en: 'take entries out of saved pages or pasted text',
    },
    work: (session, _options, ...files) => importVerb(session, files.flat()),
  });
}

function setUpFetch(command: Command, text: (words: Bilingual) => string): void {
  command
    .requiredOption(
      '--cookies <file>',
      text({
        zh: '导出或复制的 Cookie：JSON、cookies.txt、cURL、HAR、Cookie: 一行等',
        en: 'cookies, exported or copied: JSON, cookies.txt, cURL, HAR, a Cookie: header and others',
      }),
    )
    .option(
      '--base-url <url>',
      text({ zh: 'ERP 地址（默认取自配置）', en: 'address of the ERP (default: the configured one)' }),
    )
    .option(
      '--browser <path>',
      text({ zh: 'Chromium、Chrome 或 Edge 的路径', en: 'path of Chromium, Chrome or Edge' }),
    )
    .option(
      '--pace <number>',
      text({ zh: '每秒条目数；0 不限', en: 'entries a second; 0: no limit' }),
      amount,
      2,
    )
    .option(
      '--patience <seconds>',
      text({ zh: '一个条目最多等多久', en: 'longest wait for one entry' }),
      amount,
      15,
    );
}

function amount(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number < 0) throw new InvalidArgumentError('a number from 0');
  return number;
}

async function fetchVerb(session: Session, options: FetchVerbOptions): Promise<void> {
  const config = session.config();
  const cookies = await cookiesIn(resolve(session.io.cwd, options.cookies));
  const baseUrl = addressOf(options.baseUrl ?? config.erp?.base_url);
  const browser = findBrowser(options.browser, session.io.env);
  const { tenant, unread, done } = await withProgress(session, (heard) =>
    fetchCatalogue({
      folder: config.folder,
      baseUrl,
      cookies,
      browser,
      pace: options.pace,
      patienceMs: options.patience * 1000,
      now: () => new Date(),
      ...heard,
    }),
  );
  keep(session, config.folder, tenant, tenant.entries.length - unread.length, unread);
  done();
}

type Heard = Pick<FetchOptions, 'onStart' | 'onEntry'>;

/** The bar of a fetch; it ends its line whatever comes of it. */
async function withProgress(session: Session, work: (heard: Heard) => Promise<Fetched>): Promise<Fetched> {
  const progress = session.progress();
  let started = false;
  try {
    const fetched = await work({
      onStart: (total, kept) => {
        started = true;
        progress.start(session.text({ zh: '读取帮助站', en: 'Reading the help site' }), total);
        if (kept > 0)
          session.note({ zh: `从中断处继续：已有 ${kept} 个`, en: `Going on: ${kept} are there already` });
      },
      onEntry: (read, total, name) => progress.advance(read, total, name),
    });
    const { length } = fetched.tenant.entries;
    progress.finish(session.text({ zh: `共 ${length} 个条目`, en: `${length} entries` }));
    return fetched;
  } catch (error) {
    if (started) progress.finish(session.text({ zh: '停下了', en: 'stopped' }));
    throw error;
  }
}

async function importVerb(session: Session, files: readonly string[]): Promise<void> {
  const { folder } = session.config();
  const texts: { name: string; text: string }[] = [];
  for (const name of files) texts.push({ name, text: await contentOf(resolve(session.io.cwd, name)) });
  const { tenant, imported } = importCatalogue(texts, loadTenantCatalogue(folder), new Date());
  keep(session, folder, tenant, imported, []);
}

/** `unread`: entries that the index names and no page showed. */
function keep(
  session: Session,
  folder: string,
  tenant: TenantCatalogue,
  read: number,
  unread: readonly IndexLeaf[],
): void {
  const file = saveTenantCatalogue(folder, tenant);
  const difference = compareCatalogues(catalogue(), tenant.entries);
  const { version, source } = tenant;
  session.result(
    { file, version, source, read, unread: unread.map(entryRef), entries: tenant.entries.length, difference },
    [
      session.text({
        zh: `读到 ${read} 个条目，本公司目录共 ${tenant.entries.length} 个，保存在 ${file}`,
        en: `${read} entries read; your own catalogue has ${tenant.entries.length}, kept in ${file}`,
      }),
      ...(unread.length > 0 ? [unreadText(session, unread)] : []),
      differenceText(difference, session.lang),
    ].join('\n'),
  );
}

const entryRef = ({ id, name }: IndexLeaf) => ({ id, name });

function unreadText(session: Session, unread: readonly IndexLeaf[]): string {
  const names = unread.map(({ name }) => name).join('、');
  return session.text({
    zh: `网页没有显示、只按目录收录的 ${unread.length} 个：${names}`,
    en: `${unread.length} that the page did not show, kept as its index names them: ${names}`,
  });
}

/** In whatever encoding Windows saved it. */
async function contentOf(file: string): Promise<string> {
  try {
    let text = '';
    const { name } = await detectEncoding(file);
    for await (const piece of decodeFile(file, name)) text += piece;
    return text;
  } catch {
    throw noHelpFile(file);
  }
}

async function cookiesIn(file: string): Promise<CookieFile> {
  const cookies = readCookieFile(await contentOf(file));
  if (!cookies) throw unreadableCookies(file);
  return cookies;
}

function addressOf(text: string | undefined): string {
  const address = text !== undefined && URL.canParse(text) ? new URL(text) : null;
  if (address && /^https?:$/.test(address.protocol)) return address.href;
  throw new HubError({
    code: 'help_address',
    exitCode: 2,
    zh: text === undefined ? '没有 ERP 地址。' : `${text} 不是网址。`,
    en: text === undefined ? 'There is no address of the ERP.' : `${text} is no web address.`,
    nextZh: '加上 --base-url http://ERP地址:端口',
    nextEn: 'Add --base-url http://ADDRESS:PORT',
  });
}
