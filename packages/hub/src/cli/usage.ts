import type { CommanderError } from 'commander';
import type { Failure } from '../failure.ts';

/** commander's errors by their code; the first quoted word of its message says what was wrong. */
const WORDS: Readonly<Record<string, (what: string) => string>> = {
  'commander.unknownCommand': (what) => `没有 ${what} 这个命令`,
  'commander.unknownOption': (what) => `没有 ${what} 这个选项`,
  'commander.missingArgument': (what) => `缺少参数 ${what}`,
  'commander.excessArguments': () => '参数太多',
  'commander.optionMissingArgument': (what) => `选项 ${what} 缺少值`,
  'commander.missingMandatoryOptionValue': (what) => `必须给出选项 ${what}`,
  'commander.help': () => '还缺一个子命令',
  'commander.invalidArgument': (what) => `选项 ${what} 的值不合适`,
};

/**
 * A command line that is not understood: exit code 2, with the nearest known word, or those that may stand there. `verb`: as
 * far as it was understood, empty where it was not.
 */
export function usageFailure(error: CommanderError, verb: string): Failure {
  const isBare = error.code === 'commander.help';
  const message = isBare ? 'a verb is missing' : error.message.replace(/^error: /, '');
  const what = /'([^']+)'/.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (.+?)\?\)/.exec(message)?.[1];
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  const words = WORDS[error.code]?.(what) ?? message.split('\n')[0] ?? message;
  return {
    exitCode: 2,
    code: 'usage',
    message: {
      zh: meant ? `${words}。是不是想用 ${meant}？` : choices ? `${words}，只能是 ${choices}` : words,
      en: message.replaceAll('\n', ' '),
    },
    next:
      verb === ''
        ? { zh: '运行 bangqiao --help 查看全部命令', en: 'bangqiao --help lists all verbs' }
        : {
            zh: `运行 bangqiao ${verb} --help 查看用法`,
            en: `bangqiao ${verb} --help tells how it is used`,
          },
  };
}
