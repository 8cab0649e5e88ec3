import { type Bilingual, FIELDS, SYNC_FIELDS, type SyncField } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';

/** One field of one customer that a run changed: what stood there before the run, and what it left. */
export interface RunChange {
  customer: number;
  field: SyncField;
  before: string | null;
  after: string | null;
  /** `erp`: our write changed the ERP. `hub`: a pull of the run brought the ERP's new value here. */
  side: 'erp' | 'hub';
}

/** Something of a run that cannot be put back, and what stands instead. */
export interface NotUndone {
  customer: number;
  field: string | null;
  why: Bilingual;
}

/** What a run did that can be put back, one change per customer and field, and what cannot. */
export async function changesOf(
  db: Executor,
  runId: number,
): Promise<{ changes: RunChange[]; not: NotUndone[] }> {
  const written = await db
    .selectFrom('erp_field_changes')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('id')
    .execute();
  const changes = new Map<string, RunChange>();
  for (const row of written) {
    const key = `${row.customer_id}:${row.field}`;
    const first = changes.get(key);
    const before = first ? first.before : row.erp_before;
    const field = row.field as SyncField;
    changes.set(key, { customer: row.customer_id, field, before, after: row.erp_after, side: 'erp' });
  }
  const not = await broughtIn(db, runId);
  const pulled = await db
    .selectFrom('field_change_history')
    .selectAll()
    .where('run_id', '=', runId)
    .where('value_source', '=', 'erp')
    .where('field_name', 'in', SYNC_FIELDS)
    .where('change_type', '<>', 'create')
    .orderBy('id')
    .execute();
  for (const row of pulled) {
    const field = row.field_name as SyncField;
    const key = `${row.customer_id}:${field}`;
    if (changes.get(key)?.side === 'erp' || field === 'erp_customer_code') continue;
    if (FIELDS[field].policy !== 'latest' || row.old_value === null || row.new_value === null) {
      not.push({ customer: row.customer_id, field, why: ERP_OWN });
      continue;
    }
    const before = changes.get(key)?.before ?? row.old_value;
    changes.set(key, { customer: row.customer_id, field, before, after: row.new_value, side: 'hub' });
  }
  return { changes: [...changes.values()], not };
}

/** Records that the run made, links that it found, and sellers it gave them to: all stay. */
async function broughtIn(db: Executor, runId: number): Promise<NotUndone[]> {
  const rows = await db
    .selectFrom('write_journal')
    .select(['customer_id', 'kind', 'outcome'])
    .where('run_id', '=', runId)
    .where('kind', 'in', ['create', 'contact', 'assign', 'level'])
    .where('outcome', 'in', ['created', 'linked', 'assigned', 'level_set'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ customer: row.customer_id, field: null, why: whyItStays(row) }));
}

function whyItStays({ kind, outcome }: { kind: string; outcome: string | null }) {
  if (outcome === 'assigned') return ASSIGNED;
  if (outcome === 'level_set') return LEVEL;
  return (outcome === 'created' ? CREATED : LINKED)[kind === 'contact' ? 'contact' : 'customer'];
}

const ERP_OWN = {
  zh: '这是 ERP 自己的改动，以 ERP 为准；请在 ERP 中改回',
  en: "the ERP's own change, and the field is the ERP's: change it back there",
};
const LEVEL = {
  zh: '跟进程度保留；需要时请在 ERP 中改回',
  en: 'the follow level stays: change it in the ERP if need be',
};
const ASSIGNED = {
  zh: '客户已指派给销售，指派保留；需要时请在 ERP 中改派',
  en: 'the customer stays with the seller it was assigned to: assign it anew in the ERP if need be',
};
const CREATED = {
  customer: {
    zh: '新建的客户无法通过接口删除；需要时请在 ERP 中手工删除，下次全量核对会发现',
    en: 'a created customer cannot be deleted over the interface: delete it in the ERP by hand, the next full sweep notices',
  },
  contact: {
    zh: '添加的联系人无法通过接口删除；需要时请在 ERP 中手工删除',
    en: 'an added contact person cannot be deleted over the interface: delete it in the ERP by hand',
  },
};
const LINKED = {
  customer: {
    zh: '与 ERP 已有客户的关联保留，两边合并前的资料留在 customer_merges',
    en: 'the link with an existing ERP record stays; what both rows were before is kept in customer_merges',
  },
  contact: {
    zh: '与 ERP 已有联系人的关联保留，两边的资料都没有改',
    en: 'the link with an existing contact person of the ERP stays; neither side was changed by it',
  },
};
