import { WechatError } from '@bangqiao/wechat';
import type { Logger } from 'pino';
import { failureOf } from '../failure.ts';
import { isQuietTime } from '../jobs/quiet-hours.ts';
import { type Channel, channelsOf } from './channels.ts';
import { lookAtAll } from './kinds.ts';
import { dueFor, keepSeen, keepTold } from './ledger.ts';
import { messageOf } from './message.ts';
import type { AlertSource } from './source.ts';

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Looks, keeps what it saw, and tells each channel what it has not heard yet; what was told survives a restart. */
export class AlertWatch {
  readonly #source: AlertSource;
  readonly #channels: readonly Channel[];
  readonly #log: Pick<Logger, 'info' | 'warn'>;
  /** Channels that failed: not before, and how long the last pause was. */
  readonly #pauses = new Map<string, { until: number; ms: number }>();

  constructor(source: AlertSource, log: Pick<Logger, 'info' | 'warn'>) {
    this.#source = source;
    this.#channels = channelsOf(source.config);
    this.#log = log;
  }

  async round(now: Date): Promise<void> {
    await keepSeen(this.#source.store, await lookAtAll(this.#source, now), now);
    if (isQuietTime(this.#source.config.alerts.quiet_hours, now)) return;
    await Promise.all(this.#channels.map((channel) => this.#tell(channel, now)));
  }

  async #tell(channel: Channel, now: Date): Promise<void> {
    const { store, config } = this.#source;
    const { name } = channel;
    if ((this.#pauses.get(name)?.until ?? 0) > now.getTime()) return;
    const due = await dueFor(store.db, name, config.alerts.repeat_hours, now);
    if (due.length === 0) return;
    try {
      await channel.send(messageOf(due, config.alerts.language));
    } catch (error) {
      this.#pause(name, error, now);
      return;
    }
    this.#pauses.delete(name);
    await keepTold(store, name, due, now.toISOString());
    this.#log.info({ channel: name, kinds: due.map(({ kind, said }) => `${kind} ${said}`) }, 'told people');
  }

  #pause(name: string, error: unknown, now: Date): void {
    const before = this.#pauses.get(name)?.ms ?? FIRST_PAUSE_MS / 2;
    const wanted = error instanceof WechatError ? (error.retryAfterMs ?? 0) : 0;
    const ms = Math.min(LONGEST_PAUSE_MS, Math.max(before * 2, wanted));
    this.#pauses.set(name, { until: now.getTime() + ms, ms });
    const { code, message } = failureOf(error);
    this.#log.warn({ channel: name, code, seconds: ms / 1000 }, `an alert was not taken: ${message.en}`);
  }
}
