import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from './environment.ts';
import type { Fault } from './problem.ts';

/** `file:PATH` (one line of text) or `env:NAME` → what stands there; anything else is the secret itself. */
export function resolveSecret(
  path: string,
  value: string,
  folder: string,
  env: Environment,
): { value: string } | { fault: Fault } {
  if (value.startsWith('env:')) return fromEnvironment(path, value.slice('env:'.length), env);
  if (!value.startsWith('file:')) return { value };
  const file = resolve(folder, value.slice('file:'.length));
  let text: string;
  try {
    text = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/[\r\n]+$/, '');
  } catch {
    return fault(path, `读不到文件 ${file}`, `cannot read the file ${file}`);
  }
  return text === '' ? fault(path, `文件 ${file} 是空的`, `the file ${file} is empty`) : { value: text };
}

function fromEnvironment(path: string, name: string, env: Environment) {
  const text = env[name];
  return text
    ? { value: text }
    : fault(path, `环境变量 ${name} 没有设置`, `the environment variable ${name} is not set`);
}

function fault(path: string, zh: string, en: string): { fault: Fault } {
  const hint = {
    zh: '写上密码所在的文件（file:路径）或环境变量（env:名称）',
    en: 'name the file (file:PATH) or the variable (env:NAME) that holds it',
  };
  return { fault: { path, problem: { zh, en }, hint } };
}
