import { type CatalogueModule, catalogueModules } from '../catalogue.ts';
import type { Language } from '../reference/language.ts';
import { entryPage } from './entry-page.ts';
import { errorsPage } from './errors-page.ts';
import { fieldReference, frontPage, modulePage } from './index-pages.ts';

/** All generated pages by their path below the folder of the documents; Chinese at the top, English below `en/`. */
export function markdownPages(modules: readonly CatalogueModule[] = catalogueModules()): Map<string, string> {
  return new Map([...pagesIn('zh', '', modules), ...pagesIn('en', 'en/', modules)]);
}

function* pagesIn(
  lang: Language,
  folder: string,
  modules: readonly CatalogueModule[],
): Generator<[path: string, text: string]> {
  const endpoints = modules.flatMap(({ entries }) => entries).filter(({ style }) => style !== 'page');
  yield [`${folder}README.md`, `${frontPage(modules, lang)}\n`];
  yield [`${folder}fields.md`, `${fieldReference(endpoints, lang)}\n`];
  yield [`${folder}errors.md`, `${errorsPage(lang)}\n`];
  for (const module of modules) {
    const own = module.entries.filter(({ style }) => style !== 'page');
    if (own.length > 0) yield [`${folder}modules/${module.name}.md`, `${modulePage(module, lang)}\n`];
    for (const entry of own)
      yield [`${folder}entries/${entry.call}.md`, `${entryPage(entry, module, lang)}\n`];
  }
}
