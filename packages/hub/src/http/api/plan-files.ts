import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Config } from '../../config/index.ts';
import { type Plan, readPlan } from '../../plan/plan-file.ts';

/** The plans that runs wrote beside the database, by the number of their run. */
export async function listPlans(config: Config, most: number): Promise<{ id: number; plan: Plan }[]> {
  const names = await readdir(folderOf(config)).catch(() => [] as string[]);
  const ids = names.flatMap((name) => planIdOf(name) ?? []).sort((a, b) => b - a);
  const found: { id: number; plan: Plan }[] = [];
  for (const id of ids.slice(0, most)) {
    const plan = await planOf(config, id).catch(() => null);
    if (plan) found.push({ id, plan });
  }
  return found;
}

/** @throws HubError `plan_unreadable` */
export function planOf(config: Config, id: number): Promise<Plan> {
  return readPlan(join(folderOf(config), `${id}.json`));
}

/** Null for a plan that somebody wrote elsewhere. */
export function planIdOf(file: string): number | null {
  const number = /^(\d{1,15})\.json$/.exec(basename(file))?.[1];
  return number === undefined ? null : Number(number);
}

function folderOf({ folder }: Config): string {
  return join(folder, 'storage', 'plans');
}
