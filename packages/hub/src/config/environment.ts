import { environmentName, LEAVES, type Leaf } from './leaves.ts';
import { type Fault, nearest } from './problem.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Names that other programs use for the same thing. */
const ALIASES: Readonly<Record<string, string>> = { DATABASE_URL: 'database.url', PORT: 'http.port' };

export interface EnvironmentReading {
  /** By path with dots: the value in the key's type where it can be read so, and the variable that set it. */
  values: Map<string, { value: unknown; name: string }>;
  faults: Fault[];
  /** Keys whose variable is misspelt. */
  unclear: string[];
  /** Variables that are called like ours and set nothing. */
  strangers: string[];
}

/** Read elsewhere: by the launcher's child, and by programs that ask the API (packages/api/README.md). */
const NO_SETTINGS: readonly string[] = ['BANGQIAO_HANDED_OVER', 'BANGQIAO_TOKEN'];

/** Values from `BANGQIAO_…`, `DATABASE_URL` and `PORT`; an empty variable counts as absent. */
export function readEnvironment(env: Environment): EnvironmentReading {
  const reading: EnvironmentReading = { values: new Map(), faults: [], unclear: [], strangers: [] };
  for (const leaf of LEAVES) {
    const dotted = leaf.path.join('.');
    const alias = Object.keys(ALIASES).find((name) => ALIASES[name] === dotted);
    const name = [environmentName(leaf.path), alias].find((one) => one && env[one]);
    const text = name ? env[name] : undefined;
    if (name && text) reading.values.set(dotted, { name, value: fromText(leaf, text) });
  }
  const known = new Map(LEAVES.map(({ path }) => [environmentName(path), path.join('.')]));
  for (const name of Object.keys(env)) {
    if (!name.startsWith('BANGQIAO_') || known.has(name)) continue;
    const meant = nearest(name, [...known.keys()]);
    if (meant === undefined) {
      if (!NO_SETTINGS.includes(name)) reading.strangers.push(name);
      continue;
    }
    reading.faults.push(misspelt(name, meant));
    reading.unclear.push(known.get(meant) as string);
  }
  return reading;
}

function fromText(leaf: Leaf, text: string): unknown {
  const word = text.trim().toLowerCase();
  if (leaf.kind === 'list')
    return text
      .split(/[,，]/)
      .map((part) => part.trim())
      .filter(Boolean);
  if (leaf.kind === 'number') return word !== '' && Number.isFinite(Number(word)) ? Number(word) : text;
  if (leaf.kind === 'text') return text;
  if (['true', '1', 'yes', 'on'].includes(word)) return true;
  return ['false', '0', 'no', 'off'].includes(word) ? false : text;
}

function misspelt(name: string, meant: string): Fault {
  return {
    path: name,
    problem: { zh: '没有这个环境变量', en: 'there is no such variable' },
    hint: { zh: `是不是想写 ${meant}？`, en: `did you mean ${meant}?` },
  };
}
