import type { CatalogueEntry, CatalogueField } from './catalogue.ts';
import type { Bilingual } from './errors.ts';
import { optionsIn } from './reference/language.ts';

/** One thing wrong with a request, found before it was sent. */
export interface RequestFault extends Bilingual {
  why:
    | 'unknown_call'
    | 'no_list'
    | 'no_endpoint'
    | 'own_account'
    | 'unknown_field'
    | 'envelope'
    | 'required'
    | 'type'
    | 'too_long'
    | 'too_large'
    | 'option'
    | 'date';
  /** Where: `name`, `contractList[0].Num`; '' when it is about the call itself. */
  field: string;
}

/** The field as a person and a program call it: 客户名称（name）, Customer name (name). */
function named({ label, labelEn = label }: CatalogueField, place: string): Bilingual {
  if (label === undefined) return { zh: place, en: place };
  return { zh: `${label}（${place}）`, en: `${labelEn} (${place})` };
}

type Sentence = (field: CatalogueField, place: string) => RequestFault;

function about(why: RequestFault['why'], zh: string, en: string): Sentence {
  return (field, place) => {
    const name = named(field, place);
    return { why, field: place, zh: `${name.zh}${zh}`, en: `${name.en} ${en}` };
  };
}

export const REQUIRED = about('required', '必填', 'is required');

export function wrongType(wanted: Bilingual): Sentence {
  return about('type', `应为${wanted.zh}`, `must be ${wanted.en}`);
}

export function tooLong(most: number, given: number): Sentence {
  return about(
    'too_long',
    `最多 ${most} 字，给了 ${given} 字`,
    `holds at most ${most} characters, not ${given}`,
  );
}

export function tooLarge(most: number): Sentence {
  return about('too_large', `最大 ${most}`, `is at most ${most}`);
}

export const NO_OPTION: Sentence = (field, place) => {
  const listed = (lang: 'zh' | 'en') =>
    optionsIn(field, lang).map(([value, label]) => (value === label ? value : `${value} ${label}`));
  const zh = `只能是：${listed('zh').join('、')}`;
  return about('option', zh, `must be one of: ${listed('en').join(', ')}`)(field, place);
};

export const NO_DATE = about(
  'date',
  '应为日期，如 2026-01-15 或 2026-01-15 09:00:00',
  'must be a date such as 2026-01-15 or 2026-01-15 09:00:00',
);

export function unknownField(place: string, meant: CatalogueField | undefined): RequestFault {
  const guess = meant && named(meant, meant.id);
  return {
    why: 'unknown_field',
    field: place,
    zh: guess ? `没有字段 ${place}，是不是 ${guess.zh}？` : `没有字段 ${place}`,
    en: guess ? `there is no field ${place}; did you mean ${guess.en}?` : `there is no field ${place}`,
  };
}

export function unknownCall(name: string, meant: string | undefined): RequestFault {
  return {
    why: 'unknown_call',
    field: '',
    zh: meant ? `目录里没有 ${name}，是不是 ${meant}？` : `目录里没有 ${name}`,
    en: meant ? `the catalogue has no ${name}; did you mean ${meant}?` : `the catalogue has no ${name}`,
  };
}

export function noListCall(name: string): RequestFault {
  return {
    why: 'no_list',
    field: '',
    zh: `${name} 不是列表，没有分页`,
    en: `${name} is no list and has no pages`,
  };
}

export function proseCall({ id, name }: Pick<CatalogueEntry, 'id' | 'name'>): RequestFault {
  return {
    why: 'no_endpoint',
    field: '',
    zh: `${id} ${name} 是一页说明，不是接口`,
    en: `${id} ${name} is a page of prose, not an endpoint`,
  };
}

export function ownAccount(field: string): RequestFault {
  return {
    why: 'own_account',
    field,
    zh: `登录和退出用的是配置里的账号，不接受 ${field}`,
    en: `logging in and out is done with the configured account: ${field} is not taken`,
  };
}

export function inEnvelope(field: string): RequestFault {
  return {
    why: 'envelope',
    field,
    zh: `${field} 由程序加上，请直接写 Datas 里面的字段`,
    en: `${field} is added by itself: give the fields that stand in Datas`,
  };
}
