import { describe, expect, it } from 'vitest';
import { drawnEntry, type IndexNode, indexTree, publishedFacts } from '../src/index.ts';
import { visit } from './visitor.ts';

const HELP = '/sysn/view/OpenApi/help.ashx';

const leavesOf = (nodes: readonly IndexNode[]): IndexNode[] =>
  nodes.flatMap((node) => (node.child ? leavesOf(node.child) : [node]));

describe('the help site', () => {
  it('shows a login page without cookies, with foreign ones and when they have ended', async () => {
    const { base, sim } = await visit();
    const cookie = `ASP.NET_SessionId=${sim.browserCookies()[0]!.value}`;
    const page = async (headers: Record<string, string>) => (await fetch(base + HELP, { headers })).text();
    expect(await page({})).toContain('用户登录');
    expect(await page({ cookie: 'ASP.NET_SessionId=abc' })).toContain('用户登录');
    expect(await page({ cookie })).toContain('<title>智邦国际开放平台</title>');
    sim.killTokens();
    expect(await page({ cookie })).toContain('用户登录');
  });

  it('gives cookies to who logs in on its page, and only with the right password', async () => {
    const { base } = await visit();
    const logIn = (password: string) =>
      fetch(`${base}/sysn/view/init/login.ashx`, {
        method: 'POST',
        body: new URLSearchParams({ username: 'demo', password }),
        redirect: 'manual',
      });
    expect(await (await logIn('wrong')).text()).toContain('用户名或密码错误');
    const [cookie = ''] = (await logIn('demo-pass')).headers.getSetCookie();
    const page = await fetch(base + HELP, { headers: { cookie: cookie.split(';')[0]! } });
    expect(await page.text()).toContain('<meta name="version" content="32.17"/>');
  });

  it('carries the index as script, with every entry as a leaf under its names', () => {
    const leaves = leavesOf(indexTree(publishedFacts()));
    expect(leaves).toHaveLength(219);
    expect(leaves.find(({ id }) => id === 11)).toEqual({
      id: 11,
      name: '登录系统',
      url: '/webapi/v3/ov1/login',
      child: null,
      HideMenu: false,
    });
  });

  it('words the facts of a field as the vendor does', () => {
    const fact = publishedFacts().find(({ call }) => call === 'customer.saveCompany')!;
    const { crumbs, lines, request } = drawnEntry(fact, 'erp.example.com');
    expect(crumbs).toEqual(['首页', '销售栏目', '客户管理', '客户对接']);
    expect(lines[1]).toBe(`接口地址：http://erp.example.com${fact.path}`);
    expect(request).toContainEqual(['name', 'String', '是', '客户名称，文本，必填，100字以内']);
    const source = request!.find(([id]) => id === 'ly')!;
    expect(source[3]).toContain('来自接口：mobilephone/source.asp?enumid=13');
  });
});
