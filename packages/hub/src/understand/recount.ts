import type { Customer } from '@bangqiao/core';
import { countMessages } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { countedBeside, type Said } from './imported.ts';
import { asLastMessage, count, countPruned, emptyTalk, type Talk } from './talk.ts';
import { saveTalks, talksOf } from './talks.ts';

/** What stands beside the messages. */
interface Beside {
  /** Default: what they were counted on before. */
  base?: Talk['base'];
  /** The last contact and signs of intent as they stood on whom it is about; default: the messages alone tell them. */
  said?: Said;
}

/** Counts a customer's messages anew, those that were recalled left out: after a recall, a merge, an unmerge. */
export async function recount(
  trx: Executor,
  customer: Customer,
  now: string,
  { base, said = {} }: Beside = {},
): Promise<Customer> {
  const known = (await talksOf(trx, [customer.id])).get(customer.id);
  const { base: held, ...kept } = known ?? emptyTalk(customer);
  const { activity, intent, lastText } = emptyTalk(customer);
  const talk: Talk = { ...kept, base: base ?? held, activity, intent, lastText };
  const messages = await trx
    .selectFrom('messages')
    .select(['direction', 'kind', 'text', 'at', 'pruned', 'recalled_at'])
    .where('customer_id', '=', customer.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const { direction, kind, text, at, pruned } of messages.filter(stands))
    if (pruned === null) count(talk, { direction, at, text: kind === 'text' ? (text ?? '') : '' });
    else countPruned(talk, at, JSON.parse(pruned));
  await saveTalks(trx, [{ customerId: customer.id, talk }]);
  const recalled = messages.filter((message) => !stands(message));
  const counted = countedBeside(talk, withoutRecalled(said, recalled));
  const [after] = await countMessages(trx, [{ before: customer, counted }], now);
  return after as Customer;
}

/** It may be a message that was recalled since; or words of one, beside a later contact that an import told without any. */
function withoutRecalled(said: Said, recalled: readonly { at: string; text: string | null }[]): Said {
  const { last_message_content, ...rest } = said;
  if (recalled.some(({ at }) => Date.parse(at) === Date.parse(said.last_contact_time ?? ''))) return {};
  const isOfOne = recalled.some(({ text }) => text !== null && asLastMessage(text) === last_message_content);
  return isOfOne ? rest : said;
}

const stands = ({ recalled_at }: { recalled_at: string | null }) => recalled_at === null;
