import { WechatError } from '../errors/error.ts';
import type { Call } from './caller.ts';
import {
  batchIn,
  type ContactBatch,
  type CorpTagGroup,
  type ExternalContact,
  externalContactIn,
  type Follower,
  followerIn,
  tagGroupIn,
} from './contact.ts';
import { type Json, objectIn, objectsIn, stringIn, stringsIn } from './decode.ts';

export type Send = (call: Call) => Promise<Json>;

/** At least one field; `mobiles` replaces what was there. Longer texts are refused by WeCom. */
export interface Remark {
  remark?: string;
  description?: string;
  /** Works for WeChat customers only. */
  company?: string;
  mobiles?: string[];
}

/** Customer contact (客户联系). Changes made here cause no callback (facts 3.1). */
export interface Contacts {
  /** Members who may use customer contact, within the app's visible range. */
  members(): Promise<string[]>;
  /** External ids of one member's customers; none when WeCom says 84061. Not paged. */
  ofMember(userid: string): Promise<string[]>;
  /** A customer with all who follow them, all pages; null when there is no relation any more. */
  get(externalUserid: string): Promise<{ contact: ExternalContact; followers: Follower[] } | null>;
  /**
   * Customers of up to 100 members, page by page. A page may be empty and not the last. Keep `cursor` together with the
   * page: `from` goes on there. The next page is asked for only when the consumer wants it.
   */
  batch(
    userids: readonly string[],
    options?: { from?: string; limit?: number },
  ): AsyncGenerator<ContactBatch, void>;
  remark(userid: string, externalUserid: string, remark: Remark): Promise<void>;
  /** Corp tags only; one after the other per member, or WeCom answers 45035. */
  tag(userid: string, externalUserid: string, change: { add?: string[]; remove?: string[] }): Promise<void>;
  corpTags(): Promise<CorpTagGroup[]>;
}

const ROOT = '/cgi-bin/externalcontact';
const MOST_MEMBERS = 100;

export function contactsOf(send: Send): Contacts {
  return {
    members: async () =>
      stringsIn(
        await send({ endpoint: `${ROOT}/get_follow_user_list`, operation: 'contact.members' }),
        'follow_user',
      ),
    ofMember: (userid) =>
      orNothing(
        async () =>
          stringsIn(
            await send({ endpoint: `${ROOT}/list`, operation: 'contact.list', query: { userid } }),
            'external_userid',
          ),
        [],
      ),
    get: (externalUserid) => orNothing(() => whole(send, externalUserid), null),
    batch: (userids, options = {}) => pages(send, userids, options),
    remark: async (userid, externalUserid, { remark, description, company, mobiles }) => {
      const fields = { remark, description, remark_company: company, remark_mobiles: mobiles };
      const body = { userid, external_userid: externalUserid, ...fields };
      await send({ endpoint: `${ROOT}/remark`, operation: 'contact.remark', body });
    },
    tag: async (userid, externalUserid, { add = [], remove = [] }) => {
      if (add.length + remove.length === 0) return;
      const body = { userid, external_userid: externalUserid, add_tag: add, remove_tag: remove };
      await send({ endpoint: `${ROOT}/mark_tag`, operation: 'contact.tag', body });
    },
    corpTags: async () => {
      const answer = await send({
        endpoint: `${ROOT}/get_corp_tag_list`,
        operation: 'contact.tags',
        body: {},
      });
      return objectsIn(answer, 'tag_group').map(tagGroupIn);
    },
  };
}

/** Followers come 500 a page. */
async function whole(
  send: Send,
  externalUserid: string,
): Promise<{ contact: ExternalContact; followers: Follower[] }> {
  const endpoint = `${ROOT}/get`;
  const ask = (cursor: string) =>
    send({
      endpoint,
      operation: 'contact.get',
      query: { external_userid: externalUserid, ...(cursor ? { cursor } : {}) },
    });
  let answer = await ask('');
  const contact = externalContactIn(objectIn(answer, 'external_contact'));
  const followers = objectsIn(answer, 'follow_user').map(followerIn);
  for (let before = '', next = stringIn(answer, 'next_cursor'); next !== ''; ) {
    if (next === before) throw stuck('contact.get', endpoint);
    answer = await ask(next);
    followers.push(...objectsIn(answer, 'follow_user').map(followerIn));
    before = next;
    next = stringIn(answer, 'next_cursor');
  }
  return { contact, followers };
}

async function* pages(
  send: Send,
  userids: readonly string[],
  { from = '', limit = 100 }: { from?: string; limit?: number },
): AsyncGenerator<ContactBatch, void> {
  if (userids.length > MOST_MEMBERS) throw new RangeError(`at most ${MOST_MEMBERS} members a batch`);
  let cursor = from;
  do {
    const body = { userid_list: userids, cursor, limit };
    const page = batchIn(
      await send({ endpoint: `${ROOT}/batch/get_by_user`, operation: 'contact.batch', body }),
    );
    if (page.cursor !== '' && page.cursor === cursor)
      throw stuck('contact.batch', `${ROOT}/batch/get_by_user`);
    yield page;
    cursor = page.cursor;
  } while (cursor !== '');
}

/** A cursor that does not move would be followed for ever. */
export function stuck(operation: string, endpoint: string): WechatError {
  return new WechatError('wecom_protocol', { operation, endpoint, said: 'the cursor does not move' });
}

async function orNothing<T>(read: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof WechatError && error.action === 'empty') return nothing;
    throw error;
  }
}
