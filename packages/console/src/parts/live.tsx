import type { Pulse } from '@bangqiao/api';
import { createContext, type ReactNode, useContext } from 'react';
import { usePulse } from '../api/pulse.ts';

const Context = createContext<Pulse | null>(null);

/** One stream for the whole page. */
export function Live({ children }: { children: ReactNode }) {
  return <Context.Provider value={usePulse()}>{children}</Context.Provider>;
}

export function useLive(): Pulse | null {
  return useContext(Context);
}
