import type { Language } from '../reference/language.ts';
import { ref, type Schema } from './schema.ts';

const TEXT: Schema = { type: 'string' };
const NUMBER = ref('WireNumber');

/** What all answers are made of (wire.md "Bodies of ov1 answers"), tolerant where systems are known to differ. */
export function componentSchemas(lang: Language): Record<string, Schema> {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return {
    WireNumber: {
      anyOf: [{ type: 'integer' }, { type: 'string' }],
      description: say('整数；有些系统写成文本', 'A whole number; some systems send it as text'),
    },
    WireValue: {
      anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
      description: say('单元格或字段的值；空值可能是 "" 或 null', 'A cell or field; empty may be "" or null'),
    },
    Ov1Parameter: object({ id: TEXT, val: ref('WireValue') }, ['id', 'val']),
    Ov1Header: object({ status: NUMBER, message: TEXT }, ['status'], {
      description: say('status 为 0 表示成功，其他见 message', 'status 0 is success, else see message'),
    }),
    LoginAnswer: object(
      {
        header: object({ status: NUMBER, message: TEXT, session: TEXT, appversion: TEXT }, ['status'], {
          description: say('session 就是令牌', 'session is the token'),
        }),
      },
      ['header'],
    ),
    SourceClassAnswer: ov1Answer({ source: ref('Source'), report: object({ source: ref('Source') }) }),
    BillClassAnswer: ov1Answer({ bill: ref('Bill') }),
    MessageClassAnswer: ov1Answer({ message: ref('Message') }),
    Source: object(
      { type_: TEXT, table: ref('Table'), options: listOf(ref('Option')), trees: ref('Trees') },
      [],
      {
        description: say('SourceClass：列表、可选值或树', 'SourceClass: a list, options or a tree'),
      },
    ),
    Table: object({ cols: listOf(ref('Column')), rows: listOf(ref('Row')), page: ref('Page') }, ['cols'], {
      description: say('按 cols[i].id 取值，不要按位置', 'Read cells by cols[i].id, never by position'),
    }),
    Column: object({ id: TEXT, caption: TEXT }, ['id']),
    Row: {
      anyOf: [
        listOf(ref('WireValue')),
        object({ ord: NUMBER, id: NUMBER, value: listOf(ref('WireValue')) }, ['value']),
      ],
    },
    Page: object({ pagesize: NUMBER, pageindex: NUMBER, pagecount: NUMBER, recordcount: NUMBER }),
    Option: object({ text: TEXT, value: ref('WireValue') }, ['text', 'value']),
    Trees: object({ nodes: listOf(ref('TreeNode')) }, ['nodes']),
    TreeNode: object({ text: TEXT, value: ref('WireValue'), nodes: listOf(ref('TreeNode')) }, ['text']),
    Bill: object(
      {
        id: TEXT,
        caption: TEXT,
        uitype: TEXT,
        value: NUMBER,
        tools: { type: 'array', items: {} },
        groups: listOf(object({ caption: TEXT, fields: listOf(ref('BillField')) })),
      },
      [],
      { description: say('BillClass：value 是这条记录的 ord', 'BillClass: value is the ord of the record') },
    ),
    BillField: object({ id: TEXT, caption: TEXT, value: ref('WireValue') }, ['id']),
    Message: object(
      { title: TEXT, text: TEXT, url: TEXT, wait: NUMBER, target: TEXT, uitype: TEXT, data: {} },
      [],
      {
        description: say(
          'MessageClass：说成功也要读回核对',
          'MessageClass: success is to be proved by reading back',
        ),
      },
    ),
    V3Answer: object({ Code: NUMBER, Msg: TEXT }, ['Code'], {
      description: say(
        '200 成功，300 业务拒绝，400 令牌无效，500 服务器出错',
        '200 success, 300 refused, 400 token rejected, 500 server error',
      ),
    }),
    V3RecordAnswer: extended('V3Answer', { Data: { type: 'object', additionalProperties: true } }),
    V3ListAnswer: extended('V3Answer', {
      Page: object({ RecordCount: NUMBER, PageSize: NUMBER, PageIndex: NUMBER, PageCount: NUMBER }),
      Cols: listOf({ anyOf: [TEXT, object({ id: TEXT, name: TEXT })] }),
      Rows: listOf(listOf(ref('WireValue'))),
    }),
    HelperAnswer: object({ flag: { type: 'boolean' }, code: NUMBER, msg: TEXT, datas: {} }, ['code'], {
      description: say('flag 为 true 且 code 为 200 表示成功', 'Success is flag true and code 200'),
    }),
  };
}

/** Older integrations found the same at `data` instead of `body`. */
function ov1Answer(parts: Record<string, Schema>): Schema {
  return object({ header: ref('Ov1Header'), body: object({ model: TEXT, ...parts }) }, ['header']);
}

function object(properties: Record<string, Schema>, required: string[] = [], more: Schema = {}): Schema {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), ...more };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

function extended(base: string, properties: Record<string, Schema>): Schema {
  return { allOf: [ref(base), object(properties)] };
}
