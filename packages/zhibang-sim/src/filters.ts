import type { Call } from './call.ts';
import { within } from './lists.ts';
import type { Oddities } from './oddities.ts';
import type { SimCustomer } from './types.ts';

type Test = (customer: SimCustomer) => boolean;
type Filter = (value: string, oddities: Oddities) => Test;

const contains =
  (field: string): Filter =>
  (value) => {
    const wanted = value.toLowerCase();
    return (customer) => (customer.fields[field] ?? '').toLowerCase().includes(wanted);
  };

const among =
  (field: string): Filter =>
  (value) => {
    const wanted = value.split(',').map((each) => each.trim());
    return (customer) => (customer.fields[field] ?? '').split(',').some((each) => wanted.includes(each));
  };

const below =
  (field: string, tree: 'area' | 'category'): Filter =>
  (value) => {
    const wanted = value.split(',').map((each) => each.trim());
    return (customer) => within(tree, customer.fields[field] ?? '', wanted);
  };

/** Ranges are of days, both ends included. */
const added =
  (end: 'from' | 'to'): Filter =>
  (value) => {
    const day = value.trim().replaceAll('/', '-').slice(0, 10);
    return ({ fields }) => {
      const own = (fields.date1 ?? '').slice(0, 10);
      return end === 'from' ? own >= day : own <= day;
    };
  };

/** The list's filters (catalogue 19), by lower-case id. Mobile, WeChat id and e-mail are not among them (wire.md [field]). */
const FILTERS: Record<string, Filter> = {
  telord: (value) => (customer) => value.split(',').includes(String(customer.ord)),
  name: contains('name'),
  pym: contains('pym'),
  khid: contains('khid'),
  phone: contains('phone'),
  fax: contains('fax'),
  url: contains('url'),
  address: contains('address'),
  zip: contains('zip'),
  intro: contains('intro'),
  ly: among('ly'),
  khly: among('ly'),
  tjly: among('ly'),
  jz: among('jz'),
  khjz: among('jz'),
  trade: among('trade'),
  khhy: among('trade'),
  area: below('area', 'area'),
  telsort: below('sort1', 'category'),
  cateid: among('cateid'),
  a_cateid: among('cateid'),
  date1_0: added('from'),
  date1_1: added('to'),
  a_date_0: added('from'),
  a_date_1: added('to'),
  tdate1: added('from'),
  tdate2: added('to'),
  searchkey: (value, oddities) => {
    const wanted = value.toLowerCase();
    return ({ fields }) =>
      oddities.searchKeyReaches.some((id) => (fields[id] ?? '').toLowerCase().includes(wanted));
  },
};

/** The tests that a call asks for: empty values and unknown names ask for nothing. */
export function customerFilters(oddities: Oddities, call: Call): Test[] {
  const ignored = oddities.ignoreFilters.map((name) => name.toLowerCase());
  if (oddities.noSearchKey) ignored.push('searchkey');
  if (ignored.includes('*')) return [];
  return Object.entries(call.params).flatMap(([name, value]) => {
    const filter = FILTERS[name];
    return filter && value !== '' && !ignored.includes(name) ? [filter(value, oddities)] : [];
  });
}
