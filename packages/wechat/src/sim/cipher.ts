import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Writes and reads what WeCom encrypts; a reading of its own, apart from the package's client. */
export interface Cipher {
  seal(xml: string): string;
  unseal(base64: string): string;
  sign(timestamp: string, nonce: string, sealed: string): string;
}

export function cipherOf(token: string, encodingAesKey: string, receiver: string): Cipher {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const iv = key.subarray(0, 16);
  return {
    seal: (xml) => {
      const text = Buffer.from(xml, 'utf8');
      const receiverBytes = Buffer.from(receiver, 'utf8');
      const used = 20 + text.length + receiverBytes.length;
      const total = (Math.floor(used / 32) + 1) * 32;
      const frame = Buffer.alloc(total, total - used);
      randomBytes(16).copy(frame, 0);
      frame.writeUInt32BE(text.length, 16);
      text.copy(frame, 20);
      receiverBytes.copy(frame, 20 + text.length);
      const aes = createCipheriv('aes-256-cbc', key, iv);
      aes.setAutoPadding(false);
      return aes.update(frame, undefined, 'base64') + aes.final('base64');
    },
    unseal: (base64) => {
      const aes = createDecipheriv('aes-256-cbc', key, iv);
      aes.setAutoPadding(false);
      const frame = Buffer.concat([aes.update(base64, 'base64'), aes.final()]);
      return frame.subarray(20, 20 + frame.readUInt32BE(16)).toString('utf8');
    },
    sign: (timestamp, nonce, sealed) => {
      const sorted = [token, timestamp, nonce, sealed].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      return createHash('sha1').update(sorted.join('')).digest('hex');
    },
  };
}

/** XML as WeCom writes it: numbers bare, texts in CDATA. */
export function xmlOf(fields: Record<string, string | number>): string {
  const lines = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number' ? `<${name}>${value}</${name}>` : `<${name}>${cdata(value)}</${name}>`,
  );
  return `<xml>${lines.join('\n')}</xml>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text.split(']]>').join(']]]]><![CDATA[>')}]]>`;
}
