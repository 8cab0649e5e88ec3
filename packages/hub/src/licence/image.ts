import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { HubError } from '../errors.ts';

/** Bytes; a photo of a telephone has a few million. */
export const LARGEST_IMAGE = 20 * 1024 * 1024;

const FOLDER = join('storage', 'licences');

/** Beginnings of the files that scanners and telephones make. */
const KINDS: readonly { ending: string; fits: (bytes: Buffer) => boolean }[] = [
  { ending: 'jpg', fits: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { ending: 'png', fits: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) },
  {
    ending: 'webp',
    fits: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { ending: 'pdf', fits: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-' },
];

/**
 * Keeps the picture beside the configuration, for its owner alone to read; the path relative to `folder`. The same picture again is the
 * same file.
 * @throws HubError `not_an_image`, `image_too_large`
 */
export async function keepImage(folder: string, customerId: number, bytes: Buffer): Promise<string> {
  const kind = KINDS.find(({ fits }) => fits(bytes));
  if (!kind) throw notAnImage();
  if (bytes.length > LARGEST_IMAGE) throw tooLarge();
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const path = join(FOLDER, `${customerId}-${digest}.${kind.ending}`);
  await mkdir(join(folder, FOLDER), { recursive: true, mode: 0o700 });
  const draft = join(folder, FOLDER, `.${randomBytes(8).toString('hex')}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, join(folder, path));
  return path;
}

function notAnImage(): HubError {
  return new HubError({
    code: 'not_an_image',
    exitCode: 2,
    zh: '这个文件不是图片（JPEG、PNG、WebP）也不是 PDF',
    en: 'The file is no picture (JPEG, PNG, WebP) and no PDF',
    nextZh: '换成营业执照的照片或扫描件',
    nextEn: 'Give a photo or a scan of the business licence',
  });
}

function tooLarge(): HubError {
  return new HubError({
    code: 'image_too_large',
    exitCode: 2,
    zh: '图片太大（最大 20 MB）',
    en: 'The picture is too large (20 MB at most)',
    nextZh: '压缩后再上传',
    nextEn: 'Make it smaller first',
  });
}
