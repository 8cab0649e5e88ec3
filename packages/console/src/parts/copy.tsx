import { Button } from 'antd';
import { useState } from 'react';
import { commonWords as w } from '../words/common.ts';
import { useLanguage } from './language.tsx';

/** Copies a text; the key itself says that it did. */
export function Copy({ text }: { text: string }) {
  const { say } = useLanguage();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Button
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setIsCopied(true);
      }}
    >
      {say(isCopied ? w.copied : w.copy)}
    </Button>
  );
}
