import type { HubError } from '../errors.ts';

/** The number of a row as a person types it. @throws what `refuse` makes of anything else */
export function idIn(text: string, refuse: (text: string) => HubError): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw refuse(text);
  return number;
}

/** Several of them, with commas between. @throws what `refuse` makes of the first that is none */
export function idsIn(text: string, refuse: (one: string) => HubError): number[] {
  return text.split(',').map((one) => idIn(one, refuse));
}
