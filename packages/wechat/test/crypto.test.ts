import { createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aesKeyOf,
  decryptMessage,
  encryptMessage,
  sameSignature,
  signatureOf,
} from '../src/callback/crypto.ts';
import { createCallbackDoor, WechatError } from '../src/index.ts';

/** The published samples of WeCom (A), the older one (B), and our own with a fixed random (C); facts 1.4. */
const A = {
  token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  encodingAesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
  receivers: ['ww1436e0e65a779aee'],
};
const B = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receivers: ['wx5823bf96d3bd56c7'],
};
const A1 = {
  msg_signature: '012bc692d0a58dd4b10f8dfe5c4ac00ae211ebeb',
  timestamp: '1476416373',
  nonce: '47744683',
  echostr: 'fsi1xnbH4yQh0+PJxcOdhhK6TDXkjMyhEPA7xB2TGz6b+g7xyAbEkRxN/3cNXW9qdqjnoVzEtpbhnFyq6SVHyA==',
};
const B1 = {
  msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
  timestamp: '1409659589',
  nonce: '263014780',
  echostr: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
};
const A2 = {
  query: {
    msg_signature: '0c3914025cb4b4d68103f6bfc8db550f79dcf48e',
    timestamp: '1476422779',
    nonce: '1597212914',
  },
  encrypted:
    'Kl7kjoSf6DMD1zh7rtrHjFaDapSCkaOnwu3bqLc5tAybhhMl9pFeK8NslNPVdMwmBQTNoW4mY7AIjeLvEl3NyeTkAgGzBhzTtRLNshw2AEew+kkYcD+Fq72Kt00fT0WnN87hGrW8SqGc+NcT3mu87Ha3dz1pSDi6GaUA6A0sqfde0VJPQbZ9U+3JWcoD4Z5jaU0y9GSh010wsHF8KZD24YhmZH4ch4Ka7ilEbjbfvhKkNL65HHL0J6EYJIZUC2pFrdkJ7MhmEbU2qARR4iQHE7wy24qy0cRX3Mfp6iELcDNfSsPGjUQVDGxQDCWjayJOpcwocugux082f49HKYg84EpHSGXAyh+/oxwaWbvL6aSDPOYuPDGOCI8jmnKiypE+',
};
const C: [message: string, encrypted: string, signature: string][] = [
  [
    'success',
    'scEag1243Fmy/fYz4Ux8D+3MJq9DJbxgTwn/D2ybxsx2SLnRZD5bst79kBnqrBG2l2A0UfxGwaTWfWnv9p4fng==',
    'c731ba090adcc4fed6ad34a32c25ecaf5bbca492',
  ],
  [
    'hello',
    'scEag1243Fmy/fYz4Ux8D+T8RrUf3OmJ8hjt6R0cWhNJXZvXKOL3Lb4kGoRiAPlzBqx/aDbIpSPf33lwSX+xPw==',
    'fc133af0e68bc54a4f5f716bf7e084f35a79c4b2',
  ],
  [
    '你好',
    'scEag1243Fmy/fYz4Ux8D4Ztl5YWs5QXFKqq654Wp1cn/8JP7Xv1T0hwBc01s6sha1j+0sCFSVJ5jzKv1CMdVA==',
    '51111e24a283ed2ad31c1fe68da7fdaba57d856e',
  ],
  [
    'a'.repeat(26),
    'scEag1243Fmy/fYz4Ux8D0XjoToHB7FLtQRd0Ik8Dsn5OB5W+d71wjJmeFcNG5ABar3R1wiDN05v1gtG/evkTEe9uZ6NlnoVZcB4aZ3TpVfaotUVzAo39wJnX3E5MP+d',
    '9e6c966b48955ce38eb5d5f5279c767c31a17beb',
  ],
];

const bodyOf = (encrypted: string) =>
  `<xml><ToUserName><![CDATA[ww1436e0e65a779aee]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt><AgentID><![CDATA[1000002]]></AgentID></xml>`;

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof WechatError ? error.code : String(error);
  }
  return 'no error';
}

test('the key of the published sample has its published bytes', () => {
  expect(aesKeyOf(A.encodingAesKey).toString('hex')).toBe(
    'eaa91d32babaf274ca76ece72583b5037ed6da8120a64314be4b6d453a2a854b',
  );
});

test('both published URL checks answer with the inner number and nothing else', () => {
  expect(createCallbackDoor(A).check(A1)).toBe('1288432023552776189');
  expect(createCallbackDoor(B).check(B1)).toBe('1616140317555161061');
});

test('a query whose + became blanks is understood', () => {
  const spoilt = { ...A1, echostr: A1.echostr.replaceAll('+', ' ') };
  expect(spoilt.echostr).not.toBe(A1.echostr);
  expect(createCallbackDoor(A).check(spoilt)).toBe('1288432023552776189');
});

