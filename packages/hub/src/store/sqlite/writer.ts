import { Worker } from 'node:worker_threads';
import type { Answer, Request } from './statements.ts';

/** A statement; a file to open; `close`, or the text of what begins or ends a transaction. */
export type Question = Request | { open: string } | string;
/** What is told is not answered. */
export type Task = Question | { told: Request };

export type Reply = { answer: Answer | null } | { error: { message: string } & Record<string, unknown> };

/** It bounds the memory: each may hold hundreds of rows. */
const MOST_TOLD = 16;

interface Waiting {
  resolve(answer: Answer | null): void;
  reject(error: unknown): void;
}

/** Threads whose database is closed wait for the next one: to begin a thread is 27 ms of work (measured). */
const idle = new Set<Worker>();
const MOST_IDLE = 4;

/** The connection that writes, in a thread of its own. The thread keeps the program alive only while it has something to do. */
export class Writer {
  readonly #thread: Worker;
  /** In the order of asking, which is the order of the replies. */
  readonly #waiting: Waiting[] = [];
  #ended: Error | undefined;
  /** Since the last question. */
  #told = 0;

  constructor() {
    this.#thread = takeIdle() ?? newThread();
    this.#thread.on('message', (reply: Reply) => this.#take(reply));
    this.#thread.on('error', (error) => this.#end(error));
    this.#thread.on('exit', () => this.#end(CLOSED()));
  }

  /** Errors are as `node:sqlite` throws them: `errcode` is SQLite's. */
  async ask(task: Question): Promise<Answer | null> {
    if (this.#ended) throw this.#ended;
    this.#told = 0;
    return await new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) this.#thread.ref();
      this.#waiting.push({ resolve, reject });
      this.#thread.postMessage(task);
    });
  }

  /** Without waiting: what fails is thrown by the next `ask`, which does nothing else then. */
  async tell(request: Request): Promise<void> {
    if (this.#ended) throw this.#ended;
    if (this.#told === MOST_TOLD) return void (await this.ask(request));
    this.#told += 1;
    this.#thread.postMessage({ told: request } satisfies Task);
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    const closed = this.ask('close');
    // From here on nobody asks or tells anything: the thread may be another database's next.
    this.#ended = CLOSED();
    try {
      await closed;
    } catch (error) {
      await this.#thread.terminate();
      throw error;
    }
    silence(this.#thread);
    if (idle.size < MOST_IDLE) rest(this.#thread);
    else await this.#thread.terminate();
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#thread.unref();
    if ('answer' in reply) waiting?.resolve(reply.answer);
    else waiting?.reject(Object.assign(new Error(reply.error.message), reply.error));
  }

  #end(error: unknown): void {
    this.#ended ??= error instanceof Error ? error : new Error(String(error));
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}

const CLOSED = () => new Error('the database connection is closed');

function newThread(): Worker {
  const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  thread.unref();
  return thread;
}

function rest(thread: Worker): void {
  idle.add(thread);
  const isGone = () => idle.delete(thread);
  thread.on('error', isGone);
  thread.on('exit', isGone);
}

function takeIdle(): Worker | undefined {
  const [thread] = idle;
  if (!thread) return;
  idle.delete(thread);
  silence(thread);
  return thread;
}

/** One by one: listeners of Node's own start and stop the thread's messages. */
function silence(thread: Worker): void {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
}
