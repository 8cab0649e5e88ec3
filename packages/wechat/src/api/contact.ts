import { type Json, numberIn, objectIn, objectsIn, stringIn, stringsIn } from './decode.ts';

/** A customer as WeCom knows them (facts 3.3). */
export interface ExternalContact {
  /** Differs per calling app: never join ids of two apps. */
  externalUserid: string;
  name: string;
  /** 1 WeChat, 2 WeCom. */
  type: number | null;
  /** 0 unknown, 1 male, 2 female. */
  gender: number | null;
  avatar: string;
  /** Only of WeChat customers of a corp bound to a developer account; null is usual. */
  unionid: string | null;
  /** The next three only of WeCom customers. */
  position: string;
  corpName: string;
  corpFullName: string;
}

/** What one member noted about one customer. */
export interface Follower {
  userid: string;
  remark: string;
  description: string;
  /** Seconds since 1970. */
  createdAt: number | null;
  remarkCorpName: string;
  /** Typed by the member: the only phones there are. */
  remarkMobiles: string[];
  tags: ContactTag[];
  /** How they met (facts 3.3); numbers nobody described are kept. */
  addWay: number | null;
  state: string;
  operUserid: string;
}

export interface ContactTag {
  /** Absent for a member's personal tag. */
  id: string | null;
  /** Absent in batches, which give ids only. */
  name: string | null;
  group: string | null;
}

export function externalContactIn(from: Json): ExternalContact {
  return {
    externalUserid: stringIn(from, 'external_userid'),
    name: stringIn(from, 'name'),
    type: numberIn(from, 'type'),
    gender: numberIn(from, 'gender'),
    avatar: stringIn(from, 'avatar'),
    unionid: stringIn(from, 'unionid') || null,
    position: stringIn(from, 'position'),
    corpName: stringIn(from, 'corp_name'),
    corpFullName: stringIn(from, 'corp_full_name'),
  };
}

/** Reads `follow_user` (with `tags`) and `follow_info` (with `tag_id`) alike. */
export function followerIn(from: Json): Follower {
  const named = objectsIn(from, 'tags').map((tag) => ({
    id: stringIn(tag, 'tag_id') || null,
    name: stringIn(tag, 'tag_name') || null,
    group: stringIn(tag, 'group_name') || null,
  }));
  const bare = stringsIn(from, 'tag_id').map((id) => ({ id, name: null, group: null }));
  return {
    userid: stringIn(from, 'userid'),
    remark: stringIn(from, 'remark'),
    description: stringIn(from, 'description'),
    createdAt: numberIn(from, 'createtime'),
    remarkCorpName: stringIn(from, 'remark_corp_name'),
    remarkMobiles: stringsIn(from, 'remark_mobiles').filter((mobile) => mobile !== ''),
    tags: [...named, ...bare],
    addWay: numberIn(from, 'add_way'),
    state: stringIn(from, 'state'),
    operUserid: stringIn(from, 'oper_userid'),
  };
}

export interface CorpTagGroup {
  id: string;
  name: string;
  tags: { id: string; name: string; deleted: boolean }[];
}

export function tagGroupIn(from: Json): CorpTagGroup {
  return {
    id: stringIn(from, 'group_id'),
    name: stringIn(from, 'group_name'),
    tags: objectsIn(from, 'tag').map((tag) => ({
      id: stringIn(tag, 'id'),
      name: stringIn(tag, 'name'),
      deleted: tag.deleted === true,
    })),
  };
}

export interface ContactBatch {
  contacts: { contact: ExternalContact; follower: Follower }[];
  /** Members without an interop licence, left out of the answer. */
  unlicensed: string[];
  /** Where to go on once this page is kept; '' at the end. */
  cursor: string;
}

export function batchIn(answer: Json): ContactBatch {
  return {
    contacts: objectsIn(answer, 'external_contact_list').map((row) => ({
      contact: externalContactIn(objectIn(row, 'external_contact')),
      follower: followerIn(objectIn(row, 'follow_info')),
    })),
    unlicensed: stringsIn(objectIn(answer, 'fail_info'), 'unlicensed_userid_list'),
    cursor: stringIn(answer, 'next_cursor'),
  };
}
