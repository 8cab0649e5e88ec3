import {
  type CallRecord,
  type ClientOptions,
  createClient,
  type ListPage,
  type Sweep,
} from '@bangqiao/zhibang';

/** A client as the tests want it: short back-offs, no jitter, every call kept in `calls`. */
export function testClient(baseUrl: string, options: Partial<ClientOptions> = {}) {
  const calls: CallRecord[] = [];
  const client = createClient({
    baseUrl,
    username: 'demo',
    password: 'demo-pass',
    serialNumber: 'test0001',
    backoffMs: 1,
    onCall: (call) => calls.push(call),
    ...options,
  });
  return { client, calls };
}

/** All pages of a sweep as they came, and what it says in the end. */
export async function drain(sweep: Sweep) {
  const pages: ListPage[] = [];
  for await (const page of sweep) pages.push(page);
  const ords = new Set(pages.flatMap((page) => page.rows.map((row) => row.ord)));
  return { pages, ords, outcome: sweep.outcome() };
}
