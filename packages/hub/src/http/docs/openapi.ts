import { openApiDocument } from '@bangqiao/zhibang';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TenantCatalogue } from '../../catalogue/tenant-file.ts';
import { LANGUAGES, pageAddress } from './address.ts';

/** `openapi.json` beside the pages: of the catalogue that `own` gives for a request, else of the built-in one. */
export function openApiRoutes(
  app: FastifyInstance,
  own: (request: FastifyRequest) => Promise<TenantCatalogue | null> = async () => null,
): void {
  for (const lang of LANGUAGES) {
    // Making one takes long enough that nobody should be able to ask for it again and again.
    const made = new WeakMap<object, string>();
    app.get(pageAddress(lang, 'openapi.json'), async (request, reply) => {
      const tenant = await own(request);
      const of = tenant ?? BUILT_IN;
      const text = made.get(of) ?? JSON.stringify(openApiDocument(lang, tenant ?? undefined));
      made.set(of, text);
      return reply.type('application/json; charset=utf-8').send(text);
    });
  }
}

const BUILT_IN = {};
