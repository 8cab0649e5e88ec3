import { message, type Reply, refusal } from './answers.ts';
import type { Call } from './call.ts';
import { NO_RIGHT } from './customer-form.ts';
import { allNodes, list } from './lists.ts';
import type { Flag, SimCustomer } from './types.ts';
import type { World } from './world.ts';

type Change = (customer: SimCustomer, world: World, call: Call) => SimCustomer | string;

const flagged = (customer: SimCustomer, flag: Flag, on: boolean): SimCustomer => ({
  ...customer,
  flags: on ? [...new Set([...customer.flags, flag])] : customer.flags.filter((each) => each !== flag),
});

const owned = (customer: SimCustomer, cateid: string): SimCustomer => ({
  ...customer,
  place: 'plain',
  fields: { ...customer.fields, cateid },
});

/** `member1` 1 = everybody, 0 = the users in `member2`. Returns their ids, or the words of a refusal. */
function members(world: World, call: Call): { all: boolean; users: string } | string {
  const { member1, member2 = '' } = call.params;
  if (member1 === '1') return { all: true, users: '' };
  if (member1 !== '0') return '指派方式不能为空';
  const users = allNodes(list('users', world.oddities)).filter((node) => !node.nodes);
  const wanted = member2.split(',').filter((id) => id !== '');
  if (wanted.length === 0) return '指派用户不能为空';
  return wanted.every((id) => users.some((user) => user.value === id))
    ? { all: false, users: member2 }
    : '指派用户不存在';
}

/** Simple changes of state by command, by the name of their operation. A string is a refusal. */
const CHANGES: Record<string, Change> = {
  'customer.assign': (customer, world, call) => {
    const to = members(world, call);
    return typeof to === 'string' ? to : flagged(owned(customer, to.users), 'open', to.all);
  },
  'customer.takeback': (customer) => ({ ...owned(customer, ''), place: 'pool' }),
  'customer.apply': (customer) => flagged(owned(customer, '63'), 'review', true),
  'customer.approve': (customer, _world, call) =>
    call.params.blset === '0'
      ? { ...flagged(customer, 'review', false), place: 'pool' }
      : flagged(customer, 'review', false),
  'customer.review': (customer, _world, call) => {
    if (!['1', '2'].includes(call.params.jg ?? '')) return '审核结果不能为空';
    const done = flagged(customer, 'review', false);
    return call.params.jg === '2' ? { ...done, place: 'pool' } : done;
  },
  'customer.share': (customer, world, call) => {
    const to = members(world, call);
    return typeof to === 'string' ? to : flagged(customer, 'shared', true);
  },
  'customer.protect': (customer) => flagged(customer, 'protected', true),
  'customer.unprotect': (customer) => flagged(customer, 'protected', false),
};

/** Runs a command on the customer (or on each, joined by commas) that `ord` names. */
export function command(operation: string): (world: World, call: Call) => Reply {
  return (world, call) => {
    const changed: SimCustomer[] = [];
    for (const ord of (call.params.ord ?? '').split(',')) {
      const customer = world.state.customer(Number(ord));
      if (!customer || customer.place === 'deleted') return refusal(world.oddities, '该客户不存在或已被删除');
      if (customer.place === 'hidden') return refusal(world.oddities, NO_RIGHT);
      const result = CHANGES[operation]!(customer, world, call);
      if (typeof result === 'string') return refusal(world.oddities, result);
      changed.push(result);
    }
    if (!world.dice.strikes('lieSuccess')) {
      world.state.together(() => {
        for (const customer of changed) world.state.put(customer);
      });
    }
    return message(world.oddities, '操作成功');
  };
}
