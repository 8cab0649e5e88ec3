export { countForPeople, countForSeller, sumOf } from './for-people.ts';
export { readPiles } from './piles.ts';
export { headlineOf, readCustomers, readQuality, readStatus } from './read-status.ts';
export { runSentence } from './run-sentence.ts';
export { readUnderWay, viewOfRun } from './runs.ts';
export { statusText } from './text.ts';
