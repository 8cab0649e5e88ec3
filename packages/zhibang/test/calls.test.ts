import { createSim } from '@bangqiao/zhibang-sim';
import { describe, expect, test } from 'vitest';
import { type CatalogueEntry, catalogue, type ZhibangClient, ZhibangError } from '../src/index.ts';
import { testClient } from './support/client.ts';
import {
  bill,
  done,
  isLogin,
  loggedIn,
  type Reply,
  rawErp,
  refused,
  type Seen,
  table,
} from './support/raw-erp.ts';

function answering(reply: Reply | ((seen: Seen) => Reply)) {
  return rawErp((seen) => (isLogin(seen) ? loggedIn() : typeof reply === 'function' ? reply(seen) : reply));
}

/** What one call sent, and what came of it. */
async function exchanged<T>(reply: Reply, work: (client: ZhibangClient) => Promise<T>) {
  const { baseUrl, seen } = await answering(reply);
  const { client } = testClient(baseUrl);
  const result = await work(client);
  await client.close();
  return { result, sent: seen.slice(1) };
}

async function failureOf(work: Promise<unknown>): Promise<ZhibangError> {
  return work.then(
    () => expect.fail('it should have failed'),
    (error: ZhibangError) => error,
  );
}

describe('ov1', () => {
  test('a list asks to refresh and brings rows by column', async () => {
    const reply = table([['甲', 5], { ord: 6, value: ['乙', 6] }], { recordcount: '2', pagecount: 1 });
    const { result, sent } = await exchanged(reply, (client) =>
      client.call('customer.list', { name: '甲', cateid: ['3', '7'] }),
    );
    expect(sent[0]?.path).toBe('/webapi/v3/ov1/salesmanage/custom/list');
    expect(sent[0]?.body).toEqual({
      session: 'T1',
      cmdkey: 'refresh',
      datas: [
        { id: 'name', val: '甲' },
        { id: 'cateid', val: '3,7' },
      ],
    });
    expect(result).toEqual({
      columns: ['name', 'ord'],
      captions: ['name', 'ord'],
      rows: [
        { name: '甲', ord: '5' },
        { name: '乙', ord: '6' },
      ],
      nodes: [],
      page: { recordCount: 2, pageCount: 1 },
    });
  });

  test('rows without an ord stay', async () => {
    const reply = table([['螺丝', '3']], undefined, ['title', 'num']);
    const { result } = await exchanged(reply, (client) => client.call('stock.list', {}));
    expect(result.rows).toEqual([{ title: '螺丝', num: '3' }]);
  });

  test('a record is opened without cmdkey and comes by field', async () => {
    const { result, sent } = await exchanged(bill(7, { name: '甲', mobile: null }), (client) =>
      client.call('customer.get', { ord: 7 }),
    );
    expect(sent[0]?.body).not.toHaveProperty('cmdkey');
    expect(sent[0]?.path).toBe('/webapi/v3/ov1/salesmanage/custom/add?edit=1&apihelptype=get');
    expect(result).toMatchObject({ ord: 7, fields: { name: '甲', mobile: '' } });
  });

  test('choices are read without cmdkey, options or tree', async () => {
    const source = {
      trees: { nodes: [{ text: '电子', value: '3', nodes: [{ text: '元件', value: '4' }] }] },
    };
    const reply = { body: { header: { status: 0, message: '' }, body: { source } } };
    const { result, sent } = await exchanged(reply, (client) => client.call('product.categories', {}));
    expect(sent[0]?.body).not.toHaveProperty('cmdkey');
    expect(result.nodes[0]).toMatchObject({ id: '3', children: [{ id: '4', label: '元件' }] });
  });

  test('a save is sent once with __sys_dosave and answers what the ERP said', async () => {
    const { result, sent } = await exchanged(done('保存成功'), (client) =>
      client.call('customer.savePerson', { ord: 7, name: '张三', sort1: '3' }),
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body.cmdkey).toBe('__sys_dosave');
    expect(result).toEqual({ message: '保存成功', ord: null });
  });

  test('a command keeps its __msgid, and what the path names goes there too', async () => {
    const { sent } = await exchanged(done(), (client) =>
      client.call('contractLine.delete', { id: '5', batch: '1' }),
    );
    expect(sent[0]?.path).toBe('/webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=delete&batch=1');
    expect(sent[0]?.body).not.toHaveProperty('cmdkey');
  });

  test('a refusal in words is an error with its code', async () => {
    const { baseUrl } = await answering(refused('客户编号已存在'));
    const { client } = testClient(baseUrl);
    const error = await failureOf(client.call('customer.savePerson', { name: '张三', sort1: '3' }));
    expect(error).toMatchObject({ code: 'duplicate', operation: 'customer.savePerson' });
  });

  test('a system that has only the older path is called there', async () => {
    const { baseUrl, seen } = await answering(({ path }) =>
      path.endsWith('.asp') ? table([['甲', 5]]) : { status: 404, type: 'text/html', body: '<html></html>' },
    );
    const { client } = testClient(baseUrl);
    expect((await client.call('contract.list', {})).rows).toHaveLength(1);
    expect(seen.at(-1)?.path).toBe('/sysa/mobilephone/salesmanage/contract/billlist.asp');
  });
});

