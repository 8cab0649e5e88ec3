import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Base,
  FIELDS,
  type FieldValues,
  merge,
  rebase,
  SYNC_FIELDS,
  type SyncField,
  sameValue,
  type Value,
  type VerdictKind,
} from '../src/index.ts';

const POOL: Partial<Record<SyncField, string[]>> = {
  phone: ['13800000001', '+86 138-0000-0001', '13800000002', '13800000003'],
  email: ['a@example.com', 'A@Example.COM', 'b@example.com'],
  company_name: ['某某科技（深圳）有限公司', '某某科技(深圳)有限公司', '另一家有限公司'],
};
const someValue = (field: SyncField): fc.Arbitrary<Value> =>
  fc.constantFrom<Value>(null, '', ...(POOL[field] ?? ['甲', ' 甲 ', '乙', '丙']));

const values = fc
  .record(
    Object.fromEntries(SYNC_FIELDS.map((field) => [field, fc.option(someValue(field), { nil: undefined })])),
  )
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as FieldValues,
  );
const wholeHub = fc.record(
  Object.fromEntries(SYNC_FIELDS.map((field) => [field, someValue(field)])),
) as fc.Arbitrary<FieldValues>;
const base = fc
  .record(
    Object.fromEntries(
      SYNC_FIELDS.map((field) => [field, fc.option(fc.tuple(someValue(field), someValue(field)))]),
    ),
  )
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, pair]) => pair !== null)) as Base);
const verified = fc
  .subarray<SyncField>(['phone', 'company_name', 'real_name', 'email'])
  .map((all) => new Set(all));
const input = fc.record({ hub: wholeHub, erp: values, base, verified });

const isFilled = (value: Value | undefined) => value != null && value.trim() !== '';

