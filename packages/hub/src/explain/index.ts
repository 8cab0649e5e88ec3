export { explainCustomer } from './explain.ts';
export type { Explanation } from './explanation.ts';
export { type Ambiguous, findExactly, findMeant } from './find.ts';
export { ambiguousText, explanationText, nobodyText } from './text.ts';
