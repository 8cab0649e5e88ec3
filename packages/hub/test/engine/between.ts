import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One call as it passes. */
export interface Passing {
  path: string;
  /** Of an `ov1` call, by id. */
  datas: Record<string, string>;
}

/** What comes instead of the ERP's answer; undefined: that answer. `answer` is its text. */
export type Change = (call: Passing, answer: string) => string | undefined;

/** A server between a hub and the stand-in ERP at `url`, which passes everything on; `change` may be set at any time. */
export async function between(url: string): Promise<{ url: string; change: Change; calls: Passing[] }> {
  const passage = { url: '', change: (() => undefined) as Change, calls: [] as Passing[] };
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const call = { path: String(request.url), datas: datasOf(body) };
    passage.calls.push(call);
    const headers = { 'content-type': String(request.headers['content-type']) };
    const token = request.headers['zbapi-token'];
    const answered = await fetch(`${url}${request.url}`, {
      method: 'POST',
      headers: token ? { ...headers, 'zbapi-token': String(token) } : headers,
      body,
    });
    const answer = await answered.text();
    const text = passage.change(call, answer) ?? answer;
    const type = text.startsWith('<') ? 'text/html' : 'application/json';
    response.writeHead(answered.status, { 'content-type': `${type}; charset=utf-8` });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  passage.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return passage;
}

/** An `ov1` refusal in these words. */
export function refusal(words: string): string {
  return JSON.stringify({ header: { status: 1, message: words }, body: {} });
}

/** Whether a call opens the detail of a customer, of this one where it is named. */
export function isDetail({ path, datas }: Passing, ord?: number): boolean {
  return /custom\/add(\.asp)?\?edit=1/.test(path) && (ord === undefined || datas.ord === String(ord));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function datasOf(body: string): Record<string, string> {
  const { datas } = JSON.parse(body || '{}') as { datas?: { id: string; val: unknown }[] };
  return Array.isArray(datas) ? Object.fromEntries(datas.map(({ id, val }) => [id, String(val)])) : {};
}
