import { ViewQuery } from '@bangqiao/api';

/** What the address of the list holds: what the API is asked, so that a link opens the same list. */
export type CustomersSearch = ViewQuery;

/** Named filters, in the order of their keys. */
const PRESETS = {
  all: {},
  inside: { in_erp: true },
  outside: { in_erp: false },
  failed: { status: 'failed' },
  quote: { quote: true },
  high: { intent: 'high' },
  poor: { quality_to: 59 },
  gone: { presence: 'gone' },
} as const satisfies Record<string, CustomersSearch>;

export type Preset = keyof typeof PRESETS;

const PRESET_KEYS = Object.values(PRESETS).flatMap((preset) => Object.keys(preset)) as Key[];
type Key = keyof CustomersSearch;

/** Unknown values are dropped, so an old link still opens. */
export function customersSearch(given: Record<string, unknown>): CustomersSearch {
  // A number that somebody searches for is a text.
  const read = { ...given, q: given.q === undefined ? undefined : String(given.q) };
  const kept = Object.entries(ViewQuery.shape).flatMap(([key, schema]) => {
    const { data } = schema.safeParse(read[key as keyof typeof read]);
    return data === undefined ? [] : [[key, data]];
  });
  return Object.fromEntries(kept) as CustomersSearch;
}

/** The preset that the address shows; null where it is narrowed in another way. */
export function presetOf(search: CustomersSearch): Preset | null {
  const shown = Object.fromEntries(PRESET_KEYS.map((key) => [key, search[key]]));
  const fits = (preset: CustomersSearch) => PRESET_KEYS.every((key) => shown[key] === preset[key]);
  return (Object.keys(PRESETS) as Preset[]).find((name) => fits(PRESETS[name])) ?? null;
}

/** Everything that a preset may set, as this one sets it. */
export function asPreset(name: Preset): CustomersSearch {
  return { ...Object.fromEntries(PRESET_KEYS.map((key) => [key, undefined])), ...PRESETS[name] };
}

/** The filters, as they stand in an address of the API. */
export function filtersOf({ sort: _order, ...filters }: CustomersSearch): Record<string, never> {
  const texts = Object.entries(filters).map(([key, value]) => [key, String(value)]);
  return Object.fromEntries(texts) as Record<string, never>;
}

export function sameSearch(one: CustomersSearch, other: CustomersSearch): boolean {
  return (Object.keys(ViewQuery.shape) as Key[]).every((key) => one[key] === other[key]);
}
