import { type ArchiveItem, someId, type World } from './world.ts';

const KEPT_FOR = 5 * 86_400_000;

/** The conversation archive behind a sidecar that has done the native SDK's work: decrypted records with their `seq`. */
export interface Archive {
  /** A text from one to others; `roomid` in a group. Answers its msgid. */
  text(from: string, to: readonly string[], content: string, roomid?: string): string;
  /** Any decrypted record; `msgid`, `action` and `msgtime` are filled in where they lack. */
  put(record: Record<string, unknown>): string;
  /** Numbers that never come: `seq` has a gap. */
  skip(count: number): void;
  /** A record whose key version is unknown: its number is there, its content is not. */
  undecipherable(): void;
  /** Items after `seq`, oldest first; what is older than five days is gone. */
  page(seq: number, limit: number): ArchiveItem[];
}

export function archiveOf(world: World): Archive {
  const add = (msgid: string, record: Record<string, unknown> | null, error?: number) =>
    world.archive.push({ seq: world.nextSeq++, msgid, at: world.now(), record, ...(error ? { error } : {}) });
  const put = (record: Record<string, unknown>): string => {
    const msgid = String(record.msgid ?? `${someId(world, '', 20)}_external`);
    add(msgid, { msgid, action: 'send', msgtime: world.now(), ...record });
    return msgid;
  };
  return {
    put,
    text: (from, to, content, roomid = '') =>
      put({ from, tolist: to, roomid, msgtype: 'text', text: { content } }),
    skip: (count) => {
      world.nextSeq += count;
    },
    undecipherable: () => void add(someId(world, '', 20), null, 10007),
    page: (seq, limit) =>
      world.archive.filter((item) => item.seq > seq && item.at > world.now() - KEPT_FOR).slice(0, limit),
  };
}
