import type { CatalogueEntry, CatalogueField } from '../catalogue.ts';
import type { Bilingual } from '../errors.ts';

export type Language = keyof Bilingual;

export function nameIn({ name, nameEn }: CatalogueEntry, lang: Language): string {
  return lang === 'zh' ? name : nameEn;
}

/** Value → label. Lists of a tenant stay in its own language. */
export function optionsIn({ options, optionsEn }: CatalogueField, lang: Language): [string, string][] {
  return Object.entries((lang === 'en' ? optionsEn : undefined) ?? options ?? {});
}

/** What a field means; its id where nothing is published. */
export function labelIn({ id, label, labelEn }: CatalogueField, lang: Language): string {
  return (lang === 'en' ? labelEn : undefined) ?? label ?? id;
}
