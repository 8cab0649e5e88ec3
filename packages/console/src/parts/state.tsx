import { ApiError } from '@bangqiao/api';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { commonWords as w } from '../words/common.ts';
import { useLanguage } from './language.tsx';

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch(): unknown;
}

/** Shows what a query brought; before that, and when it failed, a sentence in its place. */
export function Loaded<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} again={() => query.refetch()} />;
  return <Reading />;
}

export function Reading() {
  const { say } = useLanguage();
  return (
    <p className="state" role="status">
      {say(w.loading)}
    </p>
  );
}

/** An error in words: what happened, what to do, and the key for doing it. */
export function Failed({ error, again }: { error: Error; again?: () => void }) {
  const { say } = useLanguage();
  const known = error instanceof ApiError;
  return (
    <div className="remark bad" role="alert">
      <p>
        <strong>{known ? say(error.words) : say(w.unreachable)}</strong>
      </p>
      <p>{known ? say(error.next) : say(w.unreachableNext)}</p>
      {again && <Button onClick={again}>{say(w.again)}</Button>}
    </div>
  );
}

/** What will stand here one day, and how to get it there. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
