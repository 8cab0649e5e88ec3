import { useDoer } from '../../parts/doer.ts';
import { useLanguage } from '../../parts/language.tsx';
import { shortTime } from '../../parts/time.tsx';

/** How an item's words are made: in the reader's language, moments as people say them; an absent one is empty. */
export interface Speaker {
  say: ReturnType<typeof useLanguage>['say'];
  when(at: string | null): string;
  /** Who did it. */
  who(by: string): string;
}

export function useSpeaker(): Speaker {
  const { say, language } = useLanguage();
  const who = useDoer();
  return { say, who, when: (at) => (at === null ? '' : shortTime(at, language, new Date())) };
}
