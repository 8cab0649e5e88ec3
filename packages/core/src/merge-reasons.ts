import type { Bilingual } from './bilingual.ts';

/** Why a field was decided as it was, for people. */
export const REASONS = {
  unchanged: { zh: '两边都没有变化', en: 'neither side changed' },
  both_same: { zh: '两边现在一致', en: 'both sides hold the same now' },
  erased_in_erp: {
    zh: 'ERP 中已清空；本地保留，不会自动写回',
    en: 'erased in the ERP; the hub keeps its value and does not write it back',
  },
  erased_in_hub: {
    zh: '本地已清空；ERP 中保留，不会自动取回',
    en: 'erased in the hub; the ERP keeps its value and it does not come back',
  },
  verified_into_empty: {
    zh: '本地值已验证，ERP 中为空，写入 ERP',
    en: "the hub's value is verified and the ERP holds none: sent",
  },
  verified_change: {
    zh: '只有本地改过，且已验证，写入 ERP',
    en: 'only the hub changed, and its value is verified: sent',
  },
  unverified_not_sent: {
    zh: '本地值未验证，不写入 ERP',
    en: "the hub's value is not verified: not sent",
  },
  erp_owns: { zh: '以 ERP 为准', en: "the ERP's value stands" },
  erp_returns: {
    zh: '本地改动未验证，恢复为 ERP 的值，改动已保留备查',
    en: "the hub's change is not verified: the ERP's value returns, the change is kept",
  },
  erp_field_not_sent: {
    zh: '该字段由 ERP 维护，不从本地写入',
    en: 'the ERP keeps this field: not sent',
  },
  same_thing: {
    zh: '只是写法不同，采用 ERP 的写法',
    en: "the same thing written differently: the ERP's spelling is taken",
  },
  both_changed: {
    zh: '两边都改过且不同，需要人工选择',
    en: 'both sides changed, differently: a person decides',
  },
  erp_against_verified: {
    zh: 'ERP 改过，但本地值已验证且不同，需要人工选择',
    en: "the ERP changed, but the hub's different value is verified: a person decides",
  },
  fills_hub: { zh: '本地为空，采用 ERP 的值', en: "the hub holds none: the ERP's value is taken" },
  into_empty_erp: { zh: 'ERP 中为空，写入 ERP', en: 'the ERP holds none: sent' },
  both_kept: { zh: '两边不同，各自保留', en: 'the sides differ and each keeps its own' },
  erp_changed: { zh: '只有 ERP 改过，采用 ERP 的值', en: 'only the ERP changed: its value is taken' },
  hub_changed: { zh: '只有本地改过，写入 ERP', en: 'only the hub changed: sent' },
} as const satisfies Record<string, Bilingual>;

export type ReasonCode = keyof typeof REASONS;
