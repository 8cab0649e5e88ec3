import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  document,
  EMPTY,
  ERROR_PAGE,
  failure,
  missingHandler,
  type Reply,
  rawControls,
  SERVER_ERROR,
} from './answers.ts';
import { type Call, readCall } from './call.ts';
import type { CallKind, FaultName } from './faults.ts';
import { helperReply } from './helper.ts';
import { admitted, deadToken } from './login.ts';
import { type Operation, operationOf } from './routes.ts';
import { v3Reply } from './v3.ts';
import { bump, type World } from './world.ts';

/** What becomes of a call: an answer, a dropped connection, or silence. */
type Outcome = Reply | 'drop' | 'stall';

/** The ERP's HTTP server; what `aside` answers (the control surface, pages for browsers) never reaches the API. */
export function serverOf(
  world: World,
  aside: (request: IncomingMessage, body: string) => Reply | null,
): Server {
  let underWay = 0;
  const erp = async (request: IncomingMessage, response: ServerResponse, body: string): Promise<Outcome> => {
    world.stats.maxConcurrent = Math.max(world.stats.maxConcurrent, ++underWay);
    response.once('close', () => underWay--);
    return answer(world, request, body);
  };
  const server = createServer((request, response) => {
    readBody(request)
      .then(async (body) =>
        send(request, response, aside(request, body) ?? (await erp(request, response, body))),
      )
      .catch((error: unknown) => send(request, response, { ...SERVER_ERROR, body: String(error) }));
  });
  // A pooled client may send on a connection that the default of 5 s is just closing.
  server.keepAliveTimeout = 60_000;
  return server;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function answer(world: World, request: IncomingMessage, body: string): Promise<Outcome> {
  const call = readCall(request, body);
  const operation = operationOf(world, call);
  const name = operation?.name ?? 'unknown';
  bump(world.stats.calls, name);
  if (operation?.kind === 'write') bump(world.stats.writes, name);
  await latency(world, name);
  if (!operation || request.method !== 'POST') return missingHandler(world.oddities, call.path);
  const barred = wrongType(world, call) ?? unreadable(world, call) ?? outside(world, call, operation);
  if (barred) return barred;
  return perform(world, call, operation);
}

async function latency(world: World, operation: string): Promise<void> {
  const { slowMs, slowJitterMs, slowPageMs } = world.faults;
  let wait = slowMs + (slowJitterMs > 0 ? world.dice.random() * slowJitterMs : 0);
  if (operation.endsWith('.list') && world.dice.strikes('slowPage')) wait += slowPageMs;
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

/** Systems before about 2021 want their own content type on `.asp` paths (wire.md [field]); how they refuse is assumed. */
function wrongType(world: World, call: Call): Reply | null {
  const { zsmlOnly } = world.oddities;
  if (!zsmlOnly || !call.asp || call.contentType.startsWith('application/zsml')) return null;
  if (zsmlOnly === 'html') return ERROR_PAGE;
  if (zsmlOnly === 'empty') return EMPTY;
  if (zsmlOnly === 'words') return failure(world.oddities, '请求格式错误');
  const words = '不支持的请求类型，Content-Type须为application/zsml';
  if (zsmlOnly === 'message') return document(world.oddities, '{}', { status: 1, message: words });
  return { status: 415, type: 'text', body: words };
}

function unreadable(world: World, call: Call): Reply | null {
  if (call.readable) return null;
  if (call.style === 'v3') return v3Reply(world, 500, '请求数据格式错误');
  if (call.style === 'helper') return helperReply(world, 500, '请求数据格式错误');
  return document(world.oddities, '{}', { status: 1, message: '请求数据格式错误' });
}

function outside(world: World, call: Call, operation: Operation): Reply | null {
  if (operation.kind === 'login') return null;
  const { tokenDeathEvery } = world.faults;
  const nth = tokenDeathEvery > 0 && total(world.stats.calls) % tokenDeathEvery === 0;
  if (nth) bump(world.stats.struck, 'tokenDeathEvery');
  if (nth || world.dice.strikes('tokenDeath')) world.sessions.endAll();
  return admitted(world, call) ? null : deadToken(world, call);
}

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The handler, and the faults around it. */
function perform(world: World, call: Call, operation: Operation): Outcome {
  const { kind } = operation;
  const exposed = world.faults.on.includes(kind);
  if (exposed && drops(world, kind)) return 'drop';
  const instead = exposed ? replacement(world) : null;
  // A saving call that fails with an answer may have failed before or after it took effect.
  if (instead && (kind !== 'write' || world.dice.random() < 0.5)) return instead.reply;
  const before = world.state.version;
  const reply = operation.handle(world, call);
  if (reply.refused !== undefined) bump(world.stats.refusals, reply.refused);
  const stored = kind === 'write' && world.state.version !== before;
  if (stored) bump(world.stats.stored, operation.name);
  if (stored && strikesAfter(world, 'dropAfterSave')) return 'drop';
  if (stored && strikesAfter(world, 'stallAfterSave')) return 'stall';
  if (instead) {
    if (stored) bump(world.stats.struckAfter, instead.fault);
    return instead.reply;
  }
  return exposed && world.dice.strikes('controlChars') ? withControls(reply) : reply;
}

function drops(world: World, kind: CallKind): boolean {
  return world.dice.strikes(kind === 'write' ? 'dropBeforeSave' : 'dropRead');
}

function strikesAfter(world: World, fault: FaultName): boolean {
  if (!world.dice.strikes(fault)) return false;
  bump(world.stats.struckAfter, fault);
  return true;
}

interface Replacement {
  fault: FaultName;
  reply: Reply;
}

const REPLACEMENTS: Replacement[] = [
  { fault: 'error500', reply: SERVER_ERROR },
  { fault: 'emptyBody', reply: EMPTY },
  { fault: 'htmlPage', reply: ERROR_PAGE },
];

function replacement(world: World): Replacement | null {
  return REPLACEMENTS.find(({ fault }) => world.dice.strikes(fault)) ?? null;
}

/** Raw line breaks in the answer's texts, and one in its message, so that every answer has one. */
function withControls(reply: Reply): Reply {
  if (reply.type !== 'json') return reply;
  const body = rawControls(String(reply.body)).replace(/"(message|msg|Msg)":"/, '"$1":"\n');
  return { ...reply, body };
}

const TYPES = { json: 'application/json', html: 'text/html', text: 'text/plain' };

function send(request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'stall') return;
  if (outcome === 'drop') {
    request.socket.destroy();
    return;
  }
  const body = Buffer.isBuffer(outcome.body) ? outcome.body : Buffer.from(outcome.body);
  response.writeHead(outcome.status, {
    'content-type': `${TYPES[outcome.type]}; charset=utf-8`,
    'content-length': body.length,
    ...(outcome.cookies ? { 'set-cookie': outcome.cookies } : {}),
    ...(outcome.location ? { location: outcome.location } : {}),
  });
  response.end(body);
}
