import type { RowOf } from '../../../api/types.ts';
import { deskWords as w } from '../../../words/desk.ts';
import type { DeskItem } from '../item.ts';
import type { Speaker } from '../speaker.ts';

/** A field that both sides changed. */
export function conflictItem(row: RowOf<'conflicts.list'>, { say, when, who }: Speaker): DeskItem {
  const { hub_evidence: hub, erp_evidence: erp } = row;
  return {
    key: `conflict-${row.id}`,
    id: row.id,
    kind: 'conflict',
    name: row.customer,
    line: say(w.conflictLine, { field: say(row.label) }),
    since: row.created_at,
    ifLeft: w.conflictIfLeft,
    sides: {
      left: say(w.hubSays),
      right: say(w.erpSays),
      rows: [
        {
          name: say(row.label),
          left: row.hub_value,
          right: row.erp_value,
          leftNote: [hub.by && say(w.changedBy, { by: who(hub.by) }), when(hub.at), say(hub.reason)]
            .filter(Boolean)
            .join(' '),
          rightNote: erp.read_at && say(w.readAt, { at: when(erp.read_at) }),
        },
      ],
    },
    sentences: row.agreed === null ? [] : [say(w.agreed, { value: row.agreed })],
    links: [{ words: w.openCustomer, to: '/customers/$id', id: row.customer_id }],
    choices: [
      { name: 'erp', words: w.takeErp, effect: w.takeErpEffect },
      { name: 'hub', words: w.takeHub, effect: w.takeHubEffect },
      { name: 'value', words: w.takeOther, effect: w.takeOtherEffect, types: '' },
    ],
    alike: `conflict-${row.field}`,
  };
}
