import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { commonWords as w } from '../words/common.ts';
import { useLanguage } from './language.tsx';
import { Empty } from './state.tsx';

export function NotFound() {
  const { say } = useLanguage();
  return (
    <Empty title={say(w.notFound)}>
      <p>{say(w.notFoundNext)}</p>
      <Link to="/">{say(w.toOverview)}</Link>
    </Empty>
  );
}

/** The code of a page did not arrive. */
export class NotLoaded extends Error {
  constructor(cause: unknown) {
    super('the page was not loaded', { cause });
  }
}

/** A fault of the page itself, or a page that did not arrive. */
export function Broken({ error }: ErrorComponentProps) {
  const { say } = useLanguage();
  if (error instanceof NotLoaded) return <WaitsForHub />;
  return (
    <div className="remark bad" role="alert">
      <p>
        <strong>{say(w.pageBroke)}</strong>
      </p>
      <p className="small">{error instanceof Error ? error.message : String(error)}</p>
      <a href="/">{say(w.toOverview)}</a>
    </div>
  );
}

const ASK_AGAIN_MS = 3000;

/** Loads the page anew as soon as the hub answers again, and not before: else the browser's own error would take its place. */
function WaitsForHub() {
  const { say } = useLanguage();
  useEffect(() => {
    const timer = setInterval(() => {
      void fetch('/healthz').then(
        () => location.reload(),
        () => {},
      );
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="remark warn" role="alert">
      <strong>{say(w.unreachable)}</strong> {say(w.unreachableNext)}
    </div>
  );
}
