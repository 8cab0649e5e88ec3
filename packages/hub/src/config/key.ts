import { z } from 'zod';

export interface Meaning {
  zh: string;
  en: string;
  unit?: 'seconds' | 'milliseconds' | 'points' | 'rows' | 'days' | 'characters' | 'calls' | 'share';
  /** May be `file:/path` or `env:NAME`; never printed. */
  secret?: boolean;
  /** Accepted, and nothing follows from it; a value other than the default is told at start. */
  inert?: true;
  /** A file, relative to the folder of the configuration file. */
  path?: boolean;
}
export const meanings = z.registry<Meaning>();

/** A key of `config.yaml` with what it means. */
export function key<S extends z.ZodType>(
  schema: S,
  zh: string,
  en: string,
  rest: Omit<Meaning, 'zh' | 'en'> = {},
): S {
  meanings.add(schema, { zh, en, ...rest });
  return schema;
}
