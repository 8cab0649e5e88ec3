import { compileCondition, convertPythonConditions, parsePythonConditions, type Rule } from '@bangqiao/core';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import { doubts, NO_UPDATE, notConverted, type RuleCheck, shapeFaults } from './check.ts';
import { conditionFault, type RuleFault } from './rule-fault.ts';
import { type RuleFields, readFields } from './rule-fields.ts';
import { isOnlyKept } from './rule-rows.ts';

export interface RuleFile extends RuleCheck {
  /** Empty when there are faults. */
  rules: Rule[];
}

interface Source {
  text: string;
  lines: LineCounter;
  document: Document;
}

/**
 * Reads a rule file: a YAML (or JSON) list of rules, or a map with such a list under `rules`. Every fault is named at
 * once with its place. Conditions of the Python system are converted; those that cannot be leave their rule inactive,
 * with a warning.
 */
export function readRuleFile(text: string): RuleFile {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, logLevel: 'silent' });
  const source: Source = { text: text.replace(/^\uFEFF/, ''), lines, document };
  const [error] = document.errors;
  if (error) return broken([at(source, error.pos[0], null, notYaml(error.message))]);
  const root = document.contents;
  const list = isMap(root) ? root.get('rules', true) : root;
  if (!isSeq(list) || list.items.length === 0) {
    return broken([at(source, (root as Node | null)?.range?.[0] ?? 0, null, NO_LIST)]);
  }
  const readings = list.items.map((item) => readRule(item as Node, source));
  const faults = readings.flatMap((reading) => reading.faults);
  const rules = readings.flatMap((reading) => reading.rule ?? []);
  if (faults.length > 0) return broken(faults);
  const asked = rules.filter((rule) => !isOnlyKept(rule));
  const shape = shapeFaults(asked).map((fault) => placed(fault, rules, list.items as Node[], source));
  if (shape.length > 0) return broken(shape);
  return { rules, faults: [], warnings: [...readings.flatMap(({ warnings }) => warnings), ...doubts(asked)] };
}

/** The file that `readRuleFile` reads back to the same rules. */
export function writeRuleFile(rules: readonly Rule[], head: string): string {
  const plain = rules.map((rule) => ({
    rule_name: rule.rule_name,
    rule_type: rule.rule_type,
    rule_priority: rule.rule_priority,
    rule_conditions: rule.rule_conditions,
    rule_action: rule.rule_action,
    confidence: rule.confidence,
    is_active: rule.is_active,
    description: { zh: rule.description.zh, en: rule.description.en },
  }));
  return `${head.replace(/^/gm, '# ')}\n${stringify(plain, { lineWidth: 0 })}`;
}

interface Reading {
  rule: Rule | null;
  faults: RuleFault[];
  warnings: RuleFault[];
}

function readRule(item: Node, source: Source): Reading {
  if (!isMap(item))
    return { rule: null, faults: [at(source, item?.range?.[0] ?? 0, null, NO_MAP)], warnings: [] };
  const fields = readFields(item.toJS(source.document) as Record<string, unknown>);
  if (!fields.rule) {
    const faults = fields.problems.map(({ key, problem, hint }) =>
      at(source, startOf(item, key), fields.name, { problem, hint }),
    );
    return { rule: null, faults, warnings: [] };
  }
  const reading = withCondition(fields.rule, item, source);
  if ((fields.rule.rule_action as string) !== 'UPDATE') return reading;
  const noUpdate = [{ key: 'rule_action', ...NO_UPDATE }];
  return { ...reading, warnings: [...reading.warnings, notConverted(fields.rule.rule_name, noUpdate)] };
}

function withCondition(fields: RuleFields, item: YAMLMap, source: Source): Reading {
  const { rule_conditions: given } = fields;
  const python = typeof given === 'string' ? parsePythonConditions(given) : given;
  if (python === null) return celCondition(fields, String(given), item, source);
  const reading = convertPythonConditions(python);
  if (reading.ok) {
    return { rule: { ...fields, rule_conditions: reading.condition }, faults: [], warnings: [] };
  }
  const rule = { ...fields, rule_conditions: JSON.stringify(python), is_active: false };
  const place = at(source, startOf(item, 'rule_conditions'), fields.rule_name, NO_MAP);
  const warning = notConverted(fields.rule_name, reading.problems);
  return { rule, faults: [], warnings: [{ ...warning, line: place.line, column: place.column }] };
}

