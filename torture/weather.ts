import type { FaultName } from '../packages/zhibang-sim/src/faults.ts';
import type { Faults, Oddities } from '../packages/zhibang-sim/src/index.ts';
import type { Dice } from './random.ts';

/** Faults of saving calls. Saves are few, so these strike often. */
const AFTER_FAULTS: readonly FaultName[] = [
  'dropAfterSave',
  'dropAfterSave',
  'stallAfterSave',
  'silentFieldLoss',
  'silentFieldLoss',
];
const BEFORE_FAULTS: readonly FaultName[] = ['dropBeforeSave', 'lieSuccess'];

/** On saving calls these strike before or after the effect, by chance. */
const ANSWER_FAULTS: readonly FaultName[] = ['error500', 'emptyBody', 'htmlPage'];

/** Faults of any call, rare ones: there are many calls, and each costs the client a pause. */
const CALL_FAULTS: readonly FaultName[] = [
  'dropRead',
  'error500',
  'emptyBody',
  'htmlPage',
  'controlChars',
  'tokenDeath',
  'tokenDeathEvery',
  'clampPage',
  'shiftRows',
  'slowPage',
];

/** A client that waits 700 ms hears nothing of such a page. */
const SLOW_PAGE_MS = 900;

/** The next change of weather: faults that are switched on and stay until somebody heals the ERP. */
export function pickFaults(dice: Dice): Partial<Faults> {
  const chance = dice.next();
  if (chance < 0.35) return afterFault(dice);
  if (chance < 0.45) return { [dice.pick(BEFORE_FAULTS)]: dice.pick([0.4, 0.7]) };
  if (chance < 0.65) return { [dice.pick(ANSWER_FAULTS)]: dice.pick([0.4, 0.7]), on: ['write'] };
  const name = dice.pick(CALL_FAULTS);
  if (name === 'tokenDeathEvery') return { tokenDeathEvery: 17 + dice.below(40) };
  if (name === 'slowPage') return { slowPage: 0.2, slowPageMs: SLOW_PAGE_MS, limit: 3 };
  if (name === 'shiftRows') return { shiftRows: 0.2, limit: 3 };
  if (name === 'clampPage') return { clampPage: dice.pick([0.2, 0.5]) };
  return { [name]: dice.pick([0.04, 0.08, 0.15]), on: ['read', 'write'] };
}

/** The save takes effect and the hub does not hear of it, or one field is lost. */
export function afterFault(dice: Dice): Partial<Faults> {
  return { [dice.pick(AFTER_FAULTS)]: dice.pick([0.5, 0.8, 1]) };
}

/** How this tenant's system differs for the whole of a history; each is a kind of fault to a client that expects the plain one. */
const ODDITIES: readonly Partial<Oddities>[] = [
  { missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'] },
  { missingColumns: ['email'] },
  { maxPageSize: 3 },
  { shortenCells: 12 },
  { maskPhones: true },
  { columnsShuffled: true },
  { rowsAsObjects: 'id' },
  { upperCaseKeys: true },
  { noPage: true },
  { pageStrings: true },
  { repeatLastPage: true },
  { ignoreSort: true },
  { ignoreFilters: ['*'] },
  { noSearchKey: true },
  { labelCells: 'all' },
  { controlCharacters: true },
  { numbersAsStrings: true },
  { nullForEmpty: true },
  { recordMissingAs: 'empty' },
  { recordMissingAs: 'blank' },
  { editKeepsAbsent: false },
  { droppedFields: ['email'] },
  { droppedFields: ['weixinAcc'] },
  { detailShape: 'nestedTyped' },
  { personNameEcho: true },
  { khidByHand: true },
  { khidNotReserved: true },
  { duplicateCheck: ['name', 'khid', 'phone', 'mobile', 'email'] },
  { duplicateCheck: ['name', 'khid', 'email'] },
  { duplicateCheck: ['name', 'khid', 'email'] },
  { duplicateCheck: ['khid', 'email'] },
  { duplicateCheck: [] },
  { duplicateCheck: [] },
  { refuseInMessage: true },
  { trimValues: true },
  { rewriteValues: true },
  { deadTokenAs: 'html' },
  { deadTokenAs: '400' },
  { secondLoginEjects: true },
  { cookieSession: 'only' },
  { aspOnly: true },
];

export function pickOddities(dice: Dice): Partial<Oddities> {
  if (dice.next() < 0.4) return {};
  const found: Partial<Oddities> = {};
  for (let count = 1 + dice.below(3); count > 0; count -= 1) Object.assign(found, dice.pick(ODDITIES));
  // There is no proposal to be reserved where numbers are given by hand.
  if (found.khidByHand) delete found.khidNotReserved;
  return found;
}
