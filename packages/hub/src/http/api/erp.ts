import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CallName,
  type CatalogueEntry,
  catalogue,
  draftCall,
  searchCatalogue,
  writes,
} from '@bangqiao/zhibang';
import { sql } from 'kysely';
import { tenantCatalogue } from '../../catalogue/index.ts';
import { nameOfCall } from '../../erp/call-names.ts';
import { HubError } from '../../errors.ts';
import { withMaskedPhones } from '../../explain/masking.ts';
import type { Executor } from '../../store/index.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { actorOf, type Handlers } from './handler.ts';
import { hubOf } from './hub.ts';
import { refusals } from './refusals.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Calls of the last hour that the figures are made of. */
const MOST_CALLS = 20_000;
/** Endpoints that are listed, the most called. */
const MOST_ENDPOINTS = 20;

export const erpHandlers: Handlers<'erp'> = {
  'erp.calls': async ({ query: { ok, endpoint, limit, cursor } }, { store, config, hub }) => {
    // Calls are written together: those of this moment have to be among them.
    await hub?.erp.log.flush();
    let query = store.db
      .selectFrom('erp_api_logs')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(limit + 1);
    const place = fromCursor(cursor, 'number');
    if (place !== null) query = query.where('id', '<', place[1]);
    if (ok !== undefined) query = query.where('is_success', '=', ok);
    if (endpoint !== undefined) query = query.where('api_endpoint', '=', endpoint);
    const rows = await query.execute();
    const entries = entriesOf(config.folder);
    const items = rows.slice(0, limit).map((row) => ({
      id: row.id,
      endpoint: row.api_endpoint,
      name: nameOfCall(row.api_endpoint, entries),
      params: row.request_params,
      status: row.response_status,
      response: row.response_body,
      ms: row.response_time_ms,
      ok: row.is_success === null ? null : Boolean(row.is_success),
      error: row.error_message,
      at: row.called_at,
      by: row.called_by,
    }));
    const last = items.at(-1)?.id ?? 0;
    return withMaskedPhones({ items, next: toCursor(rows.length > limit ? [last, last] : null) });
  },
  'erp.access': async (_asked, { store, config, hub, clock }) => {
    await hub?.erp.log.flush();
    const erp = hub?.erp.identity ?? null;
    const sessionFile = join(config.folder, 'storage', 'session');
    const isKept = existsSync(sessionFile);
    const refused = await store.db
      .selectFrom('refused_logins')
      .select(['refused_at', 'captcha', 'message'])
      .orderBy('id', 'desc')
      .limit(10)
      .execute();
    return withMaskedPhones({
      erp: erp === null ? null : { kind: erp.kind, base_url: erp.base_url, account: erp.account },
      session: { kept: isKept, since: isKept ? statSync(sessionFile).mtime.toISOString() : null },
      budget: {
        per_minute: config.limits.calls_per_minute,
        used: config.limits.calls_per_minute === 0 ? null : await usedOf(store.db, clock()),
      },
      last_hour: await lastHour(store.db, new Date(clock().getTime() - HOUR_MS).toISOString()),
      refused: refused.map((row) => ({
        at: row.refused_at,
        captcha: Boolean(row.captcha),
        message: row.message,
      })),
    });
  },
  'erp.users': async (_asked, context) => {
    const users = await hubOf(context).erp.client.options.users();
    return { users: users.map(({ id, label }) => ({ id: String(id), name: label })) };
  },
};

async function usedOf(db: Executor, now: Date): Promise<number> {
  const rows = await db.selectFrom('call_budgets').select('taken').execute();
  const since = now.getTime() - MINUTE_MS;
  const taken = rows.flatMap((row) => JSON.parse(String(row.taken)) as [number, number][]);
  return taken.filter(([at]) => at > since).reduce((sum, [, calls]) => sum + calls, 0);
}

async function lastHour(db: Executor, since: string) {
  const rows = await db
    .selectFrom('erp_api_logs')
    .select(['api_endpoint', 'is_success', sql<number>`coalesce(response_time_ms, 0)`.as('ms')])
    .where('called_at', '>=', since)
    .orderBy('id', 'desc')
    .limit(MOST_CALLS)
    .execute();
  const byEndpoint = Map.groupBy(rows, (row) => row.api_endpoint);
  const figures = (of: typeof rows) => ({
    calls: of.length,
    failed: of.filter((row) => !row.is_success).length,
    mean_ms: of.length === 0 ? null : Math.round(of.reduce((sum, { ms }) => sum + ms, 0) / of.length),
  });
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    ...figures(rows),
    p95_ms: times[Math.floor(times.length * 0.95)] ?? null,
    by_endpoint: [...byEndpoint]
      .map(([endpoint, of]) => ({ endpoint, ...figures(of), mean_ms: figures(of).mean_ms ?? 0 }))
      .sort((a, b) => b.calls - a.calls)
      .slice(0, MOST_ENDPOINTS),
  };
}

export const catalogueHandlers: Handlers<'catalogue'> = {
  'catalogue.list': async ({ query: { q } }, { config }) => {
    const own = tenantCatalogue(config.folder);
    const entries = own ?? catalogue();
    const found = q === undefined ? entries : searchCatalogue(q, entries);
    return { own: own !== undefined, entries: found.map(lineOf) };
  },
  'catalogue.show': async ({ params }, { config }) => {
    const entry = entryNamed(params.entry, config.folder);
    const { request = [], response = [] } = entry;
    return {
      ...lineOf(entry),
      request: request.map((field) => ({ ...field })),
      response: response.map((field) => ({ ...field })),
    };
  },
  'catalogue.try': async ({ params, body }, context) => {
    const entry = entryNamed(params.entry, context.config.folder);
    if (entry.style === 'page') throw refusals.notThere(params.entry);
    const sent = { ...draftCall(entry, body.params) };
    if (changesErp(entry) && !body.dry_run) {
      if (actorOf(context).reach('catalogue.write') === null) throw refusals.notAllowed();
      if (!body.write) throw notConfirmed();
    }
    if (body.dry_run) return { sent, result: null };
    const { client } = hubOf(context).erp;
    const result = await client.call(entry.call as CallName, body.params as never);
    return withMaskedPhones({ sent, result });
  },
};

/** The company's own, or the built-in ones. */
function entriesOf(folder: string): readonly CatalogueEntry[] {
  return tenantCatalogue(folder) ?? catalogue();
}

function entryNamed(name: string, folder: string): CatalogueEntry {
  const entry = entriesOf(folder).find(({ id, call }) => String(id) === name || call === name);
  if (entry === undefined) throw refusals.notThere(name);
  return entry;
}

/** A login or logout would throw the hub's own session out. */
function changesErp(entry: CatalogueEntry): boolean {
  return writes(entry) || entry.operation === 'login' || entry.operation === 'logout';
}

function lineOf(entry: CatalogueEntry) {
  const { id, call, name, nameEn, category, style, path, operation, documented } = entry;
  return {
    id,
    call,
    name,
    name_en: nameEn,
    category: [...category],
    style,
    path,
    operation: operation ?? null,
    documented: documented ?? null,
    writes: changesErp(entry),
  };
}

function notConfirmed(): HubError {
  return new HubError({
    code: 'write_not_confirmed',
    exitCode: 3,
    zh: '这个接口会改动 ERP，没有确认，什么都没有发送。',
    en: 'This endpoint changes the ERP; not confirmed, nothing was sent.',
    nextZh: '确认要写入，请写明 write: true；dry_run: true 只显示会发送什么',
    nextEn: 'Say write: true to write; dry_run: true shows what would be sent',
  });
}
