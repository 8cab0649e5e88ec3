import { readAudit } from '../../users/audit.ts';
import { addToken, listTokens, revokeToken } from '../../users/tokens.ts';
import { addUser, changeUser, listUsers, requireUser } from '../../users/users.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { aboutOf } from './deed-about.ts';
import type { Handlers } from './handler.ts';
import { shownTo } from './own.ts';

export const userHandlers: Handlers<'users'> = {
  'users.list': async (_asked, { store }) => ({ users: await listUsers(store.db) }),
  'users.add': async ({ body }, { store, clock }) => addUser(store, body, clock().toISOString()),
  'users.change': async ({ params, body }, { store, deed }) => {
    deed.before = await requireUser(store.db, params.id);
    return changeUser(store, params.id, body);
  },
};

export const auditHandlers: Handlers<'audit'> = {
  'audit.list': async ({ query: { limit, cursor, ...which } }, context) => {
    const { store } = context;
    const before = fromCursor(cursor, 'number')?.[1] ?? null;
    const rows = await readAudit(store.db, { ...which, before, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1)?.id ?? 0;
    const told = await Promise.all(
      items.map(async (row) => ({ ...row, about: await aboutOf(store.db, row) })),
    );
    return shownTo(context, { items: told, next: toCursor(rows.length > limit ? [last, last] : null) });
  },
};

export const tokenHandlers: Handlers<'tokens'> = {
  'tokens.list': async (_asked, { store }) => ({ tokens: await listTokens(store.db) }),
  'tokens.add': async ({ body }, { store, clock }) => addToken(store, body, clock()),
  'tokens.revoke': async ({ params }, { store, clock }) =>
    revokeToken(store, params.id, clock().toISOString()),
};
