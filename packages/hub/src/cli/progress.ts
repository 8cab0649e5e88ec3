import type { Language } from '@bangqiao/core';
import type { OutStream } from './session.ts';
import { fitWidth } from './width.ts';

/** How far a piece of work is. One label at a time. */
export interface Progress {
  start(label: string, total?: number): void;
  advance(done: number, total?: number, note?: string): void;
  finish(note: string): void;
}

export interface ProgressOptions {
  silent?: boolean;
  lang?: Language;
  /** Milliseconds; only spaces out what a terminal shows. */
  now?: () => number;
}

const REDRAW_MS = 80;
const BAR = 24;

/** A line that is drawn over on a terminal; in a pipe plain lines: at the start, at each quarter, at the end. */
export function createProgress(stream: OutStream, options: ProgressOptions = {}): Progress {
  if (options.silent) return { start() {}, advance() {}, finish() {} };
  return stream.isTTY ? terminalProgress(stream, options) : plainProgress(stream);
}

function terminalProgress(stream: OutStream, { now = () => performance.now() }: ProgressOptions): Progress {
  let label = '';
  let total: number | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (text: string) => stream.write(`\r\u001B[2K${fitWidth(text, (stream.columns || 80) - 1)}`);
  return {
    start(name, size) {
      label = name;
      total = size;
      drawnAt = Number.NEGATIVE_INFINITY;
      draw(`${label} …`);
    },
    advance(done, size, note) {
      total = size ?? total;
      const isLast = total !== undefined && done >= total;
      if (!isLast && now() - drawnAt < REDRAW_MS) return;
      drawnAt = now();
      draw(`${label} ${bar(done, total)}${note ? `  ${note}` : ''}`);
    },
    finish(note) {
      draw(`${label}  ${note}`);
      stream.write('\n');
    },
  };
}

function bar(done: number, total: number | undefined): string {
  if (!total) return `${done}`;
  const share = Math.min(1, done / total);
  const full = Math.round(share * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(share * 100)}%  ${done}/${total}`;
}

function plainProgress(stream: OutStream): Progress {
  let label = '';
  let total: number | undefined;
  let told = 0;
  const line = (text: string) => stream.write(`${text}\n`);
  return {
    start(name, size) {
      label = name;
      total = size;
      told = 0;
      line(`${label} …`);
    },
    advance(done, size, note) {
      total = size ?? total;
      const step = stepOf(done, total);
      if (step <= told || (total !== undefined && done >= total)) return;
      told = step;
      line(`${label} ${done}${total ? `/${total}` : ''}${note ? `  ${note}` : ''}`);
    },
    finish(note) {
      line(`${label}  ${note}`);
    },
  };
}

/** Quarters where the size is known, else powers of two of a thousand. */
function stepOf(done: number, total: number | undefined): number {
  if (total) return Math.floor((4 * done) / total);
  return done < 1000 ? 0 : 1 + Math.floor(Math.log2(done / 1000));
}
