import { type Bilingual, type Customer, type Language, maskPhone } from '@bangqiao/core';
import type { Command } from 'commander';
import { nameOf, type WriteContext } from '../customers/index.ts';
import { onceMore } from '../desk/once-more.ts';
import { mergeByPerson } from '../identity/merge.ts';
import { listSuggestions, type Suggestion, settlePair } from '../identity/suggestions.ts';
import { unmergeCustomer } from '../identity/unmerge.ts';
import type { Executor, Store } from '../store/index.ts';
import { rekeyVerb } from './people-rekey.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext, type Session } from './session.ts';
import { renderTable } from './table.ts';

/** `people`: who is one with whom. A customer is named as in `explain`: #number, customer number, phone, WeChat id, name. */
export function peopleVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const group = program
    .command('people')
    .description(
      text({ zh: '疑似重复的客户：查看、合并、拆分', en: 'customers who may be one: see, merge, part' }),
    );
  group.helpCommand(false);
  addVerb(group, context, {
    usage: 'list',
    summary: { zh: '疑似重复', en: 'customers who may be one' },
    work: (session) =>
      withDatabase(session, async (store) => {
        const suggestions = await listSuggestions(store.db);
        session.result({ suggestions: suggestions.map(shown) }, listText(suggestions, session.lang));
      }),
  });
  addVerb(group, context, {
    usage: 'merge <a> <b>',
    changes: true,
    summary: { zh: '合并：两位是同一位客户', en: 'make one customer of two' },
    work: (session, _options, a = '', b = '') =>
      withDatabase(session, (store) => merge(session, store, a, b)),
  });
  addVerb(group, context, {
    usage: 'unmerge <who>',
    changes: true,
    summary: {
      zh: '拆分：撤销合并，各自带回自己的消息',
      en: 'part a merge: two again, each with its own messages',
    },
    work: (session, _options, who = '') => withDatabase(session, (store) => unmerge(session, store, who)),
  });
  addVerb(group, context, {
    usage: 'apart <a> <b>',
    changes: true,
    summary: {
      zh: '不是同一位，以后不再提示、不再自动合并',
      en: 'they are two: never suggested or merged again',
    },
    work: (session, _options, a = '', b = '') =>
      withDatabase(session, (store) => apart(session, store, a, b)),
  });
  rekeyVerb(group, context);
}

function contextOf(reason: string): WriteContext {
  const { by, at } = thisPerson();
  return { by, reason, source: 'manual', runId: null, now: at };
}

async function merge(session: Session, store: Store, a: string, b: string): Promise<void> {
  const one = await oneCustomer(store, a);
  const other = await oneCustomer(store, b);
  const context = contextOf('merged by a person');
  const make = (trx: Executor) => mergeByPerson(trx, one.id, other.id, context);
  const kept = await onceMore(() => store.transaction(make, { durable: true }));
  const gone = kept.id === one.id ? other : one;
  session.result(
    { kept: kept.id, merged: gone.id },
    session.text({
      zh: `#${gone.id} ${nameOf(gone)} 已并入 #${kept.id} ${nameOf(kept)}；拆分：bangqiao people unmerge "#${gone.id}"`,
      en: `#${gone.id} ${nameOf(gone)} is one with #${kept.id} ${nameOf(kept)} now; to part them: bangqiao people unmerge "#${gone.id}"`,
    }),
  );
}

/** The number of a merged one leads to the customer that stayed: it is looked at before that. */
async function unmerge(session: Session, store: Store, who: string): Promise<void> {
  const number = /^[#＃]?\s*(\d{1,15})$/u.exec(who.trim())?.[1];
  const id = number === undefined ? (await oneCustomer(store, who)).id : Number(number);
  const context = contextOf('parted by a person');
  const part = (trx: Executor) => unmergeCustomer(trx, id, context);
  const { kept, parted } = await onceMore(() => store.transaction(part, { durable: true }));
  session.result(
    { kept: kept.id, parted: parted.id },
    session.text({
      zh: `又是两位客户：#${kept.id} ${nameOf(kept)}（${kept.message_count} 条消息），#${parted.id} ${nameOf(parted)}（${parted.message_count} 条消息）`,
      en: `Two customers again: #${kept.id} ${nameOf(kept)} (${kept.message_count} messages), #${parted.id} ${nameOf(parted)} (${parted.message_count} messages)`,
    }),
  );
}

async function apart(session: Session, store: Store, a: string, b: string): Promise<void> {
  const one = await oneCustomer(store, a);
  const other = await oneCustomer(store, b);
  const pair = one.id !== other.id;
  if (pair) await store.transaction((trx) => settlePair(trx, one.id, other.id, 'apart', thisPerson()));
  session.result(
    { apart: pair ? [one.id, other.id] : [] },
    session.text(
      pair
        ? {
            zh: `记住了：#${one.id} 和 #${other.id} 不是同一位`,
            en: `Noted: #${one.id} and #${other.id} are two`,
          }
        : { zh: '两边写的是同一位客户', en: 'Both name the same customer' },
    ),
  );
}

function shown({ a, b, ...suggestion }: Suggestion) {
  return { ...suggestion, a: brief(a), b: brief(b) };
}

function brief(customer: Customer) {
  const { id, wechat_id, phone, company_name } = customer;
  return {
    id,
    name: nameOf(customer),
    wechat_id,
    phone: phone === null ? null : maskPhone(phone),
    company_name,
  };
}

function listText(suggestions: readonly Suggestion[], lang: Language): string {
  if (suggestions.length === 0)
    return lang === 'zh' ? '没有疑似重复。' : 'Nobody looks like one and the same.';
  const headers = lang === 'zh' ? ['一位', '另一位', '依据'] : ['one', 'the other', 'why'];
  return renderTable(
    headers,
    suggestions.map(({ a, b, reasons }) => [
      `#${a.id} ${nameOf(a)}`,
      `#${b.id} ${nameOf(b)}`,
      reasons.map((reason) => reason[lang]).join(lang === 'zh' ? '、' : ', '),
    ]),
  );
}
