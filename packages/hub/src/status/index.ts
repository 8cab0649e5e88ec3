export { countForPeople, countForSeller, sumOf } from './for-people.ts';
export { headlineOf, readStatus } from './read-status.ts';
export { readUnderWay, viewOfRun } from './runs.ts';
export { runSentence, statusText } from './text.ts';