function celCondition(fields: RuleFields, condition: string, item: YAMLMap, source: Source): Reading {
  const compiled = compileCondition(condition);
  if (compiled.ok) return { rule: { ...fields, rule_conditions: condition }, faults: [], warnings: [] };
  const fault = conditionFault(fields.rule_name, condition, compiled.error);
  const { line, column } = placeInFile(item, condition, compiled.error, source);
  return { rule: null, faults: [{ ...fault, line, column }], warnings: [] };
}

/**
 * Where in the file the fault of a condition stands: exactly where the condition is written on lines of its own (plain,
 * quoted or a literal block); else where the condition begins.
 */
function placeInFile(
  item: YAMLMap,
  condition: string,
  error: { line: number; column: number },
  source: Source,
): { line: number; column: number } {
  const start = startOf(item, 'rule_conditions');
  const written = source.text.slice(start);
  const wanted = condition.split('\n')[error.line - 1] ?? '';
  const from = wanted === '' ? -1 : indexOfLine(written, condition.split('\n').slice(0, error.line));
  if (from < 0) return position(source, start);
  const characters = [...wanted].slice(0, error.column - 1).join('');
  return position(source, start + from + characters.length);
}

/** Where the last of these lines stands when all follow each other in the text; -1 when they are not written so. */
function indexOfLine(text: string, lines: readonly string[]): number {
  let at = 0;
  let found = -1;
  for (const line of lines) {
    found = text.indexOf(line, at);
    if (found < 0) return -1;
    at = found + line.length;
  }
  return found;
}

function startOf(item: YAMLMap, key: string): number {
  const pair = item.items.find((one) => isScalar(one.key) && one.key.value === key);
  const node = (pair?.value ?? pair?.key ?? item) as Node;
  return node.range?.[0] ?? item.range?.[0] ?? 0;
}

function position(source: Source, offset: number): { line: number; column: number } {
  const { line, col } = source.lines.linePos(offset);
  const before = source.text.split('\n')[line - 1]?.slice(0, col - 1) ?? '';
  return { line, column: [...before].length + 1 };
}

type Said = Pick<RuleFault, 'problem' | 'hint'>;

function at(source: Source, offset: number, rule: string | null, said: Said): RuleFault {
  const { line, column } = position(source, offset);
  const text = source.text.split('\n')[line - 1] ?? '';
  return { rule, line, column, ...said, excerpt: { text, at: column - 1 } };
}

function placed(fault: RuleFault, rules: readonly Rule[], items: readonly Node[], source: Source): RuleFault {
  const index = rules.findLastIndex((rule) => rule.rule_name === fault.rule);
  return index < 0
    ? fault
    : at(source, items[index]?.range?.[0] ?? 0, fault.rule, {
        problem: fault.problem,
        hint: fault.hint,
      });
}

function broken(faults: RuleFault[]): RuleFile {
  return { rules: [], faults, warnings: [] };
}

function notYaml(message: string): Said {
  const en = message.split('\n')[0] ?? message;
  return {
    problem: { zh: `不是合法的 YAML：${en}`, en: `not valid YAML: ${en}` },
    hint: {
      zh: '检查缩进和引号；条件以 ! 或 " 开头时，请整句放进单引号',
      en: 'look at indentation and quotes; a condition that begins with ! or " belongs into single quotes',
    },
  };
}

const NO_LIST: Said = {
  problem: { zh: '应为规则的列表', en: 'a list of rules is expected' },
  hint: {
    zh: '先导出一份看看格式：bangqiao rules export rules.yaml',
    en: 'export one to see the form: bangqiao rules export rules.yaml',
  },
};
const NO_MAP: Said = {
  problem: { zh: '应为一条规则（键: 值）', en: 'a rule is expected (keys with values)' },
  hint: NO_LIST.hint,
};
