import { type Json, stringIn } from '../../api/decode.ts';
import { chinaTime } from '../../china-time.ts';
import { kindOfWord } from '../kinds.ts';
import type { Format } from '../row.ts';

/** PyWxDump, CSV or JSON. room_name is the chat's id also between two; own rows have the talker 我 (facts 7.2). */
export const pywxdump: Format = {
  shape: 'csv',
  fits: (columns) => ['MsgSvrID', 'type_name', 'is_sender'].every((name) => columns.has(name)),
  read: (fields) => {
    const chat = stringIn(fields, 'room_name');
    const talker = stringIn(fields, 'talker');
    const flag = stringIn(fields, 'is_sender').toLowerCase();
    const own = flag === '1' || flag === 'true' || talker === '我';
    const told = own || flag === '0' || flag === 'false';
    const room = chat.endsWith('@chatroom');
    const speaker = talker || chat;
    return {
      row: {
        own: longId(stringIn(fields, 'MsgSvrID')),
        chat: chat || (own ? '' : talker),
        room,
        person: (room ? (own ? '' : talker) : chat || (own ? '' : talker)) || null,
        name: '',
        speaker,
        direction: own ? 'out' : told ? 'in' : 'unknown',
        at: chinaTime(stringIn(fields, 'CreateTime')),
        kind: kindOfWord(stringIn(fields, 'type_name')) ?? 'other',
        text: messageIn(fields),
      },
    };
  },
};

/** Excel turns long numbers into 1.23E+18: such an id tells nothing any more. */
function longId(text: string): string {
  return /^\d+$/.test(text) && text !== '0' ? text : '';
}

/** Older releases put `{"src", "msg"}` as JSON into one column. */
function messageIn(fields: Json): string {
  const content = stringIn(fields, 'content');
  if (content === '') return stringIn(fields, 'msg');
  try {
    return stringIn(JSON.parse(content) as Json, 'msg');
  } catch {
    return content;
  }
}
