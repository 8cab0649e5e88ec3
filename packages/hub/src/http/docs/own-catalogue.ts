import { statSync } from 'node:fs';
import type { FastifyRequest } from 'fastify';
import { loadTenantCatalogue, type TenantCatalogue, tenantFile } from '../../catalogue/tenant-file.ts';
import { identify } from '../api/actor.ts';
import { Limiter } from '../api/limiter.ts';
import type { ApiHost, ApiServices } from '../api/services.ts';

const GUESSES_PER_MINUTE = 60;

/**
 * The company's own catalogue, for whoever is signed in: which fields a company added is nobody else's business. Null: the
 * built-in one holds. `request` has its cookies read.
 */
export function ownCatalogue(host: ApiHost): (request: FastifyRequest) => Promise<TenantCatalogue | null> {
  const guesses = new Limiter(GUESSES_PER_MINUTE);
  const file = new TenantFile();
  return async (request) => {
    const services = host.current();
    if (services === null) return null;
    // Whoever is refused reads what everybody may.
    const actor = await identify(request, services, guesses).catch(() => null);
    return actor?.reach('catalogue.read') ? file.read(services) : null;
  };
}

/** The catalogue in the file, read anew only when the file is another one. */
class TenantFile {
  #state = '';
  #held: TenantCatalogue | null = null;

  read({ config: { folder }, log }: ApiServices): TenantCatalogue | null {
    const file = tenantFile(folder);
    const stat = statSync(file, { throwIfNoEntry: false });
    const state = stat ? [file, stat.mtimeMs, stat.size, stat.ino].join(' ') : '';
    if (state === this.#state) return this.#held;
    this.#state = state;
    try {
      this.#held = loadTenantCatalogue(folder);
    } catch (error) {
      this.#held = null;
      log.warn(
        { err: error },
        'the own catalogue cannot be read; /docs/zhibang/openapi.json is of the built-in one',
      );
    }
    return this.#held;
  }
}
