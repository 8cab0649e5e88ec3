import type { RowOf } from '../../../api/types.ts';
import { WRITE_KINDS } from '../../../words/customer-terms.ts';
import { deskWords as w } from '../../../words/desk.ts';
import type { DeskItem } from '../item.ts';
import type { Speaker } from '../speaker.ts';

/** A write that the ERP refused, or that lacks something only a person can give. */
export function parkedItem(row: RowOf<'journal.list'>, { say }: Speaker): DeskItem {
  return {
    key: `parked-${row.id}`,
    id: row.id,
    kind: 'parked',
    name: row.customer,
    line: say(WRITE_KINDS[row.kind] ?? null) || row.kind,
    since: row.updated_at,
    ifLeft: w.parkedIfLeft,
    sides: null,
    sentences: [say(row.reason), say(row.why), say(row.next)].filter((sentence) => sentence !== ''),
    links: [{ words: w.openCustomer, to: '/customers/$id', id: row.customer_id }],
    choices: [
      { name: 'retry', words: w.retry, effect: w.retryEffect },
      { name: 'cancel', words: w.cancel, effect: w.cancelEffect },
    ],
    alike: `parked-${row.error_code}`,
  };
}
