import { cell } from './cell.ts';
import { choicesOf, leavesOf } from './choices.ts';
import type { Entries } from './entries.ts';
import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import { sourceOf } from './ov1.ts';
import type { Option, OptionList, TreeNode } from './types.ts';

/** What people can pick on this tenant; the ids differ from tenant to tenant. */
export interface Options {
  /** 来源 `ly`, 行业 `trade`, 价值评估 `jz`, 跟进方式 `followup`. */
  options(list: OptionList): Promise<Option[]>;
  /** 客户分类, a tree. */
  categories(): Promise<TreeNode[]>;
  /** 客户区域, a tree. */
  areas(): Promise<TreeNode[]>;
  /** Users of the ERP, as ids for `assign`; none where the system has no list of them. */
  users(): Promise<Option[]>;
}

/** wire.md "sources of options". */
const ENUM_IDS: Record<OptionList, number> = { ly: 13, trade: 11, jz: 14, followup: 98 };

/** wire.md names `telsort_list` and not its folder; the others of its kind lie in `systemmanage`, `source` in none. [assumed] */
const CATEGORY_PATHS = ['systemmanage/', 'salesmanage/custom/', 'salesmanage/', ''].map(
  (folder) => `${folder}telsort_list?stype=check`,
);

export function options(entries: Entries): Options {
  return {
    options: async (list) =>
      leavesOf(await choices(entries, `options.${list}`, `source?enumid=${ENUM_IDS[list]}`)),
    categories: () => anyOf(entries, 'options.categories', CATEGORY_PATHS),
    areas: () => choices(entries, 'options.areas', 'systemmanage/area_list?stype=check'),
    users: () => users(entries),
  };
}

/** How a system answers where the list does not stand; an old one has no better words than these for a path it lacks. */
const NOT_HERE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'missing_handler',
  'protocol',
  'not_found',
  'http_error',
  'not_json',
]);

/** These may be said of a path that a system lacks too, or of passing trouble, or of a right that is not given. */
const PERHAPS_NOT_HERE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...NOT_HERE,
  'html_answer',
  'empty_body',
  'server_error',
  'business_refusal',
  'invalid_value',
  'no_permission',
]);

function isOneOf(codes: ReadonlySet<ErrorCode>, error: unknown): error is ZhibangError {
  return error instanceof ZhibangError && codes.has(error.code);
}

/** The first of the paths that brings choices. The others are guesses: a system that fails at them must not be slowed down by each. */
async function anyOf(entries: Entries, operation: string, paths: readonly string[]): Promise<TreeNode[]> {
  let missing: unknown;
  let empty: TreeNode[] | undefined;
  for (const [at, path] of paths.entries()) {
    try {
      const found = await choices(entries, operation, path, at > 0);
      if (found.length > 0) return found;
      empty ??= found;
    } catch (error) {
      if (!isOneOf(PERHAPS_NOT_HERE, error)) throw error;
      missing ??= error;
    }
  }
  if (empty) return empty;
  throw missing;
}

async function choices(
  entries: Entries,
  operation: string,
  path: string,
  isGuess = false,
): Promise<TreeNode[]> {
  const source = sourceOf(await entries.read({ operation, path, isGuess }));
  const found = source && choicesOf(source);
  if (found) return found;
  throw new ZhibangError('protocol', { operation, endpoint: path, erpMessage: 'neither options nor a tree' });
}

/** `gate_list` is a tree of departments with the users as leaves; a system without it has the v3 list of accounts, or none. */
async function users(entries: Entries): Promise<Option[]> {
  try {
    return leavesOf(await choices(entries, 'options.users', 'systemmanage/gate_list?stype=check'));
  } catch (error) {
    if (!isOneOf(PERHAPS_NOT_HERE, error)) throw error;
    return accounts(entries).catch((other: unknown) => {
      if (isOneOf(NOT_HERE, error) && isOneOf(NOT_HERE, other)) return [];
      throw isOneOf(NOT_HERE, error) ? other : error;
    });
  }
}

async function accounts(entries: Entries): Promise<Option[]> {
  const path = '/webapi/v3/orgs/user/list';
  const found = new Map<string, Option>();
  const sweep = entries.v3List('options.users', path, {}, { pageSize: 200, inFlight: 1 });
  for await (const page of sweep)
    for (const row of page.rows) {
      const id = String(row.ord);
      found.set(id, { id, label: cell(page, row, 'name') ?? '' });
    }
  return [...found.values()];
}
