import { Intake } from '../../src/ingest/intake.ts';
import { openStore } from '../../src/store/index.ts';
import { understandAll } from '../../src/understand/worker.ts';
import { talk } from './talk-of-many.ts';

/** A process that takes the same talk in, again from its beginning, and understands it; told by lines. To be killed at any moment. */
const [address = '{}', count = '0'] = process.argv.slice(2);
const store = await openStore(JSON.parse(address));
const clock = () => new Date();
const intake = new Intake(store, clock);
const log = {
  error: (values: object, text: string) => console.log(`error ${text} ${JSON.stringify(values)}`),
};
console.log('ready');
const events = talk(Number(count));
for (let from = 0; from < events.length; from += 50) {
  await intake.take(events.slice(from, from + 50).map((event) => ({ source: 'bridge', event })));
  console.log('kept');
  await understandAll({ store, clock, log });
  console.log('understood');
}
console.log('done');
await store.close();
