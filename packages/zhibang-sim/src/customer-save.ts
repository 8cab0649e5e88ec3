import { message, type Reply, refusal } from './answers.ts';
import type { Call } from './call.ts';
import { NO_RIGHT } from './customer-form.ts';
import { customerFields, type FieldSpec } from './fields.ts';
import { pick } from './random.ts';
import { brokenRule, duplicate, kept } from './save-rules.ts';
import type { SimCustomer } from './types.ts';
import { bump, chinaTime, customerNumber, type World } from './world.ts';

/** 添加或修改客户, ov1. An allocated `ord` creates, an existing one edits. */
export function saveCustomer(world: World, call: Call): Reply {
  const ord = Number(call.params.ord);
  if (!Number.isInteger(ord) || ord <= 0) return refusal(world.oddities, '参数错误：缺少ord');
  const existing = world.state.customer(ord);
  const type =
    call.params.intsort === '2' ? '2' : call.params.intsort === '1' ? '1' : (existing?.fields.intsort ?? '1');
  const refused = storeCustomer(
    world,
    ord,
    type,
    sentFields(call, customerFields(type)),
    customerFields(type),
  );
  return refused === null
    ? message(world.oddities, world.oddities.savedWords)
    : refusal(world.oddities, refused);
}

/** The form's fields that the call carries, by their proper id. */
export function sentFields(call: Call, specs: readonly FieldSpec[]): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const spec of specs) {
    const value = call.params[spec.id.toLowerCase()];
    if (value !== undefined) sent[spec.id] = value;
  }
  return sent;
}

/**
 * Checks and keeps what was sent. Returns the ERP's words when it refuses, null when it says yes (which, with
 * `lieSuccess` on, does not mean that anything was kept).
 */
export function storeCustomer(
  world: World,
  ord: number,
  type: string,
  sent: Record<string, string>,
  specs: readonly FieldSpec[],
): string | null {
  const { state, oddities } = world;
  const found = state.customer(ord);
  const existing = found?.place === 'deleted' ? undefined : found;
  if (existing?.place === 'hidden') return NO_RIGHT;
  const mayCreate = state.allocation(ord) !== undefined || oddities.unknownOrdCreates;
  if (!existing && !mayCreate) return found ? '该客户不存在或已被删除' : '单据不存在';
  const fields = merged(world, existing, type, sent, specs);
  const broken =
    brokenRule(oddities, specs, fields) ?? numberMissing(world, fields) ?? duplicate(world, ord, fields);
  if (broken !== null) return broken;
  if (world.dice.strikes('lieSuccess')) return null;
  lose(world, existing, fields, sent, specs);
  keep(world, ord, existing, fields);
  return null;
}

function merged(
  world: World,
  existing: SimCustomer | undefined,
  type: string,
  sent: Record<string, string>,
  specs: readonly FieldSpec[],
): Record<string, string> {
  const { oddities } = world;
  const fields: Record<string, string> = { ...existing?.fields, intsort: type };
  for (const spec of specs) {
    const before = existing?.fields[spec.id] ?? '';
    const blanked = existing && !oddities.editKeepsAbsent && spec.id !== 'khid' && spec.id !== 'date1';
    const value = sent[spec.id];
    if (value === undefined) fields[spec.id] = blanked ? '' : before;
    else fields[spec.id] = oddities.droppedFields.includes(spec.id) ? before : kept(oddities, spec.id, value);
  }
  if (type === '2') fields.person_name = '';
  if (existing && !sent.khid) fields.khid = existing.fields.khid ?? '';
  if (!fields.date1) fields.date1 = existing?.fields.date1 || chinaTime(world.now());
  return fields;
}

function numberMissing(world: World, fields: Record<string, string>): string | null {
  if (fields.khid) return null;
  if (world.oddities.khidByHand) return '客户编号不能为空';
  return null;
}

/** The fault: one optional field that was sent stays as it was. */
function lose(
  world: World,
  existing: SimCustomer | undefined,
  fields: Record<string, string>,
  sent: Record<string, string>,
  specs: readonly FieldSpec[],
): void {
  const optional = specs.filter((spec) => !spec.required && spec.id !== 'khid' && sent[spec.id]);
  if (optional.length === 0 || !world.dice.strikes('silentFieldLoss')) return;
  bump(world.stats.struckAfter, 'silentFieldLoss');
  const { id } = pick(world.dice.random, optional);
  fields[id] = existing?.fields[id] ?? '';
}

function keep(
  world: World,
  ord: number,
  existing: SimCustomer | undefined,
  fields: Record<string, string>,
): void {
  const { state } = world;
  if (existing) {
    state.put({ ...existing, fields });
    return;
  }
  bump(world.stats.creates, String(ord));
  state.together(() => {
    if (fields.khid === customerNumber(world, state.nextNumber)) state.spendNumber();
    // A number nobody sent is given by the system; numbers that turn out to be taken are skipped.
    while (!fields.khid) {
      const next = customerNumber(world, state.spendNumber());
      if (duplicate(world, ord, { khid: next }) === null) fields.khid = next;
    }
    state.put({ ord, place: 'plain', fields: { level: '201', ...fields }, flags: [], seeded: false });
  });
}
