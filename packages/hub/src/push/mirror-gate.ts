import { type Customer, type ErpRecord, isMasked, toHalfWidth } from '@bangqiao/core';
import { MASKED_MOBILE } from '../pull/columns.ts';
import type { Executor } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { type MayCreate, NotNow } from './outcome.ts';

/** What a run knows of the phones that its mirror lacks. */
interface Gate {
  /** Nobody is created. */
  closed: NotNow | null;
  /** The open ends of phones that details show masked. */
  masked: [head: string, tail: string][];
}

/**
 * No create while the mirror's last full sweep is unknown or incomplete, or lacks phones, unless a person waives it: a
 * customer could be there without our knowing. A phone that stays hidden holds up those only who fit its open ends; a record
 * that shows nothing, masked wholly, holds nobody: the look-up knows it by name and number, and the ERP's search by its phone. The mirror
 * is asked once a run.
 */
export function mirrorGate(context: RunContext): MayCreate {
  let gate: Promise<Gate> | null = null;
  return async (customer) => {
    if (context.settings.waiveMirror) return null;
    gate ??= askMirror(context);
    const { closed, masked } = await gate;
    return closed ?? (customer && mayBeHidden(customer, masked) ? phoneHidden() : null);
  };
}

async function askMirror(context: RunContext): Promise<Gate> {
  const { db } = context.store;
  const sweep = await db
    .selectFrom('sweeps')
    .selectAll()
    .where('state', 'in', ['complete', 'incomplete'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (sweep?.state !== 'complete') return { closed: mirrorIncomplete(), masked: [] };
  const unread = await db
    .selectFrom('erp_mirror')
    .select('ord')
    .where('needs_detail', '=', 'phone')
    .where('presence', '=', 'present')
    .limit(1)
    .executeTakeFirst();
  if (unread) return { closed: mirrorLacksPhones(), masked: [] };
  return { closed: null, masked: [...(await shownInstead(db))].flatMap(openEnds) };
}

const ROWS_AT_ONCE = 1000;

/** What details show where a phone stays hidden. */
async function shownInstead(db: Executor): Promise<Set<string>> {
  const shown = new Set<string>();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('erp_mirror')
      .select(['ord', 'record'])
      .where('needs_detail', 'in', ['hidden', 'changed'])
      .where('presence', '=', 'present')
      .where('ord', '>', after)
      .orderBy('ord')
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const { record } of rows) {
      const { mobile, [MASKED_MOBILE]: text } = JSON.parse(String(record)) as ErpRecord;
      if (mobile === undefined && text !== undefined) shown.add(text);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return shown;
    after = last.ord;
  }
}

/** With fewer digits open a text fits so many phones that it says nothing. */
const DIGITS_THAT_TELL = 3;

/**
 * Of `138****8888` the digits before and after, without a prefix `+86`; of each number, where a field holds several. One that
 * is masked wholly is left out: it would fit everybody.
 */
export function openEnds(text: string): [head: string, tail: string][] {
  const ends = numbersIn(toHalfWidth(text)).map((number): [string, string] => {
    const parts = number.replace(/^\s*(\+|00)?86[\s-]*/, '').split(/[*•●]+/);
    return [digitsOf(parts[0]), digitsOf(parts.at(-1))];
  });
  return ends.filter(([head, tail]) => head.length + tail.length >= DIGITS_THAT_TELL);
}

const WHOLE_NUMBER = 7;

function numbersIn(text: string): string[] {
  return text.split(/[/,;|、]/).flatMap((part) => {
    const pieces = part.trim().split(/\s+/);
    // Blanks also stand inside one number: `138 **** 8888`.
    return pieces.every(({ length }) => length >= WHOLE_NUMBER) ? pieces : [part];
  });
}

function digitsOf(part: string | undefined): string {
  return (part ?? '').replace(/\D/g, '');
}

function mayBeHidden({ phone }: Customer, masked: Gate['masked']): boolean {
  if (phone === null || isMasked(phone)) return false;
  return masked.some(([head, tail]) => phone.startsWith(head) && phone.endsWith(tail));
}

function mirrorIncomplete(): NotNow {
  return new NotNow('mirror_incomplete', {
    zh: '最近一次全量核对没有完整读完 ERP 客户，暂不新建，以免重复',
    en: 'The last full sweep did not see every ERP customer: nothing is created, lest it be doubled',
  });
}

function mirrorLacksPhones(): NotNow {
  return new NotNow('mirror_lacks_phones', {
    zh: '还有 ERP 客户的手机号没有读到，暂不新建，以免重复',
    en: 'The phones of some ERP customers are not read yet: nothing is created, lest it be doubled',
  });
}

export function phoneHidden(): NotNow {
  return new NotNow('phone_hidden', {
    zh: '有 ERP 客户的手机号被打码或无权查看，可能就是这个号码，暂不新建，以免重复',
    en: 'The ERP hides the phones of some customers, and one of them may be this one: not created, lest it be doubled',
  });
}
