import {
  type Bilingual,
  type Customer,
  cleanText,
  compareCompanies,
  normaliseCreditCode,
} from '@bangqiao/core';
import type { Author } from '../author.ts';
import { requireCustomer, updateCustomer, type WriteContext } from '../customers/index.ts';
import { onceMore } from '../desk/once-more.ts';
import type { Executor, Store } from '../store/index.ts';
import { settlePerson } from '../understand/same-person.ts';
import { saveTalks, talksOf } from '../understand/talks.ts';
import { reverify } from '../understand/verified.ts';
import { keepImage } from './image.ts';
import type { LicenceFields, LicenceReader } from './reader.ts';

export interface LicenceDesk {
  store: Store;
  /** Where `storage/` lies. */
  folder: string;
  /** Whether a valid code with the customer's own name makes the licence verified (`license.verify`). */
  verify: boolean;
  /** Null: fields come from people only. */
  reader: LicenceReader | null;
}

export interface AddedLicence {
  customer: number;
  path: string;
  credit_code: string | null;
  company_name: string | null;
  /** 0–1 of a program's reading; 1 where a person typed it; null where nothing is known. */
  confidence: number | null;
  /** Whether this picture is; one of before may be. */
  verified: boolean;
  /** Why it is not verified, or what does not fit. */
  remarks: Bilingual[];
}

/**
 * Keeps a customer's business licence and what stands on it. Uploaded it counts at once; verified only when the credit code is
 * right and the name is the customer's own.
 * @throws HubError `not_an_image`, `image_too_large`, `customer_moved`
 */
export async function addLicence(
  desk: LicenceDesk,
  customerId: number,
  given: { bytes: Buffer; fields: LicenceFields },
  person: Author,
): Promise<AddedLicence> {
  const path = await keepImage(desk.folder, customerId, given.bytes);
  const reading = await fieldsOf(desk.reader, given);
  const work = (trx: Executor) => note(trx, { customerId, path, verify: desk.verify }, reading, person);
  return await onceMore(() => desk.store.transaction(work, { durable: true }));
}

interface Reading {
  fields: LicenceFields;
  confidence: number | null;
  readBy: 'person' | 'program' | null;
  /** What the program says of the picture itself. */
  picture?: 'no_licence' | 'unreadable' | 'failed' | 'turned';
}

/** A person's word goes before a program's. */
async function fieldsOf(
  reader: LicenceReader | null,
  { bytes, fields }: { bytes: Buffer; fields: LicenceFields },
): Promise<Reading> {
  if (fields.credit_code || fields.company_name) return { fields, confidence: 1, readBy: 'person' };
  if (!reader) return { fields: {}, confidence: null, readBy: null };
  try {
    const { fields: read, confidence, turned, problem } = await reader.readLicence(bytes);
    const picture = problem ?? (turned ? 'turned' : undefined);
    return { fields: read, confidence, readBy: 'program', picture };
  } catch {
    // The picture is kept whatever became of its reading; a person can type what stands on it.
    return { fields: {}, confidence: null, readBy: 'program', picture: 'failed' };
  }
}

async function note(
  trx: Executor,
  { customerId, path, verify }: { customerId: number; path: string; verify: boolean },
  reading: Reading,
  person: Author,
): Promise<AddedLicence> {
  const customer = await requireCustomer(trx, customerId);
  if (reading.picture === 'no_licence') return noLicence(customer, path);
  const context: WriteContext = {
    by: person.by,
    reason: 'licence added',
    source: reading.readBy === 'program' ? 'ai' : 'manual',
    runId: null,
    now: person.at,
    evidence: JSON.stringify({ licence: path }),
  };
  const creditCode = normaliseCreditCode(reading.fields.credit_code);
  const name = cleanText(reading.fields.company_name);
  const remarks = remarksOn(customer, reading, creditCode, name);
  const verified = verify && remarks.length === 0;
  const info = {
    credit_code: creditCode,
    company_name: name,
    confidence: reading.confidence,
    read_by: reading.readBy,
  };
  if (customer.business_license_verified && !verified) return besideVerified(customer, path, info, remarks);
  const saved = await updateCustomer(
    trx,
    customer,
    {
      business_license_path: path,
      business_license_info: JSON.stringify(info),
      business_license_verified: verified,
      ...(creditCode !== null && customer.credit_code === null ? { credit_code: creditCode } : {}),
      ...(creditCode !== null && name !== null && customer.company_name === null
        ? { company_name: name }
        : {}),
    },
    context,
  );
  const settled = await lookAgain(trx, saved, context);
  return {
    customer: settled.id,
    path,
    credit_code: creditCode,
    company_name: name,
    confidence: reading.confidence,
    verified,
    remarks: [...remarks, ...(reading.picture === 'turned' ? [TURNED] : [])],
  };
}

