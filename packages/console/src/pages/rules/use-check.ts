import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { askFor } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import type { RuleDraft } from './draft.ts';

export type Check = UseQueryResult<AnswerOf<'rules.check'>>;

/** What is wrong in the rules as they stand, from the hub; the last answer stays until the next is there. */
export function useCheck(rules: RuleDraft[]): Check {
  return useQuery({
    queryKey: ['rules.check', rules],
    queryFn: () => askFor('rules.check', { body: { rules } }),
    placeholderData: keepPreviousData,
  });
}
