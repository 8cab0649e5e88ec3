import type { Task } from '@bangqiao/api';
import { useEffect } from 'react';
import { queryClient, useAsk } from './queries.ts';

const WHILE_RUNNING_MS = 700;
const ELSE_MS = 10_000;

/** Long work that was begun here; followed closely while any runs, and the page is read again when one ends. */
export function useTasks(): readonly Task[] {
  const tasks = useAsk(
    'tasks.list',
    {},
    { every: (data) => (someRuns(data?.tasks) ? WHILE_RUNNING_MS : ELSE_MS) },
  );
  const running = tasks.data?.tasks.filter(({ state }) => state === 'running').length ?? 0;
  useEffect(() => {
    if (running === 0) {
      void queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'tasks.list' });
    }
  }, [running]);
  return tasks.data?.tasks ?? [];
}

function someRuns(tasks: readonly Task[] | undefined): boolean {
  return tasks?.some(({ state }) => state === 'running') ?? true;
}
