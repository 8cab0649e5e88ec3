// How right is the reading of messages? Labelled conversations by kind of fact, then 12,000 real text messages.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readMessage } from '@bangqiao/core';
import { type Measured, measure, readSet, setNames } from '../packages/core/test/support/labelled.ts';
import { type Random, seeded } from '../packages/core/train/random.ts';

const SMS = new URL('../../shared/data/sms-zh.tsv', import.meta.url);
const SHORT_NAMES = new URL('../../shared/data/company-short-names.txt', import.meta.url);
/** What a person said of each hit, by a hash of the kind and the text: the messages themselves stay outside the clone. */
const JUDGED = new URL('measure-judged.json', import.meta.url);
const MOST_FALSE = 3;
const KINDS_JUDGED = ['quote', 'company'] as const;

type Verdict = 'right' | 'false';
type Judged = Record<string, Verdict>;

const failures: string[] = [];

function showSet(name: string, { figures, misses }: Measured): void {
  console.log(`\n## ${name}: ${readSet(name).length} conversations`);
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([kind, { precision, recall, ...counts }]) => [
        kind,
        { ...counts, precision: precision.toFixed(3), recall: recall.toFixed(3) },
      ]),
    ),
  );
  if (misses.length > 0) console.table(misses);
  for (const kind of ['phone', 'quote', 'company'] as const) {
    const { precision, recall } = figures[kind];
    if (precision < 0.9 || recall < 0.9) failures.push(`${name}: ${kind} is under 0.9`);
  }
}

function readSms(): string[] {
  const lines = readFileSync(SMS, 'utf8').split('\n');
  return lines.map((line) => line.slice(line.indexOf('\t') + 1)).filter((text) => text !== '');
}

/** Every hit for a quote request or a company, with the verdict of whoever looked at it; new ones have none yet. */
function showRealHits(messages: readonly string[]): void {
  const judged: Judged = existsSync(JUDGED) ? JSON.parse(readFileSync(JUDGED, 'utf8')) : {};
  for (const kind of KINDS_JUDGED) {
    const hits = messages.flatMap((text, line) =>
      readMessage(text)
        .filter((fact) => fact.kind === kind)
        .map((fact) => ({
          line: line + 1,
          verdict: judged[hashOf(kind, text)] ?? 'NOT YET JUDGED',
          value: fact.value,
          text,
        })),
    );
    console.log(`\n## ${kind} on ${messages.length} real messages: ${hits.length} hits`);
    for (const { line, verdict, value, text } of hits)
      console.log(`${line}\t${verdict}\t${hashOf(kind, text)}\t${value}\t${text}`);
    const wrong = hits.filter(({ verdict }) => verdict === 'false').length;
    const unseen = hits.filter(({ verdict }) => verdict === 'NOT YET JUDGED').length;
    console.log(`${kind}: ${wrong} false, ${unseen} not yet judged`);
    if (wrong > MOST_FALSE) failures.push(`${wrong} false ${kind} on real messages, at most ${MOST_FALSE}`);
    if (unseen > 0)
      failures.push(`${unseen} hits for ${kind} are not yet judged: add them to bench/measure-judged.json`);
  }
}

function hashOf(kind: string, text: string): string {
  return createHash('sha256').update(`${kind}:${text}`).digest('hex').slice(0, 12);
}

/** The same messages with numbers that are no phones put in by a seeded generator: none may be taken for one. */
function showInsertedNumbers(messages: readonly string[]): void {
  const random = seeded(20251125);
  const wrong: string[] = [];
  let before = 0;
  for (const text of messages) {
    const alone = phonesIn(text);
    before += alone.length;
    const number = NUMBERS[Math.floor(random() * NUMBERS.length)]!(random);
    const chars = [...text];
    const at = Math.floor(random() * (chars.length + 1));
    const mixed = [...chars.slice(0, at), ` ${number} `, ...chars.slice(at)].join('');
    if (phonesIn(mixed).some((phone) => !alone.includes(phone))) wrong.push(mixed);
  }
  console.log(
    `\n## phones: ${before} in the messages as they are; ${wrong.length} of ${messages.length} inserted numbers taken for one`,
  );
  for (const text of wrong.slice(0, 50)) console.log(text);
  if (wrong.length > 0) failures.push(`${wrong.length} inserted numbers were taken for a phone`);
}

const phonesIn = (text: string) =>
  readMessage(text)
    .filter((fact) => fact.kind === 'phone')
    .map((fact) => fact.value);

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
/** Eleven digits that look like a mobile: the hardest case, told only by the word before it. */
const mobileLike = (random: Random) => `138${digits(random, 8)}`;
const inFours = (text: string) => text.replace(/(\d{4})(?=\d)/g, '$1 ');

const NUMBERS: ((random: Random) => string)[] = [
  (random) =>
    `${pick(random, ['订单号', '订单编号：', '单号', '订单'])}${pick(random, [mobileLike(random), `2025${digits(random, 10)}`, digits(random, 18)])}`,
  (random) =>
    `${pick(random, ['快递单号', '运单号：', '物流单号', '顺丰'])}${pick(random, [`SF${digits(random, 13)}`, mobileLike(random), digits(random, 15), `YT${digits(random, 13)}`])}`,
  (random) =>
    `${pick(random, ['卡号', '银行卡', '账号：', ''])}${pick(random, [inFours(`6222${digits(random, 15)}`), `6217${digits(random, 15)}`, inFours(`62221380${digits(random, 11)}`)])}`,
  (random) =>
    `${pick(random, ['', '身份证', '身份证号：'])}130${digits(random, 3)}19${digits(random, 10)}${pick(random, ['X', '1'])}`,
  (random) =>
    `${pick(random, ['￥', '总价', '共'])}${pick(random, ['13800.00', '138,000', digits(random, 5), '1380000'])}元`,
  (random) => `${pick(random, ['2025-12-05', '2025年12月5日', '20251205', '2025.12.05 13:80', '12/05'])}`,
  (random) => `发票号${pick(random, [digits(random, 8), mobileLike(random), digits(random, 20)])}`,
  (random) => `0${digits(random, 3)}-${digits(random, 7)}`,
];

/** Ordinary short names never link by themselves: two different ones are never the same company. */
function showShortNames(): void {
  const names = readFileSync(SHORT_NAMES, 'utf8')
    .split('\n')
    .filter((name) => name !== '');
  let taken = 0;
  for (const name of names) {
    if (readMessage(`我看了${name}，还不错`).some((fact) => fact.kind === 'company')) taken++;
  }
  console.log(`\n## short names: ${taken} of ${names.length} taken for the customer's company in passing`);
  if (taken > names.length / 1000)
    failures.push(`${taken} short names were taken for the customer's company`);
}

for (const name of setNames()) showSet(name, measure(readSet(name)));
if (existsSync(SMS) && existsSync(SHORT_NAMES)) {
  const messages = readSms();
  showRealHits(messages);
  showInsertedNumbers(messages);
  showShortNames();
} else {
  failures.push(`the real data is not there: ${SMS.pathname} and ${SHORT_NAMES.pathname}`);
}
for (const failure of failures) console.error(`FAILED: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
