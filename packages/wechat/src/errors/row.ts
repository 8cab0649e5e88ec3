/** Who has to act: the operator's settings, nobody (wait), the developers, or the person who owns the record. */
export type Blame = 'config' | 'transient' | 'system' | 'business';
/**
 * `retry` later, unchanged · `refresh` the token and repeat once · `slow_down` wait at least `retryAfterMs` · `skip` this
 * record and go on · `empty` take it as "nothing there" · `fail` until a person changed something.
 */
export type Action = 'retry' | 'refresh' | 'slow_down' | 'skip' | 'empty' | 'fail';

/** One way to fail: who acts, what to do, and the words for people. */
export type ErrorCells = readonly [
  blame: Blame,
  action: Action,
  zh: string,
  en: string,
  nextZh: string,
  nextEn: string,
];
