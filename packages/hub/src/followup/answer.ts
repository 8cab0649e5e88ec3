import type { Author } from '../author.ts';
import { onceMore } from '../desk/once-more.ts';
import { HubError } from '../errors.ts';
import { moveWrite, readWrite, touchWrite, type Write } from '../journal/journal.ts';
import type { Executor, Store } from '../store/index.ts';
import { type FollowUpView, oneFollowUp } from './read.ts';
import { changeFollowUp } from './row.ts';

/** What a person says of a follow-up. */
export type Answer = 'there' | 'send' | 'skip';

/**
 * A person's word: `there`, the ERP has it; `send`, it is not there, or may leave although it was held, and goes with the next
 * round; `skip`, it is not wanted.
 * @throws HubError `no_follow_up`, `follow_up_not_open`, `customer_moved`
 */
export async function answerFollowUp(
  store: Store,
  id: number,
  answer: Answer,
  person: Author,
): Promise<FollowUpView> {
  await onceMore(() => store.transaction((trx) => carryOut(trx, id, answer, person), { durable: true }));
  return oneFollowUp(store.db, id);
}

async function carryOut(trx: Executor, id: number, answer: Answer, person: Author): Promise<void> {
  const followUp = await oneFollowUp(trx, id);
  const write = await readWrite(trx, followUp.write_id);
  if (!MAY[answer].includes(write.state)) throw notOpen(followUp, answer);
  await ANSWERS[answer](trx, write, person);
}

/** States of the write in which an answer makes sense: only what was sent can be there. */
const MAY: Readonly<Record<Answer, readonly Write['state'][]>> = {
  there: ['in_doubt'],
  send: ['planned', 'waiting', 'parked', 'in_doubt'],
  skip: ['planned', 'waiting', 'parked', 'in_doubt'],
};

const CLEAN = { error_code: null, error_message: null, next_step: null, holder: null };

const ANSWERS: Readonly<Record<Answer, (trx: Executor, write: Write, person: Author) => Promise<void>>> = {
  async there(trx, write, { by, at }) {
    const change = { ...CLEAN, outcome: 'there' } as const;
    await moveWrite(trx, write, 'confirmed', change, { by, at, note: 'a person saw it in the ERP' });
    await changeFollowUp(trx, Number(write.subject), { state: 'there', updated_at: at });
  },
  async send(trx, write, { by, at }) {
    const change = { ...CLEAN, passed_at: at, retry_at: at, attempts: 0 };
    const note = { by, at, note: 'a person said: send it' };
    if (write.state === 'parked') await moveWrite(trx, write, 'planned', change, note);
    else if (write.state === 'in_doubt') await moveWrite(trx, write, 'waiting', change, note);
    else await touchWrite(trx, write, change, note);
    await changeFollowUp(trx, Number(write.subject), { state: 'planned', updated_at: at });
  },
  async skip(trx, write, { by, at }) {
    const note = { by, at, note: 'a person said: leave it out' };
    const free = write.state === 'in_doubt' ? await moveWrite(trx, write, 'parked', CLEAN, note) : write;
    await moveWrite(trx, free, 'cancelled', CLEAN, note);
    await changeFollowUp(trx, Number(write.subject), { state: 'cancelled', updated_at: at });
  },
};

function notOpen({ id, standing }: FollowUpView, answer: Answer): HubError {
  return new HubError({
    code: 'follow_up_not_open',
    exitCode: 2,
    zh: `跟进 ${id} 现在是“${standing}”，不能${WORDS[answer].zh}`,
    en: `Follow-up ${id} is ${standing} now: it cannot be ${WORDS[answer].en}`,
    nextZh: `看看它：bangqiao followups show ${id}`,
    nextEn: `Look at it: bangqiao followups show ${id}`,
  });
}

const WORDS = {
  there: { zh: '算作已在 ERP', en: 'called there' },
  send: { zh: '发送', en: 'sent' },
  skip: { zh: '略过', en: 'left out' },
} as const;
