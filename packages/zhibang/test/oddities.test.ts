import { cell } from '@bangqiao/zhibang';
import { createSim, type SimOptions } from '@bangqiao/zhibang-sim';
import { afterEach, expect, test } from 'vitest';
import { drain, testClient } from './support/client.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function system(oddities: NonNullable<SimOptions['oddities']>, customers = 130) {
  const sim = createSim({ customers, oddities });
  const baseUrl = await sim.listen();
  const { client, calls } = testClient(baseUrl);
  cleanups.push(async () => {
    await client.close();
    await sim.close();
  });
  return { sim, client, calls };
}

/** What can be changed about the ERP without changing what the client reads from it and does to it. */
const HARMLESS: Record<string, NonNullable<SimOptions['oddities']>> = {
  'plain system': {},
  'rows as {ord, value}': { rowsAsObjects: 'ord' },
  'rows as {id, value}': { rowsAsObjects: 'id' },
  'a single row bare': { bareSingleRow: true },
  'source at body.report.source': { reportSource: true },
  'data instead of body': { dataInsteadOfBody: true },
  'columns shuffled from page to page': { columnsShuffled: true },
  'keys in capitals': { upperCaseKeys: true },
  'no page information': { noPage: true },
  'page numbers as text': { pageStrings: true },
  'pages clamped silently': { maxPageSize: 20 },
  'pages clamped and no page information': { maxPageSize: 20, noPage: true },
  'the last page again past the end': { repeatLastPage: true, noPage: true },
  'the sort ignored': { ignoreSort: true },
  'every filter ignored': { ignoreFilters: ['*'] },
  'raw control characters in JSON': { controlCharacters: true },
  'numbers as text': { numbersAsStrings: true },
  'null for empty': { nullForEmpty: true },
  'asp paths only, 404 for the others': { aspOnly: true },
  'asp paths only, an HTML page for the others': { aspOnly: true, missingHandlerAs: 'html200' },
  'asp paths only, a page without our words for the others': { aspOnly: true, missingHandlerAs: 'errorPage' },
  'asp paths only, the login page for the others': { aspOnly: true, missingHandlerAs: 'loginPage' },
  'asp paths only, an empty answer for the others': { aspOnly: true, missingHandlerAs: 'empty' },
  'asp paths only, HTTP 500 for the others': { aspOnly: true, missingHandlerAs: 'error500' },
  'the same pages for paths and content types that it does not know': {
    aspOnly: true,
    missingHandlerAs: 'errorPage',
    zsmlOnly: 'html',
  },
  'the login page for paths, an empty answer for content types that it does not know': {
    aspOnly: true,
    missingHandlerAs: 'loginPage',
    zsmlOnly: 'empty',
  },
  'asp paths that want zsml, by words that do not name it': { aspOnly: true, zsmlOnly: 'words' },
  'asp paths that want zsml, by HTTP 415': { aspOnly: true, zsmlOnly: true },
  'asp paths that want zsml, by a message': { aspOnly: true, zsmlOnly: 'message' },
  'asp paths that want zsml, by an HTML page': { aspOnly: true, zsmlOnly: 'html' },
  'no v3': { noV3: true },
  'session in cookies as well': { cookieSession: true },
  'session in cookies only': { cookieSession: 'only' },
  'no session but the cookie, and a greeting': { cookieSession: 'empty' },
  'an empty tree beside the options': { emptyTreeBeside: true },
  'columns alone where nothing is found': { noHitsNoRows: true },
  'nested groups and typed values': { detailShape: 'nestedTyped' },
  'options as trees': { optionsOnlyTree: true },
  'refusals as messages with status 0': { refuseInMessage: true },
  'missing records as an empty form': { recordMissingAs: 'empty' },
  'missing records as a blank form': { recordMissingAs: 'blank' },
  'missing records refused with 该客户不存在或已被删除': { recordMissingAs: '该客户不存在或已被删除' },
};

for (const [name, oddities] of Object.entries(HARMLESS)) {
  test(`the same customers, records, options and saves come through: ${name}`, async () => {
    const { sim, client } = await system(oddities);

    const plain = sim.customers().filter(({ place }) => place === 'plain');
    const { pages, ords, outcome } = await drain(client.customers.list({}, { pageSize: 50 }));
    expect(outcome).toMatchObject({ complete: true, distinct: plain.length });
    expect([...ords].sort((a, b) => a - b)).toEqual(plain.map(({ ord }) => ord).sort((a, b) => a - b));
    const names = new Map(
      pages.flatMap((page) => page.rows.map((row) => [row.ord, cell(page, row, 'name')])),
    );
    for (const { ord, fields } of plain) expect(names.get(ord)?.replace(/\s+/g, ' ')).toBe(fields.name);

    const one = plain[7]!;
    expect(await client.customers.get(one.ord)).toMatchObject({
      found: true,
      bill: {
        ord: one.ord,
        fields: { name: one.fields.name, khid: one.fields.khid, mobile: one.fields.mobile },
      },
    });
    expect((await client.customers.get(999_999)).found).toBe(false);
    expect(await client.customers.exists(999_999)).toBe('no');
    expect(await client.customers.exists(one.ord)).toBe('yes');
    const found = await client.customers.find('name', one.fields.name!);
    expect(found.complete).toBe(true);
    expect(found.rows.find(({ ord }) => ord === one.ord)?.cells.khid).toBe(one.fields.khid);

    expect(await client.options.options('ly')).toContainEqual({ id: '171', label: '网站注册' });
    const [category] = await client.options.categories();
    expect(category?.children.length).toBeGreaterThan(0);
    expect((await client.options.users()).length).toBeGreaterThan(0);

    const { ord, khid } = await client.customers.allocate(2);
    expect(khid).toMatch(/\S/);
    const fields = { name: '测试甲', khid: khid!, sort1: category!.children[0]!.id, mobile: '13800000001' };
    await client.customers.save({ ord, kind: 2, fields });
    expect(sim.customer(ord)?.fields).toMatchObject(fields);
    await expect(
      client.customers.save({ ord, kind: 2, fields: { ...fields, name: '' } }),
    ).rejects.toMatchObject({
      code: 'missing_field',
      field: 'name',
      effect: 'none',
    });
    sim.moveToPool(ord);
    expect(await client.customers.exists(ord)).toBe('pool');
    sim.hide(ord);
    expect(await client.customers.exists(ord)).toBe('hidden');
    expect(sim.stats.logins).toBe(1);
  });
}
