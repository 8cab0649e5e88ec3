import type { CallRecord } from '@bangqiao/zhibang';
import { failureOf } from '../failure.ts';
import type { Hub } from '../sync/hub.ts';
import type { RunReport } from '../sync/run.ts';
import { Counter, type Family, Histogram } from './families.ts';

const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
const RUN_SECONDS = [1, 5, 15, 60, 300, 900, 3600];

const PULLED = ['created', 'updated', 'unchanged', 'failed'] as const;
const PUSHED = ['created', 'linked', 'updated', 'skipped', 'failed', 'waiting', 'parked', 'inDoubt'] as const;
const FOLLOWED = ['sent', 'doubtful', 'waiting', 'parked', 'cancelled', 'held'] as const;

/** What this process did since its start. What other processes do (commands) shows in what is read from the database. */
export class Counts {
  readonly #runs = new Counter(
    'bangqiao_runs_total',
    'Runs by kind and outcome: done, rows_failed, asked, stopped, broken_off, failed.',
  );
  readonly #runSeconds = new Histogram('bangqiao_run_seconds', 'How long runs took, by kind.', RUN_SECONDS);
  readonly #pulled = new Counter(
    'bangqiao_pulled_total',
    'Customers read from the ERP, by what became of them.',
  );
  readonly #pushed = new Counter(
    'bangqiao_pushed_total',
    'Customers pushed to the ERP, by what became of them.',
  );
  readonly #followUps = new Counter('bangqiao_follow_ups_total', 'Follow-ups, by what became of them.');
  readonly #calls = new Counter(
    'bangqiao_erp_calls_total',
    'Calls to the ERP, by address (without its query) and outcome: ok, refused (answered, but not as asked), unanswered.',
  );
  readonly #callSeconds = new Histogram(
    'bangqiao_erp_call_seconds',
    'How long the ERP took to answer, by address.',
    CALL_SECONDS,
  );

  readonly called = ({ endpoint, ok, status, ms }: Pick<CallRecord, 'endpoint' | 'ok' | 'status' | 'ms'>) => {
    const address = endpoint.split('?')[0] ?? '';
    const outcome = ok ? 'ok' : status === null ? 'unanswered' : 'refused';
    this.#calls.add({ address, outcome });
    this.#callSeconds.observe({ address }, ms / 1000);
  };

  /** The hub's runs, counted whoever asks for them. */
  counting(run: Hub['run']): Hub['run'] {
    return async (kind, options) => {
      const began = performance.now();
      const end = (outcome: string) => {
        this.#runs.add({ kind, outcome });
        this.#runSeconds.observe({ kind }, (performance.now() - began) / 1000);
      };
      try {
        const report = await run(kind, options);
        end(outcomeOf(report));
        this.#take(report);
        return report;
      } catch (error) {
        end(failureOf(error).exitCode === 3 ? 'asked' : 'failed');
        throw error;
      }
    };
  }

  families(): Family[] {
    const counters = [this.#runs, this.#pulled, this.#pushed, this.#followUps, this.#calls];
    return [...counters, this.#runSeconds, this.#callSeconds].map((one) => one.family());
  }

  #take({ pull, push, followUps }: RunReport): void {
    for (const outcome of PULLED) if (pull) this.#pulled.add({ outcome }, pull[outcome]);
    for (const outcome of PUSHED)
      if (push) this.#pushed.add({ outcome: outcome === 'inDoubt' ? 'in_doubt' : outcome }, push[outcome]);
    for (const outcome of FOLLOWED) if (followUps) this.#followUps.add({ outcome }, followUps[outcome]);
  }
}

function outcomeOf({ exitCode, stopped, brokenOff }: RunReport): string {
  if (stopped !== null) return 'stopped';
  if (exitCode === 3) return 'asked';
  if (brokenOff) return 'broken_off';
  return exitCode === 0 ? 'done' : 'rows_failed';
}
