import { TIMELINE_KINDS } from '@bangqiao/api';
import { Button } from 'antd';
import { useState } from 'react';
import { useList } from '../../api/queries.ts';
import type { RowOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { customerWords as w } from '../../words/customer.ts';
import type { Words } from '../../words/words.ts';
import { ChangesEntry, DecisionEntry, LogEntry } from './entries.tsx';
import { FollowUpEntry, MergeEntry, MessageEntry } from './talk-entries.tsx';
import { WriteEntry } from './write-entry.tsx';

type Entry = RowOf<'timeline.show'>;
type Kind = Entry['kind'];

const KINDS: Record<Kind, Words> = {
  message: w.kindMessage,
  decision: w.kindDecision,
  write: w.kindWrite,
  follow_up: w.kindFollowUp,
  change: w.kindChange,
  read: w.kindRead,
  merge: w.kindMerge,
};

const AT_ONCE = 20;

/** Everything that happened to one customer, the newest first, of one kind or of all. */
export function Timeline({ customerId }: { customerId: number }) {
  const { say } = useLanguage();
  const [kind, setKind] = useState<Kind | null>(null);
  const list = useList('timeline.show', {
    params: { id: customerId },
    query: { limit: AT_ONCE, ...(kind === null ? {} : { kinds: kind }) },
  });
  return (
    <section className="card">
      <Loaded query={list}>
        {(pages) => {
          const entries = pages.flatMap(({ items }) => items);
          return (
            <>
              <div className="row between">
                <h2>{say(w.timeline)}</h2>
                <Filter counts={pages[0]?.counts ?? {}} chosen={kind} choose={setKind} />
              </div>
              {entries.length === 0 && <Empty title={say(w.nothing)} />}
              <ol className="timeline">
                {entries.map((entry, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: entries have no number of their own, and never change places
                  <li key={`${entry.kind}${entry.at}${index}`} data-kind={entry.kind}>
                    <span className="muted small">
                      <Time at={entry.at} />
                      <br />
                      {say(KINDS[entry.kind])}
                    </span>
                    <div>
                      <What entry={entry} />
                    </div>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Loaded>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say(w.more)}
        </Button>
      )}
    </section>
  );
}

interface FilterProps {
  counts: Partial<Record<Kind, number>>;
  chosen: Kind | null;
  choose(kind: Kind | null): void;
}

/** Kinds of which there is nothing are not offered. */
function Filter({ counts, chosen, choose }: FilterProps) {
  const { say } = useLanguage();
  const kinds = TIMELINE_KINDS.filter((kind) => (counts[kind] ?? 0) > 0);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{say(w.timeline)}</legend>
      {[null, ...kinds].map((kind) => (
        <button
          key={kind ?? 'all'}
          type="button"
          className="chip"
          aria-pressed={chosen === kind}
          onClick={() => choose(kind)}
        >
          {kind === null ? say(w.kindAll) : `${say(KINDS[kind])} ${counts[kind]}`}
        </button>
      ))}
    </fieldset>
  );
}

function What({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case 'message':
      return <MessageEntry message={entry.message} />;
    case 'decision':
      return <DecisionEntry decision={entry.decision} />;
    case 'write':
      return <WriteEntry write={entry.write} />;
    case 'follow_up':
      return <FollowUpEntry followUp={entry.follow_up} />;
    case 'change':
      return <ChangesEntry changes={entry.changes} />;
    case 'read':
      return <LogEntry line={entry.line} />;
    case 'merge':
      return <MergeEntry merge={entry.merge} />;
  }
}
