import type { Reply } from '../answers.ts';
import type { Fact } from '../catalogue/facts.ts';
import { indexTree } from './index-tree.ts';

export function loginPage(refused: string): Reply {
  const body = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>智邦国际企业管理软件 - 用户登录</title></head>
<body><form method="post" action="/sysn/view/init/login.ashx"><h1>用户登录</h1><p>${refused}</p>
<label>用户名 <input name="username"></label> <label>密码 <input name="password" type="password"></label>
<button>登录</button></form></body></html>`;
  return { status: 200, type: 'html', body };
}

/** The page holds the index only; what an entry says is drawn by its script when the entry is clicked. */
export function helpPage(release: string, facts: readonly Fact[]): Reply {
  const index = JSON.stringify(indexTree(facts)).replaceAll('<', '\\u003c');
  const body = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>智邦国际开放平台</title><meta name="version" content="${release}"/>
<style>${STYLE}</style>
<script>window.PageInitParams = window.PageInitParams || [];
window.PageInitParams[0]=${index};
</script></head>
<body><div id="menu"></div><div id="content"></div><script>(${draw.toString()})()</script></body></html>`;
  return { status: 200, type: 'html', body };
}

const STYLE = `body{margin:0;font:14px sans-serif;display:flex;height:100vh}
#menu{width:280px;overflow:auto;border-right:1px solid #ccc}#menu ul{padding-left:16px;list-style:none}
#menu a{cursor:pointer}#content{flex:1;overflow:auto;padding:16px}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:4px 8px}`;

/** Runs in the browser, as it stands here. */
function draw(): void {
  // biome-ignore-start lint/suspicious/noExplicitAny: the browser's own things, which this project's types do not know
  const { document, PageInitParams, fetch } = globalThis as any;
  const menu = document.getElementById('menu');
  const content = document.getElementById('content');
  const add = (parent: any, tag: string, text?: string): any => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    parent.appendChild(element);
    return element;
  };
  const table = (title: string, heads: string[], rows: string[][]): void => {
    add(content, 'h3', title);
    const body = add(content, 'table');
    const head = add(body, 'tr');
    for (const text of heads) add(head, 'th', text);
    for (const row of rows) {
      const line = add(body, 'tr');
      for (const cell of row) add(line, 'td', cell);
    }
  };
  const open = async (id: number): Promise<void> => {
    const answer = await fetch(`/sysn/view/OpenApi/entry.ashx?id=${id}`, { method: 'POST' });
    const entry = await answer.json();
    content.textContent = '';
    add(content, 'div', entry.crumbs.join(' > '));
    add(content, 'h2', entry.name);
    for (const line of entry.lines) add(content, 'p', line);
    if (entry.request) table('请求参数', ['字段名称', '类型', '必填', '描述'], entry.request);
    if (entry.example) {
      add(content, 'h3', '请求范例');
      add(content, 'pre', entry.example);
    }
    if (entry.response) table('输出参数', ['字段名称', '类型', '描述'], entry.response);
    if (entry.returns) {
      add(content, 'h3', '返回结果');
      add(content, 'p', entry.returns);
    }
    if (entry.notes.length > 0) add(content, 'h3', '注意事项：');
    for (const note of entry.notes) add(content, 'p', note);
  };
  const list = (parent: any, nodes: any[]): void => {
    const level = add(parent, 'ul');
    for (const node of nodes) {
      const item = add(level, 'li');
      const title = add(item, node.child ? 'b' : 'a', node.name);
      if (node.child) list(item, node.child);
      else title.onclick = () => open(node.id);
    }
  };
  list(menu, PageInitParams[0]);
  // biome-ignore-end lint/suspicious/noExplicitAny: see above
}
