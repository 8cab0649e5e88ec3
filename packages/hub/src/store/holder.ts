import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that holds something: a lease, a claim in the journal, a lock on a key. */
export interface Holder {
  /** For people: `sync (cli)`, `service`. */
  label: string;
  host: string;
  pid: number;
  /** When the process began, as its system says it; tells it from a later process of the same number. */
  started: string;
}

/** This process. */
export function thisHolder(label: string): Holder {
  return holderOf(label, process.pid);
}

/** A process of this machine. */
export function holderOf(label: string, pid: number): Holder {
  return { label, host: hostname(), pid, started: processStart(pid) ?? 'unknown' };
}

/**
 * False only when it is certain that the holder is gone: its process on this machine has ended. A holder on another
 * machine counts as alive.
 */
export function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  return processStart(holder.pid) === holder.started;
}

/** The same for a holder as it stands in a column; text that is no holder's counts as gone. */
export function holderIsAlive(text: string): boolean {
  const holder = parseHolder(text);
  return holder !== undefined && isAlive(holder);
}

/**
 * Whether what a holder has (a claim in the journal, a lock on a key) still is its own, asked by whoever has the right to run. One
 * run at a time works on a database, so a run of another machine has ended, or was not heard of for a minute: what it had is free.
 */
export function holdsStill(text: string): boolean {
  return parseHolder(text)?.host === hostname() && holderIsAlive(text);
}

export function parseHolder(text: string): Holder | undefined {
  try {
    const { label, host, pid, started } = JSON.parse(text);
    if ([label, host, started].every((part) => typeof part === 'string') && Number.isSafeInteger(pid)) {
      return { label, host, pid, started };
    }
  } catch {
    return undefined;
  }
  return undefined;
}

function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStart(pid);
  if (process.platform === 'win32') return isRunning(pid) ? 'unknown' : undefined;
  return portableStart(pid);
}

/** Ticks since boot, with the boot they count from: a restarted machine hands out the same numbers again. */
function linuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field, the command, may hold spaces and brackets; state is field 3, start time field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const dead = fields[0] === 'Z' || fields[0] === 'X';
    return dead ? undefined : `${fields[19]}@${bootId()}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8);
  } catch {
    return '';
  }
}

function portableStart(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
