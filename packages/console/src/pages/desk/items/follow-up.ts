import type { RowOf } from '../../../api/types.ts';
import { FOLLOW_UP_STANDINGS } from '../../../words/customer-terms.ts';
import { deskWords as w } from '../../../words/desk.ts';
import type { Words } from '../../../words/words.ts';
import type { Choice, DeskItem } from '../item.ts';
import type { Speaker } from '../speaker.ts';

type Row = RowOf<'followups.list'>;

const THERE: Choice = { name: 'there', words: w.isThere, effect: w.isThereEffect };
const SEND: Choice = { name: 'send', words: w.send, effect: w.sendEffect };
const SKIP: Choice = { name: 'skip', words: w.leaveOut, effect: w.leaveOutEffect };

const IF_LEFT: Partial<Record<Row['standing'], Words>> = {
  doubtful: w.doubtfulIfLeft,
  held: w.heldIfLeft,
};

/** A chat that became a follow-up, and needs a person's word before it stands in the ERP. */
export function followUpItem(row: Row, { say, when }: Speaker): DeskItem {
  return {
    key: `follow_up-${row.id}`,
    id: row.id,
    kind: 'follow_up',
    name: row.customer,
    line: say(w.followUpLine, { standing: say(FOLLOW_UP_STANDINGS[row.standing]), summary: row.summary }),
    since: row.changed_at,
    ifLeft: IF_LEFT[row.standing] ?? w.followUpIfLeft,
    sides: null,
    sentences: [
      say(w.followUpOf, {
        at: when(row.started_at),
        count: row.messages,
        kind: say(row.kind_words),
      }),
      ...(row.standing === 'doubtful' ? [say(w.doubtfulWhy)] : []),
      say(row.why),
      say(row.next),
    ].filter((sentence) => sentence !== ''),
    quote: row.text,
    links: [{ words: w.openCustomer, to: '/customers/$id', id: row.customer_id }],
    choices: row.standing === 'doubtful' ? [THERE, SEND, SKIP] : [SEND, SKIP],
    alike: `follow_up-${row.standing}`,
  };
}
