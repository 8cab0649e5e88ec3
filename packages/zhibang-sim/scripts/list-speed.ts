// How many list pages of 500 rows a second does the stand-in ERP serve on one core, first and second walk?
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { cpuUsage } from 'node:process';
import { createSim } from '../src/index.ts';

const CUSTOMERS = 100_000;
const PAGE = 500;
const IN_FLIGHT = 4;

if (process.argv[2] === 'serve') await serve();
else await measure();

/** The server is a process of its own, so that the client's work does not count. */
async function serve(): Promise<void> {
  const sim = createSim({ customers: CUSTOMERS });
  process.send?.(await sim.listen());
  process.on('message', () => process.send?.({ cpu: cpuUsage(), rss: process.memoryUsage().rss }));
  process.on('disconnect', () => process.exit());
}

interface Usage {
  cpu: NodeJS.CpuUsage;
  rss: number;
}

async function measure(): Promise<void> {
  const child = fork(import.meta.filename, ['serve']);
  const next = <T>(): Promise<T> =>
    new Promise((resolve) => child.once('message', (message) => resolve(message as T)));
  const base = await next<string>();
  const usage = async (): Promise<Usage> => {
    child.send('usage');
    return next<Usage>();
  };
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const post = poster(base, agent);
  const datas = (values: Record<string, string>) => Object.entries(values).map(([id, val]) => ({ id, val }));
  const login = await post('login', {
    datas: datas({ user: 'txt:demo', password: 'txt:demo-pass', serialnum: 'txt:SPEED' }),
  });
  const session = /"session":"(\w+)"/.exec(login.toString())?.[1];
  for (const walk of ['first walk', 'second walk']) {
    const before = await usage();
    const start = performance.now();
    let index = 1;
    let bytes = 0;
    let pages = 0;
    const worker = async (): Promise<void> => {
      while (index <= CUSTOMERS / PAGE) {
        const asked = { pagesize: String(PAGE), pageindex: String(index++), _rpt_sort: 'ord' };
        const page = await post('salesmanage/custom/list', {
          session,
          cmdkey: 'refresh',
          datas: datas(asked),
        });
        bytes += page.length;
        pages++;
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
    const seconds = (performance.now() - start) / 1000;
    const after = await usage();
    const core = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1e6;
    const figures = {
      walk,
      pages,
      perSecond: Math.round(pages / seconds),
      perCoreSecond: Math.round(pages / core),
    };
    console.log(
      JSON.stringify({
        ...figures,
        megabytes: Math.round(bytes / 1e6),
        rssMegabytes: Math.round(after.rss / 1e6),
      }),
    );
  }
  agent.destroy();
  child.disconnect();
}

function poster(base: string, agent: Agent): (path: string, body: object) => Promise<Buffer> {
  return (path, body) =>
    new Promise((resolve, reject) => {
      const call = request(`${base}/webapi/v3/ov1/${path}`, { method: 'POST', agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      });
      call.on('error', reject);
      call.end(JSON.stringify(body));
    });
}
