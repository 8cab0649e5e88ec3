import type { Customer } from './customer.ts';

/** 价值评估 by the quality score (domain.md, Field map). */
const VALUE_BANDS = [
  [90, '很高'],
  [75, '较高'],
  [60, '一般'],
  [45, '较低'],
] as const;

export type Bucket = 'WHITE' | 'GRAY' | 'BLACK';

const FOLLOW_LEVELS: Record<Bucket, string> = { WHITE: '重点客户', GRAY: '潜在客户', BLACK: '暂不跟进' };

/** The label of the ERP's option list `jz` for a quality score of 0–100. */
export function valueAssessment(qualityScore: number): string {
  return VALUE_BANDS.find(([least]) => qualityScore >= least)?.[1] ?? '很低';
}

/** WHITE from a quality score of 60, GRAY from 30, BLACK below or when marked invalid. */
export function bucketOf(customer: Pick<Customer, 'data_quality_score' | 'marked_as_invalid'>): Bucket {
  if (customer.marked_as_invalid || customer.data_quality_score < 30) return 'BLACK';
  return customer.data_quality_score >= 60 ? 'WHITE' : 'GRAY';
}

/** 跟进程度 for a bucket; travels only when `follow_level.sync` is on. */
export function followLevel(bucket: Bucket): string {
  return FOLLOW_LEVELS[bucket];
}
