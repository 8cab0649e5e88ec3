import { useEffect, useState, useSyncExternalStore } from 'react';
import { isAway, queryClient } from '../api/queries.ts';
import { commonWords as w } from '../words/common.ts';
import { useLanguage } from './language.tsx';

/** Over a page that goes on showing what it had: the hub does not answer. Leaves by itself when it does again. */
export function Away() {
  const { say } = useLanguage();
  const away = useSyncExternalStore(subscribe, someQueryIsAway);
  const long = useLasting(away);
  if (!long) return null;
  return (
    <div className="remark warn" role="alert" style={{ marginBottom: '1rem' }}>
      <strong>{say(w.unreachable)}</strong> {say(w.unreachableNext)}
    </div>
  );
}

/** A hub that is opened anew with another ERP is back before anybody need look for a fault. */
const PATIENCE_MS = 4000;

function useLasting(away: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!away) return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [away]);
  return away && long;
}

function subscribe(changed: () => void): () => void {
  return queryClient.getQueryCache().subscribe(changed);
}

function someQueryIsAway(): boolean {
  return queryClient
    .getQueryCache()
    .getAll()
    .some(({ state }) => isAway(state.error));
}
