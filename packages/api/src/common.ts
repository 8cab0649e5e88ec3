import { z } from 'zod';

// A page's content security policy forbids code made from text; zod must not even try, before the first schema is made.
if ('document' in globalThis) z.config({ jitless: true });

/** A sentence in both languages of the interface. */
export const Words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

/** ISO-8601 in UTC. */
export const Time = z.string();

/** The number of a row, as it stands in an address. */
export const Id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const ById = z.strictObject({ id: Id });

/** Rows of one page at most. */
export const MOST_ROWS = 200;

/** What every list can be asked: how many rows, and where to go on (`next` of the page before). */
export const PAGE = {
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  cursor: z.string().max(500).optional(),
};

/** One page of a list. `next` is null on the last one. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ items: z.array(row), next: z.string().nullable() });
}

/** Several rows at once: the same decision for all of them. */
export const Ids = z.array(z.int().min(1).max(Number.MAX_SAFE_INTEGER)).min(1).max(500);

/** `true` and `false` as they stand in an address. */
export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Text that a person typed into a search field. */
export const Search = z.string().trim().min(1).max(100);

/** How every refusal and failure looks. `code` stands in docs/troubleshooting.md. */
export const Failure = z.object({
  error: z.object({
    code: z.string(),
    message: Words,
    next: Words.nullable(),
    /** What is wrong with which value, for `invalid_input`. */
    faults: z.array(z.object({ path: z.string(), problem: Words })).optional(),
  }),
});
export type Failure = z.infer<typeof Failure>;

/** Whatever a vendor or an older version put there. */
export const Loose = z.record(z.string(), z.unknown());
