import { describe, expect, it } from 'vitest';
import { allOddities, createSim, type Oddities, plainOddities } from '../src/index.ts';
import { FORMS } from './oddities/forms.ts';
import { LISTS } from './oddities/lists.ts';
import { SESSION } from './oddities/session.ts';
import type { Shown } from './oddities/shown.ts';
import { WIRE } from './oddities/wire.ts';
import { credentials, pairs, post } from './visitor.ts';

/** A missing oddity is a type error. */
const SHOWN: Required<Shown> = { ...LISTS, ...WIRE, ...SESSION, ...FORMS };

describe('a system with oddities', () => {
  for (const [name, [sentence, shows]] of Object.entries(SHOWN)) it(`${sentence} (${name})`, shows);

  it('still answers login and list with all that go together', async () => {
    const plain = plainOddities();
    const all = allOddities();
    const left = Object.keys(plain).filter((name) =>
      Object.is(plain[name as keyof Oddities], all[name as keyof Oddities]),
    );
    const wholly = left.filter((name) => !Array.isArray(plain[name as keyof Oddities]));
    expect(wholly.sort()).toEqual([
      'duplicateWords',
      'emptyTreeBeside',
      'khidNotReserved',
      'missingHandlerAs',
      'noV3',
      'tokenLifeSeconds',
      'unknownOrdCreates',
    ]);
    const sim = createSim({ customers: 5, oddities: all });
    const base = await sim.listen();
    const zsml = { 'content-type': 'application/zsml; charset=utf-8' };
    const login = await post(base, '/SYSA/mobilephone/login.asp', { datas: credentials() }, zsml);
    const cookie = login.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const body = { session: '', cmdkey: 'refresh', datas: pairs({ pagesize: 500 }) };
    const list = await post(base, '/SYSA/mobilephone/salesmanage/custom/list.asp', body, { ...zsml, cookie });
    const repaired = JSON.parse(list.text.replaceAll('\t', ' '));
    expect(repaired.data.report.source.table.rows.length).toBeGreaterThan(3);
    await sim.close();
  });
});
