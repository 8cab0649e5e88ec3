import { useEffect } from 'react';

interface Keys {
  move(by: 1 | -1): void;
  choose(place: number): void;
  undo(): void;
}

/** ↑ ↓ 1 2 3 Z, unless somebody types or holds a modifier. A key that is held down moves on, and decides once. */
export function useKeys({ move, choose, undo }: Keys): void {
  const actionOf = (key: string): (() => void) | null => {
    if (key === 'ArrowDown') return () => move(1);
    if (key === 'ArrowUp') return () => move(-1);
    if (/^[1-3]$/.test(key)) return () => choose(Number(key) - 1);
    return key.toLowerCase() === 'z' ? undo : null;
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = actionOf(event.key);
      if (act === null) return;
      event.preventDefault();
      if (event.repeat && !event.key.startsWith('Arrow')) return;
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
