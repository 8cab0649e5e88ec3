import { checkModelAnswer, type Fact, type ModelProblem, veilNumbers } from '@bangqiao/core';
import { sql } from 'kysely';
import type { Executor, Store } from '../store/index.ts';
import { askModel, type ModelEndpoint } from './model-call.ts';
import { type AskedMessage, keepModelFacts } from './model-facts.ts';

export interface ModelSettings extends ModelEndpoint {
  callsPerHour: number;
  /** Telephones leave as they are; else veiled. */
  sendPhones: boolean;
}

export interface ModelReaderOptions {
  store: Store;
  settings: ModelSettings;
  clock: () => Date;
  log: { info(values: object, text: string): void; warn(values: object, text: string): void };
  signal?: AbortSignal;
  /** Customers may have changed. */
  onKept?: () => void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Older ones are a past that was imported. */
const NEWEST = 20_000;
/** Below this no message says much that rules do not find. */
const LEAST_CHARACTERS = 6;
const MOST_CHARACTERS = 2000;
/** Of one message, in trouble that passes. */
const TRIES = 3;
const IDLE_MS = 60_000;
const FIRST_REST_MS = 30_000;
const MOST_REST_MS = 15 * 60_000;

/**
 * Asks a language model about what customers wrote and the rules found nothing in: after them, beside them, and never in their way.
 * Each message is asked about once (three times in trouble that passes), oldest first, within the budget of the hour, which all
 * processes on the database share.
 */
export class ModelReader {
  readonly #options: ModelReaderOptions;
  /** Troubles in a row, and until when there is rest for them, whoever wakes it. */
  #troubles = 0;
  #restUntil = 0;

  constructor(options: ModelReaderOptions) {
    this.#options = options;
  }

  /** Reads all that may be read now; the milliseconds until the next look. */
  async look(): Promise<number> {
    const { signal, clock } = this.#options;
    while (!signal?.aborted) {
      const left = this.#restUntil - clock().getTime();
      if (left > 0) return left;
      const wait = await this.#budgetIn();
      if (wait > 0) return wait;
      const message = await this.#claim();
      if (message === null) return IDLE_MS;
      await this.#read(message);
    }
    return IDLE_MS;
  }

  /** 0: there is budget left; else when to ask again. */
  async #budgetIn(): Promise<number> {
    const { store, settings, clock } = this.#options;
    const since = new Date(clock().getTime() - HOUR_MS).toISOString();
    const { spent } = await store.db
      .selectFrom('model_readings')
      .select((select) => select.fn.sum<number>('tries').as('spent'))
      .where('asked_at', '>', since)
      .executeTakeFirstOrThrow();
    return Number(spent ?? 0) < settings.callsPerHour ? 0 : IDLE_MS;
  }

