import type { RefusalStore } from '@bangqiao/zhibang';
import type { Store } from '../store/index.ts';
import type { Identity } from './binding.ts';

/**
 * Refused logins of one ERP account, in the database: a refused password is sent once, however many processes, folders
 * and machines work on it. The client asks and adds under the login lease. Several passwords may stand here at once (two
 * folders with two wrong ones), and none leaves but by a person's word.
 */
export function refusedLogins(store: Store, { base_url, account }: Identity): RefusalStore {
  return {
    async load() {
      const rows = await store.db
        .selectFrom('refused_logins')
        .selectAll()
        .where('base_url', '=', base_url)
        .where('account', '=', account)
        .orderBy('id')
        .execute();
      return rows.map(({ credential, captcha, message, refused_at }) => {
        return { credential, captcha: Boolean(captcha), message, at: Date.parse(refused_at) };
      });
    },
    async add({ at, ...refused }) {
      const row = { base_url, account, ...refused, refused_at: new Date(at).toISOString() };
      await store.transaction((trx) => trx.insertInto('refused_logins').values(row).execute(), {
        durable: true,
      });
    },
    async remove(credential) {
      await store.transaction((trx) =>
        trx.deleteFrom('refused_logins').where('credential', '=', credential).execute(),
      );
    },
  };
}
