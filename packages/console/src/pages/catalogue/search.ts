/** What the address of the catalogue holds. */
export interface CatalogueSearch {
  q?: string;
  entry?: string;
}

export function catalogueSearch(given: Record<string, unknown>): CatalogueSearch {
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return {
    ...(text(given.q) === '' ? {} : { q: text(given.q).slice(0, 100) }),
    ...(/^[\w.-]{1,80}$/.test(text(given.entry)) ? { entry: text(given.entry) } : {}),
  };
}
