import type { CatalogueField } from '../catalogue.ts';
import { fieldsOf } from './field-table.ts';

/** An entry as its text tells it. */
export interface DrawnEntry {
  /** The names above it, without 首页. */
  category: string[];
  name: string;
  /** Path and query of 接口地址; absent on pages of prose. */
  path?: string;
  request?: CatalogueField[];
  response?: CatalogueField[];
  /** The class under 返回结果. */
  returns?: string;
  /** The text stops before the answer: what the entry says of its fields may be cut. */
  half?: true;
}

const HOME = /^首页(?:$|[\s>›»/\\|→-])/;
const SECTION = /^(请求参数|请求范例|输出参数|返回结果|注意事项)\s*[:：]?$/;
/** An endpoint's text has one of them below its request, however little is published of it. */
const BELOW_REQUEST = /^(输出参数|返回结果|注意事项)/;
const FACT = /^(调用方式|接口地址|请求类型)\s*[:：]/;

/** All entries that stand in a text that was drawn, copied or pasted; what stands before the first is passed over. */
export function readDrawnText(text: string): DrawnEntry[] {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, at) => (HOME.test(line.trim()) ? [at] : []));
  return starts.flatMap((start, index) => readBlock(lines.slice(start, starts[index + 1])) ?? []);
}

/** True when nothing more is to come: the notes stand at the very end. */
export function reachesItsEnd(text: string): boolean {
  return text.split(/\r?\n/).some((line) => /^注意事项/.test(line.trim()));
}

function readBlock(lines: readonly string[]): DrawnEntry | null {
  const marks = lines.flatMap((line, at) =>
    SECTION.test(line.trim()) || FACT.test(line.trim()) ? [at] : [],
  );
  const head = lines.slice(0, marks[0] ?? lines.length).map((line) => line.trim());
  const named = readHead(
    head.filter((line) => line !== ''),
    marks.length > 0,
  );
  if (!named) return null;
  const address = lines.map((line) => /^接口地址\s*[:：]\s*(\S+)/.exec(line.trim())?.[1]).find(Boolean);
  const sections = sectionsOf(lines);
  const request = sections.get('请求参数');
  const response = sections.get('输出参数');
  const returns = /(Source|Bill|Message)Class/.exec(sections.get('返回结果')?.join('\n') ?? '')?.[0];
  return {
    ...named,
    ...(address ? { path: address.replace(/^[a-z]+:\/\/[^/]*/i, '') } : {}),
    ...(request ? { request: fieldsOf(request, true) } : {}),
    ...(response ? { response: fieldsOf(response, false) } : {}),
    ...(returns ? { returns } : {}),
    ...(address && !lines.some((line) => BELOW_REQUEST.test(line.trim())) ? { half: true as const } : {}),
  };
}

/** `首页 > 销售栏目 > 客户管理`, the name on the next line; or every name on a line of its own. */
function readHead(lines: readonly string[], isEntry: boolean): { category: string[]; name: string } | null {
  const [home = '', ...below] = lines;
  const crumbs = home
    .split(/\s*[>›»\\|→\t]\s*|\s{2,}|\s(?=\S)/)
    .filter((part) => part !== '' && part !== '首页');
  const next = isEntry ? below : below.slice(0, 1);
  const name = next.at(-1) ?? crumbs.at(-1);
  if (name === undefined) return null;
  const above = [...crumbs, ...next.slice(0, -1)]
    .flatMap((part) => part.split(/\s*[>›»]\s*/))
    .filter(Boolean);
  return { category: above.at(-1) === name ? above.slice(0, -1) : above, name };
}

function sectionsOf(lines: readonly string[]): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of lines) {
    const title = SECTION.exec(line.trim())?.[1];
    if (title && !sections.has(title)) {
      open = [];
      sections.set(title, open);
    } else open?.push(line);
  }
  return sections;
}
