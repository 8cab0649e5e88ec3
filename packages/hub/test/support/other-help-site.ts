import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawnEntry, type Fact, type IndexNode, indexTree } from '@bangqiao/zhibang-sim';

export const COOKIE = 'ASP.NET_SessionId=office';

interface Oddities {
  /** Names of entries that never show. */
  broken?: readonly string[];
  /** Names of entries that the menu does not draw. */
  hidden?: readonly string[];
  /** One request stays open for ever, and prose stands there without the line of names above it. */
  isOdd?: boolean;
}

/**
 * A help site with the same facts whose page shares nothing with the stand-in's: the index is a script object, the menu is
 * folded and made when it is opened, one branch at a time; clicks are handled far above; the text stands in a frame, its tables
 * are built of boxes, and it comes in two steps. Answers its base URL.
 */
export async function otherHelpSite(
  facts: readonly Fact[],
  { broken = [], hidden = [], isOdd = false }: Oddities = {},
): Promise<{ server: Server; baseUrl: string }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    if (!request.headers.cookie?.includes(COOKIE))
      return send('text/html', '<title>登录</title><input type=password>');
    if (url.pathname === '/ping') return;
    if (url.pathname.endsWith('help.ashx'))
      return send('text/html', pageOf(withHidden(indexTree(facts), hidden), isOdd));
    const fact = facts.find(({ id }) => `/draw/${id}` === url.pathname);
    if (!fact || broken.includes(fact.name)) return response.writeHead(500).end();
    const drawn = inChinese(drawnEntry(fact, request.headers.host ?? ''));
    const crumbs = isOdd && fact.style === 'page' ? [] : [...drawn.crumbs, drawn.name];
    return send('application/json', JSON.stringify({ ...drawn, crumbs }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const TYPES: Record<string, string> = {
  String: '文本',
  Int: '整数',
  Decimal: '小数',
  DateTime: '日期时间',
  Date: '日期',
  Bool: '布尔',
  Array: '数组',
  Object: '对象',
};

type Drawn = ReturnType<typeof drawnEntry>;

function inChinese(entry: Drawn): Drawn {
  const rows = (table: string[][] | null) =>
    table?.map(([id = '', type = '', ...rest]) => [id, TYPES[type] ?? type, ...rest]) ?? null;
  return { ...entry, request: rows(entry.request), response: rows(entry.response) };
}

/** As a script's author writes it: bare names, single quotes, a comma too many. */
function literal(nodes: readonly IndexNode[]): string {
  const text = (value: string) => `'${value.replaceAll("'", "\\'")}'`;
  return `[${nodes
    .map(
      ({ id, name, url, child, HideMenu }) =>
        `{id: ${id}, name: ${text(name)}, url: ${text(url)}, child: ${child ? literal(child) : 'null'}, /* menu */ HideMenu: ${HideMenu},}`,
    )
    .join(',\n')}]`;
}

function withHidden(nodes: readonly IndexNode[], hidden: readonly string[]): IndexNode[] {
  return nodes.map((node) => ({
    ...node,
    child: node.child && withHidden(node.child, hidden),
    HideMenu: hidden.includes(node.name),
  }));
}

const pageOf = (
  index: readonly IndexNode[],
  isOdd: boolean,
): string => `<!DOCTYPE html><html><head><title>智邦国际开放平台</title>
<meta name='version' content='32.18'><style>.row{display:flex}.row>span{display:block;width:25%}
section{display:none}section.open{display:block;padding-left:1em}</style></head>
<body><header><span>首页</span> <span>接口地址</span></header><nav></nav><iframe width=900 height=600></iframe>
<script>var PageInitParams = window.PageInitParams = [${literal(index)}];</script>
<script>
if (${isOdd}) addEventListener('load', () => fetch('/ping'));
const nav = document.querySelector('nav'), nodes = new Map();
function fill(box, list) {
  for (const node of list) {
    if (node.HideMenu) continue;
    nodes.set(String(node.id), node);
    const line = document.createElement('div');
    line.dataset.key = node.id;
    line.append(node.name);
    box.append(line);
  }
}
fill(nav, PageInitParams[0]);
document.addEventListener('mouseup', (event) => {
  const line = event.target.closest('[data-key]');
  if (!line) return;
  const node = nodes.get(line.dataset.key);
  if (!node.child) return show(node.id);
  for (const other of line.parentElement.querySelectorAll(':scope > section')) other.remove();
  const box = document.createElement('section');
  box.className = 'open';
  fill(box, node.child);
  setTimeout(() => line.after(box), 5);
});
function show(id) {
  const request = new XMLHttpRequest();
  request.open('GET', '/draw/' + id);
  request.onload = () => draw(JSON.parse(request.responseText));
  request.send();
}
function draw(entry) {
  const page = document.querySelector('iframe').contentDocument;
  const add = (text, box = page.body) => {
    const part = page.createElement('div');
    part.innerText = text;
    box.append(part);
    return part;
  };
  page.body.replaceChildren();
  page.body.append(Object.assign(page.createElement('style'), { textContent: document.querySelector('style').textContent }));
  if (entry.crumbs.length) add(entry.crumbs.join(' › '));
  add(entry.name);
  entry.lines.forEach((line) => add(line));
  setTimeout(() => {
    table('请求参数', ['字段名称', '类型', '必填', '描述'], entry.request);
    if (entry.example) { add('请求范例：'); add(entry.example); }
    table('输出参数', ['字段名称', '类型', '描述'], entry.response);
    if (entry.returns) { add('返回结果'); add('返回 ' + entry.returns + ' 类'); }
    if (entry.notes.length) { add('注意事项：'); add(entry.notes.join(' ')); }
  }, 8);
  function table(title, heads, rows) {
    if (!rows) return;
    add(title);
    for (const cells of [heads, ...rows]) {
      const row = add('');
      row.className = 'row';
      for (const cell of cells) row.append(Object.assign(page.createElement('span'), { innerText: cell }));
    }
  }
}
</script></body></html>`;
