/** The people of the histories: invented companies, each with a first person under up to three WeChat ids, and a colleague. */
export const PEOPLE = 6;

export const companyOf = (person: number) => `绍兴磨砺${person}号机械有限公司`;
export const phoneOf = (person: number) => `1360000${String(person).padStart(4, '0')}`;
const colleaguePhoneOf = (person: number) => `1370000${String(person).padStart(4, '0')}`;
const wechatOf = (person: number, number: number) => `wxid_torture_${person}_${number}`;

const COLLEAGUE = 9;

export interface Brought {
  person: number;
  /** Which of the first person's WeChat ids. */
  wechat: number;
  colleague: boolean;
}

/** A line of the import file; everybody has an order, so that the default rules let everybody in. */
export function lineOf({ person, wechat, colleague }: Brought): { id: string; phone: string; line: string } {
  const id = wechatOf(person, colleague ? COLLEAGUE : wechat);
  const phone = colleague ? colleaguePhoneOf(person) : phoneOf(person);
  return { id, phone, line: `${id},昵称${person},${companyOf(person)},${phone},1` };
}

export const HEADER = 'wechat_id,wechat_nickname,company_name,phone,has_order';

export const isOurs = (mobile: string | undefined) => /^13[67]0000/.test(mobile ?? '');
