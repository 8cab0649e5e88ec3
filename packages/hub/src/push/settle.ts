import { ZhibangError } from '@bangqiao/zhibang';
import { CustomerMoved } from '../customers/index.ts';
import { moveWrite, touchWrite, type Write, WriteMoved } from '../journal/journal.ts';
import { CUSTOMER_KINDS, isOneOf, SECOND_KINDS } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { inOneColumn } from '../words/two-languages.ts';
import { NeedsPerson, NotNow, type PushOutcome } from './outcome.ts';
import { refusedByErp } from './parking.ts';
import { logPush } from './push-log.ts';

/** One write's trouble, put into its state: to wait with a time, to be parked with a next step, or to stay in doubt. */
export async function settleTrouble(context: RunContext, write: Write, error: unknown): Promise<PushOutcome> {
  if (error instanceof WriteMoved) return 'waiting';
  if (error instanceof NeedsPerson) return park(context, write, error);
  if (write.state === 'in_doubt') return stayInDoubt(context, write, error);
  if (mayHaveLeft(write, error)) return doubt(context, write, 'answer_lost', String(error));
  if (error instanceof CustomerMoved)
    return wait(context, write, 'customer_moved', '客户资料正在被修改 / The customer was being changed');
  if (error instanceof NotNow) return wait(context, write, error.code, inOneColumn(error.words));
  if (error instanceof ZhibangError) return erpTrouble(context, write, error);
  return internal(context, write, error);
}

/** A save is read back before it is repeated; a step that cannot be repeated is in doubt whatever went wrong once it was sent. */
function mayHaveLeft({ kind, state }: Write, error: unknown): boolean {
  if (state !== 'sent' || !isOneOf(SECOND_KINDS, kind)) return false;
  return !(error instanceof ZhibangError) || error.effect === 'unknown';
}

function erpTrouble(context: RunContext, write: Write, error: ZhibangError): Promise<PushOutcome> {
  const words = inOneColumn(error.userMessage);
  if (write.state === 'sent' && error.effect === 'unknown') return doubt(context, write, error.code, words);
  const isConfig = error.blame === 'config' && error.action !== 'park';
  if (error.blame === 'transient' || isConfig || error.code === 'aborted') {
    return wait(context, write, error.code, words);
  }
  return park(context, write, refusedByErp(error));
}

async function wait(context: RunContext, write: Write, code: string, words: string): Promise<PushOutcome> {
  const attempts = write.attempts + 1;
  context.log.info({ customer: write.customer_id, code }, 'a write waits and is tried again by itself');
  const retryAt = new Date(context.clock().getTime() + backOff(context, attempts)).toISOString();
  await inTransaction(context, async (trx) => {
    await moveWrite(
      trx,
      write,
      'waiting',
      { attempts, retry_at: retryAt, holder: null, error_code: code, error_message: words },
      note(context, `${code}: again at ${retryAt}`),
    );
  });
  return 'waiting';
}

/** Doubles from one `retry_interval` to at most sixty of them, with jitter; never a reason to park. */
export function backOff(context: RunContext, attempts: number): number {
  const first = context.settings.retryInterval * 1000;
  const full = Math.min(60 * first, first * 2 ** Math.min(attempts - 1, 10));
  return full * (0.5 + context.random() / 2);
}

async function doubt(context: RunContext, write: Write, code: string, words: string): Promise<PushOutcome> {
  await inTransaction(context, async (trx) => {
    await moveWrite(
      trx,
      write,
      'in_doubt',
      { error_code: code, error_message: words },
      note(context, `${code}: the answer was lost`),
    );
  });
  return 'inDoubt';
}

async function stayInDoubt(context: RunContext, write: Write, error: unknown): Promise<PushOutcome> {
  context.log.warn({ customer: write.customer_id, ord: write.ord, err: error }, 'a write stays in doubt');
  if (error instanceof ZhibangError && error.code !== write.error_code) {
    const why = { error_code: error.code, error_message: inOneColumn(error.userMessage) };
    const said = note(context, `still in doubt: ${error.code}`);
    await inTransaction(context, async (trx) => {
      await touchWrite(trx, write, why, said);
    });
  }
  return 'inDoubt';
}

export async function park(context: RunContext, write: Write, why: NeedsPerson): Promise<PushOutcome> {
  context.log.warn(
    { customer: write.customer_id, code: why.code },
    `a write needs a person: ${why.words.en}`,
  );
  await inTransaction(context, async (trx) => {
    await moveWrite(
      trx,
      write,
      'parked',
      {
        holder: null,
        error_code: why.code,
        error_message: inOneColumn(why.words),
        next_step: inOneColumn(why.next),
      },
      note(context, `${why.code}: ${why.words.en}`),
    );
    if (isOneOf(CUSTOMER_KINDS, write.kind)) await markFailed(trx, write.customer_id, why.words.zh);
    await logFailure(trx, context, write, why.code, why.words.zh);
  });
  return 'parked';
}

async function markFailed(trx: Executor, customerId: number, why: string): Promise<void> {
  await trx
    .updateTable('customers_unified')
    .set({ erp_sync_status: 'failed', erp_sync_error: why })
    .where('id', '=', customerId)
    .execute();
}

async function internal(context: RunContext, write: Write, error: unknown): Promise<PushOutcome> {
  context.log.error({ customer: write.customer_id, err: error }, 'a write failed');
  await wait(context, write, 'internal', String(error));
  await context.store.transaction((trx) => logFailure(trx, context, write, 'internal', String(error)));
  return 'failed';
}

async function logFailure(trx: Executor, context: RunContext, write: Write, code: string, message: string) {
  await logPush(trx, context, write, {
    sync_result: 'failed',
    erp_customer_id: write.ord,
    error_code: code,
    error_message: message,
  });
}

function inTransaction(context: RunContext, work: (trx: Executor) => Promise<void>): Promise<void> {
  return context.store.transaction(work, { durable: true });
}

export function note(context: RunContext, text: string) {
  return { by: context.by, at: now(context), note: text };
}
