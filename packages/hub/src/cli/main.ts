import type { Language } from '@bangqiao/core';
import { Command, CommanderError, type Option } from 'commander';
import { failureOf } from '../failure.ts';
import { tellFailure } from './failure.ts';
import { addCommonOptions, type CliContext, type CliIo, type ExitCode } from './session.ts';
import { usageFailure } from './usage.ts';
import { type Verb, verbsFor } from './verbs.ts';

/** Runs one command line (without `node` and the program) and answers its exit code. Never throws, never exits. */
export async function main(argv: readonly string[], io: CliIo = processIo()): Promise<ExitCode> {
  const lang = languageOf(argv, io.env);
  const context: CliContext = { io, lang, exitCode: 0 };
  const json = argv.includes('--json');
  const program = buildProgram(context, await verbsFor(argv));
  if (argv.length === 0) {
    io.stderr.write(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure =
      error instanceof CommanderError ? usageFailure(error, verbIn(program, argv)) : failureOf(error);
    tellFailure(failure, io, { lang, json });
    return failure.exitCode;
  }
}

/** As far as what was typed is a verb: `journal list`. */
function verbIn(program: Command, argv: readonly string[]): string {
  const names: string[] = [];
  let at: Command | undefined = program;
  for (const word of argv) {
    at = at.commands.find((one) => one.name() === word);
    if (!at) break;
    names.push(word);
  }
  return names.join(' ');
}

function buildProgram(context: CliContext, verbs: readonly Verb[]): Command {
  const { io, lang } = context;
  const program = new Command('bangqiao');
  program
    .description(
      lang === 'zh'
        ? '邦桥：微信客户与智邦国际 ERP 之间的桥'
        : 'A bridge between WeChat customers and the 智邦国际 ERP',
    )
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Told in main, in the language of the user and as JSON where that is asked for.
      outputError: () => {},
    });
  addCommonOptions(program, lang);
  if (lang === 'zh')
    program.configureHelp({
      styleTitle: (title) => CHINESE_TITLES[title] ?? title,
      optionDescription: describedInChinese,
    });
  program.helpCommand('help [verb]', lang === 'zh' ? '显示某个命令的帮助' : 'show the help of a verb');
  for (const verb of verbs) verb(program, context);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** With what commander adds in English: the words that may stand there, and what holds without one. */
function describedInChinese({ description, argChoices, defaultValue, required, optional }: Option): string {
  const more = [
    argChoices && `可选：${argChoices.join('、')}`,
    (required || optional) && defaultValue !== undefined && `默认 ${String(defaultValue)}`,
  ].filter(Boolean);
  return more.length === 0 ? description : `${description}（${more.join('；')}）`;
}

const CHINESE_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** `--lang`, else English where the environment names an English locale, else Chinese. */
function languageOf(argv: readonly string[], env: CliIo['env']): Language {
  const at = argv.indexOf('--lang');
  const asked =
    at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function processIo(): CliIo {
  // `bangqiao … | head`: who reads has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
  };
}
