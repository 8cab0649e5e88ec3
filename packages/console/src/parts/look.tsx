import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

interface Looked {
  isDark: boolean;
  setDark(isDark: boolean): void;
}

const KEPT = 'bangqiao.look';
const Context = createContext<Looked | null>(null);

/** Light or dark: as the person chose, else as the system is. */
export function LookProvider({ children }: { children: ReactNode }) {
  const [isDark, setIsDark] = useState(firstLook);
  useEffect(() => {
    document.documentElement.dataset.look = isDark ? 'dark' : 'light';
  }, [isDark]);
  const looked = useMemo<Looked>(
    () => ({
      isDark,
      setDark: (dark) => {
        localStorage.setItem(KEPT, dark ? 'dark' : 'light');
        setIsDark(dark);
      },
    }),
    [isDark],
  );
  return <Context.Provider value={looked}>{children}</Context.Provider>;
}

export function useLook(): Looked {
  const looked = useContext(Context);
  if (looked === null) throw new Error('outside LookProvider');
  return looked;
}

function firstLook(): boolean {
  const kept = localStorage.getItem(KEPT);
  return kept === null ? matchMedia('(prefers-color-scheme: dark)').matches : kept === 'dark';
}
