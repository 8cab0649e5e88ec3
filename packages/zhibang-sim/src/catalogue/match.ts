import { type Call, locate } from '../call.ts';
import type { Fact } from './facts.ts';

/** Query parts that tell entries on one path apart; others in a published path are examples (`ord=0`). */
const TELLING = new Set(
  '__msgid edit sort datatype checktype dtype stype reportmodel approve intsort'.split(' '),
);

interface Candidate {
  fact: Fact;
  /** Lower case. */
  telling: [string, string][];
}

/** Finds the entry that a call means, by path or alias in any letter case. */
export class Matcher {
  readonly #byRoute = new Map<string, Candidate[]>();

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      if (fact.style === 'page') continue;
      for (const route of new Set([fact.path, fact.alias ?? fact.path].map(routeOf))) {
        const known = this.#byRoute.get(route) ?? [];
        this.#byRoute.set(route, [...known, { fact, telling: tellingOf(fact.path) }]);
      }
    }
  }

  /** `form`: the path is there, but nothing is asked of it that the index names; undefined: no such path. */
  find(call: Call): Fact | 'form' | undefined {
    const candidates = this.#byRoute.get(`${call.style} ${call.route}`);
    if (!candidates) return undefined;
    const fitting = candidates
      .filter(({ fact, telling }) => fits(fact, telling, call))
      .sort((a, b) => b.telling.length - a.telling.length);
    const exact = fitting.find(({ telling }) => telling.every(([key, value]) => sent(call, key) === value));
    const loose = fitting.findLast(({ telling }) => telling.every(([key]) => key !== '__msgid'));
    return (exact ?? loose)?.fact ?? 'form';
  }
}

function routeOf(path: string): string {
  const { style, route } = locate(path.split('?')[0]!.toLowerCase());
  return `${style} ${route}`;
}

function tellingOf(path: string): [string, string][] {
  const pairs = [...new URLSearchParams(path.split('?')[1] ?? '')];
  return pairs
    .map(([key, value]): [string, string] => [key.toLowerCase(), value.toLowerCase()])
    .filter(([key]) => TELLING.has(key));
}

const sent = (call: Call, key: string): string => (call.query[key] ?? '').toLowerCase();

/** `apihelptype` tells the operation where it stands, else `__msgid` and `cmdkey` do (wire.md "cmdkey"). */
function fits({ style, operation }: Fact, telling: [string, string][], call: Call): boolean {
  if (style !== 'ov1') return true;
  const button = telling.some(([key]) => key === '__msgid');
  if (button || call.query.__msgid !== undefined) return button;
  if (operation === 'save') return call.cmdkey === '__sys_dosave';
  if (operation === 'command') return true;
  const asked = call.query.apihelptype?.toLowerCase();
  if (asked !== undefined && call.cmdkey !== 'refresh') return asked === operation;
  return call.cmdkey === 'refresh' ? operation === 'list' : call.cmdkey !== '__sys_dosave';
}
