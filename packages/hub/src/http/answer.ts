import type { Bilingual } from '@bangqiao/core';
import type { FastifyReply } from 'fastify';

/** A refusal as every route answers it: a code, what happened, and what to do next. */
export interface Refusal {
  status: number;
  code: string;
  message: Bilingual;
  next: Bilingual;
}

export function refuse(reply: FastifyReply, { status, code, message, next }: Refusal): FastifyReply {
  return reply.code(status).send({ error: { code, message, next } });
}
