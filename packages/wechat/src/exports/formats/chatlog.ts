import { numberIn, objectIn, stringIn } from '../../api/decode.ts';
import { chinaTime } from '../../china-time.ts';
import type { Direction } from '../../event.ts';
import { kindOfNumbers } from '../kinds.ts';
import type { Format } from '../row.ts';

/** chatlog's JSON: the only export that says everything. */
export const chatlogJson: Format = {
  shape: 'json',
  fits: (columns) => ['talker', 'isSelf', 'sender'].every((name) => columns.has(name)),
  read: (fields) => {
    const chat = stringIn(fields, 'talker');
    const room = fields.isChatRoom === true || chat.endsWith('@chatroom');
    const own = fields.isSelf === true;
    const sender = stringIn(fields, 'sender');
    const chatName = stringIn(fields, 'talkerName');
    const senderName = stringIn(fields, 'senderName');
    const title = stringIn(objectIn(fields, 'contents'), 'title');
    return {
      row: {
        own: stringIn(fields, 'seq'),
        chat,
        room,
        person: (room ? (own ? '' : sender) : chat) || null,
        name: room ? (own ? '' : senderName) : chatName || (own ? '' : senderName),
        speaker: sender || chat,
        direction: own ? 'out' : fields.isSelf === false ? 'in' : 'unknown',
        at: chinaTime(stringIn(fields, 'time')),
        kind: kindOfNumbers(numberIn(fields, 'type') ?? 0, numberIn(fields, 'subType') ?? 0),
        text: stringIn(fields, 'content') || title,
      },
    };
  },
};

/**
 * chatlog's CSV has no direction; between two whoever is not the talker is us. In a group it takes the own id or name to
 * know.
 */
export const chatlogCsv: Format = {
  shape: 'csv',
  fits: (columns) => ['Time', 'Sender', 'Talker', 'Content'].every((name) => columns.has(name)),
  read: (fields, { account, self }) => {
    const chat = stringIn(fields, 'Talker');
    const sender = stringIn(fields, 'Sender');
    const senderName = stringIn(fields, 'SenderName');
    const room = chat.endsWith('@chatroom');
    const own =
      (account !== '' && sender === account) ||
      self.has(sender) ||
      self.has(senderName) ||
      senderName === '我';
    const ours = own || (!room && sender !== '' && sender !== chat);
    const known = !room || own || account !== '' || self.size > 0;
    const direction: Direction = ours ? 'out' : known && sender !== '' ? 'in' : 'unknown';
    return {
      row: {
        own: '',
        chat,
        room,
        person: (room ? (ours ? '' : sender) : chat) || null,
        name: room ? (ours ? '' : senderName) : stringIn(fields, 'TalkerName'),
        speaker: sender || chat,
        direction,
        at: chinaTime(stringIn(fields, 'Time')),
        kind: 'text',
        text: stringIn(fields, 'Content'),
      },
    };
  },
};
