import type { Json } from '../api/decode.ts';

/** Why a record could not be read; `BROKEN_WORDS` says it to people. */
export type Broken =
  | 'bad_json'
  | 'too_large'
  | 'not_closed'
  | 'bad_csv'
  | 'bad_time'
  | 'no_sender'
  | 'bad_event';

export const BROKEN_WORDS: Readonly<Record<Broken, { zh: string; en: string }>> = {
  bad_json: { zh: '不是有效的 JSON', en: 'not valid JSON' },
  too_large: { zh: '这一条太大', en: 'this record is too large' },
  not_closed: { zh: '文件在一条记录中间断了', en: 'the file ends within a record' },
  bad_csv: {
    zh: '引号没有成对',
    en: 'the quotes do not match',
  },
  bad_time: { zh: '时间认不出来', en: 'the time cannot be read' },
  no_sender: { zh: '没有发送人', en: 'nobody is named as the sender' },
  bad_event: { zh: '事件缺少必需的字段', en: 'the event lacks a field it needs' },
};

/** One record as the file has it: columns of a row, keys of an object; or where and why there is none. */
export type RawRecord = { line: number; fields: Json } | { line: number; broken: Broken };
