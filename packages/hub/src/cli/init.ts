import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { DEFAULT_FILE } from '../config/index.ts';
import { type ErpAnswers, PASSWORD_FILE, writeErpConfig } from '../config/write-erp.ts';
import { HubError } from '../errors.ts';
import { askForErp, confirmOverwrite, urlProblem } from './ask.ts';
import { addVerb, type CliContext, type Session } from './session.ts';

interface InitOptions {
  baseUrl?: string;
  username?: string;
  passwordFile?: string;
  yes?: boolean;
}

export function initVerb(program: Command, context: CliContext): void {
  addVerb<InitOptions>(program, context, {
    usage: 'init',
    changes: true,
    summary: { zh: '询问 ERP 地址和账号，写出 config.yaml', en: 'ask for the ERP and write config.yaml' },
    setUp: (command, text) => {
      command
        .option('--base-url <url>', text({ zh: 'ERP 地址', en: 'address of the ERP' }))
        .option('--username <name>', text({ zh: '登录账号', en: 'account' }))
        .option('--password-file <file>', text({ zh: '内含密码的文件', en: 'file that holds the password' }))
        .option(
          '--yes',
          text({
            zh: '不提问，修改已有文件中的 ERP 连接',
            en: 'ask nothing, change the ERP in a file that is there',
          }),
        );
    },
    work: async (session, options) => {
      const file = resolve(session.io.cwd, session.configFile ?? DEFAULT_FILE);
      const canAsk = session.io.stdin.isTTY === true && session.io.stdout.isTTY === true && !session.json;
      await allowOverwrite(session, file, options, canAsk);
      const answers = await answersOf(session, options, canAsk);
      const old = writeErpConfig(file, answers);
      if (old !== null)
        session.note({
          zh: `${file} 不能自动改写，已重新写出；原文件保存为 ${old}。`,
          en: `${file} could not be changed automatically and was written anew; the former file is kept as ${old}.`,
        });
      session.result(
        { file, passwordFile: join(dirname(file), PASSWORD_FILE) },
        session.text({
          zh: `已写入 ${file}。下一步：bangqiao doctor 检查连接，bangqiao sync 开始同步。`,
          en: `Wrote ${file}. Next: bangqiao doctor looks at the connection, bangqiao sync starts.`,
        }),
      );
    },
  });
}

async function allowOverwrite(session: Session, file: string, options: InitOptions, canAsk: boolean) {
  if (!existsSync(file) || options.yes) return;
  if (canAsk && (await confirmOverwrite(session.lang, file))) return;
  throw new HubError({
    code: 'config_exists',
    exitCode: 2,
    zh: `${file} 已经存在，没有改动。`,
    en: `${file} is there already and was not changed.`,
    nextZh: '要修改其中的 ERP 连接（地址、账号、密码）请加 --yes（其他内容不变），或用 --config 写到别处',
    nextEn: 'Add --yes to change the ERP in it (the rest stays), or name another file with --config',
  });
}

async function answersOf(session: Session, options: InitOptions, canAsk: boolean): Promise<ErpAnswers> {
  const known: Partial<ErpAnswers> = {};
  if (options.baseUrl) known.baseUrl = requireUrl(options.baseUrl);
  if (options.username) known.username = options.username;
  if (options.passwordFile) known.password = readPassword(resolve(session.io.cwd, options.passwordFile));
  if (known.baseUrl && known.username && known.password) return known as ErpAnswers;
  if (canAsk && !options.yes) return await askForErp(session.lang, known);
  throw new HubError({
    code: 'init_incomplete',
    exitCode: 2,
    zh: '这里不能提问，需要写全 --base-url、--username 和 --password-file。',
    en: 'Nothing can be asked here: --base-url, --username and --password-file are all needed.',
    nextZh: '例：bangqiao init --base-url http://erp.example.com --username 账号 --password-file 文件',
    nextEn: 'Like: bangqiao init --base-url http://erp.example.com --username NAME --password-file FILE',
  });
}

function requireUrl(text: string): string {
  const problem = urlProblem(text);
  if (!problem) return text.trim();
  throw new HubError({
    code: 'bad_url',
    exitCode: 2,
    zh: `--base-url ${text}：${problem.zh}`,
    en: `--base-url ${text}: ${problem.en}`,
    nextZh: '例：http://erp.example.com:8080',
    nextEn: 'Like: http://erp.example.com:8080',
  });
}

export function readPassword(file: string): string {
  let text = '';
  try {
    text = readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
  } catch {
    // Told below: a file that cannot be read holds no password.
  }
  if (text !== '') return text;
  throw new HubError({
    code: 'no_password',
    exitCode: 2,
    zh: `读不到密码文件 ${file}，或它是空的`,
    en: `The password file ${file} cannot be read, or is empty`,
    nextZh: '检查 --password-file 后的路径',
    nextEn: 'Check the path after --password-file',
  });
}
