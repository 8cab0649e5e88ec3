import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { fill, type Language, type Words } from '../words/words.ts';

type Values = Readonly<Record<string, string | number>>;

interface Spoken {
  language: Language;
  setLanguage(language: Language): void;
  /** The words in the reader's language, with `{name}` filled in. Null stays empty. */
  say(words: Words | null | undefined, values?: Values): string;
}

const KEPT = 'bangqiao.language';
const Context = createContext<Spoken | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    localStorage.setItem(KEPT, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      setLanguage,
      say: (words, values = {}) => (words ? fill(words[language], values) : ''),
    }),
    [language],
  );
  return <Context.Provider value={spoken}>{children}</Context.Provider>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(Context);
  if (spoken === null) throw new Error('outside LanguageProvider');
  return spoken;
}

/** What the person chose, else Chinese, except in a browser that knows no Chinese. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.languages.some((name) => name.startsWith('zh')) ? 'zh' : languageOf(navigator.language);
}

function languageOf(name: string): Language {
  return name.startsWith('en') ? 'en' : 'zh';
}
