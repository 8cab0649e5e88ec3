import type { Bilingual, Language, SyncField } from '@bangqiao/core';
import type { Command } from 'commander';
import type { Config } from '../config/index.ts';
import { eraseField } from '../desk/erase.ts';
import { HubError } from '../errors.ts';
import { type Erased, erasePerson } from '../privacy/erase.ts';
import { type Person, personOf } from '../privacy/person.ts';
import { type Remains, remainsOf } from '../privacy/remains.ts';
import type { Store } from '../store/index.ts';
import { beginDeed, endDeed } from '../users/audit.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext, type Session } from './session.ts';

/** `erase`: a person, whole, here; or, with a field, that field on both sides. Both because a person says so. */
export function eraseVerb(program: Command, context: CliContext): void {
  addVerb<{ yes?: boolean }>(program, context, {
    usage: 'erase <customer> [field]',
    // What was typed names the person, so an erasure keeps its own audit.
    changes: (_options, _who, field) => field !== undefined,
    summary: {
      zh: '删除一位客户的全部资料（这里）；或清空一个字段（这里和 ERP）',
      en: 'erase all of a customer, here; or empty a field, here and in the ERP',
    },
    setUp: (command, text) =>
      command.option('--yes', text({ zh: '确认删除，不能恢复', en: 'yes: it cannot be taken back' })),
    work: (session, { yes = false }, who = '', field) =>
      withDatabase(session, async (store, config) => {
        const customer = await oneCustomer(store, who);
        if (field !== undefined) return await eraseOneField(session, store, customer.id, field);
        if (!yes) {
          const person = await personOf(store.db, customer);
          throw notConfirmed(person, await remainsOf(store.db, person));
        }
        const { erased, remains } = await eraseWhole(store, config, customer.id);
        const document = { erased: { customer: customer.id, ...erased }, in_erp: remains };
        session.result(document, erasedText(customer.id, erased, remains, session.lang));
      }),
  });
}

async function eraseOneField(session: Session, store: Store, id: number, field: string): Promise<void> {
  const { inErp } = await eraseField(store, id, field as SyncField, thisPerson());
  const later = { zh: '；ERP 中的值下次同步清空', en: "; the ERP's value goes with the next sync" };
  const said = {
    zh: `已清空 ${field}${inErp ? later.zh : ''}`,
    en: `${field} is empty${inErp ? later.en : ''}`,
  };
  session.result({ erased: { customer: id, field, inErp } }, session.text(said));
}

/** In the audit stands the number alone. */
async function eraseWhole(store: Store, { folder, logging }: Config, customerId: number) {
  const { by, at } = thisPerson();
  const subject = `#${customerId}`;
  const deed = { who: by, userId: null, via: 'cli', action: 'erase', subject } as const;
  const id = await beginDeed(store.db, deed, at);
  try {
    const done = await erasePerson(store, customerId, { by, at, folder, logFile: logging.file });
    await endDeed(store.db, id, { outcome: 'done' });
    return done;
  } catch (error) {
    await endDeed(store.db, id, {
      outcome: 'refused',
      ...(error instanceof HubError ? { code: error.code } : {}),
    });
    throw error;
  }
}

/** What an office would ask after; the rest is told as one number, and by name in `--json`. */
const NAMES: Readonly<Record<string, Bilingual>> = {
  messages: { zh: '消息', en: 'messages' },
  conversations: { zh: '会话', en: 'conversations' },
  customer_facts: { zh: '提取的资料', en: 'extracted values' },
  field_change_history: { zh: '变更历史', en: 'changes' },
  decisions: { zh: '判定', en: 'decisions' },
  conflicts: { zh: '冲突', en: 'conflicts' },
  follow_ups: { zh: '跟进', en: 'follow-ups' },
  pictures: { zh: '执照图片', en: 'licences' },
  logs: { zh: '日志', en: 'log rows' },
};

function erasedText(id: number, erased: Erased, remains: Remains, lang: Language): string {
  const parts = Object.entries(NAMES).flatMap(([what, name]) => {
    const count = erased[what] ?? 0;
    return count > 0 ? [`${name[lang]} ${count}`] : [];
  });
  const others = Object.entries(erased).reduce((sum, [what, n]) => (what in NAMES ? sum : sum + n), 0);
  if (others > 0) parts.push(`${lang === 'zh' ? '其他' : 'others'} ${others}`);
  const done =
    lang === 'zh'
      ? `客户 #${id} 已删除（${parts.join('，')}）。`
      : `Customer #${id} is erased (${parts.join(', ')}).`;
  return [done, remainsText(remains, lang), BACKUPS[lang]].join('\n');
}

const BACKUPS = {
  zh: '之前做的备份里仍有这位客户，到期请删除。',
  en: 'Backups made before still hold this customer: delete them when they are due.',
} as const;

function remainsText({ customer, contact, followUps }: Remains, lang: Language): string {
  const zh = [
    customer && `客户 ${customer.ord}${customer.khid === null ? '' : `（${customer.khid}）`}`,
    contact && `联系人 ${contact.id}${contact.of === null ? '' : `（客户 ${contact.of} 名下）`}`,
    followUps > 0 && `跟进 ${followUps} 条`,
  ].filter(Boolean);
  const en = [
    customer && `customer ${customer.ord}${customer.khid === null ? '' : ` (${customer.khid})`}`,
    contact && `contact person ${contact.id}${contact.of === null ? '' : ` (of customer ${contact.of})`}`,
    followUps > 0 && `${followUps} follow-up${followUps === 1 ? '' : 's'}`,
  ].filter(Boolean);
  if (zh.length === 0)
    return lang === 'zh' ? 'ERP 中没有这位客户。' : 'Nothing of this customer is in the ERP.';
  return lang === 'zh'
    ? `ERP 中仍有：${zh.join('、')}。需要时请在 ERP 中删除；以后的同步不会再把它取回来。`
    : `Still in the ERP: ${en.join(', ')}. Delete it there if it has to go; no sync brings it back here.`;
}

function notConfirmed({ customer, messages, ids }: Person, remains: Remains): HubError {
  const merged = ids.length - 1;
  return new HubError({
    code: 'erase_not_confirmed',
    exitCode: 3,
    zh: `将删除客户 #${customer.id} 的全部资料：${messages.length} 条消息、历史、判定、跟进文字、执照图片${merged > 0 ? `，以及合并进来的 ${merged} 位` : ''}。不能恢复。\n${remainsText(remains, 'zh')}`,
    en: `This erases all of customer #${customer.id}: ${messages.length} messages, history, decisions, texts of follow-ups, licences${merged > 0 ? `, and ${merged} that became one with it` : ''}. It cannot be taken back.\n${remainsText(remains, 'en')}`,
    nextZh: '需要留一份的先导出（bangqiao export）；确定要删除，加 --yes',
    nextEn: 'Export first what has to be handed over (bangqiao export); then add --yes',
  });
}
