import {
  allOddities,
  createSim,
  type Faults,
  noFaults,
  type Oddities,
  plainOddities,
} from '@bangqiao/zhibang-sim';
import { type Command, InvalidArgumentError } from 'commander';
import { HubError } from '../errors.ts';
import { addVerb, type CliContext } from './session.ts';
import { startWecom } from './sim-wecom.ts';
import { untilStopped } from './stop.ts';

interface SimVerbOptions {
  port: number;
  customers: number;
  seed: number;
  file?: string;
  username: string;
  password: string;
  oddity: string[];
  fault: string[];
  wecom?: boolean;
  wecomPort: number;
  wecomCallback: string;
}

export function simVerb(program: Command, context: CliContext): void {
  addVerb<SimVerbOptions>(program, context, {
    usage: 'sim',
    summary: { zh: '运行模拟 ERP，直到被停止', en: 'run the stand-in ERP until it is stopped' },
    setUp: (command, text) => {
      command
        .option('--port <number>', text({ zh: '端口；0 任选', en: 'port; 0: any' }), count, 8090)
        .option('--customers <number>', text({ zh: '预置客户数', en: 'seeded customers' }), count, 1200)
        .option('--seed <number>', text({ zh: '随机种子', en: 'seed' }), count, 1)
        .option(
          '--file <file>',
          text({
            zh: '保存状态的 SQLite 文件（默认在内存）',
            en: 'SQLite file that keeps the state (default: memory)',
          }),
        )
        .option('--username <name>', text({ zh: '登录账号', en: 'account' }), 'demo')
        .option('--password <word>', text({ zh: '登录密码', en: 'its password' }), 'demo-pass')
        .option(
          '--oddity <name[=value]>',
          text({ zh: '怪癖，可重复；all 为全部', en: 'oddity, repeatable; all: every one' }),
          collect,
          [],
        )
        .option(
          '--fault <name=rate>',
          text({ zh: '故障及其概率，可重复', en: 'fault and its rate, repeatable' }),
          collect,
          [],
        )
        .option('--wecom', text({ zh: '同时运行模拟企业微信', en: 'run the stand-in WeCom beside it' }))
        .option(
          '--wecom-port <number>',
          text({ zh: '模拟企业微信的端口；0 任选', en: 'port of the stand-in WeCom; 0: any' }),
          count,
          8091,
        )
        .option(
          '--wecom-callback <url>',
          text({ zh: '模拟企业微信的回调地址', en: 'where the stand-in WeCom sends its callbacks' }),
          'http://127.0.0.1:8787/ingest/wecom',
        );
    },
    work: async (session, options) => {
      const sim = createSim({
        customers: options.customers,
        seed: options.seed,
        username: options.username,
        password: options.password,
        oddities: odditiesOf(options.oddity),
        faults: faultsOf(options.fault),
        ...(options.file ? { file: options.file } : {}),
      });
      const baseUrl = await sim.listen(options.port);
      const wecom = options.wecom ? await startWecom(wecomWishes(options)) : null;
      const cookies = sim.browserCookies();
      const header = `Cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join('; ')}`;
      const said = {
        zh: `模拟 ERP 在 ${baseUrl}，账号 ${options.username}；Ctrl+C 停止\n开放平台帮助站的 ${header}`,
        en: `Stand-in ERP at ${baseUrl}, account ${options.username}; Ctrl+C stops it\nFor its help site: ${header}`,
      };
      session.result(
        { baseUrl, username: options.username, cookies, ...(wecom ? { wecom: wecom.facts } : {}) },
        [said, wecom?.words].flatMap((words) => (words ? session.text(words) : [])).join('\n'),
      );
      await untilStopped();
      await wecom?.close();
      await sim.close();
    },
  });
}

function wecomWishes({ wecomPort, wecomCallback, customers, seed }: SimVerbOptions) {
  return { port: wecomPort, callbackUrl: wecomCallback, customers, seed };
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('a whole number from 0');
  return number;
}

function collect(text: string, all: string[]): string[] {
  return [...all, text];
}

/** `all`; `name` as it is among all of them; `name=value`, a list separated by commas where the oddity is one. */
function odditiesOf(wanted: readonly string[]): Partial<Oddities> {
  const plain = plainOddities();
  const every = allOddities();
  const chosen: Record<string, unknown> = {};
  for (const one of wanted) {
    const [name = '', value] = halves(one);
    if (name === 'all') Object.assign(chosen, every);
    else if (!(name in plain)) throw unknown('oddity', name, Object.keys(plain));
    else if (value === undefined) chosen[name] = every[name as keyof Oddities];
    else chosen[name] = Array.isArray(plain[name as keyof Oddities]) ? value.split(',') : plainValue(value);
  }
  return chosen as Partial<Oddities>;
}

function faultsOf(wanted: readonly string[]): Partial<Faults> {
  const plain = noFaults();
  const chosen: Record<string, number> = {};
  for (const one of wanted) {
    const [name = '', value] = halves(one);
    const known = Object.entries(plain).filter(([, none]) => typeof none === 'number');
    if (!known.some(([key]) => key === name))
      throw unknown(
        'fault',
        name,
        known.map(([key]) => key),
      );
    const rate = Number(value);
    if (value === undefined || !(rate >= 0)) throw badRate(name);
    chosen[name] = rate;
  }
  return chosen as Partial<Faults>;
}

function halves(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function plainValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function unknown(kind: 'oddity' | 'fault', name: string, known: string[]): HubError {
  return new HubError({
    code: `unknown_${kind}`,
    exitCode: 2,
    zh: `没有名为 ${name} 的${kind === 'oddity' ? '怪癖' : '故障'}`,
    en: `There is no ${kind} called ${name}`,
    nextZh: `可用：${known.join(' ')}`,
    nextEn: `Known: ${known.join(' ')}`,
  });
}

function badRate(name: string): HubError {
  return new HubError({
    code: 'bad_fault',
    exitCode: 2,
    zh: `故障 ${name} 要写成 ${name}=概率，例如 ${name}=0.1`,
    en: `The fault ${name} needs a rate, like ${name}=0.1`,
    nextZh: '概率在 0 和 1 之间；以 Ms、Every 结尾的是毫秒和次数',
    nextEn: 'Rates lie between 0 and 1; names ending in Ms and Every take milliseconds and counts',
  });
}
