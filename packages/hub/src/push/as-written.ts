import { companyKey, type SyncField, sameValue, type Value } from '@bangqiao/core';

/**
 * What the ERP holds is what was sent, as some ERPs write it down: other width, brackets, spaces or letter case. Asked where
 * time has passed since the save, and another value may be somebody's edit.
 */
export function asWritten(field: SyncField, sent: Value | undefined, found: Value | undefined): boolean {
  if (sameValue(field, sent, found)) return true;
  const key = companyKey(sent);
  return key !== null && key === companyKey(found);
}
