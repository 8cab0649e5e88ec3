import { isMasked } from '@bangqiao/core';
import { CUSTOMER_SAVE_FIELDS } from '@bangqiao/zhibang';

/** Fields in which people write what they like, asterisks too: 简介, 现状, 前景, 策略, 备注. */
const PROSE: ReadonlySet<string> = new Set(
  CUSTOMER_SAVE_FIELDS[1].filter(({ maxLength }) => (maxLength ?? 0) >= 1000).map(({ id }) => id),
);
/** `138****8888` inside a text. */
const MASKED_NUMBER = /\d[*＊•●]{2,}\d/;

/** The ERP shows this field masked, so it is not its value (wire.md, "a cell may be masked"). */
export function isHidden(fieldId: string, text: string): boolean {
  return PROSE.has(fieldId) ? MASKED_NUMBER.test(text) : isMasked(text);
}
