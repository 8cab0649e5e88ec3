import { Button } from 'antd';
import { useState } from 'react';
import { useList } from '../../api/queries.ts';
import type { RowOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { erpWords as w } from '../../words/erp.ts';

/** Every call to the ERP, the newest first, as it was logged: without secrets, phones masked. */
export function Calls() {
  const { say } = useLanguage();
  const [onlyFailed, setOnlyFailed] = useState(false);
  const calls = useList('erp.calls', {
    query: { limit: 15, ...(onlyFailed ? { ok: 'false' as const } : {}) },
  });
  return (
    <section className="card">
      <div className="row between">
        <h2>{say(w.calls)}</h2>
        <label className="small">
          <input type="checkbox" checked={onlyFailed} onChange={() => setOnlyFailed(!onlyFailed)} />{' '}
          {say(w.onlyFailed)}
        </label>
      </div>
      <Loaded query={calls}>
        {(pages) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <Empty title={say(w.noCalls)}>
                <p>{say(w.noCallsNext)}</p>
              </Empty>
            );
          }
          return (
            <>
              <CallTable rows={rows} />
              {calls.hasNextPage && <Button onClick={() => calls.fetchNextPage()}>{say(w.more)}</Button>}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function CallTable({ rows }: { rows: readonly RowOf<'erp.calls'>[] }) {
  const { say } = useLanguage();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say(w.time)}</th>
          <th scope="col">{say(w.what)}</th>
          <th scope="col" className="number">
            {say(w.ms)}
          </th>
          <th scope="col">{say(w.result)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((call) => (
          <tr key={call.id}>
            <td data-name={say(w.time)}>
              <Time at={call.at} />
            </td>
            <td data-name={say(w.what)}>
              <span>
                {call.name && (
                  <>
                    <strong>{say(call.name)}</strong>
                    <br />
                  </>
                )}
                <code className="small muted">{call.endpoint}</code>
                <details className="small">
                  <summary>{say(w.details)}</summary>
                  <pre>{[call.params, call.response].filter(Boolean).join('\n\n')}</pre>
                </details>
              </span>
            </td>
            <td className="number" data-name={say(w.ms)}>
              {call.ms}
            </td>
            <td data-name={say(w.result)}>
              {call.ok === false ? (
                <span className="bad">{call.error ?? say(w.failed)}</span>
              ) : (
                <span className="good">{say(w.ok)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
