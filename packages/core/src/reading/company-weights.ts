import { WEIGHTS } from '../generated/company-weights.ts';

/** What one step of a weight is worth in scores, which are logarithms. */
export const UNIT = 1 / 40;

let unpacked: Int8Array | null = null;

/** The weight of each sign (`company-signs.ts`) in `UNIT`s, as training left it; unpacked when first asked for. */
export function companyWeights(): Int8Array {
  if (unpacked === null) {
    const bytes = atob(WEIGHTS);
    unpacked = new Int8Array(bytes.length);
    for (let at = 0; at < bytes.length; at++) unpacked[at] = bytes.charCodeAt(at);
  }
  return unpacked;
}

/** Reads with other weights from now on: training starts from none, whatever was learned before. */
export function useCompanyWeights(weights: Int8Array): void {
  unpacked = weights;
}
