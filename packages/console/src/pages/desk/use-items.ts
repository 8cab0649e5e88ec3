import { useAsk } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { RowOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { shortTime } from '../../parts/time.tsx';
import { WRITE_KINDS } from '../../words/customer-terms.ts';
import { deskWords as w } from '../../words/desk.ts';
import type { Language, Words } from '../../words/words.ts';
import type { DeskItem } from './item.ts';

type Say = (words: Words | null, values?: Record<string, string | number>) => string;
type ConflictRow = RowOf<'conflicts.list'>;
type WriteRow = RowOf<'journal.list'>;

/** As many as one page of the API holds; the rest follow as these are decided. */
const AT_ONCE = 200;

/** Everything that waits for this person, conflicts first; oldest first in each kind. */
export function useItems() {
  const { say, language } = useLanguage();
  const mayDecideWrites = useRight('journal.decide') !== null;
  const conflicts = useAsk('conflicts.list', { query: { limit: AT_ONCE } });
  const parked = useAsk('journal.list', { query: { state: 'parked', limit: AT_ONCE } });
  const data =
    conflicts.data && parked.data
      ? [
          ...conflicts.data.items.map((row) => conflictItem(row, say, language)),
          ...parked.data.items.map((row) => parkedItem(row, say, mayDecideWrites)),
        ]
      : undefined;
  return {
    data,
    error: conflicts.error ?? parked.error,
    refetch: () => Promise.all([conflicts.refetch(), parked.refetch()]),
  };
}

function conflictItem(row: ConflictRow, say: Say, language: Language): DeskItem {
  const { hub_evidence: hub, erp_evidence: erp } = row;
  const when = (at: string | null) => (at === null ? '' : shortTime(at, language, new Date()));
  return {
    key: `conflict-${row.id}`,
    id: row.id,
    kind: 'conflict',
    customer: { id: row.customer_id, name: row.customer },
    line: say(w.conflictLine, { field: say(row.label) }),
    since: row.created_at,
    ifLeft: w.conflictIfLeft,
    sides: [
      {
        name: say(row.label),
        hub: row.hub_value,
        erp: row.erp_value,
        hubNote: [hub.by && say(w.changedBy, { by: hub.by }), when(hub.at), say(hub.reason)]
          .filter(Boolean)
          .join(' '),
        erpNote: erp.read_at && say(w.readAt, { at: when(erp.read_at) }),
      },
    ],
    sentences: row.agreed === null ? [] : [say(w.agreed, { value: row.agreed })],
    choices: [
      { name: 'erp', words: w.takeErp, effect: w.takeErpEffect },
      { name: 'hub', words: w.takeHub, effect: w.takeHubEffect },
      {
        name: 'value',
        words: w.takeOther,
        effect: w.takeOtherEffect,
        types: row.hub_value ?? row.erp_value ?? '',
      },
    ],
    alike: `conflict-${row.field}`,
  };
}

function parkedItem(row: WriteRow, say: Say, mayDecide: boolean): DeskItem {
  return {
    key: `parked-${row.id}`,
    id: row.id,
    kind: 'parked',
    customer: { id: row.customer_id, name: row.customer },
    line: say(WRITE_KINDS[row.kind] ?? null) || row.kind,
    since: row.updated_at,
    ifLeft: w.parkedIfLeft,
    sides: [],
    sentences: [say(row.reason), say(row.why), say(row.next)].filter((sentence) => sentence !== ''),
    choices: mayDecide
      ? [
          { name: 'retry', words: w.retry, effect: w.retryEffect },
          { name: 'cancel', words: w.cancel, effect: w.cancelEffect },
        ]
      : [],
    alike: `parked-${row.error_code}`,
  };
}
