import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { type Holder, holderIsAlive, isAlive, parseHolder, thisHolder } from '../src/store/index.ts';
import { startHelper } from './support/process.ts';

const me = thisHolder('test');

test('this process is alive, and is the same holder whenever it asks', () => {
  expect(me).toMatchObject({ label: 'test', host: hostname(), pid: process.pid });
  expect(thisHolder('test')).toEqual(me);
  expect(isAlive(me)).toBe(true);
  expect(holderIsAlive(JSON.stringify(me))).toBe(true);
});

test('an earlier process of the same number is gone', () => {
  expect(isAlive({ ...me, started: '1@00000000' })).toBe(false);
});

test('a killed process is gone', async () => {
  const helper = startHelper(new URL('support/idle-helper.ts', import.meta.url));
  const holder: Holder = JSON.parse(await helper.line());
  expect(isAlive(holder)).toBe(true);
  await helper.kill();
  expect(isAlive(holder)).toBe(false);
});

test('of another machine nothing is known, so its processes count as alive', () => {
  expect(isAlive({ ...me, host: 'elsewhere.example.com', started: '1' })).toBe(true);
});

test.each(['', 'not json', 'null', '{}', '{"label":"x","host":"y","pid":"1","started":"z"}'])(
  'a column that holds %j holds nobody',
  (text) => {
    expect(parseHolder(text)).toBeUndefined();
    expect(holderIsAlive(text)).toBe(false);
  },
);
