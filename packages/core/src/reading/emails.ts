import { normaliseEmail } from '../email.ts';
import type { Fact, Span } from './fact.ts';
import type { Asked } from './question.ts';
import { whoseIs } from './whose.ts';

/** E-mail addresses as they stand in a text of `plainOf`. */
export function emailsIn(plain: string): (Span & { email: string })[] {
  if (!plain.includes('@')) return [];
  const found: (Span & { email: string })[] = [];
  for (const one of plain.matchAll(EMAIL)) {
    const email = normaliseEmail(one[0]);
    if (email !== null) found.push({ email, start: one.index, end: one.index + one[0].length });
  }
  return found;
}

/** Lengths by RFC 5321; the bounds keep the search linear. */
const EMAIL =
  /(?<![a-z0-9._%+-])[a-z0-9_%+](?:[a-z0-9._%+-]{0,62})@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![a-z0-9])/g;

/** The customer's own e-mail addresses. */
export function emailFacts(plain: string, asked: Asked | null): Fact[] {
  let from = 0;
  return emailsIn(plain).flatMap(({ email, start, end }): Fact[] => {
    const whose = whoseIs(plain, start, end, from);
    from = end;
    if (whose === 'other' || (whose === null && asked?.email === 'other')) return [];
    const certainty = whose === 'own' || asked?.email === 'own' ? 'stated' : 'likely';
    return [{ kind: 'email', value: email, span: { start, end }, certainty }];
  });
}
