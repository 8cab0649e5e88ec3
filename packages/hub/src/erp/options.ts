import type { OptionBook, OptionListName } from '@bangqiao/core';
import type { Option, TreeNode, ZhibangClient } from '@bangqiao/zhibang';
import type { Executor, Store } from '../store/index.ts';
import { stopsRun } from './stopping.ts';

/** One option of the tenant, flattened from a list or a tree. `path_label` joins the labels from the root with '/'. */
export interface TenantOption {
  list: OptionListName;
  id: string;
  label: string;
  path_label: string;
  parent_id: string | null;
  is_leaf: boolean;
  position: number;
}

const IDS = /^\d+(,\d+)*$/;

/** Distinct cells whose label is remembered: a sweep asks for the same few a hundred thousand times. */
const REMEMBERED = 5000;
/** Of options in one statement. */
const ROWS_AT_ONCE = 100;

/** The tenant's options, both ways. A tree's value travels as ids from root to leaf joined by commas (wire.md, `sort1`). */
export class Options implements OptionBook {
  readonly #byId = new Map<string, TenantOption>();
  readonly #byLabel = new Map<string, TenantOption>();
  readonly #lists = new Map<OptionListName, TenantOption[]>();
  readonly #labels = new Map<OptionListName, Map<string, string | null>>();

  constructor(options: readonly TenantOption[]) {
    for (const option of options) {
      this.#byId.set(`${option.list}\n${option.id}`, option);
      for (const label of [option.label, option.path_label]) {
        const key = `${option.list}\n${label}`;
        if (!this.#byLabel.has(key)) this.#byLabel.set(key, option);
      }
      const list = this.#lists.get(option.list) ?? [];
      list.push(option);
      this.#lists.set(option.list, list);
    }
  }

  /** The canonical label of what a form holds: an id, or ids joined by commas (the last one is the leaf). */
  label(list: OptionListName, id: string): string | null {
    const known = this.#labels.get(list)?.get(id);
    if (known !== undefined) return known;
    const label = this.#labelOf(list, id);
    const labels = this.#labels.get(list) ?? new Map<string, string | null>();
    if (labels.size < REMEMBERED) this.#labels.set(list, labels.set(id, label));
    return label;
  }

  #labelOf(list: OptionListName, id: string): string | null {
    const whole = this.#byId.get(`${list}\n${id.trim()}`);
    if (whole) return whole.path_label;
    const leaf = id.split(',').at(-1)?.trim() ?? '';
    return (
      this.#byId.get(`${list}\n${leaf}`)?.path_label ??
      this.#byLabel.get(`${list}\n${id.trim()}`)?.path_label ??
      null
    );
  }

  /**
   * What a save sends for a label: the id; for a tree the ids from the root to the leaf, joined by commas. Of a list that
   * this system does not give out, ids are taken as they stand in its records.
   */
  id(list: OptionListName, label: string): string | null {
    if (this.all(list).length === 0) return IDS.test(label.trim()) ? label.trim() : null;
    let option = this.#byLabel.get(`${list}\n${label.trim()}`);
    if (!option) return null;
    const ids = [option.id];
    while (option.parent_id !== null) {
      option = this.#byId.get(`${list}\n${option.parent_id}`);
      if (!option) break;
      ids.unshift(option.id);
    }
    return ids.join(',');
  }

  all(list: OptionListName): readonly TenantOption[] {
    return this.#lists.get(list) ?? [];
  }

  firstLeaf(list: OptionListName): TenantOption | null {
    return this.all(list).find((option) => option.is_leaf) ?? null;
  }
}

/** Reads the tenant's lists afresh and keeps them; a list that cannot be read keeps what was known of it. */
export async function readOptions(
  client: ZhibangClient,
  store: Store,
  at: string,
): Promise<{ options: Options; failed: { list: OptionListName; error: unknown }[] }> {
  const failed: { list: OptionListName; error: unknown }[] = [];
  for (const [list, read] of readers(client)) {
    try {
      const options = await read();
      await store.transaction((trx) => keep(trx, list, options, at));
    } catch (error) {
      if (stopsRun(error)) throw error;
      failed.push({ list, error });
    }
  }
  return { options: await loadOptions(store.db), failed };
}

export async function loadOptions(db: Executor): Promise<Options> {
  const rows = await db.selectFrom('erp_options').selectAll().orderBy('list').orderBy('position').execute();
  return new Options(rows as unknown as TenantOption[]);
}

function readers(client: ZhibangClient): [OptionListName, () => Promise<TenantOption[]>][] {
  return [
    ['ly', async () => flat('ly', await client.options.options('ly'))],
    ['trade', async () => flat('trade', await client.options.options('trade'))],
    ['jz', async () => flat('jz', await client.options.options('jz'))],
    ['followup', async () => flat('followup', await client.options.options('followup'))],
    ['area', async () => tree('area', await client.options.areas())],
    ['sort1', async () => tree('sort1', await client.options.categories())],
  ];
}

function flat(list: OptionListName, options: readonly Option[]): TenantOption[] {
  return options.map(({ id, label }, position) => ({
    list,
    id,
    label,
    path_label: label,
    parent_id: null,
    is_leaf: true,
    position,
  }));
}

function tree(list: OptionListName, roots: readonly TreeNode[]): TenantOption[] {
  const found: TenantOption[] = [];
  const walk = (nodes: readonly TreeNode[], parent: TenantOption | null) => {
    for (const node of nodes) {
      const option: TenantOption = {
        list,
        id: node.id,
        label: node.label,
        path_label: parent ? `${parent.path_label}/${node.label}` : node.label,
        parent_id: parent?.id ?? null,
        is_leaf: node.children.length === 0,
        position: found.length,
      };
      found.push(option);
      walk(node.children, option);
    }
  };
  walk(roots, null);
  return found;
}

/** An empty list is an answer that lies, or a right that is lacking: what is known of it stays. */
async function keep(trx: Executor, list: OptionListName, options: TenantOption[], at: string) {
  if (options.length === 0) return;
  const before = await trx
    .selectFrom('erp_options')
    .selectAll()
    .where('list', '=', list)
    .orderBy('position')
    .execute();
  if (JSON.stringify(before.map(comparable)) === JSON.stringify(options.map(comparable))) return;
  await trx.deleteFrom('erp_options').where('list', '=', list).execute();
  for (let from = 0; from < options.length; from += ROWS_AT_ONCE) {
    await trx
      .insertInto('erp_options')
      .values(options.slice(from, from + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await trx
    .insertInto('erp_options_read')
    .values({ list, read_at: at })
    .onConflict((conflict) => conflict.column('list').doUpdateSet({ read_at: at }))
    .execute();
}

function comparable(option: object): unknown[] {
  const { id, label, path_label, parent_id, is_leaf } = option as TenantOption;
  return [id, label, path_label, parent_id, is_leaf];
}
