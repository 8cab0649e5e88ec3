import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A field as the catalogue's files publish it; nested fields stand flat after the one they are `in`. */
export interface FactField {
  id: string;
  label?: string;
  /** Ids from the outside, joined by dots: `Datas.WorkAssignItems`. */
  in?: string;
  type: string;
  required?: true | 'by-policy';
  /** Required only while another field holds one of these values. */
  requiredWhen?: Readonly<Record<string, readonly string[]>>;
  maxLength?: number;
  max?: number;
  options?: Readonly<Record<string, string>>;
  /** No other options exist. */
  closed?: true;
  optionsFrom?: string;
  multiple?: 'comma';
  match?: string;
  filter?: true;
  dedupeKey?: true;
  format?: string;
}

/** One entry of the vendor's index. */
export interface Fact {
  id: number;
  /** `customer.list`: what it is about, and what it does. */
  call: string;
  name: string;
  category: readonly string[];
  style: 'ov1' | 'v3' | 'helper' | 'page';
  path: string;
  alias?: string;
  operation?: string;
  returns?: string;
  documented?: string;
  request?: readonly FactField[];
  response?: readonly FactField[];
}

let published: readonly Fact[] | undefined;

/**
 * The facts of the 32.17 index, by the vendor's number. They are the client's JSON files, read as data: facts are shared
 * with it, its encoder and decoder are not.
 */
export function publishedFacts(): readonly Fact[] {
  published ??= readFacts();
  return published;
}

function readFacts(): Fact[] {
  const one = createRequire(import.meta.url).resolve('@bangqiao/zhibang/catalogue/general.json');
  const folder = dirname(one);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { entries: Fact[] }).entries)
    .sort((a, b) => a.id - b.id);
}
