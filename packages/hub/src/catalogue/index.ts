export { noHelpFile, unreadableCookies } from './errors.ts';
export { type Fetched, type FetchOptions, fetchCatalogue } from './fetch.ts';
export { findBrowser } from './find-browser.ts';
export { importCatalogue } from './import.ts';
export {
  loadTenantCatalogue,
  saveTenantCatalogue,
  type TenantCatalogue,
  tenantCatalogue,
} from './tenant-file.ts';
