import { readFile } from 'node:fs/promises';
import {
  CUSTOMER_SAVE_FIELDS,
  cell,
  ERROR_TABLE,
  findEntry,
  isMasked,
  isShortened,
  maskPhones,
  NOT_IN_V3_EDIT,
  ZhibangError,
} from '@bangqiao/zhibang';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../src/digest.ts';
import { parseAnswer } from '../src/json.ts';
import { redact } from '../src/redact.ts';
import { testClient } from './support/client.ts';
import { bill, isLogin, loggedIn, rawErp, refused } from './support/raw-erp.ts';

test('any JSON with its control characters left raw is read as it was meant', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.string({ unit: fc.constantFrom('\n', '\r', '\t', '\u0000', '\\', '"', '甲', 'a') }),
      (value, text) => {
        const meant = { value, text };
        const raw = JSON.stringify(meant)
          .replace(/(?<!\\)((?:\\\\)*)\\n/g, '$1\n')
          .replace(/(?<!\\)((?:\\\\)*)\\t/g, '$1\t')
          .replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1\u0000');
        expect(parseAnswer(raw)).toEqual(JSON.parse(JSON.stringify(meant)));
      },
    ),
  );
});

test('a page whose rows come before its columns has another digest when a row changed, and the same when only the count did', () => {
  const page = (name: string, count: number) =>
    `{"header":{"status":0},"body":{"source":{"table":{"rows":[["${name}",1]],"page":{"recordcount":${count}},"cols":[{"id":"name"},{"id":"ord"}]}}}}`;
  expect(digestOf(page('乙', 1))).not.toBe(digestOf(page('甲', 1)));
  expect(digestOf(page('甲', 2))).toBe(digestOf(page('甲', 1)));
});

test('a byte-order mark is passed over', () => {
  expect(parseAnswer('\ufeff{"a":1}')).toEqual({ a: 1 });
});

test('nothing else that is broken is guessed at', () => {
  for (const text of ["{'a':1}", '{"a":1,}', '{"a":1', '{"a":"\n}', '{a:1}', 'undefined']) {
    expect(() => parseAnswer(text)).toThrow(SyntaxError);
  }
});

test('phones are masked however they are written, other numbers are left', () => {
  expect(maskPhones('打13800000001或+86 138-0000-0002、8613800000003，座机0755-12345678')).toBe(
    '打138****0001或+86 138-****-0002、86138****0003，座机0755-****678',
  );
  for (const text of ['KH2025001', '2025-10-19', '1842', '91440300MA5XXXXXXX', '12345678901234'])
    expect(maskPhones(text)).toBe(text);
});

test('masked and shortened cells are told from values', () => {
  expect(isMasked('138****8888')).toBe(true);
  expect(isMasked('13800000001')).toBe(false);
  expect(isShortened('深圳某某科技有…')).toBe(true);
  expect(isShortened('深圳某某科技有...')).toBe(true);
  expect(isShortened('深圳某某科技有限公司')).toBe(false);
});

test('a cell is read by its column whatever the case; absent is unknown, null is empty', () => {
  const page = { columns: ['NAME', 'ord', 'mobile'] };
  const row = { ord: 5, values: [' 甲 ', 5, null] };
  expect(cell(page, row, 'name')).toBe('甲');
  expect(cell(page, row, 'ord')).toBe('5');
  expect(cell(page, row, 'mobile')).toBe('');
  expect(cell(page, row, 'email')).toBeUndefined();
});

test('the call log holds no secret and no whole phone, in requests, answers and errors', async () => {
  const { baseUrl } = await rawErp((seen) =>
    isLogin(seen)
      ? { ...loggedIn('SECRET-TOKEN'), headers: { 'set-cookie': 'ZBCCSN=SECRET-COOKIE' } }
      : bill(5, { name: '甲', mobile: '13800000001', bank_3: '6222000000000000001', bank2_3: 'SECRET-BANK' }),
  );
  const { client, calls } = testClient(baseUrl, { password: 'SECRET-PASSWORD' });
  await client.customers.get(5);
  await client.customers
    .save({ ord: 5, kind: 1, fields: { mobile: '13800000001', bank_3: '6222', intro: '甲' } })
    .catch(() => 0);
  await client.v3('/webapi/v3/x', { bank_1: 'SECRET-BANK', phone: '0755-12345678' }).catch(() => 0);
  await client.helper('/webapi/apiHelper/x', {}).catch(() => 0);
  const log = JSON.stringify(calls);
  for (const secret of ['SECRET', '13800000001', '6222', '12345678']) expect(log).not.toContain(secret);
  expect(log).toContain('138****0001');
  expect(calls[0]).toMatchObject({
    operation: 'login',
    endpoint: '/webapi/v3/ov1/login',
    status: 200,
    ok: true,
  });
});

