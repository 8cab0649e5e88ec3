import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { catalogue, findEntry, type OpenApiDocument, openApiDocument } from '../src/index.ts';

const ENDPOINTS = catalogue().filter(({ style }) => style !== 'page');

function operations({ paths }: OpenApiDocument) {
  return Object.entries(paths).map(([path, { post }]) => ({ path, ...post }));
}

describe.each(['zh', 'en'] as const)('the OpenAPI document in %s', (lang) => {
  const document = openApiDocument(lang);

  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
    expect({ valid, errors, version: validator.version }).toEqual({
      valid: true,
      errors: undefined,
      version: '3.1',
    });
  });

  test('holds every endpoint once, on its path', () => {
    const found = operations(document).flatMap((operation) =>
      operation['x-zhibang-ids'].map((id) => [id, operation.path.toLowerCase()] as const),
    );
    const wanted = ENDPOINTS.map(({ id, path }) => [id, path.split('?')[0]!.toLowerCase()]);
    expect(found.sort(([a], [b]) => a - b)).toEqual(wanted);
  });

  test('its examples keep to its own schemas', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addSchema(document, 'zhibang');
    const wrong = operations(document).flatMap((operation) => {
      const { path } = operation;
      const at = `zhibang#/paths/${path.replaceAll('/', '~1')}/post`;
      return [
        { where: `${at}/requestBody`, content: operation.requestBody.content },
        { where: `${at}/responses/200`, content: operation.responses[200].content },
      ].flatMap(({ where, content }) => {
        const check = ajv.compile({ $ref: `${where}/content/application~1json/schema` });
        const { examples } = content['application/json'];
        return Object.entries(examples).flatMap(([call, { value }]) =>
          check(value) ? [] : [`${call}: ${ajv.errorsText(check.errors)}`],
        );
      });
    });
    expect(wrong).toEqual([]);
  });
});

test("a company's own catalogue is told with its release, and no word of fetching it", () => {
  const entries = [findEntry('customer.list')!];
  const told = (version: string) => openApiDocument('zh', { version, entries }).info;
  expect(told('33.01').version).toBe('33.01');
  expect(told('33.01').description).toMatch(/^智邦国际 33\.01 的全部开放接口，由本公司的接口目录生成/);
  expect(told('')).toMatchObject({
    version: 'unknown',
    description: expect.stringMatching(/^智邦国际 的全部/),
  });
  for (const lang of ['zh', 'en'] as const) {
    expect(openApiDocument(lang, { version: '33.01', entries }).info.description).not.toMatch(
      /32\.17|catalogue fetch/,
    );
    expect(openApiDocument(lang).info.description).toMatch(/32\.17.*catalogue fetch/s);
  }
});

test('operation names are unique and can be names in any language', () => {
  const names = operations(openApiDocument('en')).map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[A-Za-z]\w*$/.test(name))).toEqual([]);
});

test('each style carries its token where the ERP looks for it', () => {
  const document = openApiDocument('en');
  const schemaOf = (name: string) => document.components.schemas[name]!;
  const byPath = (path: string) => document.paths[path]!.post;
  expect(document.components.securitySchemes.ZBAPIToken).toMatchObject({ in: 'header', name: 'ZBAPI-Token' });
  expect(byPath('/webapi/v3/sales/customer/edit').security).toEqual([{ ZBAPIToken: [] }]);
  expect(byPath('/webapi/v3/ov1/salesmanage/custom/list').security).toBeUndefined();
  expect(schemaOf('CustomerListRequest').required).toEqual(['session', 'cmdkey', 'datas']);
  expect(schemaOf('WarehouseListRequest').required).toEqual(['Token']);
  expect(schemaOf('WorkOrderSaveRequest').required).toEqual(['Token', 'Datas']);
  expect(schemaOf('SessionLoginRequest').required).toEqual(['datas']);
});

test('entries of one path are told apart by the query', () => {
  const { post } = openApiDocument('en').paths['/webapi/v3/ov1/salesmanage/custom/add']!;
  expect(post['x-zhibang-calls']).toEqual(expect.arrayContaining(['customer.saveCompany', 'customer.get']));
  const intsort = post.parameters?.find(({ name }) => name === 'intsort');
  expect(intsort).toMatchObject({ in: 'query', required: false, schema: { enum: ['1', '2'] } });
  expect(post.requestBody.content['application/json'].schema.anyOf).toContainEqual({
    $ref: '#/components/schemas/CustomerSavePersonRequest',
  });
});

test('a number that stands for the caller’s own in a published query is an example', () => {
  const { post } = openApiDocument('en').paths['/webapi/v3/ov1/salesmanage/contract/UnitChange']!;
  const schemas = post.parameters!.map(({ name, schema }) => [name, schema]);
  expect(Object.fromEntries(schemas)).toMatchObject({
    ord: { type: 'string', examples: ['0'] },
    apihelptype: { enum: ['get'] },
  });
  expect(post.parameters!.filter(({ schema }) => schema.enum?.includes('0'))).toEqual([]);
});

test('a field tells its length, whether it is demanded, and whose its options are', () => {
  const { schemas } = openApiDocument('zh').components;
  const { datas } = schemas.CustomerSaveCompanyRequest!.properties!;
  const valOf = (id: string) =>
    datas!.items!.anyOf!.find(({ properties }) => properties?.id?.const === id)!.properties!.val!;
  expect(datas!['x-zhibang-required']).toEqual(['name', 'sort1', 'person_name']);
  expect(valOf('name')).toMatchObject({ type: 'string', maxLength: 100 });
  expect(valOf('jf2')).toMatchObject({ type: 'integer', enum: [0, 1] });
  expect(valOf('ly')).toMatchObject({ 'x-zhibang-option-examples': { 171: '网站注册' } });
  expect(valOf('ly').enum).toBeUndefined();
});
