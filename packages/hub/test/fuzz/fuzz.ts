import { ENDPOINT_NAMES, ENDPOINTS, type Endpoint, type EndpointName, ROLES, reachOf } from '@bangqiao/api';
import { dice, shotAt } from './inputs.ts';

/** Who asks: a sign-in per role, nobody, and a token that is none. */
export type Asker = (typeof ROLES)[number] | 'nobody' | 'stranger';

export interface FuzzOptions {
  url: string;
  requests: number;
  seed: number;
  /** Of each asker, as `cookie` or `authorization`. */
  headers(asker: Asker): Promise<Record<string, string>>;
  /** What a role's answers may never contain: the names of others' customers, phones. */
  forbidden: Partial<Record<Asker, RegExp>>;
}

export interface FuzzReport {
  requests: number;
  /** `customers.list manager 200` */
  reached: Set<string>;
  byStatus: Record<string, number>;
  /** Share of route × asker that was reached. */
  coverage: number;
  /** Share of route × asker × status: who may not is kept out; who may is answered, and refused what does not fit. */
  statuses: number;
  /** Of those what was not reached. */
  missed: string[];
  findings: string[];
}

/** Ends the session or changes passwords that the others need; each has tests of its own. */
const LEFT_OUT: ReadonlySet<EndpointName> = new Set([
  'session.close',
  'session.password',
  'users.change',
  'setup.administrator',
  'settings.connect',
]);
const ASKERS: readonly Asker[] = [...ROLES, 'nobody', 'stranger'];

/** Half of the requests fit and are authorised where the asker may; the others are broken in some way. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const draw = dice(options.seed);
  const names = ENDPOINT_NAMES.filter((name) => !LEFT_OUT.has(name));
  const report: FuzzReport = {
    requests: 0,
    reached: new Set(),
    byStatus: {},
    coverage: 0,
    statuses: 0,
    missed: [],
    findings: [],
  };
  const kinds = new Set<string>();
  for (let at = 0; at < options.requests; at += 1) {
    const name = names[at % names.length] as EndpointName;
    const it: Endpoint = ENDPOINTS[name];
    const fits = draw(2) === 0;
    const may = ROLES.filter((role) => it.right === 'open' || reachOf(role, it.right) !== null);
    const turn = Math.floor(at / names.length);
    const isTour = turn < ASKERS.length;
    const asker = isTour
      ? ASKERS[turn]!
      : fits && draw(4) > 0
        ? may[draw(may.length)]!
        : ASKERS[draw(ASKERS.length)]!;
    const { path, body } = shotAt(it, draw, fits);
    const status = await shoot(options, report, { name, it, asker, path, body });
    report.requests += 1;
    report.byStatus[status] = (report.byStatus[status] ?? 0) + 1;
    report.reached.add(`${name} ${asker} ${status}`);
    kinds.add(`${name} ${asker}`);
    guard(report, { name, it, asker, status });
  }
  report.coverage = kinds.size / (names.length * ASKERS.length);
  const wanted = names.flatMap((name) => ASKERS.flatMap((asker) => statusesFor(name, asker)));
  report.missed = wanted.filter((one) => !report.reached.has(one));
  report.statuses = 1 - report.missed.length / wanted.length;
  return report;
}

/** Every route refuses what it does not know with 400, also one that takes nothing. */
function statusesFor(name: EndpointName, asker: Asker): string[] {
  const it: Endpoint = ENDPOINTS[name];
  const isSomebody = asker !== 'nobody' && asker !== 'stranger';
  if (it.right !== 'open' && !isSomebody) return [`${name} ${asker} 401`];
  if (it.right !== 'open' && isSomebody && reachOf(asker, it.right) === null) return [`${name} ${asker} 403`];
  return [`${name} ${asker} 200`, `${name} ${asker} 400`];
}

interface Shooting {
  name: EndpointName;
  it: Endpoint;
  asker: Asker;
  path: string;
  body: string | undefined;
}

async function shoot(options: FuzzOptions, report: FuzzReport, shot: Shooting): Promise<number> {
  const { it, asker, path, body, name } = shot;
  const stop = new AbortController();
  const answer = await fetch(`${options.url}${path}`, {
    method: it.method,
    signal: stop.signal,
    headers: {
      // Who signs in as somebody else leaves the session that the others need.
      ...(await options.headers(name === 'session.open' ? 'nobody' : asker)),
      'x-bangqiao': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(it.method === 'GET' || body === undefined ? {} : { body }),
  });
  // Refused by Node's own parser, before there is a route.
  if (answer.status === 431) return 431;
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const text = isStream ? '' : await answer.text();
  stop.abort();
  const say = (what: string) =>
    report.findings.push(
      `${name} ${asker} ${answer.status}: ${what}: ${it.method} ${path.slice(0, 200)} ${body?.slice(0, 200) ?? ''}`,
    );
  if (answer.status >= 500) say(`server error ${text.slice(0, 200)}`);
  if (/\bat [\w.<>]+ \(|node_modules|file:\/\/|SQLITE_|syntax error/.test(text)) say('shows its inside');
  if (answer.status >= 400 && !isFailure(text)) say(`no code, sentence and next step: ${text.slice(0, 100)}`);
  // Whoever signs in is told their own name, and somebody may be called by a phone.
  if (name !== 'session.open' && tellsOf(text, `${path}${body}`, options.forbidden[asker])) {
    say('data of another role');
  }
  return answer.status;
}

/** What somebody sent may come back to them: rules that are checked, for one. */
function tellsOf(text: string, sent: string, forbidden: RegExp | undefined): boolean {
  if (forbidden === undefined) return false;
  const found = text.matchAll(new RegExp(forbidden, `${forbidden.flags}g`));
  return [...found].some(([told]) => !sent.includes(told));
}

function isFailure(text: string): boolean {
  try {
    const { error } = JSON.parse(text) as {
      error?: { code?: string; message?: { zh?: string; en?: string } };
    };
    return Boolean(error?.code && error.message?.zh && error.message.en);
  } catch {
    return false;
  }
}

/** Whom the table of rights keeps out is kept out whatever was sent. */
function guard(
  report: FuzzReport,
  { name, it, asker, status }: Pick<Shooting, 'name' | 'it' | 'asker'> & { status: number },
): void {
  // A path that no route has any more (a sign that cut it short) is nobody's.
  if (it.right === 'open' || [400, 404, 431].includes(status)) return;
  const isSomebody = asker !== 'nobody' && asker !== 'stranger';
  const wanted = isSomebody ? (reachOf(asker, it.right) === null ? 403 : null) : 401;
  if (wanted === null ? status === 401 : status !== wanted && status !== 429) {
    report.findings.push(`${name} ${asker}: ${status}, wanted ${wanted ?? 'in'}`);
  }
}
