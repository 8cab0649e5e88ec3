import type { ValueSource } from '@bangqiao/core';

/** Who writes, why, and when: stands in every history row of the write. */
export interface WriteContext {
  /** A person or a part of the hub: `import`, `sync (cli)`. */
  by: string;
  reason: string;
  /** Where the values come from; `erp` marks what was read there, which is no change of the hub's side. */
  source: ValueSource;
  runId: number | null;
  /** ISO-8601, UTC, milliseconds. */
  now: string;
  /** Which message or read says so, as JSON text. */
  evidence?: string | null;
}
