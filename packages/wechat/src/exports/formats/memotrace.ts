import { stringIn } from '../../api/decode.ts';
import { chinaTime } from '../../china-time.ts';
import { kindOfNumbers, kindOfWord } from '../kinds.ts';
import { oneChatRow } from '../one-chat.ts';
import type { ChatRow, Format } from '../row.ts';

/**
 * 留痕 / WeChatMsg up to 2.x, all chats in one file. TalkerId is the chat's number within that database, not the sender;
 * Sender, NickName and Remark are the speaker's, and own rows may have none (facts 7.2). Whom an own row was said to
 * is known from the other rows of its TalkerId.
 */
export const memotraceCsv: Format = {
  shape: 'csv',
  fits: (columns) => ['TalkerId', 'IsSender', 'StrContent'].every((name) => columns.has(name)),
  speakerOf: (fields) => {
    const id = stringIn(fields, 'Sender');
    if (stringIn(fields, 'IsSender') !== '0' || id === '') return null;
    const name = stringIn(fields, 'Remark') || stringIn(fields, 'NickName');
    return { chat: stringIn(fields, 'TalkerId'), id, name };
  },
  read: (fields, { survey }) => {
    const talker = stringIn(fields, 'TalkerId');
    const others = survey.others(talker, new Set());
    const room = others.length > 1 || others.some((one) => one.id.endsWith('@chatroom'));
    const peer = room ? undefined : others[0];
    const own = stringIn(fields, 'IsSender');
    const sender = stringIn(fields, 'Sender');
    const name = stringIn(fields, 'Remark') || stringIn(fields, 'NickName');
    const said = own === '1' ? peer : { id: sender || (peer?.id ?? ''), name: name || (peer?.name ?? '') };
    const kind = kindOfNumbers(Number(stringIn(fields, 'Type')), Number(stringIn(fields, 'SubType')));
    const row: ChatRow = {
      own: stringIn(fields, 'localId'),
      chat: peer?.id ?? `talker:${talker}`,
      room,
      person: said?.id || null,
      name: said?.name ?? '',
      speaker: said?.id || name,
      direction: own === '1' ? 'out' : own === '0' ? 'in' : 'unknown',
      at: chinaTime(stringIn(fields, 'CreateTime')) ?? chinaTime(stringIn(fields, 'StrTime')),
      kind,
      text: stringIn(fields, 'StrContent'),
    };
    return { row };
  },
};

/** MemoTrace 3.x, one chat per file, without direction. */
export const memotraceChatCsv: Format = {
  shape: 'csv',
  fits: (columns) => ['类型', '发送人', '时间', '内容'].every((name) => columns.has(name)),
  speakerOf: (fields) => {
    const name = stringIn(fields, '发送人');
    return name === '' || kindOfWord(stringIn(fields, '类型')) === 'system'
      ? null
      : { chat: '', id: name, name };
  },
  read: (fields, context) =>
    oneChatRow(context, {
      own: stringIn(fields, '消息ID'),
      name: stringIn(fields, '发送人'),
      at: chinaTime(stringIn(fields, '时间')),
      kind: kindOfWord(stringIn(fields, '类型')) ?? 'other',
      text: stringIn(fields, '内容'),
    }),
};

/** 留痕's text export, one chat per file. */
export const memotraceTxt: Format = {
  shape: 'blocks',
  fits: () => false,
  speakerOf: (fields) => {
    const name = stringIn(fields, 'name');
    return { chat: '', id: name, name };
  },
  read: (fields, context) =>
    oneChatRow(context, {
      own: '',
      name: stringIn(fields, 'name'),
      at: chinaTime(stringIn(fields, 'time')),
      kind: 'text',
      text: stringIn(fields, 'text'),
    }),
};
