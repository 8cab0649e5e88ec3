import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ErpAccess } from '../packages/hub/src/erp/access.ts';
import { type Holder, holderOf } from '../packages/hub/src/store/holder.ts';
import type { Store } from '../packages/hub/src/store/index.ts';

/** The process died here. */
export class Crash extends Error {}

/**
 * A process that dies at its N-th step: a step is what has an effect outside the process, that is each side of each
 * database transaction and of each call to the ERP. Dead, it neither commits nor calls any more.
 */
export class Mortal {
  #left: number;
  dead = false;
  /** Deaths between an effect and its answer. */
  afterEffect = false;

  /** What others see of it: a process that lives until it dies, so that nobody takes its work over before. */
  readonly #body = spawn('sleep', ['600'], { stdio: 'ignore' });

  constructor(steps: number) {
    this.#left = steps;
  }

  get holder(): Holder {
    return holderOf('mortal', this.#body.pid as number);
  }

  /** It ends as everybody does. */
  async end(): Promise<void> {
    if (this.#body.exitCode !== null || this.#body.signalCode !== null) return;
    const end = once(this.#body, 'exit');
    this.#body.kill('SIGKILL');
    await end;
  }

  step(afterEffect: boolean): void {
    if (this.dead) throw new Crash();
    this.#left -= 1;
    if (this.#left > 0) return;
    this.dead = true;
    this.#body.kill('SIGKILL');
    this.afterEffect = afterEffect;
    throw new Crash();
  }

  store(store: Store): Store {
    return {
      ...store,
      transaction: async (work, options) => {
        this.step(false);
        const answer = await store.transaction(async (trx) => {
          if (this.dead) throw new Crash();
          return await work(trx);
        }, options);
        this.step(true);
        return answer;
      },
    };
  }

  erp(erp: ErpAccess): ErpAccess {
    return { ...erp, client: this.#calls(erp.client) };
  }

  /** Every method, however deep, with a step before it and, once it answered, one after. */
  #calls<T extends object>(target: T): T {
    const mortal = this;
    return new Proxy(target, {
      get(from, name) {
        const value = Reflect.get(from, name) as unknown;
        if (typeof value === 'function') {
          return (...given: unknown[]) => {
            mortal.step(false);
            const answer = value.apply(from, given) as unknown;
            if (!(answer instanceof Promise)) return answer;
            return answer.then((it: unknown) => {
              mortal.step(true);
              return it;
            });
          };
        }
        return typeof value === 'object' && value !== null ? mortal.#calls(value) : value;
      },
    });
  }
}
