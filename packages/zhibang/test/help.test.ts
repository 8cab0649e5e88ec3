import { drawnEntry, publishedFacts } from '@bangqiao/zhibang-sim';
import { describe, expect, test } from 'vitest';
import {
  type CatalogueEntry,
  type CatalogueField,
  catalogue,
  checkRequest,
  compareCatalogues,
  findEntry,
  knownEntry,
  pageText,
  readDrawnText,
  readHelpPage,
  tenantEntry,
} from '../src/index.ts';

type Facts = ReturnType<typeof publishedFacts>[number];

/** An entry's text as it is copied off the help site: tabs between the cells of a real table. */
function copied(fact: Facts, cell = '\t', row = '\n'): string {
  const { crumbs, name, lines, request, response, example, returns, notes } = drawnEntry(
    fact,
    'erp.example.com:8080',
  );
  const table = (title: string, heads: string[], rows: string[][] | null) =>
    rows
      ? [
          title,
          [heads, ...rows]
            .map((cells) => cells.filter((text) => text !== '' || cell === '\t').join(cell))
            .join(row),
        ]
      : [];
  return [
    crumbs.join(' > '),
    name,
    ...lines,
    ...table('请求参数', ['字段名称', '类型', '必填', '描述'], request),
    ...(example ? ['请求范例', example] : []),
    ...table('输出参数', ['字段名称', '类型', '描述'], response),
    ...(returns ? ['返回结果', returns] : []),
    ...(notes.length > 0 ? ['注意事项：', ...notes] : []),
  ].join('\n');
}

function read(text: string): CatalogueEntry[] {
  return readDrawnText(text).map((drawn) => tenantEntry(drawn, undefined, knownEntry(drawn, catalogue()), 0));
}

describe('the text of an entry', () => {
  test('gives back every fact of all 219 entries, copied from tables or with a cell a line', () => {
    for (const cell of ['\t', '\n']) {
      const texts = publishedFacts().map((fact) => copied(fact, cell));
      expect(read(`菜单\n客户列表\n${texts.join('\n\n')}`)).toEqual(catalogue());
    }
  });

  test.each(['，', ',', '；'])(
    'whose facts are joined by %s instead of sentences gives them back as well',
    (mark) => {
      const texts = publishedFacts().map((fact) => copied(fact).replaceAll('。', mark));
      const prose = ({ style }: CatalogueEntry) => style !== 'page';
      expect(read(texts.join('\n')).filter(prose)).toEqual(catalogue().filter(prose));
    },
  );

  test.each<[string, Partial<CatalogueField>]>([
    [
      '客户来源，文本，枚举类型，如：173:陌生开发、171:网站注册，多个值之间用逗号隔开',
      { options: { 173: '陌生开发', 171: '网站注册' }, multiple: 'comma' },
    ],
    [
      '是否启用，整数，可选内容: 开启=1;关闭=0，由策略控制是否必填',
      { options: { 1: '开启', 0: '关闭' }, closed: true, required: 'by-policy' },
    ],
    [
      '跟进方式，枚举类型，如：1:电话，传真、2:上门，必填，20字以内',
      {
        options: { 1: '电话，传真', 2: '上门' },
        required: true,
        maxLength: 20,
      },
    ],
    [
      '客户，可选内容：是=1；否=0; 来自接口：mobilephone/x.asp',
      {
        options: { 1: '是', 0: '否' },
        optionsFrom: '/sysa/mobilephone/x.asp',
      },
    ],
  ])('ends a list of options where the next fact begins: %s', (description, facts) => {
    const text = `首页 > 客户\n客户\n接口地址：http://x/webapi/v3/x\n请求参数\nly\tString\t否\t${description}`;
    const [field] = readDrawnText(text)[0]!.request!;
    expect(field).toMatchObject(facts);
  });

  test('is half as long as nothing of its answer stands below the request', () => {
    const whole = copied(publishedFacts().find(({ call }) => call === 'customer.saveCompany')!);
    const isHalf = (text: string) => readDrawnText(text)[0]?.half === true;
    for (const title of ['请求参数', '请求范例', '返回结果'])
      expect(isHalf(whole.slice(0, whole.indexOf(title))), title).toBe(true);
    expect(isHalf(whole)).toBe(false);
    expect(isHalf(`${whole.slice(0, whole.indexOf('返回结果'))}注意事项：1、先登录`)).toBe(false);
    expect(publishedFacts().filter((fact) => isHalf(copied(fact)))).toEqual([]);
  });
});

test('a table of parameters without a row says nothing of them: any may be asked for', () => {
  const known = findEntry('bank.list')!;
  const drawn = { category: [], name: known.name, request: [], returns: 'SourceClass' };
  const entry = tenantEntry(drawn, undefined, known, 0);
  expect(entry).toMatchObject({ call: 'bank.list', documented: 'partial', request: [] });
  expect(checkRequest(entry, { pagesize: 50 })).toEqual([]);
});

test('an older help site, which shows the older path of an entry, shows that entry', () => {
  for (const { name, alias, call } of catalogue()) {
    if (!alias) continue;
    const [entry] = read(
      `首页 > ${name}\n${name}\n调用方式：HTTP | POST\n接口地址：http://erp.example.com${alias}`,
    );
    expect(entry).toMatchObject({ call, path: alias });
  }
});

