// Writes the weights by which the customer's company is told in a message: node packages/core/train/company.ts [set left out …]
import { readFileSync, writeFileSync } from 'node:fs';
import { SIGN_COUNT } from '../src/reading/company-signs.ts';
import { useCompanyWeights } from '../src/reading/company-weights.ts';
import { learnedSets, readSet, readTalks } from '../test/support/labelled.ts';
import { examplesOf, withoutCompany } from './company-examples.ts';
import { everyday } from './company-goods.ts';
import { packed, trainCompany } from './company-training.ts';
import { seeded } from './random.ts';

const PIECES = new URL('companies.txt', import.meta.url);
const EVERYDAY = new URL('everyday.txt', import.meta.url);
const WEIGHTS = new URL('../src/generated/company-weights.ts', import.meta.url);

useCompanyWeights(new Int8Array(SIGN_COUNT).fill(-127));
const everydayLines = readFileSync(EVERYDAY, 'utf8').trim().split('\n');
const examples = [
  ...learnedSets()
    .filter((name) => !process.argv.includes(name))
    .flatMap((name) => examplesOf(readSet(name))),
  ...examplesOf(readTalks(PIECES), true),
  ...withoutCompany(everydayLines),
  ...everyday(1500, everydayLines, seeded(1)),
];
const weights = packed(trainCompany(examples, { rounds: 12, cards: 300, goods: 400, seed: 20_261_126 }));
writeFileSync(
  WEIGHTS,
  `// Written by train/company.ts: a signed byte for each sign.\nexport const WEIGHTS =\n  '${weights}';\n`,
);
console.log(
  `${examples.length} messages, ${examples.filter(({ own }) => own.length > 0).length} with a company`,
);
