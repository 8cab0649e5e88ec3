import type { ApiError } from '@bangqiao/api';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { leaveOut } from '../../api/decided.ts';
import { queryClient } from '../../api/queries.ts';
import type { Choice, DeskItem } from './item.ts';
import { sendDecision } from './send-decision.ts';

interface Held {
  items: readonly DeskItem[];
  choice: Choice;
  value: string | null;
  /** Ends their being left out of the count of what waits. */
  backInCount: (isSent: boolean) => void;
}

export interface Last {
  choice: Choice;
  count: number;
  /** Of the first of them. */
  name: string;
  state: 'held' | 'done' | 'undone';
}

/** A decision is sent only after this time, or with the next one: until then Z takes it back and nothing has happened. */
const HOLD_MS = 6000;

/**
 * Decides, and holds each decision for a moment so that it can be taken back. Leaving the page sends what is held: what was
 * decided is never lost.
 */
export function useDecide() {
  const held = useRef<(Held & { timer: ReturnType<typeof setTimeout> }) | null>(null);
  const [last, setLast] = useState<Last | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const send = useMutation<void, ApiError, Held>({
    mutationFn: ({ items: [first, ...more], choice, value }) =>
      first
        ? sendDecision(
            first.kind,
            [first, ...more].map(({ id }) => id),
            choice,
            value,
          )
        : Promise.resolve(),
    onSettled: () => queryClient.invalidateQueries(),
    onSuccess: (_done, { backInCount }) => backInCount(true),
    onError: (_error, { items, backInCount }) => {
      backInCount(false);
      setHidden((now) => without(now, items));
    },
  });
  const flush = () => {
    if (held.current === null) return;
    clearTimeout(held.current.timer);
    const { timer: _timer, ...decision } = held.current;
    held.current = null;
    setLast((now) => now && { ...now, state: 'done' });
    send.mutate(decision);
  };
  return {
    last,
    hidden,
    error: send.error,
    flush,
    decide(items: readonly DeskItem[], choice: Choice, value: string | null) {
      flush();
      const backInCount = leaveOut(items.length);
      held.current = { items, choice, value, backInCount, timer: setTimeout(flush, HOLD_MS) };
      setHidden((now) => new Set([...now, ...items.map(({ key }) => key)]));
      setLast({ choice, count: items.length, name: items[0]?.name ?? '', state: 'held' });
    },
    undo() {
      if (held.current === null) return;
      clearTimeout(held.current.timer);
      const { items, backInCount } = held.current;
      backInCount(false);
      held.current = null;
      setHidden((now) => without(now, items));
      setLast((now) => now && { ...now, state: 'undone' });
    },
  };
}

function without(keys: ReadonlySet<string>, items: readonly DeskItem[]): ReadonlySet<string> {
  const gone = new Set(items.map(({ key }) => key));
  return new Set([...keys].filter((key) => !gone.has(key)));
}