describe('any merge', () => {
  it('changes nothing more when it is run again on its own result', () => {
    fc.assert(
      fc.property(input, ({ hub, erp, base: before, verified: known }) => {
        const first = merge({ hub, erp, base: before, verified: known });
        const hubAfter = { ...hub, ...first.toHub };
        const erpAfter = { ...erp, ...first.toErp };
        const second = merge({ hub: hubAfter, erp: erpAfter, base: first.base, verified: known });
        expect([second.toHub, second.toErp]).toEqual([{}, {}]);
        const third = merge({ hub: hubAfter, erp: erpAfter, base: second.base, verified: known });
        expect([third.toHub, third.toErp, third.base]).toEqual([{}, {}, second.base]);
        expect(third.verdicts.filter(({ kind }) => kind !== 'same' && kind !== 'conflict')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('blanks no filled field on either side, and writes only what the other side holds', () => {
    fc.assert(
      fc.property(input, (all) => {
        const { toHub, toErp } = merge(all);
        for (const field of SYNC_FIELDS) {
          if (field in toHub) {
            expect(isFilled(toHub[field])).toBe(true);
            expect(toHub[field]).toBe(all.erp[field]);
          }
          if (field in toErp) {
            expect(isFilled(toErp[field])).toBe(true);
            expect(toErp[field]).toBe(all.hub[field]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('writes a field to one side at most, and loses no value without keeping it', () => {
    fc.assert(
      fc.property(input, (all) => {
        const { verdicts, toHub, toErp } = merge(all);
        for (const { field, loser } of verdicts) {
          expect(field in toHub && field in toErp).toBe(false);
          if (field in toHub && isFilled(all.hub[field])) expect(loser).toBe(all.hub[field]);
          if (field in toErp && isFilled(all.erp[field])) expect(loser).toBe(all.erp[field]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is quiet when its own writes come back, however the ERP spells or drops them', () => {
    const echo = fc.constantFrom<(value: string) => Value>(
      (value) => value,
      (value) => ` ${value} `,
      (value) => value.slice(0, 1),
      () => null,
    );
    fc.assert(
      fc.property(input, echo, ({ hub, erp, base: before, verified: known }, spell) => {
        const first = merge({ hub, erp, base: before, verified: known });
        const sent = Object.keys(first.toErp) as SyncField[];
        const readBack = Object.fromEntries(sent.map((field) => [field, spell(first.toErp[field]!)]));
        const hubAfter = { ...hub, ...first.toHub };
        const erpAfter = { ...erp, ...readBack };
        const settled = rebase(first.base, sent, hubAfter, erpAfter);
        const second = merge({ hub: hubAfter, erp: erpAfter, base: settled, verified: known });
        expect([second.toHub, second.toErp]).toEqual([{}, {}]);
        expect(merge({ hub: hubAfter, erp: erpAfter, base: second.base, verified: known }).base).toEqual(
          second.base,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to rest within three rounds after any storm of edits on both sides', () => {
    const edit = fc.record({ hub: values, erp: values });
    fc.assert(
      fc.property(
        input,
        fc.array(edit, { maxLength: 6 }),
        ({ hub, erp, base: before, verified: known }, edits) => {
          let state = { hub, erp, base: before };
          const round = () => {
            const result = merge({ ...state, verified: known });
            const sent = Object.keys(result.toErp) as SyncField[];
            const after = { hub: { ...state.hub, ...result.toHub }, erp: { ...state.erp, ...result.toErp } };
            state = { ...after, base: rebase(result.base, sent, after.hub, after.erp) };
            return Object.keys(result.toHub).length + sent.length;
          };
          for (const storm of edits) {
            state = { ...state, hub: { ...state.hub, ...storm.hub }, erp: { ...state.erp, ...storm.erp } };
            round();
          }
          round();
          round();
          expect(round()).toBe(0);
        },
      ),
    );
  });

  it('never writes a field of the ERP, nor a different verified value, against its policy', () => {
    fc.assert(
      fc.property(input, (all) => {
        const { toHub, toErp } = merge(all);
        for (const field of ['erp_customer_code', 'erp_customer_category', 'notes'] as const) {
          expect(toErp[field]).toBeUndefined();
        }
        if (isFilled(all.erp.wechat_id)) expect(toErp.wechat_id).toBeUndefined();
        const isOverwritten = isFilled(all.hub.phone) && toHub.phone !== undefined;
        if (all.verified.has('phone') && isOverwritten) {
          expect(sameValue('phone', all.hub.phone, toHub.phone)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of a field that no policy gives to a side treats both sides alike: swapped, it decides the mirror image', () => {
    const mirrored: Record<VerdictKind, VerdictKind> = {
      same: 'same',
      agreed: 'agreed',
      take_erp: 'send_hub',
      send_hub: 'take_erp',
      conflict: 'conflict',
      erased_in_erp: 'erased_in_hub',
      erased_in_hub: 'erased_in_erp',
      held: 'held',
    };
    const silent = SYNC_FIELDS.filter((field) => FIELDS[field].policy === 'latest');
    expect(silent).toEqual(['email', 'address']);
    const side = fc.record(Object.fromEntries(silent.map((field) => [field, someValue(field)])));
    fc.assert(
      fc.property(side, side, base, verified, (hub, erp, before, known) => {
        const swappedBase = Object.fromEntries(
          Object.entries(before).map(([field, [ours, theirs]]) => [field, [theirs, ours]]),
        );
        const one = merge({ hub, erp, base: before, verified: known });
        const other = merge({ hub: erp, erp: hub, base: swappedBase, verified: known });
        expect(other.verdicts.map(({ kind }) => kind)).toEqual(
          one.verdicts.map(({ kind }) => mirrored[kind]),
        );
        expect([other.toHub, other.toErp]).toEqual([one.toErp, one.toHub]);
        expect(other.verdicts.map(({ loser }) => loser)).toEqual(one.verdicts.map(({ loser }) => loser));
      }),
      { numRuns: 1000 },
    );
  });

  it('decides each field by itself: all at once is the same as one after the other', () => {
    fc.assert(
      fc.property(input, ({ hub, erp, base: before, verified: known }) => {
        const whole = merge({ hub, erp, base: before, verified: known });
        for (const field of SYNC_FIELDS) {
          if (!(field in erp)) continue;
          const alone = merge({ hub, erp: { [field]: erp[field] }, base: before, verified: known });
          expect(alone.verdicts).toEqual(whole.verdicts.filter((verdict) => verdict.field === field));
          expect(alone.base[field]).toEqual(whole.base[field]);
        }
      }),
    );
  });
});
