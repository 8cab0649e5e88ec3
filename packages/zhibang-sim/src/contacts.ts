import { bill, failure, message, type Reply, refusal } from './answers.ts';
import type { Call } from './call.ts';
import { sentFields } from './customer-save.ts';
import { CONTACT_COLUMNS, CONTACT_FIELDS } from './fields.ts';
import { listReply, sortOf } from './report.ts';
import { brokenRule, kept } from './save-rules.ts';
import type { SimContact } from './types.ts';
import type { World } from './world.ts';

/** A fresh form with a new contact's id. */
export function allocateContact(world: World, call: Call): Reply {
  const values = { company: call.params.company ?? '' };
  return bill(world.oddities, '添加联系人', world.state.nextContactOrd(), formOf(values));
}

export function readContact(world: World, call: Call): Reply {
  const contact = visible(world, world.state.contact(Number(call.params.ord)));
  if (!contact) return failure(world.oddities, '单据不存在');
  const values = { ...contact.fields, company: String(contact.company) };
  return bill(world.oddities, '联系人详情', contact.ord, formOf(values));
}

/** 添加或修改联系人: without an `ord`, or with one that was only allocated, it creates. */
export function saveContact(world: World, call: Call): Reply {
  const { state, oddities } = world;
  const ord = Number(call.params.ord ?? 0) || 0;
  const existing = state.contact(ord);
  if (ord !== 0 && !existing && !state.contactOrdSpent(ord)) return refusal(oddities, '单据不存在');
  const sent = sentFields(call, CONTACT_FIELDS);
  // A company's main contact is part of its form and cannot move to another company.
  const company = Number(existing?.main ? existing.company : (sent.company ?? existing?.company));
  const owner = state.customer(company);
  const base = existing && oddities.editKeepsAbsent ? existing.fields : {};
  const fields: Record<string, string> = {
    ...base,
    company: String(sent.company ?? existing?.company ?? ''),
  };
  for (const [id, value] of Object.entries(sent)) {
    if (!oddities.droppedFields.includes(id)) fields[id] = kept(oddities, id, value);
  }
  const broken = brokenRule(oddities, CONTACT_FIELDS, fields);
  if (broken !== null) return refusal(oddities, broken);
  if (!owner || owner.place === 'deleted' || owner.place === 'hidden')
    return refusal(oddities, '关联客户不存在');
  if (!world.dice.strikes('lieSuccess')) {
    const { company: _, ...rest } = fields;
    const main = existing?.main ?? false;
    state.together(() =>
      state.putContact({ ord: ord || state.nextContactOrd(), company, main, fields: rest }),
    );
  }
  return message(oddities, '保存成功');
}

/** Text filters of the contact list (catalogue 32); unlike customers, contacts can be found by mobile. */
const FILTERS = [
  'person_name',
  'pym',
  'part1',
  'job',
  'mobile',
  'phone',
  'fax',
  'qq',
  'email',
  'joy',
  'intro',
];

export function listContacts(world: World, call: Call): Reply {
  const { oddities, state } = world;
  const ignored = (id: string): boolean => oddities.ignoreFilters.some((each) => each === id || each === '*');
  const { company = '', name = '', searchkey = '' } = call.params;
  const asked = FILTERS.filter((id) => call.params[id] && !ignored(id));
  const rows = state
    .contacts(company !== '' && !ignored('company') ? Number(company) : undefined)
    .filter((contact) => visible(world, contact))
    .map((contact) => rowOf(world, contact))
    .filter((row) => asked.every((id) => String(row.cells[id] ?? '').includes(call.params[id]!)))
    .filter((row) => ignored('name') || String(row.cells.name).includes(name))
    .filter(
      (row) => oddities.noSearchKey || `${row.cells.person_name} ${row.cells.name}`.includes(searchkey),
    );
  const sort = sortOf(oddities, call, CONTACT_COLUMNS) ?? { id: 'ord', down: true };
  rows.sort((a, b) => compare(a.cells[sort.id], b.cells[sort.id]) * (sort.down ? -1 : 1) || a.ord - b.ord);
  return listReply(world, call, CONTACT_COLUMNS, rows);
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function rowOf(world: World, contact: SimContact): { ord: number; cells: Record<string, string | number> } {
  const name = world.state.customer(contact.company)?.fields.name ?? '';
  const mobile = contact.fields.mobile ?? '';
  const shown = world.oddities.maskPhones ? mobile.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2') : mobile;
  return {
    ord: contact.ord,
    cells: { ...contact.fields, ord: contact.ord, company: contact.company, name, mobile: shown },
  };
}

function visible(world: World, contact: SimContact | undefined): SimContact | undefined {
  const place = contact && world.state.customer(contact.company)?.place;
  return place === 'plain' || place === 'pool' ? contact : undefined;
}

function formOf(
  values: Record<string, string>,
): { id: string; caption: string; value: string; group: string }[] {
  return CONTACT_FIELDS.map(({ id, caption }) => ({ id, caption, value: values[id] ?? '', group: '联系人' }));
}
