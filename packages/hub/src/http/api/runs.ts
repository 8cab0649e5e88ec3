import type { Task } from '@bangqiao/api';
import { nameOf } from '../../customers/index.ts';
import { cancelWrite } from '../../desk/writes.ts';
import { labelOf } from '../../explain/labels.ts';
import { withMaskedPhones } from '../../explain/masking.ts';
import { inWords } from '../../explain/phrases.ts';
import type { Plan } from '../../plan/plan-file.ts';
import { standingOf } from '../../plan/standing.ts';
import { openQuestion } from '../../plan/waiting.ts';
import { viewOfRun } from '../../status/index.ts';
import type { Executor } from '../../store/index.ts';
import type { Hub } from '../../sync/hub.ts';
import { changesOf } from '../../undo/changes.ts';
import { countLeft } from '../../undo/still.ts';
import { undoneAmong } from '../../undo/undone.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { authorOf, type Context, type Handlers } from './handler.ts';
import { hubOf } from './hub.ts';
import { forEach } from './many.ts';
import { shownTo } from './own.ts';
import { listPlans, planIdOf, planOf } from './plan-files.ts';
import { refusals } from './refusals.ts';
import { shownRun } from './run-view.ts';

/** Values of a run that are listed. */
const MOST_CHANGES = 500;
const MOST_PLANS = 50;
/** Customers whom a stopped plan is told by. */
const EXAMPLES = 5;

export const runHandlers: Handlers<'runs'> = {
  'runs.list': async ({ query: { limit, cursor } }, context) => {
    const { db } = context.store;
    let query = db
      .selectFrom('sync_runs')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(limit + 1);
    const place = fromCursor(cursor, 'number');
    if (place !== null) query = query.where('id', '<', place[1]);
    const rows = await query.execute();
    const shown = rows.slice(0, limit);
    const counts = await db
      .selectFrom('erp_field_changes')
      .select(['run_id', (select) => select.fn.countAll<number>().as('count')])
      .where('run_id', 'in', [0, ...shown.map(({ id }) => id)])
      .groupBy('run_id')
      .execute();
    const undone = await undoneAmong(
      db,
      shown.map(({ id }) => id),
    );
    const items = shown.map((row) => ({
      ...lineOf(row),
      undone: undone.get(row.id) ?? null,
      changed_values: Number(counts.find(({ run_id }) => run_id === row.id)?.count ?? 0),
    }));
    const last = shown.at(-1)?.id ?? 0;
    return withMaskedPhones({ items, next: toCursor(rows.length > limit ? [last, last] : null) });
  },
  'runs.show': async ({ params: { id } }, context) => {
    const { db } = context.store;
    const row = await db.selectFrom('sync_runs').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw refusals.notThere(`#${id}`);
    const changes = await db
      .selectFrom('erp_field_changes as change')
      .innerJoin('customers_unified as customer', 'customer.id', 'change.customer_id')
      .select(['change.field', 'change.erp_before', 'change.erp_after', 'change.changed_at', 'customer.id'])
      .select(['company_name', 'real_name', 'wechat_nickname', 'wechat_remark'])
      .where('change.run_id', '=', id)
      .orderBy('change.id')
      .limit(MOST_CHANGES + 1)
      .execute();
    const undone = (await undoneAmong(db, [id])).get(id);
    const read = (await changesOf(db, id)).changes.filter(({ side }) => side === 'hub').length;
    return shownTo(context, {
      run: lineOf(row),
      undone: undone ? { ...undone, left: await countLeft(db, id) } : null,
      changes: changes.slice(0, MOST_CHANGES).map((change) => ({
        customer_id: change.id,
        customer: nameOf(change),
        field: change.field,
        label: labelOf(change.field),
        before: change.erp_before,
        after: change.erp_after,
        at: change.changed_at,
      })),
      more: changes.length > MOST_CHANGES,
      read,
    });
  },
  'runs.start': async ({ body: { kind, light, customers, accept } }, context) => {
    const plan = accept === undefined ? null : await planOf(context.config, accept);
    return begin(context, kind, kind, {
      light,
      ...(customers ? { only: customers } : {}),
      ...(plan ? { accept: plan } : {}),
    });
  },
  'runs.undo': async ({ params, body }, context) => {
    const undo = { run: params.id, dryRun: body.dry_run, yes: body.yes };
    return begin(context, body.dry_run ? 'undo_look' : 'undo', 'undo', { undo, by: authorOf(context).by });
  },
};