describe('v3', () => {
  test('parameters go as typed JSON, the token as a header', async () => {
    const { result, sent } = await exchanged(
      { body: { Code: 200, Msg: '成功', Data: { ord: '9' } } },
      (client) => client.call('department.add', { name: '销售部', pid: '3', openprice: 1 }),
    );
    expect(sent[0]?.headers['zbapi-token']).toBe('T1');
    expect(sent[0]?.body).toEqual({ name: '销售部', pid: 3, openprice: '1' });
    expect(result).toEqual({ message: '成功', ord: 9 });
  });

  test('a list brings rows by column, a detail its Data', async () => {
    const Page = { RecordCount: 1, PageSize: 20, PageIndex: 1, PageCount: 1 };
    const list = { Code: 200, Msg: '', Page, Cols: ['gysname', 'lxfs'], Rows: [['甲供应商', null]] };
    const suppliers = await exchanged({ body: list }, (client) => client.call('supplier.list', {}));
    expect(suppliers.result.rows).toEqual([{ gysname: '甲供应商', lxfs: '' }]);
    const Data = { name: '销售部', pid: 3, lines: [{ a: 1 }] };
    const detail = await exchanged({ body: { Code: '200', Msg: '', Data } }, (client) =>
      client.call('department.get', { ord: 3 }),
    );
    expect(detail.result.fields).toEqual({ name: '销售部', pid: '3', lines: [{ a: '1' }] });
  });
});

describe('helper', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ID: at + 1, Name: `${at + 1}号仓库` }));
  const reply = (datas: unknown) => ({ body: { flag: true, code: 200, msg: '', datas } });

  test('Token and Datas wrap the parameters, records come as they stand', async () => {
    const { result, sent } = await exchanged(reply([{ ID: 1, MaterialOrderItems: [{ Num: 2 }] }]), (client) =>
      client.call('materialIssue.list', { PageNumber: 1, Title: '领料' }),
    );
    expect(sent[0]?.body).toMatchObject({ Token: 'T1', Datas: { PageNumber: 1, Title: '领料' } });
    expect(result.rows).toEqual([{ ID: '1', MaterialOrderItems: [{ Num: '2' }] }]);
  });

  test('a list without pages that brings fifty rows is not called complete', async () => {
    for (const [count, complete] of [
      [49, true],
      [50, false],
    ] as const) {
      const { baseUrl } = await answering(reply(rows(count)));
      const { client } = testClient(baseUrl);
      const sweep = client.list('warehouse.list');
      const names: unknown[] = [];
      for await (const page of sweep)
        if (page.pass === 1) names.push(...page.records.map(({ Name }) => Name));
      expect([names.length, sweep.outcome().complete]).toEqual([count, complete]);
      await client.close();
    }
  });

  test('a list with pages is walked in fifties', async () => {
    const { baseUrl, seen } = await answering(({ body }) => {
      const { PageNumber, PageSize } = body.Datas as Record<string, number>;
      return reply(rows(120).slice((PageNumber! - 1) * PageSize!, PageNumber! * PageSize!));
    });
    const { client } = testClient(baseUrl);
    const sweep = client.list('machine.list', {}, { inFlight: 1 });
    const ids = new Set<unknown>();
    for await (const page of sweep) for (const { ID } of page.records) ids.add(ID);
    expect([ids.size, sweep.outcome().complete]).toEqual([120, true]);
    expect(seen.slice(1).every(({ body }) => (body.Datas as { PageSize: number }).PageSize === 50)).toBe(
      true,
    );
  });
});