/** The picture is kept; what counts stays the licence that was verified before. */
function besideVerified(
  { id }: Customer,
  path: string,
  {
    credit_code,
    company_name,
    confidence,
  }: Pick<AddedLicence, 'credit_code' | 'company_name' | 'confidence'>,
  remarks: readonly Bilingual[],
): AddedLicence {
  const read = { credit_code, company_name, confidence };
  return { customer: id, path, ...read, verified: false, remarks: [...remarks, VERIFIED_BEFORE] };
}

/** The picture is kept, and is no licence of the customer's unless a person says what stands on it. */
function noLicence({ id }: Customer, path: string): AddedLicence {
  const nothing = { credit_code: null, company_name: null, confidence: 0 };
  return { customer: id, path, ...nothing, verified: false, remarks: [PICTURES.no_licence] };
}

/** A licence is a witness of the company's name, and its code may show that two customers are one. */
async function lookAgain(trx: Executor, saved: Customer, context: WriteContext): Promise<Customer> {
  const talk = (await talksOf(trx, [saved.id])).get(saved.id);
  let customer = saved;
  if (talk) {
    customer = await reverify(trx, saved, talk, ['company'], context);
    await saveTalks(trx, [{ customerId: saved.id, talk }]);
  }
  return await settlePerson(trx, customer, [], context);
}

/** What keeps the licence from being verified; none: it deserves the word. */
function remarksOn(
  customer: Customer,
  { fields, picture }: Reading,
  creditCode: string | null,
  name: string | null,
): Bilingual[] {
  if (!fields.credit_code && name === null) return [PICTURES[picture ?? 'none']];
  const remarks: Bilingual[] = [];
  if (!fields.credit_code) remarks.push(NO_CODE);
  else if (creditCode === null) remarks.push(WRONG_CODE);
  else if (customer.credit_code !== null && customer.credit_code !== creditCode) remarks.push(OTHER_CODE);
  if (name === null) remarks.push(NO_NAME);
  else if (customer.company_name === null) remarks.push(NOTHING_TO_COMPARE);
  else if (compareCompanies(customer.company_name, name).likeness !== 'same') remarks.push(OTHER_NAME);
  return remarks;
}

/** Why nothing is known of what stands on the picture. */
const PICTURES: Readonly<Record<'none' | NonNullable<Reading['picture']>, Bilingual>> = {
  none: {
    zh: '图片上的内容还没有读出来：请用 --code 和 --name 填写，或安装识别程序（npm run ocr:install）',
    en: 'what stands on the picture is not known yet: give --code and --name, or install a reader (npm run ocr:install)',
  },
  no_licence: {
    zh: '图片上看不到营业执照，没有算作执照；是不是传错了图片？确实是的话，请用 --code 和 --name 填写',
    en: 'no business licence is seen on the picture, so it does not count as one: is it the right picture? If it is, give --code and --name',
  },
  unreadable: {
    zh: '识别程序打不开这个文件（PDF 请先转成图片），请用 --code 和 --name 填写',
    en: 'the reader cannot open the file (make a picture of a PDF first): give --code and --name',
  },
  failed: {
    zh: '识别程序出错了，图片已保存，请用 --code 和 --name 填写',
    en: 'the reader failed; the picture is kept: give --code and --name',
  },
  turned: {
    zh: '图片转正以后也只读出一部分，请用 --code 和 --name 填写',
    en: 'the picture was turned, and still no code or name was read: give --code and --name',
  },
};
const TURNED: Bilingual = {
  zh: '图片是歪倒的，转正后读出；请核对',
  en: 'the picture lay on its side or upside down and was read after turning it: check what was read',
};
const VERIFIED_BEFORE: Bilingual = {
  zh: '客户已有一份核实过的执照，仍以那份为准；这张图片只作留存',
  en: 'the customer has a licence that is verified: that one counts, this picture is only kept',
};
const NO_CODE: Bilingual = { zh: '没有统一社会信用代码', en: 'there is no credit code' };
const WRONG_CODE: Bilingual = {
  zh: '统一社会信用代码的校验位不对，可能读错或抄错了',
  en: 'the check character of the credit code is wrong: misread or mistyped',
};
const OTHER_CODE: Bilingual = {
  zh: '与客户已有的统一社会信用代码不同，没有改动客户的',
  en: "another credit code than the customer's, which stays",
};
const NO_NAME: Bilingual = { zh: '没有公司名称', en: 'there is no company name' };
const NOTHING_TO_COMPARE: Bilingual = {
  zh: '客户原来没有公司名称，没有可以对照的；名称已按执照填上',
  en: 'the customer had no company name to compare with; it is filled from the licence where its code is right',
};
const OTHER_NAME: Bilingual = {
  zh: '执照上的名称与客户的公司名称不同',
  en: "the name on the licence is not the customer's",
};
