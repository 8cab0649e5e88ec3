import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export interface Seen {
  path: string;
  headers: IncomingHttpHeaders;
  /** The client's port: one per connection. */
  port: number;
  text: string;
  body: Record<string, unknown>;
}

export interface Reply {
  status?: number;
  type?: string;
  headers?: Record<string, string | string[]>;
  /** An object is sent as JSON. */
  body?: unknown;
  /** The connection is cut instead. */
  drop?: boolean;
  /** No answer ever comes. */
  stall?: boolean;
}

type Handler = (seen: Seen) => Reply | Promise<Reply>;

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** A server that answers exactly what a test says, and keeps what it was sent. Ends with the test. */
export async function rawErp(handler: Handler): Promise<{ baseUrl: string; seen: Seen[]; server: Server }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const one: Seen = {
      path: request.url ?? '',
      headers: request.headers,
      port: request.socket.remotePort ?? 0,
      text,
      body: parsed(text),
    };
    seen.push(one);
    answer(await handler(one), response);
  });
  running.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function answer(
  { status = 200, type = 'application/json', headers = {}, body, drop, stall }: Reply,
  response: ServerResponse,
) {
  if (stall) return;
  if (drop) return response.destroy();
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
}

export const LOGIN_PATH = '/webapi/v3/ov1/login';

export function isLogin({ path }: Seen): boolean {
  return /login/i.test(path);
}

export function loggedIn(session = 'T1'): Reply {
  return { body: { header: { status: 0, message: '', session, appversion: '32.17' } } };
}

export function done(text = '保存成功'): Reply {
  return {
    body: { header: { status: 0, message: '' }, body: { model: 'message', message: { title: '', text } } },
  };
}

export function refused(message: string): Reply {
  return { body: { header: { status: 1, message }, body: {} } };
}

export function table(rows: unknown, page: unknown = undefined, cols = ['name', 'ord']): Reply {
  const source = { type_: 'table', table: { cols: cols.map((id) => ({ id, caption: id })), rows, page } };
  return { body: { header: { status: 0, message: '' }, body: { model: 'report', source } } };
}

export function bill(value: unknown, fields: Record<string, unknown>): Reply {
  const list = Object.entries(fields).map(([id, held]) => ({ id, caption: id, value: held }));
  return {
    body: { header: { status: 0, message: '' }, body: { bill: { value, groups: [{ fields: list }] } } },
  };
}

export const LOGIN_PAGE: Reply = {
  type: 'text/html',
  body: '<!DOCTYPE html><html><body><form action="login.asp"><input type="password" name="pwd"></form></body></html>',
};

export const ERROR_PAGE: Reply = {
  type: 'text/html',
  body: '<html><body><h1>Runtime Error</h1></body></html>',
};
