import { inspect, isSerious } from '../test/e2e/accessibility.ts';
import { inEachLook, open, PAGES } from './pages.ts';

/**
 * `npm run accessibility -- http://127.0.0.1:8787 NAME PASSWORD`: axe over every page of a running hub, Chinese and English, light and
 * dark. Tells each flaw, the least score and what stood in the browser's console; fails where a flaw is serious or a score below 95.
 */
const [hub = 'http://127.0.0.1:8787', name = '', password = ''] = process.argv.slice(2);

const LOOKS = (['zh', 'en'] as const).flatMap((language) =>
  [false, true].map((dark) => ({ language, width: 1440, dark })),
);
const LEAST_SCORE = 95;

const flawed = new Map<string, string[]>();
const complaints: string[] = [];
const scores: number[] = [];
let isBad = false;

await inEachLook({ hub, name, password }, LOOKS, async (page, { language, dark }) => {
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(`${page.url()} ${line.text()}`);
  });
  for (const [title, path] of Object.entries(PAGES)) {
    await open(page, hub + path);
    const { flaws, score } = await inspect(page);
    scores.push(score);
    for (const flaw of flaws) {
      isBad ||= isSerious(flaw);
      const where = `${title} ${language}${dark ? ' dark' : ''}: ${flaw.where.slice(0, 160)}`;
      const kind = `${flaw.impact} ${flaw.rule}`;
      flawed.set(kind, [...(flawed.get(kind) ?? []), where]);
    }
  }
});
for (const [kind, places] of flawed) {
  process.stdout.write(`${kind} (${places.length})\n  ${places.slice(0, 5).join('\n  ')}\n`);
}
for (const complaint of complaints) process.stdout.write(`console: ${complaint}\n`);
const least = Math.min(...scores);
process.stdout.write(
  `${scores.length} pages looked at, least score ${least}, ${flawed.size} kinds of flaws, ${complaints.length} complaints\n`,
);
process.exitCode = isBad || complaints.length > 0 || least < LEAST_SCORE ? 1 : 0;
