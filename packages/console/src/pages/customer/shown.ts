import { useLanguage } from '../../parts/language.tsx';
import { INTENTS, PRESENCES, STAGES, TYPES } from '../../words/customer-terms.ts';
import type { Words } from '../../words/words.ts';

/** Values that are stored as codes, by the column that holds them. */
const CODED: Record<string, Record<string, Words>> = {
  stage: STAGES,
  erp_presence: PRESENCES,
  erp_customer_type: TYPES,
  intent_level: INTENTS,
};

/** How a column's value is read to a person: codes in words, everything else as it stands. */
export function useShown(): (field: string, value: string | null) => string | null {
  const { say } = useLanguage();
  return (field, value) => (value === null ? null : say(CODED[field]?.[value]) || value);
}
