import { randomInt } from 'node:crypto';
import { HubError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import { hasAdministrator } from './users.ts';

/** Without letters and digits that look alike. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code for the first administrator, of about 49 bits; null where there is one already. */
export async function setUpCodeFor(store: Store): Promise<string | null> {
  if (await hasAdministrator(store.db)) return null;
  return Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

export function noAdministrator(host: string): HubError {
  return new HubError({
    code: 'no_administrator',
    exitCode: 2,
    zh: `还没有管理员，不在 ${host} 上监听：那样谁都能进来。`,
    en: `There is no administrator yet: it does not listen on ${host}, where anybody could come in.`,
    nextZh: '先运行 bangqiao user add 用户名 --role administrator，再启动；或把 http.host 改回 127.0.0.1',
    nextEn: 'Run bangqiao user add NAME --role administrator first, or set http.host back to 127.0.0.1',
  });
}