  /** Marked before it is asked about: another process takes another one, and a crash costs one call. */
  async #claim(): Promise<AskedMessage | null> {
    const { store, settings, clock } = this.#options;
    const now = clock();
    return store.transaction(async (trx) => {
      const message = await nextMessage(trx, now, settings.timeoutMs);
      if (message === null) return null;
      const asked_at = now.toISOString();
      const row = await trx
        .insertInto('model_readings')
        .values({ message_id: message.id, asked_at, tries: 1, state: 'asked', problems: null, facts: 0 })
        .onConflict((conflict) =>
          conflict
            .column('message_id')
            .doUpdateSet((set) => ({ asked_at, state: 'asked', tries: set('model_readings.tries', '+', 1) }))
            .where('model_readings.asked_at', '<', asked_at),
        )
        .returning('message_id')
        .executeTakeFirst();
      return row ? message : null;
    });
  }

  async #read(message: AskedMessage): Promise<void> {
    const { settings, signal } = this.#options;
    const text = message.text.slice(0, MOST_CHARACTERS);
    const shown = settings.sendPhones ? text : veilNumbers(text);
    const answer = await askModel(settings, shown, signal);
    if (answer.kind === 'trouble') return this.#meetTrouble(message, answer.about, answer.why);
    this.#troubles = 0;
    const { facts, problems } = checkModelAnswer(answer.text, shown);
    const whole = facts.filter(({ value }) => !value.includes('*'));
    await this.#keep(message, whole, problems);
  }

  /** Trouble about one message costs that message; any other means rest, twice as long each time. */
  async #meetTrouble(message: AskedMessage, about: Trouble, why: string): Promise<void> {
    const { log, clock } = this.#options;
    log.warn({ message: message.id, why }, TROUBLES[about]);
    await this.#settleTrouble(message, about, why);
    if (about === 'message') return;
    const usual = Math.min(MOST_REST_MS, FIRST_REST_MS * 2 ** this.#troubles);
    this.#troubles += 1;
    this.#restUntil = clock().getTime() + (about === 'setup' ? MOST_REST_MS : usual);
  }

  async #keep(
    message: AskedMessage,
    facts: readonly Fact[],
    problems: readonly ModelProblem[],
  ): Promise<void> {
    const { store, clock, onKept } = this.#options;
    const kept = await store.transaction(async (trx) => {
      const count = await keepModelFacts(trx, message, facts, clock().toISOString());
      const told = problems.length === 0 ? null : JSON.stringify(problems);
      await settle(trx, message.id, { state: 'read', facts: count, problems: told });
      return count;
    });
    if (kept > 0) onKept?.();
  }

  async #settleTrouble(message: AskedMessage, about: Trouble, why: string): Promise<void> {
    const { store } = this.#options;
    await store.transaction(async (trx) => {
      const { tries } = await trx
        .selectFrom('model_readings')
        .select('tries')
        .where('message_id', '=', message.id)
        .executeTakeFirstOrThrow();
      const isOver = about === 'message' || (about === 'pass' && tries >= TRIES);
      const state = isOver ? 'failed' : 'waiting';
      await settle(trx, message.id, { state, problems: JSON.stringify([why]) });
    });
  }
}

type Trouble = 'message' | 'pass' | 'setup';

const TROUBLES = {
  message: 'the language model did not answer about a message',
  pass: 'the language model cannot be reached: asked again later',
  setup: 'the language model refuses: look at llm.base_url, llm.api_key and llm.model',
} as const;

async function settle(
  trx: Executor,
  messageId: number,
  change: { state: 'read' | 'failed' | 'waiting'; problems: string | null; facts?: number },
): Promise<void> {
  await trx.updateTable('model_readings').set(change).where('message_id', '=', messageId).execute();
}

/** What a customer wrote to us alone, today, in which the rules found nothing, and that nobody asks about now. */
async function nextMessage(trx: Executor, now: Date, timeoutMs: number): Promise<AskedMessage | null> {
  const left = new Date(now.getTime() - 2 * timeoutMs).toISOString();
  const { newest } = await trx
    .selectFrom('messages')
    .select((select) => select.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow();
  const row = await trx
    .selectFrom('messages')
    .leftJoin('model_readings', 'model_readings.message_id', 'messages.id')
    .select(['messages.id', 'messages.customer_id', 'messages.text', 'messages.at'])
    .where('messages.id', '>', Number(newest ?? 0) - NEWEST)
    .where('messages.at', '>', new Date(now.getTime() - DAY_MS).toISOString())
    .where('messages.direction', '=', 'in')
    .where('messages.kind', '=', 'text')
    .where('messages.room_id', 'is', null)
    .where('messages.recalled_at', 'is', null)
    .where('messages.customer_id', 'is not', null)
    .where(sql<number>`length(messages.text)`, '>=', LEAST_CHARACTERS)
    .where((where) =>
      where.or([
        where('model_readings.state', 'is', null),
        where('model_readings.state', '=', 'waiting'),
        where.and([where('model_readings.state', '=', 'asked'), where('model_readings.asked_at', '<', left)]),
      ]),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('customer_facts')
            .select('customer_facts.id')
            .whereRef('customer_facts.message_id', '=', 'messages.id'),
        ),
      ),
    )
    .orderBy('messages.id')
    .limit(1)
    .executeTakeFirst();
  return row ? ({ ...row, text: row.text as string } as AskedMessage) : null;
}
