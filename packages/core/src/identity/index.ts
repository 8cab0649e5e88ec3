export {
  COMPANY_REASONS,
  type CompanyComparison,
  type CompanyLikeness,
  type CompanyReason,
  compareCompanies,
} from './compare-companies.ts';
export {
  type Candidate,
  type Known,
  type Likeness,
  type Placement,
  type PlacementOutcome,
  placeNewcomer,
} from './place.ts';
export { type HeldKey, type KeyChange, planRekeying, type Rekeying } from './rekey.ts';
