import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Environment, type EnvironmentReading, readEnvironment } from './environment.ts';
import { LEAVES, type Leaf } from './leaves.ts';
import { type Fault, valueFaults } from './problem.ts';
import { readConfigText } from './read-file.ts';
import type { Settings } from './schema.ts';
import { resolveSecret } from './secret.ts';

/** The ERP to sync with: all that a login needs. */
interface ErpAccount {
  base_url: string;
  username: string;
  password: string;
  auto_login: boolean;
}

/** Checked settings, by the names of config.yaml. Files are absolute, secrets are read. */
export interface Config extends Settings {
  /** Null: no ERP is configured. */
  erp: ErpAccount | null;
  /** Keys that the file or the environment set, with dots; these are not to be changed in `erp_sync_config`. */
  fixed: ReadonlySet<string>;
  /** The file that was read; null when there is none. */
  file: string | null;
  /** Where `storage/` and `logs/` lie. */
  folder: string;
}

export type LoadedConfig =
  | { ok: true; config: Config; notes: string[] }
  | { ok: false; faults: Fault[]; notes: string[] };

export const DEFAULT_FILE = 'config.yaml';

/**
 * Reads `file` (default `./config.yaml`, which may be missing) and the environment, which wins. Finds every fault
 * before it answers.
 * @param options.text what the file is going to hold, in place of what it holds
 */
export function loadConfig(options: {
  file?: string;
  env: Environment;
  cwd?: string;
  text?: string;
}): LoadedConfig {
  const wanted = resolve(options.cwd ?? '.', options.file ?? DEFAULT_FILE);
  const read = options.text === undefined ? readIfThere(wanted) : { text: options.text };
  if ('fault' in read) return { ok: false, faults: [read.fault], notes: [] };
  const { text } = read;
  if (text === null && options.file !== undefined) return { ok: false, faults: [noFile(wanted)], notes: [] };
  const file = readConfigText(wanted, text ?? '');
  const environment = readEnvironment(options.env);
  const faults = [...file.faults, ...environment.faults];
  const folder = dirname(wanted);
  const fixed = new Set<string>();
  const settings: Record<string, unknown> = {};
  const unclear = [...file.unclear, ...environment.unclear];
  for (const leaf of LEAVES) {
    const dotted = leaf.path.join('.');
    const over = environment.values.get(dotted);
    const given = over ? over.value : file.values.get(dotted);
    const isGiven = given !== undefined && given !== null;
    if (isGiven) fixed.add(dotted);
    const checked = checkValue(leaf, over?.name ?? dotted, given, folder, options.env);
    if ('faults' in checked) faults.push(...checked.faults);
    const isClear = isGiven || !unclear.some((path) => path === '' || `${dotted}.`.startsWith(`${path}.`));
    put(settings, leaf.path, 'value' in checked && isClear ? checked.value : undefined);
  }
  const sure = settings as unknown as Settings;
  faults.push(...missingBeside(sure));
  const notes = [...file.notes, ...strangersAmong(environment, file.values)];
  if (faults.length > 0) return { ok: false, faults, notes };
  return {
    ok: true,
    config: { ...sure, fixed, file: text === null ? null : wanted, folder, erp: accountOf(sure) },
    notes: [...notes, ...inertSettings(sure)],
  };
}

/** Null: there is none. */
function readIfThere(file: string): { text: string | null } | { fault: Fault } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isThere = code !== 'ENOENT' && code !== 'ENOTDIR';
    return isThere ? { fault: unreadable(file, code ?? String(error)) } : { text: null };
  }
}

function checkValue(
  leaf: Leaf,
  path: string,
  given: unknown,
  folder: string,
  env: Environment,
): { value: unknown } | { faults: Fault[] } {
  let value = given === null ? undefined : given;
  if (leaf.meaning.secret && typeof value === 'string') {
    const secret = resolveSecret(path, value, folder, env);
    if ('fault' in secret) return { faults: [secret.fault] };
    value = secret.value;
  }
  const parsed = leaf.schema.safeParse(value);
  if (!parsed.success) return { faults: valueFaults(path, leaf, value, parsed.error.issues) };
  return { value: leaf.meaning.path ? resolve(folder, String(parsed.data)) : parsed.data };
}

function accountOf({ base_url, auth: { username, password, auto_login } }: Settings): ErpAccount | null {
  if (base_url === null || username === null || password === null) return null;
  return { base_url: base_url.replace(/\/+$/, ''), username, password, auto_login };
}

/**
 * What is missing beside something that is there. Null is what nobody set; undefined stands for what was set and is told as a
 * fault already, or cannot be known.
 */
