import type { CatalogueField } from '../catalogue.ts';

/** What tells a list's fields apart: ids, with a count where one comes again further inside or out. */
export function fieldKeys(fields: readonly CatalogueField[]): string[] {
  const seen = new Map<string, number>();
  return fields.map(({ id }) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  });
}
