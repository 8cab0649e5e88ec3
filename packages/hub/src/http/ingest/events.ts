import type { Bilingual } from '@bangqiao/core';
import type { FastifyInstance } from 'fastify';
import { type EventReading, readEvent } from '../../ingest/event-schema.ts';
import type { Arrival, Intake, Receipt } from '../../ingest/intake.ts';
import { refuse } from '../answer.ts';
import type { IngestPorts } from './ports.ts';
import { CLOSED } from './refusals.ts';
import { signedJson, takeRawBodies } from './signed.ts';

const BODY_LIMIT = 8 * 1024 * 1024;
const MOST_EVENTS = 5000;

/** Of an event that was refused before it had a name, `id` is null. */
type Answer = Receipt | { id: null; result: 'refused'; reason: Bilingual };

/**
 * `POST /ingest/events`: what a bridge saw in WeChat, one event or an array (README, "Events"). Answers
 * `{accepted, duplicate, refused, events: [{id, result, reason?}]}` in the order of the events; 200 also when some are refused,
 * 422 when all are.
 */
export function eventRoutes(scope: FastifyInstance, ports: IngestPorts): void {
  takeRawBodies(scope, BODY_LIMIT);
  scope.get('/ingest/events', async (_request, reply) =>
    refuse(reply, ports.secret === null ? CLOSED : ONLY_POST),
  );
  scope.post(
    '/ingest/events',
    signedJson(ports, async (intake, json, reply) => {
      const given = Array.isArray(json) ? json : [json];
      if (given.length > MOST_EVENTS) return refuse(reply, TOO_MANY);
      const events = await takeEvents(intake, given, ports.clock().getTime());
      const tally = (result: Receipt['result']) => events.filter((one) => one.result === result).length;
      const refused = tally('refused');
      return reply
        .code(refused > 0 && refused === events.length ? 422 : 200)
        .send({ accepted: tally('accepted'), duplicate: tally('duplicate'), refused, events });
    }),
  );
}

async function takeEvents(intake: Intake, given: readonly unknown[], now: number): Promise<Answer[]> {
  const readings = given.map((one) => readEvent(one, now));
  const arrivals = readings.flatMap((reading): Arrival[] =>
    reading.ok ? [{ source: 'bridge', event: reading.event }] : [],
  );
  const receipts = arrivals.length === 0 ? [] : await intake.take(arrivals);
  let next = 0;
  return readings.map((reading) => answerOf(reading, () => receipts[next++] as Receipt));
}

function answerOf(reading: EventReading, receipt: () => Receipt): Answer {
  if (reading.ok) return receipt();
  return { id: reading.id, result: 'refused', reason: reading.reason } as Answer;
}

const ONLY_POST = {
  status: 405,
  code: 'only_post',
  message: { zh: '这个入口只接受 POST', en: 'this door takes POST only' },
  next: { zh: '用 POST 发送签名的 JSON', en: 'POST signed JSON' },
};

const TOO_MANY = {
  status: 413,
  code: 'too_many_events',
  message: { zh: `一次最多 ${MOST_EVENTS} 个事件`, en: `at most ${MOST_EVENTS} events at once` },
  next: { zh: '分几次发送', en: 'send them in several requests' },
};
