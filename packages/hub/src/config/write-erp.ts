import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { HubError } from '../errors.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { environmentName } from './leaves.ts';
import { type Config, loadConfig } from './load.ts';
import type { Fault } from './problem.ts';
import { SECTION } from './read-file.ts';
import { ConfigError } from './words.ts';

/** Where the password lies, beside the configuration; readable by its owner only. */
export const PASSWORD_FILE = join('storage', 'erp_password');

export interface ErpAnswers {
  baseUrl: string;
  username: string;
  password: string;
}

/**
 * Names the ERP in a configuration file, whatever the environment says, and writes the password beside it. Everything else in the
 * file stays; one that cannot be changed like this is kept under another name, which no file has yet.
 * @returns that name; null where there is none
 */
export function writeErpConfig(file: string, answers: ErpAnswers): string | null {
  const former = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const changed = withErp(former, answers);
  const isNew = former.trim() === '';
  const old = isNew || changed !== null ? null : freeName(`${file}.old`);
  // A copy: where a later step fails the file is still there, and one that a container mounts cannot be renamed.
  if (old !== null) copyFileSync(file, old, constants.COPYFILE_EXCL);
  writePassword(file, answers.password);
  writeFileSync(file, isNew ? freshText(answers) : (changed ?? freshText(answers)));
  return old;
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let number = 2; existsSync(name); number++) name = `${wanted}-${number}`;
  return name;
}

/** A configuration as it would be with another ERP. Nothing of it is written yet. */
export interface ErpDraft {
  file: string;
  text: string;
  password: string;
  config: Config;
}

/**
 * Names the ERP in a configuration file, which may be missing, and leaves everything else in it as it stands.
 * @throws HubError `setting_fixed` where the environment has the last word; ConfigError when the file, whatever is wrong in it, could
 * not be used like this
 */
export function draftErpConfig(file: string, answers: ErpAnswers, env: Environment): ErpDraft {
  const { values } = readEnvironment(env);
  for (const path of ['base_url', 'auth.username', 'auth.password']) {
    const over = values.get(path);
    if (over) throw fixedByEnvironment(path, over.name);
  }
  const former = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const text = former === null ? freshText(answers) : withErp(former, answers);
  if (text === null) throw new ConfigError(faultsIn(file, env));
  // The password does not lie where the file says before the draft is kept.
  const withPassword = { ...env, [environmentName(['auth', 'password'])]: 'not kept yet' };
  const loaded = loadConfig({ file, text, env: withPassword });
  if (!loaded.ok) throw new ConfigError(loaded.faults);
  const { erp } = loaded.config;
  if (erp?.base_url !== answers.baseUrl || erp.username !== answers.username)
    throw new ConfigError([BY_HAND]);
  return { file, text, password: answers.password, config: loaded.config };
}

/** Of a file that cannot be changed: what is wrong with it as it stands, or that nothing is. */
function faultsIn(file: string, env: Environment): readonly Fault[] {
  const loaded = loadConfig({ file, env });
  return loaded.ok ? [BY_HAND] : loaded.faults;
}

export function keepErpDraft({ file, text, password }: ErpDraft): void {
  writePassword(file, password);
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function freshText(answers: ErpAnswers): string {
  return `${HEAD}${stringify({ [SECTION]: erpKeys(answers) })}`;
}

/** Null for a text that is no mapping of keys, or has an alias or a list where ours belong. */
function withErp(text: string, answers: ErpAnswers): string | null {
  const document = parseDocument(text);
  const isMapping = document.contents === null || isMap(document.contents);
  if (document.errors.length > 0 || !isMapping) return null;
  const { base_url, auth } = erpKeys(answers);
  for (const path of [[SECTION], [SECTION, 'auth']]) {
    const branch = document.getIn(path, true);
    if (isMap(branch)) continue;
    const isEmpty = isScalar(branch) && branch.value === null;
    if (branch !== undefined && !isEmpty) return null;
    const fresh = document.createNode({});
    if (isEmpty) fresh.commentBefore = branch.commentBefore ?? branch.comment ?? null;
    document.setIn(path, fresh);
  }
  document.setIn([SECTION, 'base_url'], base_url);
  document.setIn([SECTION, 'auth', 'username'], auth.username);
  document.setIn([SECTION, 'auth', 'password'], auth.password);
  return document.toString({ lineWidth: 0 });
}

function erpKeys({ baseUrl, username }: ErpAnswers) {
  return { base_url: baseUrl, auth: { username, password: `file:${PASSWORD_FILE.replaceAll('\\', '/')}` } };
}

function writePassword(file: string, password: string): void {
  const passwordFile = join(dirname(file), PASSWORD_FILE);
  mkdirSync(dirname(passwordFile), { recursive: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  // The mode above holds for a new file only.
  chmodSync(passwordFile, 0o600);
}

/** A section that is an alias of another one, for instance. */
const BY_HAND: Fault = {
  path: SECTION,
  problem: {
    zh: '这一部分的写法（如 YAML 的引用）不能自动改写',
    en: 'this part is written in a way (a YAML alias, say) that is not changed automatically',
  },
  hint: {
    zh: '手工填写 base_url、auth.username 和 auth.password，再重新启动',
    en: 'fill in base_url, auth.username and auth.password by hand, then start anew',
  },
};

function fixedByEnvironment(path: string, name: string): HubError {
  return new HubError({
    code: 'setting_fixed',
    exitCode: 2,
    zh: `${path} 由环境变量 ${name} 定下，写进配置文件也不起作用，没有改动。`,
    en: `${path} is fixed by the environment variable ${name}, which wins over the file; nothing was changed.`,
    nextZh: `去掉 ${name}，重新启动邦桥，再在这里连接；或者就在 ${name} 里改`,
    nextEn: `Take ${name} away and start Bangqiao anew, then join here; or change it there`,
  });
}

const HEAD = `# 邦桥 Bangqiao. Every key and its default: docs/configuration.md · 全部配置项见 docs/configuration.md
`;
