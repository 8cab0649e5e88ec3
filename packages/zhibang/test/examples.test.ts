import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { GUIDES } from '../src/index.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DOCS = join(ROOT, 'docs/zhibang');
const NAMES = readdirSync(join(DOCS, 'entries')).map((file) => file.replace(/\.md$/, ''));
/** The logout ends the token of all, so it comes last. */
const CALLS = [...NAMES.filter((name) => name !== 'session.logout'), 'session.logout'];
const WRITTEN_FOR = 'http://127.0.0.1:8090';

type Kind = 'sh' | 'ts' | 'python';

function blocks(page: string, kind: Kind): string[] {
  const text = readFileSync(join(DOCS, page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, language]) => language === kind)
    .map(([, , code = '']) => code);
}

async function standIn(): Promise<{ here: (code: string) => string }> {
  const sim = createSim({ customers: 60, seed: 1 });
  onTestFinished(() => sim.close());
  const baseUrl = await sim.listen();
  return { here: (code) => code.replaceAll(WRITTEN_FOR, baseUrl) };
}

const MARK = '=====';

/** One bash runs all snippets in order, the login of the guide first; what each printed. */
async function shell(snippets: readonly string[]): Promise<string[]> {
  const { here } = await standIn();
  const login = blocks('guides/sessions-and-errors.md', 'sh');
  const script = here([...login, ...snippets].join(`\necho; echo '${MARK}'\n`));
  const printed = await inBackground('bash', ['-e'], script);
  return printed.split(`\n${MARK}\n`).slice(1);
}

/** Asynchronous: the stand-in lives in this very process. */
function inBackground(command: string, args: string[], input: string, env = process.env): Promise<string> {
  return new Promise((done, fail) => {
    const child = execFile(command, args, { env, maxBuffer: 64e6 }, (error, out, err) =>
      error ? fail(new Error(`${error.message}\n${out.slice(-500)}\n${err}`)) : done(out),
    );
    child.stdin?.end(input);
  });
}

/** '' for success in any of the styles, else what came. */
function failureIn(printed: string): string {
  try {
    const { header, Code, code } = JSON.parse(printed);
    return header?.status === 0 || Code === 200 || code === 200 ? '' : printed.slice(0, 200);
  } catch {
    return `no JSON: ${printed.slice(0, 200)}`;
  }
}

test('the examples are the same in both languages', () => {
  for (const call of CALLS)
    for (const kind of ['sh', 'ts', 'python'] as const) {
      const chinese = blocks(`entries/${call}.md`, kind);
      expect(chinese).toHaveLength(1);
      expect(blocks(`en/entries/${call}.md`, kind)).toEqual(chinese);
    }
  expect(CALLS).toHaveLength(217);
});

test('curl: the examples of all pages are answered with success', async () => {
  const printed = await shell(CALLS.map((call) => blocks(`entries/${call}.md`, 'sh')[0]!));
  const failed = CALLS.map((call, at) => `${call}: ${failureIn(printed[at] ?? 'nothing')}`);
  expect(failed.filter((line) => !line.endsWith(': '))).toEqual([]);
});

test.each(['', 'en/'])('curl: the guides in %sguides run from top to bottom', async (folder) => {
  const snippets = GUIDES.filter(({ name }) => name !== 'sessions-and-errors').flatMap(({ name }) =>
    blocks(`${folder}guides/${name}.md`, 'sh'),
  );
  const printed = await shell(snippets);
  const failed = printed.filter((text) => text.trim() !== '').map(failureIn);
  expect(failed.length).toBeGreaterThan(7);
  expect(failed.filter(Boolean)).toEqual([]);
});

/** Runs each snippet by itself in one process, and tells what it handed to `print`. */
const PYTHON = `
import json, sys, traceback
told = []
for code in json.load(sys.stdin):
    said = []
    try:
        exec(compile(code, 'example', 'exec'), {'print': said.append})
        told.append(json.dumps(said[0], ensure_ascii=False) if said else 'nothing printed')
    except Exception:
        told.append(traceback.format_exc())
json.dump(told, sys.stdout)
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)('Python 3: the examples of all pages and guides run (needs python3)', async () => {
  const { here } = await standIn();
  const login = blocks('guides/sessions-and-errors.md', 'sh').map(here).join('\n');
  const token = (await inBackground('bash', ['-e'], `${login}\nprintf %s "$ZB_TOKEN"`)).trim();
  const guides = ['guides/customer-source.md', 'en/guides/customer-source.md'].flatMap((page) =>
    blocks(page, 'python'),
  );
  const pages = CALLS.map((call) => blocks(`entries/${call}.md`, 'python')[0]!);
  const env = { ...process.env, ZB_TOKEN: token };
  const input = JSON.stringify([...guides, ...pages].map(here));
  const told: string[] = JSON.parse(await inBackground('python3', ['-c', PYTHON], input, env));
  expect(told.slice(0, guides.length).every((text) => text.includes('网站注册'))).toBe(true);
  const failed = CALLS.map((call, at) => `${call}: ${failureIn(told[guides.length + at] ?? 'nothing')}`);
  expect(failed.filter((line) => !line.endsWith(': '))).toEqual([]);
});

/** Imports each file after the other, so that one process runs them all. */
const RUNNER = `
const told = [];
console.log = (said) => told.at(-1).said.push(typeof said);
for (const name of process.argv.slice(2)) {
  told.push({ name, said: [], failure: '' });
  await import('./' + name).catch((error) => { told.at(-1).failure = String(error.message); });
}
process.stdout.write(JSON.stringify(told));
`;

test('TypeScript: the examples of all pages and guides pass the compiler and run', async () => {
  const { here } = await standIn();
  const folder = join(import.meta.dirname, '.examples');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pages = [
    ...GUIDES.flatMap(({ name }) => [`guides/${name}.md`, `en/guides/${name}.md`]),
    ...CALLS.map((call) => `entries/${call}.md`),
  ];
  const files = pages.flatMap((page) =>
    blocks(page, 'ts').map((code) => {
      const file = `${page.replaceAll('/', '-')}.ts`;
      writeFileSync(join(folder, file), here(code));
      return file;
    }),
  );
  writeFileSync(join(folder, 'runner.mjs'), RUNNER);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../../tsconfig.json', include: ['*.ts'] }),
  );
  expect(compile(folder)).toBe('');
  const told = await inBackground(process.execPath, [join(folder, 'runner.mjs'), ...files], '');
  const failed = JSON.parse(told).filter(
    (one: { said: string[]; failure: string }) => one.failure || !one.said[0],
  );
  expect(failed).toEqual([]);
  expect(files.length).toBeGreaterThan(CALLS.length);
});

function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
