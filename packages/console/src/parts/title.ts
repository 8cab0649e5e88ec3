import { useEffect } from 'react';
import { commonWords as w } from '../words/common.ts';
import { useLanguage } from './language.tsx';

/** Names the window after the page. */
export function useTitle(title: string): void {
  const { say } = useLanguage();
  const brand = say(w.brand);
  useEffect(() => {
    document.title = title === '' ? brand : `${title} · ${brand}`;
  }, [title, brand]);
}
