import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createLicenceReader } from '../src/index.ts';
import { isInstalled } from '../src/library.ts';

/** The library is 335 MB and comes by choice (`npm run ocr:install`): without it only its absence can be tested. */
const installed = isInstalled();

test.skipIf(installed)('without the library there is no reader, and nothing else is missing', async () => {
  expect(await createLicenceReader()).toBeNull();
});

interface Sharp {
  rotate(degrees: number, options?: object): Sharp;
  blur(sigma: number): Sharp;
  jpeg(options: object): Sharp;
  png(): Sharp;
  toBuffer(): Promise<Buffer>;
}

async function pictures(): Promise<(image: Buffer | object) => Sharp> {
  const library = createRequire(new URL('../library/package.json', import.meta.url));
  return (await import(pathToFileURL(library.resolve('sharp')).href)).default;
}

test.runIf(installed)(
  'a licence is read as it is photographed: straight, turned, askew; anything else is said to be none',
  {
    timeout: 600_000,
  },
  async () => {
    const reader = (await createLicenceReader())!;
    onTestFinished(() => reader.close());
    const sharp = await pictures();
    const straight = await readFile(new URL('pictures/licence.png', import.meta.url));
    const fields = { credit_code: '91330106MA2EXAMPL9', company_name: '杭州示例泵业有限公司' };
    const read = async (image: Buffer) => await reader.readLicence(image);
    const { turned, problem, ...rest } = await read(straight);
    expect([rest.fields, turned, problem]).toEqual([fields, undefined, undefined]);
    expect(rest.confidence).toBeGreaterThan(0.9);
    for (const degrees of [90, 180, 270]) {
      const image = await sharp(straight).rotate(degrees).png().toBuffer();
      expect(await read(image)).toMatchObject({ fields, turned: 360 - degrees });
    }
    const askew = sharp(straight).rotate(4, { background: '#888' }).blur(0.8).jpeg({ quality: 40 });
    expect(await read(await askew.toBuffer())).toMatchObject({ fields });
    const blank = sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } }).png();
    expect(await read(await blank.toBuffer())).toEqual({ fields: {}, confidence: 0, problem: 'no_licence' });
    expect(await read(Buffer.from('no picture'))).toEqual({
      fields: {},
      confidence: 0,
      problem: 'unreadable',
    });
  },
);
