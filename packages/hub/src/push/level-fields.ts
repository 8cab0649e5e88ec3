import type { OptionListName } from '@bangqiao/core';
import { type Bill, CUSTOMER_SAVE_FIELDS, NOT_IN_V3_EDIT } from '@bangqiao/zhibang';
import { isHidden } from '../erp/hidden.ts';
import type { Options } from '../erp/options.ts';
import { NeedsPerson } from './outcome.ts';
import { maskedRecord } from './parking.ts';

/** Fields of the form that v3 takes as labels, by the tenant's list; the form's `sort1` (客户分类) is v3's `sort`. */
const LABELLED: Readonly<Record<string, OptionListName>> = {
  sort1: 'sort1',
  ly: 'ly',
  area: 'area',
  trade: 'trade',
  jz: 'jz',
};
/** An option of a list that no call gives out (信用等级), and the date of adding, which is nobody's to set. */
const NO_LIST = 'credit';
const LEFT_OUT: ReadonlySet<string> = new Set(['date1']);

/**
 * A v3 edit that sets the follow level (`sort1` there) and repeats what else the record holds, for a system may blank what
 * an edit leaves out (wire.md).
 * @throws NeedsPerson `masked_record`, `level_unsendable` where an option cannot be told by its label.
 */
export function levelEdit(
  bill: Bill,
  type: 1 | 2,
  level: string,
  options: Options,
): Record<string, string | number> {
  const fields: Record<string, string | number> = { sort2: type };
  const held = new Map(Object.entries(bill.fields).map(([id, value]) => [id.toLowerCase(), value]));
  for (const { id } of CUSTOMER_SAVE_FIELDS[type]) {
    const value = held.get(id.toLowerCase()) ?? '';
    if (value === '' || NOT_IN_V3_EDIT.has(id) || LEFT_OUT.has(id)) continue;
    if (isHidden(id, value)) throw maskedRecord(bill.ord);
    const list = LABELLED[id];
    if (id === NO_LIST && IDS.test(value)) throw unsendable(bill.ord, value);
    fields[id === 'sort1' ? 'sort' : id] = list ? labelOf(bill.ord, list, value, options) : value;
  }
  return { ...fields, sort1: level };
}

const IDS = /^\d+(,\d+)*$/;

/** The label of the leaf alone; where another option is called the same, an edit by label could mean that one. */
function labelOf(ord: number, list: OptionListName, value: string, options: Options): string {
  if (!IDS.test(value)) return value;
  const leaf = value.split(',').at(-1);
  const option = options.all(list).find(({ id }) => id === leaf);
  const namesakes = options.all(list).filter(({ label }) => label === option?.label);
  if (option === undefined || namesakes.length > 1) throw unsendable(ord, option?.label ?? value);
  return option.label;
}

function unsendable(ord: number, value: string): NeedsPerson {
  return new NeedsPerson(
    'level_unsendable',
    {
      zh: `ERP 客户 ${ord} 的选项“${value}”说不出唯一的名称，按名称修改可能改错，没有写跟进程度`,
      en: `Option "${value}" of record ${ord} has no name of its own: an edit by names could change it, so the follow level was not written`,
    },
    {
      zh: '请在 ERP 中手工设置跟进程度，然后 bangqiao journal cancel',
      en: 'Set the follow level in the ERP by hand, then bangqiao journal cancel',
    },
  );
}
