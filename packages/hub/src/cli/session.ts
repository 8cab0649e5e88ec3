import type { Bilingual, Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { type Config, ConfigError, describeFaults, type LoadedConfig, loadConfig } from '../config/index.ts';
import { createLog, type Log } from '../log.ts';
import { audited } from './audited.ts';
import { createProgress, type Progress } from './progress.ts';

export interface OutStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** The surroundings of one command, so that tests can give their own. */
export interface CliIo {
  stdout: OutStream;
  stderr: OutStream;
  stdin: NodeJS.ReadStream;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
}

/** Exit codes: 0 done, 1 a row or the run failed, 2 usage or configuration, 3 stopped to ask. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a verb works with. Results go to standard output, everything else to standard error. */
export class Session {
  readonly io: CliIo;
  readonly lang: Language;
  readonly json: boolean;
  readonly configFile: string | undefined;

  constructor(io: CliIo, lang: Language, options: { json?: boolean; config?: string }) {
    this.io = io;
    this.lang = lang;
    this.json = options.json === true;
    this.configFile = options.config;
  }

  text(words: Bilingual): string {
    return words[this.lang];
  }

  /** The configuration, or all that is wrong with it; what was ignored in it is said on standard error. */
  loadedConfig(): LoadedConfig {
    const loaded = loadConfig({ file: this.configFile, env: this.io.env, cwd: this.io.cwd });
    for (const note of loaded.notes) this.note({ zh: `配置：${note}`, en: `configuration: ${note}` });
    return loaded;
  }

  /** The checked configuration. @throws ConfigError */
  config(): Config {
    const loaded = this.loadedConfig();
    if (!loaded.ok) throw new ConfigError(loaded.faults);
    return loaded.config;
  }

  /** The configuration anew; where somebody has spoilt it meanwhile, what is wrong is told and the former one stays. */
  configOr(former: Config): Config {
    try {
      return this.config();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.note({ zh: describeFaults(error.faults, 'zh'), en: describeFaults(error.faults, 'en') });
      this.note({ zh: '仍用原来的配置。', en: 'The former configuration stays.' });
      return former;
    }
  }

  /**
   * Everything goes to the file. On the screen a command shows only what needs a look, as readable lines; a service in
   * a pipe (container, systemd) writes all of it as JSON.
   */
  log(config: Config, { service = false }: { service?: boolean } = {}): Log {
    const { level, file } = config.logging;
    const isTerminal = this.io.stderr.isTTY === true;
    const asJson = service && !isTerminal;
    return createLog({ level, file, quiet: !asJson, readable: !asJson, stderr: this.io.stderr });
  }

  progress(): Progress {
    return createProgress(this.io.stderr, { silent: this.json, lang: this.lang });
  }

  /** The outcome: one JSON document with --json, else the text for people. */
  result(document: unknown, text: string): void {
    this.io.stdout.write(this.json ? `${JSON.stringify(document)}\n` : `${text}\n`);
  }

  /** A remark that is no result. */
  note(words: Bilingual): void {
    this.io.stderr.write(`${this.text(words)}\n`);
  }
}

/** Everything that a verb's file needs to put its verb into the program. */
export interface CliContext {
  io: CliIo;
  lang: Language;
  /** Set by the verb that ran. */
  exitCode: ExitCode;
}

/**
 * Adds a verb with the options that every verb has. `work` gets the session, its own options and its arguments, and
 * answers the exit code; nothing means 0.
 */
export function addVerb<O extends object>(
  program: Command,
  context: CliContext,
  verb: {
    /** With its arguments: `import <file>`. */
    usage: string;
    summary: Bilingual;
    setUp?: (command: Command, text: (words: Bilingual) => string) => void;
    /** It changes something, always or as it is typed: who typed it is kept in the audit. */
    changes?: true | ((options: O, ...args: string[]) => boolean);
    // biome-ignore lint/suspicious/noConfusingVoidType: most verbs have nothing to answer
    work: (session: Session, options: O, ...args: string[]) => Promise<ExitCode | void>;
  },
): void {
  const text = (words: Bilingual) => words[context.lang];
  const command = program.command(verb.usage).description(text(verb.summary));
  verb.setUp?.(command, text);
  addCommonOptions(command, context.lang);
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, command.registeredArguments.length).flat() as string[];
    const options = command.optsWithGlobals<O & { json?: boolean; config?: string }>();
    const session = new Session(context.io, context.lang, options);
    const work = async () => (await verb.work(session, options, ...args)) ?? 0;
    const changes = verb.changes === true || verb.changes?.(options, ...args) === true;
    const typed = { verb: nameOf(command), args, options: command.opts() };
    context.exitCode = changes ? await audited(session, typed, work) : await work();
  });
}

/** `conflicts resolve` */
function nameOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${parent.name()} ${command.name()}` : command.name();
}

export function addCommonOptions(command: Command, lang: Language): void {
  const words = COMMON[lang];
  command
    .option('--json', words.json)
    .option('--config <file>', words.config)
    .option('--lang <zh|en>', words.lang)
    .helpOption('-h, --help', words.help);
}

const COMMON = {
  zh: {
    json: '标准输出只有一份 JSON',
    config: '配置文件（默认 ./config.yaml）',
    lang: '界面语言',
    help: '显示帮助',
  },
  en: {
    json: 'exactly one JSON document on standard output',
    config: 'configuration file (default ./config.yaml)',
    lang: 'language of the output',
    help: 'show this help',
  },
} as const;
