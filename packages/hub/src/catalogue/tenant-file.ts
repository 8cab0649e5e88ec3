import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { CatalogueEntry } from '@bangqiao/zhibang';
import { brokenCatalogue } from './errors.ts';

/** What one company's own ERP says of its OpenAPI. */
export interface TenantCatalogue {
  /** Release of the ERP, as its help site tells it; '' where no page told. */
  version: string;
  /** Address of the help site; null for what was imported from files. */
  source: string | null;
  /** ISO-8601 UTC. */
  at: string;
  entries: CatalogueEntry[];
}

/** Where the own catalogue lies; `folder` is where `storage/` is. */
export function tenantFile(folder: string): string {
  return join(folder, 'storage', 'catalogue.json');
}

/** What decides about calls: the tenant's own entries; undefined where none were brought in, then the built-in ones hold. */
export function tenantCatalogue(folder: string): readonly CatalogueEntry[] | undefined {
  return loadTenantCatalogue(folder)?.entries;
}

/** `folder` is where `storage/` lies; null: none was fetched or imported yet. @throws HubError `tenant_catalogue_broken` */
export function loadTenantCatalogue(folder: string): TenantCatalogue | null {
  const file = tenantFile(folder);
  if (!existsSync(file)) return null;
  const found = readTenant(readFileSync(file, 'utf8'));
  if (found === null) throw brokenCatalogue(file);
  return found;
}

function readTenant(text: string): TenantCatalogue | null {
  try {
    const { version = '', source = null, at = '', entries } = JSON.parse(text) as Partial<TenantCatalogue>;
    return Array.isArray(entries) ? { version, source, at, entries } : null;
  } catch {
    return null;
  }
}

/** Whole or not at all: a file beside it is written to disk first, then takes its name. */
export function saveTenantCatalogue(folder: string, tenant: TenantCatalogue): string {
  const file = tenantFile(folder);
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  const handle = openSync(fresh, 'w');
  try {
    writeFileSync(handle, `${JSON.stringify(tenant, null, 1)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
  return file;
}
