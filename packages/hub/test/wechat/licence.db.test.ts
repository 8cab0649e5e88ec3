import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signBody, signUpload } from '../../src/ingest/signature.ts';
import { addLicence } from '../../src/licence/add-licence.ts';
import { message, SECRET, type Side, START, side } from './support.ts';

const PICTURE = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a licence')]);
/** Made up; its check character is right. */
const CODE = '91330106MA2EXAMPL9';
const at = new Date(START).toISOString();

async function upload(
  hub: Side,
  query: Record<string, string>,
  bytes = PICTURE,
  signature = signBody(SECRET, String(START / 1000), bytes),
) {
  const answer = await fetch(`${hub.url}/ingest/licenses?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: bytes,
    headers: { 'x-bangqiao-timestamp': String(START / 1000), 'x-bangqiao-signature': signature },
  });
  // biome-ignore lint/suspicious/noExplicitAny: looked at by the tests
  return { status: answer.status, json: (await answer.json()) as any };
}

test('an uploaded licence counts at once, lies where only its owner reads it, and asks for a decision', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '我们公司是杭州示例泵业有限公司')]);
  const [before] = await hub.customers();
  await hub.store.db.deleteFrom('push_requests').execute();
  const { status, json } = await upload(hub, { customer: 'wx_a' });
  expect([status, json.verified]).toEqual([200, false]);
  const [after] = await hub.customers();
  expect(after!.data_quality_score).toBe(before!.data_quality_score + 10);
  expect(await hub.store.db.selectFrom('push_requests').select('customer_id').execute()).toEqual([
    { customer_id: 1 },
  ]);
  const file = join(hub.ports.licences()!.folder, after!.business_license_path!);
  expect(await readFile(file)).toEqual(PICTURE);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await upload(hub, { customer: 'wx_a' });
  expect(await hub.customers()).toEqual([after]);
});

test('a valid code with the customer’s own name verifies the licence, and with it the name that the customer said', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '我们公司是杭州示例泵业有限公司')]);
  const { json } = await upload(hub, {
    customer: 'wx_a',
    credit_code: CODE,
    company_name: '杭州示例泵业有限公司',
  });
  expect(json).toMatchObject({ verified: true, remarks: [] });
  expect(await hub.customers()).toMatchObject([
    { business_license_verified: true, credit_code: CODE, company_name_verified: true },
  ]);
});

test('a second picture that does not verify leaves the verified licence as it is, and is not called verified', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '我们公司是杭州示例泵业有限公司')]);
  await upload(hub, { customer: 'wx_a', credit_code: CODE, company_name: '杭州示例泵业有限公司' });
  const [verified] = await hub.customers();
  const other = Buffer.concat([PICTURE, Buffer.from(' of somebody else')]);
  for (const fields of [{ credit_code: CODE, company_name: '宁波示例电机有限公司' }, {}] as object[]) {
    const { json } = await upload(hub, { customer: 'wx_a', ...fields }, other);
    expect(json.verified).toBe(false);
    expect(json.remarks.at(-1).en).toContain('a licence that is verified');
    expect(await readFile(join(hub.ports.licences()!.folder, json.path))).toEqual(other);
  }
  expect(await hub.customers()).toEqual([verified]);
});

test('an upload names a customer by what means one person alone, never by a part of a name', async () => {
  const hub = await side();
  const id = 'wmErxtDgAA9AW32YyyuYRimKr7D1KWlw';
  await hub.take([
    message('wx_a', '您好', { nickname: '李强' }),
    message(id, '您好', { channel: 'wecom_archive' }),
  ]);
  expect((await upload(hub, { customer: '李' })).status).toBe(404);
  expect((await upload(hub, { customer: '李强' })).status).toBe(404);
  expect((await upload(hub, { customer: id })).json).toMatchObject({ customer: 2 });
});

test('an upload whose signature covers the query cannot be sent for another customer', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '您好'), message('wx_b', '您好')]);
  const signature = signUpload(SECRET, String(START / 1000), 'customer=wx_a', PICTURE);
  expect((await upload(hub, { customer: 'wx_b' }, PICTURE, signature)).status).toBe(401);
  expect((await upload(hub, { customer: 'wx_a' }, PICTURE, signature)).json).toMatchObject({ customer: 1 });
});

test.each([
  [
    'a wrong check character',
    { credit_code: `${CODE.slice(0, 17)}7`, company_name: '杭州示例泵业有限公司' },
    'check character',
  ],
  ['another name', { credit_code: CODE, company_name: '宁波示例电机有限公司' }, 'is not the customer'],
  ['no code', { company_name: '杭州示例泵业有限公司' }, 'no credit code'],
])('with %s it is uploaded and not verified, and says why', async (_what, fields, why) => {
  const hub = await side();
  await hub.take([message('wx_a', '我们公司是杭州示例泵业有限公司')]);
  const { json } = await upload(hub, { customer: 'wx_a', ...fields });
  expect(json.verified).toBe(false);
  expect(json.remarks.map(({ en }: { en: string }) => en).join()).toContain(why);
  expect((await hub.customers())[0]).toMatchObject({
    business_license_verified: false,
    company_name: '杭州示例泵业有限公司',
  });
});

test('a reader’s fields are taken where no person gave any; what is no picture is refused', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '我们公司是杭州示例泵业有限公司')]);
  const reader = {
    readLicence: async () => ({
      fields: { credit_code: CODE, company_name: '杭州示例泵业有限公司' },
      confidence: 0.93,
    }),
  };
  const desk = { ...hub.ports.licences()!, reader };
  const added = await addLicence(desk, 1, { bytes: PICTURE, fields: {} }, { by: 'test', at });
  expect(added).toMatchObject({ confidence: 0.93, verified: true });
  const turned = {
    ...desk,
    reader: { readLicence: async () => ({ ...(await reader.readLicence()), turned: 90 as const }) },
  };
  const sideways = await addLicence(turned, 1, { bytes: PICTURE, fields: {} }, { by: 'test', at });
  expect(sideways).toMatchObject({
    verified: true,
    remarks: [{ en: expect.stringContaining('after turning it') }],
  });
  for (const [problem, said] of [
    ['no_licence', 'does not count as one'],
    ['unreadable', 'cannot open the file'],
  ] as const) {
    const seen = async () => ({ fields: {}, confidence: 0, problem });
    const wrong = { ...desk, reader: { readLicence: seen } };
    const { remarks } = await addLicence(wrong, 1, { bytes: PICTURE, fields: {} }, { by: 'test', at });
    expect(remarks[0]).toMatchObject({ en: expect.stringContaining(said) });
  }
  const broken = { ...desk, reader: { readLicence: async () => Promise.reject(new Error('died')) } };
  const kept = await addLicence(broken, 1, { bytes: PICTURE, fields: {} }, { by: 'test', at });
  expect(kept.remarks[0]).toMatchObject({ en: expect.stringContaining('the reader failed') });
  const refused = await upload(hub, { customer: 'wx_a' }, Buffer.from('no picture'));
  expect([refused.status, refused.json.error.code]).toEqual([422, 'not_an_image']);
  expect((await upload(hub, { customer: 'nobody' })).status).toBe(404);
});

test('a picture on which a reader sees no licence is told, and does not count as one', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '我们公司是杭州示例泵业有限公司')]);
  const before = await hub.customers();
  const reader = {
    readLicence: async () => ({ fields: {}, confidence: 0, problem: 'no_licence' as const }),
  };
  const desk = { ...hub.ports.licences()!, reader };
  const added = await addLicence(desk, 1, { bytes: PICTURE, fields: {} }, { by: 'test', at });
  expect(added).toMatchObject({ verified: false, credit_code: null });
  expect(await readFile(join(desk.folder, added.path))).toEqual(PICTURE);
  expect(await hub.customers()).toEqual(before);
});
