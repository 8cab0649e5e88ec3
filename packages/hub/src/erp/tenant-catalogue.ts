import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueEntry } from '@bangqiao/zhibang';
import { HubError } from '../errors.ts';

/** Where the catalogue that was read from the tenant's own ERP lies, beside the configuration. */
function tenantCatalogueFile(folder: string): string {
  return join(folder, 'storage', 'catalogue.json');
}

/** The tenant's own catalogue, `{entries: […]}`; undefined where none was brought in: then the built-in one holds. */
export function tenantCatalogue(folder: string): readonly CatalogueEntry[] | undefined {
  const file = tenantCatalogueFile(folder);
  if (!existsSync(file)) return undefined;
  const entries = entriesIn(readFileSync(file, 'utf8'));
  if (entries) return entries;
  throw new HubError({
    code: 'tenant_catalogue_broken',
    exitCode: 2,
    zh: `${file} 读不出接口目录。`,
    en: `${file} holds no catalogue.`,
    nextZh: '重新导入，或删除这个文件改用内置目录',
    nextEn: 'Bring it in again, or delete the file to use the built-in catalogue',
  });
}

function entriesIn(text: string): CatalogueEntry[] | null {
  try {
    const { entries } = JSON.parse(text) as { entries?: unknown };
    return Array.isArray(entries) ? (entries as CatalogueEntry[]) : null;
  } catch {
    return null;
  }
}
