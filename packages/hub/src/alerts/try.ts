import type { Bilingual } from '@bangqiao/core';
import type { Config } from '../config/index.ts';
import { failureOf } from '../failure.ts';
import { channelsOf } from './channels.ts';
import { testMessage } from './message.ts';

/** How a channel took the test. */
export interface Tried {
  channel: string;
  ok: boolean;
  code: string | null;
  said: Bilingual;
  next: Bilingual | null;
}

/** Sends a test to every channel that the configuration names; none stops the others. */
export async function tryChannels(config: Pick<Config, 'alerts'>): Promise<Tried[]> {
  return await Promise.all(
    channelsOf(config).map(async ({ name, send }): Promise<Tried> => {
      try {
        await send(testMessage(config.alerts.language));
        return {
          channel: name,
          ok: true,
          code: null,
          said: { zh: '已送到', en: 'it was taken' },
          next: null,
        };
      } catch (error) {
        const { code, message, next } = failureOf(error);
        return { channel: name, ok: false, code, said: message, next };
      }
    }),
  );
}
