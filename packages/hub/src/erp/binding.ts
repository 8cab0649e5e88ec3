import { isMasked, isShortened, type Language } from '@bangqiao/core';
import type { ListPage } from '@bangqiao/zhibang';
import { HubError } from '../errors.ts';
import type { Store } from '../store/index.ts';

/** Which ERP this database belongs to. A stand-in ERP is one whatever port it listens on. */
export interface Identity {
  kind: 'erp' | 'stand-in';
  base_url: string;
  account: string;
}

/** Known customers of the first sweep: `[ord, name]`, so that another ERP behind the same address is noticed. */
type Fingerprint = [ord: number, name: string][];

const SAMPLE = 40;
/** Records known by name are looked for one by one, where the first page does not tell, until so many are there. */
const READ = 5;
/** Fewer customers than this tell nothing. */
const ENOUGH = 5;

/** Refuses a database that belongs to another ERP (statement 10). A fresh one is bound by its first sweep, not by a typo. */
export async function checkBinding(store: Store, identity: Identity): Promise<void> {
  const bound = await store.db.selectFrom('erp_binding').selectAll().where('id', '=', 1).executeTakeFirst();
  if (!bound) return;
  const same =
    bound.kind === identity.kind &&
    bound.account === identity.account &&
    (identity.kind === 'stand-in' || bound.base_url === identity.base_url);
  if (!same) throw otherErp(bound as unknown as Identity, identity);
}

/** A person says that it is the same ERP at a new address or under a new account. The fingerprint stays and is checked. */
export async function rebind(store: Store, identity: Identity, at: string): Promise<void> {
  await store.transaction(async (trx) => {
    await trx
      .insertInto('erp_binding')
      .values({ id: 1, ...identity, fingerprint: null, bound_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...identity, bound_at: at }))
      .execute();
  });
}

/**
 * Compares what a sweep sees first with the customers that the last ones saw there. Names may be edited, so two thirds must
 * differ before it is called another ERP; where the first page shows only a few of them, more are read one by one. What is
 * remembered moves on with the ERP: over the years its first customers are renamed and deleted.
 */
export async function checkFingerprint(
  store: Store,
  identity: Identity,
  at: string,
  page: ListPage,
  look: {
    /** A row's name as the list shows it. */
    nameOf: (row: ListPage['rows'][number]) => string | undefined;
    /** A record's own name; null when it is not there. */
    readName: (ord: number) => Promise<string | null>;
  },
): Promise<void> {
  const bound = await store.db.selectFrom('erp_binding').selectAll().where('id', '=', 1).executeTakeFirst();
  if (page.rows.length === 0) return;
  const names = new Map(page.rows.map((row) => [row.ord, wholeName(look.nameOf(row))]));
  const keep = async () => {
    const fingerprint = JSON.stringify(await sample(names, look.readName));
    await store.transaction(async (trx) => {
      await trx
        .insertInto('erp_binding')
        .values({ id: 1, ...identity, fingerprint, bound_at: at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ fingerprint }))
        .execute();
    });
  };
  if (!bound || bound.fingerprint === null) return keep();
  const remembered = JSON.parse(String(bound.fingerprint)) as Fingerprint;
  const known = remembered.filter(([, name]) => wholeName(name) !== undefined);
  const isEnough = names.size >= ENOUGH;
  if (known.length < ENOUGH) return isEnough ? keep() : undefined;
  const seen: Fingerprint = known.flatMap(([ord]) => {
    const name = names.get(ord);
    return name === undefined ? [] : [[ord, name]];
  });
  let missing = 0;
  let veiled = 0;
  for (const [ord] of known.filter(([one]) => names.get(one) === undefined)) {
    if (seen.length >= READ) break;
    const name = await look.readName(ord);
    const whole = wholeName(name ?? undefined);
    if (whole !== undefined) seen.push([ord, whole]);
    else if (name === null) missing += 1;
    else veiled += 1;
  }
  const before = new Map(known);
  const strangers = seen.filter(([ord, name]) => !alike(before.get(ord) ?? '', name)).length;
  const same = seen.length - strangers;
  // Records that are gone alone tell nothing: they may have been deleted. Beside a strange name, and few others, they count.
  const absent = seen.length < READ ? missing : 0;
  // Another ERP has hardly one of these names under its number; the same one after a restored backup still has some.
  const isOther = strangers > 0 && strangers + absent > 2 * same;
  if (seen.length + veiled === 0 || isOther) throw otherCustomers(String(bound.base_url));
  if (isEnough && (strangers > 0 || seen.length < known.length)) await keep();
}

/** The names of some customers; read one by one where the list does not tell enough. */
async function sample(
  names: ReadonlyMap<number, string | undefined>,
  readName: (ord: number) => Promise<string | null>,
): Promise<Fingerprint> {
  const shown = [...names].filter((entry): entry is [number, string] => entry[1] !== undefined);
  if (shown.length >= Math.min(ENOUGH, names.size)) return shown.slice(0, SAMPLE);
  const read: Fingerprint = [];
  for (const ord of [...names.keys()].slice(0, 2 * READ)) {
    const name = wholeName((await readName(ord)) ?? undefined);
    if (name !== undefined) read.push([ord, name]);
  }
  return read;
}

/**
 * Lists shorten names, and people correct them: the beginning decides. Companies of one town all begin alike, so it is
 * half of the shorter name at least.
 */
function alike(a: string, b: string): boolean {
  const length = Math.max(BEGINNING, Math.ceil(Math.min(a.length, b.length) / 2));
  return a.slice(0, length) === b.slice(0, length);
}

const BEGINNING = 4;

/** Undefined for a name that is masked, or cut before its beginning ends: it tells nothing. */
function wholeName(name: string | undefined): string | undefined {
  if (name === undefined || isMasked(name)) return undefined;
  return isShortened(name.slice(0, BEGINNING + 1)) ? undefined : name;
}

function otherErp(bound: Identity, wanted: Identity): HubError {
  return new HubError({
    code: 'other_erp',
    exitCode: 2,
    zh: `这个数据库属于另一套 ERP（${name(bound, 'zh')}），现在配置的是 ${name(wanted, 'zh')}。什么都没有改动。`,
    en: `This database belongs to another ERP (${name(bound, 'en')}); the configuration names ${name(wanted, 'en')}. Nothing was changed.`,
    nextZh:
      '如果是同一套 ERP 换了地址或账号：bangqiao rebind --same-erp；否则请换一个新的数据库文件（database.file）。',
    nextEn:
      'If it is the same ERP at a new address or account: bangqiao rebind --same-erp. Otherwise use a fresh database file (database.file).',
  });
}

function otherCustomers(baseUrl: string): HubError {
  return new HubError({
    code: 'other_erp',
    exitCode: 2,
    zh: `${baseUrl} 上的客户与这个数据库第一次核对时的客户对不上，很可能是另一套 ERP。什么都没有改动。`,
    en: `The customers at ${baseUrl} are not those that this database first saw there: probably another ERP. Nothing was changed.`,
    nextZh: '请核对 ERP 地址；如需连接另一套 ERP，请换一个新的数据库文件（database.file）。',
    nextEn: 'Check the ERP address; for another ERP use a fresh database file (database.file).',
  });
}

function name(identity: Identity, lang: Language): string {
  if (identity.kind === 'stand-in')
    return lang === 'zh' ? '演示用的模拟 ERP' : 'the stand-in ERP of the demo';
  return `${identity.base_url} · ${identity.account}`;
}
