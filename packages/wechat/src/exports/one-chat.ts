import type { Direction } from '../event.ts';
import type { ChatRow, Context, Reading } from './row.ts';

type Said = Pick<ChatRow, 'own' | 'name' | 'at' | 'kind' | 'text'>;

/**
 * A message of a file that holds one chat and names speakers only. Which of them we are is known when the operator said
 * so, or said whom the chat is with; otherwise nobody's words count as the customer's.
 */
export function oneChatRow(context: Context, said: Said): Reading {
  if (said.name === '' && said.kind !== 'system') return { broken: 'no_sender' };
  const { self, peerId, peerName, chat, survey } = context;
  const others = survey.others('', self);
  const named = self.size > 0 || peerName !== null;
  const room = chat.endsWith('@chatroom') || others.length > (self.size > 0 ? 1 : 2);
  const own = self.has(said.name) || (!room && peerName !== null && said.name !== peerName);
  const direction: Direction = named ? (own ? 'out' : 'in') : 'unknown';
  const peer = peerName ?? (self.size > 0 ? others[0]?.name : undefined);
  return {
    row: {
      ...said,
      chat,
      room,
      person: room ? null : peerId,
      name: own ? (room ? '' : (peer ?? '')) : said.name,
      speaker: said.name,
      direction,
    },
  };
}
