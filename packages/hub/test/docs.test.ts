import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ERROR_TABLE } from '@bangqiao/zhibang';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { verbsFor } from '../src/cli/verbs.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SOURCES = join(ROOT, 'packages/hub/src');

/** Every page that people read, by its path from the root. */
const PAGES = new Map(
  [
    ...filesUnder(ROOT, { deep: false }),
    ...filesUnder(join(ROOT, 'docs')),
    ...filesUnder(join(ROOT, 'deploy')),
    ...readdirSync(join(ROOT, 'packages')).map((name) => join(ROOT, 'packages', name, 'README.md')),
  ]
    .filter((file) => file.endsWith('.md') && existsSync(file))
    .map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')] as const),
);

function filesUnder(folder: string, { deep = true } = {}): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return deep ? filesUnder(path) : [];
    return [path];
  });
}

function page(path: string): string {
  const text = PAGES.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
}

/** What stands as code in a page: the lines of its blocks, and its inline pieces. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
    (block ?? '').split('\n'),
  );
  const rest = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...blocks, ...[...rest.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '')];
}

async function program(): Promise<Command> {
  const all = new Command('bangqiao');
  const io = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, env: {}, cwd: ROOT };
  for (const verb of await verbsFor([])) verb(all, { io, lang: 'en', exitCode: 0 });
  return all;
}

/** Finds what is wrong in each page; `path: what` for each finding. */
function inAllPages(find: (text: string, path: string) => string[]): string[] {
  return [...PAGES].flatMap(([path, text]) => find(text, path).map((what) => `${path}: ${what}`));
}

describe('commands in the documents', () => {
  test('every verb and option is one that the program has', async () => {
    const verbs = new Map((await program()).commands.map((verb) => [verb.name(), verb]));
    const unknown = inAllPages((text) =>
      codeOf(text).flatMap((code) =>
        [...code.matchAll(/\bbangqiao ([a-z][a-z-]*)([^|;&#]*)/g)].flatMap(([, name = '', rest = '']) => {
          const verb = verbs.get(name);
          if (!verb) return [`bangqiao ${name}`];
          const sub = verb.commands.find((each) => each.name() === rest.trim().split(/\s/)[0]);
          const options = [...verb.options, ...(sub?.options ?? [])];
          return [...rest.matchAll(/(?:^|\s)(--[a-z-]+)/g)]
            .filter(([, option]) => !options.some(({ long }) => long === option))
            .map(([, option]) => `bangqiao ${name} ${option}`);
        }),
      ),
    );
    expect(unknown).toEqual([]);
  });

  test('every npm command is a script of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const unknown = inAllPages((text) =>
      codeOf(text)
        .flatMap((code) => [...code.matchAll(/\bnpm (?:run (?:-s )?([a-z:-]+)|(start|test)\b)/g)])
        .map(([, script, short]) => script ?? short ?? '')
        .filter((script) => !(script in scripts)),
    );
    expect(unknown).toEqual([]);
  });

  test.each(['README.md', 'README.zh-CN.md'])('%s shows the two commands', (path) => {
    expect(codeOf(page(path))).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
  });

  test('the check of a clean clone runs the test command of the README', () => {
    const check = readFileSync(join(ROOT, '.ci/run'), 'utf8').split('\n');
    expect(check).toEqual(expect.arrayContaining(['npm ci', 'npm test']));
  });
});

describe('what the documents point to', () => {
  test('every relative link leads somewhere', () => {
    const dead = inAllPages((text, path) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !/^([a-z]+:|#)/.test(target))
        .filter((target) => !existsSync(join(ROOT, dirname(path), target.split('#')[0] ?? ''))),
    );
    expect(dead).toEqual([]);
  });

  test('every file that is named by its path is there', () => {
    const lost = inAllPages((text) =>
      codeOf(text)
        .flatMap((code) => code.match(/^(?:packages|examples|bench|docs|torture)\/[\w./-]*\w$/) ?? [])
        .filter((file) => !existsSync(join(ROOT, file))),
    );
    expect(lost).toEqual([]);
  });

  test.each(['docs/follow-one-change.md', 'docs/follow-one-change.zh-CN.md', 'docs/plan.md'])(
    '%s names only files of the hub that are there',
    (path) => {
      const named = codeOf(page(path)).flatMap((code) => code.match(/^[a-z-]+\/(?:[\w-]+\.ts)?$/) ?? []);
      const own = named.filter((file) => !/^(bench|docs|examples|storage|logs|torture)\//.test(file));
      expect(own).not.toEqual([]);
      expect(own.filter((file) => !existsSync(join(SOURCES, file)))).toEqual([]);
    },
  );

  test('every document is on the index', () => {
    const index = page('docs/README.md');
    // Those of the ERP's endpoints have an index of their own.
    const isOwn = (path: string) => !path.startsWith('docs/zhibang/') || path === 'docs/zhibang/README.md';
    const pages = [...PAGES.keys()]
      .filter((path) => path.startsWith('docs/') && path !== 'docs/README.md')
      .filter(isOwn);
    expect(pages.filter((path) => !index.includes(`](${path.slice('docs/'.length)})`))).toEqual([]);
  });
});

/** The codes that the program's own sources name: refusals, waits, reasons to park. */
function codesInSources(): string[] {
  const folders = [SOURCES, join(ROOT, 'packages/core/src')];
  return folders.flatMap((folder) =>
    filesUnder(folder)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => codesIn(relative(folder, file), readFileSync(file, 'utf8'))),
  );
}

function codesIn(file: string, text: string): string[] {
  const places = [
    ...text.matchAll(/new HubError\(\{\s*code: ([^,]+),/g),
    ...text.matchAll(/new (?:NotNow|NeedsPerson)\(\s*([^,]+),/g),
    ...text.matchAll(/\bwait\(context, write, ([^,]+),/g),
    ...(file.startsWith('cli/') ? text.matchAll(/\bcode: ('[a-z_]+')/g) : []),
    ...(file === 'field-problem.ts' ? text.matchAll(/^ {2}\| ('[a-z_]+')/gm) : []),
  ].flatMap(([, said = '']) => [...said.matchAll(/'([a-z_]+)'/g)]);
  const store = file === 'store/errors.ts' ? [...text.matchAll(/^ {2}([a-z_]+): \{$/gm)] : [];
  return [...places, ...store].map(([, code]) => code ?? '');
}

describe('troubles', () => {
  const codes = [...new Set([...Object.keys(ERROR_TABLE), ...codesInSources()])].sort();

  test('the sources of every kind of code are found', () => {
    const oneOfEach = ['timed_out', 'other_erp', 'python_database', 'mirror_incomplete', 'ambiguous'];
    const others = ['customer_moved', 'wrong_phone', 'usage'];
    expect(codes).toEqual(expect.arrayContaining([...oneOfEach, ...others]));
  });

  test.each(['docs/troubleshooting.md', 'docs/troubleshooting.zh-CN.md'])(
    '%s has a word on every code that the program can say',
    (path) => {
      const known = new Set(codeOf(page(path)));
      expect(codes.filter((code) => !known.has(code))).toEqual([]);
    },
  );
});

test("the hub's README says of every folder of its sources what happens there", () => {
  const told = [...page('packages/hub/README.md').matchAll(/^\| (`[^|]*`)\s*\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z]+)\/`/g)].map(([, name]) => name),
  );
  const folders = readdirSync(SOURCES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(told.sort()).toEqual(folders.map(({ name }) => name).sort());
});