test('a password with braces, and a token that the server repeats, stay out of log and error', async () => {
  const password = 'SEC{RET"甲}PW';
  const token = 'SECRET-TOKEN-0001';
  const { baseUrl } = await rawErp((seen) => {
    if (isLogin(seen)) return loggedIn(token);
    return refused(`操作员 ${password} 的凭证 ${token} 与 6222 0000 0000 0000 001 不符`);
  });
  const { client, calls } = testClient(baseUrl, { password });
  const error = await client.customers.save({ ord: 5, kind: 1, fields: {} }).catch((each: Error) => each);
  const { message, erpMessage, userMessage } = error as ZhibangError;
  const shown = JSON.stringify([calls, message, erpMessage, userMessage]);
  expect(erpMessage).toContain('凭证 *** 与 *** 不符');
  for (const secret of ['SEC', 'RET', 'PW', token, '6222']) expect(shown).not.toContain(secret);
});

test('the password of a new user that the ERP repeats stays out of log and error', async () => {
  const { baseUrl } = await rawErp((seen) => {
    if (isLogin(seen)) return loggedIn();
    const { Name, Pw } = seen.body;
    return { body: { Code: 300, Msg: `${Name}的密码 ${Pw} 太简单` } };
  });
  const { client, calls } = testClient(baseUrl);
  const user = { Name: '甲', Pw: 'SEC"RET', ConfirmPassword: 'SEC"RET' };
  const error = (await client.v3('/webapi/v3/orgs/user/add', user).catch((each) => each)) as ZhibangError;
  expect(error.erpMessage).toBe('甲的密码 *** 太简单');
  expect(JSON.stringify([calls, error.message, error.userMessage])).not.toMatch(/SEC|RET/);
});

test('a secret field is taken out whatever its value holds, nested too', () => {
  const fields =
    '{"id":"password","val":"a{b"},{"val":"c}d\\"e","id":"bank_3"},{"id":"bank_7","value":{"text":"f"}}';
  expect(redact(`[${fields}]`, 200)).toBe(
    '[{"id":"password","val":"***"},{"val":"***","id":"bank_3"},{"id":"bank_7","value":{"text":"***"}}]',
  );
});

test('an account number in a list cell is taken out though no column name stands beside it', () => {
  expect(redact('[["甲","6222000000000000001",6222000000000000002,1842]]', 200)).toBe(
    '[["甲","***",***,1842]]',
  );
});

test('what is cut for the log is cut after the masking', () => {
  const text = `${'x'.repeat(95)}13800000001`;
  expect(redact(text, 100)).toBe(`${'x'.repeat(95)}138**`);
});

test('an error’s own text carries no whole phone', () => {
  const error = new ZhibangError('duplicate', {
    endpoint: '/x',
    operation: 'customer.save',
    erpMessage: '手机13800000001重复',
  });
  expect(JSON.stringify([error.message, error.erpMessage, error.userMessage])).not.toContain('13800000001');
  expect(error.userMessage.zh).toContain('手机138****0001重复');
});

test('README lists every error with its blame and action, and no other', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const listed = [...readme.matchAll(/^\| `(\w+)` +\| (\w+) +\| (\w+) +\| (.+?) +\|$/gm)].map((match) =>
    match.slice(1, 5),
  );
  const table = Object.entries(ERROR_TABLE).map(([code, { blame, action, en }]) => [code, blame, action, en]);
  expect(listed).toEqual(table);
});

test('the save fields are the catalogue’s: required ones and lengths', () => {
  const required = (kind: 1 | 2) =>
    CUSTOMER_SAVE_FIELDS[kind].filter((field) => field.required).map(({ id }) => id);
  expect(required(1)).toEqual(['name', 'sort1', 'person_name']);
  expect(required(2)).toEqual(['name', 'sort1']);
  expect(CUSTOMER_SAVE_FIELDS[1]).toContainEqual({
    id: 'name',
    label: '客户名称',
    maxLength: 100,
    required: true,
  });
  expect(CUSTOMER_SAVE_FIELDS[2].some(({ id }) => id === 'person_name' || id.startsWith('bank'))).toBe(false);
});

test('what the v3 edit does not publish is what the catalogue lacks there', () => {
  const published = new Set(findEntry('298')?.request?.map(({ id }) => id.toLowerCase()));
  const ids = new Set([...CUSTOMER_SAVE_FIELDS[1], ...CUSTOMER_SAVE_FIELDS[2]].map(({ id }) => id));
  expect([...ids].filter((id) => !published.has(id.toLowerCase()))).toEqual([...NOT_IN_V3_EDIT]);
});
