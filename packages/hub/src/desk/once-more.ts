import { CustomerMoved } from '../customers/index.ts';
import { HubError } from '../errors.ts';
import { WriteMoved } from '../journal/journal.ts';

/**
 * Carries out what a person asks for, in a transaction of its own. Where somebody else wrote the same customer or write at this very
 * moment, most often a sync, it reads and decides anew, once.
 * @throws HubError `customer_moved` when that happened twice
 */
export async function onceMore<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isMoved(error)) throw error;
  }
  try {
    return await attempt();
  } catch (error) {
    throw isMoved(error) ? moved(error) : error;
  }
}

function isMoved(error: unknown): boolean {
  return error instanceof CustomerMoved || error instanceof WriteMoved;
}

function moved(cause: unknown): HubError {
  return new HubError({
    code: 'customer_moved',
    exitCode: 1,
    zh: '这位客户的资料正在被别的操作修改（例如同步），这一步没有做。',
    en: 'Something else, like a sync, is changing this customer at this very moment; this was not done.',
    nextZh: '过几秒再试',
    nextEn: 'Try again in a few seconds',
    cause,
  });
}
