import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { maskPrivateNumbersIn } from '@bangqiao/core';
import pino from 'pino';

/** What code logs with. Values go in the first argument: `log.info({ ord, ms }, 'customer saved')`. */
export type Log = pino.Logger;

export interface LogOptions {
  level: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  /** JSON lines are appended here; its folder is made. Null: no file. */
  file: string | null;
  /** Only warnings and errors on standard error; the file gets everything. */
  quiet?: boolean;
  /** Lines for people instead of JSON on standard error. Default: where that is a terminal. */
  readable?: boolean;
  /** Default: the process's standard error. */
  stderr?: LogStream;
}

interface LogStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

const HIDDEN = '[hidden]';
const SECRET_KEY = /passw|secret|token|session|cookie|authorization|rndcode|serialnum|^pwd?$|bank|密码|账号/i;
const SECRET_TEXT =
  /((?:password|passwd|pwd|\bpw|token|session|密码)["']?\s*[:=：]\s*["']?)(?!\[hidden\])[^\s"',;&}<>]+/gi;
const DEEPEST = 6;

/**
 * A log to standard error (a readable line on a terminal, JSON in a pipe) and to a file (JSON). Values under names of
 * secrets are hidden at any depth, phones, identity and bank cards are masked in every text. Lines are written at once: a killed process loses none.
 */
export function createLog(options: LogOptions): Log {
  const stderr: LogStream = options.stderr ?? process.stderr;
  const forPeople = options.readable ?? stderr.isTTY === true;
  const isTerminal = stderr.isTTY === true;
  const screen = { write: (line: string) => stderr.write(forPeople ? readable(line, isTerminal) : line) };
  const streams: pino.StreamEntry[] = [
    { level: options.quiet && atLeastWarn(options.level) ? 'warn' : options.level, stream: screen },
  ];
  const file = openFile(options.file);
  if (file.stream) streams.push({ level: options.level, stream: file.stream });
  const log = pino(
    {
      level: options.level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error) => error },
      hooks: {
        logMethod(args, method) {
          method.apply(this, wrapError(args).map((one) => cleaned(one)) as typeof args);
        },
      },
    },
    pino.multistream(streams),
  );
  cleanChildren(log);
  if (file.stream) FILES.set(log, file.stream);
  if (file.error) log.warn({ err: file.error, file: options.file }, 'the log file cannot be written');
  return log;
}

type LogFile = ReturnType<typeof pino.destination>;
const FILES = new WeakMap<Log, LogFile>();

/**
 * Begins the log's file anew when it is larger than `maxBytes`; the last `keep` stay as `<file>.1`, the newest, and so on. A
 * process that has the old one open writes on in there. Whether it was done.
 */
export function rotateLog(
  log: Log,
  file: string,
  { maxBytes, keep }: { maxBytes: number; keep: number },
): boolean {
  const stream = FILES.get(log);
  try {
    if (!stream || statSync(file).size <= maxBytes) return false;
    rmSync(`${file}.${keep}`, { force: true });
    for (let number = keep - 1; number >= 1; number--) {
      if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
    }
    renameSync(file, `${file}.1`);
    stream.reopen();
    return true;
  } catch (error) {
    log.warn({ err: error, file }, 'the log file could not be begun anew');
    return false;
  }
}

/** Is this a name under which a password, a token or a bank account stands? */
export function isSecretName(name: string): boolean {
  return SECRET_KEY.test(name);
}

/** What may be kept for others to read: values under names of secrets hidden, phones, identity and bank cards masked in every text. */
export function withoutSecrets(value: unknown): unknown {
  return cleaned(value);
}

/** pino hands the bindings of a child to no hook. Children inherit this method, and so do theirs. */
function cleanChildren(log: Log): void {
  const plain = log.child;
  log.child = function child(this: Log, bindings: pino.Bindings, ...rest: unknown[]) {
    return Reflect.apply(plain, this, [cleaned(bindings), ...rest]);
  } as typeof log.child;
}

function atLeastWarn(level: LogOptions['level']): boolean {
  return level !== 'error';
}

function openFile(file: string | null): { stream?: LogFile; error?: unknown } {
  if (file === null) return {};
  try {
    return { stream: pino.destination({ dest: file, append: true, mkdir: true, sync: true }) };
  } catch (error) {
    return { error };
  }
}

/** A bare error gets the key that it would have had, so that its text is cleaned as well. */
function wrapError(args: readonly unknown[]): unknown[] {
  return args[0] instanceof Error ? [{ err: args[0] }, ...args.slice(1)] : [...args];
}

function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskPrivateNumbersIn(value).replace(SECRET_TEXT, `$1${HIDDEN}`);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '…';
  if (value instanceof Date) return value;
  if (value instanceof Error) return cleanedError(value, depth);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, hides(key, held) ? HIDDEN : cleaned(held, depth + 1)]),
  );
}

function hides(key: string, held: unknown): boolean {
  const holdsText = typeof held === 'string' || typeof held === 'number' || typeof held === 'object';
  return isSecretName(key) && holdsText && held !== null;
}

function cleanedError(error: Error, depth: number): unknown {
  const { name, message, stack, cause, ...rest } = Object.assign({}, error, {
    name: error.name,
    message: error.message,
    stack: error.stack,
    cause: error.cause,
  });
  return cleaned(
    { type: name, message, ...rest, stack, ...(cause === undefined ? {} : { cause }) },
    depth + 1,
  );
}

const LABELS: Record<string, string> = {
  trace: '·',
  debug: '·',
  info: ' ',
  warn: '\u001B[33m!\u001B[39m',
  error: '\u001B[31m✗\u001B[39m',
  fatal: '\u001B[31m✗\u001B[39m',
};

/** `10:02:03 ! message  key=value`, over whatever progress line stands there. */
function readable(line: string, isTerminal: boolean): string {
  const { time, level, msg, pid: _pid, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(String(time)).toTimeString().slice(0, 8);
  const values = Object.entries(rest).map(([key, value]) => `${key}=${short(value)}`);
  const problem = (err as { message?: string } | undefined)?.message;
  if (problem && problem !== msg) values.push(problem);
  const tail = values.length > 0 ? `  \u001B[2m${values.join(' ')}\u001B[22m` : '';
  const text = `${clock} ${LABELS[String(level)] ?? ' '} ${String(msg ?? '')}${tail}\n`;
  return isTerminal ? `\r\u001B[2K${text}` : stripVTControlCharacters(text);
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
