import type { Reply } from '../answers.ts';
import type { Call } from '../call.ts';
import type { SimRecord } from '../types.ts';
import { chinaTime, type World } from '../world.ts';
import type { Fact } from './facts.ts';
import { filtered } from './filter.ts';
import { discard, keep, recordOf, recordsOf } from './records.ts';
import { broken, storable } from './rules.ts';
import { SPEAKERS, type Subject } from './speakers.ts';

/** Answers an entry that no handler of its own serves, from what the catalogue says of it. */
export function perform(world: World, call: Call, fact: Fact): Reply {
  const subject: Subject = { world, call, fact, resource: world.catalogue.resource(fact) };
  switch (fact.operation) {
    case 'list':
      return list(subject);
    case 'get':
    case 'new':
      return get(subject);
    case 'delete':
    case 'command':
      return command(subject);
    default:
      return save(subject);
  }
}

const speakerOf = ({ fact }: Subject) => SPEAKERS[fact.style as keyof typeof SPEAKERS];

function list(subject: Subject): Reply {
  const { world, call, fact, resource } = subject;
  const lacking = broken(fact, { ...call.query, ...call.sent });
  if (lacking !== null) return speakerOf(subject).refuse(world, lacking);
  const found = filtered(world, call, fact, resource, recordsOf(world, resource));
  return speakerOf(subject).list(subject, found.reverse());
}

function get(subject: Subject): Reply {
  const { world, call, fact, resource } = subject;
  const lacking = broken(fact, { ...call.query, ...call.sent });
  if (lacking !== null) return speakerOf(subject).refuse(world, lacking);
  const ord = Number(call.params.ord) || 0;
  return speakerOf(subject).record(subject, recordOf(world, resource, ord) ?? null);
}

/** An existing number edits; none, or one that this style does not know yet, creates. */
function save(subject: Subject): Reply {
  const { world, call, fact, resource } = subject;
  const { refuse, done } = speakerOf(subject);
  const lacking = broken(fact, call.sent);
  if (lacking !== null) return refuse(world, lacking);
  const target = fact.operation === 'add' ? undefined : numberIn(call);
  const existing = target === undefined ? undefined : recordOf(world, resource, target);
  if (target !== undefined && !existing && !world.oddities.unknownOrdCreates)
    return refuse(world, '单据不存在');
  if (world.dice.strikes('lieSuccess')) return done(world, SAVED, null);
  const ord = keep(world, resource, existing?.ord, storable(world.oddities, call.sent));
  return done(world, SAVED, ord);
}

const SAVED = '保存成功';

/** The record that a call names: `ord`, or a helper's `ID`; 0 and nothing mean a new one. */
function numberIn(call: Call): number | undefined {
  return Number(call.params.ord || call.params.id || 0) || undefined;
}

function command(subject: Subject): Reply {
  const { world, call, fact, resource } = subject;
  const { refuse, done } = speakerOf(subject);
  const lacking = broken(fact, call.sent);
  if (lacking !== null) return refuse(world, lacking);
  const adds = /\.add/.test(fact.call);
  const ords = adds ? [] : numbersIn(call);
  const records = ords.map((ord) => recordOf(world, resource, ord));
  if (records.includes(undefined)) return refuse(world, '单据不存在');
  if (world.dice.strikes('lieSuccess')) return done(world, '操作成功', null);
  world.state.together(() => {
    for (const record of records) take(subject, record!);
    if (adds)
      keep(world, resource, undefined, {
        productord: call.params.ord,
        ...storable(world.oddities, call.sent),
      });
  });
  return done(world, '操作成功', ords[0] ?? null);
}

function numbersIn(call: Call): number[] {
  const asked = call.params.ord || call.params.id || '';
  return asked
    .split(',')
    .map(Number)
    .filter((ord) => ord > 0);
}

/** A deletion takes the record away; any other button leaves what it sent, and when it was pressed. */
function take({ world, call, fact, resource }: Subject, record: SimRecord): void {
  const deletes = /delete/i.test(`${fact.operation} ${fact.call}`);
  const done = { [`@${fact.call}`]: chinaTime(world.now()) };
  if (deletes) discard(world, record);
  else keep(world, resource, record.ord, { ...storable(world.oddities, call.sent), ...done });
}
