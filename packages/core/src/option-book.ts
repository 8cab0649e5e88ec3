import type { OptionListName } from './fields.ts';

/**
 * The tenant's options, as last read from it. A category or region may be several levels deep: its label is the labels
 * joined by `/`, its id the ids joined by commas (wire.md, "`sort1` is two things").
 */
export interface OptionBook {
  /** Null when the book does not know the id. */
  label(list: OptionListName, id: string): string | null;
  /** Null when the book does not know the label. */
  id(list: OptionListName, label: string): string | null;
}

/** The one form in which options are compared: the label where the book knows the id, else the text as it is. */
export function canonicalOption(book: OptionBook, list: OptionListName, text: string): string {
  const whole = book.label(list, text);
  if (whole !== null) return whole;
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length < 2) return text;
  const labels = parts.map((part) => book.label(list, part));
  return labels.every((label) => label !== null) ? labels.join('/') : text;
}

/** The id to send for a label or an id; null when the tenant has no such option. */
export function optionId(book: OptionBook, list: OptionListName, text: string): string | null {
  const direct = book.id(list, text);
  if (direct !== null) return direct;
  if (canonicalOption(book, list, text) !== text) return text;
  const ids = text.split('/').map((part) => book.id(list, part.trim()));
  return ids.length > 1 && ids.every((id) => id !== null) ? ids.join(',') : null;
}
