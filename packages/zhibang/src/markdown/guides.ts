import type { Bilingual } from '../errors.ts';

/** The pages written by hand, in reading order; `docs/zhibang/guides/<name>.md` and `en/guides/<name>.md`. */
export const GUIDES: readonly { name: string; title: Bilingual; about: Bilingual }[] = [
  {
    name: 'which-endpoint',
    title: { zh: '我要做…该用哪个接口', en: 'Which endpoint do I need' },
    about: { zh: '从要做的事找到接口', en: 'from the task to the endpoint' },
  },
  {
    name: 'customers',
    title: { zh: '客户：八个核心接口', en: 'Customers: the eight core endpoints' },
    about: {
      zh: '取号、保存、读取、列表、指派、跟进，怎样不重复建',
      en: 'allocate, save, read, list, assign, follow up, and no twins',
    },
  },
  {
    name: 'customer-source',
    title: { zh: '客户来源', en: 'Customer source' },
    about: {
      zh: 'ly、khly、tjly 各是什么，怎样读自己的可选值，怎样加“微信”',
      en: 'what ly, khly and tjly are, how to read your own list, how to add 微信',
    },
  },
  {
    name: 'return-classes',
    title: { zh: '返回的几种样子', en: 'The return classes' },
    about: {
      zh: 'SourceClass、BillClass、MessageClass，v3 和 apiHelper',
      en: 'SourceClass, BillClass, MessageClass, v3 and apiHelper',
    },
  },
  {
    name: 'sessions-and-errors',
    title: { zh: '登录、令牌和错误', en: 'Sessions and errors' },
    about: {
      zh: '登录一次用到失效，错误各是什么、该怎么办',
      en: 'one login until it expires; every error and what to do',
    },
  },
];
