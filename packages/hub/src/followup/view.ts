import type { FollowUp } from '@bangqiao/api';
import type { z } from 'zod';
import { bothWays, say } from '../words/two-languages.ts';
import { KIND_WORDS } from './kinds.ts';
import type { FollowUpView } from './read.ts';

/** A follow-up as the API tells it. */
export function followUpOf(view: FollowUpView): z.infer<typeof FollowUp> {
  const { why, next, kind } = view;
  return {
    ...view,
    kind_words: KIND_WORDS[kind] ?? say(String(kind), String(kind)),
    why: why === null ? null : bothWays(why),
    next: next === null ? null : bothWays(next),
  };
}