test('the published message, padded by 22, opens to its XML', () => {
  const opened = createCallbackDoor(A).open(A2.query, bodyOf(A2.encrypted));
  expect(Buffer.byteLength(opened.xml)).toBe(228);
  expect(opened.fields).toMatchObject({
    MsgType: 'text',
    Content: '你好',
    MsgId: '1456453720',
    AgentID: '1000002',
  });
  expect(opened).toMatchObject({ receiver: 'ww1436e0e65a779aee', agentId: '1000002' });
});

test('all vectors are reproduced bit by bit when the random is given', () => {
  const key = aesKeyOf(A.encodingAesKey);
  for (const [message, encrypted, signature] of C) {
    const made = encryptMessage(key, message, 'ww1436e0e65a779aee', Buffer.from('0123456789abcdef'));
    expect(made).toBe(encrypted);
    expect(signatureOf(A.token, '1700000000', 'abc123', made)).toBe(signature);
    expect(decryptMessage(key, encrypted)).toEqual({ message, receiver: 'ww1436e0e65a779aee' });
  }
});

test('the published ciphertexts come out again from their own plaintext and random', () => {
  for (const [set, encrypted] of [
    [A, A1.echostr],
    [A, A2.encrypted],
    [B, B1.echostr],
  ] as const) {
    const key = aesKeyOf(set.encodingAesKey);
    const { message, receiver } = decryptMessage(key, encrypted);
    const random = Buffer.from(firstBlock(key, encrypted));
    expect(encryptMessage(key, message, receiver, random)).toBe(encrypted);
  }
});

test('whatever is sealed opens again, of any length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (message) => {
      const key = aesKeyOf(B.encodingAesKey);
      expect(decryptMessage(key, encryptMessage(key, message, 'ww1'))).toEqual({ message, receiver: 'ww1' });
    }),
  );
});

test('a sealed answer opens at a door with the same settings', () => {
  const door = createCallbackDoor(A);
  const sealed = door.seal('<xml><Content>好</Content></xml>', { timestamp: '1700000000', nonce: 'n1' });
  const signature = /<MsgSignature><!\[CDATA\[(\w+)/.exec(sealed)?.[1] ?? '';
  expect(
    door.open({ msg_signature: signature, timestamp: '1700000000', nonce: 'n1' }, sealed).fields,
  ).toEqual({
    Content: '好',
  });
});

test('a changed signature, another receiver, a wrong key and rubbish are each told apart', () => {
  const door = createCallbackDoor(A);
  const flipped = { ...A2.query, msg_signature: A2.query.msg_signature.replace('0c', '1c') };
  expect(codeOf(() => door.open(flipped, bodyOf(A2.encrypted)))).toBe('callback_bad_signature');
  expect(codeOf(() => door.open({}, bodyOf(A2.encrypted)))).toBe('callback_bad_signature');
  const elsewhere = createCallbackDoor({ ...A, receivers: ['ww0000000000000000'] });
  expect(codeOf(() => elsewhere.open(A2.query, bodyOf(A2.encrypted)))).toBe('callback_wrong_receiver');
  const otherKey = createCallbackDoor({ ...A, encodingAesKey: B.encodingAesKey });
  expect(codeOf(() => otherKey.open(A2.query, bodyOf(A2.encrypted)))).toBe('callback_undecipherable');
  expect(codeOf(() => createCallbackDoor({ ...A, encodingAesKey: 'short' }))).toBe('callback_bad_key');
  expect(codeOf(() => door.open(A2.query, 'no xml'))).toBe('callback_bad_xml');
});

test('no damaged ciphertext crashes or passes', () => {
  const key = aesKeyOf(A.encodingAesKey);
  const whole = Buffer.from(A2.encrypted, 'base64');
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(whole.length),
      (at, by, length) => {
        const broken = Buffer.from(whole.subarray(0, length));
        if (at < broken.length) broken[at]! ^= by;
        const code = codeOf(() => decryptMessage(key, broken.toString('base64')));
        expect(['no error', 'callback_undecipherable']).toContain(code);
      },
    ),
  );
});

test('signatures compare without regard to letter case, and only when equal', () => {
  expect(sameSignature(A1.msg_signature.toUpperCase(), A1.msg_signature)).toBe(true);
  expect(sameSignature('', A1.msg_signature)).toBe(false);
});

/** The random of a message: its first 16 plaintext bytes, decrypted by hand. */
function firstBlock(key: Buffer, encrypted: string): Buffer {
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return decipher.update(Buffer.from(encrypted, 'base64')).subarray(0, 16);
}
