import { type ErrorComponentProps, Link } from '@tanstack/react-router';
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

/** A fault of the page itself. */
export function Broken({ error }: ErrorComponentProps) {
  const { say } = useLanguage();
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
