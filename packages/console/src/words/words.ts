/** One sentence or label in both languages. `{name}` is filled in when it is said. */
export interface Words {
  zh: string;
  en: string;
}

export type Language = keyof Words;

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
