import { valueAssessment } from './bands.ts';
import { COMPANY, type Customer, type CustomerType, type FieldValues, PERSON } from './customer.ts';
import {
  categoryMissing,
  checkForErp,
  contactNameMissing,
  contactNameOf,
  erpNameOf,
  type FieldProblem,
  optionUnknown,
  typeOf,
} from './field-problem.ts';
import { toErp } from './fieldmap.ts';
import { type OptionBook, optionId } from './option-book.ts';
import { initials } from './pinyin.ts';
import { cleanText } from './text.ts';

export interface CreateContext {
  book: OptionBook;
  /** Label path or id of the category for a customer that has none; null when the tenant's tree is empty too. */
  defaultCategory: string | null;
  /** Labels to try for 客户来源, in order, e.g. 微信咨询, 网站注册. */
  sourceLabels: readonly string[];
  /** The number that the ERP proposed, sent back in the save; null to leave it to the ERP. */
  khid: string | null;
}

export interface CreateFields {
  type: CustomerType;
  /** For the ov1 save, without `ord`. */
  fields: Record<string, string>;
  /** With a fatal one among them nothing may be sent. */
  problems: FieldProblem[];
}

/** A full create: every value that passed its format check, verified or not, options as the tenant's ids. */
export function createFields(customer: Partial<Customer>, ctx: CreateContext): CreateFields {
  const type = typeOf({ company_name: customer.company_name ?? null });
  const values = createValues(customer, type, ctx);
  const { fields, problems } = toErp(values, type, ctx.book);
  const required: FieldProblem[] = [];
  if (type === COMPANY && contactNameOf(customer) === null) required.push(contactNameMissing());
  if (fields.sort1 === undefined) required.push(categoryMissing());
  if (fields.ly === undefined && ctx.sourceLabels[0] !== undefined) {
    required.push(optionUnknown('erp_source', ctx.sourceLabels[0]));
  }
  return { type, fields, problems: distinct([...checkForErp(customer), ...required, ...problems]) };
}

function createValues(customer: Partial<Customer>, type: CustomerType, ctx: CreateContext): FieldValues {
  const name = erpNameOf(customer, type);
  return {
    ...(type === COMPANY ? { company_name: name, real_name: contactNameOf(customer) } : { real_name: name }),
    phone: customer.phone ?? null,
    email: customer.email ?? null,
    address: customer.address ?? null,
    wechat_id: customer.wechat_id ?? null,
    erp_customer_code: ctx.khid,
    erp_customer_category: categoryFor(customer, ctx),
    erp_source: sourceFor(customer, ctx),
    erp_value_assessment: customer.erp_value_assessment ?? valueAssessment(customer.data_quality_score ?? 0),
    erp_industry: customer.erp_industry ?? null,
    erp_region: customer.erp_region ?? null,
    summary: customer.summary ?? interestOf(customer),
    notes: customer.notes ?? customer.wechat_remark ?? null,
    pinyin: customer.pinyin ?? (name === null ? null : initials(name, type === PERSON)),
  };
}

/** The customer's own category where the tenant has it, else the default. */
function categoryFor(customer: Partial<Customer>, ctx: CreateContext): string | null {
  const own = cleanText(customer.erp_customer_category);
  if (own !== null && optionId(ctx.book, 'sort1', own) !== null) return own;
  return ctx.defaultCategory;
}

/** The first label that the tenant has; null when it has none of them. */
function sourceFor(customer: Partial<Customer>, ctx: CreateContext): string | null {
  const wanted = [cleanText(customer.erp_source), ...ctx.sourceLabels];
  return wanted.find((label) => label !== null && optionId(ctx.book, 'ly', label) !== null) ?? null;
}

function interestOf(customer: Partial<Customer>): string | null {
  const parts = [cleanText(customer.extracted_product_interest), cleanText(customer.extracted_needs)];
  return parts.filter((part) => part !== null).join('；') || null;
}

function distinct(problems: FieldProblem[]): FieldProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.field}|${problem.code}`, problem])).values()];
}
