import { requireCustomer } from '../../customers/index.ts';
import { HubError } from '../../errors.ts';
import { erasePerson } from '../../privacy/erase.ts';
import { type Person, personOf } from '../../privacy/person.ts';
import { remainsOf } from '../../privacy/remains.ts';
import { authorOf, type Context, type Handlers } from './handler.ts';
import { requireThere } from './own.ts';

/** While a sync runs an erasure waits; somebody before a screen not for long. */
const WAIT_MS = 10_000;

export const privacyHandlers: Handlers<'privacy'> = {
  'privacy.show': async ({ params }, context) => {
    const person = await whole(context, params.id);
    return {
      confirm: confirmOf(params.id),
      messages: person.messages.length,
      merged: person.ids.length - 1,
      in_erp: await remainsOf(context.store.db, person),
    };
  },
  'privacy.erase': async ({ params, body }, context) => {
    await requireThere(context, params.id, 'people.erase');
    const confirm = confirmOf(params.id);
    if (body.confirm.trim() !== confirm) throw notConfirmed(confirm);
    const { folder, logging } = context.config;
    const how = { ...authorOf(context), folder, logFile: logging.file, waitMs: WAIT_MS };
    const { erased, remains } = await erasePerson(context.store, params.id, how);
    return { erased: { ...erased }, in_erp: remains };
  },
};

async function whole(context: Context, id: number): Promise<Person> {
  await requireThere(context, id, 'people.erase');
  const { db } = context.store;
  return personOf(db, await requireCustomer(db, id));
}

/** The number and no name: what was typed stands in the audit. */
function confirmOf(id: number): string {
  return `#${id}`;
}

function notConfirmed(wanted: string): HubError {
  return new HubError({
    code: 'erase_not_confirmed',
    exitCode: 3,
    zh: '没有删除：确认的编号不对。',
    en: 'Nothing was erased: the number that confirms it is not right.',
    nextZh: `确定要删除，照着写 ${wanted}`,
    nextEn: `Type ${wanted} if you mean it`,
  });
}
