import { Pulse } from '@bangqiao/api';
import { useEffect, useState } from 'react';
import { toldWaiting } from './decided.ts';
import { client, queryClient } from './queries.ts';

/**
 * What the hub is doing now, as it tells it; null until it has. Whatever is on the screen is read again when a run ends or
 * something new waits for a person. The browser connects again by itself.
 */
export function usePulse(): Pulse | null {
  const [pulse, setPulse] = useState<Pulse | null>(null);
  useEffect(() => {
    const stream = new EventSource(client.address('events.stream'));
    stream.addEventListener('pulse', ({ data }) => {
      const told = Pulse.safeParse(JSON.parse(data as string));
      if (!told.success) return;
      toldWaiting();
      setPulse((before) => {
        if (before !== null && hasNews(before, told.data)) void queryClient.invalidateQueries();
        return told.data;
      });
    });
    return () => stream.close();
  }, []);
  return pulse;
}

function hasNews(before: Pulse, now: Pulse): boolean {
  const runs = ({ last_run }: Pulse) => `${last_run?.id} ${last_run?.ended_at}`;
  return runs(before) !== runs(now) || waiting(before) !== waiting(now);
}

/** Things that wait for a person. */
export function waiting({ for_people }: Pick<Pulse, 'for_people'>): number {
  return Object.values(for_people).reduce((sum, count) => sum + count, 0);
}
