import { Pulse } from '@bangqiao/api';
import { useEffect, useState } from 'react';
import { toldWaiting } from './decided.ts';
import { client, queryClient } from './queries.ts';

/**
 * What the hub is doing now, as it tells it; null until it has. Whatever is on the screen is read again when a run ends or
 * something new waits for a person.
 */
export function usePulse(): Pulse | null {
  const [pulse, setPulse] = useState<Pulse | null>(null);
  useEffect(
    () =>
      listen((told) => {
        toldWaiting();
        setPulse((before) => {
          if (before !== null && hasNews(before, told)) void queryClient.invalidateQueries();
          return told;
        });
      }),
    [],
  );
  return pulse;
}

/** After a refusal the stream is opened anew so much later. */
const AGAIN_MS = 2000;

/**
 * Hears every pulse until the answer is called. A browser connects again by itself where the way was cut; a refusal (the hub is
 * just starting, the session is over) ends its stream for good, so that a new one is opened here.
 */
function listen(hear: (pulse: Pulse) => void): () => void {
  const stream = new EventSource(client.address('events.stream'));
  let leave = () => stream.close();
  stream.addEventListener('pulse', ({ data }) => {
    const told = Pulse.safeParse(JSON.parse(data as string));
    if (told.success) hear(told.data);
  });
  stream.addEventListener('error', () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    const timer = setTimeout(() => {
      // Whoever is signed out is told so; they would be refused again.
      void queryClient.invalidateQueries({ queryKey: ['session.show'] });
      leave = listen(hear);
    }, AGAIN_MS);
    leave = () => clearTimeout(timer);
  });
  return () => leave();
}

function hasNews(before: Pulse, now: Pulse): boolean {
  const runs = ({ last_run }: Pulse) => `${last_run?.id} ${last_run?.ended_at}`;
  return runs(before) !== runs(now) || waiting(before) !== waiting(now);
}

/** Things that wait for a person. */
export function waiting({ for_people }: Pick<Pulse, 'for_people'>): number {
  return Object.values(for_people).reduce((sum, count) => sum + count, 0);
}
