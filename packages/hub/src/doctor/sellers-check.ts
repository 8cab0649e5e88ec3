import type { ZhibangClient } from '@bangqiao/zhibang';
import type { Config } from '../config/index.ts';
import { say } from '../words/two-languages.ts';
import { bad, type Check, failed, ok } from './check.ts';

/** Whether the sellers of `assign` are users of the ERP; null where nobody is assigned. */
export async function checkSellers(client: ZhibangClient, { assign }: Config): Promise<Check | null> {
  if (!assign.enabled) return null;
  try {
    const users = await client.options.users();
    const known = new Map(users.map(({ id, label }) => [id, label]));
    const wanted = [...new Set([...assign.strongest, ...assign.sellers])];
    // A system that gives out no list of its users cannot be asked.
    const unknown = users.length === 0 ? [] : wanted.filter((id) => !known.has(id));
    if (unknown.length > 0) return notThere(unknown, users);
    const names = wanted.map((id) => known.get(id) ?? id);
    return ok(
      'sellers',
      say(
        names.length === 0 ? '没有配置销售：新客户对所有销售开放' : `新客户指派给：${names.join('、')}`,
        names.length === 0
          ? 'no sellers are configured: new customers are open to all'
          : `new customers are assigned to: ${names.join(', ')}`,
      ),
    );
  } catch (error) {
    return failed('sellers', error);
  }
}

function notThere(ids: readonly string[], users: readonly { id: string; label: string }[]): Check {
  const some = users.slice(0, 10).map(({ id, label }) => `${id} ${label}`);
  return bad(
    'sellers',
    say(
      `assign 里的销售不是 ERP 用户：${ids.join('、')}`,
      `sellers of assign that are no users of the ERP: ${ids.join(', ')}`,
    ),
    say(
      `改用 ERP 的用户编号，例如：${some.join('、')}`,
      `Use the ERP's ids of users, e.g.: ${some.join(', ')}`,
    ),
  );
}
