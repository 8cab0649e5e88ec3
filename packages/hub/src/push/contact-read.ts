import { cleanText, normalisePhone, normaliseWechatId } from '@bangqiao/core';
import type { Write } from '../journal/journal.ts';
import type { RunContext } from '../sync/context.ts';
import { isOfAnother } from './contact-lookup.ts';
import { NeedsPerson } from './outcome.ts';
import type { ReadBack } from './read-back.ts';

/** Reads a contact person under the write's own `ord`: only what stands there tells what became of a save. */
export async function readBackContact(context: RunContext, write: Write): Promise<ReadBack> {
  const reading = await context.erp.client.contacts.get(write.ord as number);
  if (!reading.found) return { kind: 'nothing' };
  const { fields } = reading.bill;
  const isOurs = !isOfAnother(fields, Number(write.subject)) && carries(fields, write.fields?.erp ?? {});
  if (!isOurs) throw anotherContact(write.ord as number, fields.person_name ?? '');
  return { kind: 'ours', bill: reading.bill };
}

/** Asked before the same `ord` is saved again: neither the record nor the company's list shows it. */
export async function surelyNoContact(context: RunContext, write: Write): Promise<boolean> {
  const ord = write.ord as number;
  const { contacts } = context.erp.client;
  if ((await contacts.get(ord)).found) return false;
  const { rows, complete } = await contacts.list(Number(write.subject));
  return complete && !rows.some((row) => row.ord === ord);
}

function carries(record: Record<string, string>, sent: Record<string, string>): boolean {
  const same = (id: string, normalise: (text: string | undefined) => string | null) => {
    const here = normalise(record[id]);
    return here !== null && here === normalise(sent[id]);
  };
  return (
    same('person_name', cleanText) || same('mobile', normalisePhone) || same('weixinAcc', normaliseWechatId)
  );
}

function anotherContact(ord: number, name: string): NeedsPerson {
  return new NeedsPerson(
    'another_customer',
    {
      zh: `ERP 联系人 ${ord} 现在是另一个人（${name}），没有写入`,
      en: `ERP contact record ${ord} is now another person (${name}); nothing was written`,
    },
    { zh: '请在 ERP 中核对这位联系人；确认后重新同步', en: 'Check this contact in the ERP, then sync again' },
  );
}
