import { z } from 'zod';
import { type Meaning, meanings } from './key.ts';
import { schema } from './schema.ts';

/** One key with all that is known of it. */
export interface Leaf {
  path: readonly string[];
  schema: z.ZodType;
  /** What the value is when nobody sets it. */
  fallback: unknown;
  kind: 'text' | 'number' | 'flag' | 'list';
  meaning: Meaning;
}

/** Every key, in the order of the schema. */
export const LEAVES: readonly Leaf[] = leavesOf(schema, []);

function leavesOf(branch: z.ZodObject, path: readonly string[]): Leaf[] {
  return Object.entries(branch.shape).flatMap(([name, child]) => {
    const here = [...path, name];
    if (child instanceof z.ZodObject) return leavesOf(child, here);
    const leaf = child as z.ZodType;
    const meaning = meanings.get(leaf);
    if (!meaning) throw new Error(`configuration key without a meaning: ${here.join('.')}`);
    const fallback = leaf.parse(undefined);
    return [{ path: here, schema: leaf, fallback, kind: kindOf(fallback), meaning }];
  });
}

function kindOf(fallback: unknown): Leaf['kind'] {
  if (typeof fallback === 'number') return 'number';
  if (typeof fallback === 'boolean') return 'flag';
  return Array.isArray(fallback) ? 'list' : 'text';
}

/** `BANGQIAO_ERP_PULL_INTERVAL` for `erp_pull.interval`. */
export function environmentName(path: readonly string[]): string {
  return `BANGQIAO_${path.join('_').toUpperCase()}`;
}

/** Keys that the earlier Python system has at these places; what they said is fixed in the default rules. */
export const PYTHON_KEYS: ReadonlySet<string> = new Set([
  'rules.mandatory_sync.conditions',
  'rules.high_quality_sync.required_fields',
  'rules.medium_quality_sync.combinations',
  'rules.low_quality_skip.skip_conditions',
]);
