import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { verbsFor } from '../src/cli/verbs.ts';
import { environmentName, LEAVES } from '../src/config/leaves.ts';
import { type HealthSource, startServer } from '../src/http/index.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DEPLOY = join(ROOT, 'deploy');
const text = (name: string) => readFileSync(join(DEPLOY, name), 'utf8');
const FILES = readdirSync(DEPLOY, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DEPLOY, join(entry.parentPath, entry.name)));
const PORT = LEAVES.find(({ path }) => path.join('.') === 'http.port')?.fallback;

interface Compose {
  services: Record<
    string,
    {
      build?: { context: string; dockerfile: string };
      environment?: Record<string, string>;
      ports?: string[];
      volumes?: string[];
      depends_on?: Record<string, unknown>;
      stop_grace_period?: string;
    }
  >;
  volumes?: Record<string, unknown>;
}

async function verbsOf(): Promise<Set<string>> {
  const all = new Command('bangqiao');
  const io = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, env: {}, cwd: ROOT };
  for (const verb of await verbsFor([])) verb(all, { io, lang: 'en', exitCode: 0 });
  return new Set(all.commands.map((verb) => verb.name()));
}

/** `KEY value` lines of a Dockerfile, continued lines joined. */
function instructions(): [name: string, rest: string][] {
  return text('Dockerfile')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)]);
}

test('every variable of ours in the files of deploy/ is a key of the configuration', () => {
  const known = new Set(LEAVES.map(({ path }) => environmentName(path)));
  const found = FILES.flatMap((name) => [...text(name).matchAll(/\bBANGQIAO_[A-Z_]+/g)].map(([one]) => one));
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter((name) => !known.has(name))).toEqual([]);
});

test('every port that is spoken of is the one that the service listens on, or PostgreSQL’s', () => {
  const found = FILES.filter((name) => !name.endsWith('.json')).flatMap((name) =>
    [...text(name).matchAll(/(?:localhost|127\.0\.0\.1|db):(\d+)/g)].map(([, port]) => Number(port)),
  );
  expect(new Set(found)).toEqual(new Set([PORT, 5432]));
  expect(instructions()).toContainEqual(['EXPOSE', String(PORT)]);
});

test('the image is made of files that are there, runs as nobody special, and starts a verb that the program has', async () => {
  const copied = instructions()
    .filter(([name, rest]) => name === 'COPY' && !rest.startsWith('--from'))
    .flatMap(([, rest]) => rest.split(' ').slice(0, -1));
  expect(copied).toContain('packages');
  expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const ignored = text('Dockerfile.dockerignore').split('\n');
  expect(copied.filter((path) => !ignored.includes(`!${path}`))).toEqual([]);
  const last = new Map(instructions());
  expect(last.get('USER')).toBe('node');
  expect(last.get('WORKDIR')).toBe(last.get('VOLUME'));
  const [program, entry] = JSON.parse(last.get('ENTRYPOINT') ?? '[]');
  expect(program).toBe('node');
  expect(existsSync(join(ROOT, entry.replace('/app/', '')))).toBe(true);
  expect(await verbsOf()).toContain(JSON.parse(last.get('CMD') ?? '[]')[0]);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const run = instructions().flatMap(([, rest]) =>
    [...rest.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name),
  );
  expect(run).toEqual(['build-console']);
  expect(Object.keys(scripts)).toContain('build-console');
});

test('the image’s health check tells a service from none', async () => {
  const [, check = ''] = instructions().find(([name]) => name === 'HEALTHCHECK') ?? [];
  const [, ...script] = JSON.parse(check.slice(check.indexOf('['))) as string[];
  const source: HealthSource = { health: () => Promise.reject(new Error('not asked')) };
  const server = await startServer(source, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const exitOf = (port: string) =>
    new Promise<unknown>((resolve) => {
      const env = { ...process.env, BANGQIAO_HTTP_PORT: port };
      execFile(process.execPath, script, { env }, (error) => resolve(error?.code ?? 0));
    });
  expect(await exitOf(new URL(server.url).port)).toBe(0);
  const broken = createServer((_request, response) => void response.writeHead(503).end());
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void broken.close());
  expect(await exitOf(String((broken.address() as AddressInfo).port))).toBe(1);
  expect(await exitOf('1')).toBe(1);
});

