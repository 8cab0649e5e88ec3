import type { CatalogueEntry } from '../catalogue.ts';
import { exampleRequest } from '../example-request.ts';
import { cmdkeyOf } from './shape.ts';

/** The whole body of the example request, with `token` where the style carries it there. */
export function exampleBody(entry: CatalogueEntry, token: string): Record<string, unknown> {
  const parameters = exampleRequest(entry);
  if (entry.style === 'v3') return parameters;
  if (entry.style === 'helper') return { Token: token, Datas: parameters };
  const isLogin = entry.operation === 'login';
  // `txt:` marks clear text (wire.md "Login").
  const datas = Object.entries(parameters).map(([id, val]) => ({ id, val: isLogin ? `txt:${val}` : val }));
  const cmdkey = cmdkeyOf(entry);
  return { session: isLogin ? '' : token, ...(cmdkey === undefined ? {} : { cmdkey }), datas };
}
