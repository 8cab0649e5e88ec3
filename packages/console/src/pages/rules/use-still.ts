import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Keeps an element where it is on the screen while the list around it is sorted anew; `hold` is called before the change. */
export function useStill(element: RefObject<HTMLElement | null>, place: number): { hold(): void } {
  const top = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what moves it
  useLayoutEffect(() => {
    if (top.current === null || element.current === null) return;
    window.scrollBy(0, element.current.getBoundingClientRect().top - top.current);
    top.current = null;
  }, [place]);
  return {
    hold() {
      top.current = element.current?.getBoundingClientRect().top ?? null;
    },
  };
}
