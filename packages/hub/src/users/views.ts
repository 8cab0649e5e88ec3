import type { SavedView, ViewQuery } from '@bangqiao/api';
import { maskPhonesIn } from '@bangqiao/core';
import { HubError } from '../errors.ts';
import type { Executor, Store } from '../store/index.ts';

/** More chips than that nobody finds anything among. */
const MOST_VIEWS = 30;

/** A user's own, the oldest first. */
export async function listViews(db: Executor, userId: number): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_views')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();
  return rows.map(viewOf);
}

/** One of the same name is replaced. @throws HubError `phone_in_view`, `too_many_views` */
export async function saveView(
  store: Store,
  userId: number,
  { name, query }: Pick<SavedView, 'name' | 'query'>,
  at: string,
): Promise<SavedView> {
  const told = JSON.stringify([name, query]);
  if (maskPhonesIn(told) !== told) throw phoneInView();
  return store.transaction(async (trx) => {
    const held = await listViews(trx, userId);
    if (held.length >= MOST_VIEWS && !held.some((view) => view.name === name)) throw tooManyViews();
    const text = JSON.stringify(query);
    const row = await trx
      .insertInto('saved_views')
      .values({ user_id: userId, name, query: text, created_at: at })
      .onConflict((conflict) => conflict.columns(['user_id', 'name']).doUpdateSet({ query: text }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return viewOf(row);
  });
}

/** The view that went; null where this user has no such one. */
export async function removeView(db: Executor, userId: number, id: number): Promise<SavedView | null> {
  const row = await db
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return row ? viewOf(row) : null;
}

function viewOf({ id, name, query }: { id: number; name: string; query: string }): SavedView {
  return { id, name, query: JSON.parse(query) as ViewQuery };
}

function phoneInView(): HubError {
  return new HubError({
    code: 'phone_in_view',
    exitCode: 2,
    zh: '视图里不能存手机号：手机号只留在客户资料里',
    en: 'A view holds no phone: phones stay with the customers alone',
    nextZh: '去掉名称或搜索框里的手机号再存',
    nextEn: 'Take the phone out of the name or the search and save again',
  });
}

function tooManyViews(): HubError {
  return new HubError({
    code: 'too_many_views',
    exitCode: 2,
    zh: `每人最多存 ${MOST_VIEWS} 个视图`,
    en: `Everybody keeps ${MOST_VIEWS} views at most`,
    nextZh: '先删掉一个不用的',
    nextEn: 'Remove one that you do not need',
  });
}
