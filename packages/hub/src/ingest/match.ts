import type { Bilingual, Customer } from '@bangqiao/core';
import { findByErpId, findByKey } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';

export type Match = { customer: Customer | null } | { reason: Bilingual };

/** The customer that a row means: by the first key that it carries and finds. None: it is new. */
export async function matchRow(trx: Executor, patch: Partial<Customer>): Promise<Match> {
  const { erp_customer_id: ord, wechat_id: wechatId, phone } = patch;
  if (ord !== undefined && ord !== null) {
    const linked = await findByErpId(trx, ord);
    return linked ? { customer: linked } : { reason: unknownOrd(ord) };
  }
  if (!wechatId && !phone) return { reason: NO_KEY };
  if (wechatId) {
    const known = await findByKey(trx, 'wechat', wechatId);
    const own = known.filter((customer) => customer.wechat_id === wechatId);
    const found = own.length > 0 ? own : known;
    if (found.length > 1) return { reason: ambiguous('微信号', 'WeChat id', found) };
    if (found[0]) return { customer: found[0] };
  }
  const found = await findByKey(trx, 'phone', phone);
  if (found.length > 1) return { reason: ambiguous('手机号', 'phone', found) };
  return { customer: found[0] ?? null };
}

const NO_KEY: Bilingual = {
  zh: '没有微信号、手机号或 ERP客户ID，无法认出是谁',
  en: 'no wechat_id, phone or erp_customer_id: nobody could be known again by this row',
};

function unknownOrd(ord: number): Bilingual {
  return {
    zh: `没有 ERP客户ID 为 ${ord} 的客户（先运行 bangqiao pull）`,
    en: `no customer has the erp_customer_id ${ord} (run bangqiao pull first)`,
  };
}

function ambiguous(zh: string, en: string, found: Customer[]): Bilingual {
  const ids = found.map(({ id }) => id).join(', ');
  return {
    zh: `${zh}对应多个客户（${ids}），不能确定是哪一个`,
    en: `several customers (${ids}) have this ${en}: it is not certain which one is meant`,
  };
}
