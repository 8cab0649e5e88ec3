import type { Callbacks } from './callbacks.ts';
import type { SimCustomer, SimRelation } from './types.ts';
import { addRelation, relationOf, someId, type World } from './world.ts';

export interface NewCustomer {
  externalUserid?: string;
  name: string;
  type?: 1 | 2;
  gender?: 0 | 1 | 2;
  unionid?: string | null;
  corpName?: string;
}

export interface Meeting {
  state?: string;
  addWay?: number;
  remark?: string;
  remarkMobiles?: string[];
  personalTags?: string[];
  /** Without it the callback has no WelcomeCode. */
  welcome?: boolean;
  /** The customer added the member and waits: add_half_external_contact. */
  half?: boolean;
}

/** What people in WeCom do, each with its callback. */
export interface People {
  member(userid: string, name?: string): void;
  customer(one: NewCustomer): SimCustomer;
  add(userid: string, externalUserid: string, meeting?: Meeting): SimRelation;
  /** As the member types it; changes made through the interface tell nobody. */
  edit(userid: string, externalUserid: string, change: Partial<SimRelation>): void;
  /** The member deletes the customer. */
  drop(userid: string, externalUserid: string, options?: { byTransfer?: boolean }): void;
  /** The customer deletes the member. */
  leave(userid: string, externalUserid: string): void;
  tagGroup(name: string, tags: readonly string[]): void;
  /** Any event at all, also one that nobody knows yet. */
  event(fields: Record<string, string | number>): void;
}

export function peopleOf(world: World, callbacks: Callbacks): People {
  const change = (
    ChangeType: string,
    UserID: string,
    ExternalUserID: string,
    more: Record<string, string> = {},
  ) => callbacks.tell({ Event: 'change_external_contact', ChangeType, UserID, ExternalUserID, ...more });
  const end = (userid: string, externalUserid: string) => {
    const relation = relationOf(world, userid, externalUserid);
    if (!relation) throw new Error(`${userid} does not follow ${externalUserid}`);
    relation.endedAt = world.now();
  };
  return {
    member: (userid, name = userid) => void world.members.set(userid, { userid, name }),
    customer: (one) => {
      const type = one.type ?? 1;
      const externalUserid = one.externalUserid ?? someId(world, type === 1 ? 'wm' : 'wo', 32);
      const { name, gender = 0, unionid = null, corpName = '' } = one;
      const customer = { externalUserid, name, type, gender, unionid, corpName };
      world.customers.set(externalUserid, customer);
      return customer;
    },
    add: (userid, externalUserid, meeting = {}) => {
      const relation = met(world, userid, externalUserid, meeting);
      const kind = meeting.half ? 'add_half_external_contact' : 'add_external_contact';
      change(kind, userid, externalUserid, {
        ...(meeting.state ? { State: meeting.state } : {}),
        ...(meeting.welcome ? { WelcomeCode: someId(world, 'W', 40) } : {}),
      });
      return relation;
    },
    edit: (userid, externalUserid, edits) => {
      const relation = relationOf(world, userid, externalUserid);
      if (!relation) throw new Error(`${userid} does not follow ${externalUserid}`);
      Object.assign(relation, edits);
      change('edit_external_contact', userid, externalUserid);
    },
    drop: (userid, externalUserid, { byTransfer = false } = {}) => {
      end(userid, externalUserid);
      change(
        'del_external_contact',
        userid,
        externalUserid,
        byTransfer ? { Source: 'DELETE_BY_TRANSFER' } : {},
      );
    },
    leave: (userid, externalUserid) => {
      end(userid, externalUserid);
      change('del_follow_user', userid, externalUserid);
    },
    tagGroup: (name, tags) => {
      const made = tags.map((tag) => ({ id: someId(world, 'et', 32), name: tag }));
      const id = someId(world, 'et', 32);
      world.tagGroups.push({ id, name, tags: made });
      callbacks.tell({ Event: 'change_external_tag', ChangeType: 'create', Id: id, TagType: 'tag_group' });
    },
    event: (fields) => callbacks.tell(fields),
  };
}

function met(world: World, userid: string, externalUserid: string, meeting: Meeting): SimRelation {
  if (!world.members.has(userid)) throw new Error(`no member ${userid}`);
  if (!world.customers.has(externalUserid)) throw new Error(`no customer ${externalUserid}`);
  const before = relationOf(world, userid, externalUserid);
  if (before) return before;
  const relation: SimRelation = {
    userid,
    externalUserid,
    remark: meeting.remark ?? '',
    description: '',
    remarkCorpName: '',
    remarkMobiles: meeting.remarkMobiles ?? [],
    createtime: Math.floor(world.now() / 1000),
    tagIds: [],
    personalTags: meeting.personalTags ?? [],
    addWay: meeting.addWay ?? 1,
    state: meeting.state ?? '',
    endedAt: null,
  };
  addRelation(world, relation);
  return relation;
}
