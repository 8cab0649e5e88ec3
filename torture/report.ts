import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { foundHistories } from './found.ts';
import type { Kills } from './kills.ts';
import { PLANTS } from './plants.ts';
import { type Lang, STATEMENTS, WORDS } from './report-words.ts';
import { type Score, shareAfter, sum } from './score.ts';

export interface Measured {
  seed: number;
  seconds: number;
  storms: Score;
  /** Death at every step. */
  steps: Score | null;
  kills: Kills;
  /** How many kills were asked for: a few more may have fallen by the end of a world. */
  killsAsked: number;
  plants: readonly { name: string; at: number | null; statement: number; what: string }[];
}

const DOCS = join(import.meta.dirname, '../docs');

/** Writes docs/guarantees.md and its Chinese sister: by the program that measured, so that no figure is typed. */
export function writeReport(measured: Measured): void {
  writeFileSync(join(DOCS, 'guarantees.md'), pageOf(measured, 'en'));
  writeFileSync(join(DOCS, 'guarantees.zh-CN.md'), pageOf(measured, 'zh'));
}

export function pageOf(measured: Measured, lang: Lang): string {
  const words = WORDS[lang];
  const { storms, steps } = measured;
  return [
    `# ${words.title}`,
    words.intro,
    ...STATEMENTS.map((one, at) => `${at + 1}. **${one[lang][0]}** ${one[lang][1]}`)
      .join('\n')
      .split('\n\n'),
    `## ${words.score}`,
    words.how,
    table([words.what, words.figure], scoreRows(measured, lang)),
    `### ${words.faults}`,
    words.faultsHow,
    table([words.kind, words.struck, words.after], faultRows(storms)),
    `### ${words.oddities}`,
    words.odditiesHow,
    table(
      [words.kind, words.histories],
      byCount(storms.oddities).map(([name, times]) => [`\`${name}\``, number(times)]),
    ),
    `## ${words.plants}`,
    words.plantsHow,
    table([words.bug, words.caughtAt, words.statement], plantRows(measured, lang)),
    `## ${words.found}`,
    words.foundHow,
    table([words.history, words.customers, words.steps], foundRows()),
    `## ${words.again}`,
    `\`\`\`sh\n${commandOf(measured)}\n\`\`\``,
    steps === null ? '' : words.againMore,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function commandOf({ storms, seed, killsAsked }: Measured): string {
  return `npm run torture -- --histories ${storms.histories} --seed ${seed} --kills ${killsAsked} --report`;
}

function scoreRows(measured: Measured, lang: Lang): string[][] {
  const { storms, steps, kills, seed, seconds } = measured;
  const words = WORDS[lang];
  const all = storms.violations + (steps?.violations ?? 0) + kills.violations;
  const processor = cpus()[0]?.model.trim() ?? '';
  return [
    [words.storms, number(storms.histories)],
    [words.faultCount, number(sum(storms.faults))],
    [words.kinds, number(kindsOf(storms))],
    [words.share, `${Math.round(shareAfter(storms) * 100)} %`],
    [words.crashes, number(storms.crashes)],
    [words.everyStep, number(steps?.crashes ?? 0)],
    [words.kills, number(kills.insidePush)],
    [words.ofCommands, number(kills.ofCommands)],
    [words.violations, `**${all}**`],
    [words.rounds, String(Math.max(storms.mostRounds, steps?.mostRounds ?? 0, kills.mostRounds))],
    [words.seed, String(seed)],
    [words.seconds, number(seconds)],
    [words.machine, `${cpus().length} × ${processor}, Node ${process.version.slice(1)}`],
    [words.commit, commit()],
  ];
}

/** Faults by chance, oddities, and the two deaths. */
const kindsOf = ({ faults, oddities }: Score) =>
  Object.keys(faults).length + Object.keys(oddities).length + 2;

function faultRows({ faults, faultsAfter }: Score): string[][] {
  return byCount(faults).map(([name, times]) => [
    `\`${name}\``,
    number(times),
    number(faultsAfter[name] ?? 0),
  ]);
}

const byCount = (counts: Record<string, number>) => Object.entries(counts).sort((a, b) => b[1] - a[1]);

function plantRows({ plants }: Measured, lang: Lang): string[][] {
  return plants.map(({ name, at, statement }) => {
    const said = PLANTS.find((one) => one.name === name)?.[lang] ?? name;
    return [`${said} (\`${name}\`)`, at === null ? WORDS[lang].never : String(at), String(statement)];
  });
}

/** What the tests play for ever: the list says itself when one more was found. */
function foundRows(): string[][] {
  return [...foundHistories()].map(([file, { customers, steps }]) => [
    `[${file.replace('.json', '')}](../torture/found/${file})`,
    String(customers),
    String(steps.length),
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const number = (value: number) => value.toLocaleString('en');

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return '–';
  }
}
