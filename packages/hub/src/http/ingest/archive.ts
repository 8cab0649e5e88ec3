import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { archiveItem, takeArchive } from '../../ingest/archive.ts';
import { refuse } from '../answer.ts';
import type { IngestPorts } from './ports.ts';
import { signedJson, takeRawBodies } from './signed.ts';

const BODY_LIMIT = 32 * 1024 * 1024;
/** The SDK gives a thousand at once. */
const MOST_ITEMS = 5000;

const items = z.array(archiveItem).min(1).max(MOST_ITEMS);
const envelope = z.union([items, z.strictObject({ items }), archiveItem.transform((item) => [item])]);

/**
 * `POST /ingest/archive`: decrypted records of the conversation archive, from a sidecar that has WeCom's native SDK. One item
 * `{seq, msgid, at, record|null, error?}`, an array, or `{items}`. Answers `{seq, accepted, duplicate, ignored}`; `seq` is where the
 * sidecar goes on. Signed as `/ingest/events`.
 */
export function archiveRoutes(scope: FastifyInstance, ports: IngestPorts): void {
  takeRawBodies(scope, BODY_LIMIT);
  scope.post(
    '/ingest/archive',
    signedJson(ports, async (intake, json, reply) => {
      const read = envelope.safeParse(json);
      if (!read.success) return refuse(reply, NO_ITEMS);
      const given = Array.isArray(read.data) ? read.data : read.data.items;
      const { events, ignored, seq } = await takeArchive(intake, given, ports.clock().toISOString());
      const tally = (result: string) => events.filter((one) => one.result === result).length;
      return reply.send({ seq, accepted: tally('accepted'), duplicate: tally('duplicate'), ignored });
    }),
  );
}

const NO_ITEMS = {
  status: 422,
  code: 'not_archive_items',
  message: {
    zh: '不是存档记录：每条应有 seq、msgid、at 和 record（读不出时为 null，并带 error）',
    en: 'not records of the archive: each needs seq, msgid, at and record (null with an error where it could not be read)',
  },
  next: { zh: '一次最多 5000 条，见 README', en: 'at most 5000 at once, see the README' },
};
