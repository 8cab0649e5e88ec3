import { readdirSync, readFileSync } from 'node:fs';
import {
  companyKey,
  type FactKind,
  readConversation,
  SIGN_FACTS,
  type TalkMessage,
  VALUE_FACTS,
} from '../../src/index.ts';

/** One labelled conversation of a set (conversations/README.md). */
export interface Labelled {
  id: string;
  messages: TalkMessage[];
  expected: Label[];
}

interface Label {
  kind: FactKind;
  value: string;
}

const SETS = new URL('../conversations/', import.meta.url);
const KINDS: readonly FactKind[] = [...VALUE_FACTS, ...SIGN_FACTS];

/** Names of the sets that are there. */
export function setNames(): string[] {
  return readdirSync(SETS)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .sort();
}

/** The newest set written blind is learned from by nobody, so that its figures say what to expect. */
const HELD_OUT = 'unseen7';

/** Names of the sets that the readers learn from. */
export function learnedSets(): string[] {
  return setNames().filter((name) => name !== HELD_OUT);
}

export function readSet(name: string): Labelled[] {
  return readTalks(new URL(`${name}.txt`, SETS));
}

export function readTalks(file: URL): Labelled[] {
  const blocks: Labelled[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const block = blocks.at(-1);
    if (line.startsWith('@')) blocks.push({ id: line.slice(1).trim(), messages: [], expected: [] });
    else if (!block || line.startsWith('#')) continue;
    else if (line.startsWith('=')) block.expected.push(...labelsOf(line.slice(1), block.id));
    else addLine(block.messages, line);
  }
  return blocks;
}

/** One message of prices.tsv: whether it asks for a price, and what our side said before it; mostly nothing. */
interface LabelledMessage {
  asks: boolean;
  text: string;
  before: string;
}

export function readPrices(): LabelledMessage[] {
  const lines = readFileSync(new URL('prices.tsv', SETS), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [asks, text = '', before = ''] = line.split('\t');
    return text === '' ? [] : [{ asks: asks === '1', text, before }];
  });
}

/** `s ` our side, `c ` the customer, `r` the line before was recalled; any other line goes on with the one above. */
function addLine(messages: TalkMessage[], line: string): void {
  const last = messages.at(-1);
  if (line.trim() === 'r') {
    if (last) last.recalled = true;
  } else if (/^[sc] /.test(line)) {
    messages.push({ direction: line.startsWith('s') ? 'out' : 'in', text: line.slice(2) });
  } else if (last && line !== '') {
    last.text += `\n${line}`;
  }
}

function labelsOf(line: string, id: string): Label[] {
  return line.split(';').flatMap((part) => {
    const [kind = '', ...rest] = part.trim().split(' ');
    if (kind === '') return [];
    if (!KINDS.includes(kind as FactKind)) throw new Error(`${id}: no such label: ${kind}`);
    return [{ kind: kind as FactKind, value: rest.join(' ').trim() }];
  });
}

interface Miss extends Label {
  id: string;
  /** `missed`: labelled and not read; `wrong`: read and not labelled. */
  what: 'missed' | 'wrong';
}

interface KindFigures {
  right: number;
  missed: number;
  wrong: number;
  precision: number;
  recall: number;
}

export interface Measured {
  figures: Record<FactKind, KindFigures>;
  misses: Miss[];
}

/** Reads every conversation and compares what stands at its end with the labels. */
export function measure(set: readonly Labelled[]): Measured {
  const counts = new Map(KINDS.map((kind) => [kind, { right: 0, missed: 0, wrong: 0 }]));
  const misses: Miss[] = [];
  for (const { id, messages, expected } of set) {
    const left = readConversation(messages).facts.map(({ kind, value }) => ({
      kind: kind === 'landline' ? 'phone' : kind,
      value,
    }));
    for (const label of expected) {
      const at = left.findIndex((fact) => fact.kind === label.kind && sameLabel(label, fact.value));
      if (at >= 0) {
        left.splice(at, 1);
        counts.get(label.kind)!.right++;
      } else {
        counts.get(label.kind)!.missed++;
        misses.push({ id, ...label, what: 'missed' });
      }
    }
    for (const { kind, value } of left) {
      counts.get(kind)!.wrong++;
      misses.push({ id, kind, value, what: 'wrong' });
    }
  }
  const figures = Object.fromEntries(
    [...counts].map(([kind, count]) => [kind, { ...count, ...ratios(count) }]),
  ) as Record<FactKind, KindFigures>;
  return { figures, misses };
}

function ratios({ right, missed, wrong }: { right: number; missed: number; wrong: number }) {
  const of = (all: number) => (all === 0 ? 1 : right / all);
  return { precision: of(right + wrong), recall: of(right + missed) };
}

/** Signs have no value; company names are compared as keys, telephones as digits, goods and places without white space, goods also as a part. */
function sameLabel(label: Label, value: string): boolean {
  if (label.value === '' || (SIGN_FACTS as readonly string[]).includes(label.kind)) return true;
  if (label.kind === 'company') return companyKey(label.value) === companyKey(value);
  if (label.kind === 'phone') return label.value.replace(/\D/g, '') === value.replace(/\D/g, '');
  const [a, b] = [label.value, value].map((text) => text.replace(/[\s，,]/gu, '').toLowerCase());
  return label.kind === 'product' ? a!.includes(b!) || b!.includes(a!) : a === b;
}
