import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BuiltFile, BuiltFiles } from './built-files.ts';

/** antd writes its styles into the page while it runs; scripts come from here only. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The files that the console's page asks for. Their names carry a hash, so a browser may keep them for ever. */
export function consoleRoutes(app: FastifyInstance, built: BuiltFiles): void {
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const file = await built.asset(request.params.name);
    if (file === null) return reply.callNotFound();
    return sendFile(request, reply, file, 'public, max-age=31536000, immutable');
  });
  app.get('/icon.svg', async (request, reply) => {
    const file = await built.file('icon.svg');
    return file === null ? reply.callNotFound() : sendFile(request, reply, file, 'public, max-age=86400');
  });
}

/** The console's page, for `/` and every address inside it. */
export function sendConsole(request: FastifyRequest, reply: FastifyReply, page: BuiltFile): FastifyReply {
  reply.header('content-security-policy', POLICY).header('referrer-policy', 'same-origin');
  return sendFile(request, reply, page, 'no-store');
}

/** Whether a browser asks for a page here: an address inside the console that the server itself does not know. */
export function asksForPage(request: FastifyRequest): boolean {
  const wantsHtml = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  return wantsHtml && !/^\/(api|docs|assets)(\/|$)/.test(request.url.split('?')[0] ?? '');
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: BuiltFile, keep: string): FastifyReply {
  const isSmall = file.gzipped !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  reply.type(file.type).header('cache-control', keep).header('vary', 'accept-encoding');
  if (isSmall) reply.header('content-encoding', 'gzip');
  return reply.send(isSmall ? file.gzipped : file.body);
}
