import { type Bilingual, FIELDS, type Language, SYNC_FIELDS } from '@bangqiao/core';
import { type ListPage, type Ping, type ZhibangClient, ZhibangError } from '@bangqiao/zhibang';
import { nextOf } from '../failure.ts';
import { ColumnFacts, layoutOf } from '../pull/columns.ts';
import type { Store } from '../store/index.ts';
import { say } from '../words/two-languages.ts';
import { bad, type Check, failed, ok, skipped } from './check.ts';

/** Beyond this the times in both systems' logs no longer tell what came first. */
const MOST_SKEW_MS = 120_000;
const ROWS = 20;

export async function checkReachable(
  client: ZhibangClient,
  baseUrl: string,
): Promise<{ check: Check; ping: Ping | null }> {
  try {
    const ping = await client.ping();
    const ms = Math.round(ping.ms);
    const said = say(`ERP 可以连上：${baseUrl}（${ms} 毫秒）`, `the ERP answers: ${baseUrl} (${ms} ms)`);
    return { check: ok('reachable', said), ping };
  } catch (error) {
    return { check: failed('reachable', error), ping: null };
  }
}

export function checkClock({ clockSkewMs: skew }: Ping): Check {
  if (skew === null) {
    return skipped(
      'clock',
      say('ERP 没有告知时间，时钟偏差不知道', 'the ERP does not tell its time: the clock skew is unknown'),
    );
  }
  const seconds = Math.round(Math.abs(skew) / 1000);
  if (Math.abs(skew) <= MOST_SKEW_MS) {
    return ok('clock', say(`两边时钟相差 ${seconds} 秒`, `the clocks differ by ${seconds} s`));
  }
  return bad(
    'clock',
    say(
      `ERP 的时钟${skew > 0 ? '快' : '慢'}了 ${seconds} 秒`,
      `the ERP's clock is ${seconds} s ${skew > 0 ? 'ahead' : 'behind'}`,
    ),
    say('校准其中一台的时间（NTP）', 'set the time of one of the two right (NTP)'),
  );
}

/** A refused password is never tried a second time (wire.md, Login): only a person's `--login-again` sends it once more. */
export async function checkLogin(client: ZhibangClient, loginAgain: boolean): Promise<Check> {
  try {
    if (loginAgain) await client.forgetRefusal();
    const { fresh, appVersion } = await client.login();
    const version =
      appVersion === null ? say('', '') : say(`，版本 ${appVersion}`, `, version ${appVersion}`);
    return ok(
      'login',
      fresh
        ? say(`登录成功${version.zh}`, `logged in${version.en}`)
        : say('已有登录可用，没有重新登录', 'the session there is used; no new login'),
    );
  } catch (error) {
    if (!(error instanceof ZhibangError)) return failed('login', error);
    return bad('login', error.userMessage, nextOf(error));
  }
}

/**
 * Reads the first rows of the customer list: which of the fields it carries, and how far its columns are proved. Without a
 * database of this ERP none is.
 */
export async function checkList(client: ZhibangClient, store: Store | null): Promise<Check> {
  try {
    for await (const page of client.customers.list({}, { pageSize: ROWS, inFlight: 1 })) {
      if (page.rows.length === 0 && page.unusable > 0) return unusable(page);
      const trusted = store === null ? new Set<string>() : (await ColumnFacts.load(store.db)).trusted;
      return ok('list', sentence(page, trusted));
    }
    return ok('list', say('客户列表可以读：是空的', 'the customer list can be read: it is empty'));
  } catch (error) {
    return failed('list', error);
  }
}

function unusable(page: ListPage): Check {
  return bad(
    'list',
    say(
      `客户列表里读不出内部编号（ord）；列：${page.columns.join('、')}`,
      `no record number (ord) can be read from the customer list; its columns: ${page.columns.join(', ')}`,
    ),
    say(
      '请 ERP 管理员恢复客户列表的默认列',
      'ask the ERP administrator to bring back the default columns of the list',
    ),
  );
}

/** What the list should carry, by the lower-case ids of its columns; the type comes under either name. */
const WANTED: readonly { ids: string[]; label: Bilingual }[] = [
  { ids: ['intsort', 'sort2'], label: FIELDS.erp_customer_type.label },
  ...SYNC_FIELDS.flatMap((field) => {
    const { erp, label } = FIELDS[field];
    return erp[1] === null ? [] : [{ ids: [erp[1].toLowerCase()], label }];
  }),
];

function sentence(page: ListPage, trusted: ReadonlySet<string>): Bilingual {
  const here = new Set<string>(layoutOf(page).columns.map(({ column }) => column));
  const found = WANTED.filter(({ ids }) => ids.some((id) => here.has(id)));
  const missing = WANTED.filter((one) => !found.includes(one));
  const unproved = found.filter(({ ids }) => !ids.some((id) => trusted.has(id)));
  const names = (fields: typeof WANTED, lang: Language) =>
    fields.map(({ label }) => label[lang]).join(lang === 'zh' ? '、' : ', ');
  const parts = [
    say(
      `客户列表可以读：共 ${page.recordCount ?? '?'} 位，认出 ${found.length} 列`,
      `the customer list can be read: ${page.recordCount ?? '?'} customers, ${found.length} columns known`,
    ),
    missing.length === 0
      ? null
      : say(
          `没有 ${names(missing, 'zh')}（会从详情补全）`,
          `without ${names(missing, 'en')} (read from the details)`,
        ),
    unproved.length === 0
      ? null
      : say(
          `尚未与详情核对一致：${names(unproved, 'zh')}（核对一致之前以详情为准）`,
          `not proved equal to the details yet: ${names(unproved, 'en')} (the details count until then)`,
        ),
  ].filter((part) => part !== null);
  return say(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}
