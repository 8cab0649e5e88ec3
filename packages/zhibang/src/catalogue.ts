import { readdirSync, readFileSync } from 'node:fs';

/** How an entry is called; `page` is prose of the help site, not an endpoint. */
export type EntryStyle = 'ov1' | 'v3' | 'helper' | 'page';

/**
 * What is known of an entry's fields. `full`: published for it; `sibling`: published only for the path in `fieldsFrom`;
 * `partial`: the vendor's page lists no request fields where there must be some; `name`: name and path only.
 */
export type Documented = 'full' | 'sibling' | 'partial' | 'name';

/**
 * What an entry does. `list` runs a query page by page, `options` reads choices or a tree, `new` opens a fresh form and
 * so allocates an id, `get` reads one record; `save` stores a form, `command` presses a button of one, and `add`, `edit`,
 * `delete` are the v3 ways to write.
 */
export type Operation =
  | 'list'
  | 'options'
  | 'get'
  | 'new'
  | 'save'
  | 'add'
  | 'edit'
  | 'delete'
  | 'command'
  | 'login'
  | 'logout';

export interface CatalogueField {
  id: string;
  /** The caption that the ERP shows. */
  label?: string;
  /** The same in English, from `labels.json`. */
  labelEn?: string;
  /** The field that it stands in, ids from the outside joined by dots: `Datas.WorkAssignItems`. Absent: at the top. */
  in?: string;
  type: 'string' | 'integer' | 'decimal' | 'datetime' | 'date-string' | 'boolean' | 'array' | 'object';
  /** `by-policy`: the tenant's own settings decide. */
  required?: true | 'by-policy';
  /** Required only while another field holds one of these values: `{plantype: ['1']}`. */
  requiredWhen?: Readonly<Record<string, readonly string[]>>;
  /** Characters. */
  maxLength?: number;
  max?: number;
  /** Value → label: one tenant's list, as an example, unless `closed`. */
  options?: Readonly<Record<string, string>>;
  /** The same in English, for `closed` ones. */
  optionsEn?: Readonly<Record<string, string>>;
  /** The options are the program's own (yes/no, states): the same for every tenant, and no others exist. */
  closed?: true;
  /** Where the tenant's own list is read. */
  optionsFrom?: string;
  /** Several values in one text, joined by commas. */
  multiple?: 'comma';
  match?: 'contains' | 'range-start' | 'range-end' | 'range';
  filter?: true;
  /** Takes part in the tenant's duplicate check. */
  dedupeKey?: true;
  format?: string;
  /** Added by one company for itself; other systems do not have it. */
  custom?: true;
}

/** One entry of the vendor's index (help site of 32.17). Nested fields stand flat after the one they are `in`. */
export interface CatalogueEntry {
  /** The vendor's own number. */
  id: number;
  /** Our name: `customer.list`. */
  call: string;
  name: string;
  nameEn: string;
  category: readonly string[];
  style: EntryStyle;
  path: string;
  /** The older path of the same endpoint. */
  alias?: string;
  /** Absent on pages. */
  operation?: Operation;
  /** `ov1` only: the class of the answer's body. */
  returns?: 'SourceClass' | 'BillClass' | 'MessageClass';
  fieldsFrom?: string;
  /** Absent on pages. */
  documented?: Documented;
  /** Absent: nobody has published them. */
  request?: readonly CatalogueField[];
  response?: readonly CatalogueField[];
}

/** A module of the vendor's index: `sales`, 销售栏目. */
export interface CatalogueModule {
  name: string;
  title: { zh: string; en: string };
  entries: readonly CatalogueEntry[];
}

let modules: readonly CatalogueModule[] | undefined;
let entries: readonly CatalogueEntry[] | undefined;

/** The modules, one per file of `packages/zhibang/catalogue`; read once. */
export function catalogueModules(): readonly CatalogueModule[] {
  modules ??= readModules(new URL('../catalogue/', import.meta.url));
  return modules;
}

/** All 219 entries, by the vendor's number. */
export function catalogue(): readonly CatalogueEntry[] {
  entries ??= catalogueModules()
    .flatMap((module) => module.entries)
    .sort((a, b) => a.id - b.id);
  return entries;
}

function readModules(folder: URL): CatalogueModule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const { module, entries } = readJson<ModuleFile>(new URL(file, folder));
      return {
        name: file.slice(0, -'.json'.length),
        title: module,
        entries: entries.map((entry) => ({
          ...entry,
          ...(entry.request && { request: entry.request.map(inEnglish) }),
          ...(entry.response && { response: entry.response.map(inEnglish) }),
        })),
      };
    });
}

let labels: Readonly<Record<string, string>> | undefined;

/** The field with its caption, and those of closed options, in English too, as far as `labels.json` knows them. */
export function inEnglish(field: CatalogueField): CatalogueField {
  labels ??= readJson<Record<string, string>>(new URL('../labels.json', import.meta.url));
  const english = labels;
  const { id, label, ...rest } = field;
  const captions = label === undefined ? {} : { label, labelEn: english[label] };
  if (!field.closed || !field.options) return { id, ...captions, ...rest };
  const options = Object.entries(field.options).map(([value, text]) => [value, english[text] ?? text]);
  return { id, ...captions, ...rest, optionsEn: Object.fromEntries(options) };
}

function readJson<T>(file: URL): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

interface ModuleFile {
  module: { zh: string; en: string };
  entries: CatalogueEntry[];
}

/**
 * By the vendor's number (`19`), our name (`customer.list`, any case) or the Chinese name; by the English name, path or older
 * path where no other entry shares it.
 */
export function findEntry(
  which: string,
  entries: readonly CatalogueEntry[] = catalogue(),
): CatalogueEntry | undefined {
  const wanted = which.trim().toLowerCase();
  const named = entries.find(({ id, call, name }) =>
    [String(id), call.toLowerCase(), name.toLowerCase()].includes(wanted),
  );
  if (named) return named;
  const [found, other] = entries.filter(({ nameEn, path, alias = '' }) =>
    wanted === '' ? false : [nameEn, path, alias].some((each) => each.toLowerCase() === wanted),
  );
  return other ? undefined : found;
}

/** Entries that hold every word somewhere: in a name, the path, or a field's id or label. Those named so come first. */
export function searchCatalogue(
  text: string,
  entries: readonly CatalogueEntry[] = catalogue(),
): CatalogueEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hit = (place: string) => words.every((word) => place.includes(word));
  const named = entries.filter((entry) => hit(namesOf(entry)));
  const holding = entries.filter((entry) => !named.includes(entry) && hit(allOf(entry)));
  return words.length === 0 ? [] : [...named, ...holding];
}

function namesOf({ name, nameEn, call, path }: CatalogueEntry): string {
  return [name, nameEn, call, path].join(' ').toLowerCase();
}

function allOf(entry: CatalogueEntry): string {
  const fields = [...(entry.request ?? []), ...(entry.response ?? [])];
  return [namesOf(entry), ...fields.flatMap(({ id, label = '', labelEn = '' }) => [id, label, labelEn])]
    .join(' ')
    .toLowerCase();
}