test('a reading call is tried again when the server fails, a write is sent once', async () => {
  const busy: Reply = { status: 503, body: { Code: 500, Msg: '系统繁忙' } };
  const { baseUrl, seen } = await answering(busy);
  const { client } = testClient(baseUrl, { maxAttempts: 3 });
  expect((await failureOf(client.call('department.get', { ord: 1 }))).code).toBe('server_error');
  expect(seen.slice(1)).toHaveLength(3);
  const error = await failureOf(client.call('department.edit', { ord: 1, name: '销售部', pid: 1 }));
  expect(error).toMatchObject({ code: 'server_error', effect: 'unknown' });
  expect(seen.slice(1)).toHaveLength(4);
});

describe('a list to its last page', () => {
  const asked = ({ body }: Seen, field: string) =>
    (body.datas as { id: string; val: string }[]).find(({ id }) => id === field)?.val;

  async function walked(reply: (page: number, seen: Seen) => Reply, own: Partial<CatalogueEntry> = {}) {
    const { baseUrl } = await answering((seen) => reply(Number(asked(seen, 'pageindex') ?? 1), seen));
    const catalogueOfOwn = catalogue().map((entry) =>
      entry.call === 'bank.list' ? { ...entry, ...own } : entry,
    );
    const { client } = testClient(baseUrl, { catalogue: catalogueOfOwn });
    const sweep = client.list('bank.list');
    const pages = [];
    for await (const { records } of sweep) pages.push(records.map(({ name }) => name));
    await client.close();
    return { ...sweep.outcome(), pages };
  }

  test('keeps lines of one document, and lines that are alike, apart', async () => {
    const lines = [
      [
        ['甲', 7],
        ['乙', 7],
        ['甲', 7],
      ],
      [['丙', 8]],
    ];
    const found = await walked((page) => table(lines[page - 1] ?? [], { recordcount: 4, pagecount: 2 }));
    expect(found).toMatchObject({ complete: true, reason: null, distinct: 4 });
    expect(found.pages).toEqual([['甲', '乙', '甲'], ['丙']]);
  });

  test('keeps lines of a document apart whose pages part them', async () => {
    const lines: [string, number][][] = [
      [
        ['甲', 6],
        ['乙', 7],
      ],
      [
        ['丙', 7],
        ['丁', 8],
      ],
      [
        ['戊', 8],
        ['己', 9],
      ],
    ];
    const reads: Record<string, number>[] = [{ recordcount: 6, pagecount: 3 }, { pagecount: 3 }];
    for (const counts of reads) {
      const found = await walked((page) => table(lines[page - 1] ?? [], counts));
      expect(found).toMatchObject({ complete: true, reason: null, distinct: 6 });
      expect(found.pages.slice(-3).flat()).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
    }
    const told = [
      [
        ['甲', 6],
        ['乙', 6],
      ],
      [
        ['丙', 6],
        ['丁', 8],
      ],
      [['戊', 8]],
    ];
    const once = await walked((page) => table(told[page - 1] ?? [], { recordcount: 5, pagecount: 3 }));
    expect(once).toMatchObject({ complete: true, distinct: 5 });
  });

  test('a record that was changed while the list was read is one', async () => {
    let reads = 0;
    const found = await walked((page) => {
      const name = ++reads > 2 ? '乙二' : '乙';
      return table(
        [
          [
            ['甲', 1],
            [name, 2],
          ],
          [
            ['丙', 3],
            ['丁', 4],
          ],
        ][page - 1] ?? [],
        { pagecount: 2 },
      );
    });
    expect(found).toMatchObject({ complete: true, distinct: 4 });
    expect(found.pages).toHaveLength(4);
  });

  test('asks for pages where the parameters are not published', async () => {
    const all = [
      ['甲', 1],
      ['乙', 2],
      ['丙', 3],
    ];
    const found = await walked((page) => table(all.slice(page - 1, page), { recordcount: 3 }), {
      documented: 'partial',
      request: [],
    });
    expect(found).toMatchObject({ complete: true, distinct: 3 });
  });

  test('without pages is not complete where the server speaks of more rows than came', async () => {
    const found = await walked(
      () =>
        table(
          [
            ['甲', 1],
            ['乙', 2],
          ],
          { recordcount: 239 },
        ),
      {
        documented: 'full',
        request: [{ id: 'name', type: 'string' }],
      },
    );
    expect(found).toMatchObject({ complete: false, distinct: 2, pages: [['甲', '乙']] });
    expect(found.reason).toContain('the server speaks of 239 rows, 2 came');
  });
});

