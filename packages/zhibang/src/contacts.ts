import type { Entries } from './entries.ts';
import { collect, type Found } from './find.ts';
import type { Fields } from './ov1.ts';
import { freshForm, readRecord } from './record.ts';
import type { CustomerReading, SaveReceipt } from './types.ts';

/** 联系人 of company customers. */
export interface Contacts {
  /** The contact persons of one customer. Where the list has a `company` column, rows of others are left out. */
  list(company: number): Promise<Found>;
  get(ord: number): Promise<CustomerReading>;
  /** A new `ord` for a contact person; spent even if nothing is saved. */
  allocate(company: number): Promise<{ ord: number }>;
  /** Creates with an allocated `ord`, edits with an existing one. Sent at most once. */
  save(contact: { ord: number; company: number; fields: Fields }): Promise<SaveReceipt>;
}

export function contacts(entries: Entries): Contacts {
  return {
    list: async (company) => {
      const entry = { operation: 'contact.list', path: 'salesmanage/person/list', datas: { company } };
      const { rows, complete } = await collect(entries, entry);
      const own = rows.filter(
        ({ cells }) => !cells.company || !/^\d+$/.test(cells.company) || Number(cells.company) === company,
      );
      return { rows: own, complete };
    },
    get: (ord) => {
      const path = 'salesmanage/person/add?edit=1&apihelptype=get';
      return readRecord(entries, { operation: 'contact.get', path, ord, nameField: 'person_name' });
    },
    allocate: async (company) => {
      const path = 'salesmanage/person/add?apihelptype=new';
      const { ord } = await freshForm(entries, {
        operation: 'contact.allocate',
        path,
        datas: { company },
      });
      return { ord };
    },
    save: ({ ord, company, fields }) =>
      entries.save({
        operation: 'contact.save',
        path: 'salesmanage/person/add?apihelptype=save',
        datas: { ord, company, ...fields },
        repeatable: true,
      }),
  };
}
