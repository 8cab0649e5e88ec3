import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';

/** Throws unsaved changes away, after asking. */
export function Discard({ discard }: { discard(): void }) {
  const { say } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{say(w.discard)}</Button>;
  return (
    <span className="row" role="alert">
      {say(w.discardAsk)}
      <Button danger onClick={discard}>
        {say(w.discardYes)}
      </Button>
      <Button onClick={() => setAsking(false)}>{say(w.discardNo)}</Button>
    </span>
  );
}
