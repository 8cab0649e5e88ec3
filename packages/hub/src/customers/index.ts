export { customerColumns } from './columns.ts';
export { followCompany } from './contacts.ts';
export type { WriteContext } from './context.ts';
export { countMessages } from './count-messages.ts';
export { CustomerMoved, deleteGuarded } from './guarded.ts';
export { keyChange, knownAtFirst, WHOLE_CUSTOMER } from './history.ts';
export { insertCustomer, insertCustomers } from './insert.ts';
export {
  ERP_CUSTOMER_WIDTH,
  type ErpPatch,
  insertErpCustomers,
  numberOfOrd,
  pushErpKeys,
  putErpCustomer,
  takenWechatIds,
} from './insert-erp.ts';
export { addKey, findByKey, keysOf, keyValue, type StoredKey, storedKeysOf } from './keys.ts';
export { keepOwner } from './owner.ts';
export { requestPush } from './push-requests.ts';
export { findByErpId, findCustomer, nameOf, requireCustomer } from './read.ts';
export { type CustomerUpdate, updateCustomer, updateCustomers } from './update.ts';
