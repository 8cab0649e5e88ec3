/** What the address of the rules holds. */
export interface RulesSearch {
  /** None: the version in force. */
  version?: number;
  /** A draft is open, at the rule of this short name; empty: at none. */
  edit?: string;
}

export function rulesSearch(given: Record<string, unknown>): RulesSearch {
  const version = Number(given.version);
  return {
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(typeof given.edit === 'string' ? { edit: given.edit } : {}),
  };
}
