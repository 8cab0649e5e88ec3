import type { ReactNode } from 'react';

/** Names and values; a fact without a value is left out. */
export function Facts({
  facts,
  isWide = false,
}: {
  facts: readonly (readonly [string, ReactNode])[];
  isWide?: boolean;
}) {
  return (
    <dl className={isWide ? 'facts wide' : 'facts'}>
      {facts
        .filter(([, value]) => value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
