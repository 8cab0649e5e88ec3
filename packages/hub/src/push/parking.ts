import { type Customer, type KeyKind, maskPhone } from '@bangqiao/core';
import { NeedsPerson } from './outcome.ts';

/** A value that the ERP would refuse is refused here, before any call. */
export function unfit(problems: readonly { code: string; zh: string; en: string }[]): NeedsPerson {
  return new NeedsPerson(
    problems[0]?.code ?? 'invalid_value',
    {
      zh: problems.map((problem) => problem.zh).join('；'),
      en: problems.map((problem) => problem.en).join('; '),
    },
    {
      zh: '请改正后重新导入或在客户页修改，会自动再试',
      en: 'Correct it (import it again or edit the customer); it is tried again by itself',
    },
  );
}

export function ambiguous(candidates: readonly { customer: Customer; by: KeyKind }[]): NeedsPerson {
  const names = candidates.map(({ customer, by }) => `${nameOf(customer)} (${by})`).join(', ');
  return new NeedsPerson(
    'ambiguous',
    {
      zh: `ERP 中有多个客户可能是同一个：${names}`,
      en: `Several customers of the ERP may be this one: ${names}`,
    },
    { zh: '请确认是哪一个；确认前不会新建', en: 'Say which one it is; nothing is created before that' },
  );
}

export function ofAnother(matched: Customer, by: KeyKind): NeedsPerson {
  return new NeedsPerson(
    'belongs_to_another',
    {
      zh: `ERP 客户 ${nameOf(matched)} 已对应另一位微信联系人（按${by}匹配）`,
      en: `ERP customer ${nameOf(matched)} belongs to another WeChat person already (matched by ${by})`,
    },
    {
      zh: '同一单位的第二位联系人：请在 ERP 该客户下添加联系人',
      en: 'A second person at the same company: add a contact person to that customer in the ERP',
    },
  );
}

function nameOf(customer: Customer): string {
  const name = customer.company_name ?? customer.real_name ?? maskPhone(customer.phone ?? '');
  return `${customer.erp_customer_code ?? customer.erp_customer_id} ${name}`;
}
