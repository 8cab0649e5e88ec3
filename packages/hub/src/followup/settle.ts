import type { ZhibangError } from '@bangqiao/zhibang';
import { stopsRun } from '../erp/stopping.ts';
import { moveWrite, type Write } from '../journal/journal.ts';
import type { NeedsPerson, NotNow } from '../push/outcome.ts';
import { refusedByErp } from '../push/parking.ts';
import { backOff, note } from '../push/settle.ts';
import { now, type RunContext } from '../sync/context.ts';
import { inOneColumn } from '../words/two-languages.ts';
import { changeFollowUp } from './row.ts';

/** A plain refusal is tried again so often; then a person has to see why. */
const REFUSALS = 3;

/** What became of one follow-up in a run. */
export type Fate = 'sent' | 'doubtful' | 'waiting' | 'parked' | 'cancelled';

/** The conversation of a follow-up's write. */
export const conversationOf = ({ subject }: Pick<Write, 'subject'>) => Number(subject);

/** The ERP answers, and says no; null for trouble that passes, or that is no refusal of this follow-up. */
export function refusalOf(error: ZhibangError): NeedsPerson | null {
  return error.blame === 'business' || error.action === 'park' ? refusedByErp(error) : null;
}

const CLEAN = { error_code: null, error_message: null, next_step: null, retry_at: null };

/** What became of a call, in its write and its conversation at once. */
export async function settle(
  context: RunContext,
  write: Write,
  to: 'confirmed' | 'in_doubt',
  state: 'sent' | 'doubtful',
  words: string,
  change: object = {},
): Promise<void> {
  await context.store.transaction(
    async (trx) => {
      const outcome = to === 'confirmed' ? ({ ...CLEAN, outcome: 'sent' } as const) : {};
      await moveWrite(trx, write, to, { ...outcome, ...change, holder: null }, note(context, words));
      await changeFollowUp(trx, conversationOf(write), { state, updated_at: now(context) });
    },
    { durable: true },
  );
}

/**
 * Whether the ERP has it nobody can read: it stands on the list until a person says so (decision 0023).
 * @param said the ERP's words, where it answered with its own trouble (`保存超时`)
 */
export async function toDoubt(
  context: RunContext,
  write: Write,
  code: string,
  said: string | null = null,
): Promise<void> {
  context.log.warn({ customer: write.customer_id, code }, 'a follow-up is in doubt: a person has to look');
  const why = said === null ? 'the answer was lost' : 'the answer leaves it open';
  await settle(context, write, 'in_doubt', 'doubtful', `${code}: ${why}`, {
    error_code: code,
    error_message:
      said === null
        ? '发出后没有收到答复，ERP 里可能已有 / Sent, and no answer came: the ERP may have it'
        : `发出后 ERP 答“${said}”，可能已存入 / Sent; the ERP answered "${said}" and may have it`,
    next_step:
      '在 ERP 里看这位客户的跟进，再用 bangqiao followups there 或 send 回答 / Look at the customer in the ERP, then answer with bangqiao followups there or send',
  });
}

/** Surely not stored: a refused connection, or a plain refusal, which is parked the third time. */
export async function tryAgain(context: RunContext, write: Write, error: ZhibangError): Promise<Fate> {
  const attempts = write.attempts + 1;
  const why = stopsRun(error) ? null : refusalOf(error);
  if (why !== null && attempts >= REFUSALS) {
    await park(context, { ...write, attempts }, why);
    return 'parked';
  }
  const retryAt = new Date(context.clock().getTime() + backOff(context, attempts)).toISOString();
  await context.store.transaction(
    (trx) =>
      moveWrite(
        trx,
        write,
        'waiting',
        {
          attempts,
          retry_at: retryAt,
          holder: null,
          error_code: error.code,
          error_message: inOneColumn(why ? why.words : error.userMessage),
        },
        note(context, `${error.code}: again at ${retryAt}`),
      ),
    { durable: true },
  );
  return 'waiting';
}

/** Nothing left: it comes again after longer and longer times, and says why. */
export async function postpone(context: RunContext, planned: Write, { code, words }: NotNow): Promise<void> {
  const attempts = planned.attempts + 1;
  const retryAt = new Date(context.clock().getTime() + backOff(context, attempts)).toISOString();
  await context.store.transaction(
    async (trx) => {
      const claimed = await moveWrite(
        trx,
        planned,
        'claimed',
        { holder: context.holder, claimed_at: now(context), run_id: context.runId },
        note(context, 'claimed'),
      );
      const why = { error_code: code, error_message: inOneColumn(words) };
      const change = { ...why, attempts, retry_at: retryAt, holder: null };
      await moveWrite(trx, claimed, 'waiting', change, note(context, `${code}: again at ${retryAt}`));
    },
    { durable: true },
  );
}

export async function park(context: RunContext, write: Write, why: NeedsPerson): Promise<void> {
  context.log.warn(
    { customer: write.customer_id, code: why.code },
    `a follow-up needs a person: ${why.words.en}`,
  );
  await context.store.transaction(
    (trx) =>
      moveWrite(
        trx,
        write,
        'parked',
        {
          attempts: write.attempts,
          holder: null,
          error_code: why.code,
          error_message: inOneColumn(why.words),
          next_step: inOneColumn(why.next),
        },
        note(context, `${why.code}: ${why.words.en}`),
      ),
    { durable: true },
  );
}
