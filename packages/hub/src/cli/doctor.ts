import type { Command } from 'commander';
import { checkLine, diagnose, verdict } from '../doctor/index.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

export function doctorVerb(program: Command, context: CliContext): void {
  addVerb<{ loginAgain?: boolean }>(program, context, {
    usage: 'doctor',
    changes: ({ loginAgain = false }) => loginAgain,
    summary: {
      zh: '逐项检查配置、数据库、ERP、登录、列表、选项、规则和时钟',
      en: 'look at configuration, database, ERP, login, list, options, rules and clock, one line each',
    },
    setUp: (command, text) =>
      command.option(
        '--login-again',
        text({
          zh: '密码或验证码已处理好，允许再登录一次',
          en: 'the password or captcha is in order now: log in once more',
        }),
      ),
    work: runDoctor,
  });
}

async function runDoctor(session: Session, options: { loginAgain?: boolean }): Promise<ExitCode> {
  const { io, lang, json } = session;
  const diagnosis = await diagnose({
    loaded: session.loadedConfig(),
    now: () => new Date(),
    loginAgain: options.loginAgain === true,
    by: 'doctor (cli)',
    ...(json ? {} : { onCheck: (check) => io.stdout.write(`${checkLine(check, lang)}\n`) }),
  });
  session.result(diagnosis, session.text(verdict(diagnosis)));
  return diagnosis.exitCode;
}
