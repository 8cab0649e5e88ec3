import type { SimCall } from './gate.ts';
import { type Answer, ok, refuse } from './reply.ts';
import type { SimCustomer, SimRelation } from './types.ts';
import { allRelations, relationOf, strikes, type World } from './world.ts';

export type Handler = (world: World, call: SimCall) => Answer;

const ROOT = '/cgi-bin/externalcontact';

export const CONTACT_HANDLERS: Readonly<Record<string, Handler>> = {
  [`${ROOT}/get_follow_user_list`]: (world) => ok({ follow_user: [...world.members.keys()] }),
  [`${ROOT}/list`]: list,
  [`${ROOT}/get`]: get,
  [`${ROOT}/batch/get_by_user`]: batch,
  [`${ROOT}/remark`]: remark,
  [`${ROOT}/mark_tag`]: markTag,
  [`${ROOT}/get_corp_tag_list`]: (world) =>
    ok({
      tag_group: world.tagGroups.map(({ id, name, tags }) => ({
        group_id: id,
        group_name: name,
        create_time: 1700000000,
        order: 1,
        tag: tags.map((tag) => ({ ...tag, create_time: 1700000000, order: 1 })),
      })),
    }),
};

function list(world: World, call: SimCall): Answer {
  const userid = call.query.get('userid') ?? '';
  if (!world.members.has(userid)) return refuse(60111, { external_userid: [] });
  const ids = allRelations(world)
    .filter((one) => one.userid === userid && one.endedAt === null)
    .map((one) => one.externalUserid);
  return ids.length > 0 ? ok({ external_userid: ids }) : refuse(84061, { external_userid: [] });
}

function get(world: World, call: SimCall): Answer {
  const externalUserid = call.query.get('external_userid') ?? '';
  const customer = world.customers.get(externalUserid);
  if (!customer) return refuse(/^w[mo]/.test(externalUserid) ? 84061 : 40096);
  const theirs = world.relations.get(externalUserid) ?? [];
  const lasting = theirs.filter((one) => one.endedAt === null || world.faults.staleDetail);
  if (lasting.length === 0) return refuse(84061);
  const from = Number(call.query.get('cursor')?.slice(2) ?? 0);
  const page = lasting.slice(from, from + world.faults.followersPerPage);
  const next = from + page.length;
  return ok({
    external_contact: contactJson(customer),
    follow_user: page.map((one) => ({ ...followJson(one), tags: tagsJson(world, one) })),
    ...(next < lasting.length ? { next_cursor: `F-${next}` } : {}),
  });
}

function batch(world: World, call: SimCall): Answer {
  const { userid_list: userids, cursor = '', limit = 50 } = call.body;
  if (!Array.isArray(userids) || userids.length === 0 || userids.length > 100) return refuse(40058);
  const most = Math.min(Number(limit), 100);
  const all = allRelations(world).filter((one) => userids.includes(one.userid) && one.endedAt === null);
  const [from = 0, empties = 0] = String(cursor).slice(2).split('.').map(Number);
  const empty = strikes(world, world.faults.emptyPage);
  const page = empty ? [] : all.slice(from, from + most);
  const next = from + page.length;
  return ok({
    external_contact_list: page.map((one) => ({
      external_contact: contactJson(world.customers.get(one.externalUserid)!),
      follow_info: { ...followJson(one), tag_id: one.tagIds },
    })),
    next_cursor: next < all.length || empty ? `B-${next}.${empty ? empties + 1 : empties}` : '',
  });
}

function remark(world: World, call: SimCall): Answer {
  const { userid, external_userid, ...fields } = call.body;
  const relation = relationOf(world, String(userid), String(external_userid));
  if (!relation) return refuse(84061);
  if (Object.keys(fields).length === 0) return refuse(40058);
  if (typeof fields.remark === 'string') {
    if ([...fields.remark].length > 20) return refuse(40058);
    relation.remark = fields.remark;
  }
  if (typeof fields.description === 'string') relation.description = fields.description;
  const wechat = world.customers.get(relation.externalUserid)?.type === 1;
  if (typeof fields.remark_company === 'string' && wechat) relation.remarkCorpName = fields.remark_company;
  if (Array.isArray(fields.remark_mobiles)) relation.remarkMobiles = fields.remark_mobiles.map(String);
  return ok();
}

function markTag(world: World, call: SimCall): Answer {
  const { userid, external_userid, add_tag: add = [], remove_tag: remove = [] } = call.body;
  const relation = relationOf(world, String(userid), String(external_userid));
  if (!relation) return refuse(84061);
  if (!Array.isArray(add) || !Array.isArray(remove) || add.length + remove.length === 0) return refuse(40058);
  const known = new Set(world.tagGroups.flatMap((group) => group.tags.map((tag) => tag.id)));
  if (![...add, ...remove].every((id) => known.has(id))) return refuse(40058);
  relation.tagIds = [...new Set([...relation.tagIds, ...add.map(String)])].filter(
    (id) => !remove.includes(id),
  );
  return ok();
}

function contactJson(customer: SimCustomer): Record<string, unknown> {
  const { externalUserid, name, type, gender, unionid, corpName } = customer;
  return {
    external_userid: externalUserid,
    name,
    type,
    gender,
    avatar: `https://example.com/avatar/${externalUserid}`,
    ...(unionid === null ? {} : { unionid }),
    ...(type === 2 ? { corp_name: corpName, corp_full_name: corpName, position: '经理' } : {}),
  };
}

function followJson(one: SimRelation): Record<string, unknown> {
  return {
    userid: one.userid,
    remark: one.remark,
    description: one.description,
    createtime: one.createtime,
    remark_corp_name: one.remarkCorpName,
    remark_mobiles: one.remarkMobiles,
    oper_userid: one.userid,
    add_way: one.addWay,
    ...(one.state === '' ? {} : { state: one.state }),
  };
}

function tagsJson(world: World, one: SimRelation): Record<string, unknown>[] {
  const corp = world.tagGroups.flatMap((group) =>
    group.tags
      .filter((tag) => one.tagIds.includes(tag.id))
      .map((tag) => ({ group_name: group.name, tag_name: tag.name, type: 1, tag_id: tag.id })),
  );
  return [...corp, ...one.personalTags.map((name) => ({ group_name: '', tag_name: name, type: 2 }))];
}