export const planHandlers: Handlers<'plans'> = {
  'plans.list': async (_asked, { store, config }) => {
    const plans = [];
    for (const { id, plan } of await listPlans(config, MOST_PLANS))
      plans.push(await headOf(store.db, id, plan));
    return { plans };
  },
  'plans.waiting': async (_asked, { store, config }) => {
    const question = await openQuestion(store.db);
    const id = question === null ? null : planIdOf(question.asked.file ?? '');
    const plan = id === null ? null : await planOf(config, id).catch(() => null);
    if (question === null || id === null || plan === null) return { plans: [] };
    const { runId, since, asked } = question;
    const about = {
      run_id: runId,
      code: asked.code as 'breaker' | 'breaker_gone',
      why: asked.userMessage,
      since,
      examples: plan.rows.slice(0, EXAMPLES).map(({ kind, name }) => ({ kind, name })),
    };
    return withMaskedPhones({ plans: [{ ...(await headOf(store.db, id, plan)), ...about }] });
  },
  'plans.refuse': async ({ params: { id } }, context) => {
    const plan = await planOf(context.config, id);
    const writes = plan.rows.map(({ journal }) => journal);
    return forEach(
      writes,
      async (write) => void (await cancelWrite(context.store, write, authorOf(context))),
    );
  },
  'plans.show': async ({ params: { id }, query: { from, limit } }, context) => {
    const plan = await planOf(context.config, id);
    return shownTo(context, {
      ...(await headOf(context.store.db, id, plan)),
      items: plan.rows.slice(from, from + limit).map((row) => ({
        customer: row.customer,
        kind: row.kind,
        name: row.name,
        ord: row.ord,
        rule: row.rule,
        reason: inWords(row.reason),
        fields: Object.entries(row.fields).map(([field, [before, after]]) => ({
          field,
          label: labelOf(field),
          from: before,
          to: after,
        })),
      })),
    });
  },
  'plans.make': async (_asked, context) => begin(context, 'plan', 'sync', { planOnly: { file: null } }),
  'plans.apply': async ({ params: { id }, body }, context) => {
    const plan = await planOf(context.config, id);
    return begin(context, 'apply', 'sync', { apply: { plan, skipMoved: body.skip_moved } });
  },
};

export const taskHandlers: Handlers<'tasks'> = {
  'tasks.list': async (_asked, context) => shownTo(context, { tasks: [...context.tasks.list()] }),
  'tasks.show': async ({ params: { id } }, context) => {
    const task = context.tasks.find(id);
    if (!task) throw refusals.notThere(id);
    return shownTo(context, task);
  },
};

type RunOptions = Omit<Parameters<Hub['run']>[1], 'trigger'>;

function begin(
  context: Context,
  task: Task['kind'],
  kind: Parameters<Hub['run']>[0],
  options: RunOptions,
): Promise<{ task: Task }> {
  const hub = hubOf(context);
  const { by } = authorOf(context);
  return Promise.resolve({
    task: context.tasks.start(task, by, context.clock, (progress, signal) =>
      hub.run(kind, { ...options, trigger: 'cli', progress, signal }),
    ),
  });
}

function lineOf(row: Parameters<typeof viewOfRun>[0]) {
  return shownRun(viewOfRun(row));
}

async function headOf(db: Executor, id: number, plan: Plan) {
  const { made_at, rows, gone, cost, totals } = plan;
  const standing = await standingOf(db, plan);
  return { id, made_at, rows: rows.length, gone: gone.length, cost, totals, standing };
}