test('compose: the image is built from here, the data outlives it, and it listens for this machine alone', () => {
  const { services, volumes } = parse(text('compose.yaml')) as Compose;
  const { build, ports, volumes: mounted, environment } = services.hub ?? {};
  expect(existsSync(resolve(DEPLOY, build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
  expect(resolve(DEPLOY, build?.context ?? '')).toBe(ROOT);
  expect(ports).toEqual([`127.0.0.1:${PORT}:${PORT}`]);
  const workdir = new Map(instructions()).get('WORKDIR');
  expect(mounted).toEqual([`data:${workdir}`]);
  expect(Object.keys(volumes ?? {})).toEqual(['data']);
  expect(environment).toEqual({ BANGQIAO_HTTP_HOST: '0.0.0.0' });
});

test('compose with PostgreSQL: service and database agree on name, account and password', () => {
  const { services, volumes } = parse(text('compose.postgres.yaml')) as Compose;
  const { environment: ours, depends_on: waits } = services.hub ?? {};
  const { environment: theirs, volumes: mounted } = services.db ?? {};
  const url = new URL((ours?.BANGQIAO_DATABASE_URL ?? '').replace(/\$\{[^}]*\}/, 'secret'));
  expect([url.username, url.hostname, url.pathname]).toEqual([
    theirs?.POSTGRES_USER,
    Object.keys(waits ?? {})[0],
    `/${theirs?.POSTGRES_DB}`,
  ]);
  const password = /\$\{[^}]*\}/;
  expect(ours?.BANGQIAO_DATABASE_URL?.match(password)?.[0]).toBe(theirs?.POSTGRES_PASSWORD);
  expect(mounted?.[0]?.split(':')[0]).toBe(Object.keys(volumes ?? {})[0]);
});

test.each(['README.md', 'README.zh-CN.md'])(
  '%s makes an administrator in each database before the service starts on it',
  (name) => {
    const commands = text(name).matchAll(
      /^docker compose (.*?)(up -d|run --rm hub user add \S+ --role administrator)$/gm,
    );
    const said = [...commands].map(([, files, what]) => `${files}${what?.split(' ')[0]}`);
    const both = '-f compose.yaml -f compose.postgres.yaml ';
    expect(said.slice(0, 4)).toEqual(['run', 'up', `${both}run`, `${both}up`]);
  },
);

const UNITS = FILES.filter((name) => name.startsWith('systemd/'));

test('the units start verbs that the program has, from files that are there', async () => {
  const started = UNITS.flatMap((name) => [...text(name).matchAll(/(\/opt\/bangqiao\/\S+\.mjs) ([a-z-]+)/g)]);
  expect(started.map(([, , verb]) => verb)).toEqual(expect.arrayContaining(['start', 'backup']));
  for (const [, file = '', verb = ''] of started) {
    expect(existsSync(join(ROOT, file.replace('/opt/bangqiao/', '')))).toBe(true);
    expect(await verbsOf()).toContain(verb);
  }
  for (const name of UNITS)
    for (const [, file = ''] of text(name).matchAll(/file:\/\/\/opt\/bangqiao\/(\S+)/g))
      expect(existsSync(join(ROOT, file))).toBe(true);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.runIf(hasSystemd)('systemd accepts the units', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = UNITS.map((name) => {
    const file = join(folder, name.replace('systemd/', ''));
    // The program lies here, and not where it will be installed.
    const here = text(name).replaceAll('/opt/bangqiao/node_modules/.bin/node', process.execPath);
    writeFileSync(file, here.replaceAll('/opt/bangqiao', ROOT));
    return file;
  });
  const said = execFileSync('systemd-analyze', ['verify', '--man=no', ...files], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(said).toBe('');
});

test('the Windows script starts the program with the Node that npm brings for Windows', async () => {
  const script = text('windows/install.ps1');
  const [, entry = ''] = /\$entry = Join-Path \$Program '([^']+)'/.exec(script) ?? [];
  expect(existsSync(join(ROOT, entry.replaceAll('\\', '/')))).toBe(true);
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [, name = ''] = /node_modules\\([\w-]+)\\bin\\node\.exe/.exec(script) ?? [];
  expect(Object.keys(optionalDependencies)).toContain(name);
  expect(await verbsOf()).toContain(/"`"\$entry`" ([a-z]+)"/.exec(script)?.[1]);
});
