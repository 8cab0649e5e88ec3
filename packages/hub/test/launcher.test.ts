import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../bin/bangqiao.mjs', import.meta.url));
const older = olderNode();

/** A Node of this machine that needs the hand-over: 18 or newer, older than 24. */
function olderNode(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/bin', '/usr/bin'];
  return folders
    .map((folder) => join(folder, 'node'))
    .find((file) => {
      if (!existsSync(file)) return false;
      const major = Number.parseInt(execFileSync(file, ['--version'], { encoding: 'utf8' }).slice(1), 10);
      return major >= 18 && major < 24;
    });
}

/** What the program does in these tests, told by its first argument. */
const PROGRAM = `
export async function main([what, value]: string[]): Promise<number> {
  console.log(JSON.stringify({ pid: process.pid, node: process.execPath, args: [what, value] }));
  if (what === 'mask') console.log(process.umask());
  if (what === 'exit') return Number(value);
  if (what === 'die') process.kill(process.pid, 'SIGKILL');
  if (what === 'stop') {
    const signal = await new Promise((resolve) => {
      const alive = setInterval(() => {}, 1000);
      process.on(value, () => { clearInterval(alive); resolve(value); });
      console.log('waiting');
    });
    console.log(signal);
    return 7;
  }
  if (what === 'stay') setInterval(() => {}, 1000);
  return 0;
}
`;

/** A project of its own with the real launcher, and with or without a Node brought along. */
function project({ brings = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-launcher-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const hub = join(folder, 'packages', 'hub');
  for (const place of [join(hub, 'bin'), join(hub, 'src', 'cli'), join(folder, 'empty')]) {
    mkdirSync(place, { recursive: true });
  }
  copyFileSync(LAUNCHER, join(hub, 'bin', 'bangqiao.mjs'));
  writeFileSync(join(hub, 'package.json'), '{"type":"module"}');
  writeFileSync(join(hub, 'src', 'cli', 'main.ts'), PROGRAM);
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const brought = join(folder, 'node_modules', `node-${system}-${process.arch}`, 'bin');
  if (brings) {
    mkdirSync(brought, { recursive: true });
    symlinkSync(process.execPath, join(brought, 'node'));
  }
  return { folder, launcher: join(hub, 'bin', 'bangqiao.mjs'), empty: join(folder, 'empty') };
}

function start(node: string, launcher: string, args: string[], path: string) {
  const child = spawn(node, [launcher, ...args], { env: { PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  return { child, texts };
}

async function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  const [code, signal] = await once(child, 'close');
  return { code, signal };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Of a child that nobody waits for any more a zombie may stay in a container without an init: that is gone too. */
function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .startsWith('Z');
  } catch {
    return true;
  }
}

function firstLine(text: string): { pid: number; node: string; args: string[] } {
  return JSON.parse(text.split('\n')[0] ?? '');
}

test('on Node 24 or newer the program runs in the launcher’s own process', async () => {
  const { launcher, empty } = project({ brings: false });
  const { child, texts } = start(process.execPath, launcher, ['exit', '3'], empty);
  expect(await ended(child)).toEqual({ code: 3, signal: null });
  expect(firstLine(texts.out)).toMatchObject({ pid: child.pid, args: ['exit', '3'] });
});

test('what the program writes is its owner’s alone', async () => {
  const { launcher, empty } = project({ brings: false });
  const { child, texts } = start(process.execPath, launcher, ['mask', ''], empty);
  await ended(child);
  expect(texts.out.trim().split('\n').at(-1)).toBe(String(0o077));
});

describe.skipIf(!older)('on an older Node', () => {
  const node = older ?? '';

  test('the program is handed to the Node that the project brought along, whatever PATH says', async () => {
    const { launcher, empty } = project();
    const { child, texts } = start(node, launcher, ['exit', '3'], empty);
    expect(await ended(child)).toEqual({ code: 3, signal: null });
    expect(texts.err).toBe('');
    expect(firstLine(texts.out).pid).not.toBe(child.pid);
    expect(firstLine(texts.out).args).toEqual(['exit', '3']);
  });

  test('a Node 24 of the PATH is the second choice', async () => {
    const { launcher, folder, empty } = project({ brings: false });
    symlinkSync(process.execPath, join(empty, 'node'));
    const { child, texts } = start(
      node,
      launcher,
      ['exit', '0'],
      [join(folder, 'none'), empty].join(delimiter),
    );
    expect(await ended(child)).toEqual({ code: 0, signal: null });
    expect(firstLine(texts.out).args).toEqual(['exit', '0']);
  });

  test('with no Node 24 anywhere it says what to install and exits with 2', async () => {
    const { launcher, empty } = project({ brings: false });
    const { child, texts } = start(node, launcher, ['exit', '0'], empty);
    expect(await ended(child)).toEqual({ code: 2, signal: null });
    expect(texts.err).toContain('npm ci');
    expect(texts.err).toContain('Node 24');
    expect(texts.out).toBe('');
  });

  test('a program that died by a signal leaves a launcher that died by it too', async () => {
    const { launcher, empty } = project();
    const { child } = start(node, launcher, ['die'], empty);
    expect(await ended(child)).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s is passed on, and the program ends in its own way',
    async (signal) => {
      const { launcher, empty } = project();
      const { child, texts } = start(node, launcher, ['stop', signal], empty);
      await until(() => texts.out.includes('waiting'));
      child.kill(signal);
      expect(await ended(child)).toEqual({ code: 7, signal: null });
      expect(texts.out).toContain(`\n${signal}\n`);
    },
  );

  test('a launcher that is killed outright takes the program with it', async () => {
    const { launcher, empty } = project();
    const { child, texts } = start(node, launcher, ['stay'], empty);
    await until(() => texts.out.includes('\n'));
    const { pid } = firstLine(texts.out);
    expect(isGone(pid)).toBe(false);
    child.kill('SIGKILL');
    await until(() => isGone(pid));
  });

  test('the real program answers', async () => {
    const { child, texts } = start(node, LAUNCHER, ['--help', '--lang', 'en'], '');
    expect(await ended(child)).toEqual({ code: 0, signal: null });
    expect(texts.out).toContain('import');
  });
});
