import type { CatalogueEntry } from '../catalogue.ts';
import { exampleRequest } from '../example-request.ts';
import { exampleBody } from '../reference/example-body.ts';
import { prettyJson } from './text.ts';

/** The stand-in ERP as `bangqiao sim` starts it; tests put their own port there. */
const BASE = 'http://127.0.0.1:8090';

/** In the variable that a reader sets from the login. */
const TOKEN_IN_SHELL = '$ZB_TOKEN';

/** Stands for the variable while a body is written. */
const TOKEN_MARK = '<token>';

/** `curl` for a POSIX shell. JSON stands in single quotes, opened only for the token. */
export function curlExample(entry: CatalogueEntry): string {
  const body = prettyJson(exampleBody(entry, TOKEN_IN_SHELL)).replaceAll("'", "'\\''");
  const lines = [
    `curl -s '${BASE}${entry.path}'`,
    "-H 'Content-Type: application/json'",
    ...(entry.style === 'v3' ? [`-H "ZBAPI-Token: ${TOKEN_IN_SHELL}"`] : []),
    `-d '${body.replace(TOKEN_IN_SHELL, `'"${TOKEN_IN_SHELL}"'`)}'`,
  ];
  return lines.join(' \\\n  ');
}

export function typescriptExample(entry: CatalogueEntry): string {
  // The client's own account logs in, so that the call takes nothing.
  const parameters = entry.operation === 'login' ? {} : exampleRequest(entry);
  return `import { createClient } from '@bangqiao/zhibang';

const client = createClient({
  baseUrl: '${BASE}',
  username: 'demo',
  password: 'demo-pass',
  serialNumber: 'docs0001',
});
const answer = await client.call('${entry.call}', ${literal(parameters)});
console.log(answer);
await client.close();`;
}

/** Python 3 with nothing but its own library. */
export function pythonExample(entry: CatalogueEntry): string {
  const isLogin = entry.operation === 'login';
  const body = pythonLiteral(exampleBody(entry, TOKEN_MARK), 0).replace(`'${TOKEN_MARK}'`, 'token');
  const headers =
    entry.style === 'v3'
      ? "{'Content-Type': 'application/json', 'ZBAPI-Token': token}"
      : "{'Content-Type': 'application/json'}";
  return [
    isLogin ? 'import json' : 'import json\nimport os',
    'import urllib.request',
    '',
    ...(isLogin ? [] : ["token = os.environ['ZB_TOKEN']"]),
    `body = ${body}`,
    'request = urllib.request.Request(',
    `    '${BASE}${entry.path}',`,
    '    data=json.dumps(body).encode(),',
    `    headers=${headers},`,
    ')',
    'with urllib.request.urlopen(request) as response:',
    '    print(json.load(response))',
  ].join('\n');
}

function pythonLiteral(value: unknown, depth: number): string {
  const inner = '    '.repeat(depth + 1);
  const end = `\n${'    '.repeat(depth)}`;
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((each) => `${inner}${pythonLiteral(each, depth + 1)},`).join('\n')}${end}]`;
  }
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value);
  if (parts.length === 0) return '{}';
  if (isFlat(parts))
    return `{${parts.map(([id, each]) => `${quoted(id)}: ${pythonLiteral(each, depth)}`).join(', ')}}`;
  return `{\n${parts.map(([id, each]) => `${inner}${quoted(id)}: ${pythonLiteral(each, depth + 1)},`).join('\n')}${end}}`;
}

/** Short enough for one line: `{'id': 'name', 'val': …}`. */
function isFlat(parts: readonly [string, unknown][]): boolean {
  return parts.length <= 2 && parts.every(([, each]) => typeof each !== 'object');
}

/** A literal of TypeScript as the project formats it: single quotes, names without quotes where they may. */
function literal(value: unknown, depth = 0): string {
  const inner = '  '.repeat(depth + 1);
  const end = `\n${'  '.repeat(depth)}`;
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((each) => `${inner}${literal(each, depth + 1)},`).join('\n')}${end}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value);
  if (parts.length === 0) return '{}';
  const named = parts.map(([id, each]) => `${property(id)}: ${literal(each, depth + 1)}`);
  if (parts.length <= 3 && !parts.some(([, each]) => typeof each === 'object'))
    return `{ ${named.join(', ')} }`;
  return `{\n${named.map((each) => `${inner}${each},`).join('\n')}${end}}`;
}

function property(id: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(id) ? id : quoted(id);
}

/** In single quotes, for both languages. */
function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside}'`;
}
