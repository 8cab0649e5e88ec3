import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { LEAVES, type Leaf, PYTHON_KEYS } from './leaves.ts';
import type { Fault } from './problem.ts';
import { nearest } from './problem.ts';

/** Where our keys stand in the file. */
export const SECTION = 'erp_integration';

export interface FileReading {
  /** Values by their path with dots, as they stand. */
  values: Map<string, unknown>;
  faults: Fault[];
  notes: string[];
  /** Keys, with all below them, of which nothing is known because a fault stands in their place; '' is the whole file. */
  unclear: string[];
}

/** Reads the section `erp_integration` of a YAML text; `file` is what it is called in faults. */
export function readConfigText(file: string, text: string): FileReading {
  const reading: FileReading = { values: new Map(), faults: [], notes: [], unclear: [] };
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const line = lines.linePos(error.pos[0]).line;
      reading.faults.push({
        path: `${file}:${line}`,
        problem: {
          zh: `不是合法的 YAML（第 ${line} 行）`,
          en: `not valid YAML: ${error.message.split('\n')[0]}`,
        },
        hint: {
          zh: '检查这一行的缩进、冒号后的空格和引号',
          en: 'look at the indentation, the space after the colon and the quotes of this line',
        },
      });
    }
    reading.unclear.push('');
    return reading;
  }
  const root: unknown = document.toJS();
  if (root === null || root === undefined) return reading;
  if (!isBranch(root)) {
    reading.faults.push(notAMap(file, file));
    reading.unclear.push('');
    return reading;
  }
  noteOtherSections(root, reading);
  const section = root[SECTION];
  if (section === undefined || section === null) return reading;
  if (!isBranch(section)) {
    reading.faults.push(notAMap(SECTION, file));
    reading.unclear.push('');
    return reading;
  }
  /** The text of a number as it was written: a password 012345 is not the number 12345. */
  const source = (path: readonly string[]): string | undefined => {
    const node = isMap(document.contents) ? document.getIn([SECTION, ...path], true) : undefined;
    return isScalar(node) ? node.source : undefined;
  };
  walk(section, [], reading, source);
  return reading;
}

function noteOtherSections(root: Record<string, unknown>, reading: FileReading): void {
  const others = Object.keys(root).filter((name) => name !== SECTION);
  const meant = SECTION in root ? undefined : others.find((name) => nearest(name, [SECTION]));
  if (meant) {
    reading.faults.push(misspelt(meant, SECTION));
    reading.unclear.push('');
    return;
  }
  if (others.length > 0) reading.notes.push(`ignored sections / 已忽略的其他部分: ${others.join(', ')}`);
  if (!(SECTION in root))
    reading.notes.push(`no section ${SECTION}, defaults are used / 没有 ${SECTION} 部分，使用默认值`);
}

function walk(
  branch: Record<string, unknown>,
  path: readonly string[],
  reading: FileReading,
  source: (path: readonly string[]) => string | undefined,
): void {
  const siblings = namesUnder(path);
  for (const [name, value] of Object.entries(branch)) {
    const here = [...path, name];
    const dotted = here.join('.');
    const leaf = LEAVES.find((one) => one.path.join('.') === dotted);
    if (leaf) reading.values.set(dotted, asWritten(leaf, value, source(here)));
    else if (siblings.includes(name)) walkBranch(value, here, reading, source);
    else if (PYTHON_KEYS.has(dotted)) {
      reading.notes.push(`${dotted}: ignored, the default rules say it / 已忽略，默认规则已包含`);
    } else noteUnknown(dotted, name, siblings, reading);
  }
}

function walkBranch(
  value: unknown,
  path: readonly string[],
  reading: FileReading,
  source: (path: readonly string[]) => string | undefined,
): void {
  if (value === null || value === undefined) return;
  if (isBranch(value)) {
    walk(value, path, reading, source);
    return;
  }
  reading.faults.push(notAMap(path.join('.'), path.join('.')));
  reading.unclear.push(path.join('.'));
}

function noteUnknown(dotted: string, name: string, siblings: string[], reading: FileReading): void {
  const meant = nearest(name, siblings);
  if (!meant) {
    reading.notes.push(`${dotted}: unknown key, ignored / 不认识的键，已忽略`);
    return;
  }
  const right = dotted.replace(/[^.]+$/, meant);
  reading.faults.push(misspelt(dotted, right));
  reading.unclear.push(right);
}

function asWritten(leaf: Leaf, value: unknown, source: string | undefined): unknown {
  if (value === '' && leaf.fallback === null) return null;
  if (leaf.kind === 'flag' && typeof value === 'string') return YAML_1_1[value.toLowerCase()] ?? value;
  if (leaf.kind !== 'text' || typeof value !== 'number') return value;
  return source ?? String(value);
}

/** The Python system's reader takes these for booleans as well. */
const YAML_1_1: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };

function namesUnder(path: readonly string[]): string[] {
  const below = LEAVES.filter((leaf) => path.every((name, index) => leaf.path[index] === name));
  return [...new Set(below.flatMap((leaf) => leaf.path[path.length] ?? []))];
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAMap(path: string, file: string): Fault {
  return {
    path,
    problem: { zh: '这里应该是“键: 值”的结构', en: 'keys with values are expected here' },
    hint: { zh: `参考 docs/configuration.md 修改 ${file}`, en: `see docs/configuration.md and mend ${file}` },
  };
}

function misspelt(path: string, meant: string): Fault {
  return {
    path,
    problem: { zh: '没有这个键', en: 'there is no such key' },
    hint: { zh: `是不是想写 ${meant}？`, en: `did you mean ${meant}?` },
  };
}
