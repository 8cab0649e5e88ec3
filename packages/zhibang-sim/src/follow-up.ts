import { message, type Reply, refusal } from './answers.ts';
import type { Call } from './call.ts';
import { recordOf } from './catalogue/records.ts';
import { NO_RIGHT } from './customer-form.ts';
import { FOLLOW_UP_TEMPLATES, known } from './lists.ts';
import { chinaTime, type World } from './world.ts';

/** Fields that a schedule demands: `plantype` 1 to do, 2 done (catalogue 25). */
const SCHEDULE: Record<string, [string, string][]> = {
  0: [],
  1: [
    ['@ret_0', '开始时间'],
    ['@ret_1', '结束时间'],
    ['@title1', '日程内容'],
    ['@remind', '是否提醒'],
  ],
  2: [
    ['@ret2_0', '开始时间'],
    ['@ret2_1', '结束时间'],
    ['@title2', '日程内容'],
    ['@intro2', '完成情况'],
  ],
};

/** 客户跟进, 联系人跟进 and so on. It returns no id; a template's number in `intro` is replaced by the template's text. */
export function followUp(world: World, call: Call): Reply {
  const refused = refuse(world, call);
  if (refused !== null) return refusal(world.oddities, refused);
  if (world.dice.strikes('lieSuccess')) return message(world.oddities, '保存成功');
  const { ord, datatype = 'tel', intro = '', ...rest } = call.params;
  const fields = { ...rest, intro: FOLLOW_UP_TEMPLATES[intro] ?? intro };
  world.state.addFollowUp({ datatype, ord: Number(ord), at: chinaTime(world.now()), fields });
  world.stats.followUps++;
  return message(world.oddities, '保存成功');
}

/** What else can be followed up, and what its records are called. */
const KINDS: Record<string, string> = { chance: 'project', contract: 'contract', plan: 'schedule' };

function isThere(world: World, datatype: string, ord: number): boolean {
  if (datatype === 'person') return world.state.contact(ord) !== undefined;
  const kind = KINDS[datatype];
  return kind !== undefined && recordOf(world, world.catalogue.named(kind), ord) !== undefined;
}

function refuse(world: World, call: Call): string | null {
  const { ord, datatype = 'tel', intro = '', sort = '', plantype = '' } = call.params;
  if (datatype === 'tel') {
    const customer = world.state.customer(Number(ord));
    if (!customer || customer.place === 'deleted') return '该客户不存在或已被删除';
    if (customer.place === 'hidden') return NO_RIGHT;
  } else if (!isThere(world, datatype, Number(ord))) return '单据不存在';
  if (intro.trim() === '') return '跟进内容不能为空';
  if (intro.length > 1000) return '跟进内容长度不能超过1000个字';
  if (!known('followup', sort, world.oddities)) return '跟进方式不能为空';
  const demanded = SCHEDULE[plantype];
  if (!demanded) return '日程类型不能为空';
  const lacking = demanded.find(([id]) => !call.params[id]);
  return lacking ? `${lacking[1]}不能为空` : null;
}
