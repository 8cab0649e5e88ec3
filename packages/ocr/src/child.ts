import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Library, loadLibrary } from './library.ts';
import { COMPLETE, LEAST, type LicenceReading, readSide, type SideReading } from './licence-text.ts';

/** Straight first, then as phones and scanners turn pictures. */
const WAYS = [0, 180, 90, 270] as const;

/** One picture: every way round until both fields stand there beyond doubt; else the way that shows most of a licence. */
async function read(library: Library, image: Buffer): Promise<LicenceReading> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-ocr-'));
  try {
    let best: { way: (typeof WAYS)[number]; side: SideReading } | null = null;
    for (const way of WAYS) {
      const file = join(folder, `${way}.png`);
      try {
        await library.prepare(image, way, file);
      } catch {
        return { fields: {}, confidence: 0, problem: 'unreadable' };
      }
      const side = readSide(await library.detect(file));
      if (best === null || side.score > best.side.score) best = { way, side };
      if (side.score >= COMPLETE) break;
    }
    return told(best);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function told(best: { way: (typeof WAYS)[number]; side: SideReading } | null): LicenceReading {
  if (best === null || best.side.score < LEAST) return { fields: {}, confidence: 0, problem: 'no_licence' };
  const { fields, confidence } = best.side;
  return { fields, confidence, ...(best.way === 0 ? {} : { turned: best.way }) };
}

/** One after the other: the library takes 0.7 GB while it reads. */
let turn: Promise<unknown> = loadLibrary();
const library = turn as Promise<Library>;

process.on('message', ({ id, image }: { id: number; image: string }) => {
  turn = turn
    .then(async () => {
      const reading = await read(await library, Buffer.from(image, 'base64'));
      process.send?.({ id, reading });
    })
    .catch((error: unknown) => process.send?.({ id, error: String(error) }));
});
process.on('disconnect', () => process.exit(0));