describe('before anything is sent', () => {
  test('everything wrong is told at once in both languages, and no call is made', async () => {
    const { baseUrl, seen } = await answering(done());
    const { client } = testClient(baseUrl);
    const wrong = { name: '', nmae: 'x' } as unknown as { name: string; sort1: string };
    const error = await failureOf(client.call('customer.savePerson', wrong));
    expect(error).toMatchObject({ code: 'invalid_request', effect: 'none', action: 'park' });
    expect(error.faults.map(({ field }) => field)).toEqual(['nmae', 'name', 'sort1']);
    expect(error.userMessage.zh).toContain('客户分类（sort1）必填');
    expect(error.userMessage.en).toContain('(sort1) is required');
    expect(seen).toEqual([]);
  });

  test('an unknown call names the nearest one; a page of prose is no call', async () => {
    const { client } = testClient('http://127.0.0.1:9');
    const unknown = client.call as (name: string, params: object) => Promise<unknown>;
    expect((await failureOf(unknown('custmer.list', {}))).userMessage.zh).toContain('是不是 customer.list');
    expect((await failureOf(unknown('page.overview', {}))).code).toBe('invalid_request');
    expect(() => client.list('customer.get' as 'customer.list')).toThrow(ZhibangError);
  });

  test("a tenant's own catalogue decides where one is given", async () => {
    const { baseUrl } = await answering(done());
    const own = catalogue().map((entry) =>
      entry.call === 'customer.takeBack'
        ? { ...entry, request: [{ id: 'grund', type: 'string' as const, required: true as const }] }
        : entry,
    );
    const { client } = testClient(baseUrl, { catalogue: own });
    const error = await failureOf(client.call('customer.takeBack', { ord: '7' }));
    expect(error.faults.map(({ why, field }) => `${why} ${field}`)).toEqual([
      'unknown_field ord',
      'required grund',
    ]);
  });

  test('the types know the fields', () => {
    const { client } = testClient('http://127.0.0.1:9');
    const neverRun = () => {
      // @ts-expect-error name and sort1 are required
      client.call('customer.savePerson', {});
      // @ts-expect-error there is no such field
      client.call('customer.list', { nmae: 'x' });
      client.call('customer.list', { '!B__SysCusmf_0_61001_999_0': 'a tenant of its own' });
      // @ts-expect-error there is no such call
      client.call('customer.lists', {});
      // @ts-expect-error 3 is no kind of customer
      client.call('customer.allocate', { intsort: 3 });
      // @ts-expect-error a record is no list
      client.list('customer.get');
    };
    expect(neverRun).toBeTypeOf('function');
  });
});

test('the session is the client own: log in, list all customers of the stand-in, log out', async () => {
  const sim = createSim({ customers: 120, seed: 7 });
  const { client } = testClient(await sim.listen());
  const { fields } = await client.call('session.login', {});
  expect(fields.appversion).toMatch(/^\d/);
  const sweep = client.list('customer.list', {}, { pageSize: 50 });
  const ords = new Set<unknown>();
  for await (const { records } of sweep) for (const { ord } of records) ords.add(ord);
  expect(sweep.outcome()).toMatchObject({ complete: true, distinct: ords.size });
  await client.call('session.logout', {});
  const { logins } = sim.stats;
  await client.call('user.list', {});
  expect(sim.stats.logins).toBe(logins + 1);
  await client.close();
  await sim.close();
});
