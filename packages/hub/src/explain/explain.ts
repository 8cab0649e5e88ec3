import type { Customer } from '@bangqiao/core';
import { findByErpId, keyValue, nameOf } from '../customers/index.ts';
import { cancelledByPerson } from '../desk/writes.ts';
import { listFollowUps } from '../followup/read.ts';
import type { Executor } from '../store/index.ts';
import { readDecisions } from './decisions.ts';
import type { Explanation, Who } from './explanation.ts';
import { type Ambiguous, ambiguous, findMeant } from './find.ts';
import { shownPhone, withMaskedPhones } from './masking.ts';
import { standingOf } from './standing.ts';
import { readConflicts, readHistory, readLog, readMerges } from './trail.ts';
import { readWrites } from './writes.ts';

/**
 * Explains how one customer came to be where it is (statement 8). `query` is what a person knows of it: `#12`, customer
 * number, `ord`, WeChat id, phone in any spelling, credit code, or a name or part of one. Reads only. Null when nobody is
 * meant; several are listed instead.
 */
export async function explainCustomer(db: Executor, query: string): Promise<Explanation | Ambiguous | null> {
  const meant = await findMeant(db, query);
  const [customer] = meant;
  if (customer === undefined) return null;
  if (meant.length > 1) return withMaskedPhones(ambiguous(meant));
  const [decision = null, ...earlier] = await readDecisions(db, customer.id);
  const parts = {
    writes: await readWrites(db, customer),
    follow_ups: (await listFollowUps(db, { customerId: customer.id, all: true })).reverse(),
    conflicts: await readConflicts(db, customer.id),
    history: await readHistory(db, customer.id),
    log: await readLog(db, customer.id),
  };
  return withMaskedPhones({
    customer: await whoIs(db, customer),
    standing: standingOf({
      customer,
      company: await companyOf(db, customer),
      decision,
      declined: (await cancelledByPerson(db, [customer.id])).has(customer.id),
      ...parts,
    }),
    decision,
    earlier,
    merges: await readMerges(db, customer.id),
    ...parts,
  });
}

async function companyOf(db: Executor, { erp_contact_of: ord }: Customer): Promise<string | null> {
  const company = ord === null ? undefined : await findByErpId(db, ord);
  return company === undefined ? null : nameOf(company);
}

async function whoIs(db: Executor, customer: Customer): Promise<Who> {
  const { id, company_name, real_name, phone, phone_verified, stage, erp_customer_id: ord } = customer;
  return {
    id,
    name: nameOf(customer),
    company_name,
    real_name,
    phone: phone === null ? null : shownPhone(phone),
    phone_verified,
    stage,
    type: customer.erp_customer_type,
    wechat: {
      id: customer.wechat_id,
      nickname: customer.wechat_nickname,
      remark: customer.wechat_remark,
      other_ids: await otherWechatIds(db, customer),
    },
    erp:
      ord === null
        ? null
        : {
            ord,
            number: customer.erp_customer_code,
            presence: customer.erp_presence,
            read_at: customer.erp_last_pulled ?? customer.erp_last_pushed,
          },
    data_quality_score: customer.data_quality_score,
    intent_score: customer.intent_score,
    intent_level: customer.intent_level,
  };
}

async function otherWechatIds(db: Executor, customer: Customer): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_keys')
    .select('value')
    .where('customer_id', '=', customer.id)
    .where('kind', '=', 'wechat')
    .orderBy('value')
    .execute();
  const own = keyValue('wechat', customer.wechat_id);
  return rows.map(({ value }) => value).filter((value) => value !== own);
}