function missingBeside({ base_url, auth: { username, password }, wecom, llm }: Settings): Fault[] {
  const faults: Fault[] = [];
  const hasLogin = [username, password].some(Boolean);
  if (base_url === null && hasLogin) faults.push(NO_ADDRESS);
  if (base_url !== null) {
    if (username === null) faults.push(noLogin('auth.username', 'BANGQIAO_AUTH_USERNAME'));
    if (password === null) faults.push(noLogin('auth.password', 'BANGQIAO_AUTH_PASSWORD'));
  }
  return [...faults, ...wecomFaults(wecom), ...modelFaults(llm)];
}

function modelFaults({ enabled, base_url, model }: Settings['llm']): Fault[] {
  const missing = [...(base_url === null ? ['base_url'] : []), ...(model === null ? ['model'] : [])];
  if (!enabled) return [];
  return missing.map((name) => ({
    path: `llm.${name}`,
    problem: { zh: '语言模型的设置不全', en: 'the settings of the language model are incomplete' },
    hint: { zh: '填写它，或关闭 llm.enabled', en: 'give it, or turn llm.enabled off' },
  }));
}

/** Callbacks need all three; the others are of no use without the corp id. */
function wecomFaults({ corp_id, secret, token, encoding_aes_key }: Settings['wecom']): Fault[] {
  const hasCallback = token !== null || encoding_aes_key !== null;
  const missing = [
    ...(corp_id === null && (hasCallback || secret !== null) ? ['corp_id'] : []),
    ...(hasCallback && token === null ? ['token'] : []),
    ...(hasCallback && encoding_aes_key === null ? ['encoding_aes_key'] : []),
  ];
  return missing.map((name) => ({
    path: `wecom.${name}`,
    problem: { zh: '企业微信的设置不全', en: 'the settings of WeCom are incomplete' },
    hint: {
      zh: `填写 wecom.${name}（企业微信管理后台里有），或去掉其他 wecom 设置`,
      en: `set wecom.${name} (from the WeCom admin console), or take the other wecom settings out`,
    },
  }));
}

/** A variable that is called like a setting and is none, unless a secret lies in it (`env:NAME`). */
function strangersAmong(
  { strangers, values }: EnvironmentReading,
  inFile: ReadonlyMap<string, unknown>,
): string[] {
  const given = new Set<unknown>([...inFile.values(), ...[...values.values()].map(({ value }) => value)]);
  return strangers
    .filter((name) => !given.has(`env:${name}`))
    .map((name) => `${name}: unknown variable, ignored / 不认识的环境变量，已忽略`);
}

/** A setting from which nothing follows is not silently dropped. */
function inertSettings(settings: Settings): string[] {
  return LEAVES.filter((leaf) => leaf.meaning.inert)
    .filter((leaf) => JSON.stringify(get(settings, leaf.path)) !== JSON.stringify(leaf.fallback))
    .map((leaf) => `${leaf.path.join('.')}: ${leaf.meaning.en} / ${leaf.meaning.zh}`);
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let branch = target;
  for (const name of path.slice(0, -1)) {
    branch[name] ??= {};
    branch = branch[name] as Record<string, unknown>;
  }
  branch[path.at(-1)!] = value;
}

function get(source: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((branch, name) => (branch as Record<string, unknown>)[name], source);
}

function noFile(file: string): Fault {
  return {
    path: file,
    problem: { zh: '配置文件不存在', en: 'there is no such configuration file' },
    hint: {
      zh: '检查 --config 后的路径，或运行 bangqiao init 生成一个',
      en: 'check the path after --config, or make one with bangqiao init',
    },
  };
}

function unreadable(file: string, code: string): Fault {
  return {
    path: file,
    problem: {
      zh: `配置文件读不出来（${code}）`,
      en: `the configuration file is there and cannot be read (${code})`,
    },
    hint:
      code === 'EISDIR'
        ? { zh: '这是一个目录：请写明其中的文件', en: 'this is a folder: name the file in it' }
        : {
            zh: '检查这个文件的权限，或换成运行邦桥的账号',
            en: 'look at the rights of the file, or run as the account that may read it',
          },
  };
}

function noLogin(path: string, variable: string): Fault {
  return {
    path,
    problem: { zh: '写了 base_url，但缺少登录信息', en: 'base_url is there, but the login is not' },
    hint: {
      zh: `填写 ${path}，或设置环境变量 ${variable}`,
      en: `set ${path}, or the environment variable ${variable}`,
    },
  };
}

/** Without it a start would play the demo, on the database of whoever meant to join an ERP. */
const NO_ADDRESS: Fault = {
  path: 'base_url',
  problem: {
    zh: '写了登录信息，但缺少 ERP 地址',
    en: 'the login is there, but the address of the ERP is not',
  },
  hint: {
    zh: '填写 base_url（或设置环境变量 BANGQIAO_BASE_URL），或去掉 auth 里的登录信息',
    en: 'set base_url (or the environment variable BANGQIAO_BASE_URL), or take the login out of auth',
  },
};
