import type { CatalogueEntry, CatalogueField } from '../catalogue.ts';
import type { Bilingual } from '../errors.ts';

export type Language = keyof Bilingual;

export function nameIn({ name, nameEn }: CatalogueEntry, lang: Language): string {
  return lang === 'zh' ? name : nameEn;
}

/** What a field means; its id where nothing is published. */
export function labelIn({ id, label, labelEn }: CatalogueField, lang: Language): string {
  return (lang === 'en' ? labelEn : undefined) ?? label ?? id;
}
