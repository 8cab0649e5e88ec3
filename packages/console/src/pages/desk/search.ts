import { DESK_KINDS } from '../../words/desk.ts';
import type { DeskKind } from './item.ts';

/** What the address of the desk holds. */
export interface DeskSearch {
  kind?: DeskKind;
  customer?: number;
  item?: string;
}

export function deskSearch(given: Record<string, unknown>): DeskSearch {
  const customer = Number(given.customer);
  return {
    ...(typeof given.kind === 'string' && given.kind in DESK_KINDS ? { kind: given.kind as DeskKind } : {}),
    ...(Number.isInteger(customer) && customer > 0 ? { customer } : {}),
    ...(typeof given.item === 'string' ? { item: given.item } : {}),
  };
}
