export interface SetUpSearch {
  /** 1 to 5. */
  step?: number;
}

export function setUpSearch(given: Record<string, unknown>): SetUpSearch {
  const step = Number(given.step);
  return Number.isInteger(step) && step >= 1 && step <= 5 ? { step } : {};
}
