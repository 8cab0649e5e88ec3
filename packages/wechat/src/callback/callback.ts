import { randomBytes } from 'node:crypto';
import { WechatError } from '../errors/error.ts';
import { aesKeyOf, decryptMessage, encryptMessage, sameSignature, signatureOf } from './crypto.ts';
import { readXml, textOf, type XmlFields } from './xml.ts';

export interface CallbackSettings {
  /** As typed in the admin console. */
  token: string;
  encodingAesKey: string;
  /** The corp id for an own app; a third-party suite gets its suite id or the customer's corp id: name all that are right. */
  receivers: readonly string[];
}

/** The query of a callback, as the HTTP server decoded it. */
export interface CallbackQuery {
  msg_signature?: string;
  timestamp?: string;
  nonce?: string;
  echostr?: string;
}

export interface OpenedCallback {
  /** The decrypted XML, to be kept raw before it is understood. */
  xml: string;
  fields: XmlFields;
  receiver: string;
  /** Of the envelope: the app, where WeCom names one. */
  agentId: string | null;
}

export interface CallbackDoor {
  /** The answer to the check WeCom makes when the URL is saved: send it as it is, plain text, nothing around it. */
  check(query: CallbackQuery): string;
  /** Verifies, decrypts and reads a pushed body. Store `xml`, answer 200 with an empty body within 5 s, then work. */
  open(query: CallbackQuery, body: string): OpenedCallback;
  /** An encrypted answer; customer-contact and customer-service events need none. */
  seal(message: string, at: { timestamp: string; nonce?: string; receiver?: string }): string;
}

/** Verification and decryption of WeCom's callbacks (facts 1). Throws `WechatError` with a `callback_…` code. */
export function createCallbackDoor(settings: CallbackSettings): CallbackDoor {
  const key = aesKeyOf(settings.encodingAesKey);
  const opened = (query: CallbackQuery, ciphertext: string) => {
    const { msg_signature = '', timestamp = '', nonce = '' } = query;
    const expected = signatureOf(settings.token, timestamp, nonce, ciphertext);
    if (!sameSignature(expected, msg_signature)) throw failure('callback_bad_signature');
    const { message, receiver } = decryptMessage(key, ciphertext);
    if (!settings.receivers.includes(receiver)) throw failure('callback_wrong_receiver');
    return { message, receiver };
  };
  return {
    check: (query) => opened(query, spacesToPlus(query.echostr ?? '')).message,
    open: (query, body) => {
      const envelope = readXml(body);
      const { message, receiver } = opened(query, textOf(envelope, 'Encrypt'));
      return {
        xml: message,
        fields: readXml(message),
        receiver,
        agentId: textOf(envelope, 'AgentID') || null,
      };
    },
    seal: (
      message,
      { timestamp, nonce = randomBytes(8).toString('hex'), receiver = settings.receivers[0] ?? '' },
    ) => {
      const encrypted = encryptMessage(key, message, receiver);
      const signature = signatureOf(settings.token, timestamp, nonce, encrypted);
      return `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`;
    },
  };
}

/** A query decoded once too often turns `+` of base64 into a blank. */
function spacesToPlus(text: string): string {
  return text.replaceAll(' ', '+');
}

function failure(code: 'callback_bad_signature' | 'callback_wrong_receiver'): WechatError {
  return new WechatError(code, { operation: 'callback.open' });
}
