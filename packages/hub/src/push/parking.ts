import { type Customer, type KeyKind, maskPhone } from '@bangqiao/core';
import type { ZhibangError } from '@bangqiao/zhibang';
import { keyName } from '../explain/labels.ts';
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

/** The ERP answered, and says no. */
export function refusedByErp({ code, erpMessage, userMessage, nextStep }: ZhibangError): NeedsPerson {
  return new NeedsPerson(
    code,
    {
      zh: `ERP 拒绝了：${erpMessage ?? userMessage.zh}`,
      en: `The ERP refused: ${erpMessage ?? userMessage.en}`,
    },
    nextStep,
  );
}

export function ambiguous(candidates: readonly { customer: Customer; by: KeyKind }[]): NeedsPerson {
  const zh = candidates.map(({ customer, by }) => `${nameOf(customer)}（按${keyName(by).zh}）`);
  const en = candidates.map(({ customer, by }) => `${nameOf(customer)} (by ${keyName(by).en})`);
  return new NeedsPerson(
    'ambiguous',
    {
      zh: `ERP 中有多个客户可能是同一个：${zh.join('、')}`,
      en: `Several customers of the ERP may be this one: ${en.join(', ')}`,
    },
    {
      zh: '请改正这位客户引起误会的手机号、微信号、公司名，会自动再试；或在 ERP 里把那几条合并成一条，同步后运行 bangqiao journal retry',
      en: 'Correct the phone, WeChat id or company of this customer that misleads, and it is tried again by itself; or merge those in the ERP, sync, and run bangqiao journal retry',
    },
  );
}

export function ofAnother(matched: Customer, by: KeyKind | 'ord'): NeedsPerson {
  return new NeedsPerson(
    'belongs_to_another',
    {
      zh: `ERP 客户 ${nameOf(matched)} 已对应另一位微信联系人（按${keyName(by).zh}找到）`,
      en: `ERP customer ${nameOf(matched)} belongs to another WeChat person already (found by ${keyName(by).en})`,
    },
    {
      zh: '请核对是不是同一个人：是，运行 bangqiao journal cancel；不是，请改正公司名、手机号或微信号，会自动再试',
      en: 'See whether they are one person: if so, bangqiao journal cancel; if not, correct company, phone or WeChat id, and it is tried again',
    },
  );
}

export const SAVED_BESIDE = 'saved_beside';

/** The save whose answer was lost was stored after all, and the customer is linked to another record by now. */
export function savedBeside(own: number, linked: number): NeedsPerson {
  return new NeedsPerson(
    SAVED_BESIDE,
    {
      zh: `ERP 中有两条：客户已对应内部编号 ${linked}，而之前没有收到答复的保存留下了 ${own}`,
      en: `The ERP has two: the customer is linked to record ${linked}, and a save whose answer was lost left record ${own}`,
    },
    {
      zh: `请在 ERP 中合并或删除 ${own}，再重试；两条都要保留，就取消`,
      en: `Merge or delete record ${own} in the ERP, then try again; cancel if both are to stay`,
    },
  );
}

/** Several contact persons of the company may be this one, or one that cannot be told for sure. */
export function ambiguousContact(candidates: readonly { ord: number; name: string }[]): NeedsPerson {
  const names = candidates.map(({ ord, name }) => `${ord} ${name}`).join(', ');
  return new NeedsPerson(
    'ambiguous',
    {
      zh: `ERP 该客户的联系人中可能已有这一位：${names}`,
      en: `The company's contact persons in the ERP may have this one already: ${names}`,
    },
    {
      zh: '请确认是哪一个，在 ERP 补上手机号或微信号后再试；确认前不会新建',
      en: 'Say which one by adding the phone or WeChat id in the ERP, then try again; nothing is created before that',
    },
  );
}

export function contactTaken(ord: number, name: string, holder: Customer): NeedsPerson {
  return new NeedsPerson(
    'belongs_to_another',
    {
      zh: `ERP 联系人 ${ord} ${name} 已对应另一位微信联系人（#${holder.id}）`,
      en: `ERP contact person ${ord} ${name} belongs to another WeChat person already (#${holder.id})`,
    },
    {
      zh: '请核对是不是同一个人用了两个微信号：是，运行 bangqiao journal cancel；不是，就改正公司名、手机号或微信号，会自动再试',
      en: 'See whether it is one person with two WeChat ids: if so, bangqiao journal cancel; if not, correct company, phone or WeChat id, and it is tried again',
    },
  );
}

export function maskedRecord(ord: number): NeedsPerson {
  return new NeedsPerson(
    'masked_record',
    {
      zh: `ERP 对当前账号隐藏了客户 ${ord} 的部分内容（如 138****8888），保存会把它冲掉`,
      en: `The ERP masks part of record ${ord} for this account; saving it would destroy what is hidden`,
    },
    { zh: '请给接口账号查看完整资料的权限', en: 'Give the API account the right to see the whole record' },
  );
}

/** Its own code: a write that carries it was answered with yes in a whole run, and surely stored nothing. */
export const NOT_TAKEN = 'not_taken';

export function notTaken(ord: number): NeedsPerson {
  return new NeedsPerson(
    NOT_TAKEN,
    {
      zh: `ERP 客户 ${ord} 多次保存都答“成功”，读回来仍是旧值`,
      en: `The ERP said yes to every save of record ${ord}, and still holds the old value`,
    },
    {
      zh: '请在 ERP 中手工修改，或检查该字段是否允许修改',
      en: 'Change it in the ERP by hand, or see whether the field may be changed there',
    },
  );
}

function nameOf(customer: Customer): string {
  const name = customer.company_name ?? customer.real_name ?? maskPhone(customer.phone ?? '');
  const number = customer.erp_customer_code ?? customer.erp_customer_id ?? `#${customer.id}`;
  return `${number} ${name}`;
}
