import type { Bilingual } from '../bilingual.ts';
import type { Certainty } from './fact.ts';

/** One witness of a value: a message of the customer, or a source beside the talk that holds the same value. */
export type Evidence =
  | { source: 'message'; certainty: Certainty; conversation: string | number }
  /** The customer's card in WeCom: the mobile a colleague noted, the company's full name that WeCom itself shows. */
  | { source: 'wecom_contact' }
  /** A business licence whose credit code is right, or a business card that was read. */
  | { source: 'licence' }
  /** The ERP's own record. */
  | { source: 'erp' }
  /** A person of our side checked it and says so. */
  | { source: 'manual' };

export interface Verification {
  verified: boolean;
  reason: Bilingual;
}

/**
 * Whether a phone, company or e-mail deserves the word "verified" (decision 0021): the customer gave it as theirs in plain
 * words, and a second witness that does not depend on that message holds the same; or a person checked it. A second message
 * is a witness only from another conversation, and never for a company: people repeat what they wish to be true.
 */
export function verify(kind: 'phone' | 'company' | 'email', evidence: readonly Evidence[]): Verification {
  if (evidence.some((one) => one.source === 'manual')) return { verified: true, reason: BESIDE.manual };
  const messages = evidence.filter((one) => one.source === 'message');
  if (!messages.some((one) => one.certainty === 'stated')) return { verified: false, reason: NOT_SAID };
  const beside = evidence.find((one) => one.source !== 'message');
  if (beside) return { verified: true, reason: BESIDE[beside.source] };
  const conversations = new Set(messages.map((one) => one.conversation));
  if (kind !== 'company' && conversations.size > 1) return { verified: true, reason: TWICE };
  return { verified: false, reason: ONCE };
}

const NOT_SAID: Bilingual = {
  zh: '客户没有明说是自己的',
  en: 'the customer did not say in plain words that it is theirs',
};
const TWICE: Bilingual = {
  zh: '客户在两次会话中给出相同的值',
  en: 'the customer gave the same value in two conversations',
};
const ONCE: Bilingual = {
  zh: '只有客户自己说过一次，缺少第二个依据',
  en: 'only the customer said so, once; a second witness is missing',
};
const BESIDE: Record<Exclude<Evidence['source'], 'message'>, Bilingual> = {
  manual: { zh: '人工核实', en: 'checked by a person' },
  wecom_contact: {
    zh: '客户明说，且企业微信联系人资料一致',
    en: 'said by the customer, and the WeCom contact holds the same',
  },
  licence: {
    zh: '客户明说，且营业执照或名片一致',
    en: 'said by the customer, and a licence or card holds the same',
  },
  erp: { zh: '客户明说，且 ERP 资料一致', en: 'said by the customer, and the ERP holds the same' },
};
