export type ExportEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const BLOCK = 64 * 1024;

/**
 * The text of a file, without its byte-order mark. The encoding is the one of the mark; else UTF-16 where every second
 * byte is zero; else UTF-8 where the first bytes beyond ASCII read as such (a few broken ones do not count), else GB18030,
 * which holds GBK. ASCII goes through until something decides.
 */
export async function* textIn(
  chunks: AsyncIterable<Uint8Array>,
  forced?: ExportEncoding,
): AsyncGenerator<string, void> {
  let decoder = forced ? new TextDecoder(forced) : null;
  for await (const block of inBlocks(chunks)) {
    if (!decoder) {
      const encoding = encodingOf(block);
      if (encoding === 'ascii') {
        yield block.toString('latin1');
        continue;
      }
      decoder = new TextDecoder(encoding);
    }
    yield decoder.decode(block, { stream: true });
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

/** Chunks joined to at least a block each, the last one apart: enough to judge by. */
async function* inBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < BLOCK) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

function encodingOf(block: Buffer): ExportEncoding | 'ascii' {
  if (block[0] === 0xff && block[1] === 0xfe) return 'utf-16le';
  if (block[0] === 0xfe && block[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  let plain = true;
  for (let at = 0; at < block.length; at++) {
    const byte = block[at]!;
    if (byte === 0) zeros[at % 2]!++;
    else if (byte > 0x7f) plain = false;
  }
  if (zeros[0]! + zeros[1]! > block.length / 20) return zeros[1]! >= zeros[0]! ? 'utf-16le' : 'utf-16be';
  if (plain) return 'ascii';
  const text = new TextDecoder('utf-8').decode(block, { stream: true });
  const foreign = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const broken = text.match(/�/g)?.length ?? 0;
  return broken * 20 <= foreign ? 'utf-8' : 'gb18030';
}
