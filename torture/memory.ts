import type { Sim } from '../packages/zhibang-sim/src/index.ts';

/** What both sides of an e-mail did since they were last known to agree. */
interface Edits {
  ord: number;
  here: string | null;
  there: string | null;
}

/** What people did, so that a check can tell their deeds from the hub's. */
export class Memory {
  /** WeChat ids that were brought in, by person. */
  readonly brought = new Map<number, Set<string>>();
  /** Records that were deleted, hidden, given away or made another company at any time. */
  readonly absent = new Set<number>();
  /** Of these, those that were deleted. */
  readonly deleted = new Set<number>();
  /** Records of others under an `ord` that was allocated for one of ours. */
  readonly reused = new Set<number>();
  /** The ERP stored nothing, or not all, and said yes: twice so and a value counts as not kept there (domain.md). */
  lied = false;
  /** Values that people ever gave to a field of a record, by `ord` and field. */
  readonly #given = new Map<string, Set<string>>();
  /** Fields that a colleague emptied at any time: `ord field`. What the hub has is kept then. */
  readonly erased = new Set<string>();
  /** By the hub's row, of rows that agreed when all was last quiet. */
  readonly edits = new Map<number, Edits>();

  bring(person: number, wechatId: string): void {
    this.brought.set(person, (this.brought.get(person) ?? new Set()).add(wechatId));
  }

  give(ord: number, field: string, value: string): void {
    const key = `${ord} ${field}`;
    this.#given.set(key, (this.#given.get(key) ?? new Set()).add(value));
  }

  giveAll(ord: number, fields: Record<string, string>): void {
    for (const [field, value] of Object.entries(fields)) this.give(ord, field, value);
  }

  remember(sim: Sim): void {
    for (const { ord, fields } of sim.customers()) this.giveAll(ord, fields);
  }

  given(ord: number, field: string): ReadonlySet<string> | undefined {
    return this.#given.get(`${ord} ${field}`);
  }

  edited(side: 'here' | 'there', which: { row?: number; ord?: number }, email: string): void {
    for (const [row, edits] of this.edits)
      if (row === which.row || edits.ord === which.ord) edits[side] = email;
  }

  /** A person moved a value in a way that the two edits do not tell (undo, an answer to a conflict). */
  forget(row?: number): void {
    if (row === undefined) this.edits.clear();
    else this.edits.delete(row);
  }
}
