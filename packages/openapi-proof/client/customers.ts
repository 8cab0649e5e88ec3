import createClient from 'openapi-fetch';
import type { components, paths } from '../generated/zhibang.ts';

/** What somebody writes who has nothing but the generated types. */
export async function saveOneCustomer(baseUrl: string, name: string): Promise<Record<string, string>> {
  const erp = createClient<paths>({ baseUrl });
  const login = await erp.POST('/webapi/v3/ov1/login', {
    body: {
      session: '',
      cmdkey: 'login',
      datas: [
        { id: 'user', val: 'txt:demo' },
        { id: 'password', val: 'txt:demo-pass' },
        { id: 'serialnum', val: 'txt:proof001' },
      ],
    },
  });
  const session = login.data?.header.session ?? '';

  const list = await erp.POST('/webapi/v3/ov1/salesmanage/custom/list', {
    body: { session, cmdkey: 'refresh', datas: [{ id: 'pagesize', val: 5 }] },
  });
  const rows = list.data?.body?.source?.table?.rows ?? [];

  const form = '/webapi/v3/ov1/salesmanage/custom/add';
  const fresh = await erp.POST(form, {
    params: { query: { apihelptype: 'new' } },
    body: { session, datas: [{ id: 'intsort', val: '1' }] },
  });
  const ord = Number(answerOf<'BillClassAnswer'>(fresh.data).body?.bill?.value);

  const saved = await erp.POST(form, {
    params: { query: { intsort: '1', apihelptype: 'save' } },
    body: {
      session,
      cmdkey: '__sys_dosave',
      datas: [
        { id: 'ord', val: ord },
        { id: 'name', val: name },
        { id: 'khid', val: `PROOF${ord}` },
        { id: 'sort1', val: '3' },
        { id: 'person_name', val: '张示例' },
      ],
    },
  });
  const read = await erp.POST(form, {
    params: { query: { edit: '1', apihelptype: 'get' } },
    body: { session, datas: [{ id: 'ord', val: ord }] },
  });
  const fields = answerOf<'BillClassAnswer'>(read.data).body?.bill?.groups?.flatMap(
    (group) => group.fields ?? [],
  );
  return {
    rows: String(rows.length),
    saved: String(answerOf<'MessageClassAnswer'>(saved.data).header.status),
    name: String(fields?.find(({ id }) => id === 'name')?.value),
  };
}

/** Several entries share the form's path; the query has told which one was meant. */
function answerOf<Name extends keyof components['schemas']>(data: unknown): components['schemas'][Name] {
  return data as components['schemas'][Name];
}
