import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** One rule of axe that a page breaks, where, and how much that hurts. */
export interface Flaw {
  rule: string;
  impact: string;
  where: string;
}

export interface Inspection {
  flaws: Flaw[];
  /** Share of the rules that apply and are kept, weighed by how much breaking them hurts; 0–100, as Lighthouse counts. */
  score: number;
}

const WEIGHTS: Readonly<Record<string, number>> = { minor: 1, moderate: 3, serious: 7, critical: 10 };
/** Of a rule that is kept axe does not say how much breaking it would hurt. */
const KEPT = 7;

interface AxeResults {
  violations: { id: string; impact: string | null; nodes: { target: unknown[] }[] }[];
  passes: { id: string }[];
}

/** Looks at the open page with axe: WCAG 2.2 A and AA, and what axe calls good practice. */
export async function inspect(page: Page): Promise<Inspection> {
  await page.evaluate(axe.source);
  const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults;
  const flaws = violations.map(({ id, impact, nodes }) => ({
    rule: id,
    impact: impact ?? 'minor',
    where: nodes.map(({ target }) => target.join(' ')).join(', '),
  }));
  const lost = flaws.reduce((sum, { impact }) => sum + (WEIGHTS[impact] ?? KEPT), 0);
  const kept = passes.length * KEPT;
  return { flaws, score: Math.round((100 * kept) / (kept + lost)) };
}

export function isSerious({ impact }: Flaw): boolean {
  return impact === 'serious' || impact === 'critical';
}