describe('the difference to the built-in catalogue', () => {
  test('names exactly what changed: entries added and gone, fields, and which fact of them', () => {
    const tenant = catalogue().flatMap((entry): CatalogueEntry[] => {
      if (entry.call === 'notice.list') return [];
      if (entry.call !== 'customer.saveCompany') return [entry];
      const request = entry.request!.filter(({ id }) => id !== 'zip');
      const wechat = { ...request.find(({ id }) => id === 'ly')!.options, 981: '微信咨询' };
      return [
        {
          ...entry,
          request: [
            ...request.map((field) => (field.id === 'ly' ? { ...field, options: wechat } : field)),
            { id: 'wxid', label: '微信号', type: 'string' },
          ],
        },
        { ...entry, id: 900, call: 'wechat.bind', name: '微信绑定', path: '/webapi/v3/wechat/bind' },
      ];
    });
    const { added, gone, changed, same } = compareCatalogues(catalogue(), tenant);
    expect([added, gone].map((refs) => refs.map(({ call }) => call))).toEqual([
      ['wechat.bind'],
      ['notice.list'],
    ]);
    expect(same).toBe(217);
    expect(changed.map(({ call }) => call)).toEqual(['customer.saveCompany']);
    expect(
      changed[0]!.fields.map(({ field, kind, facts }) => [field, kind, facts.map(({ fact }) => fact)]),
    ).toEqual([
      ['ly', 'changed', ['options']],
      ['wxid', 'added', []],
      ['zip', 'gone', []],
    ]);
  });

  test('is empty for the catalogue itself', () => {
    const copy = JSON.parse(JSON.stringify(catalogue())) as CatalogueEntry[];
    expect(compareCatalogues(catalogue(), copy)).toEqual({ added: [], gone: [], changed: [], same: 219 });
  });

  test('an entry that nobody knows gets a call name of its own and an operation from its path', () => {
    const text = [
      '首页 > 库存栏目\n新入库\n调用方式：HTTP | POST\n接口地址：http://x/webapi/v3/store/kuin2/add',
      '请求参数\n字段名称\t类型\t必填\t描述\ntitle\tString\t是\t主题',
    ].join('\n');
    expect(read(text)).toMatchObject([
      {
        id: 0,
        call: 'kuin2.add0',
        name: '新入库',
        nameEn: '新入库',
        category: ['库存栏目'],
        style: 'v3',
        path: '/webapi/v3/store/kuin2/add',
        operation: 'add',
        documented: 'full',
        request: [{ id: 'title', label: '主题', type: 'string', required: true }],
      },
    ]);
  });
});

describe('the page of the help site', () => {
  const leaf = `{"id":11,"name":"\\u767b录系统",'url':"/webapi/v3/ov1/login","child":null,}`;
  const index = `[{id:3,'name':"鉴权接口",url:'',child:[${leaf},/* x */],HideMenu:false}]`;
  const page = (script: string) =>
    `<html><head><title>智邦国际开放平台</title><meta name="version" content="32.17"/></head><body><script>${script}</script></body></html>`;

  test('gives release and index from its script, which is read and never run', () => {
    expect(readHelpPage(page(`window.PageInitParams = []; window.PageInitParams[0] = ${index};`))).toEqual({
      kind: 'help',
      version: '32.17',
      leaves: [{ id: 11, name: '登录系统', url: '/webapi/v3/ov1/login', category: ['鉴权接口'] }],
    });
    expect(readHelpPage(page(`window.PageInitParams[0]=[alert(1)]`)).kind).toBe('other');
  });

  test('tells which entries its menu hides, those of a hidden branch too', () => {
    const hidden =
      '[{id:3,name:"鉴权",child:[{id:11,name:"登录",url:"/a"},{id:12,name:"退出",url:"/b",HideMenu:true}]},' +
      '{id:4,name:"旧",HideMenu:true,child:[{id:13,name:"旧登录",url:"/c",HideMenu:false}]}]';
    const found = readHelpPage(page(`window.PageInitParams[0]=${hidden}`));
    expect(found.kind === 'help' && found.leaves.map(({ id, hidden }) => [id, hidden])).toEqual([
      [11, undefined],
      [12, true],
      [13, true],
    ]);
  });

  test('saved with an entity that names no character keeps it as it stands', () => {
    expect(pageText('<p>&#abc;&#x110000;&#9999999999;&#x5f20;&#19977;&amp;&nope;</p>')).toBe(
      '&#abc;&#x110000;&#9999999999;张三&&nope;',
    );
  });

  test('is told from a login page, from half a page and from anything else', () => {
    const whole = page(`window.PageInitParams[0]=${index}`);
    expect(readHelpPage('<html><title>用户登录</title><input type="password"></html>').kind).toBe('login');
    for (const cut of [0.3, 0.6, 0.9])
      expect(readHelpPage(whole.slice(0, whole.length * cut)).kind).toBe('half');
    const script = "<script>alert('登录超时，请重新登录');top.location.href='../index2.asp'</script>";
    expect(readHelpPage(script).kind).toBe('login');
    expect(readHelpPage('<html><title>IIS</title></html>').kind).toBe('other');
  });
});
