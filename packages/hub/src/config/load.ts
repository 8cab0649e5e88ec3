import { dirname, resolve } from 'node:path';
import { type Environment, readEnvironment } from './environment.ts';
import { LEAVES, type Leaf } from './leaves.ts';
import { type Fault, valueFault } from './problem.ts';
import { configFileExists, readConfigFile } from './read-file.ts';
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
 */
export function loadConfig(options: { file?: string; env: Environment; cwd?: string }): LoadedConfig {
  const wanted = resolve(options.cwd ?? '.', options.file ?? DEFAULT_FILE);
  const exists = configFileExists(wanted);
  if (!exists && options.file !== undefined) return { ok: false, faults: [noFile(wanted)], notes: [] };
  const file = exists ? readConfigFile(wanted) : { values: new Map(), faults: [], notes: [] };
  const environment = readEnvironment(options.env);
  const faults = [...file.faults, ...environment.faults];
  const folder = dirname(wanted);
  const fixed = new Set<string>();
  const settings: Record<string, unknown> = {};
  for (const leaf of LEAVES) {
    const dotted = leaf.path.join('.');
    const over = environment.values.get(dotted);
    const given = over ? over.value : file.values.get(dotted);
    if (given !== undefined && given !== null) fixed.add(dotted);
    const checked = checkValue(leaf, over?.name ?? dotted, given, folder, options.env);
    if ('fault' in checked) faults.push(checked.fault);
    else put(settings, leaf.path, checked.value);
  }
  if (faults.length > 0) return { ok: false, faults, notes: file.notes };
  return complete(
    settings as unknown as Settings,
    { fixed, file: exists ? wanted : null, folder },
    file.notes,
  );
}

function checkValue(
  leaf: Leaf,
  path: string,
  given: unknown,
  folder: string,
  env: Environment,
): { value: unknown } | { fault: Fault } {
  let value = given === null ? undefined : given;
  if (leaf.meaning.secret && typeof value === 'string') {
    const secret = resolveSecret(path, value, folder, env);
    if ('fault' in secret) return secret;
    value = secret.value;
  }
  const parsed = leaf.schema.safeParse(value);
  if (!parsed.success) return { fault: valueFault(path, leaf, value, parsed.error.issues[0]!) };
  return { value: leaf.meaning.path ? resolve(folder, String(parsed.data)) : parsed.data };
}

function complete(
  settings: Settings,
  rest: Pick<Config, 'fixed' | 'file' | 'folder'>,
  notes: string[],
): LoadedConfig {
  const { base_url, auth } = settings;
  const faults: Fault[] = [];
  if (base_url !== null) {
    if (auth.username === null) faults.push(noLogin('auth.username', 'BANGQIAO_AUTH_USERNAME'));
    if (auth.password === null) faults.push(noLogin('auth.password', 'BANGQIAO_AUTH_PASSWORD'));
  }
  faults.push(...wecomFaults(settings.wecom), ...modelFaults(settings.llm));
  if (faults.length > 0) return { ok: false, faults, notes };
  const erp =
    base_url !== null && auth.username !== null && auth.password !== null
      ? {
          base_url: base_url.replace(/\/+$/, ''),
          username: auth.username,
          password: auth.password,
          auto_login: auth.auto_login,
        }
      : null;
  return { ok: true, config: { ...settings, ...rest, erp }, notes: [...notes, ...inertSettings(settings)] };
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
