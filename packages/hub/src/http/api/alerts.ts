import { tryChannels } from '../../alerts/try.ts';
import type { Handlers } from './handler.ts';

export const alertHandlers: Handlers<'alerts'> = {
  'alerts.test': async (_asked, { config }) => ({ channels: await tryChannels(config) }),
};
