import { type Bilingual, type Language, ruleInWords } from '@bangqiao/core';
import type { Activation } from '../admit/activate.ts';
import type { ChosenRules } from '../admit/rule-choice.ts';
import type { RuleChange } from '../admit/rule-diff.ts';
import type { RuleFault } from '../admit/rule-fault.ts';
import { isOnlyKept, type StoredRule } from '../admit/rule-rows.ts';
import type { RuleSetLine } from '../admit/rule-sets.ts';
import type { Trial, TrialVerdict } from '../admit/trial.ts';
import { chinaTime } from '../words/china-time.ts';
import { say } from '../words/two-languages.ts';
import { renderTable } from './table.ts';
import { displayWidth } from './width.ts';

export function nameOfChoice({ version, file }: Pick<ChosenRules, 'version' | 'file'>): Bilingual {
  return file === null
    ? say(`规则集 ${version} `, `Rule set ${version}`)
    : say(`规则文件 ${file} `, `The rule file ${file}`);
}

/** Every rule as a sentence, in the order in which they are asked, then the versions there are. */
export function listText(chosen: ChosenRules, sets: readonly RuleSetLine[], lang: Language): string {
  const active = sets.find(({ is_active }) => is_active)?.version ?? chosen.version;
  const inForce = active === chosen.version ? say('正在使用', 'in force') : say('未在使用', 'not in force');
  const title = say(
    `规则集 ${chosen.version}（${inForce.zh}），自上而下第一条满足的规则决定：`,
    `Rule set ${chosen.version} (${inForce.en}); the first rule that holds decides:`,
  );
  const lines = chosen.rules.map((rule) => ruleLine(rule, lang));
  const end = say('  都不满足：不准入', '  none holds: not admitted');
  const faults = [...chosen.faults, ...chosen.warnings].map((fault) => faultText(fault, null, lang));
  const blocks = [
    [title[lang], ...lines, end[lang]],
    faults,
    sets.length === 0 ? [] : [versions(sets, lang)],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

function ruleLine(rule: ChosenRules['rules'][number], lang: Language): string {
  const off = rule.is_active ? '' : say('［停用］', '[off] ')[lang];
  const words = isOnlyKept(rule) ? rule.rule_conditions : ruleInWords(rule)[lang];
  const head = `  ${String(rule.rule_priority).padStart(4)}  ${off}${rule.rule_name}${lang === 'zh' ? '：' : ': '}${words}`;
  return 'match_count' in rule ? `${head}${record(rule as StoredRule)[lang]}` : head;
}

function record({ match_count: matched, success_count: done }: StoredRule): Bilingual {
  if (matched === 0 && done === 0) return say('', '');
  return say(`；判定 ${matched} 位，进 ERP ${done} 位`, `; decided about ${matched}, brought in ${done}`);
}

function versions(sets: readonly RuleSetLine[], lang: Language): string {
  const headers =
    lang === 'zh'
      ? ['版本', '', '规则', '建立', '由', '上次启用', '由', '说明']
      : ['version', '', 'rules', 'made', 'by', 'last put in force', 'by', 'note'];
  const rows = sets.map((set) => [
    set.version,
    set.is_active ? '●' : '',
    set.rules,
    chinaTime(set.created_at),
    set.created_by,
    set.activated_at === null ? null : chinaTime(set.activated_at),
    set.activated_by,
    set.note,
  ]);
  return renderTable(headers, rows);
}

export function checkText(chosen: ChosenRules, lang: Language): string {
  const { faults, warnings, rules } = chosen;
  const name = nameOfChoice(chosen);
  const head =
    faults.length === 0
      ? say(`${name.zh}可以使用：${rules.length} 条规则`, `${name.en} can be used: ${rules.length} rules`)
      : say(`${name.zh}有 ${faults.length} 处错误：`, `${name.en} cannot be used; faults: ${faults.length}`);
  const lines = [...faults, ...warnings].map((fault) => faultText(fault, chosen.file, lang));
  return [head[lang], ...lines].join('\n');
}

function faultText(fault: RuleFault, file: string | null, lang: Language): string {
  const { rule, line, column, problem, hint, excerpt } = fault;
  const place = placeText(file, line, column)[lang];
  const who = rule === null ? '' : say(`规则 ${rule}：`, `rule ${rule}: `)[lang];
  const lines = [`  ${place}${who}${problem[lang]}`];
  if (excerpt) {
    const before = [...excerpt.text].slice(0, excerpt.at).join('');
    lines.push(`      ${excerpt.text}`, `      ${' '.repeat(displayWidth(before))}^`);
  }
  if (hint) lines.push(`    → ${hint[lang]}`);
  return lines.join('\n');
}

function placeText(file: string | null, line: number | null, column: number | null): Bilingual {
  if (line === null || column === null) return say('', '');
  if (file !== null) return say(`${file}:${line}:${column}  `, `${file}:${line}:${column}  `);
  return say(`第 ${line} 行第 ${column} 个字符，`, `line ${line}, character ${column}, `);
}

const VERDICTS: readonly (readonly [TrialVerdict, Bilingual])[] = [
  ['admitted', say('新准入', 'would be admitted')],
  ['dropped', say('不再准入', 'would be dropped')],
  ['otherRule', say('结果相同，由另一条规则决定', 'same answer by another rule')],
];

/** Counts first, then names. */
export function trialText(chosen: ChosenRules, against: number, trial: Trial, lang: Language): string {
  const name = nameOfChoice(chosen);
  const { considered, same, linked } = trial;
  const head = say(
    `${name.zh}与正在使用的规则集 ${against} 相比（不在 ERP 的客户 ${considered} 位；只是试算，什么都没写）：`,
    `${name.en} against rule set ${against}, which is in force (${considered} customers not in the ERP; nothing was written):`,
  );
  const counts = VERDICTS.map(([verdict, words]) => `  ${words[lang]}: ${trial.counts[verdict]}`);
  const rest = [
    say(`  不变: ${same}`, `  no difference: ${same}`),
    say(`  已在 ERP，不受影响: ${linked}`, `  in the ERP already, untouched: ${linked}`),
  ].map((line) => line[lang]);
  const headers = lang === 'zh' ? ['规则', '结果', '现在', '试算'] : ['rule', 'action', 'now', 'then'];
  const rules = trial.byRule.map((one) => [one.rule, one.action, one.active, one.candidate]);
  const blocks = [
    [head[lang], ...counts, ...rest].join('\n'),
    rules.length === 0 ? '' : renderTable(headers, rules),
    ...VERDICTS.map(([verdict, words]) => namesText(trial, verdict, words, lang)),
    chosen.warnings.map((fault) => faultText(fault, chosen.file, lang)).join('\n'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function namesText(trial: Trial, verdict: TrialVerdict, words: Bilingual, lang: Language): string {
  const rows = trial.names[verdict];
  if (rows.length === 0) return '';
  const lines = rows.map(({ id, name, from, to }) => `  #${id} ${name}  ${from} → ${to}`);
  const more = trial.counts[verdict] - rows.length;
  const rest = say(`  …还有 ${more} 位（--names 可多列）`, `  … and ${more} more (--names lists more)`);
  return [`${words[lang]}:`, ...lines, ...(more > 0 ? [rest[lang]] : [])].join('\n');
}

export function diffText(
  a: ChosenRules,
  b: ChosenRules,
  changes: readonly RuleChange[],
  lang: Language,
): string {
  const [from, to] = [nameOfChoice(a)[lang].trim(), nameOfChoice(b)[lang].trim()];
  if (changes.length === 0) return say(`${from} 与 ${to} 的规则相同`, `${from} and ${to} say the same`)[lang];
  const words = {
    added: say('新增', 'added'),
    removed: say('去掉', 'removed'),
    changed: say('改动', 'changed'),
  };
  const lines = changes.flatMap(({ rule, change, fields }) => [
    `${words[change][lang]}  ${rule}`,
    ...fields.flatMap((one) => [`    ${one.field}`, `      - ${one.from}`, `      + ${one.to}`]),
  ]);
  return [`${from} → ${to}`, ...lines].join('\n');
}

export function activationText(chosen: ChosenRules, done: Activation, lang: Language): string {
  const { version, previous, isNew, unchanged, followsConfig } = done;
  const head = unchanged
    ? say(
        `规则集 ${version} 已经在使用，没有改动`,
        `Rule set ${version} is in force already; nothing was changed`,
      )
    : say(
        `规则集 ${version}${isNew ? '（新版本）' : ''}已启用${previous === null || previous === version ? '' : `，代替 ${previous}`}`,
        `Rule set ${version}${isNew ? ' (new)' : ''} is in force${previous === null || previous === version ? '' : ` instead of ${previous}`}`,
      );
  const next = say(
    '下次推送会重新判定所有不在 ERP 的客户；正在进行的同步仍用它开始时的规则。',
    'The next push decides anew about everybody who is not in the ERP; a run under way keeps the rules it began with.',
  );
  const config = followsConfig
    ? say(
        '它就是配置文件所定的规则：改配置中的门槛会自动换新版本。',
        'It is what the configuration asks for: changed thresholds there replace it.',
      )
    : say(
        '配置文件中的规则门槛暂不起作用，直到换回它所定的版本。',
        'The rule thresholds of the configuration do not act until their version is put in force again.',
      );
  const warnings = chosen.warnings.map((fault) => faultText(fault, chosen.file, lang));
  return [head[lang], ...(unchanged ? [] : [next[lang]]), config[lang], ...warnings].join('\n');
}
