import { bill, failure, type Reply } from './answers.ts';
import type { Call } from './call.ts';
import { perform } from './catalogue/perform.ts';
import { command } from './commands.ts';
import { allocateContact, listContacts, readContact, saveContact } from './contacts.ts';
import { allocateCustomer, readCustomer } from './customer-form.ts';
import { listCustomers } from './customer-list.ts';
import { saveCustomer } from './customer-save.ts';
import type { CallKind } from './faults.ts';
import { followUp } from './follow-up.ts';
import { listWarehouses } from './helper.ts';
import { login, logout } from './login.ts';
import { options, productSorts, tree } from './option-lists.ts';
import { addCustomerV3, editCustomerV3 } from './v3.ts';
import type { World } from './world.ts';

export interface Operation {
  name: string;
  kind: CallKind;
  handle: (world: World, call: Call) => Reply;
}

type Resolve = (call: Call) => Operation;

const read = (name: string, handle: Operation['handle']): Operation => ({ name, kind: 'read', handle });
const write = (name: string, handle: Operation['handle']): Operation => ({ name, kind: 'write', handle });
const always =
  (operation: Operation): Resolve =>
  () =>
    operation;

/** A form opened for looking: it has no effect. */
const emptyForm = read('form.open', (world) => bill(world.oddities, '表单', 0, []));

/** Nothing is saved without `cmdkey: __sys_dosave`. */
const saving =
  (operation: Operation, otherwise: (call: Call) => Operation = () => emptyForm): Resolve =>
  (call) =>
    call.cmdkey === '__sys_dosave' ? operation : otherwise(call);

const commandOf = (name: string): Operation => write(name, command(name));

const PROTECT: Record<string, Operation> = {
  profect: commandOf('customer.protect'),
  unprofect: commandOf('customer.unprotect'),
};

const customerForm: Resolve = saving(write('customer.save', saveCustomer), (call) =>
  call.params.edit === '1' ? read('customer.get', readCustomer) : read('customer.allocate', allocateCustomer),
);

const contactForm: Resolve = saving(write('contact.save', saveContact), (call) =>
  call.params.edit === '1' ? read('contact.get', readContact) : read('contact.allocate', allocateContact),
);

const unsupported = read('unknown', (world) => failure(world.oddities, '不支持的数据类型'));

const OV1: Record<string, Resolve> = {
  login: always({ name: 'login', kind: 'login', handle: login }),
  logout: always({ name: 'logout', kind: 'login', handle: logout }),
  'salesmanage/custom/add': (call) => PROTECT[(call.query.__msgid ?? '').toLowerCase()] ?? customerForm(call),
  'salesmanage/custom/list': always(read('customer.list', listCustomers)),
  'salesmanage/custom/takeback': always(commandOf('customer.takeback')),
  'salesmanage/custom/apply': always(commandOf('customer.apply')),
  'salesmanage/custom/approve': always(commandOf('customer.approve')),
  'salesmanage/custom/approve_set': saving(commandOf('customer.review')),
  'salesmanage/custom/share': saving(commandOf('customer.share')),
  'systemmanage/order': (call) =>
    call.query.datatype === 'tel' ? saving(commandOf('customer.assign'))(call) : unsupported,
  'systemmanage/reply': saving(write('followUp', followUp)),
  'salesmanage/person/add': contactForm,
  'salesmanage/person/list': always(read('contact.list', listContacts)),
};

/** Option lists and trees answer under whatever folder the parameter lists name them. */
const LISTS: Record<string, Operation> = {
  source: read('options', options),
  area_list: read('areas', tree('area')),
  telsort_list: read('categories', tree('category')),
  gate_list: read('users', tree('users')),
  product_sort_list: read('product.sorts', productSorts),
};

const V3: Record<string, Operation> = {
  'sales/customer/edit': write('v3.customer.edit', editCustomerV3),
  'sales/customer/add': write('v3.customer.add', addCustomerV3),
};

const HELPERS: Record<string, Operation> = {
  'stock/stock/getwarehouses': read('helper.warehouses', listWarehouses),
  'webapi/store/stock/stockhandler/getwarehouses': read('helper.warehouses', listWarehouses),
};

/** What a call asks for; undefined when this system has no handler for it. */
export function operationOf(world: World, call: Call): Operation | undefined {
  const { aspOnly, noV3, helperAliasOnly, missingHandlers } = world.oddities;
  if (missingHandlers.some((ending) => call.route.endsWith(ending.toLowerCase()))) return undefined;
  if (call.style === 'unknown' || (call.style === 'v3' && noV3)) return undefined;
  if (call.style === 'helper' && helperAliasOnly && !call.alias) return undefined;
  if (call.style === 'ov1' && aspOnly && !call.asp) return undefined;
  return ownHandler(call) ?? fromCatalogue(world, call);
}

function ownHandler(call: Call): Operation | undefined {
  if (call.style === 'v3') return V3[call.route];
  if (call.style === 'helper') return HELPERS[call.route];
  return OV1[call.route]?.(call) ?? LISTS[call.route.slice(call.route.lastIndexOf('/') + 1)];
}

/** Every other entry of the index is answered from what the catalogue says of it. */
function fromCatalogue(world: World, call: Call): Operation | undefined {
  const fact = world.catalogue.find(call);
  if (fact === undefined || fact === 'form') return fact && emptyForm;
  const reads = ['list', 'get', 'new'].includes(fact.operation ?? '');
  return { name: fact.call, kind: reads ? 'read' : 'write', handle: () => perform(world, call, fact) };
}
