import { useEffect, useState } from 'react';

const REST_MS = 300;

/** The value as it was when the hand last rested; compared by what it holds. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const held = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(held) as T), REST_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return settled;
}
