import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument, stringify } from 'yaml';

/** Where the password lies, beside the configuration; readable by its owner only. */
export const PASSWORD_FILE = join('storage', 'erp_password');

export interface ErpAnswers {
  baseUrl: string;
  username: string;
  password: string;
}

/** Writes a fresh configuration file that names the ERP, and the password beside it. */
export function writeErpConfig(file: string, answers: ErpAnswers): void {
  writePassword(file, answers.password);
  writeFileSync(file, `${HEAD}${stringify({ erp_integration: erpKeys(answers) })}`);
}

/** Names the ERP in a configuration file that is there, and leaves everything else in it as it stands. */
export function changeErpConfig(file: string, answers: ErpAnswers): void {
  if (!existsSync(file)) {
    writeErpConfig(file, answers);
    return;
  }
  writePassword(file, answers.password);
  const document = parseDocument(readFileSync(file, 'utf8'));
  const { base_url, auth } = erpKeys(answers);
  document.setIn(['erp_integration', 'base_url'], base_url);
  document.setIn(['erp_integration', 'auth', 'username'], auth.username);
  document.setIn(['erp_integration', 'auth', 'password'], auth.password);
  writeFileSync(`${file}.new`, document.toString());
  renameSync(`${file}.new`, file);
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

const HEAD = `# 邦桥 Bangqiao. Every key and its default: docs/configuration.md · 全部配置项见 docs/configuration.md
`;
