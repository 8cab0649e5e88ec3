import { useSyncExternalStore } from 'react';

/** How long what was sent is still left out, should the hub's next word about what waits not come. */
const TOLD_MS = 3000;

let count = 0;
const listeners = new Set<() => void>();

/** Things that a person has decided about and that the hub still counts as waiting: held so that Z takes them back, or just sent. */
export function useDecidedCount(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => count,
  );
}

/** Leaves so many out until the answer is called; `isSent`: until the hub has told how many wait now. */
export function leaveOut(howMany: number): (isSent: boolean) => void {
  let isOut = true;
  change(howMany);
  const back = () => {
    if (isOut) change(-howMany);
    isOut = false;
    sent.delete(back);
  };
  return (isSent) => {
    if (!isSent) return back();
    sent.add(back);
    setTimeout(back, TOLD_MS);
  };
}

const sent = new Set<() => void>();

/** The hub has told how many wait now. */
export function toldWaiting(): void {
  for (const back of [...sent]) back();
}

function change(by: number): void {
  count += by;
  for (const listener of listeners) listener();
}
