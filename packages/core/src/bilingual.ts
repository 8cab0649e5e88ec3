/** A sentence for people, in both languages of the interface. */
export interface Bilingual {
  zh: string;
  en: string;
}
export type Language = keyof Bilingual;
