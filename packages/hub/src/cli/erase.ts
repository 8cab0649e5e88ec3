import type { SyncField } from '@bangqiao/core';
import type { Command } from 'commander';
import { eraseField } from '../desk/erase.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';

/** `erase`: a field emptied on both sides, because a person says so. */
export function eraseVerb(program: Command, context: CliContext): void {
  addVerb(program, context, {
    usage: 'erase <customer> <field>',
    changes: true,
    summary: { zh: '清空一个字段（这里和 ERP）', en: 'empty a field, here and in the ERP' },
    work: (session, _options, who = '', field = '') =>
      withDatabase(session, async (store) => {
        const customer = await oneCustomer(store, who);
        const { inErp } = await eraseField(store, customer.id, field as SyncField, thisPerson());
        const later = { zh: '；ERP 中的值下次同步清空', en: "; the ERP's value goes with the next sync" };
        const said = {
          zh: `已清空 ${field}${inErp ? later.zh : ''}`,
          en: `${field} is empty${inErp ? later.en : ''}`,
        };
        session.result({ erased: { customer: customer.id, field, inErp } }, session.text(said));
      }),
  });
}
