import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CONTACT_HANDLERS, type Handler } from './external-contact.ts';
import { getToken, refusalAtGate, type SimCall } from './gate.ts';
import { KF_HANDLERS } from './kf-calls.ts';
import { type Answer, ok, refuse } from './reply.ts';
import { robotAnswer } from './robots.ts';
import { strikes, type World } from './world.ts';

const HANDLERS: Readonly<Record<string, Handler>> = {
  ...CONTACT_HANDLERS,
  ...KF_HANDLERS,
  '/cgi-bin/getcallbackip': () => ok({ ip_list: ['127.0.0.1'] }),
};

/** Answers for `/__sim/…` and the archive, which no fault touches; null: not theirs. */
export type Aside = (call: SimCall, method: string) => { status: number; body: unknown } | null;

export function serverOf(world: World, aside: Aside): Server {
  const server = createServer((request, response) => {
    readCall(request)
      .then((call) => answer(world, aside, call, request.method ?? 'GET'))
      .catch((error: unknown): Said => ({ status: 400, body: { error: String(error) } }))
      .then((said) => (said === 'drop' ? request.socket.destroy() : send(response, said)));
  });
  // A pooled client may send on a connection that the default of 5 s is just closing.
  server.keepAliveTimeout = 60_000;
  return server;
}

async function readCall(request: IncomingMessage): Promise<SimCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const text = Buffer.concat(chunks).toString('utf8');
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  const ip = (request.socket.remoteAddress ?? '').replace('::ffff:', '');
  return { path: url.pathname, query: url.searchParams, body, ip };
}

type Said = { status: number; body: unknown } | 'drop';

function answer(world: World, aside: Aside, call: SimCall, method: string): Said {
  const beside = aside(call, method);
  if (beside) return beside;
  const { faults, stats } = world;
  stats.calls[call.path] = (stats.calls[call.path] ?? 0) + 1;
  if (strikes(world, faults.drop)) return 'drop';
  if (strikes(world, faults.proxyPage)) return { status: 502, body: '<html><body>Bad Gateway</body></html>' };
  const body = robotAnswer(world, call) ?? counted(world, wecomAnswer(world, call));
  return strikes(world, faults.dropAfter) ? 'drop' : { status: 200, body };
}

function wecomAnswer(world: World, call: SimCall): Answer {
  if (strikes(world, world.faults.busy)) return refuse(-1);
  if (call.path === '/cgi-bin/gettoken') return getToken(world, call);
  const handler = HANDLERS[call.path];
  if (!handler) return refuse(48002);
  return refusalAtGate(world, call) ?? handler(world, call);
}

function counted(world: World, said: Answer): Answer {
  const { refusals } = world.stats;
  if (said.errcode !== 0) refusals[said.errcode] = (refusals[said.errcode] ?? 0) + 1;
  return said;
}

function send(response: ServerResponse, { status, body }: Exclude<Said, 'drop'>): void {
  const html = typeof body === 'string';
  const bytes = Buffer.from(html ? body : JSON.stringify(body));
  const type = html ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': `${type}; charset=UTF-8`, 'content-length': bytes.length });
  response.end(bytes);
}
