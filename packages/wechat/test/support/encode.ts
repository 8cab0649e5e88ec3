/** Two-byte GB18030 of every character that has one, by asking the decoder. */
const GBK = new Map<string, [number, number]>();
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const char = new TextDecoder('gb18030').decode(Uint8Array.of(high, low));
    if ([...char].length === 1 && char !== '�' && !GBK.has(char)) GBK.set(char, [high, low]);
  }

export function gbk(text: string): Buffer {
  return Buffer.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : GBK.get(char)!)));
}

export function utf16(text: string, order: 'le' | 'be', mark = true): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
