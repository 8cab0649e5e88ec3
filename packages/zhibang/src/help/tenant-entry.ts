import {
  type CatalogueEntry,
  type CatalogueField,
  type EntryStyle,
  inEnglish,
  type Operation,
} from '../catalogue.ts';
import { sameFacts } from './compare.ts';
import type { DrawnEntry } from './drawn-text.ts';
import { fieldKeys } from './field-keys.ts';
import type { IndexLeaf } from './help-page.ts';

/** The entry of the built-in catalogue that a tenant's entry is: the same number, or the same name and path, or older path. */
export function knownEntry(
  { name, path, id }: { name: string; path?: string; id?: number },
  known: readonly CatalogueEntry[],
): CatalogueEntry | undefined {
  const numbered = known.find(
    (entry) => entry.id === id && (entry.name === name || samePath(entry.path, path)),
  );
  const named = known.filter((entry) => entry.name === name);
  return (
    numbered ??
    named.find((entry) => path === undefined || samePath(entry.path, path)) ??
    named.find((entry) => sameRoute(entry.path, path)) ??
    named.find((entry) => sameRoute(entry.alias, path))
  );
}

const samePath = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();

/** The same address but for its query and letter case. */
export function sameRoute(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && samePath(a.split('?')[0]!, b?.split('?')[0]);
}

/**
 * A tenant's entry from what its help site draws. What no page says comes from the built-in catalogue: our call name, the
 * English words, the alias, the operation, where nested fields stand, which fields a company added for itself.
 */
export function tenantEntry(
  drawn: DrawnEntry,
  leaf: IndexLeaf | undefined,
  known: CatalogueEntry | undefined,
  nextId: number,
): CatalogueEntry {
  const path = leaf?.url ?? drawn.path ?? known?.path ?? '';
  const style = styleOf(path);
  const request = drawn.request && placed(drawn.request, known?.request);
  const response = drawn.response && placed(drawn.response, known?.response);
  const name = leaf?.name ?? drawn.name;
  const unchanged = sameFacts(request, known?.request) && sameFacts(response, known?.response);
  const documented = unchanged && known ? known.documented : documentedBy(request, response);
  return {
    id: leaf?.id ?? known?.id ?? nextId,
    call: known?.call ?? callName(path, leaf?.id ?? nextId),
    name,
    nameEn: known?.nameEn ?? name,
    category: leaf?.category ?? categoryOf(drawn, known),
    style,
    path,
    ...(known?.alias && samePath(known.path, path) ? { alias: known.alias } : {}),
    ...(style === 'page' ? {} : { operation: known?.operation ?? operationOf(path, name) }),
    ...(drawn.returns ? { returns: drawn.returns as CatalogueEntry['returns'] } : {}),
    ...(unchanged && known?.fieldsFrom ? { fieldsFrom: known.fieldsFrom } : {}),
    ...(style === 'page' ? {} : { documented }),
    ...(request ? { request } : {}),
    ...(response ? { response } : {}),
  };
}

/** An entry of which the index alone is there: where it stands now, and all else as it was known. */
export function indexEntry(leaf: IndexLeaf, known: CatalogueEntry | undefined): CatalogueEntry {
  if (!known) return tenantEntry({ name: leaf.name, category: leaf.category }, leaf, undefined, leaf.id);
  const { id, name, url, category } = leaf;
  // An index without branches says nothing of the place.
  return { ...known, id, name, path: url, ...(category.length > 0 ? { category } : {}) };
}

/** Prose of the help site, no endpoint. */
export const isProse = ({ url }: IndexLeaf): boolean => styleOf(url) === 'page';

/** The line of names may end with the entry's own; where a branch is called the same, only the known index can tell. */
function categoryOf({ category, name }: DrawnEntry, known: CatalogueEntry | undefined): readonly string[] {
  const isKnown = known && [...category, name].join() === known.category.join();
  return isKnown ? known.category : category;
}

/** Where a field stands and whose it is, as the built-in catalogue knows; a new field stands beside the one before it. */
function placed(fields: readonly CatalogueField[], known: readonly CatalogueField[] = []): CatalogueField[] {
  const byKey = new Map(fieldKeys(known).map((key, at) => [key, known[at]!]));
  const keys = fieldKeys(fields);
  let before: string | undefined;
  return fields.map((field, at) => {
    const same = byKey.get(keys[at]!);
    const place = same ? same.in : before;
    before = place;
    const { id, label, ...facts } = field;
    return inEnglish({
      id,
      ...(label ? { label } : {}),
      ...(place ? { in: place } : {}),
      ...facts,
      ...(same?.custom ? { custom: true as const } : {}),
    });
  });
}

function styleOf(path: string): EntryStyle {
  const low = path.toLowerCase();
  if (low.startsWith('/webapi/v3/ov1/') || low.startsWith('/sysa/mobilephone/')) return 'ov1';
  if (low.startsWith('/webapi/v3/')) return 'v3';
  return low.startsWith('/webapi/') ? 'helper' : 'page';
}

/** A table of parameters without a row tells nothing of them. */
function documentedBy(
  request: readonly CatalogueField[] | undefined,
  response: readonly CatalogueField[] | undefined,
): CatalogueEntry['documented'] {
  if (request?.length === 0) return 'partial';
  return request || response ? 'full' : 'name';
}

const BY_PATH: readonly (readonly [RegExp, Operation])[] = [
  [/apihelptype=new\b/i, 'new'],
  [/apihelptype=get\b/i, 'get'],
  [/apihelptype=save\b/i, 'save'],
  [/__msgid=/i, 'command'],
  [/\/delete(\?|$)/i, 'delete'],
  [/\/add(\?|$)/i, 'add'],
  [/edit(\?|$)/i, 'edit'],
  [/\/detail(\?|$)/i, 'get'],
  [/\/save\w*(\?|$)/i, 'save'],
];

function operationOf(path: string, name: string): Operation {
  const found = BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
  return found ?? (/列表|查询|汇总|明细|^获取/.test(name) ? 'list' : 'command');
}

/** `/webapi/v3/store/kuin/newthing?…` → `kuin.newthing` and the vendor's number, so that it is nobody else's. */
function callName(path: string, id: number): string {
  const [noun = 'entry', verb = 'call'] = path
    .split('?')[0]!
    .replace(/\.\w+$/, '')
    .split('/')
    .slice(-2);
  return `${noun}.${verb}${id}`.replace(/[^\w.]/g, '');
}
