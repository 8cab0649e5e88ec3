import { listViews, removeView, saveView } from '../../users/views.ts';
import { actorOf, type Handlers } from './handler.ts';
import { refusals } from './refusals.ts';

export const viewHandlers: Handlers<'views'> = {
  'views.list': async (_asked, context) => ({
    views: await listViews(context.store.db, actorOf(context).user.id),
  }),
  'views.save': async ({ body }, context) =>
    saveView(context.store, actorOf(context).user.id, body, context.clock().toISOString()),
  'views.remove': async ({ params }, context) => {
    const removed = await removeView(context.store.db, actorOf(context).user.id, params.id);
    if (removed === null) throw refusals.notThere(`#${params.id}`);
    context.deed.before = removed;
    return removed;
  },
};
